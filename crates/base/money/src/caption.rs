//! Units in table captions and column headings.

use crate::Unit;
use crate::number::{self, Groups};
use crate::scan::{one_of, word_at};
use crate::suffix::{is_currency, scale, scale_and_currency};

/// Words that announce a unit.
const INTRODUCING: [&str; 6] = ["i", "beløp", "tall", "tal", "summer", "summar"];

/// A piece of a caption; full stops and hyphens are left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Word(&'t str),
    Number(Option<i64>),
    Open,
    Close,
    Other,
}

/// Reads the unit that a caption or a column heading announces: "(i 1 000 kroner)", "Beløp i mill. kr", "kr".
pub fn parse_caption(text: &str) -> Option<Unit> {
    let pieces = pieces(text);
    (0..pieces.len()).find_map(|at| {
        let (unit, length) = phrase(&pieces[at..])?;
        announced(&pieces, at, length).then_some(unit)
    })
}

/// Tells whether the phrase is introduced, alone in parentheses, or the whole text.
fn announced(pieces: &[Piece<'_>], at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).map(|before| pieces[before]);
    let after = pieces.get(at + length).copied();
    match before {
        Some(Piece::Word(word)) => one_of(word, &INTRODUCING),
        Some(Piece::Open) => matches!(after, Some(Piece::Close)),
        None => after.is_none(),
        _ => false,
    }
}

/// Reads a unit at the start of the pieces; gives how many it takes.
fn phrase(pieces: &[Piece<'_>]) -> Option<(Unit, usize)> {
    let whole = usize::from(word(pieces, 0).is_some_and(|word| one_of(word, &["hele", "heile"])));
    let rest = &pieces[whole..];
    if let Some(unit) = word(rest, 0).and_then(scale_and_currency) {
        return Some((unit, whole + 1));
    }
    if word(rest, 0).is_some_and(is_currency) {
        return Some(match rest.get(1).and_then(|&piece| factor(piece)) {
            Some(unit) => (unit, whole + 2),
            None if matches!(rest.get(1), Some(Piece::Number(_))) => return None,
            None => (Unit::Kroner, whole + 1),
        });
    }
    let unit = factor(*rest.first()?)?;
    let named = word(rest, 1).is_some_and(is_currency);
    let scaled = word(rest, 0).is_some_and(|word| one_of(word, &["mill", "mrd", "millioner", "milliarder"]));
    (named || scaled).then_some((unit, whole + 1 + usize::from(named)))
}

fn factor(piece: Piece<'_>) -> Option<Unit> {
    match piece {
        Piece::Word(word) => scale(word),
        Piece::Number(Some(1_000)) => Some(Unit::Thousand),
        Piece::Number(Some(1_000_000)) => Some(Unit::Million),
        Piece::Number(Some(1_000_000_000)) => Some(Unit::Billion),
        _ => None,
    }
}

fn word<'t>(pieces: &[Piece<'t>], at: usize) -> Option<&'t str> {
    match pieces.get(at) {
        Some(Piece::Word(word)) => Some(word),
        _ => None,
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let mut length = letter.len_utf8();
        if letter.is_ascii_digit() {
            let number = number::scan(text, at, Groups::Text);
            length = number.range.len();
            let exact = number.decimals == 0 && !number.torn;
            pieces.push(Piece::Number(number.mantissa.filter(|_| exact)));
        } else if letter.is_alphabetic() {
            let word = word_at(text, at);
            length = word.len();
            pieces.push(Piece::Word(word));
        } else if let Some(piece) = sign(letter) {
            pieces.push(piece);
        }
        at += length;
    }
    pieces
}

fn sign(letter: char) -> Option<Piece<'static>> {
    match letter {
        '(' | '[' => Some(Piece::Open),
        ')' | ']' => Some(Piece::Close),
        '.' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '*' | '_' | ':' => None,
        letter if letter.is_whitespace() => None,
        _ => Some(Piece::Other),
    }
}
