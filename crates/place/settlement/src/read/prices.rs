//! Prices, read back.

use super::error::{At, ReadError, Wrong};
use super::names::Names;
use super::proposals::names;
use crate::{Certificate, Instance, KindPrices, to_units};
use styrbord_tables::{Column, Kind, Table};

const COLUMNS: [Column; 4] = [
    Column::new("place", Kind::Key).if_there(),
    Column::new("case", Kind::Key).if_there(),
    Column::new("kind", Kind::Key).if_there(),
    Column::new("price", Kind::Key),
];

/// What a file of prices says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceFile {
    /// Prices of places or of cases.
    pub certificate: Certificate,
    /// Prices of further kinds; what the file does not name is free.
    pub kinds: KindPrices,
}

/// Reads prices or a certificate: `place, price` or `case, price`, a row for each, and `place, kind, price` besides.
pub fn prices(table: &Table, instance: &Instance) -> Result<PriceFile, ReadError> {
    let mut told = Told::none(instance);
    told.read(table, instance)?;
    let by_case = told.cases.iter().any(Option::is_some);
    let (prices, names) =
        if by_case { (told.cases, &told.case_names) } else { (told.places, &told.place_names) };
    if let Some(lacking) = prices.iter().position(Option::is_none) {
        let mut error = ReadError::file(table.name(), Wrong::NotTold);
        error.spot.value = names.key(lacking).map(str::to_owned);
        return Err(error);
    }
    let prices = prices.into_iter().flatten().collect();
    let certificate =
        if by_case { Certificate::CasePrices(prices) } else { Certificate::PlacePrices(prices) };
    Ok(PriceFile { certificate, kinds: told.kinds.into_iter().map(or_free).collect() })
}

/// Reads prices of further kinds alone: `place, kind, price`.
pub fn kind_prices(table: &Table, instance: &Instance) -> Result<KindPrices, ReadError> {
    let mut told = Told::none(instance);
    told.read(table, instance)?;
    Ok(told.kinds.into_iter().map(or_free).collect())
}

fn or_free(prices: Vec<Option<i64>>) -> Vec<i64> {
    prices.into_iter().map(|price| price.unwrap_or(0)).collect()
}

/// The prices that a file tells.
struct Told {
    places: Vec<Option<i64>>,
    cases: Vec<Option<i64>>,
    kinds: Vec<Vec<Option<i64>>>,
    case_names: Names,
    place_names: Names,
}

impl Told {
    fn none(instance: &Instance) -> Self {
        let (case_names, place_names) = names(instance);
        Told {
            places: vec![None; instance.places.len()],
            cases: vec![None; instance.cases.len()],
            kinds: vec![vec![None; instance.places.len()]; instance.kinds.len()],
            case_names,
            place_names,
        }
    }

    fn read(&mut self, table: &Table, instance: &Instance) -> Result<(), ReadError> {
        let mut near = 0;
        table.read(&COLUMNS, |batch| {
            let at = At { file: table.name(), batch };
            for row in 0..batch.len() {
                near = self.read_row(at, row, near, instance)?;
            }
            Ok::<(), ReadError>(())
        })?;
        Ok(())
    }

    /// Reads a row; returns where its key stands.
    fn read_row(
        &mut self,
        at: At<'_>,
        row: usize,
        near: usize,
        instance: &Instance,
    ) -> Result<usize, ReadError> {
        let batch = at.batch;
        let by_case = batch.is_missing(0, row);
        if by_case && batch.is_missing(1, row) {
            return Err(ReadError::file(at.file, Wrong::NeitherColumn));
        }
        let (column, names) =
            if by_case { ((1, "case"), &self.case_names) } else { ((0, "place"), &self.place_names) };
        let index = names.known(at, row, column, near)?;
        let prices = match (batch.is_missing(2, row), by_case) {
            (true, true) => &mut self.cases,
            (true, false) => &mut self.places,
            (false, _) => {
                let key = batch.key(2, row);
                let kind = instance.kinds.iter().position(|kind| kind.name == key.to_string());
                let unknown = Wrong::Unknown { file: "capacities".to_owned(), column: "kind" };
                let prices = kind.filter(|_| !by_case).and_then(|kind| self.kinds.get_mut(kind));
                prices.ok_or_else(|| at.wrong(row, "kind", &key, unknown))?
            }
        };
        let text = batch.key(3, row).to_string();
        let units = to_units(&text, instance.gains.scale());
        let units = units.ok_or_else(|| at.wrong(row, "price", &text, Wrong::NotAPrice))?;
        if prices.get_mut(index).and_then(|price| price.replace(units)).is_some() {
            return Err(at.wrong(row, column.1, &batch.key(column.0, row), Wrong::PairTwice));
        }
        Ok(index)
    }
}
