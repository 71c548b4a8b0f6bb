//! A date in the letter does not exist.
//!
//! ## Why it matters
//! Nobody can keep a deadline on 31 September. One reader takes 30 September, another 1 October, and a calendar
//! program refuses the date or moves it without a word.
//!
//! ## Example
//! > Oppdrag 4 Gjennomgang av fergeleier. Frist: 31.06.2025
//!
//! ## What to ask
//! Ask the ministry which day is meant: the last day of the month, or the first day of the next one.
//!
//! ## What it does not report
//! Figures that may be something else than a date, such as numbers of sections and posts. Outside deadlines, a date
//! in figures without a year of four digits is only a warning.

use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use styrbord_calendar::{Date, DateForm, DateValue, Language, days_in_month, find_dates, month_name};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, DeadlineKind};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "impossible-date",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("impossible_date.rs"),
    check,
};

/// A day that is printed and does not exist.
struct Impossible {
    year: Option<i16>,
    month: u8,
    day: u8,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let deadlines = deadlines(letter);
    for flow in places::texts(letter.tree) {
        let text = flow.as_str();
        for mention in find_dates(text) {
            let DateValue::Impossible { year, month, day } = mention.value else { continue };
            let printed = &text[mention.range.clone()];
            let span = flow.span_of(mention.range.clone());
            let owner = owner(&deadlines, span);
            let named = printed.chars().any(char::is_alphabetic);
            // "Side 30" over "februar 2025" is no date.
            let torn = named && printed.contains('\n') && !printed.contains('.');
            if torn {
                continue;
            }
            let full = year.is_some() && mention.form != DateForm::TwoDigitYear;
            let sure = full || named || owner.is_some();
            let severity = if sure { Severity::Error } else { Severity::Warning };
            let date = Impossible { year, month, day };
            sink.find_as(severity, message(printed, owner, &date), &[(span, None)], help(&date));
        }
    }
}

/// Returns the places of impossible deadlines, in order, with their assignments.
fn deadlines<'a>(letter: &Letter<'a>) -> Vec<(Span, &'a Assignment)> {
    let mut out = Vec::new();
    for assignment in &letter.plan.assignments {
        let invalid = assignment.deadlines.iter().filter(|deadline| deadline.kind == DeadlineKind::Invalid);
        out.extend(invalid.filter_map(|deadline| Some((deadline.span?.span, assignment))));
    }
    out.sort_by_key(|(span, _)| *span);
    out
}

fn owner<'a>(deadlines: &[(Span, &'a Assignment)], date: Span) -> Option<&'a Assignment> {
    let after = deadlines.partition_point(|(span, _)| span.start <= date.start);
    let (span, assignment) = deadlines.get(after.checked_sub(1)?)?;
    span.overlaps(date).then_some(*assignment)
}

fn message(printed: &str, owner: Option<&Assignment>, date: &Impossible) -> Message {
    let why = why(date);
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(owner) = owner.map(words::assignment) else {
        return Message::new(
            format!("Datoen {printed} finnes ikke: {}", why.nb),
            format!("Datoen {printed} finst ikkje: {}", why.nn),
            format!("The date {printed} does not exist: {}", why.en),
        );
    };
    Message::new(
        format!("Fristen {printed} for {} finnes ikke: {}", owner.nb, why.nb),
        format!("Fristen {printed} for {} finst ikkje: {}", owner.nn, why.nn),
        format!("The deadline {printed} of {} does not exist: {}", owner.en, why.en),
    )
}

fn why(date: &Impossible) -> Message {
    let days = days_in_month(date.year.unwrap_or(2024), date.month);
    if days == 0 {
        return Message::new("året har tolv måneder", "året har tolv månader", "a year has twelve months");
    }
    let (month, english) = (month_name(date.month, Language::Nb), month_name(date.month, Language::En));
    let year = date.year.filter(|_| date.month == 2).map(|year| format!(" {year}")).unwrap_or_default();
    Message::new(
        format!("{month}{year} har {days} dager"),
        format!("{month}{year} har {days} dagar"),
        format!("{english}{year} has {days} days"),
    )
}

fn help(date: &Impossible) -> Message {
    let known = date.year.filter(|_| (1..=12).contains(&date.month));
    let Some(last) = known.map(|year| Date::nearest(year, date.month, date.day)) else {
        return Message::new(
            "Spør departementet hvilken dag som er ment.",
            "Spør departementet kva dag som er meint.",
            "Ask the ministry which day is meant.",
        );
    };
    let (last, next) = (words::day(last), words::day(last.add_days(1)));
    Message::new(
        format!("Spør departementet om det skal være {} eller {}.", last.nb, next.nb),
        format!("Spør departementet om det skal vere {} eller {}.", last.nn, next.nn),
        format!("Ask the ministry whether {} or {} is meant.", last.en, next.en),
    )
}
