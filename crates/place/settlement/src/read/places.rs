//! The table of places.

use super::error::{At, ReadError, Wrong};
use super::names::Names;
use super::{CAPACITY_MAX, Note, note_unused};
use crate::Place;
use styrbord_tables::{Column, Kind, Table, Values};

const COLUMNS: [Column; 5] = [
    Column::new("place", Kind::Key),
    Column::new("capacity", Kind::Integer),
    Column::new("population", Kind::Real),
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
                population: inhabitants(at, row)?,
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

/// Returns the inhabitants of a place, rounded: estimates of them have fractions.
fn inhabitants(at: At<'_>, row: usize) -> Result<u32, ReadError> {
    const MOST: u32 = u32::MAX;
    let number = match at.batch.columns.get(2).map(|cells| &cells.values) {
        Some(Values::Reals(numbers)) => numbers.get(row).copied().unwrap_or_default().round(),
        _ => 0.0,
    };
    if number < 0.0 {
        return Err(at.wrong(row, "population", &number, Wrong::TooSmall(0)));
    }
    if number > f64::from(MOST) {
        return Err(at.wrong(row, "population", &number, Wrong::TooLarge(MOST.into())));
    }
    Ok(number as u32)
}
