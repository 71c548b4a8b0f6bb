//! Findings as SARIF 2.1.0, the form that development tools exchange.
//!
//! The first label is the location, the others are related locations; columns count Unicode characters from 1.

use super::{Letter, place};
use serde_json::{Value, json};
use styrbord_app::{Checked, Finding, Label, Language, RULES, Rule, Severity, Source, rules};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// What a path in a URI keeps as it is, besides letters and digits.
const URI_KEEPS: &[u8] = b"-._~/";

/// Returns the log of one run.
pub(crate) fn log(letter: &Letter<'_>, checked: &Checked, language: Language) -> Value {
    let findings = &checked.compiled.findings.findings;
    let results: Vec<Value> = findings.iter().map(|finding| result(letter, finding, language)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "styrbord",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "artifacts": [{
                "location": {"uri": uri(letter.name)},
                "encoding": checked.summary.read.encoding,
            }],
            "results": results,
        }],
    })
}

fn descriptor(rule: &Rule) -> Value {
    let page = rule.page();
    json!({
        "id": rule.code,
        "shortDescription": {"text": rules::headline(rule)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {"tags": [rule.family.name()]},
    })
}

fn result(letter: &Letter<'_>, finding: &Finding, language: Language) -> Value {
    let related = finding.labels.iter().enumerate().skip(1).map(|(id, label)| {
        let mut location = location(letter, label, language);
        location["id"] = json!(id);
        if let Some(note) = &label.note {
            location["message"] = json!({"text": note.get(language)});
        }
        location
    });
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": {"text": finding.message.get(language)},
        "locations": finding.labels.first().map_or_else(
            || vec![json!({"physicalLocation": {"artifactLocation": {"uri": uri(letter.name)}}})],
            |label| vec![location(letter, label, language)],
        ),
        "relatedLocations": related.collect::<Vec<_>>(),
        "properties": {"help": finding.help.get(language)},
    });
    if let Some(index) = RULES.iter().position(|rule| rule.code == finding.code) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(accepted) = &finding.accepted {
        let who = json!({"who": accepted.who, "date": accepted.date});
        result["suppressions"] = json!([
            {"kind": "external", "status": "accepted", "justification": accepted.reason, "properties": who},
        ]);
    }
    result
}

/// Returns where a label is: by lines of the text, and by what the document has besides.
fn location(letter: &Letter<'_>, label: &Label, language: Language) -> Value {
    let mut location = json!({"physicalLocation": physical_location(letter, label)});
    if place::is_laid_out(letter.source) {
        let words = place::words(letter.source, label.span, language);
        location["logicalLocations"] = json!([{"fullyQualifiedName": words}]);
        location["properties"] = json!({
            "page": label.page,
            "section": place::section_name(letter.source, label.span),
            "table": label.table,
            "row": label.row,
        });
    }
    location
}

fn physical_location(letter: &Letter<'_>, label: &Label) -> Value {
    let range = label.span.range();
    let end = range.end.max(range.start);
    json!({
        "artifactLocation": {"uri": uri(letter.name), "index": 0},
        "region": {
            "startLine": label.line,
            "startColumn": column(letter.source, label.line, range.start),
            "endLine": label.end_line,
            "endColumn": column(letter.source, label.end_line, end),
            "snippet": {"text": letter.source.slice(label.span)},
        },
    })
}

/// Returns the column of a byte on a line, both counted from 1.
fn column(source: &Source, line: u32, byte: usize) -> usize {
    let start = source.line_range(line.saturating_sub(1) as usize).start;
    source.text().get(start..byte).map_or(0, |before| before.chars().count()) + 1
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Returns a path as a relative or absolute URI reference.
fn uri(name: &str) -> String {
    let character = |byte: u8| {
        let is_kept = byte.is_ascii_alphanumeric() || URI_KEEPS.contains(&byte);
        if is_kept { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    name.replace('\\', "/").bytes().map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::{Format, Span};

    #[test]
    fn columns_count_characters() {
        let source = Source::new("æøå\nblå bær\n".to_owned(), Format::Text);
        let letter = Letter { name: "mine brev/æ.txt", source: &source };
        let label = Label::new(&source, Span::new(12, 16), None);
        let location = physical_location(&letter, &label);
        assert_eq!(location["artifactLocation"]["uri"], "mine%20brev/%C3%A6.txt");
        let region = &location["region"];
        assert_eq!((&region["startLine"], &region["startColumn"]), (&json!(2), &json!(5)));
        assert_eq!((&region["endColumn"], &region["snippet"]["text"]), (&json!(8), &json!("bær")));
    }
}
