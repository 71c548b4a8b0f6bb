//! Tables that are read.

mod chunk;
mod lines;
mod pages;

use crate::batch::{Batch, Column};
use crate::error::{Spot, TableError, Wrong};
use crate::input::Input;
use std::sync::Arc;

/// How many rows a batch holds at most.
const BATCH: usize = 16_384;
/// How a Parquet file begins.
const PARQUET: &[u8] = b"PAR1";

/// A file with a table in it.
pub struct Table {
    name: String,
    input: Arc<dyn Input>,
    is_parquet: bool,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// How many rows.
    pub rows: u64,
    /// Columns of the file that were not wanted.
    pub unused: Vec<String>,
}

impl Table {
    /// Returns the table in a file of some name; what it is is told by how it begins.
    pub fn open(name: &str, input: Arc<dyn Input>) -> Result<Self, TableError> {
        let mut start = [0; 4];
        let mut length = 0;
        while length < start.len() {
            match input.read_at(length as u64, &mut start[length..]) {
                Ok(0) => break,
                Ok(more) => length += more,
                Err(error) => {
                    let wrong = Wrong::Unreadable(error.to_string());
                    return Err(TableError { spot: Spot::file(name), wrong });
                }
            }
        }
        Ok(Table { name: name.to_owned(), input, is_parquet: start == PARQUET })
    }

    /// Returns the name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Reads the wanted columns to the end, some rows at a time.
    pub fn read<E: From<TableError>>(
        &self,
        wanted: &[Column],
        mut see: impl FnMut(&Batch) -> Result<(), E>,
    ) -> Result<Read, E> {
        if self.is_parquet {
            pages::read(&self.name, &self.input, wanted, &mut see)
        } else {
            lines::read(&self.name, &self.input, wanted, &mut see)
        }
    }
}

/// Finds the wanted columns among those of a file: for each where it stands, and those nobody wants.
fn locate(
    name: &str,
    wanted: &[Column],
    found: &[String],
) -> Result<(Vec<Option<usize>>, Vec<String>), TableError> {
    let of_column = |column: &Column, wrong| {
        let spot = Spot { column: Some(column.name.to_owned()), ..Spot::file(name) };
        TableError { spot, wrong }
    };
    let mut places = Vec::new();
    for column in wanted {
        let mut same = found.iter().enumerate().filter(|(_, found)| *found == column.name);
        let first = same.next().map(|(place, _)| place);
        if same.next().is_some() {
            return Err(of_column(column, Wrong::ColumnTwice));
        }
        if first.is_none() && !column.may_lack {
            return Err(of_column(column, Wrong::ColumnMissing { found: found.to_vec() }));
        }
        places.push(first);
    }
    let unused = found.iter().filter(|found| !wanted.iter().any(|column| column.name == *found));
    Ok((places, unused.cloned().collect()))
}
