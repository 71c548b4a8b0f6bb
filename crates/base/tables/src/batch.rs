//! Columns as they are wanted, and as they come.

use crate::error::Row;
use std::fmt;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers.
    Integer,
    /// Numbers.
    Real,
    /// Names: texts or whole numbers, kept as they are written.
    Key,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Integer => "a whole number",
            Kind::Real => "a number",
            Kind::Key => "a text or a whole number",
        })
    }
}

/// A column that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in the file.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// A row may have nothing in it.
    pub may_be_empty: bool,
    /// The file may lack it; every row has nothing in it then.
    pub may_lack: bool,
}

impl Column {
    /// Returns a column that must be there, with a value in every row.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Column { name, kind, may_be_empty: false, may_lack: false }
    }

    /// Returns the column as one in which values may be missing.
    #[must_use]
    pub const fn or_empty(self) -> Self {
        Column { may_be_empty: true, ..self }
    }

    /// Returns the column as one that a file may lack.
    #[must_use]
    pub const fn if_there(self) -> Self {
        Column { may_be_empty: true, may_lack: true, ..self }
    }
}

/// Some rows of the columns that were wanted, in the order in which they were named.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The columns, of equal length.
    pub columns: Vec<Cells>,
    pub(crate) rows: Rows,
}

/// Which rows of the file a batch holds.
#[derive(Debug, Clone)]
pub(crate) enum Rows {
    Lines(Vec<u64>),
    Numbers { first: u64, count: usize },
}

impl Default for Rows {
    fn default() -> Self {
        Rows::Numbers { first: 1, count: 0 }
    }
}

impl Batch {
    /// Returns a batch of columns that came from no file.
    pub fn of(columns: Vec<Cells>) -> Self {
        let count = columns.first().map_or(0, |cells| cells.values.len());
        Batch { columns, rows: Rows::Numbers { first: 1, count } }
    }

    /// Returns how many rows it holds.
    pub fn len(&self) -> usize {
        match &self.rows {
            Rows::Lines(lines) => lines.len(),
            Rows::Numbers { count, .. } => *count,
        }
    }

    /// Tells whether it holds no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns where in the file a row of the batch stands.
    pub fn row(&self, index: usize) -> Row {
        match &self.rows {
            Rows::Lines(lines) => Row::Line(lines.get(index).copied().unwrap_or_default()),
            Rows::Numbers { first, .. } => Row::Number(first + index as u64),
        }
    }

    /// Returns the key in a row of a column; an empty text where there is none.
    pub fn key(&self, column: usize, index: usize) -> Key<'_> {
        match self.columns.get(column).map(|cells| &cells.values) {
            Some(Values::Keys(keys)) => keys.get(index),
            _ => Key::Text(""),
        }
    }

    /// Returns the whole number in a row of a column; 0 where there is none.
    pub fn integer(&self, column: usize, index: usize) -> i64 {
        match self.columns.get(column).map(|cells| &cells.values) {
            Some(Values::Integers(numbers)) => numbers.get(index).copied().unwrap_or_default(),
            _ => 0,
        }
    }

    /// Tells whether a row has nothing in a column.
    pub fn is_missing(&self, column: usize, index: usize) -> bool {
        self.columns.get(column).is_none_or(|cells| cells.is_missing(index))
    }
}

/// The values of a column, and where they are missing.
#[derive(Debug, Clone)]
pub struct Cells {
    /// One for each row; 0 or an empty text where it is missing.
    pub values: Values,
    /// Tells for each row whether it is missing; empty when none is.
    pub missing: Vec<bool>,
}

impl Cells {
    /// Returns values of which none is missing.
    pub fn full(values: Values) -> Self {
        Cells { values, missing: Vec::new() }
    }

    /// Tells whether a row has nothing here.
    pub fn is_missing(&self, index: usize) -> bool {
        self.missing.get(index).copied().unwrap_or(false)
    }
}

/// The values of a column.
#[derive(Debug, Clone)]
pub enum Values {
    /// Whole numbers.
    Integers(Vec<i64>),
    /// Numbers, all finite.
    Reals(Vec<f64>),
    /// Names.
    Keys(Keys),
}

impl Values {
    /// Returns how many there are.
    pub fn len(&self) -> usize {
        match self {
            Values::Integers(numbers) | Values::Keys(Keys::Integers(numbers)) => numbers.len(),
            Values::Reals(numbers) => numbers.len(),
            Values::Keys(Keys::Texts { ends, .. }) => ends.len(),
        }
    }

    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Names, kept close together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keys {
    /// All are whole numbers in the file.
    Integers(Vec<i64>),
    /// Texts, one after the other.
    Texts {
        /// All of them.
        text: String,
        /// Where each ends.
        ends: Vec<usize>,
    },
}

impl Keys {
    /// Returns names without any yet.
    pub fn texts() -> Self {
        Keys::Texts { text: String::new(), ends: Vec::new() }
    }

    /// Adds a text.
    pub fn push(&mut self, name: &str) {
        if let Keys::Texts { text, ends } = self {
            text.push_str(name);
            ends.push(text.len());
        }
    }

    /// Returns one of them; an empty text when there are not so many.
    pub fn get(&self, index: usize) -> Key<'_> {
        match self {
            Keys::Integers(numbers) => {
                numbers.get(index).map_or(Key::Text(""), |number| Key::Integer(*number))
            }
            Keys::Texts { text, ends } => {
                let end = ends.get(index).copied().unwrap_or_default();
                let start =
                    index.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
                Key::Text(text.get(start..end).unwrap_or_default())
            }
        }
    }
}

/// A name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key<'a> {
    /// A whole number in the file.
    Integer(i64),
    /// A text, or a number in a file of text; `0301` keeps its zero.
    Text(&'a str),
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Integer(number) => number.fmt(f),
            Key::Text(text) => f.write_str(text),
        }
    }
}
