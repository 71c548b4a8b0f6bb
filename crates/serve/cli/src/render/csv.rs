//! Findings as a table of comma-separated values, by RFC 4180; or as Norwegian Excel opens it.

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

/// Returns a row for each finding. For Excel: semicolons, a byte order mark, and no cell that it takes for a formula.
pub(crate) fn write(findings: &[Finding], excel: bool, language: Language) -> String {
    let mut table = String::new();
    if excel {
        table.push('\u{feff}');
    }
    let rows = std::iter::once(HEAD.map(str::to_owned)).chain(findings.iter().map(|one| row(one, language)));
    for cells in rows {
        let cells = cells.map(|cell| if excel { quoted(&no_formula(cell), ';') } else { quoted(&cell, ',') });
        table.push_str(&cells.join(if excel { ";" } else { "," }));
        table.push_str("\r\n");
    }
    table
}

fn row(finding: &Finding, language: Language) -> [String; 10] {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let label = |index| -> Option<&Label> { finding.labels.get(index) };
    let line = |index| label(index).map(|label| label.line.to_string()).unwrap_or_default();
    let quote = |index| label(index).map(|label| label.quote.clone()).unwrap_or_default();
    let accepted = finding.accepted.as_ref();
    [
        severity.to_owned(),
        finding.code.to_owned(),
        line(0),
        label(0).map(|label| label.end_line.to_string()).unwrap_or_default(),
        quote(0),
        line(1),
        quote(1),
        finding.message.get(language).to_owned(),
        finding.help.get(language).to_owned(),
        accepted.map(|one| format!("{} ({}, {})", one.reason, one.who, one.date)).unwrap_or_default(),
    ]
}

fn quoted(cell: &str, separator: char) -> String {
    if cell.contains([separator, '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Excel computes a cell that begins like a formula, quoted or not; an apostrophe makes it text.
fn no_formula(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
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
