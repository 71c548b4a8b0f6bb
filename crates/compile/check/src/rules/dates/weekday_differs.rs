//! A date is printed with another weekday than the one it has.
//!
//! ## Why it matters
//! Either the day or the date is wrong, and a meeting or a deadline is one day off for half of the readers.
//!
//! ## Example
//! > Etatsstyringsmøte 1 holdes mandag 3. juni 2025.
//!
//! ## What to ask
//! Ask the ministry whether the weekday or the date is right.
//!
//! ## What it does not report
//! Dates without a year, and several weekdays joined before several dates.

use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use std::ops::Range;
use styrbord_calendar::{Date, DateValue, Language, Weekday, find_dates};
use styrbord_diagnostics::{Message, Severity};

pub(crate) const RULE: Rule = Rule {
    code: "weekday-differs",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("weekday_differs.rs"),
    check,
};

/// A weekday as printed, with its place in the text.
struct Printed {
    weekday: Weekday,
    range: Range<usize>,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for flow in places::texts(letter.tree) {
        let text = flow.as_str();
        let mut last_end = 0;
        for mention in find_dates(text) {
            let joined = is_joined(&text[last_end..mention.range.start]);
            let first = last_end == 0;
            last_end = mention.range.end;
            let DateValue::Day(date) = mention.value else { continue };
            let after = || weekday_after(text, mention.range.end).filter(|_| first || !joined);
            let Some(printed) = weekday_before(text, mention.range.start).or_else(after) else { continue };
            let whole =
                printed.range.start.min(mention.range.start)..printed.range.end.max(mention.range.end);
            let span = flow.span_of(whole);
            if printed.weekday == date.weekday() {
                sink.verify(agrees(date), &[span]);
            } else {
                sink.find(differs(date, printed.weekday), &[(span, None)], help(date, printed.weekday));
            }
        }
    }
}

/// Tells whether two dates with this text between them belong to one series.
fn is_joined(between: &str) -> bool {
    ["og", "eller", "til", ",", "-", "–", "—"].contains(&between.trim())
}

/// Reads the weekday right before a date: "mandag 3.", "måndag den 3.", "fredag, 3.".
fn weekday_before(text: &str, at: usize) -> Option<Printed> {
    let before = text[..at].trim_end();
    let before = before.strip_suffix("den").map_or(before, str::trim_end);
    let before = before.strip_suffix(',').unwrap_or(before);
    let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + char_len(before, at));
    let weekday = weekday(&before[start..])?;
    // "tirsdag og onsdag 3. og 4. juni 2025": which day goes with which date is not for us to say.
    let earlier = before[..start].trim_end();
    let joint =
        ["og", "eller", "til", ",", "-", "–", "/"].iter().find_map(|joint| earlier.strip_suffix(joint));
    let several = joint.is_some_and(|rest| {
        let rest = rest.trim_end();
        let start = rest.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + char_len(rest, at));
        weekday_name(&rest[start..])
    });
    (!several).then_some(Printed { weekday, range: start..before.len() })
}

/// Reads a weekday in brackets right behind a date: "3. juni 2025 (tirsdag)".
fn weekday_after(text: &str, at: usize) -> Option<Printed> {
    let rest = text[at..].trim_start().strip_prefix('(')?;
    let start = text.len() - rest.len();
    let end = start + rest.find(')')?;
    Some(Printed { weekday: weekday(&text[start..end])?, range: start..end })
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

fn weekday_name(word: &str) -> bool {
    weekday(word).is_some()
}

/// Returns the weekday that a word names, in bokmål or nynorsk.
fn weekday(word: &str) -> Option<Weekday> {
    if word.len() > 10 {
        return None;
    }
    let lower = word.to_lowercase();
    let lower = if lower == "søndag" { "sundag" } else { &lower };
    let named = |weekday: &Weekday| {
        weekday.name(Language::Nn) == lower
            || weekday.name(Language::Nb) == lower
            || (lower, *weekday) == ("sundag", Weekday::Sunday)
    };
    Weekday::ALL.into_iter().find(named)
}

fn agrees(date: Date) -> Message {
    let (day, of) = (words::day(date), words::weekday(date));
    Message::new(
        format!("{} er en {}", day.nb, of.nb),
        format!("{} er ein {}", day.nn, of.nn),
        format!("{} is a {}", day.en, of.en),
    )
}

fn differs(date: Date, printed: Weekday) -> Message {
    let (day, of) = (words::day(date), words::weekday(date));
    Message::new(
        format!("{} er en {}, men brevet sier {}", day.nb, of.nb, printed.name(Language::Nb)),
        format!("{} er ein {}, men brevet seier {}", day.nn, of.nn, printed.name(Language::Nn)),
        format!("{} is a {}, but the letter says {}", day.en, of.en, printed.name(Language::En)),
    )
}

/// Names the nearest date that has the printed weekday.
fn help(date: Date, printed: Weekday) -> Message {
    let near = (-3..=3).map(|days| date.add_days(days)).find(|near| near.weekday() == printed);
    let (near, date) = (words::day(near.unwrap_or(date)), words::day(date));
    Message::new(
        format!("Spør departementet om {} eller {} er ment.", date.nb, near.nb),
        format!("Spør departementet om {} eller {} er meint.", date.nn, near.nn),
        format!("Ask the ministry whether {} or {} is meant.", date.en, near.en),
    )
}
