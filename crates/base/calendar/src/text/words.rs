//! Dates with the month's name.

use super::dates::Found;
use super::mention::{DateForm, DateMention, DateValue};
use super::token::{Kind, Tokens};
use super::year::{AND, later_years, year_after_space};
use crate::name::{month_from_abbreviation, month_from_name};

/// The most days that are read before one month.
const DAYS_MAX: usize = 12;

/// The most days of a month; a higher number is a day only with its full stop, the month's whole name and a year.
const LONGEST: u8 = 31;

/// Reads "15. desember 2023", "1.juni", "31. jan.", "1. og 15. mars 2025", "10.–12. mai".
pub(super) fn day_and_month(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if tokens.is_torn(at) {
        return None;
    }
    let mut days: Vec<Day> = Vec::new();
    let mut next = at;
    for _ in 0..DAYS_MAX {
        let day = day(tokens, next)?;
        let place = tokens.skip_space(day.end);
        let parted = day.dotted || place > day.end;
        if let Some(month) = month(tokens, place).filter(|_| parted) {
            days.push(day);
            return dates(tokens, &days, place, month);
        }
        next = separator_end(tokens, day.end, day.dotted)?;
        days.push(day);
    }
    None
}

struct Day {
    start: usize,
    end: usize,
    number: u8,
    dotted: bool,
}

fn day(tokens: &Tokens<'_>, at: usize) -> Option<Day> {
    let number = tokens.short_number(at).filter(|number| *number > 0)?;
    let dotted = tokens.is(at + 1, Kind::Dot);
    Some(Day { start: at, end: at + 1 + usize::from(dotted), number, dotted })
}

/// Reads what joins two days: "og", a comma, a dash; before a word or a comma the day must have its full stop.
fn separator_end(tokens: &Tokens<'_>, at: usize, dotted: bool) -> Option<usize> {
    let joint = tokens.skip_space(at);
    let joins = match tokens.kind(joint)? {
        Kind::Dash => true,
        Kind::Comma => dotted,
        Kind::Word => dotted && tokens.is_word(joint, &AND),
        _ => false,
    };
    joins.then(|| tokens.skip_space(joint + 1))
}

#[derive(Clone, Copy)]
struct Month {
    number: u8,
    abbreviated: bool,
}

fn month(tokens: &Tokens<'_>, at: usize) -> Option<Month> {
    let word = tokens.word(at)?;
    let full = month_from_name(word).map(|number| Month { number, abbreviated: false });
    full.or_else(|| month_from_abbreviation(word).map(|number| Month { number, abbreviated: true }))
}

fn dates(tokens: &Tokens<'_>, days: &[Day], month_at: usize, month: Month) -> Option<Found> {
    let stopped = month.abbreviated && tokens.is(month_at + 1, Kind::Dot);
    let month_end = month_at + 1 + usize::from(stopped);
    let year = year_after_space(tokens, month_end);
    let (last, earlier) = days.split_last()?;
    let beyond = days.iter().any(|day| day.number > LONGEST);
    if beyond && !(earlier.is_empty() && last.dotted && year.is_some() && !month.abbreviated) {
        return None;
    }
    if month.abbreviated && year.is_none() && !last.dotted {
        return None;
    }
    let end = year.map_or(month_end, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    let form = if year.is_some() { DateForm::Words } else { DateForm::NoYear };
    let mention = |day: &Day, end| {
        let value = DateValue::of_day(year, month.number, day.number);
        DateMention { range: tokens.range(day.start, end), value, form }
    };
    let mut mentions: Vec<DateMention> = earlier.iter().map(|day| mention(day, day.end)).collect();
    mentions.push(mention(last, end));
    let Some(year) = year else { return Some((mentions, end)) };
    let (later, next) = later_years(tokens, end, year, (month.number, last.number), form);
    mentions.extend(later);
    Some((mentions, next))
}
