//! The table of values: what each pair is worth, in whole units.
//!
//! A person gains `round(scale * (value / persons + 1/10000))` units. The scale is the largest power of ten, up to a
//! thousand million, at which no gain exceeds [`Gains::MAX`]: one for all pairs of a year and its pool. Values are
//! taken exactly as the file holds them; a value of single precision is the number that its bits say.
#![expect(clippy::float_arithmetic, reason = "values come as reals and are made whole here")]

use super::cases::Cases;
use super::error::{At, ReadError, Wrong};
use super::names::Names;
use super::{Note, no_gains};
use crate::Gains;
use styrbord_tables::{Column, Kind, Table, Values};

/// The scale that fits shares of persons, tried first.
pub(super) const SCALE_USUAL: i32 = 100_000_000;
const SCALE_MAX: i32 = 1_000_000_000;
/// What each placed person is worth besides the case's value.
const FOR_EACH_PERSON: f64 = 1e-4;

const COLUMNS: [Column; 3] =
    [Column::new("case", Kind::Key), Column::new("place", Kind::Key), Column::new("value", Kind::Real)];

/// Gains of a table at some scale.
pub(super) struct Filled {
    gains: Gains,
    /// The most that a person gains.
    pub(super) most: f64,
    /// Columns of the file that were not used.
    read: styrbord_tables::Read,
}

/// Returns the largest scale that fits when a person gains so much at most.
pub(super) fn scale_for(most: f64) -> i32 {
    let mut scale = SCALE_MAX;
    while scale > 1 && (most * f64::from(scale)).round() > f64::from(Gains::MAX) {
        scale /= 10;
    }
    scale
}

/// Reads the values at a scale; gains that do not fit are cut, and `most` tells.
pub(super) fn read(table: &Table, cases: &Cases, places: &Names, scale: i32) -> Result<Filled, ReadError> {
    let mut gains = no_gains(table, cases.cases.len(), places.len(), scale)?;
    let mut most = 0.0;
    let (mut case, mut place) = (0, 0);
    let read = table.read(&COLUMNS, |batch| {
        let at = At { file: table.name(), batch };
        let Some(Values::Reals(values)) = batch.columns.get(2).map(|cells| &cells.values) else {
            return Ok(());
        };
        for (row, value) in values.iter().enumerate() {
            case = cases.names.known(at, row, (0, "case"), case)?;
            place = places.known(at, row, (1, "place"), place)?;
            if *value < 0.0 {
                return Err(at.wrong(row, "value", value, Wrong::TooSmall(0)));
            }
            let persons = cases.cases.get(case).map_or(1, |case| case.persons);
            let for_one = value / f64::from(persons) + FOR_EACH_PERSON;
            most = f64::max(most, for_one);
            let units = (for_one * f64::from(scale)).round().min(f64::from(Gains::MAX));
            if most > f64::from(Gains::MAX) {
                return Err(at.wrong(
                    row,
                    "value",
                    &format!("{value:?}"),
                    Wrong::TooLarge(Gains::MAX.into()),
                ));
            }
            let Some(gain) = gains.row_mut(case).get_mut(place) else { continue };
            if *gain != Gains::NONE {
                let pair = format!("{}, {}", batch.key(0, row), batch.key(1, row));
                return Err(at.wrong(row, "case, place", &pair, Wrong::PairTwice));
            }
            *gain = units as i32;
        }
        Ok::<(), ReadError>(())
    })?;
    Ok(Filled { gains, most, read })
}

impl Filled {
    /// Returns the gains; a tied case keeps that of its place alone.
    pub(super) fn finish(
        mut self,
        table: &Table,
        cases: &Cases,
        notes: &mut Vec<Note>,
    ) -> Result<Gains, ReadError> {
        let mut elsewhere = 0;
        for (index, case) in cases.cases.iter().enumerate() {
            let Some(tied) = case.tied_place else { continue };
            let row = self.gains.row_mut(index);
            let kept = row.get(tied as usize).copied().unwrap_or(Gains::NONE);
            if kept == Gains::NONE {
                return Err(without_value(table, cases, index));
            }
            elsewhere += row.iter().filter(|gain| **gain != Gains::NONE).count() - 1;
            row.fill(Gains::NONE);
            if let Some(gain) = row.get_mut(tied as usize) {
                *gain = kept;
            }
        }
        super::note_unused(table, self.read, notes);
        if elsewhere > 0 {
            notes.push(Note::TiedElsewhere { file: table.name().to_owned(), values: elsewhere });
        }
        Ok(self.gains)
    }
}

fn without_value(table: &Table, cases: &Cases, index: usize) -> ReadError {
    let mut error =
        ReadError::file(cases.names.file(), Wrong::TieWithoutValue { file: table.name().to_owned() });
    error.spot.row = cases.names.row(index);
    error.spot.column = Some("tied_place".to_owned());
    error.spot.value = cases.cases.get(index).map(|case| case.key.clone());
    error
}
