//! Why tables are no instance.

use styrbord_tables::{Batch, Row, Spot, TableError};

/// What is wrong in the tables, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {wrong}")]
pub struct ReadError {
    /// Where.
    pub spot: Box<Spot>,
    /// What.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The file is not a table with the columns of the format.
    #[error("{0}")]
    Table(styrbord_tables::Wrong),
    /// The table has no rows.
    #[error("there is no row; at least one was expected")]
    NoRows,
    /// A number is too small.
    #[error("at least {0} expected")]
    TooSmall(i64),
    /// A number is too large.
    #[error("at most {0} expected")]
    TooLarge(i64),
    /// A key that another row has already; that row.
    #[error("the same stands in {0}")]
    Twice(Row),
    /// A value for a pair that has one already.
    #[error("the pair has a value already")]
    PairTwice,
    /// A key that another file should have.
    #[error("{file} has no such {column}")]
    Unknown {
        /// The file.
        file: String,
        /// Its column.
        column: &'static str,
    },
    /// A tied case without a value for its place.
    #[error("the case is tied to this place, but {file} has no value for the two")]
    TieWithoutValue {
        /// The file of the values.
        file: String,
    },
    /// A case that the file should tell of.
    #[error("the case stands nowhere in the file")]
    NotTold,
    /// A price that is no number, or too large.
    #[error("a price expected")]
    NotAPrice,
    /// A ceiling that is lower than its floor.
    #[error("at least the floor expected")]
    BelowFloor,
    /// The file has neither a column of places nor one of cases.
    #[error("a column place or a column case expected")]
    NeitherColumn,
    /// More pairs than fit.
    #[error("{cases} cases and {places} places are too many")]
    TooManyPairs {
        /// Cases.
        cases: usize,
        /// Places.
        places: usize,
    },
}

impl From<TableError> for ReadError {
    fn from(error: TableError) -> Self {
        ReadError { spot: Box::new(error.spot), wrong: Wrong::Table(error.wrong) }
    }
}

impl ReadError {
    /// Returns an error about a whole file.
    pub(super) fn file(name: &str, wrong: Wrong) -> Self {
        ReadError { spot: Box::new(Spot::file(name)), wrong }
    }
}

/// Rows of a file that are looked at.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) file: &'a str,
    pub(super) batch: &'a Batch,
}

impl At<'_> {
    /// Returns an error about a value in a row.
    pub(super) fn wrong(&self, row: usize, column: &str, value: &dyn ToString, wrong: Wrong) -> ReadError {
        let (row, column, value) =
            (Some(self.batch.row(row)), Some(column.to_owned()), Some(value.to_string()));
        ReadError { spot: Box::new(Spot { file: self.file.to_owned(), row, column, value }), wrong }
    }

    /// Returns a whole number between two limits; 0 where it is missing.
    pub(super) fn number(
        &self,
        row: usize,
        (index, column): (usize, &str),
        least: i64,
        most: i64,
    ) -> Result<u32, ReadError> {
        if self.batch.is_missing(index, row) {
            return Ok(0);
        }
        let number = self.batch.integer(index, row);
        if number < least {
            return Err(self.wrong(row, column, &number, Wrong::TooSmall(least)));
        }
        match u32::try_from(number) {
            Ok(fits) if number <= most => Ok(fits),
            _ => Err(self.wrong(row, column, &number, Wrong::TooLarge(most))),
        }
    }
}
