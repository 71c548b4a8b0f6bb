//! The search for periods.

use super::lead::{Lead, lead};
use super::mention::{PeriodLabel, PeriodMention};
use super::period::{FIRST_WORDS, Period, period};
use super::token::Tokens;

/// Finds the periods of a text, in order; a year that is not printed is the letter's.
///
/// Before a season, a month or the like, "før" gives the time from the start of the year until the day before.
pub fn find_periods(text: &str, letter_year: i16) -> Vec<PeriodMention> {
    if !FIRST_WORDS.may_be_in(text) {
        return Vec::new();
    }
    let tokens = Tokens::read(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let next = period_at(&tokens, at, letter_year);
        at = next.as_ref().map_or(at + 1, |(_, next)| *next);
        found.extend(next.map(|(mention, _)| mention));
    }
    found
}

fn period_at(tokens: &Tokens<'_>, at: usize, letter_year: i16) -> Option<(PeriodMention, usize)> {
    let leading = lead(tokens, at);
    let body = leading.map_or(at, |(_, end)| end);
    let leading = leading.map(|(lead, _)| lead);
    let period = period(tokens, body, leading, letter_year)?;
    // The preposition of "i juni 2025" is no part of the name.
    let from = if leading == Some(Lead::In) { body } else { at };
    let Period { label, first, last, year_stated, end } = period;
    let (first, last) = match (leading, label) {
        (Some(Lead::Before), PeriodLabel::TurnOfYear)
        | (None | Some(Lead::Within | Lead::By | Lead::In), _) => (first, last),
        (Some(Lead::Before), _) => {
            let eve = first.add_days(-1);
            (eve.start_of_year(), eve)
        }
    };
    Some((PeriodMention { range: tokens.range(from, end), first, last, label, year_stated }, end))
}
