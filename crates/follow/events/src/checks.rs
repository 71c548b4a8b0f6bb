//! What every area asks of the values in a command: lengths of texts, and days that can be meant.

use crate::refusal::Refusal;
use crate::refusals;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

/// The most characters of a title or a name.
pub(crate) const TITLE_MAX: usize = 500;

/// The most characters of a text.
pub(crate) const TEXT_MAX: usize = 20_000;

/// Checks a title or name: one line, not empty, at most 500 characters. `what` says what it is, as "navnet".
pub(crate) fn title(what: &Message, text: &str) -> Result<(), Refusal> {
    if text.chars().any(char::is_control) {
        return Err(refusals::text_of_many_lines(what));
    }
    length(what, text, TITLE_MAX)
}

/// Checks a text: not empty, at most 20 000 characters.
pub(crate) fn text(what: &Message, text: &str) -> Result<(), Refusal> {
    length(what, text, TEXT_MAX)
}

/// Checks a text that may be missing.
pub(crate) fn text_if_any(what: &Message, text: Option<&str>) -> Result<(), Refusal> {
    match text {
        Some(written) if !written.trim().is_empty() => self::text(what, written),
        _ => Ok(()),
    }
}

/// Checks that a day lies between 1900 and 2200.
pub(crate) fn day(day: Date) -> Result<(), Refusal> {
    if (1900..=2200).contains(&day.year()) { Ok(()) } else { Err(refusals::day_out_of_range(day)) }
}

fn length(what: &Message, text: &str, most: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(refusals::text_missing(what));
    }
    let found = text.chars().count();
    if found > most { Err(refusals::text_too_long(what, found, most)) } else { Ok(()) }
}
