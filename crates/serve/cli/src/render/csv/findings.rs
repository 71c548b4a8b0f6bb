//! Findings, a row each.

use super::{Cell, table};
use crate::render::place;
use styrbord_app::{Finding, Label, Language, Severity, Source};

const HEAD: [&str; 14] = [
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
    "page",
    "section",
    "table",
    "row",
];

/// Returns a row for each finding; what text and Markdown do not have is empty.
pub(crate) fn write(source: &Source, findings: &[Finding], excel: bool, language: Language) -> String {
    table(HEAD.map(str::to_owned), findings.iter().map(|one| row(source, one, language).into()), excel)
}

fn row(source: &Source, finding: &Finding, language: Language) -> [Cell; 14] {
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
        Cell::number(label(0).and_then(|label| label.page)),
        Cell::text(label(0).and_then(|label| place::section_name(source, label.span)).unwrap_or_default()),
        Cell::number(label(0).and_then(|label| label.table)),
        Cell::number(label(0).and_then(|label| label.row)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::{Format, Message, Span};

    #[test]
    fn cells_that_need_it_are_quoted() {
        let source = Source::new("- si \"nei\", takk\n".to_owned(), Format::Text);
        let finding = Finding::new("doubled-word", Severity::Info, Message::same("a;b")).label(
            &source,
            Span::new(0, 17),
            None,
        );
        let row = |excel| {
            let table = write(&source, std::slice::from_ref(&finding), excel, Language::Nb);
            table.lines().nth(1).unwrap().to_owned()
        };
        assert_eq!(row(false), r#"info,doubled-word,1,1,"- si ""nei"", takk",,,a;b,,,,,,"#);
        assert_eq!(row(true), r#"info;doubled-word;1;1;"'- si ""nei"", takk";;;"a;b";;;;;;"#);
    }
}
