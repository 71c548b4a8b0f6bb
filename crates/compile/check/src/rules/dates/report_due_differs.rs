//! The same report has two deadlines.
//!
//! ## Why it matters
//! The reporting table, the calendar and the text are read by different people. Whoever holds the later date sends
//! the report too late for the other.
//!
//! ## Example
//! > Halvårsrapport 2025 · frist 20. august 2025
//! >
//! > Kalender: 25. august 2025 · Halvårsrapport 2025
//!
//! ## What to ask
//! Ask the ministry which date holds.
//!
//! ## What it does not report
//! Reports of one kind that differ in another word of their titles, such as a draft and the report itself. A sentence
//! that does not say which period the report covers gives only a warning.

use super::report_key::{Key, key};
use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Duty, Report};
use styrbord_source::{Span, Spot};

pub(crate) const RULE: Rule = Rule {
    code: "report-due-differs",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("report_due_differs.rs"),
    check,
};

/// Names of reports in a sentence; the half-year report stands before its own ending.
const REPORTS: [&str; 4] = ["halvårsrapport", "tertialrapport", "årsrapport", "årsmelding"];

/// Verbs that hand a report over.
const HANDING: [&str; 6] = ["send", "lever", "i hende", "avgi", "avgje", "frist"];

/// Words that make it another delivery than that to the ministry.
const OTHERWISE: [&str; 10] = [
    "utkast",
    "foreløpig",
    "førebels",
    "publiser",
    "nettsid",
    "offentlig",
    "offentleg",
    "riksrevisjonen",
    "kopi",
    "innspill",
];

/// Words before a report's name that make it the place of something else.
const INSIDE: [&str; 12] = ["i", "til", "med", "av", "om", "som", "etter", "og", "ved", "på", "fra", "frå"];

/// Words at which the name of a report in a sentence ends.
const ENDS: [&str; 9] =
    [" skal", " må", " bes", " innen", " innan", " senest", " seinast", " til departement", ","];

/// A report that has a deadline.
struct Due {
    title: String,
    date: Date,
    spot: Spot,
    /// The period that it covers is printed.
    sure: bool,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut reports: BTreeMap<Key, Vec<Due>> = BTreeMap::new();
    let ordered = letter.plan.duties.iter().filter_map(in_sentence);
    for report in letter.plan.reports.iter().cloned().chain(ordered) {
        if let (Some(key), Some(date), Some(spot)) = (key(&report), report.due, report.span) {
            let sure = report.count_date.is_some() || report.title.contains(|c: char| c.is_ascii_digit());
            reports.entry(key).or_default().push(Due { title: report.title, date, spot, sure });
        }
    }
    for same in reports.values() {
        let Some((first, rest)) = same.split_first() else { continue };
        let span = |due: &Due| places::date_span(letter, due.spot, due.date);
        match rest.iter().find(|other| other.date != first.date) {
            Some(other) => report(sink, (first, span(first)), (other, span(other))),
            None if rest.is_empty() => {}
            None => {
                let spans: Vec<Span> = same.iter().map(span).collect();
                let (title, day) = (words::quoted(&first.title), words::day(first.date));
                sink.verify(
                    Message::new(
                        format!("{} har samme frist alle steder: {}", title.nb, day.nb),
                        format!("{} har same frist alle stader: {}", title.nn, day.nn),
                        format!("{} has the same deadline in all places: {}", title.en, day.en),
                    ),
                    &spans,
                );
            }
        }
    }
}

/// Returns the report that a sentence orders by a day: "Årsrapporten for 2025 skal sendes innen 16. mars 2026".
fn in_sentence(duty: &Duty) -> Option<Report> {
    let low = duty.text.to_lowercase();
    let handed = HANDING.iter().any(|verb| low.contains(verb));
    if !handed || OTHERWISE.iter().any(|word| low.contains(word)) {
        return None;
    }
    let start = REPORTS.iter().filter_map(|name| low.find(name)).min()?;
    let before = low[..start].split_whitespace().next_back().unwrap_or_default();
    if INSIDE.contains(&before) || low[..start].ends_with(char::is_alphabetic) {
        return None;
    }
    let rest = &low[start..];
    let end = ENDS.iter().filter_map(|word| rest.find(word)).min()?;
    Some(Report { title: rest[..end].to_owned(), due: duty.due, span: duty.span, ..Report::default() })
}

fn report(sink: &mut Sink<'_>, (first, first_span): (&Due, Span), (other, other_span): (&Due, Span)) {
    let severity = if first.sure && other.sure { Severity::Error } else { Severity::Warning };
    let title = words::quoted(&first.title);
    let (before, after) = (words::day(first.date), words::day(other.date));
    sink.find_as(
        severity,
        Message::new(
            format!("{} har frist {} ett sted og {} et annet", title.nb, before.nb, after.nb),
            format!("{} har frist {} éin stad og {} ein annan", title.nn, before.nn, after.nn),
            format!("{} is due {} in one place and {} in another", title.en, before.en, after.en),
        ),
        &[(first_span, None), (other_span, None)],
        Message::new(
            format!("Spør departementet om {} eller {} gjelder.", before.nb, after.nb),
            format!("Spør departementet om {} eller {} gjeld.", before.nn, after.nn),
            format!("Ask the ministry whether {} or {} holds.", before.en, after.en),
        ),
    );
}
