//! Amounts in running text.

use crate::number::{self, Groups, Number};
use crate::printed;
use crate::scan::{digits_end, ends_with_phrase, gap_end, is_minus, line_breaks, tail};
use crate::suffix::{self, Suffix};
use crate::{Printed, Unit};

/// Words that make the amount behind them less than exact.
const APPROXIMATE: [&str; 16] = [
    "inntil",
    "om lag",
    "omlag",
    "rundt",
    "ca.",
    "ca",
    "cirka",
    "circa",
    "omtrent",
    "omkring",
    "kring",
    "nærmere",
    "nærare",
    "opptil",
    "opp til",
    "anslagsvis",
];

/// Ends of table captions, where "1 000 kroner" is a unit and no amount.
const CAPTION: [&str; 6] = ["(i", "tall i", "tal i", "beløp i", "summer i", "summar i"];

/// Finds the amounts of a text that are printed with a currency, in order.
pub fn find_amounts(text: &str) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|letter: char| letter.is_ascii_digit()) {
        let start = at + offset;
        let taken = found.last().map_or(0, |printed| printed.range.end);
        let number = number::scan(text, start, groups_after(text, taken, start));
        let amount = amount(text, taken, &number);
        at = amount.as_ref().map_or(number.range.end, |printed| printed.range.end);
        found.extend(amount);
    }
    found
}

/// Decides whether the digits may go on in groups: the number of a post, a chapter or a form ("A4") may not.
fn groups_after(text: &str, taken: usize, start: usize) -> Groups {
    let before = &text[taken..start];
    if before.ends_with(char::is_alphabetic) && currency_before(before).is_none() {
        return Groups::One;
    }
    let before = tail(before);
    let digits = digits_end(text, start) - start;
    let ends_with = |words: &[&str]| words.iter().any(|word| ends_with_phrase(&before, word));
    let post = digits == 2 && ends_with(&["post"]);
    let chapter = digits == 3 && ends_with(&["kap.", "kap", "kapittel"]);
    if post || chapter { Groups::One } else { Groups::Text }
}

fn amount(text: &str, taken: usize, number: &Number) -> Option<Printed> {
    if number.torn {
        return None;
    }
    let lead = lead(&text[taken..number.range.start])?;
    let suffix = own_suffix(text, number, lead.priced);
    let unit = match &suffix {
        Some(suffix) => suffix.unit,
        None if lead.priced => Unit::Kroner,
        None => return None,
    };
    if number.dotted && !matches!(unit, Unit::Million | Unit::Billion) {
        return None;
    }
    let before = tail(&text[taken..taken + lead.start]);
    let is_caption = number.mantissa == Some(1000) && CAPTION.iter().any(|end| before.ends_with(end));
    if is_caption {
        return None;
    }
    let end = suffix.map_or(number.range.end, |suffix| suffix.end);
    Some(Printed {
        amount: printed::value(number, unit, lead.negative)?,
        unit,
        decimals: number.decimals,
        range: taken + lead.start..end,
        approximate: lead.range_end || APPROXIMATE.iter().any(|word| ends_with_phrase(&before, word)),
    })
}

/// What stands right before a number and belongs to it.
struct Lead {
    start: usize,
    negative: bool,
    /// The number ends a range such as "10–12".
    range_end: bool,
    /// The currency stands before the number.
    priced: bool,
}

/// Reads sign and currency at the end of `before`; `None` when the digits are a part of a word.
fn lead(before: &str) -> Option<Lead> {
    let mut lead = Lead { start: before.len(), negative: false, range_end: false, priced: false };
    if let Some(unsigned) = before.strip_suffix(is_minus) {
        match unsigned.chars().next_back() {
            Some(letter) if letter.is_ascii_digit() => lead.range_end = true,
            Some(letter) if letter.is_alphanumeric() => return None,
            _ => {
                lead.negative = true;
                lead.start = unsigned.len();
            }
        }
    }
    if !lead.range_end
        && let Some(start) = currency_before(&before[..lead.start])
    {
        return Some(Lead { start, priced: true, ..lead });
    }
    let joined = before[..lead.start].ends_with(char::is_alphanumeric);
    (!joined).then_some(lead)
}

/// Returns the start of the currency at the end of `before`, with at most one line break behind it.
fn currency_before(before: &str) -> Option<usize> {
    let trimmed = before.trim_end();
    if line_breaks(&before[trimmed.len()..]) > 1 {
        return None;
    }
    let stopped = trimmed.strip_suffix('.').unwrap_or(trimmed);
    let longest =
        stopped.char_indices().rev().take_while(|(_, letter)| letter.is_alphabetic()).take(7).last();
    let start = longest.map(|(at, _)| at)?;
    let joined = stopped[..start].ends_with(char::is_alphanumeric);
    (!joined && suffix::is_currency(&stopped[start..])).then_some(start)
}

/// Returns the unit behind the number, unless it is the currency of the next number ("i 2024 kr 500 000") or the
/// next line of a column heading ("2024", "kr").
fn own_suffix(text: &str, number: &Number, priced: bool) -> Option<Suffix> {
    let suffix = suffix::unit_after(text, number.range.end, priced)?;
    let plain = !number.grouped && number.decimals == 0;
    let yearly = plain && number.range.len() == 4 && suffix.short;
    if yearly && line_breaks(&text[number.range.end..suffix.end]) > 0 {
        return None;
    }
    let lent = suffix.short && (plain || priced || number.dotted) && next_is_priced_by(text, suffix.end);
    (!lent).then_some(suffix)
}

/// Tells whether a number without a unit of its own follows the "kr" that ends at `at`.
fn next_is_priced_by(text: &str, at: usize) -> bool {
    let after_stop = if text[at..].starts_with('.') { at + 1 } else { at };
    let Some(start) = gap_end(text, after_stop) else { return false };
    let start = start + text[start..].chars().next().filter(|&sign| is_minus(sign)).map_or(0, char::len_utf8);
    if !text[start..].starts_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let next = number::scan(text, start, Groups::Text);
    suffix::unit_after(text, next.range.end, false)
        .is_none_or(|suffix| !suffix.short && suffix.unit != Unit::Kroner)
}
