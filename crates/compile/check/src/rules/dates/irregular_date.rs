//! Dates in deadlines are written in an irregular form.
//!
//! ## Why it matters
//! "31. 12 2024" is not found by a search for 31.12.2024, breaks over lines, and is not read as a date by a spreadsheet.
//! A year of two digits is ambiguous in archives.
//!
//! ## Example
//! > 2025-11 Opplæring av fyrvoktere: 31. 12 2025
//!
//! ## What to ask
//! Nothing; correct it in the next version. It is said once for each form.
//!
//! ## What it does not report
//! Dates with the month's name, and dates outside deadlines.

use super::words;
use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::{DateForm, find_dates};
use styrbord_diagnostics::{LABELS_MAX, Message, Severity};
use styrbord_source::{Span, Spot};

pub(crate) const RULE: Rule = Rule {
    code: "irregular-date",
    family: Family::Dates,
    severity: Severity::Info,
    file: include_str!("irregular_date.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let plan = letter.plan;
    let deadlines = plan.assignments.iter().flat_map(|assignment| &assignment.deadlines);
    let spots = deadlines
        .filter_map(|deadline| deadline.span)
        .chain(plan.reports.iter().filter(|report| report.due.is_some()).filter_map(|report| report.span))
        .chain(plan.duties.iter().filter(|duty| duty.due.is_some()).filter_map(|duty| duty.span));
    let mut found: BTreeMap<DateForm, BTreeSet<Span>> = BTreeMap::new();
    for spot in spots {
        for (form, span) in irregular(letter, spot) {
            found.entry(form).or_default().insert(span);
        }
    }
    for (form, spans) in found {
        report(letter, sink, form, &spans);
    }
}

/// Returns the dates of a place that are in an irregular form.
fn irregular(letter: &Letter<'_>, spot: Spot) -> Vec<(DateForm, Span)> {
    let start = spot.span.start as usize;
    find_dates(letter.source.slice(spot.span))
        .into_iter()
        .filter(|mention| matches!(mention.form, DateForm::NumericSpaced | DateForm::TwoDigitYear))
        .map(|mention| (mention.form, Span::new(start + mention.range.start, start + mention.range.end)))
        .collect()
}

fn report(letter: &Letter<'_>, sink: &mut Sink<'_>, form: DateForm, spans: &BTreeSet<Span>) {
    let Some(first) = spans.first() else { return };
    let (count, example) = (spans.len(), words::quoted(&letter.source.quote(*first)));
    let labels: Vec<_> = spans.iter().take(LABELS_MAX).map(|span| (*span, None)).collect();
    let (nb, nn, en) = match form {
        DateForm::TwoDigitYear => {
            ("bare to siffer i årstallet", "berre to siffer i årstalet", "a year of two digits")
        }
        _ => ("mellomrom mellom tallene", "mellomrom mellom tala", "spaces between the figures"),
    };
    let message = if count == 1 {
        Message::new(
            format!("Datoen {} har {nb}", example.nb),
            format!("Datoen {} har {nn}", example.nn),
            format!("The date {} has {en}", example.en),
        )
    } else {
        Message::new(
            format!("{count} datoer i frister har {nb}, som {}", example.nb),
            format!("{count} datoar i fristar har {nn}, som {}", example.nn),
            format!("{count} dates of deadlines have {en}, such as {}", example.en),
        )
    };
    let help = Message::new(
        "Skriv datoen som 31.12.2024 eller 31. desember 2024.",
        "Skriv datoen som 31.12.2024 eller 31. desember 2024.",
        "Write the date as 31.12.2024 or 31. desember 2024.",
    );
    sink.find(message, &labels, help);
}
