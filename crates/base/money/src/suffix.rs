//! The unit behind a number: "mill. kroner", "kr", ",-".

use crate::Unit;
use crate::scan::{gap_end, one_of, word_at};

/// Words for the currency.
const CURRENCY: [&str; 4] = ["kr", "kroner", "krone", "nok"];

/// Words that may follow a bare "mill." when it means money; after any other word it may count people.
const AFTER_BARE_SCALE: [&str; 26] = [
    "i", "til", "på", "av", "og", "for", "fra", "frå", "som", "eller", "over", "per", "pr", "er", "blir",
    "skal", "under", "ved", "hver", "kvar", "hvorav", "herav", "men", "mer", "meir", "mens",
];

/// A unit that follows a number.
pub(crate) struct Suffix {
    pub unit: Unit,
    pub end: usize,
    /// It is "kr" alone, which may as well belong to the number behind it.
    pub short: bool,
}

/// Reads the unit behind a number that ends at `at`; `priced` tells that the currency stands before the number.
pub(crate) fn unit_after(text: &str, at: usize, priced: bool) -> Option<Suffix> {
    if let Some(end) = dash_end(text, at) {
        let end = currency_end(text, end).unwrap_or(end);
        return Some(Suffix { unit: Unit::Kroner, end, short: false });
    }
    let word_start = gap_end(text, at)?;
    let word = word_at(text, word_start);
    let mut end = word_start + word.len();
    if one_of(word, &CURRENCY) {
        return Some(Suffix { unit: Unit::Kroner, end, short: one_of(word, &["kr", "nok"]) });
    }
    if let Some(unit) = scale_and_currency(word) {
        return Some(Suffix { unit, end, short: false });
    }
    let unit = scale(word)?;
    let abbreviated = one_of(word, &["mill", "mrd"]);
    if abbreviated && text[end..].starts_with('.') {
        end += 1;
    }
    let bare = priced || (abbreviated && reads_as_money(text, end));
    let end = currency_end(text, end).or(bare.then_some(end))?;
    Some(Suffix { unit, end, short: false })
}

/// Returns the scale that a word stands for.
pub(crate) fn scale(word: &str) -> Option<Unit> {
    if one_of(word, &["mill", "million", "millioner", "millionar"]) {
        return Some(Unit::Million);
    }
    if one_of(word, &["mrd", "milliard", "milliarder", "milliardar"]) {
        return Some(Unit::Billion);
    }
    one_of(word, &["tusen"]).then_some(Unit::Thousand)
}

/// Returns the unit of a word that holds both scale and currency.
pub(crate) fn scale_and_currency(word: &str) -> Option<Unit> {
    if one_of(word, &["mkr", "mnok"]) {
        return Some(Unit::Million);
    }
    one_of(word, &["tkr", "tnok"]).then_some(Unit::Thousand)
}

/// Tells whether a word names the currency.
pub(crate) fn is_currency(word: &str) -> bool {
    one_of(word, &CURRENCY)
}

fn currency_end(text: &str, at: usize) -> Option<usize> {
    let start = gap_end(text, at)?;
    let word = word_at(text, start);
    is_currency(word).then_some(start + word.len())
}

/// Returns the end of the ",-" that stands for no øre.
fn dash_end(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(',')?;
    let dash =
        rest.chars().next().filter(|dash| matches!(dash, '-' | '\u{2013}' | '\u{2014}' | '\u{2212}'))?;
    Some(at + 1 + dash.len_utf8())
}

fn reads_as_money(text: &str, end: usize) -> bool {
    let Some(start) = gap_end(text, end) else { return true };
    let word = word_at(text, start);
    word.is_empty() || word.starts_with(char::is_uppercase) || one_of(word, &AFTER_BARE_SCALE)
}
