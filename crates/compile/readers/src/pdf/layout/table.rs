//! The part of a table that stands on one page, and its making from a grid.

use super::super::page::Turn;
use super::grid::Grid;
use super::ink::Ink;
use super::line::Line;
use super::rules::gap_of;
use super::words::rows;

/// A table on one page.
#[derive(Debug, Default)]
pub(super) struct TablePart {
    /// The sides of its columns.
    pub xs: Vec<f32>,
    /// Its rows.
    pub rows: Vec<RowPart>,
    /// Its upper end.
    pub top: f32,
    /// Its lower end.
    pub bottom: f32,
    /// Its page.
    pub page: u32,
    /// Lines rule it; else its columns are told by alignment.
    pub ruled: bool,
}

/// A row on one page.
#[derive(Debug, Clone, Default)]
pub(super) struct RowPart {
    /// The cells that begin in it, from left to right.
    pub cells: Vec<CellPart>,
    /// Its lower end.
    pub bottom: f32,
}

/// A cell on one page.
#[derive(Debug, Clone, Default)]
pub(super) struct CellPart {
    /// Its left side.
    pub x0: f32,
    /// Its right side.
    pub x1: f32,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl CellPart {
    /// Returns its words on one line.
    pub fn words(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

impl RowPart {
    /// Tells whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.lines.is_empty())
    }
}

/// Returns the tables of grids and the glyphs that stand in none.
pub(super) fn tables(grids: &[Grid], inks: &[Ink], page: u32) -> (Vec<TablePart>, Vec<Ink>) {
    let edges: Vec<_> = grids.iter().map(Grid::edges).collect();
    let mut cells: Vec<Vec<Vec<Ink>>> = grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut outside = Vec::new();
    let mut before: Option<(&Ink, Option<(usize, usize)>)> = None;
    for ink in inks {
        let goes_on = before.filter(|(last, _)| ink.goes_on(last));
        let cell = goes_on.map_or_else(|| find(grids, &edges, ink.middle), |(_, cell)| cell);
        before = (!ink.is_space()).then_some((ink, cell));
        match cell.and_then(|(grid, cell)| cells.get_mut(grid)?.get_mut(cell)) {
            Some(inks) => inks.push(*ink),
            None => outside.push(*ink),
        }
    }
    let tables = grids.iter().zip(cells).map(|(grid, inks)| table(grid, &inks, page));
    (tables.filter(|table| !table.rows.iter().all(RowPart::is_blank)).collect(), outside)
}

/// Returns the grid and the cell in which a place lies.
fn find(grids: &[Grid], edges: &[(f32, f32, f32, f32)], (x, y): (f32, f32)) -> Option<(usize, usize)> {
    let at = edges.iter().position(|(x0, y0, x1, y1)| x >= *x0 && x <= *x1 && y >= *y0 && y <= *y1)?;
    Some((at, grids.get(at)?.cell_at((x, y))?))
}

fn table(grid: &Grid, inks: &[Vec<Ink>], page: u32) -> TablePart {
    let (_, top, _, bottom) = grid.edges();
    let row_bottoms = grid.ys.iter().skip(1);
    let mut rows: Vec<RowPart> =
        row_bottoms.map(|bottom| RowPart { cells: Vec::new(), bottom: *bottom }).collect();
    for (cell, inks) in grid.cells.iter().zip(inks) {
        let (Some(x0), Some(x1)) = (grid.xs.get(cell.column), grid.xs.get(cell.column_end)) else { continue };
        let lines = cell_lines(inks, page);
        if let Some(row) = rows.get_mut(cell.row) {
            row.cells.push(CellPart { x0: *x0, x1: *x1, lines });
        }
    }
    for row in &mut rows {
        row.cells.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    set_margins(&mut rows);
    TablePart { xs: grid.xs.clone(), rows, top, bottom, page, ruled: true }
}

/// Returns the lines of a cell; those that are turned come in their own order of reading.
pub(super) fn cell_lines(inks: &[Ink], page: u32) -> Vec<Line> {
    let mut lines = Vec::new();
    for turn in [Turn::Right, Turn::Down, Turn::Left, Turn::Up, Turn::Slanted] {
        let rows = rows(inks.iter().filter(|ink| ink.turn == turn));
        let turned = turn != Turn::Right;
        lines.extend(rows.iter().filter_map(|row| Line::of_row(row, page)).map(|mut line| {
            if turned {
                line.margin = line.x1;
            }
            line
        }));
    }
    lines
}

/// Sets how far the lines of cells run: to the side of the cell less the padding that the table has.
fn set_margins(rows: &mut [RowPart]) {
    let pads = rows
        .iter()
        .flat_map(|row| &row.cells)
        .flat_map(|cell| cell.lines.iter().filter(|line| line.margin <= 0.0).map(|line| line.x0 - cell.x0));
    let pad = pads.filter(|pad| *pad >= 0.0).fold(8.0_f32, f32::min);
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        let x1 = cell.x1;
        for line in cell.lines.iter_mut().filter(|line| line.margin <= 0.0) {
            line.margin = (x1 - pad).max(line.x1);
        }
    }
}

/// Returns the column in which a cell begins.
pub(super) fn column_of(xs: &[f32], cell: &CellPart) -> usize {
    gap_of(xs, cell.x0 + 3.2).unwrap_or(0)
}
