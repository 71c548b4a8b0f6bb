//! Years behind dates.

use super::dates::Found;
use super::mention::{DateForm, DateMention, DateValue};
use super::token::{Kind, Tokens};

/// Words that join the members of a list.
pub(super) const AND: [&str; 4] = ["og", "eller", "samt", "til"];

/// Reads a year of four digits that is not the start of something else ("2024-07", "2025-budsjettet", "2024.1").
pub(super) fn year(tokens: &Tokens<'_>, at: usize) -> Option<i16> {
    let (value, digits) = tokens.number(at)?;
    let year = i16::try_from(value).ok().filter(|year| digits == 4 && (1700..2200).contains(year))?;
    let goes_on = match tokens.kind(at + 1) {
        Some(Kind::Word) => true,
        Some(Kind::Dot) => tokens.number(at + 2).is_some(),
        Some(Kind::Dash) => match tokens.kind(at + 2) {
            Some(Kind::Word) => true,
            Some(Kind::Number { digits, .. }) => digits != 4 && !tokens.is(at + 3, Kind::Dot),
            _ => false,
        },
        _ => false,
    };
    (!goes_on).then_some(year)
}

/// Reads white space and a year.
pub(super) fn year_after_space(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let start = tokens.skip_space(at);
    year(tokens, start).map(|year| (year, start + 1))
}

/// Reads the second half of "2025/2026", "2025/26" or "2025–2026"; gives the later year.
pub(super) fn later_half(tokens: &Tokens<'_>, at: usize, first: i16) -> Option<(i16, usize)> {
    if !matches!(tokens.kind(at), Some(Kind::Slash | Kind::Dash)) {
        return None;
    }
    let next = first.checked_add(1)?;
    let (value, digits) = tokens.number(at + 1)?;
    let printed = if digits == 2 { first - first % 100 + value as i16 } else { i16::try_from(value).ok()? };
    (printed == next && (digits == 2 || digits == 4)).then_some((next, at + 2))
}

/// Reads the later years of "15. januar 2024, 2025, 2026", each as a mention of its own.
pub(super) fn later_years(
    tokens: &Tokens<'_>,
    at: usize,
    first: i16,
    day: (u8, u8),
    form: DateForm,
) -> Found {
    /// More years than this between two of a list are no list.
    const STEP_MAX: i16 = 10;
    let (mut next, mut last) = (at, first);
    let mut mentions = Vec::new();
    while let Some(start) = separator_end(tokens, next) {
        let Some(year) = year(tokens, start).filter(|&year| year > last && year <= last + STEP_MAX) else {
            break;
        };
        let value = DateValue::of_day(Some(year), day.0, day.1);
        mentions.push(DateMention { range: tokens.range(start, start + 1), value, form });
        (next, last) = (start + 1, year);
    }
    (mentions, next)
}

fn separator_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.is(at, Kind::Comma) {
        return Some(tokens.skip_space(at + 1));
    }
    let word = tokens.skip_space(at);
    tokens.is_word(word, &["og", "eller", "samt"]).then(|| tokens.skip_space(word + 1))
}
