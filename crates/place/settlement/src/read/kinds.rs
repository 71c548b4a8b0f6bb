//! The tables of further kinds of room: places for minors, adapted dwellings, school starts.

use super::error::{At, ReadError, Wrong};
use super::names::Names;
use super::{CAPACITY_MAX, Note, note_unused};
use crate::Kind;
use std::collections::BTreeMap;
use styrbord_tables::{Column, Kind as Holds, Row, Table};

const CAPACITIES: [Column; 3] = [
    Column::new("place", Holds::Key),
    Column::new("kind", Holds::Key),
    Column::new("capacity", Holds::Integer),
];
const NEEDS: [Column; 3] =
    [Column::new("case", Holds::Key), Column::new("kind", Holds::Key), Column::new("amount", Holds::Integer)];

/// Amounts by kind and by the index of a place or a case, with the row of each.
type Amounts = BTreeMap<String, BTreeMap<usize, (u32, Row)>>;

/// Reads the further kinds; none when there are no such tables.
pub(super) fn read(
    capacities: Option<&Table>,
    needs: Option<&Table>,
    places: &Names,
    cases: &Names,
    notes: &mut Vec<Note>,
) -> Result<Vec<Kind>, ReadError> {
    let room = match capacities {
        Some(table) => amounts(table, &CAPACITIES, places, notes)?,
        None => Amounts::new(),
    };
    let mut need = match needs {
        Some(table) => amounts(table, &NEEDS, cases, notes)?,
        None => Amounts::new(),
    };
    if let Some((name, rows)) = need.iter().find(|(name, _)| !room.contains_key(*name)) {
        let file = capacities.map_or("capacities", Table::name).to_owned();
        let mut error =
            ReadError::file(needs.map_or("needs", Table::name), Wrong::Unknown { file, column: "kind" });
        error.spot.row = rows.values().map(|(_, row)| *row).next();
        error.spot.column = Some("kind".to_owned());
        error.spot.value = Some(name.clone());
        return Err(error);
    }
    let spread = |amounts: BTreeMap<usize, (u32, Row)>, count: usize| {
        let mut all = vec![0; count];
        for (index, (amount, _)) in amounts {
            if let Some(place) = all.get_mut(index) {
                *place = amount;
            }
        }
        all
    };
    let kind = |(name, room): (String, _)| {
        let need = need.remove(&name).unwrap_or_default();
        Kind { capacity: spread(room, places.len()), need: spread(need, cases.len()), name }
    };
    Ok(room.into_iter().map(kind).collect())
}

fn amounts(
    table: &Table,
    columns: &[Column; 3],
    names: &Names,
    notes: &mut Vec<Note>,
) -> Result<Amounts, ReadError> {
    let mut amounts = Amounts::new();
    let read = table.read(columns, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            let index = names.known(at, row, (0, columns[0].name), 0)?;
            let amount = at.number(row, (2, columns[2].name), 0, CAPACITY_MAX)?;
            let kind = amounts.entry(batch.key(1, row).to_string()).or_default();
            if let Some((_, first)) = kind.insert(index, (amount, batch.row(row))) {
                let column = format!("{}, kind", columns[0].name);
                let pair = format!("{}, {}", batch.key(0, row), batch.key(1, row));
                return Err(at.wrong(row, &column, &pair, Wrong::Twice(first)));
            }
        }
        Ok::<(), ReadError>(())
    })?;
    note_unused(table, read, notes);
    Ok(amounts)
}
