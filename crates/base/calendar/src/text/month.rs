//! Whole months and ends of years as dates.

use super::dates::Found;
use super::mention::{DateForm, DateMention, DateValue};
use super::token::{Kind, Tokens};
use super::year::{later_half, year, year_after_space};
use crate::name::{month_from_abbreviation, month_from_name};

/// Words before a month that make it a time even without a year.
const ANNOUNCING: [&str; 12] =
    ["i", "innen", "innan", "før", "til", "fra", "frå", "av", "primo", "medio", "ultimo", "siden"];

/// Words that the end of a year begins with.
pub(super) const CLOSING: [&str; 2] = ["utgangen", "årsskiftet"];

/// A month in a text, with its year where one is printed.
pub(super) struct PrintedMonth {
    pub month: u8,
    pub year: Option<i16>,
    pub end: usize,
}

/// Reads "juni 2025", "des. 2024" or "juni", but for the month of a day.
pub(super) fn printed_month(tokens: &Tokens<'_>, at: usize) -> Option<PrintedMonth> {
    let word = tokens.word(at)?;
    let of_day = tokens.before_space(at).is_some_and(|before| {
        let number = if tokens.is(before, Kind::Dot) { before.saturating_sub(1) } else { before };
        tokens.short_number(number).is_some()
    });
    if of_day {
        return None;
    }
    if let Some(month) = month_from_name(word) {
        let year = year_after_space(tokens, at + 1);
        let named = year.is_some() || word.starts_with(char::is_lowercase);
        let end = year.map_or(at + 1, |(_, end)| end);
        return named.then_some(PrintedMonth { month, year: year.map(|(year, _)| year), end });
    }
    // "Jul 2024" is Christmas.
    let month = month_from_abbreviation(word).filter(|_| !word.eq_ignore_ascii_case("jul"))?;
    let stop = usize::from(tokens.is(at + 1, Kind::Dot));
    let (year, end) = year_after_space(tokens, at + 1 + stop)?;
    Some(PrintedMonth { month, year: Some(year), end })
}

/// Reads a month with its year, or a month that a word before makes a time.
pub(super) fn month(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let PrintedMonth { month, year, end } = printed_month(tokens, at)?;
    let announced = tokens.before_space(at).is_some_and(|before| tokens.is_word(before, &ANNOUNCING));
    if year.is_none() && !announced {
        return None;
    }
    let form = if year.is_some() { DateForm::Words } else { DateForm::NoYear };
    let value = DateValue::Month { year, month };
    Some((vec![DateMention { range: tokens.range(at, end), value, form }], end))
}

/// Reads "utgangen av 2025" and "årsskiftet 2025/2026".
pub(super) fn end_of_year(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let closing = tokens.phrase(at, &[CLOSING[0], "av"]);
    let lead = closing.or_else(|| tokens.phrase(at, &[CLOSING[1]]))?;
    let place = tokens.skip_space(lead);
    let year = year(tokens, place)?;
    let half = if closing.is_none() { later_half(tokens, place + 1, year) } else { None };
    let end = half.map_or(place + 1, |(_, end)| end);
    let value = DateValue::EndOfYear(year);
    Some((vec![DateMention { range: tokens.range(at, end), value, form: DateForm::Words }], end))
}
