//! The cells of a table, from rows in which cells span columns and rows.

use super::element::{is_presentation, number};
use super::list::List;
use scraper::node::Element;
use styrbord_source::{Laid, LaidLine, LaidTable, LaidText, TextKind};

/// The most empty cells that the spans of one page may ask for; beyond it a cell takes its own place only.
const SPANNED_MAX: usize = 200_000;
/// The most cells of a table with its rows filled up; beyond it the cells are read one after the other.
const CELLS_MAX: usize = 1_000_000;

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The blocks of its title.
    pub(super) caption: Vec<Laid>,
    /// The rows that are being read are its head.
    pub(super) in_head: bool,
    is_presentation: bool,
    rows: Vec<Row>,
    /// For each column, how many rows a cell above still takes.
    taken: Vec<u32>,
}

#[derive(Debug, Default)]
struct Row {
    is_head: bool,
    /// How many cells begin in it.
    begun: usize,
    cells: Vec<Option<Cell>>,
}

/// A cell that was read.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// What stands in it.
    pub(super) blocks: Vec<Laid>,
    /// By its name a head.
    pub(super) is_head: bool,
    /// Some of its text is not bold.
    pub(super) is_light: bool,
    /// A heading or a table stands in it.
    pub(super) has_structure: bool,
}

impl Cell {
    fn is_blank(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl Grid {
    pub(super) fn new(element: &Element) -> Self {
        Grid { is_presentation: is_presentation(element), ..Grid::default() }
    }

    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.rows.push(Row { is_head: self.in_head, ..Row::default() });
    }

    /// Puts a cell into the row; `spanned` counts the empty cells of the whole page.
    pub(super) fn cell(&mut self, element: &Element, cell: Cell, spanned: &mut usize) {
        let span = |attribute, max: i32| number(element, attribute).unwrap_or(1).clamp(1, max) as usize;
        let (mut columns, mut rows) = (span("colspan", 1_000), span("rowspan", 65_534));
        if columns * rows > 1 {
            *spanned += columns * rows - 1;
            if *spanned > SPANNED_MAX {
                (columns, rows) = (1, 1);
            }
        }
        if self.rows.is_empty() {
            self.row();
        }
        let Some(row) = self.rows.last_mut() else { return };
        row.begun += 1;
        while self.taken.get(row.cells.len()).is_some_and(|left| *left > 0) {
            row.take(&mut self.taken);
        }
        row.cells.push(Some(cell));
        for at in row.cells.len() - 1..row.cells.len() - 1 + columns {
            if self.taken.len() <= at {
                self.taken.resize(at + 1, 0);
            }
            if let Some(left) = self.taken.get_mut(at) {
                *left = rows as u32 - 1;
            }
        }
        row.cells.extend((1..columns).map(|_| None));
    }

    /// Ends a row: cells of rows above may stand at its end.
    pub(super) fn end_row(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while row.cells.len() < self.taken.len() && self.taken[row.cells.len()..].iter().any(|left| *left > 0)
        {
            row.take(&mut self.taken);
        }
    }

    /// Returns the blocks of the table: its title and itself, or what stands in it when it only places things.
    pub(super) fn finish(mut self) -> (Vec<Laid>, bool) {
        let columns = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut blocks = std::mem::take(&mut self.caption);
        if self.only_places(columns) {
            let cells = self.rows.into_iter().flat_map(|row| row.cells).flatten();
            blocks.extend(cells.flat_map(|cell| cell.blocks));
            return (blocks, false);
        }
        self.rows.retain(|row| row.cells.iter().flatten().any(|cell| !cell.is_blank()));
        if self.begins_with_title(columns) {
            blocks.extend(self.rows.remove(0).cells.into_iter().flatten().flat_map(|cell| cell.blocks));
        }
        if self.rows.is_empty() {
            return (blocks, false);
        }
        let has_head = self.has_head();
        let rows = self.rows.into_iter().map(|row| {
            let mut cells: Vec<LaidText> =
                row.cells.into_iter().map(|cell| cell.map_or_else(LaidText::default, text)).collect();
            cells.resize(columns, LaidText::default());
            cells
        });
        blocks.push(Laid::Table(LaidTable { has_head, columns, rows: rows.collect() }));
        (blocks, true)
    }

    /// Tells whether the table shows no rows and columns of its own.
    fn only_places(&self, columns: usize) -> bool {
        let cells = || self.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let has_heads = self.rows.iter().any(|row| row.is_head) || cells().any(|cell| cell.is_head);
        self.is_presentation
            || self.rows.len() * columns > CELLS_MAX
            || cells().filter(|cell| !cell.is_blank()).count() <= 1
            || (!has_heads && cells().any(|cell| cell.has_structure))
    }

    /// Tells whether the first row is one cell over all columns above a head.
    fn begins_with_title(&self, columns: usize) -> bool {
        let [first, second, ..] = self.rows.as_slice() else { return false };
        columns > 1
            && first.begun == 1
            && first.cells.len() == columns
            && first.cells.first().is_some_and(Option::is_some)
            && second.begun > 1
            && second.reads_as_head()
    }

    /// Tells whether the first row is a head: by its place, its names, or because it alone is bold.
    fn has_head(&self) -> bool {
        let Some(first) = self.rows.first() else { return false };
        if first.reads_as_head() {
            return true;
        }
        let is_bold = |row: &Row| row.cells.iter().flatten().all(|cell| cell.is_blank() || !cell.is_light);
        is_bold(first) && self.rows.get(1).is_some_and(|second| !is_bold(second))
    }
}

impl Row {
    /// Leaves the next place to a cell of a row above.
    fn take(&mut self, taken: &mut [u32]) {
        if let Some(left) = taken.get_mut(self.cells.len()) {
            *left = left.saturating_sub(1);
        }
        self.cells.push(None);
    }

    fn reads_as_head(&self) -> bool {
        self.is_head || self.cells.iter().flatten().all(|cell| cell.is_head || cell.is_blank())
    }
}

/// Returns the text of a cell: a line for each of its paragraphs, items with their numbers.
fn text(cell: Cell) -> LaidText {
    let mut whole = LaidText::default();
    for block in cell.blocks {
        match block {
            Laid::Text(kind, mut text) => {
                if let (TextKind::Item { marker, .. }, Some(first)) = (kind, text.lines.first_mut())
                    && marker != List::BULLET
                {
                    first.text.insert_str(0, &format!("{marker} "));
                }
                whole.lines.append(&mut text.lines);
                whole.remarks.append(&mut text.remarks);
            }
            Laid::Table(table) => whole.lines.extend(table.rows.into_iter().map(line)),
            Laid::Remark(kind, _) => whole.remarks.push(kind),
        }
    }
    whole
}

/// Returns a row of a table within a cell as one line.
fn line(row: Vec<LaidText>) -> LaidLine {
    let words = row.into_iter().flat_map(|cell| cell.lines).map(|line| line.text);
    LaidLine::new(words.collect::<Vec<_>>().join(" "))
}
