//! A report has no deadline.
//!
//! ## Why it matters
//! A report without a deadline is forgotten, or asked for at a bad time. For the steward it is a paper that never came;
//! for the agency it was never due.
//!
//! ## Example
//! > Kontoret skal utarbeide en månedlig analyse av ventetidene.
//!
//! ## What to ask
//! Ask the ministry for the day, also for what recurs: "within ten days after the end of the month".
//!
//! ## What it does not report
//! Reports that the sentence dates in another way ("innen 15. mars hvert år", "senest én måned etter"), and reports
//! that have their date in another place of the letter.

use super::report_key::key;
use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_calendar::{DateValue, find_dates};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Report;

pub(crate) const RULE: Rule = Rule {
    code: "report-without-deadline",
    family: Family::Dates,
    severity: Severity::Info,
    file: include_str!("report_without_deadline.rs"),
    check,
};

/// Words by which a sentence sets a time without a date, or leaves it open on purpose.
const TIMED: [&str; 15] = [
    "innen",
    "innan",
    "senest",
    "seinast",
    "frist",
    "etter telletidspunkt",
    "etter teljetidspunkt",
    "samtidig",
    "samstundes",
    "ved behov",
    "løpende",
    "løpande",
    "avtales",
    "avtalast",
    "i forkant av",
];

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let dated: BTreeSet<_> =
        letter.plan.reports.iter().filter(|report| report.due.is_some()).filter_map(key).collect();
    for report in letter.plan.reports.iter().filter(|report| report.due.is_none()) {
        let Some(spot) = report.span else { continue };
        let elsewhere = key(report).is_some_and(|key| dated.contains(&key));
        if elsewhere || is_timed(places::sentence(letter, spot.span), report) {
            continue;
        }
        let severity = if report.frequency.is_some() { Severity::Info } else { Severity::Warning };
        let title = words::quoted(&report.title);
        sink.find_as(
            severity,
            Message::new(
                format!("{} har ingen frist", title.nb),
                format!("{} har ingen frist", title.nn),
                format!("{} has no deadline", title.en),
            ),
            &[(spot.span, None)],
            Message::new(
                "Avtal med departementet hvilken dag rapporten skal være framme.",
                "Avtal med departementet kva dag rapporten skal vere framme.",
                "Agree with the ministry on the day when the report is due.",
            ),
        );
    }
}

fn is_timed(sentence: &str, report: &Report) -> bool {
    let lower = sentence.to_lowercase();
    let other_day = |value: DateValue| match value {
        DateValue::Day(date) => Some(date) != report.count_date,
        DateValue::WithoutYear { month, day } => {
            report.count_date.is_none_or(|count| (count.month(), count.day()) != (month, day))
        }
        DateValue::Month { .. } => true,
        DateValue::EndOfYear(_) | DateValue::Impossible { .. } => false,
    };
    TIMED.iter().any(|word| lower.contains(word))
        || find_dates(sentence).iter().any(|mention| other_day(mention.value))
}
