//! What is wrong with a sheet, and where.

use std::fmt;

/// Where something stands, as far as that is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The name of the sheet; none in a CSV file.
    pub sheet: Option<String>,
    /// The number of the row; the heading is row 1.
    pub row: Option<u32>,
    /// The heading of the column.
    pub column: Option<String>,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// The file is neither a workbook nor text in columns.
    NotASheet,
    /// It unpacks to more than any table that is taken in.
    TooLarge,
    /// It has more rows or columns than any table that is taken in.
    TooMany,
    /// It has nothing in it.
    Nothing,
    /// A column is missing.
    NoColumn,
    /// Two columns have one heading.
    TwoColumns,
    /// A quotation mark is open to the end.
    OpenQuote,
    /// The value is not text.
    NotText,
    /// The value is no whole number.
    NotANumber,
    /// The value is no day.
    NotADate,
    /// The value is no amount in kroner and whole øre.
    NotAnAmount,
    /// The value is more than a cell can hold.
    DoesNotFit,
}

/// Something wrong in a sheet, with its place and the value that stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetError {
    /// Where.
    pub spot: Spot,
    /// The value as it stands; of a column its heading.
    pub value: Option<String>,
    /// What is wrong.
    pub wrong: Wrong,
}

impl SheetError {
    pub(crate) fn of_file(wrong: Wrong) -> Self {
        Self { spot: Spot::default(), value: None, wrong }
    }
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { spot, value, wrong } = self;
        write!(f, "{wrong:?}")?;
        if let Some(sheet) = &spot.sheet {
            write!(f, ", sheet {sheet}")?;
        }
        if let Some(row) = spot.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &spot.column {
            write!(f, ", column {column}")?;
        }
        value.as_ref().map_or(Ok(()), |value| write!(f, ": {value:?}"))
    }
}

impl std::error::Error for SheetError {}
