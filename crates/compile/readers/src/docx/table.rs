//! Rows and cells to a table.

use super::budget::Budget;
use super::scope::{Cell, Row, Table};
use super::styles::Styles;
use crate::ReadError;
use std::collections::BTreeSet;
use styrbord_source::{Laid, LaidLine, LaidTable, LaidText, RemarkKind, TextKind};

/// The most columns that a cell spans; Word allows 63.
pub(super) const SPAN_MAX: usize = 64;

/// Returns the blocks that a table becomes.
///
/// A table of one column is a frame around running text: nothing is lost when its blocks stand in the flow, and a
/// heading in it stays one.
pub(super) fn blocks(table: Table, styles: &Styles, budget: &Budget) -> Result<Vec<Laid>, ReadError> {
    let has_head = has_head(&table, styles);
    let mut rows = table.rows;
    let mut behind = Vec::new();
    if rows.iter().any(|row| row.deleted) {
        behind.push(Laid::Remark(RemarkKind::Deleted, None));
        rows.retain(|row| !row.deleted);
    }
    let columns: Vec<usize> = rows
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| cell.column)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    if columns.len() <= 1 {
        let cells = rows.into_iter().flat_map(|row| row.cells);
        return Ok(cells.flat_map(|cell| cell.blocks).chain(behind).collect());
    }
    budget.cells(columns.len().saturating_mul(rows.len()))?;
    let rows = rows.into_iter().map(|row| spread(row, &columns, &mut behind)).collect();
    let table = Laid::Table(LaidTable { has_head, columns: columns.len(), rows });
    Ok(std::iter::once(table).chain(behind).collect())
}

/// Tells whether the first row is a head: the format says so, or it alone is bold or has a colour behind it.
fn has_head(table: &Table, styles: &Styles) -> bool {
    let mut rows = table.rows.iter().filter(|row| !row.deleted);
    let (Some(first), Some(second)) = (rows.next(), rows.next()) else { return false };
    let styled = || table.first_row && styles.look(table.style.as_deref()).first_row;
    let all = |row: &Row, is: fn(&Cell) -> bool| {
        row.cells.iter().any(is) && row.cells.iter().all(|cell| is(cell) || cell.blocks.is_empty())
    };
    let stands_out = |is: fn(&Cell) -> bool| all(first, is) && !all(second, is);
    first.is_head || styled() || stands_out(|cell| cell.is_bold) || stands_out(|cell| cell.is_shaded)
}

/// Returns the texts of a row, one for each column; what is no text of a cell goes behind the table.
fn spread(row: Row, columns: &[usize], behind: &mut Vec<Laid>) -> Vec<LaidText> {
    let mut texts = vec![LaidText::default(); columns.len()];
    for cell in row.cells {
        let at = columns.partition_point(|column| *column < cell.column);
        if let Some(text) = texts.get_mut(at) {
            flatten(cell.blocks, text, behind);
        }
    }
    texts
}

/// Writes the blocks of a cell as the lines of one text. Notes go behind the table, and so does a table of several
/// rows in the cell: it relates rows and columns, which lines could not show.
fn flatten(blocks: Vec<Laid>, text: &mut LaidText, behind: &mut Vec<Laid>) {
    for block in blocks {
        match block {
            Laid::Text(TextKind::Note | TextKind::Furniture, _) | Laid::Remark(..) => behind.push(block),
            Laid::Table(table) if table.rows.len() > 1 => behind.push(Laid::Table(table)),
            Laid::Table(table) => {
                for mut cell in table.rows.into_iter().flatten() {
                    text.lines.append(&mut cell.lines);
                    text.remarks.append(&mut cell.remarks);
                }
            }
            Laid::Text(kind, mut inner) => {
                if let (TextKind::Item { marker, .. }, Some(line)) = (&kind, first_line(&mut inner)) {
                    line.text = format!("{marker} {}", line.text.trim_start());
                }
                text.lines.append(&mut inner.lines);
                text.remarks.append(&mut inner.remarks);
            }
        }
    }
    text.remarks.sort_unstable();
    text.remarks.dedup();
    if text.is_blank() {
        behind.extend(text.remarks.drain(..).map(|kind| Laid::Remark(kind, None)));
    }
}

fn first_line(text: &mut LaidText) -> Option<&mut LaidLine> {
    text.lines.iter_mut().find(|line| !line.text.trim().is_empty())
}

/// Returns the lines of blocks, one text for each block or row.
pub(super) fn lines(blocks: Vec<Laid>) -> Vec<LaidText> {
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Laid::Text(TextKind::Item { marker, .. }, mut text) => {
                if let Some(line) = first_line(&mut text) {
                    line.text = format!("{marker} {}", line.text.trim_start());
                }
                texts.push(text);
            }
            Laid::Text(_, text) => texts.push(text),
            Laid::Table(table) => {
                for row in table.rows {
                    let mut text = LaidText::default();
                    for mut cell in row {
                        text.lines.append(&mut cell.lines);
                        text.remarks.append(&mut cell.remarks);
                    }
                    texts.push(text);
                }
            }
            Laid::Remark(..) => {}
        }
    }
    texts
}
