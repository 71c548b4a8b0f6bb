//! A deadline is printed without its year.
//!
//! ## Why it matters
//! Letters order work over several years. "1. juni" in a letter that also has deadlines next year is read as this year
//! by one and as next year by another, and it means nothing once the list is copied out of the letter.
//!
//! ## Example
//! > 2025-04 Kontroll av heiser i gruver. Frist: 1. juni
//!
//! ## What to ask
//! Ask the ministry to print the year, when the letter has deadlines in more than one.
//!
//! ## What it does not report
//! Calendars and reporting tables, which print the year above; dates that recur every year; a year printed behind the
//! second of two dates. It is a warning when the letter's other deadlines are in several years, else worth knowing
//! only, as "høsten" always is. The plan guesses no year: such a day has no date there; such a period is the letter's.

use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_calendar::{DateForm, PeriodLabel, find_dates, find_periods};
use styrbord_diagnostics::{LABELS_MAX, Message, Severity};
use styrbord_plan::{Deadline, DeadlineKind};
use styrbord_source::{Span, Spot};

pub(crate) const RULE: Rule = Rule {
    code: "year-missing",
    family: Family::Dates,
    severity: Severity::Info,
    file: include_str!("year_missing.rs"),
    check,
};

/// How many bytes behind a date may hold the year that it shares with the next one.
const SHARED_MAX: usize = 40;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut years: BTreeSet<i16> = BTreeSet::new();
    let mut without: Vec<Span> = Vec::new();
    let mut days = 0;
    for deadline in letter.plan.assignments.iter().flat_map(|assignment| &assignment.deadlines) {
        let Some(spot) = deadline.span.filter(|_| !deadline.superseded) else { continue };
        if lacks_year(letter, deadline, spot) {
            without.push(places::deadline_span(letter, deadline).unwrap_or(spot.span));
            days += usize::from(deadline.kind != DeadlineKind::Period);
        } else {
            years.extend(deadline.date.map(styrbord_calendar::Date::year));
        }
    }
    let Some(first) = without.first() else { return };
    let severity = if years.len() > 1 && days > 0 { Severity::Warning } else { Severity::Info };
    let labels: Vec<_> = without.iter().take(LABELS_MAX).map(|span| (*span, None)).collect();
    let (count, example) = (without.len(), words::quoted(&letter.source.quote(*first)));
    let message = if count == 1 {
        Message::new(
            format!("Fristen {} står uten år", example.nb),
            format!("Fristen {} står utan år", example.nn),
            format!("The deadline {} is printed without its year", example.en),
        )
    } else {
        Message::new(
            format!("{count} frister står uten år, som {}", example.nb),
            format!("{count} fristar står utan år, som {}", example.nn),
            format!("{count} deadlines are printed without their year, such as {}", example.en),
        )
    };
    let help = Message::new(
        "Be departementet skrive året; til da får en dag ingen dato, og en periode regnes til brevets år.",
        "Be departementet skrive året; til då får ein dag ingen dato, og ein periode blir rekna til året til brevet.",
        "Ask the ministry to print the year; until then a day gets no date, and a period the letter's year.",
    );
    sink.find_as(severity, message, &labels, help);
}

fn lacks_year(letter: &Letter<'_>, deadline: &Deadline, spot: Spot) -> bool {
    let plain = matches!(deadline.kind, DeadlineKind::Date | DeadlineKind::Period | DeadlineKind::Invalid);
    if !plain {
        return false;
    }
    let text = letter.source.text();
    let start = spot.span.start as usize;
    let end = text.floor_char_boundary((spot.span.end as usize + SHARED_MAX).min(text.len()));
    let window = text.get(start..end).unwrap_or_default();
    let own = window.len().min(spot.span.range().len());
    if let Some(mention) = find_dates(window).first().filter(|mention| mention.range.start < own) {
        return mention.form == DateForm::NoYear;
    }
    let year = letter.plan.year.unwrap_or_default();
    find_periods(window, year).first().is_some_and(|period| {
        let named = !matches!(period.label, PeriodLabel::Year | PeriodLabel::TurnOfYear);
        named && !period.year_stated && period.range.start < own
    })
}
