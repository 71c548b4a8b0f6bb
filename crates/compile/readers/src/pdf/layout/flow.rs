//! Lines to paragraphs and items, over columns and pages.

use super::line::{Line, Vocabulary, end, is_lettered};
use super::markers::{Marker, marker};
use styrbord_source::LineEnd;

/// Lines that belong together.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    /// What they are.
    pub kind: Kind,
    /// The lines; an item's first one without its marker.
    pub lines: Vec<Line>,
    /// The column of its last line, counted through the document.
    column: usize,
    /// Where the marker stands and where the text, for an item.
    hang: Option<(f32, f32)>,
}

/// What a block is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum Kind {
    /// Running text; headings are told later.
    #[default]
    Text,
    /// A list item with its marker and its depth.
    Item(String, u8),
    /// A heading that the document calls one, with its level.
    Heading(u8),
    /// A line of a table of contents.
    Contents,
}

/// What is usual in a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usual {
    /// The size of running text.
    pub size: f32,
    /// The distance of lines in a paragraph, as a part of their size.
    pub pitch: f32,
}

impl Block {
    /// Returns the block that begins with a line; what is usual tells numbered headings from items.
    pub fn begin(line: Line, column: usize, usual: Option<Usual>, lists: &mut Lists) -> Block {
        let found = marker(&line).filter(|found| is_item(found, &line, usual));
        let Some(found) = found else {
            lists.leave(&line);
            return Block { kind: Kind::Text, lines: vec![line], column, hang: None };
        };
        let depth = lists.enter(line.x0, line.size);
        let hang = Some((line.x0, if found.tabbed { found.body } else { line.x0 }));
        let rest = line.text.split_once(' ').map_or("", |(_, rest)| rest).to_owned();
        let body = Line { text: rest, x0: found.body, ..line };
        Block { kind: Kind::Item(found.text, depth), lines: vec![body], column, hang }
    }

    /// Returns an item that the document calls one.
    pub fn item(marker: String, depth: u8, lines: Vec<Line>) -> Block {
        Block { kind: Kind::Item(marker, depth), lines, column: 0, hang: None }
    }

    /// Returns a block of one line of a table of contents.
    pub fn contents(line: Line, column: usize) -> Block {
        Block { kind: Kind::Contents, lines: vec![line], column, hang: None }
    }

    /// Takes the marker off a paragraph that begins with one.
    fn become_item(&mut self) {
        let Some(line) = self.lines.first_mut().filter(|_| self.kind == Kind::Text) else { return };
        if let Some((marker, rest)) = line.text.split_once(' ') {
            self.kind = Kind::Item(marker.to_owned(), 0);
            line.text = rest.to_owned();
        }
    }

    /// Takes a line that goes on.
    pub fn take(&mut self, line: Line, column: usize) {
        self.column = column;
        self.lines.push(line);
    }

    /// Tells whether a line goes on with the block.
    pub fn goes_on(&self, line: &Line, column: usize, usual: Usual, words: &Vocabulary) -> bool {
        let Some(last) = self.lines.last().filter(|_| self.kind != Kind::Contents) else { return false };
        let wraps = end(last, line, words) != LineEnd::Break;
        let unfinished = !ends_sentence(&last.text);
        let lower = line.text.starts_with(char::is_lowercase) && !is_lettered(&line.text);
        let sure = wraps && unfinished && lower;
        if (last.size - line.size).abs() > 0.06 * last.size {
            return false;
        }
        if last.bold != line.bold && !sure {
            return false;
        }
        if starts_item(line, wraps && unfinished, usual) {
            return false;
        }
        if column == self.column {
            let step = line.y - last.y;
            let usual_step = usual.pitch * last.size;
            if step <= 0.2 * last.size || step > usual_step * if sure { 1.6 } else { 1.15 } {
                return false;
            }
        } else if !(wraps && (unfinished || line.x0 - last.x0 < 0.5 * last.size && self.lines.len() > 1)) {
            return false;
        }
        column != self.column && sure || self.stands_right(last, line, wraps, unfinished)
    }

    /// Tells whether a line begins where the lines of the block do.
    fn stands_right(&self, last: &Line, line: &Line, wraps: bool, unfinished: bool) -> bool {
        let slack = 0.6 * line.size;
        if let Some((outer, body)) = self.hang {
            return if body > outer {
                (line.x0 - body).abs() < slack || self.lines.len() > 1 && (line.x0 - last.x0).abs() < slack
            } else {
                wraps && line.x0 > outer - slack
            };
        }
        if (line.x0 - last.x0).abs() <= slack {
            return true;
        }
        let is_second = self.lines.len() == 1;
        wraps
            && (unfinished && !line.text.starts_with(char::is_uppercase)
                || is_second && line.x0 < last.x0 + 6.0 * slack)
    }
}

/// Makes items of paragraphs that begin with markers that count on: `a.` and then `b.`.
pub(super) fn count_on<'a>(blocks: impl Iterator<Item = &'a mut Block>) {
    let mut before: Option<(u32, char, f32, &mut Block)> = None;
    for block in blocks {
        let first = block.lines.first();
        let found = first.filter(|line| block.kind == Kind::Text && !line.bold).and_then(counted);
        let Some((number, sign, x)) = found else {
            before = None;
            continue;
        };
        if let Some((last, other, at, above)) = before.take()
            && last + 1 == number
            && other == sign
            && (at - x).abs() < 3.0
        {
            above.become_item();
            block.become_item();
        }
        before = Some((number, sign, x, block));
    }
}

/// Returns the number that a line begins with, the sign behind it, and its place.
fn counted(line: &Line) -> Option<(u32, char, f32)> {
    let (first, _) = line.text.split_once(' ')?;
    let sign = first.chars().next_back().filter(|sign| matches!(sign, '.' | ')'))?;
    let inner = first.trim_start_matches('(').strip_suffix(sign)?;
    let number = match inner.as_bytes() {
        [letter @ b'a'..=b'z'] => 1000 + u32::from(*letter),
        _ if inner.len() <= 2 => inner.parse().ok()?,
        _ => return None,
    };
    Some((number, sign, line.x0))
}

/// Tells whether a marker makes an item: a sign does, a number only with its text apart.
fn is_item(found: &Marker, line: &Line, usual: Option<Usual>) -> bool {
    if found.is_bullet {
        return true;
    }
    found.tabbed && !line.bold && usual.is_none_or(|usual| line.size < 1.08 * usual.size)
}

/// Tells whether a line begins an item although the line before it may go on.
fn starts_item(line: &Line, open: bool, usual: Usual) -> bool {
    let Some(found) = marker(line) else { return false };
    if found.is_bullet {
        return !open || found.tabbed;
    }
    if !open {
        return true;
    }
    found.tabbed && is_item(&found, line, Some(usual))
}

/// Tells whether a text ends a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['»', '"', ')', '”']).ends_with(['.', '!', '?', ':'])
}

/// The indents of the list that is open.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<f32>);

impl Lists {
    /// Returns the depth of an item whose marker stands at a place.
    fn enter(&mut self, x: f32, size: f32) -> u8 {
        while self.0.last().is_some_and(|top| *top > x + 0.6 * size) {
            self.0.pop();
        }
        if self.0.last().is_none_or(|top| *top < x - 0.6 * size) && self.0.len() < 9 {
            self.0.push(x);
        }
        u8::try_from(self.0.len().saturating_sub(1)).unwrap_or(8)
    }

    /// Ends the list when a text stands as far out as its items.
    fn leave(&mut self, line: &Line) {
        if self.0.first().is_none_or(|first| line.x0 < first + 0.6 * line.size) {
            self.0.clear();
        }
    }
}
