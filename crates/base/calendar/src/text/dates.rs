//! The search for dates.

use super::gate::Gate;
use super::inherit::{self, JOINING};
use super::mention::DateMention;
use super::token::{Kind, Tokens};
use super::{month, numeric, words};
use crate::name::{MONTHS_ABBREVIATED, MONTHS_NORWEGIAN};

/// The words that a date may begin with.
static FIRST_WORDS: Gate =
    Gate::new().open(&MONTHS_NORWEGIAN).open(&MONTHS_ABBREVIATED).open(&month::CLOSING);

/// What a reader finds at a place: the mentions, and the place where reading goes on.
pub(super) type Found = (Vec<DateMention>, usize);

/// Finds the dates of a text, in order.
///
/// A year holds also for the days that are joined to its date from before: "30.06 og 31.12.2025".
pub fn find_dates(text: &str) -> Vec<DateMention> {
    if !FIRST_WORDS.may_be_in(text) {
        return Vec::new();
    }
    let tokens = Tokens::read(text);
    let mut found: Vec<DateMention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !matches!(tokens.kind(at), Some(Kind::Number { .. })) && !tokens.passes(at, &FIRST_WORDS) {
            at += 1;
            continue;
        }
        let start = tokens.range(at, at + 1).start;
        let joined = found.last().is_some_and(|last| is_joint(&text[last.range.end..start]));
        let next = numeric::iso(&tokens, at)
            .or_else(|| words::day_and_month(&tokens, at))
            .or_else(|| numeric::slashed(&tokens, at))
            .or_else(|| numeric::figures(&tokens, at, joined))
            .or_else(|| month::month(&tokens, at))
            .or_else(|| month::end_of_year(&tokens, at));
        at = next.as_ref().map_or(at + 1, |(_, next)| *next);
        found.extend(next.into_iter().flat_map(|(mentions, _)| mentions));
    }
    inherit::years(text, &mut found);
    found
}

/// Tells whether a text joins two dates; a long one is not even looked at, so that the search stays linear.
fn is_joint(between: &str) -> bool {
    const BYTES_MAX: usize = 12;
    between.len() <= BYTES_MAX && JOINING.contains(&between.trim())
}
