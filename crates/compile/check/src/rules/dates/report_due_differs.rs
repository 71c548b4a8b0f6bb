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
//! Reports of one kind that differ in another word of their titles, such as a draft and the report itself.

use super::report_key::{Key, key};
use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Report;
use styrbord_source::{Span, Spot};

pub(crate) const RULE: Rule = Rule {
    code: "report-due-differs",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("report_due_differs.rs"),
    check,
};

/// A report that has a deadline.
struct Due<'a> {
    report: &'a Report,
    date: Date,
    spot: Spot,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut reports: BTreeMap<Key, Vec<Due<'_>>> = BTreeMap::new();
    for report in &letter.plan.reports {
        if let (Some(key), Some(date), Some(spot)) = (key(report), report.due, report.span) {
            reports.entry(key).or_default().push(Due { report, date, spot });
        }
    }
    for same in reports.values() {
        let Some((first, rest)) = same.split_first() else { continue };
        let span = |due: &Due<'_>| places::date_span(letter, due.spot, due.date);
        match rest.iter().find(|other| other.date != first.date) {
            Some(other) => report(sink, (first, span(first)), (other, span(other))),
            None if rest.is_empty() => {}
            None => {
                let spans: Vec<Span> = same.iter().map(span).collect();
                let (title, day) = (words::quoted(&first.report.title), words::day(first.date));
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

fn report(sink: &mut Sink<'_>, (first, first_span): (&Due<'_>, Span), (other, other_span): (&Due<'_>, Span)) {
    let title = words::quoted(&first.report.title);
    let (before, after) = (words::day(first.date), words::day(other.date));
    sink.find(
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
