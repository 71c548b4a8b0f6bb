//! Points to clarify, as a Markdown report: each with the letter's own words and what to ask.

use super::Letter;
use super::markdown::escaped;
use super::place;
use crate::texts::{self, Text, count, join, report as words, summary};
use styrbord_app::{Checked, Finding, Label, Language, Severity, Verified};

/// Writes the report.
pub(crate) fn write(letter: &Letter<'_>, checked: &Checked, language: Language) -> String {
    let findings = &checked.compiled.findings;
    let open = |severity: Severity| -> Vec<&Finding> {
        let is_open = |one: &&Finding| one.severity == severity && one.accepted.is_none();
        findings.findings.iter().filter(is_open).collect()
    };
    let mut parts = vec![head(letter, checked, language)];
    let mut number = 0;
    for (severity, heading) in [
        (Severity::Error, words::ERRORS),
        (Severity::Warning, words::WARNINGS),
        (Severity::Info, words::NOTES),
    ] {
        let found = open(severity);
        if !found.is_empty() {
            parts.push(format!("\n## {}\n", heading.get(language)));
        }
        for finding in found {
            number += 1;
            parts.push(point(letter, number, finding, language));
        }
    }
    if number == 0 {
        parts.push(format!("\n{}\n", words::NOTHING.get(language)));
    }
    parts.push(accepted(letter, &findings.findings, language));
    parts.push(verified(letter, &findings.verified, language));
    parts.concat()
}

fn head(letter: &Letter<'_>, checked: &Checked, language: Language) -> String {
    let summary = &checked.summary;
    let kind = texts::letter_kind(summary.kind).get(language);
    let year = summary.year.map(|year| year.to_string());
    let agency = summary.agency.name.clone().or_else(|| summary.agency.short.clone());
    let title = join([kind.to_owned(), year.unwrap_or_default(), agency.unwrap_or_default()], " ");
    let lines = count(summary.read.lines, texts::LINE, language);
    let counts = [
        (summary.findings.error, texts::ERROR),
        (summary.findings.warning, texts::WARNING),
        (summary.findings.info, texts::NOTE),
    ];
    let counts = join(counts.map(|(number, noun)| count(number, noun, language)), ", ");
    let verified =
        texts::SUM_VERIFIED.with(language, &[&count(summary.verified.total, texts::FACT, language)]);
    let share = texts::percent(summary.not_understood.permille, language);
    let unread = summary::UNREAD_SHARE.with(language, &[&share]);
    format!(
        "# {}\n\n- {}: {} ({lines}; {unread})\n- {}: {counts}; {verified}\n",
        escaped(&words::TITLE.with(language, &[&title])),
        words::LETTER.get(language),
        escaped(letter.name),
        words::RESULT.get(language),
    )
}

/// Writes one point: headline, code, each place with its words, and what to ask.
fn point(letter: &Letter<'_>, number: usize, finding: &Finding, language: Language) -> String {
    let message = escaped(finding.message.get(language));
    let mut parts = vec![format!("\n### {number}. {message}\n\n`{}`\n", finding.code)];
    parts.extend(finding.labels.iter().map(|label| format!("\n> {}\n", quote(letter, label, language))));
    if !finding.help.is_empty() {
        let help = escaped(finding.help.get(language));
        parts.push(format!("\n**{}:** {help}\n", words::ASK.get(language)));
    }
    parts.concat()
}

fn quote(letter: &Letter<'_>, label: &Label, language: Language) -> String {
    let place = escaped(&capital(&place::words(letter.source, label.span, language)));
    let note = label.note.as_ref().map(|note| format!(" – *{}*", escaped(note.get(language))));
    format!("{place}: «{}»{}", escaped(&label.quote), note.unwrap_or_default())
}

fn accepted(letter: &Letter<'_>, findings: &[Finding], language: Language) -> String {
    let rows: Vec<Vec<String>> = findings
        .iter()
        .filter_map(|finding| {
            let accepted = finding.accepted.as_ref()?;
            Some(vec![
                escaped(finding.message.get(language)),
                short(letter, finding.labels.first(), language),
                escaped(&accepted.reason),
                escaped(&accepted.who),
                accepted.date.clone(),
            ])
        })
        .collect();
    let head = [words::POINT, words::LINES, words::REASON, words::WHO, words::DATE];
    table(words::ACCEPTED, &head, &rows, language)
}

fn verified(letter: &Letter<'_>, facts: &[Verified], language: Language) -> String {
    let rows: Vec<Vec<String>> = facts
        .iter()
        .map(|fact| {
            let places = fact.labels.iter().map(|label| short(letter, Some(label), language));
            let between = if place::is_laid_out(letter.source) { "; " } else { ", " };
            vec![escaped(fact.what.get(language)), join(places, between)]
        })
        .collect();
    table(words::VERIFIED, &[words::WHAT, words::LINES], &rows, language)
}

/// Writes a section with a table; nothing when it has no rows.
fn table(heading: Text, head: &[Text], rows: &[Vec<String>], language: Language) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let head: Vec<&str> = head.iter().map(|text| text.get(language)).collect();
    let rulers = vec!["---"; head.len()].join(" | ");
    let rows = rows.iter().map(|row| format!("| {} |\n", row.join(" | "))).collect::<Vec<_>>().concat();
    format!("\n## {}\n\n| {} |\n| {rulers} |\n{rows}", heading.get(language), head.join(" | "))
}

/// Returns the place of a label for a column of lines; where there is more to say than the line, all of it.
fn short(letter: &Letter<'_>, label: Option<&Label>, language: Language) -> String {
    let Some(label) = label else { return String::new() };
    if place::is_laid_out(letter.source) {
        return escaped(&place::words(letter.source, label.span, language));
    }
    label.line.to_string()
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
