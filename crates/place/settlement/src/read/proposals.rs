//! Plans, prices and people's decisions, read back.

use super::error::{At, ReadError, Wrong};
use super::names::Names;
use crate::{Certificate, Instance, Plan, to_units};
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

/// Reads a certificate: `place, price` or `case, price`, a row for each.
pub fn prices(table: &Table, instance: &Instance) -> Result<Certificate, ReadError> {
    const COLUMNS: [Column; 3] = [
        Column::new("place", Kind::Key).if_there(),
        Column::new("case", Kind::Key).if_there(),
        Column::new("price", Kind::Key),
    ];
    let (cases, places) = names(instance);
    let mut of_places: Vec<Option<i64>> = vec![None; instance.places.len()];
    let mut of_cases: Vec<Option<i64>> = vec![None; instance.cases.len()];
    let mut by_case = false;
    let mut near = 0;
    table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        for row in 0..batch.len() {
            by_case = batch.is_missing(0, row);
            if by_case && batch.is_missing(1, row) {
                return Err(ReadError::file(table.name(), Wrong::NeitherColumn));
            }
            let (column, names) = if by_case { ((1, "case"), &cases) } else { ((0, "place"), &places) };
            near = names.known(at, row, column, near)?;
            let text = batch.key(2, row).to_string();
            let units = to_units(&text, instance.gains.scale());
            let units = units.ok_or_else(|| at.wrong(row, "price", &text, Wrong::NotAPrice))?;
            let prices = if by_case { &mut of_cases } else { &mut of_places };
            if prices.get_mut(near).and_then(|price| price.replace(units)).is_some() {
                return Err(at.wrong(row, column.1, &batch.key(column.0, row), Wrong::PairTwice));
            }
        }
        Ok::<(), ReadError>(())
    })?;
    let (prices, names) = if by_case { (of_cases, &cases) } else { (of_places, &places) };
    if let Some(lacking) = prices.iter().position(Option::is_none) {
        let mut error = ReadError::file(table.name(), Wrong::NotTold);
        error.spot.value = names.key(lacking).map(str::to_owned);
        return Err(error);
    }
    let prices = prices.into_iter().flatten().collect();
    Ok(if by_case { Certificate::CasePrices(prices) } else { Certificate::PlacePrices(prices) })
}

fn names(instance: &Instance) -> (Names, Names) {
    let cases = instance.cases.iter().map(|case| case.key.as_str());
    let places = instance.places.iter().map(|place| place.key.as_str());
    (Names::of("cases", "case", cases), Names::of("places", "place", places))
}
