//! Glyphs to words, words to the rows of a baseline.

use super::ink::{Ink, Look};

/// A word.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    /// Its characters.
    pub text: String,
    /// Left end.
    pub x0: f32,
    /// Right end.
    pub x1: f32,
    /// Baseline.
    pub y: f32,
    /// Size of its font.
    pub size: f32,
    /// How it looks.
    pub look: Look,
    /// Raised figures that stand at it and point at notes.
    pub refs: Vec<String>,
    /// A space is painted behind it.
    spaced: bool,
    /// It is set small and high beside a larger word.
    raised: bool,
}

/// The words of one baseline, from left to right.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// The words.
    pub words: Vec<Word>,
    /// The baseline.
    pub y: f32,
    /// The size of its largest word.
    pub size: f32,
}

/// Returns the rows of glyphs that are given in the order of painting, from top to bottom.
pub(super) fn rows<'a>(inks: impl Iterator<Item = &'a Ink>) -> Vec<Row> {
    let mut words = pieces(inks);
    words.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row> = Vec::new();
    for word in words {
        match rows.last_mut() {
            Some(row) if word.y - row.y <= 0.3 * row.size.min(word.size) => {
                if word.size > row.size {
                    (row.y, row.size) = (word.y, word.size);
                }
                row.words.push(word);
            }
            _ => rows.push(Row { y: word.y, size: word.size, words: vec![word] }),
        }
    }
    for row in &mut rows {
        row.words.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    lift(&mut rows);
    for row in &mut rows {
        row.words = merged(std::mem::take(&mut row.words));
    }
    rows.retain(|row| !row.words.is_empty());
    rows
}

/// Returns runs of glyphs that are painted one behind the other.
fn pieces<'a>(inks: impl Iterator<Item = &'a Ink>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for ink in inks {
        if ink.is_space() {
            if let Some(word) = words.last_mut().filter(|_| open) {
                word.spaced = true;
            }
            open = false;
            continue;
        }
        let joins = words.last().is_some_and(|word| open && follows(word, ink));
        if !joins {
            let (x0, x1, y) = (ink.x0, ink.x0, ink.y);
            words.push(Word { x0, x1, y, size: ink.size, look: ink.look, ..Word::default() });
        }
        if let Some(word) = words.last_mut() {
            write(&mut word.text, ink.text.as_slice());
            word.x1 = word.x1.max(ink.x1);
        }
        open = true;
    }
    for word in &mut words {
        if word.text.ends_with('\u{a0}') {
            word.text.truncate(word.text.trim_end().len());
            word.spaced = true;
        }
    }
    words.retain(|word| !word.text.trim().is_empty());
    words
}

/// Tells whether a glyph stands right behind a run of the same look.
fn follows(word: &Word, ink: &Ink) -> bool {
    let gap = ink.x0 - word.x1;
    word.look == ink.look
        && (word.y - ink.y).abs() < 0.1 * ink.size
        && (word.size - ink.size).abs() < 0.1 * ink.size
        && gap < GAP * ink.size
        && gap > -0.3 * ink.size
}

/// Two runs are one word when less than this part of the font's size stands between.
const GAP: f32 = 0.14;

fn write(text: &mut String, characters: &[char]) {
    for c in characters {
        match *c {
            '\u{ad}' | '\u{2010}' | '\u{2011}' => text.push('-'),
            '\u{fb00}' => text.push_str("ff"),
            '\u{fb01}' => text.push_str("fi"),
            '\u{fb02}' => text.push_str("fl"),
            '\u{fb03}' => text.push_str("ffi"),
            '\u{fb04}' => text.push_str("ffl"),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\0' => {}
            c @ '\u{f020}'..='\u{f07e}' => text.extend(char::from_u32(c as u32 - 0xf000)),
            '\u{f080}'..='\u{f0ff}' => text.push('•'),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
}

/// More words than this on one baseline are no text.
const WORDS_MAX: usize = 2_000;

/// Moves small words that stand high or low beside larger ones into the row of these.
fn lift(rows: &mut Vec<Row>) {
    let mut moves: Vec<(usize, usize, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.words.len() < WORDS_MAX) {
        for (index, word) in row.words.iter().enumerate() {
            let mut near = (at.saturating_sub(3)..(at + 4).min(rows.len())).filter(|other| *other != at);
            let home = near.find_map(|other| beside(word, rows.get(other)?).then_some(other));
            if let Some(home) = home {
                moves.push((at, index, home));
            }
        }
    }
    for (at, index, home) in moves.into_iter().rev() {
        let Some(y) = rows.get(home).map(|row| row.y) else { continue };
        let Some(mut word) = rows.get_mut(at).map(|row| row.words.remove(index)) else { continue };
        word.raised = word.y < y;
        if let Some(row) = rows.get_mut(home) {
            let place = row.words.partition_point(|other| other.x0 < word.x0);
            row.words.insert(place, word);
        }
    }
    rows.retain(|row| !row.words.is_empty());
}

/// Tells whether a small word stands at a word of a row, higher or lower than its baseline.
fn beside(word: &Word, row: &Row) -> bool {
    if word.size > 0.85 * row.size || (word.y - row.y).abs() > 0.6 * row.size || word.text.chars().count() > 6
    {
        return false;
    }
    let place = row.words.partition_point(|other| other.x0 <= word.x0);
    let reach = 0.35 * row.size;
    let before = place.checked_sub(1).and_then(|before| row.words.get(before));
    let large = |other: &&Word| other.size > 1.15 * word.size;
    before.filter(large).is_some_and(|other| (word.x0 - other.x1).abs() < reach)
        || row.words.get(place).filter(large).is_some_and(|other| {
            let reach = if place == 0 { 3.0 * row.size } else { reach };
            (-reach.min(1.0)..reach).contains(&(other.x0 - word.x1))
        })
}

/// Joins the pieces of words of one row, which are in order from left to right.
fn merged(pieces: Vec<Word>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for piece in pieces {
        let Some(word) = words.last_mut() else {
            words.push(opening(piece));
            continue;
        };
        let gap = piece.x0 - word.x1;
        if piece.text == word.text && (piece.x0 - word.x0).abs() < 0.25 * piece.size {
            word.look.bold = true;
            continue;
        }
        let near = gap < GAP * piece.size.max(word.size) && gap > -0.3 * piece.size;
        if piece.raised && near && is_mark(&piece.text) && !is_unit(&word.text) {
            word.refs.push(piece.text);
            word.x1 = word.x1.max(piece.x1);
            word.spaced = piece.spaced;
            continue;
        }
        if !near || word.spaced {
            words.push(opening(piece));
            continue;
        }
        word.text.push_str(&piece.text);
        word.look.bold &= piece.look.bold;
        word.look.italic &= piece.look.italic;
        word.x1 = word.x1.max(piece.x1);
        word.size = word.size.max(piece.size);
        word.spaced = piece.spaced;
        word.refs.extend(piece.refs);
    }
    words
}

/// Returns a piece as the beginning of a word; a raised mark alone is a mark before the words that follow.
fn opening(mut piece: Word) -> Word {
    if piece.raised && is_mark(&piece.text) {
        piece.refs.push(std::mem::take(&mut piece.text));
        piece.spaced = true;
    }
    piece
}

/// Tells whether a raised text points at a note.
fn is_mark(text: &str) -> bool {
    let text = text.trim_matches(['(', ')', '[', ']', ',']);
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        || !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§'))
        || matches!(text.as_bytes(), [b'a'..=b'e' | b'i'])
}

/// Tells whether a raised figure behind a word is its power.
fn is_unit(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphabetic());
    matches!(word, "m" | "km" | "dm" | "cm" | "mm")
}
