//! The table of places.

use super::error::{At, ReadError, Wrong};
use super::names::Names;
use super::{CAPACITY_MAX, Note, note_unused};
use crate::Place;
use styrbord_tables::{Column, Kind, Table};

const COLUMNS: [Column; 5] = [
    Column::new("place", Kind::Key),
    Column::new("capacity", Kind::Integer),
    Column::new("population", Kind::Integer),
    Column::new("region", Kind::Integer),
    Column::new("name", Kind::Key).if_there(),
];

/// Reads the places and their keys.
pub(super) fn read(table: &Table, notes: &mut Vec<Note>) -> Result<(Vec<Place>, Names), ReadError> {
    let mut places = Vec::new();
    let mut names = Names::new(table.name(), "place");
    let read = table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            places.push(Place {
                key: names.push(batch.key(0, row), batch.row(row)),
                name: if batch.is_missing(4, row) { String::new() } else { batch.key(4, row).to_string() },
                capacity: at.number(row, (1, "capacity"), 0, CAPACITY_MAX)?,
                population: at.number(row, (2, "population"), 0, u32::MAX.into())?,
                region: at.number(row, (3, "region"), 0, u32::MAX.into())?,
            });
        }
        Ok::<(), ReadError>(())
    })?;
    note_unused(table, read, notes);
    if places.is_empty() {
        return Err(ReadError::file(table.name(), Wrong::NoRows));
    }
    names.sort()?;
    Ok((places, names))
}
