//! Floors, ceilings and openings, as tables.
#![expect(clippy::float_arithmetic, reason = "shares come as decimal numbers and become whole millionths")]

use super::error::{At, ReadError, Wrong};
use super::proposals::names;
use super::{CAPACITY_MAX, WEEK_MAX};
use crate::{GroupFloor, Instance, Opening, RegionFloor};
use std::collections::BTreeMap;
use styrbord_tables::{Column, Kind, Row, Table, Values};

/// Reads floors and ceilings of regions: `region, min_share, max_share`, either of them empty.
pub fn region_floors(table: &Table, instance: &Instance) -> Result<Vec<RegionFloor>, ReadError> {
    const COLUMNS: [Column; 3] = [
        Column::new("region", Kind::Integer),
        Column::new("min_share", Kind::Real).if_there(),
        Column::new("max_share", Kind::Real).if_there(),
    ];
    let mut rules = Vec::new();
    let mut told = BTreeMap::new();
    table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            let region = at.number(row, (0, "region"), 0, u32::MAX.into())?;
            once(&mut told, at, row, "region", region)?;
            if instance.places.iter().all(|place| place.region != region) {
                let file = "places".to_owned();
                return Err(at.wrong(row, "region", &region, Wrong::Unknown { file, column: "region" }));
            }
            let (min, max) = (share(at, row, (1, "min_share"))?, share(at, row, (2, "max_share"))?);
            if let (Some(min), Some(max)) = (min, max)
                && min > max
            {
                return Err(at.wrong(row, "max_share", &(f64::from(max) / PPM), Wrong::BelowFloor));
            }
            rules.push(RegionFloor { region, min_ppm: min, max_ppm: max });
        }
        Ok::<(), ReadError>(())
    })?;
    Ok(rules)
}

/// Reads floors of groups: `origin_group, min_value_share`.
pub fn group_floors(table: &Table, instance: &Instance) -> Result<Vec<GroupFloor>, ReadError> {
    const COLUMNS: [Column; 2] =
        [Column::new("origin_group", Kind::Integer), Column::new("min_value_share", Kind::Real)];
    let mut rules = Vec::new();
    let mut told = BTreeMap::new();
    table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            let group = at.number(row, (0, "origin_group"), 0, u32::MAX.into())?;
            once(&mut told, at, row, "origin_group", group)?;
            if instance.cases.iter().all(|case| case.origin_group != group) {
                let wrong = Wrong::Unknown { file: "cases".to_owned(), column: "origin_group" };
                return Err(at.wrong(row, "origin_group", &group, wrong));
            }
            let min_ppm = share(at, row, (1, "min_value_share"))?.unwrap_or(0);
            rules.push(GroupFloor { origin_group: group, min_ppm });
        }
        Ok::<(), ReadError>(())
    })?;
    Ok(rules)
}

/// Reads room that opens later: `place, week, capacity`.
pub fn openings(table: &Table, instance: &Instance) -> Result<Vec<Opening>, ReadError> {
    const COLUMNS: [Column; 3] = [
        Column::new("place", Kind::Key),
        Column::new("week", Kind::Integer),
        Column::new("capacity", Kind::Integer),
    ];
    let (_, places) = names(instance);
    let mut room: Vec<i64> = instance.places.iter().map(|place| place.capacity.into()).collect();
    let mut openings = Vec::new();
    let mut told = BTreeMap::new();
    table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            let place = places.known(at, row, (0, "place"), 0)?;
            let week = at.number(row, (1, "week"), 0, WEEK_MAX)?;
            if let Some(first) = told.insert((place, week), batch.row(row)) {
                let pair = format!("{}, {week}", batch.key(0, row));
                return Err(at.wrong(row, "place, week", &pair, Wrong::Twice(first)));
            }
            // All room of a place together is no more than a place can have.
            let left = room.get(place).map_or(0, |room| CAPACITY_MAX - room);
            let capacity = at.number(row, (2, "capacity"), 0, left)?;
            if let Some(room) = room.get_mut(place) {
                *room += i64::from(capacity);
            }
            openings.push(Opening { place: place as u32, week, capacity });
        }
        Ok::<(), ReadError>(())
    })?;
    Ok(openings)
}

/// One in millionths.
const PPM: f64 = 1e6;

/// Returns a share in millionths; none where there is none.
fn share(at: At<'_>, row: usize, (index, column): (usize, &str)) -> Result<Option<u32>, ReadError> {
    if at.batch.is_missing(index, row) {
        return Ok(None);
    }
    let share = match at.batch.columns.get(index).map(|cells| &cells.values) {
        Some(Values::Reals(numbers)) => numbers.get(row).copied().unwrap_or_default(),
        _ => 0.0,
    };
    match share {
        share if share < 0.0 => Err(at.wrong(row, column, &share, Wrong::TooSmall(0))),
        share if share > 1.0 => Err(at.wrong(row, column, &share, Wrong::TooLarge(1))),
        share => Ok(Some((share * PPM).round() as u32)),
    }
}

/// Refuses a number that another row has.
fn once(
    told: &mut BTreeMap<u32, Row>,
    at: At<'_>,
    row: usize,
    column: &str,
    number: u32,
) -> Result<(), ReadError> {
    match told.insert(number, at.batch.row(row)) {
        Some(first) => Err(at.wrong(row, column, &number, Wrong::Twice(first))),
        None => Ok(()),
    }
}
