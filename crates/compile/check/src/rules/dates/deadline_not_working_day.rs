//! A deadline falls on a Saturday, a Sunday or a public holiday.
//!
//! ## Why it matters
//! Nobody receives a delivery on Easter Monday. Some take the working day before, others the one after, and a dispute
//! about being late is easy to avoid.
//!
//! ## Example
//! > 2024-12 Mandat for fiskevegnemnda. Frist: 01.04.2024
//!
//! ## What to ask
//! Agree with the ministry whether the working day before or after counts.
//!
//! ## What it does not report
//! Periods, whose last day is only their end, and old deadlines that a new one has replaced. The list and the description
//! of one assignment give one finding.

use super::report_key::key;
use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_calendar::{Date, Holiday, Language, Weekday, find_dates, holidays, next_working_day};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Deadline, DeadlineKind};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "deadline-not-working-day",
    family: Family::Dates,
    severity: Severity::Info,
    file: include_str!("deadline_not_working_day.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    assignments(letter, sink);
    reports(letter, sink);
    duties(letter, sink);
}

fn assignments(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for assignment in &letter.plan.assignments {
        let mut days: BTreeMap<Date, (&Deadline, Vec<Span>)> = BTreeMap::new();
        for deadline in assignment.deadlines.iter().filter(|deadline| is_day(deadline)) {
            if let (Some(date), Some(span)) = (deadline.date, places::deadline_span(letter, deadline)) {
                days.entry(date).or_insert((deadline, Vec::new())).1.push(span);
            }
        }
        for (date, (deadline, spans)) in days {
            report(sink, &words::part(assignment, deadline), date, &spans);
        }
    }
}

fn reports(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut days: BTreeMap<_, (&str, Vec<Span>)> = BTreeMap::new();
    for (at, report) in letter.plan.reports.iter().enumerate() {
        if let (Some(date), Some(spot)) = (report.due, report.span) {
            // Reports that cannot be told from others stand each for itself.
            let same = key(report).map_or((at, None), |key| (0, Some(key)));
            let entry = days.entry((same, date)).or_insert((&report.title, Vec::new()));
            entry.1.push(places::date_span(letter, spot, date));
        }
    }
    for ((_, date), (title, spans)) in days {
        report(sink, &words::quoted(title), date, &spans);
    }
}

fn duties(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut days: BTreeMap<Date, Vec<Span>> = BTreeMap::new();
    for duty in &letter.plan.duties {
        if let (Some(date), Some(spot)) = (duty.due.filter(|date| is_printed(&duty.text, *date)), duty.span) {
            days.entry(date).or_default().push(places::date_span(letter, spot, date));
        }
    }
    let who = Message::new("en plikt i teksten", "ei plikt i teksten", "a duty in the text");
    for (date, spans) in days {
        report(sink, &who, date, &spans);
    }
}

fn is_day(deadline: &Deadline) -> bool {
    let dated = match deadline.kind {
        DeadlineKind::Date | DeadlineKind::InReport => true,
        DeadlineKind::Recurring => deadline.date.is_some_and(|date| is_printed(&deadline.printed, date)),
        _ => false,
    };
    dated && !deadline.superseded
}

/// Tells whether the words print the date with its year; "1. mai hvert år" falls on no certain weekday.
fn is_printed(words: &str, date: Date) -> bool {
    find_dates(words).iter().any(|mention| mention.value.last_day() == Some(date))
}

fn report(sink: &mut Sink<'_>, who: &Message, date: Date, spans: &[Span]) {
    let Some(kind) = day_off(date) else { return };
    let next = next_working_day(date);
    let (day, next_day, weekday) = (words::day(date), words::day(next), words::weekday(next));
    let labels: Vec<_> = spans.iter().map(|span| (*span, None)).collect();
    sink.find(
        Message::new(
            format!("Fristen {} for {} er {}", day.nb, who.nb, kind.nb),
            format!("Fristen {} for {} er {}", day.nn, who.nn, kind.nn),
            format!("The deadline {} of {} is {}", day.en, who.en, kind.en),
        ),
        &labels,
        Message::new(
            format!(
                "Neste virkedag er {} {}. Avtal om den gjelder, eller virkedagen før.",
                weekday.nb, next_day.nb
            ),
            format!(
                "Neste virkedag er {} {}. Avtal om han gjeld, eller virkedagen før.",
                weekday.nn, next_day.nn
            ),
            format!(
                "The next working day is {} {}. Agree whether it counts, or the one before.",
                weekday.en, next_day.en
            ),
        ),
    );
}

/// Returns what makes a day no working day.
fn day_off(date: Date) -> Option<Message> {
    if let Some((_, holiday)) = holidays(date.year()).into_iter().find(|(day, _)| *day == date) {
        // "1. mai er 1. mai" tells nothing.
        if matches!(holiday, Holiday::LabourDay | Holiday::ConstitutionDay) {
            let english = format!("{}, a public holiday", holiday.name(Language::En));
            return Some(Message::new("en offentlig høytidsdag", "ein offentleg høgtidsdag", english));
        }
        return Some(Message::new(
            holiday.name(Language::Nb),
            holiday.name(Language::Nn),
            holiday.name(Language::En),
        ));
    }
    let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let name = words::weekday(date);
    weekend.then(|| {
        Message::new(format!("en {}", name.nb), format!("ein {}", name.nn), format!("a {}", name.en))
    })
}
