//! What is wrong in a table, and where.

use crate::batch::Kind;
use std::fmt;

/// A row as a person finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A line of a text file, from 1; the names of the columns stand in line 1.
    Line(u64),
    /// A row of a file without lines, from 1.
    Number(u64),
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Row::Line(line) => write!(f, "line {line}"),
            Row::Number(row) => write!(f, "row {row}"),
        }
    }
}

/// Where something is wrong, as closely as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spot {
    /// The file.
    pub file: String,
    /// The row.
    pub row: Option<Row>,
    /// The name of the column.
    pub column: Option<String>,
    /// What stands there.
    pub value: Option<String>,
}

impl Spot {
    /// Returns a spot that is a whole file.
    pub fn file(name: &str) -> Self {
        Spot { file: name.to_owned(), ..Spot::default() }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = &self.row {
            write!(f, ", {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        if let Some(value) = &self.value {
            write!(f, ": {value:?}")?;
        }
        Ok(())
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The bytes did not come; why.
    #[error("the file could not be read ({0})")]
    Unreadable(String),
    /// A Parquet file breaks the rules of its format, or uses a part of it that is not read.
    #[error(
        "the Parquet file could not be read ({0}); write it anew with Snappy or Zstandard compression, or none"
    )]
    Damaged(String),
    /// The file has no names of columns.
    #[error("the file is empty; the names of the columns stand in its first line")]
    Empty,
    /// A column is not there; those that are.
    #[error("the column is missing; found {}", found.join(", "))]
    ColumnMissing {
        /// The columns of the file.
        found: Vec<String>,
    },
    /// Two columns have the name.
    #[error("the column stands there twice")]
    ColumnTwice,
    /// The column holds something else throughout.
    #[error("the column should hold {expected}; it holds {found}")]
    ColumnKind {
        /// What was expected.
        expected: Kind,
        /// The type in the file.
        found: String,
    },
    /// A line has more or fewer values than there are columns.
    #[error("{expected} values expected, {found} found")]
    RowLength {
        /// How many columns there are.
        expected: usize,
        /// How many values stand in the line.
        found: usize,
    },
    /// Nothing stands where something should.
    #[error("a value is missing")]
    Missing,
    /// Something else than was expected.
    #[error("{0} expected")]
    NotA(Kind),
    /// Infinite, or not a number.
    #[error("a finite number expected")]
    NotFinite,
    /// Text in another encoding.
    #[error("the text is not UTF-8; save the file as UTF-8")]
    NotUtf8,
}

/// What is wrong in a table, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {wrong}")]
pub struct TableError {
    /// Where.
    pub spot: Spot,
    /// What.
    pub wrong: Wrong,
}
