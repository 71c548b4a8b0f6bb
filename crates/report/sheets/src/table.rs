//! What a table is: columns of one kind each, and rows of cells.

use styrbord_calendar::Date;
use styrbord_money::Nok;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole numbers.
    Number,
    /// Days.
    Date,
    /// Kroner and øre.
    Amount,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading, by which it is found again.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// How wide it is, in characters.
    pub width: u8,
}

impl Column {
    /// Makes a column.
    pub fn new(name: impl Into<String>, kind: Kind, width: u8) -> Self {
        Self { name: name.into(), kind, width }
    }
}

/// What stands in one place of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing. A text without characters is nothing too.
    #[default]
    Empty,
    /// Text, whatever it says.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
    /// Kroner and øre.
    Amount(Nok),
}

impl Cell {
    /// Makes a cell of text.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// Makes a cell of a day that may be missing.
    pub fn date(date: Option<Date>) -> Self {
        date.map_or(Cell::Empty, Cell::Date)
    }

    /// Returns its text; nothing when it is none.
    pub fn as_text(&self) -> &str {
        match self {
            Cell::Text(text) => text,
            _ => "",
        }
    }
}

/// A table with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name, which a workbook shows at the foot of its sheet.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has a cell for each column, in their order.
    pub rows: Vec<Vec<Cell>>,
}

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, as spreadsheets count: the heading is row 1.
    pub number: u32,
    /// Its cells, in the order of the columns that were asked for.
    pub cells: Vec<Cell>,
}
