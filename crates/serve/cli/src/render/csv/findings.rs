//! Findings, a row each.

use super::{Cell, table};
use styrbord_app::{Finding, Label, Language, Severity};

const HEAD: [&str; 10] = [
    "severity",
    "code",
    "line",
    "end_line",
    "quote",
    "second_line",
    "second_quote",
    "message",
    "help",
    "accepted",
];

/// Returns a row for each finding.
pub(crate) fn write(findings: &[Finding], excel: bool, language: Language) -> String {
    table(HEAD.map(str::to_owned), findings.iter().map(|one| row(one, language).into()), excel)
}

fn row(finding: &Finding, language: Language) -> [Cell; 10] {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let label = |index| -> Option<&Label> { finding.labels.get(index) };
    let line = |index| Cell::number(label(index).map(|label| label.line));
    let quote = |index| Cell::text(label(index).map(|label| label.quote.clone()).unwrap_or_default());
    let accepted = finding.accepted.as_ref();
    [
        Cell::text(severity),
        Cell::text(finding.code),
        line(0),
        Cell::number(label(0).map(|label| label.end_line)),
        quote(0),
        line(1),
        quote(1),
        Cell::text(finding.message.get(language)),
        Cell::text(finding.help.get(language)),
        Cell::text(
            accepted.map(|one| format!("{} ({}, {})", one.reason, one.who, one.date)).unwrap_or_default(),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::{Format, Message, Source, Span};

    #[test]
    fn cells_that_need_it_are_quoted() {
        let source = Source::new("- si \"nei\", takk\n".to_owned(), Format::Text);
        let finding = Finding::new("doubled-word", Severity::Info, Message::same("a;b")).label(
            &source,
            Span::new(0, 17),
            None,
        );
        let row = |excel| {
            let table = write(std::slice::from_ref(&finding), excel, Language::Nb);
            table.lines().nth(1).unwrap().to_owned()
        };
        assert_eq!(row(false), r#"info,doubled-word,1,1,"- si ""nei"", takk",,,a;b,,"#);
        assert_eq!(row(true), r#"info;doubled-word;1;1;"'- si ""nei"", takk";;;"a;b";;"#);
    }
}
