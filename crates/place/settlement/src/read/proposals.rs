//! Plans and people's decisions, read back.

use super::error::{At, ReadError, Wrong};
use super::names::Names;
use crate::{Instance, Plan};
use styrbord_tables::{Column, Kind, Row, Table};

/// A plan, and what in its file is no plan of the instance.
#[derive(Debug, Clone)]
pub struct PlanFile {
    /// Who lives where, as far as the file tells.
    pub plan: Plan,
    /// Cases and places that are unknown, and cases that stand there twice or not at all.
    pub wrong: Vec<ReadError>,
}

/// Reads a plan: `case, place`, with no place for those who are not placed.
pub fn plan(table: &Table, instance: &Instance) -> Result<PlanFile, ReadError> {
    const COLUMNS: [Column; 2] = [Column::new("case", Kind::Key), Column::new("place", Kind::Key).or_empty()];
    let (cases, places) = names(instance);
    let mut plan = Plan::empty(instance);
    let mut wrong = Vec::new();
    let mut told: Vec<Option<Row>> = vec![None; instance.cases.len()];
    let mut near = 0;
    table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            let case = match cases.known(at, row, (0, "case"), near) {
                Ok(case) => case,
                Err(error) => {
                    wrong.push(error);
                    continue;
                }
            };
            near = case;
            if let Some(first) = told[case].replace(batch.row(row)) {
                wrong.push(at.wrong(row, "case", &batch.key(0, row), Wrong::Twice(first)));
                continue;
            }
            if batch.is_missing(1, row) {
                continue;
            }
            match places.known(at, row, (1, "place"), 0) {
                Ok(place) => plan.homes[case] = Some(place as u32),
                Err(error) => wrong.push(error),
            }
        }
        Ok::<(), ReadError>(())
    })?;
    for (case, _) in instance.cases.iter().zip(&told).filter(|(_, told)| told.is_none()) {
        let mut error = ReadError::file(table.name(), Wrong::NotTold);
        error.spot.column = Some("case".to_owned());
        error.spot.value = Some(case.key.clone());
        wrong.push(error);
    }
    Ok(PlanFile { plan, wrong })
}

/// Reads people's decisions: `case, place`.
pub fn pairs(table: &Table, instance: &Instance) -> Result<Vec<(usize, usize)>, ReadError> {
    const COLUMNS: [Column; 2] = [Column::new("case", Kind::Key), Column::new("place", Kind::Key)];
    let (cases, places) = names(instance);
    let mut pairs = Vec::new();
    table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            let case = cases.known(at, row, (0, "case"), 0)?;
            pairs.push((case, places.known(at, row, (1, "place"), 0)?));
        }
        Ok::<(), ReadError>(())
    })?;
    Ok(pairs)
}

pub(super) fn names(instance: &Instance) -> (Names, Names) {
    let cases = instance.cases.iter().map(|case| case.key.as_str());
    let places = instance.places.iter().map(|place| place.key.as_str());
    (Names::of("cases", "case", cases), Names::of("places", "place", places))
}
