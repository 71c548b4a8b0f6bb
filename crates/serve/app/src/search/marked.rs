//! A text with the words that were found marked, cut where it is long.

use super::words;
use std::collections::BTreeSet;
use std::ops::Range;

/// As many characters of a long text are shown.
const SHOWN_MAX: usize = 220;
/// As many of them stand before the first word that was found.
const BEFORE: usize = 60;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it was looked for.
    pub marked: bool,
}

/// Marks the words of a text.
pub(super) fn marked(text: &str, found: &BTreeSet<String>) -> Vec<Piece> {
    pieces(text, 0..text.len(), &spots(text, found))
}

/// Marks the words of a text and cuts what is far from the first of them; nothing when none stands in it.
pub(super) fn excerpt(text: &str, found: &BTreeSet<String>) -> Vec<Piece> {
    let spots = spots(text, found);
    let Some(first) = spots.first() else { return Vec::new() };
    let start = cut_before(text, first.start);
    let end = text[start..].char_indices().nth(SHOWN_MAX).map_or(text.len(), |(at, _)| start + at);
    let end = end.max(first.end);
    let mut all = pieces(text, start..end, &spots);
    let dots = || Piece { text: "…".to_owned(), marked: false };
    if start > 0 {
        all.insert(0, dots());
    }
    if end < text.len() {
        all.push(dots());
    }
    all
}

/// Returns where an excerpt begins: at a word, some characters before.
fn cut_before(text: &str, at: usize) -> usize {
    let Some((cut, _)) = text[..at].char_indices().rev().nth(BEFORE) else { return 0 };
    text[cut..at].find(' ').map_or(cut, |space| cut + space + 1)
}

/// Returns where the words stand, in order and apart.
fn spots(text: &str, found: &BTreeSet<String>) -> Vec<Range<usize>> {
    let mut spots: Vec<Range<usize>> =
        words::all(text).filter(|word| found.contains(&word.form)).map(|word| word.range).collect();
    spots.sort_by_key(|spot| (spot.start, spot.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for spot in spots {
        match apart.last_mut() {
            Some(last) if spot.start < last.end => last.end = last.end.max(spot.end),
            _ => apart.push(spot),
        }
    }
    apart
}

fn pieces(text: &str, within: Range<usize>, spots: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut add = |range: Range<usize>, marked: bool| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    let mut at = within.start;
    for spot in spots.iter().filter(|spot| spot.start >= within.start && spot.end <= within.end) {
        add(at..spot.start, false);
        add(spot.clone(), true);
        at = spot.end;
    }
    add(at..within.end, false);
    pieces
}
