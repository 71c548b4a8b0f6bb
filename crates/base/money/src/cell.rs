//! Amounts in table cells.

use crate::number::{self, Groups};
use crate::printed;
use crate::scan::{is_minus, word_at};
use crate::suffix;
use crate::{Printed, Unit};

/// Reads a cell that holds one number and nothing else; a unit in the cell wins over the table's.
///
/// Parentheses or a minus make it negative, also with a space between, and the number may be broken over lines.
/// A bare year reads as a number; a date, a section number and any other word do not.
pub fn parse_cell(text: &str, unit: Unit) -> Option<Printed> {
    let start = text.len() - text.trim_start().len();
    let content = text.trim();
    let bracketed = content.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    let inner = bracketed.unwrap_or(content).trim();
    let (signed, unsigned) = strip_sign(inner);
    let (priced, body) = strip_currency(unsigned);
    let (late_sign, body) = if signed.is_none() { strip_sign(body) } else { (None, body) };
    if !body.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let number = number::scan(body, 0, Groups::Cell);
    let suffix = suffix::unit_after(body, number.range.end, priced);
    let end = suffix.as_ref().map_or(number.range.end, |suffix| suffix.end);
    let rest = &body[end..];
    let own = suffix.map(|suffix| suffix.unit).or(priced.then_some(Unit::Kroner));
    let unit = own.unwrap_or(unit);
    let date_like = number.dotted && !matches!(own, Some(Unit::Million | Unit::Billion));
    let negative = signed.or(late_sign).unwrap_or(false) || bracketed.is_some();
    if number.torn || date_like || !(rest.is_empty() || (own.is_some() && rest == ".")) {
        return None;
    }
    Some(Printed {
        amount: printed::value(&number, unit, negative)?,
        unit,
        decimals: number.decimals,
        range: start..start + content.len(),
        approximate: false,
    })
}

/// Takes a sign off; gives whether it is a minus.
fn strip_sign(text: &str) -> (Option<bool>, &str) {
    if let Some(rest) = text.strip_prefix('+') {
        return (Some(false), rest.trim_start());
    }
    text.strip_prefix(is_minus).map_or((None, text), |rest| (Some(true), rest.trim_start()))
}

/// Takes a currency off; gives whether there was one.
fn strip_currency(text: &str) -> (bool, &str) {
    let word = word_at(text, 0);
    if !suffix::is_currency(word) {
        return (false, text);
    }
    let rest = &text[word.len()..];
    (true, rest.strip_prefix('.').unwrap_or(rest).trim_start())
}
