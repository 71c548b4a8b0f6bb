//! Ruled lines that cross to the cells of tables.

use super::rules::{CLOSE, Stroke, Strokes, distinct, gap_of, index_at};

/// A table as its lines rule it.
#[derive(Debug)]
pub(super) struct Grid {
    /// The sides of its columns, from left to right.
    pub xs: Vec<f32>,
    /// The heights of its rows, from top to bottom.
    pub ys: Vec<f32>,
    /// The cell of each field, row by row.
    fields: Vec<usize>,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// Fields without lines between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// First row.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// The row behind its last one.
    pub row_end: usize,
    /// The column behind its last one.
    pub column_end: usize,
}

/// More fields than this are a drawing.
const FIELDS_MAX: usize = 40_000;

/// More tables than this on one page are a drawing.
const GRIDS_MAX: usize = 300;

/// More pairs of lines than this are a drawing.
const PAIRS_MAX: usize = 1_000_000;

impl Grid {
    /// Returns the cell in which a place lies.
    pub fn cell_at(&self, (x, y): (f32, f32)) -> Option<usize> {
        let column = gap_of(&self.xs, x)?;
        let row = gap_of(&self.ys, y)?;
        self.fields.get(row * (self.xs.len() - 1) + column).copied()
    }

    /// Returns left, upper, right and lower end.
    pub fn edges(&self) -> (f32, f32, f32, f32) {
        let ends =
            |values: &[f32]| (values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(0.0));
        let ((x0, x1), (y0, y1)) = (ends(&self.xs), ends(&self.ys));
        (x0, y0, x1, y1)
    }

    /// Returns a grid; `right` and `below` tell whether a line stands to the right of a field, or below it.
    fn of(
        xs: Vec<f32>,
        ys: Vec<f32>,
        right: impl Fn(usize, usize) -> bool,
        below: impl Fn(usize, usize) -> bool,
    ) -> Option<Grid> {
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if columns == 0 || rows == 0 || columns * rows > FIELDS_MAX {
            return None;
        }
        let mut sets = Sets::new(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let field = row * columns + column;
                if column + 1 < columns && !right(row, column) {
                    sets.join(field, field + 1);
                }
                if row + 1 < rows && !below(row, column) {
                    sets.join(field, field + columns);
                }
            }
        }
        let mut cells: Vec<Cell> = Vec::new();
        let mut cell_of_root = vec![usize::MAX; columns * rows];
        let mut fields = Vec::with_capacity(columns * rows);
        for field in 0..columns * rows {
            let (row, column) = (field / columns, field % columns);
            let slot = cell_of_root.get_mut(sets.root(field))?;
            if *slot == usize::MAX {
                *slot = cells.len();
                cells.push(Cell { row, column, row_end: row + 1, column_end: column + 1 });
            }
            let cell = cells.get_mut(*slot)?;
            cell.column = cell.column.min(column);
            cell.row_end = cell.row_end.max(row + 1);
            cell.column_end = cell.column_end.max(column + 1);
            fields.push(*slot);
        }
        Some(Grid { xs, ys, fields, cells })
    }
}

/// Returns the grids of a page, from top to bottom, and the level lines that belong to none.
pub(super) fn grids(strokes: &Strokes) -> (Vec<Grid>, Vec<Stroke>) {
    let (level, upright) = (&strokes.level, &strokes.upright);
    if level.len().saturating_mul(upright.len()) > PAIRS_MAX {
        return (Vec::new(), level.clone());
    }
    let mut sets = Sets::new(level.len() + upright.len());
    for (at, one) in level.iter().enumerate() {
        for (index, other) in upright.iter().enumerate() {
            if meets(*one, *other) {
                sets.join(at, level.len() + index);
            }
        }
    }
    let mut grids = Vec::new();
    let mut free = Vec::new();
    let roots: Vec<usize> = (0..level.len() + upright.len()).map(|line| sets.root(line)).collect();
    let mut order: Vec<usize> = (0..roots.len()).collect();
    order.sort_by_key(|line| roots.get(*line).copied());
    for group in order.chunk_by(|a, b| roots.get(*a) == roots.get(*b)) {
        let lines: Vec<Stroke> = group.iter().filter_map(|line| level.get(*line)).copied().collect();
        let sides: Vec<Stroke> =
            group.iter().filter_map(|line| upright.get(line.checked_sub(level.len())?)).copied().collect();
        match ruled(&lines, &sides) {
            Some(grid) => grids.push(grid),
            None => free.extend(lines),
        }
    }
    if grids.len() > GRIDS_MAX {
        return (Vec::new(), free);
    }
    let inner: Vec<bool> = grids.iter().map(|grid| grids.iter().any(|other| lies_in(grid, other))).collect();
    let mut inner = inner.into_iter();
    grids.retain(|_| !inner.next().unwrap_or(false));
    grids.sort_by(|a, b| a.edges().1.total_cmp(&b.edges().1));
    free.sort_by(|a, b| a.at.total_cmp(&b.at));
    (grids, free)
}

fn meets(level: Stroke, upright: Stroke) -> bool {
    upright.at >= level.from - CLOSE
        && upright.at <= level.to + CLOSE
        && level.at >= upright.from - CLOSE
        && level.at <= upright.to + CLOSE
}

/// Tells whether a grid lies wholly within one cell of another.
fn lies_in(grid: &Grid, other: &Grid) -> bool {
    let (x0, y0, x1, y1) = grid.edges();
    let (left, top, right, bottom) = other.edges();
    let larger = right - left > x1 - x0 + 1.0 || bottom - top > y1 - y0 + 1.0;
    let corner = other.cell_at((x0 + 1.0, y0 + 1.0));
    larger && corner.is_some() && corner == other.cell_at((x1 - 1.0, y1 - 1.0))
}

/// Returns the grid of lines that hang together, when it has more than one cell.
fn ruled(level: &[Stroke], upright: &[Stroke]) -> Option<Grid> {
    if level.is_empty() || upright.is_empty() {
        return None;
    }
    let ends = |lines: &[Stroke]| {
        let from = lines.iter().fold(f32::INFINITY, |least, line| least.min(line.from));
        let to = lines.iter().fold(f32::NEG_INFINITY, |most, line| most.max(line.to));
        [from, to]
    };
    let xs = distinct(upright.iter().map(|line| line.at).chain(ends(level)));
    let ys = distinct(level.iter().map(|line| line.at).chain(ends(upright)));
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns == 0 || rows == 0 || columns * rows > FIELDS_MAX {
        return None;
    }
    let mut right = vec![false; columns * rows];
    for line in upright {
        let Some(column) = index_at(&xs, line.at).and_then(|column| column.checked_sub(1)) else { continue };
        for row in covered(&ys, *line) {
            if let Some(field) = right.get_mut(row * columns + column).filter(|_| column < columns) {
                *field = true;
            }
        }
    }
    let mut below = vec![false; columns * rows];
    for line in level {
        let Some(row) = index_at(&ys, line.at).and_then(|row| row.checked_sub(1)) else { continue };
        for column in covered(&xs, *line) {
            if let Some(field) = below.get_mut(row * columns + column) {
                *field = true;
            }
        }
    }
    let has = |fields: &[bool], row: usize, column: usize| fields.get(row * columns + column) == Some(&true);
    let grid =
        Grid::of(xs, ys, |row, column| has(&right, row, column), |row, column| has(&below, row, column))?;
    (grid.cells.len() > 1).then_some(grid)
}

/// Returns the gaps between values that a line covers for the most part.
fn covered(values: &[f32], line: Stroke) -> impl Iterator<Item = usize> {
    values.windows(2).enumerate().filter_map(move |(at, pair)| {
        let [from, to] = pair else { return None };
        let shared = line.to.min(*to) - line.from.max(*from);
        (shared > 0.6 * (to - from)).then_some(at)
    })
}

/// Sets that grow together.
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Sets((0..count).collect())
    }

    fn root(&mut self, mut member: usize) -> usize {
        while let Some(parent) = self.0.get(member).copied().filter(|parent| *parent != member) {
            let above = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.0.get_mut(member) {
                *slot = above;
            }
            member = parent;
        }
        member
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(slot) = self.0.get_mut(high) {
            *slot = low;
        }
    }
}
