//! A page before its text flows: rows outside tables, tables, what is set aside.

use super::super::page::{Page, Turn};
use super::grid::grids;
use super::ink::{Ink, Sheet};
use super::line::Line;
use super::rules::{Stroke, strokes};
use super::table::{TablePart, cell_lines, tables};
use super::words::{Row, rows};

/// A page.
#[derive(Debug, Default)]
pub(super) struct Leaf {
    /// Its number.
    pub number: u32,
    /// Its width as it is read.
    pub width: f32,
    /// Its height as it is read.
    pub height: f32,
    /// What flows, from top to bottom.
    pub items: Vec<Item>,
    /// Level lines that belong to no table.
    pub free: Vec<Stroke>,
    /// Running heads.
    pub head: Vec<Line>,
    /// Running feet, page numbers, text at the margin, watermarks.
    pub foot: Vec<Line>,
    /// It has pictures and nothing else.
    pub is_picture: bool,
}

/// Something that stands on a page.
#[derive(Debug)]
pub(super) enum Item {
    /// Words on one baseline.
    Row(Row),
    /// A table.
    Table(TablePart),
    /// A line of a table of contents.
    Contents(Row),
}

impl Item {
    /// Returns its upper end, or its baseline.
    pub fn y(&self) -> f32 {
        match self {
            Item::Row(row) | Item::Contents(row) => row.y,
            Item::Table(table) => table.top,
        }
    }

    /// Returns its left and right end.
    pub fn sides(&self) -> (f32, f32) {
        match self {
            Item::Row(row) | Item::Contents(row) => row.sides(),
            Item::Table(table) => {
                (table.xs.first().copied().unwrap_or(0.0), table.xs.last().copied().unwrap_or(0.0))
            }
        }
    }
}

impl Row {
    /// Returns its left and right end.
    pub fn sides(&self) -> (f32, f32) {
        let x0 = self.words.first().map_or(0.0, |word| word.x0);
        (x0, self.words.iter().fold(x0, |x, word| x.max(word.x1)))
    }
}

/// Returns a page with its ruled tables.
pub(super) fn leaf(sheet: &Sheet, page: &Page) -> Leaf {
    let (grids, free) = grids(&strokes(&sheet.rules));
    let (tables, outside) = tables(&grids, &sheet.inks, sheet.number);
    let mut leaf = Leaf {
        number: sheet.number,
        width: sheet.width,
        height: sheet.height,
        free,
        is_picture: page.pictures > 0 && page.glyphs.is_empty(),
        ..Leaf::default()
    };
    leaf.items.extend(rows(outside.iter().filter(|ink| ink.turn == Turn::Right)).into_iter().map(Item::Row));
    leaf.items.extend(tables.into_iter().map(Item::Table));
    leaf.items.sort_by(|a, b| a.y().total_cmp(&b.y()));
    let half = sheet.height / 2.0;
    for row in rows(sheet.artifacts.iter().filter(|ink| ink.turn == Turn::Right)) {
        let side = if row.y < half { &mut leaf.head } else { &mut leaf.foot };
        side.extend(Line::of_row(&row, sheet.number));
    }
    let turned: Vec<Ink> = outside.into_iter().filter(|ink| ink.turn != Turn::Right).collect();
    leaf.foot.extend(cell_lines(&turned, sheet.number));
    leaf.foot.extend(slanted(&sheet.slanted, sheet.number));
    leaf
}

/// Returns slanted text in the order of painting, as one line.
fn slanted(inks: &[Ink], page: u32) -> Option<Line> {
    let text: String = inks.iter().flat_map(|ink| ink.text.as_slice()).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| Line { text, page, ..Line::default() })
}
