//! A line of words, and how lines go on.

use super::table::TablePart;
use super::words::{Row, Word};
use std::collections::BTreeSet;
use styrbord_source::{LaidLine, LaidText, LineEnd};

/// A line of text with its place.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// The words, with one space between them.
    pub text: String,
    /// Left end.
    pub x0: f32,
    /// Right end.
    pub x1: f32,
    /// Baseline.
    pub y: f32,
    /// Size of most of it.
    pub size: f32,
    /// All of it is bold.
    pub bold: bool,
    /// Its page.
    pub page: u32,
    /// Where the words behind the first one begin.
    pub second: f32,
    /// The width of what cannot be parted at its beginning.
    pub first: f32,
    /// The marks of notes in it; the mark that it begins with comes first and stands in `lead` too.
    pub refs: Vec<String>,
    /// A raised mark before its first word.
    pub lead: Option<String>,
    /// The right end to which lines run where it stands.
    pub margin: f32,
}

impl Line {
    /// Returns the line of some words; none when they say nothing.
    pub fn new(words: &[Word], page: u32) -> Option<Line> {
        let lead = words.first().filter(|word| word.text.is_empty());
        let refs: Vec<String> = words.iter().flat_map(|word| word.refs.iter().cloned()).collect();
        let lead = lead.and_then(|word| word.refs.first().cloned());
        let words: Vec<&Word> = words.iter().filter(|word| !word.text.is_empty()).collect();
        let (first, last) = (words.first()?, words.last()?);
        let mut text = String::new();
        for word in &words {
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(word.text.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }));
        }
        let size = most_common_size(&words);
        let main = words.iter().find(|word| (word.size - size).abs() < 0.01).unwrap_or(first);
        Some(Line {
            text,
            x0: first.x0,
            x1: words.iter().fold(last.x1, |x, word| x.max(word.x1)),
            y: main.y,
            size,
            bold: words.iter().all(|word| word.look.bold || !word.text.contains(char::is_alphanumeric)),
            page,
            second: words.get(1).map_or(first.x1, |word| word.x0),
            first: unbroken(&words) - first.x0,
            refs,
            lead,
            margin: 0.0,
        })
    }

    /// Returns the line of a row.
    pub fn of_row(row: &Row, page: u32) -> Option<Line> {
        Line::new(&row.words, page)
    }

    /// Returns the line as a reader gives it.
    pub fn laid(&self, end: LineEnd) -> LaidLine {
        LaidLine { text: self.text.clone(), end, page: Some(self.page) }
    }
}

/// Returns the size in which most characters are set.
fn most_common_size(words: &[&Word]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    for word in words {
        let room = sizes.len() < 8;
        match sizes.iter_mut().find(|(size, _)| (size - word.size).abs() < 0.01) {
            Some((_, count)) => *count += word.text.len(),
            None if room => sizes.push((word.size, word.text.len())),
            None => {}
        }
    }
    sizes.iter().rev().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| *size)
}

/// Returns the right end of what no margin parts at the beginning of a line: a word, or the groups of a figure.
fn unbroken(words: &[&Word]) -> f32 {
    let figures = |word: &Word| !word.text.is_empty() && word.text.bytes().all(|byte| byte.is_ascii_digit());
    let mut end = words.first().map_or(0.0, |word| word.x1);
    if words.first().is_some_and(|word| figures(word) && word.text.len() <= 3) {
        for word in words.iter().skip(1).take_while(|word| figures(word) && word.text.len() == 3) {
            end = word.x1;
        }
    }
    end
}

/// The words of a document that stand amid lines, so that no margin can have cut them.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(BTreeSet<String>);

impl Vocabulary {
    /// Takes the words of a line; the first and the last one of a narrow line may be parts of words.
    pub fn learn(&mut self, line: &Line, narrow: bool) {
        const MOST: usize = 200_000;
        let words: Vec<&str> = line.text.split(' ').collect();
        if words.len() < 3 || self.0.len() > MOST {
            return;
        }
        let ends = usize::from(narrow);
        let last = words.len() - usize::from(narrow || line.text.ends_with('-'));
        for word in words.get(ends..last).unwrap_or_default() {
            let word = bare(word);
            if word.len() > 1 && !self.0.contains(&word) {
                self.0.insert(word);
            }
        }
    }

    /// Takes the words of a table.
    pub fn learn_cells(&mut self, table: &TablePart) {
        for line in table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines) {
            self.learn(line, true);
        }
    }

    fn knows(&self, word: &str) -> bool {
        self.0.contains(&bare(word))
    }
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Returns how a line goes on in the next one of the same text.
pub(super) fn end(line: &Line, next: &Line, words: &Vocabulary) -> LineEnd {
    let room = line.margin - line.x1;
    if let Some(last) = line.text.chars().next_back()
        && let Some(first) = next.text.chars().next()
        && goes_on_unspaced(&line.text, last, first)
        && room < next.first + line.size
    {
        return LineEnd::InWord;
    }
    if is_cut(line, next, room, words) {
        return LineEnd::InWord;
    }
    if begins_with_bullet(&next.text) || begins_with_label(&next.text) {
        return LineEnd::Break;
    }
    let fits = room > 0.22 * line.size + next.first + 0.5;
    if !fits {
        return LineEnd::Wrap;
    }
    let goes_on = next.text.starts_with(char::is_lowercase) && !is_lettered(&next.text);
    if goes_on && ends_in_scale(&line.text) {
        return LineEnd::Wrap;
    }
    let open = line.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–'));
    let nearly_full = room < 0.25 * (line.margin - line.x0) && room < 6.0 * line.size;
    if goes_on && open && nearly_full { LineEnd::Wrap } else { LineEnd::Break }
}

/// Tells whether a text ends in a shortened word that never ends a sentence: `3,5 mill.`, `jf.`.
fn ends_in_scale(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    ["mill.", "mrd.", "kap.", "nr.", "jf.", "ca.", "pkt."].contains(&last.as_str())
}

/// Tells whether a text begins with a dash or dot and something that can begin an item: a capital, a figure.
fn begins_with_bullet(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('-' | '–' | '•' | '·' | '▪'))
        && chars.next() == Some(' ')
        && chars.next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Tells whether a text begins with a word, its number and a colon: `SP 11: …`, `Mål 2: …`.
fn begins_with_label(text: &str) -> bool {
    let mut words = text.split(' ');
    let (word, number) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let Some(number) = number.strip_suffix(':') else { return false };
    word.starts_with(char::is_uppercase)
        && word.chars().all(char::is_alphabetic)
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Tells whether a text begins with a letter that counts: `a)`, `b.`.
pub(super) fn is_lettered(text: &str) -> bool {
    matches!(text.as_bytes(), [b'a'..=b'z' | b'A'..=b'Z', b')' | b'.', ..])
}

/// Tells whether a line ends where words may be parted without a space: behind a stroke, in a span of years.
fn goes_on_unspaced(text: &str, last: char, first: char) -> bool {
    let before = text.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    before
        && (last == '/' && first.is_alphanumeric() || last == '–' && first.is_ascii_digit())
        && (last != '–' || text.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit()))
}

/// Tells whether a word longer than its cell is wide was cut at the cell's edge.
fn is_cut(line: &Line, next: &Line, room: f32, words: &Vocabulary) -> bool {
    let fragment = line.text.as_str();
    let (Some(rest), Some(last)) = (next.text.split(' ').next(), fragment.chars().next_back()) else {
        return false;
    };
    let letters = rest.chars().take_while(|c| c.is_alphanumeric()).count().max(1);
    let one = next.first / f32::from(u16::try_from(letters).unwrap_or(u16::MAX));
    if fragment.contains(' ')
        || fragment.chars().count() < 3
        || !last.is_alphabetic()
        || !rest.starts_with(char::is_lowercase)
        || room > one.max(0.3 * line.size) * 1.3
        || room < -0.2 * line.size
    {
        return false;
    }
    let whole = format!("{fragment}{rest}");
    if words.knows(&whole) {
        return true;
    }
    !words.knows(fragment) && !is_small_word(rest)
}

/// Tells whether a word is one that often begins a line of its own.
fn is_small_word(word: &str) -> bool {
    const SMALL: [&str; 18] = [
        "og", "i", "på", "for", "til", "av", "med", "om", "som", "ein", "eit", "å", "skal", "fra", "frå",
        "ved", "det", "eller",
    ];
    SMALL.contains(&word)
}

/// Returns the text of lines that stand in one place.
pub(super) fn laid(lines: &[Line], words: &Vocabulary) -> LaidText {
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    let steps = pairs().filter(|(line, next)| line.page == next.page && next.y > line.y);
    let least = steps.map(|(line, next)| next.y - line.y).fold(f32::INFINITY, f32::min);
    let ends = pairs().map(|(line, next)| match end(line, next, words) {
        LineEnd::Wrap if next.y - line.y > 1.3 * least && !next.text.starts_with(char::is_lowercase) => {
            LineEnd::Break
        }
        end => end,
    });
    let ends = ends.chain(std::iter::once(LineEnd::Break));
    LaidText {
        lines: lines.iter().zip(ends).map(|(line, end)| line.laid(end)).collect(),
        remarks: Vec::new(),
    }
}
