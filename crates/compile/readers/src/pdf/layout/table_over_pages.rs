//! Tables that go on over pages, rows that a page cuts, and the making of rows and columns.

use super::flow::ends_sentence;
use super::line::{Vocabulary, end, laid};
use super::rules::distinct;
use super::table::{RowPart, TablePart, column_of};
use styrbord_source::{LaidTable, LaidText, LineEnd};

/// A table, over one page or several.
#[derive(Debug)]
pub(super) struct Whole {
    part: TablePart,
    page: u32,
    repeats_head: bool,
}

impl Whole {
    /// Returns the table that begins with a part.
    pub fn new(mut part: TablePart) -> Self {
        part.rows.retain(|row| !row.is_blank());
        Whole { page: part.page, part, repeats_head: false }
    }

    /// Tells whether a part that stands first on its page goes on with the table.
    pub fn goes_on(&self, part: &TablePart) -> bool {
        let ends = |xs: &[f32]| Some((*xs.first()?, *xs.last()?));
        let (Some(a), Some(b)) = (ends(&self.part.xs), ends(&part.xs)) else { return false };
        if part.page != self.page + 1 {
            return false;
        }
        if !part.ruled || !self.part.ruled {
            return part.ruled == self.part.ruled
                && part.xs.len() == self.part.xs.len()
                && (a.0 - b.0).abs() < 8.0;
        }
        let has = |xs: &[f32], x: f32| xs.iter().any(|other| (other - x).abs() < 4.0);
        let within = |a: &[f32], b: &[f32]| a.iter().all(|x| has(b, *x));
        (a.0 - b.0).abs() < 5.0
            && (a.1 - b.1).abs() < 5.0
            && (within(&self.part.xs, &part.xs) || within(&part.xs, &self.part.xs))
    }

    /// Takes the part on the next page: without its repeated head, and with a row that the page cut made whole.
    pub fn take(&mut self, mut part: TablePart, words: &Vocabulary) {
        if !part.ruled {
            for cell in part.rows.iter_mut().flat_map(|row| row.cells.iter_mut().enumerate()) {
                cell.1.x0 = self.part.xs.get(cell.0).copied().unwrap_or(cell.1.x0);
            }
            part.xs.clone_from(&self.part.xs);
        }
        part.rows.retain(|row| !row.is_blank());
        let heads =
            part.rows.iter().zip(&self.part.rows).take_while(|(row, head)| same_words(row, head)).count();
        if heads > 0 && heads < part.rows.len() + 1 {
            self.repeats_head = true;
            part.rows.drain(..heads);
        }
        let keyed = self.is_keyed();
        let cut = match (self.part.rows.last(), part.rows.first()) {
            (Some(above), Some(row)) => is_cut(above, row, keyed, words),
            _ => false,
        };
        let mut rows = part.rows.into_iter();
        if cut && let (Some(above), Some(row)) = (self.part.rows.last_mut(), rows.next()) {
            for cell in row.cells {
                match above.cells.iter_mut().find(|other| (other.x0 - cell.x0).abs() < 4.0) {
                    Some(other) => other.lines.extend(cell.lines),
                    None => above.cells.push(cell),
                }
            }
            above.cells.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        }
        self.part.rows.extend(rows);
        self.part.xs = distinct(self.part.xs.iter().copied().chain(part.xs));
        self.page = part.page;
    }

    /// Tells whether the first cell of nearly every one of the last rows says something.
    fn is_keyed(&self) -> bool {
        const LAST: usize = 60;
        let rows = || self.part.rows.iter().rev().take(LAST);
        let empty = rows().filter(|row| row.cells.first().is_some_and(|cell| cell.lines.is_empty()));
        empty.count() * 6 <= rows().count()
    }

    /// Returns the marks of notes in the table.
    pub fn refs(&self) -> impl Iterator<Item = (u32, &str)> {
        let lines = self.part.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines);
        lines.flat_map(|line| line.refs.iter().map(|mark| (line.page, mark.as_str())))
    }

    /// Returns the table as a reader gives it.
    pub fn laid(&self, words: &Vocabulary) -> LaidTable {
        let xs = &self.part.xs;
        let columns = xs.len().saturating_sub(1).max(1);
        let mut rows: Vec<Vec<LaidText>> = Vec::new();
        for row in self.part.rows.iter().filter(|row| !row.is_blank()) {
            let mut cells = vec![LaidText::default(); columns];
            for cell in row.cells.iter().filter(|cell| !cell.lines.is_empty()) {
                if let Some(slot) = cells.get_mut(column_of(xs, cell).min(columns - 1)) {
                    let text = laid(&cell.lines, words);
                    slot.lines.extend(text.lines);
                }
            }
            rows.push(cells);
        }
        drop_empty_columns(&mut rows);
        let columns = rows.first().map_or(columns, Vec::len);
        LaidTable { has_head: self.has_head(), columns, rows }
    }

    /// Tells whether the first row is a head: repeated on the next page, or bold before a row that is not.
    fn has_head(&self) -> bool {
        let mut rows = self.part.rows.iter().filter(|row| !row.is_blank());
        let (Some(first), Some(second)) = (rows.next(), rows.next()) else { return false };
        let filled = first.cells.iter().filter(|cell| !cell.lines.is_empty()).count();
        self.repeats_head || filled > 1 && is_bold(first) && !is_bold(second)
    }
}

/// Takes columns out in which no row says anything, as doubled lines make them.
fn drop_empty_columns(rows: &mut [Vec<LaidText>]) {
    let columns = rows.first().map_or(0, Vec::len);
    let filled: Vec<bool> = (0..columns)
        .map(|at| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_blank())))
        .collect();
    if filled.iter().filter(|filled| **filled).count() == 0 {
        return;
    }
    for row in rows {
        let mut kept = filled.iter();
        row.retain(|_| kept.next().copied().unwrap_or(true));
    }
}

fn is_bold(row: &RowPart) -> bool {
    row.cells.iter().flat_map(|cell| &cell.lines).all(|line| line.bold)
}

fn same_words(row: &RowPart, other: &RowPart) -> bool {
    row.cells.len() == other.cells.len()
        && row
            .cells
            .iter()
            .zip(&other.cells)
            .all(|(a, b)| (a.x0 - b.x0).abs() < 5.0 && a.words() == b.words())
}

/// Tells whether a cell is an amount with its unit, which no row has twice.
fn is_amount(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        && words.all(|word| {
            word.starts_with(|c: char| c.is_ascii_digit())
                || ["mill.", "mrd.", "kroner", "kr", "kr."].contains(&word)
        })
}

/// Tells whether the first row of a page is the rest of the last row of the page before.
fn is_cut(above: &RowPart, row: &RowPart, keyed: bool, words: &Vocabulary) -> bool {
    let (mut strong, mut weak, mut against) = (0, 0, 0);
    for cell in row.cells.iter().filter(|cell| !cell.lines.is_empty()) {
        let before = above.cells.iter().find(|other| (other.x0 - cell.x0).abs() < 4.0);
        let Some((last, next)) = before.and_then(|before| before.lines.last()).zip(cell.lines.first()) else {
            return false;
        };
        let figures = |text: &str| !text.contains(char::is_alphabetic);
        if figures(&last.text) && figures(&next.text) || last.bold != next.bold {
            return false;
        }
        if before.is_some_and(|before| is_amount(&before.words()) && is_amount(&cell.words())) {
            return false;
        }
        let unfinished = !ends_sentence(&last.text);
        if unfinished && next.text.starts_with(char::is_lowercase) {
            strong += 1;
        } else if unfinished && end(last, next, words) != LineEnd::Break {
            weak += 1;
        } else {
            against += 1;
        }
    }
    let same_cells = above.cells.len() == row.cells.len();
    let first_empty = row.cells.first().is_some_and(|cell| cell.lines.is_empty());
    let first_filled = above.cells.first().is_some_and(|cell| !cell.lines.is_empty());
    let missing = first_empty && first_filled && same_cells && row.cells.len() > 1;
    if missing {
        return keyed || strong + weak > 0;
    }
    let single = row.cells.len() == 1 && weak > 0;
    same_cells && against == 0 && (strong > 0 || single)
}
