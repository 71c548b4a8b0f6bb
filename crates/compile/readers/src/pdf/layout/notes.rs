//! Footnotes: small type at the foot of a page, each behind its mark.

use super::leaf::{Item, Leaf};
use super::line::Line;
use super::words::Row;

/// A note with the mark that points at it.
#[derive(Debug)]
pub(super) struct Note {
    /// The mark, as printed in the text and before the note.
    pub mark: String,
    /// Its lines, without the mark.
    pub lines: Vec<Line>,
    /// Its page.
    pub page: u32,
}

/// Takes the notes off the foot of a page.
pub(super) fn take(leaf: &mut Leaf, size: f32) -> Vec<Note> {
    let small = leaf
        .items
        .iter()
        .rev()
        .take_while(|item| matches!(item, Item::Row(row) if row_size(row) < 0.94 * size));
    let run = leaf.items.len() - small.count();
    let rows = leaf.items.get(run..).unwrap_or_default();
    let ruled = |row: &Row| {
        leaf.free.iter().any(|rule| {
            rule.to - rule.from < 0.5 * leaf.width && rule.at < row.y && row.y - rule.at < 3.0 * size
        })
    };
    let pointed = |row: &Row| {
        row.words.first().is_some_and(|word| !word.text.is_empty() && points_at(leaf, &word.text))
    };
    let first = rows.iter().position(|item| match item {
        Item::Row(row) => mark(row, ruled(row) || pointed(row)).is_some(),
        _ => false,
    });
    let Some(first) = first else { return Vec::new() };
    let mut notes: Vec<Note> = Vec::new();
    for item in leaf.items.split_off(run + first) {
        let Item::Row(row) = item else { continue };
        let line = Line::of_row(&row, leaf.number);
        match (mark(&row, true), line, notes.last_mut()) {
            (Some(mark), Some(line), _) => {
                notes.push(Note { lines: vec![bare(line, &mark)], mark, page: leaf.number });
            }
            (None, Some(line), Some(note)) => note.lines.push(line),
            _ => {}
        }
    }
    for note in &mut notes {
        let margin = note.lines.iter().map(|line| line.x1).fold(0.0, f32::max);
        for line in &mut note.lines {
            line.margin = margin;
        }
    }
    notes
}

/// Tells whether a raised mark on a page is `mark`.
fn points_at(leaf: &Leaf, mark: &str) -> bool {
    let rows = leaf.items.iter().filter_map(|item| match item {
        Item::Row(row) => Some(row),
        _ => None,
    });
    rows.flat_map(|row| &row.words).flat_map(|word| &word.refs).any(|found| found.as_str() == mark)
}

/// Returns the size of most of a row.
fn row_size(row: &Row) -> f32 {
    row.size
}

/// Returns the mark with which a row begins; one that is not raised counts only when it must be one.
fn mark(row: &Row, plain: bool) -> Option<String> {
    let first = row.words.first()?;
    if first.text.is_empty() {
        return first.refs.first().cloned();
    }
    let is_number = first.text.len() <= 3 && first.text.bytes().all(|byte| byte.is_ascii_digit());
    let is_star = first.text.chars().all(|c| c == '*');
    let glued: String = first.text.chars().take_while(char::is_ascii_digit).collect();
    let is_glued =
        (1..=2).contains(&glued.len()) && first.text.chars().nth(glued.len()).is_some_and(char::is_uppercase);
    match (plain && row.words.len() > 1, is_number || is_star, is_glued) {
        (true, true, _) => Some(first.text.clone()),
        (true, false, true) => Some(glued),
        _ => None,
    }
}

/// Returns a line without the mark that is printed before its words.
fn bare(line: Line, mark: &str) -> Line {
    let rest = line.text.strip_prefix(mark).filter(|_| line.lead.is_none());
    match rest {
        Some(rest) => Line { text: rest.trim_start().to_owned(), ..line },
        None => line,
    }
}
