//! The table of cases.

use super::error::{At, ReadError};
use super::names::Names;
use super::{Note, PERSONS_MAX, WEEK_MAX, note_unused};
use crate::Case;
use styrbord_tables::{Column, Kind, Table};

/// Which columns a file must have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Needed {
    All,
    Persons,
}

/// Cases and their keys.
pub(super) struct Cases {
    pub(super) cases: Vec<Case>,
    pub(super) names: Names,
}

fn columns(needed: Needed) -> [Column; 5] {
    let optional = |column: Column| if needed == Needed::All { column } else { column.if_there() };
    [
        Column::new("case", Kind::Key),
        Column::new("persons", Kind::Integer),
        optional(Column::new("week", Kind::Integer)),
        optional(Column::new("origin_group", Kind::Integer)),
        optional(Column::new("tied_place", Kind::Key).or_empty()),
    ]
}

/// Reads the cases of some places.
pub(super) fn read(
    table: &Table,
    places: &Names,
    needed: Needed,
    notes: &mut Vec<Note>,
) -> Result<Cases, ReadError> {
    let mut cases = Vec::new();
    let mut names = Names::new(table.name(), "case");
    let read = table.read(&columns(needed), |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            let tied_place = if batch.is_missing(4, row) {
                None
            } else {
                Some(places.known(at, row, (4, "tied_place"), 0)? as u32)
            };
            cases.push(Case {
                key: names.push(batch.key(0, row), batch.row(row)),
                persons: at.number(row, (1, "persons"), 1, PERSONS_MAX)?,
                week: at.number(row, (2, "week"), 0, WEEK_MAX)?,
                origin_group: at.number(row, (3, "origin_group"), 0, u32::MAX.into())?,
                tied_place,
            });
        }
        Ok::<(), ReadError>(())
    })?;
    note_unused(table, read, notes);
    names.sort()?;
    Ok(Cases { cases, names })
}
