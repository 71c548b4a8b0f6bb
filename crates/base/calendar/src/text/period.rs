//! The periods themselves.

use super::gate::Gate;
use super::lead::Lead;
use super::mention::PeriodLabel;
use super::month::{PrintedMonth, printed_month};
use super::token::{Kind, Tokens};
use super::year::{later_half, year, year_after_space};
use crate::date::Date;
use crate::name::{MONTHS_ABBREVIATED, MONTHS_NORWEGIAN};
use crate::span::{HalfYear, Quarter, Season, Tertial};

/// Names of the turn of the year.
const TURN: [&str; 1] = ["årsskiftet"];

/// Ordinals in words, from the first.
const ORDINALS: [&[&str]; 4] = [&["første", "fyrste"], &["andre", "annet", "anna"], &["tredje"], &["fjerde"]];

/// The seasons, and their names with and without the article.
const SEASONS: [(Season, &[&str], &[&str]); 4] = [
    (Season::Spring, &["våren"], &["vår"]),
    (Season::Summer, &["sommeren", "sommaren"], &["sommer", "sommar"]),
    (Season::Autumn, &["høsten", "hausten"], &["høst", "haust"]),
    (Season::Winter, &["vinteren"], &["vinter"]),
];

/// Words for a week.
const WEEK: [&str; 5] = ["uke", "uka", "uken", "veke", "veka"];

/// Parts of a month: its start, its middle and its end.
const PARTS_OF_MONTH: [&str; 3] = ["primo", "medio", "ultimo"];

/// Words for a year as a whole.
const YEAR: [&str; 3] = ["året", "kalenderåret", "budsjettåret"];

/// Words for the letter's year.
const THIS_YEAR: [&[&str]; 4] =
    [&["inneværende", "år"], &["inneverande", "år"], &["dette", "året"], &["innevarande", "år"]];

/// The words that a period may begin with, behind its lead.
pub(super) static FIRST_WORDS: Gate = {
    let mut gate = Gate::new().open(&TURN).open(&WEEK).open(&PARTS_OF_MONTH).open(&YEAR);
    gate = gate.open(&MONTHS_NORWEGIAN).open(&MONTHS_ABBREVIATED);
    assert!(SEASONS.len() == ORDINALS.len() && THIS_YEAR.len() == ORDINALS.len());
    let mut at = 0;
    while at < ORDINALS.len() {
        gate = gate.open(ORDINALS[at]).open(SEASONS[at].1).open(SEASONS[at].2);
        gate = gate.open(THIS_YEAR[at].split_at(1).0);
        at += 1;
    }
    gate
};

/// A period that has been read.
pub(super) struct Period {
    pub label: PeriodLabel,
    pub first: Date,
    pub last: Date,
    pub year_stated: bool,
    pub end: usize,
}

/// The year of a period, and the place after it.
struct YearBehind {
    number: i16,
    stated: bool,
    end: usize,
}

impl YearBehind {
    /// Reads the year behind a period, or takes the letter's.
    fn after(tokens: &Tokens<'_>, at: usize, letter_year: i16) -> Self {
        let linked = tokens.skip_space(at);
        let linked = if tokens.is_word(linked, &["i", "av"]) { linked + 1 } else { at };
        match year_after_space(tokens, linked) {
            Some((year, end)) => Self { number: year, stated: true, end },
            None => Self { number: letter_year, stated: false, end: at },
        }
    }

    fn period(&self, label: PeriodLabel, first: Date, last: Date) -> Period {
        Period { label, first, last, year_stated: self.stated, end: self.end }
    }
}

/// Reads a period at a place, behind its lead if it has one.
pub(super) fn period(tokens: &Tokens<'_>, at: usize, lead: Option<Lead>, letter_year: i16) -> Option<Period> {
    if tokens.number(at).is_none() && !tokens.passes(at, &FIRST_WORDS) {
        return None;
    }
    turn_of_year(tokens, at, letter_year)
        .or_else(|| part_of_year(tokens, at, letter_year))
        .or_else(|| season(tokens, at, lead, letter_year))
        .or_else(|| weeks(tokens, at, letter_year))
        .or_else(|| part_of_month(tokens, at, letter_year))
        .or_else(|| month(tokens, at, lead, letter_year))
        .or_else(|| whole_year(tokens, at, lead, letter_year))
}

fn turn_of_year(tokens: &Tokens<'_>, at: usize, letter_year: i16) -> Option<Period> {
    let lead = tokens.phrase(at, &TURN)?;
    let mut year = YearBehind::after(tokens, lead, letter_year);
    if let Some((_, end)) = later_half(tokens, year.end, year.number).filter(|_| year.stated) {
        year.end = end;
    }
    let day = Date::nearest(year.number, 12, 31);
    Some(year.period(PeriodLabel::TurnOfYear, day, day))
}

/// Reads "1. halvår 2024", "andre tertial", "første kvartal av 2026".
fn part_of_year(tokens: &Tokens<'_>, at: usize, letter_year: i16) -> Option<Period> {
    let (number, place) = ordinal(tokens, at)?;
    let year = YearBehind::after(tokens, place + 1, letter_year);
    if tokens.is_word(place, &["halvår", "halvåret"]) {
        let half = HalfYear::from_number(number)?;
        let (first, last) = (half.first_day(year.number), half.last_day(year.number));
        return Some(year.period(PeriodLabel::HalfYear(half), first, last));
    }
    if tokens.is_word(place, &["tertial", "tertialet"]) {
        let tertial = Tertial::from_number(number)?;
        let (first, last) = (tertial.first_day(year.number), tertial.last_day(year.number));
        return Some(year.period(PeriodLabel::Tertial(tertial), first, last));
    }
    let quarter =
        Quarter::from_number(number).filter(|_| tokens.is_word(place, &["kvartal", "kvartalet"]))?;
    let (first, last) = (quarter.first_day(year.number), quarter.last_day(year.number));
    Some(year.period(PeriodLabel::Quarter(quarter), first, last))
}

/// Reads "1.", "1", "første"; gives the place of the word behind it.
fn ordinal(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    if let Some(number) = tokens.short_number(at) {
        let stop = usize::from(tokens.is(at + 1, Kind::Dot));
        return (!tokens.is_torn(at)).then(|| (number, tokens.skip_space(at + 1 + stop)));
    }
    let index = ORDINALS.iter().position(|names| tokens.is_word(at, names))?;
    tokens.is_space(at + 1).then_some((index as u8 + 1, at + 2))
}

fn season(tokens: &Tokens<'_>, at: usize, lead: Option<Lead>, letter_year: i16) -> Option<Period> {
    let is_named =
        |definite: &[&str], bare: &[&str]| tokens.is_word(at, definite) || tokens.is_word(at, bare);
    let (season, definite, _) = SEASONS.into_iter().find(|(_, definite, bare)| is_named(definite, bare))?;
    let mut year = YearBehind::after(tokens, at + 1, letter_year);
    // "om høsten" is every autumn, and "vår" without a year is "our".
    let general = lead.is_none()
        && tokens
            .before_space(at)
            .is_some_and(|before| tokens.is_word(before, &["om", "hver", "kvar", "hvert"]));
    if !year.stated && (general || !tokens.is_word(at, definite)) {
        return None;
    }
    if let Some((later, end)) = later_half(tokens, year.end, year.number).filter(|_| year.stated) {
        year.end = end;
        year.number = if season == Season::Winter { later } else { year.number };
    }
    Some(year.period(
        PeriodLabel::Season(season),
        season.first_day(year.number),
        season.last_day(year.number),
    ))
}

/// Reads "uke 12 2025", "veke 12", "uke 12–14, 2025".
fn weeks(tokens: &Tokens<'_>, at: usize, letter_year: i16) -> Option<Period> {
    let named = tokens.is_word(at, &WEEK);
    let place = named.then(|| tokens.skip_space(at + 1)).filter(|&place| place > at + 1)?;
    let week = tokens.short_number(place)?;
    let span = tokens.is(place + 1, Kind::Dash).then(|| tokens.short_number(place + 2)).flatten();
    let end = if span.is_some() { place + 3 } else { place + 1 };
    let comma = end + usize::from(tokens.is(end, Kind::Comma));
    let mut year = YearBehind::after(tokens, comma, letter_year);
    if !year.stated {
        year.end = end;
    }
    let first = Date::from_iso_week(year.number, week)?;
    let last = Date::from_iso_week(year.number, span.unwrap_or(week)).filter(|monday| *monday >= first)?;
    Some(year.period(PeriodLabel::Week(week), first, last.add_days(6)))
}

/// Reads "primo mai", "medio mai 2025", "ultimo september".
fn part_of_month(tokens: &Tokens<'_>, at: usize, letter_year: i16) -> Option<Period> {
    let part = PARTS_OF_MONTH.iter().position(|part| tokens.is_word(at, &[part]))?;
    let PrintedMonth { month, year, end } = printed_month(tokens, tokens.skip_space(at + 1))?;
    let year = YearBehind { number: year.unwrap_or(letter_year), stated: year.is_some(), end };
    let day = |day| Date::nearest(year.number, month, day);
    Some(match part {
        0 => year.period(PeriodLabel::StartOfMonth(month), day(1), day(10)),
        1 => year.period(PeriodLabel::MiddleOfMonth(month), day(15), day(15)),
        _ => year.period(PeriodLabel::EndOfMonth(month), day(31), day(31)),
    })
}

/// Reads a month, which without a lead must have its year.
fn month(tokens: &Tokens<'_>, at: usize, lead: Option<Lead>, letter_year: i16) -> Option<Period> {
    let PrintedMonth { month, year, end } = printed_month(tokens, at)?;
    if lead.is_none() && year.is_none() {
        return None;
    }
    let year = YearBehind { number: year.unwrap_or(letter_year), stated: year.is_some(), end };
    let day = |day| Date::nearest(year.number, month, day);
    Some(year.period(PeriodLabel::Month(month), day(1), day(31)))
}

/// Reads "2024", "året 2025", "året", "inneværende år" behind a lead that asks for a whole period.
fn whole_year(tokens: &Tokens<'_>, at: usize, lead: Option<Lead>, letter_year: i16) -> Option<Period> {
    if lead != Some(Lead::Within) {
        return None;
    }
    let word = this_year(tokens, at).or_else(|| named_year(tokens, at));
    let place = word.map_or(at, |end| tokens.skip_space(end));
    if let Some(first) = year(tokens, place) {
        let span = tokens.is(place + 1, Kind::Dash).then(|| year(tokens, place + 2)).flatten();
        let last = span.filter(|last| *last > first);
        let end = if last.is_some() { place + 3 } else { place + 1 };
        let year = YearBehind { number: first, stated: true, end };
        let days = (Date::nearest(first, 1, 1), Date::nearest(last.unwrap_or(first), 12, 31));
        return Some(year.period(PeriodLabel::Year, days.0, days.1));
    }
    let year = YearBehind { number: letter_year, stated: false, end: word? };
    let days = (Date::nearest(letter_year, 1, 1), Date::nearest(letter_year, 12, 31));
    Some(year.period(PeriodLabel::Year, days.0, days.1))
}

fn named_year(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    tokens.is_word(at, &YEAR).then_some(at + 1)
}

fn this_year(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    THIS_YEAR.into_iter().find_map(|phrase| tokens.phrase(at, phrase))
}
