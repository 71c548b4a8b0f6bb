//! Dates in figures.

use super::dates::Found;
use super::mention::{DateForm, DateMention, DateValue};
use super::token::{Kind, Tokens};
use super::year::{AND, later_years, year};

/// Words that announce a date.
const ANNOUNCING: [&str; 12] =
    ["frist", "fristen", "innen", "innan", "senest", "seinast", "per", "pr", "den", "før", "fom", "tom"];

/// Words that announce the number of a chapter, a section, a table or an hour.
const NUMBERING: [&str; 23] = [
    "kap",
    "kapittel",
    "kapitla",
    "kapitlene",
    "post",
    "pkt",
    "punkt",
    "punktet",
    "punktene",
    "avsnitt",
    "del",
    "tabell",
    "figur",
    "nr",
    "vedlegg",
    "kl",
    "klokka",
    "mål",
    "delmål",
    "hovedmål",
    "hovudmål",
    "versjon",
    "underpunkt",
];

/// Words that make the figures before them an amount.
const COUNTED: [&str; 10] =
    ["prosent", "pst", "mill", "mrd", "millioner", "millionar", "milliarder", "milliardar", "kroner", "kr"];

/// How many members of a list to look at, back or on.
const LIST_MAX: usize = 8;

/// Reads "2024-06-30".
pub(super) fn iso(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (value, digits) = tokens.number(at)?;
    let two_digits = |at| tokens.number(at).filter(|&(_, digits)| digits == 2).map(|(value, _)| value as u8);
    let dashes = tokens.is(at + 1, Kind::Dash) && tokens.is(at + 3, Kind::Dash);
    let before = matches!(tokens.kind_before(at, 1), Some(Kind::Dash | Kind::Word | Kind::Dot));
    let after = matches!(tokens.kind(at + 5), Some(Kind::Dash | Kind::Number { .. }));
    if digits != 4 || !(1700..2200).contains(&value) || !dashes || before || after {
        return None;
    }
    let value = DateValue::of_day(Some(value as i16), two_digits(at + 2)?, two_digits(at + 4)?);
    Some((vec![DateMention { range: tokens.range(at, at + 5), value, form: DateForm::Iso }], at + 5))
}

/// Reads "29/5-2026": day and month with a slash, the year behind a dash.
pub(super) fn slashed(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let day = tokens.short_number(at)?;
    let signs = tokens.is(at + 1, Kind::Slash) && tokens.is(at + 3, Kind::Dash);
    let before = matches!(tokens.kind_before(at, 1), Some(Kind::Slash | Kind::Dash));
    if !signs || before || tokens.is_torn(at) || goes_on(tokens, at + 5) {
        return None;
    }
    let month = tokens.short_number(at + 2)?;
    let year = year(tokens, at + 4)?;
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let value = DateValue::of_day(Some(year), month, day);
    Some((vec![DateMention { range: tokens.range(at, at + 5), value, form: DateForm::Numeric }], at + 5))
}

/// Figures that may be a day and a month.
struct Pair {
    start: usize,
    day: u8,
    month: u8,
    month_digits: usize,
    /// There is white space between day and month.
    spaced: bool,
    end: usize,
}

/// Reads "31.12.2024", "31. 12 2024", "20.03.24", "31.12"; `joined` tells that a date stands right before.
pub(super) fn figures(tokens: &Tokens<'_>, at: usize, joined: bool) -> Option<Found> {
    let pair = pair(tokens, at)?;
    let announced = joined || is_announced(tokens, at);
    with_year(tokens, &pair, announced)
        .or_else(|| with_short_year(tokens, &pair, announced))
        .or_else(|| without_year(tokens, &pair, announced))
}

fn pair(tokens: &Tokens<'_>, at: usize) -> Option<Pair> {
    let day = tokens.short_number(at)?;
    if tokens.is_torn(at) || !tokens.is(at + 1, Kind::Dot) {
        return None;
    }
    let second = tokens.skip_space(at + 2);
    let (_, month_digits) = tokens.number(second)?;
    let month = tokens.short_number(second)?;
    Some(Pair { start: at, day, month, month_digits, spaced: second > at + 2, end: second + 1 })
}

fn with_year(tokens: &Tokens<'_>, pair: &Pair, announced: bool) -> Option<Found> {
    let after_stop = pair.end + usize::from(tokens.is(pair.end, Kind::Dot));
    let start = tokens.skip_space(after_stop);
    let year = year(tokens, start).filter(|_| start > pair.end)?;
    let value = DateValue::of_day(Some(year), pair.month, pair.day);
    let spaced = pair.spaced || start > after_stop;
    if spaced {
        let heading = pair.month_digits < 2 && tokens.starts_line(pair.start);
        let plausible = pair.month_digits == 2 || !heading || announced;
        if !plausible || !is_day_and_month(pair) || is_numbered(tokens, pair.start) {
            return None;
        }
    }
    let form = if spaced { DateForm::NumericSpaced } else { DateForm::Numeric };
    let first = DateMention { range: tokens.range(pair.start, start + 1), value, form };
    let (later, next) = later_years(tokens, start + 1, year, (pair.month, pair.day), form);
    Some(([vec![first], later].concat(), next))
}

fn with_short_year(tokens: &Tokens<'_>, pair: &Pair, announced: bool) -> Option<Found> {
    let place = pair.end + 1;
    let year =
        tokens.number(place).filter(|&(_, digits)| digits == 2).map(|(value, _)| 2000 + value as i16)?;
    let dotted = !pair.spaced && tokens.is(pair.end, Kind::Dot);
    let plausible = pair.month_digits == 2 || announced;
    if !dotted
        || !is_day_and_month(pair)
        || !plausible
        || goes_on(tokens, place + 1)
        || is_numbered(tokens, pair.start)
    {
        return None;
    }
    let value = DateValue::of_day(Some(year), pair.month, pair.day);
    let range = tokens.range(pair.start, place + 1);
    Some((vec![DateMention { range, value, form: DateForm::TwoDigitYear }], place + 1))
}

fn without_year(tokens: &Tokens<'_>, pair: &Pair, announced: bool) -> Option<Found> {
    let value = DateValue::of_day(None, pair.month, pair.day);
    let exists = matches!(value, DateValue::WithoutYear { .. });
    let announced = announced || is_followed_by_date(tokens, pair.end);
    if pair.spaced || !is_day_and_month(pair) || !(exists || announced) || goes_on(tokens, pair.end) {
        return None;
    }
    let likely = announced || (pair.month_digits == 2 && !is_heading(tokens, pair));
    if !likely || is_numbered(tokens, pair.start) || is_counted(tokens, pair.end) {
        return None;
    }
    let range = tokens.range(pair.start, pair.end);
    Some((vec![DateMention { range, value, form: DateForm::NoYear }], pair.end))
}

/// Tells whether more figures or letters hang on: "3.12.1", "12.10,5", "12.10b", "12.10-3".
fn goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.kind(at) {
        Some(Kind::Word | Kind::Other('%')) => true,
        Some(Kind::Dot | Kind::Comma) => tokens.number(at + 1).is_some(),
        Some(Kind::Dash) => tokens.number(at + 1).is_some() && !tokens.is(at + 2, Kind::Dot),
        _ => false,
    }
}

/// Tells whether the figures number a heading: at the start of a line, before a capital letter.
fn is_heading(tokens: &Tokens<'_>, pair: &Pair) -> bool {
    let title = tokens.word(tokens.skip_space(pair.end));
    tokens.starts_line(pair.start) && title.is_some_and(|title| title.starts_with(char::is_uppercase))
}

fn is_counted(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = tokens.skip_space(at);
    tokens.is_word(next, &COUNTED) || tokens.is(next, Kind::Other('%'))
}

/// Tells whether the word before announces a date ("frist:", "pr.", "f.o.m.").
fn is_announced(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(mut before) = tokens.before_space(at) else { return false };
    if matches!(tokens.kind(before), Some(Kind::Dot | Kind::Other(':'))) {
        let Some(word) = tokens.before_space(before) else { return false };
        before = word;
    }
    let from_on = tokens.is_word(before, &["m"]) && tokens.kind_before(before, 1) == Some(Kind::Dot);
    from_on || tokens.is_word(before, &ANNOUNCING)
}

/// Tells whether the figures number something: "kap. 10.02", "§ 3.12", also later in a list of such.
fn is_numbered(tokens: &Tokens<'_>, at: usize) -> bool {
    let mut start = at;
    for _ in 0..LIST_MAX {
        let Some(before) = tokens.before_space(start) else { return false };
        let joins =
            matches!(tokens.kind(before), Some(Kind::Comma | Kind::Dash)) || tokens.is_word(before, &AND);
        if !joins {
            let word = if tokens.is(before, Kind::Dot) { before.saturating_sub(1) } else { before };
            return tokens.is(before, Kind::Other('§')) || tokens.is_word(word, &NUMBERING);
        }
        let Some(second) = tokens.before_space(before) else { return false };
        let Some(first) = second.checked_sub(2) else { return false };
        if !tokens.is(first + 1, Kind::Dot)
            || tokens.number(first).is_none()
            || tokens.number(second).is_none()
        {
            return false;
        }
        start = first;
    }
    false
}

/// Tells whether a sure date is joined on, at once or later in a list: "30.6 og 31.12", "1.3, 1.6 og 1.9.2025".
fn is_followed_by_date(tokens: &Tokens<'_>, at: usize) -> bool {
    let mut end = at;
    for _ in 0..LIST_MAX {
        let joint = tokens.skip_space(end);
        let joins =
            matches!(tokens.kind(joint), Some(Kind::Comma | Kind::Dash)) || tokens.is_word(joint, &AND);
        let next = joins.then(|| pair(tokens, tokens.skip_space(joint + 1))).flatten();
        let Some(next) = next.filter(|next| !next.spaced && is_day_and_month(next)) else { return false };
        let dated = tokens.is(next.end, Kind::Dot) && year(tokens, next.end + 1).is_some();
        let two_and_two = tokens.range(next.start, next.end).len() == 5;
        if dated || two_and_two {
            return true;
        }
        end = next.end;
    }
    false
}

fn is_day_and_month(pair: &Pair) -> bool {
    (1..=31).contains(&pair.day) && (1..=12).contains(&pair.month)
}
