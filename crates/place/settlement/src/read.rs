//! Tables to an instance.
//!
//! Everything in the files is in the instance, or the reading is refused with file, row, column and value. Two
//! things are set aside and told as a [`Note`]: columns that the format does not know, and values of a tied case
//! for places that it is not tied to.

mod cases;
mod error;
mod kinds;
mod names;
mod places;
mod prices;
mod proposals;
mod rules;
mod values;

pub use error::{ReadError, Wrong};
pub use prices::{PriceFile, kind_prices, prices};
pub use proposals::{PlanFile, pairs, plan};
pub use rules::{group_floors, openings, region_floors};

use crate::{Gains, Instance};
use styrbord_tables::{Read, Table};

/// No case has more persons.
pub const PERSONS_MAX: i64 = 10_000;
/// No place has more room.
pub const CAPACITY_MAX: i64 = 1_000_000;
/// No week comes later.
pub const WEEK_MAX: i64 = 519;
/// No instance has more pairs of cases and places.
pub const PAIRS_MAX: usize = 500_000_000;

/// The tables of a year or a batch.
pub struct Tables {
    /// `case, persons, week, origin_group, tied_place`.
    pub cases: Table,
    /// `place, capacity, population, region`.
    pub places: Table,
    /// `case, place, value`: a row for each pair that is compatible.
    pub values: Table,
    /// `place, kind, capacity`: room of further kinds.
    pub capacities: Option<Table>,
    /// `case, kind, amount`: what cases need of them.
    pub needs: Option<Table>,
    /// Cases of another year.
    pub pool: Option<PoolTables>,
}

/// The tables of another year, whose places are the same.
pub struct PoolTables {
    /// `case, persons`, and what else the cases of the year have.
    pub cases: Table,
    /// `case, place, value`.
    pub values: Table,
}

/// What the tables say.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The year or the batch.
    pub instance: Instance,
    /// Cases of another year, with gains in the same units.
    pub pool: Option<Instance>,
    /// What was set aside.
    pub notes: Vec<Note>,
}

/// Something in the files that is not in the instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A column that the format does not know.
    UnusedColumn {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
    /// Values of tied cases for places that they are not tied to.
    TiedElsewhere {
        /// The file.
        file: String,
        /// How many values.
        values: usize,
    },
}

/// Reads tables into an instance.
pub fn read(tables: &Tables) -> Result<Reading, ReadError> {
    let mut notes = Vec::new();
    let (places, place_names) = places::read(&tables.places, &mut notes)?;
    let year = cases::read(&tables.cases, &place_names, cases::Needed::All, &mut notes)?;
    let pool = match &tables.pool {
        Some(pool) => {
            let cases = cases::read(&pool.cases, &place_names, cases::Needed::Persons, &mut notes)?;
            Some((cases, &pool.values))
        }
        None => None,
    };
    let kinds = kinds::read(
        tables.capacities.as_ref(),
        tables.needs.as_ref(),
        &place_names,
        &year.names,
        &mut notes,
    )?;
    let mut scale = values::SCALE_USUAL;
    let (gains, pool_gains) = loop {
        let gains = values::read(&tables.values, &year, &place_names, scale)?;
        let pool_gains = match &pool {
            Some((cases, table)) => Some(values::read(table, cases, &place_names, scale)?),
            None => None,
        };
        let most = pool_gains.iter().map(|gains| gains.most).fold(gains.most, f64::max);
        let fitting = values::scale_for(most);
        if fitting == scale {
            break (gains, pool_gains);
        }
        scale = fitting;
    };
    let gains = gains.finish(&tables.values, &year, &mut notes)?;
    let pool = match (pool, pool_gains) {
        (Some((cases, table)), Some(gains)) => {
            let gains = gains.finish(table, &cases, &mut notes)?;
            Some(Instance { cases: cases.cases, places: places.clone(), gains, kinds: Vec::new() })
        }
        _ => None,
    };
    Ok(Reading { instance: Instance { cases: year.cases, places, gains, kinds }, pool, notes })
}

/// Returns no gains for so many cases and places, or why there would be too many.
fn no_gains(table: &Table, cases: usize, places: usize, scale: i32) -> Result<Gains, ReadError> {
    match cases.checked_mul(places) {
        Some(pairs) if pairs <= PAIRS_MAX => Ok(Gains::new(cases, places, scale)),
        _ => Err(ReadError::file(table.name(), Wrong::TooManyPairs { cases, places })),
    }
}

/// Adds a note for each column that was not used.
fn note_unused(table: &Table, read: Read, notes: &mut Vec<Note>) {
    let note = |column| Note::UnusedColumn { file: table.name().to_owned(), column };
    notes.extend(read.unused.into_iter().map(note));
}
