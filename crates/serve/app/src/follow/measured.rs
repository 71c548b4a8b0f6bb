//! Series and steering parameters at a glance, and what people write of them as text.

use super::money::Said;
use super::office::{Failure, Office, YearError};
use super::overview::{PartRow, row};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::Date;
use styrbord_events::measure::{Decimal, Entry, Level, Period, Reading, Series, Standing, Unit, lineage};
use styrbord_events::{ObjectId, ObjectKind, Stream, TextRef};
use styrbord_store::Journal;

/// The series of a year.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesList {
    /// Agency and year.
    pub stream: Stream,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// The series.
    pub series: Vec<SeriesRow>,
    /// The steering parameters that no series tells of.
    pub unmeasured: Vec<PartRow>,
}

/// A series and how it stands.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesRow {
    /// Its id.
    pub series: ObjectId,
    /// What it is called.
    pub name: String,
    /// What it tells of.
    pub under: Option<ObjectId>,
    /// What it counts in.
    pub unit: Unit,
    /// Its latest figure beside the target.
    pub standing: Option<Standing>,
    /// Whether it has ended.
    pub closed: bool,
}

/// A part of the plan, or a series alone, with all that was measured and written of it.
#[derive(Debug, Clone, Serialize)]
pub struct Parameter {
    /// Agency and year.
    pub stream: Stream,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// The part; none for an own indicator.
    pub part: Option<PartRow>,
    /// The series under it, each with what it was in the years before.
    pub series: Vec<Lineage>,
    /// What is reported, by series or part, and by period.
    pub entries: BTreeMap<ObjectId, BTreeMap<Period, Entry>>,
    /// What the texts say.
    pub words: Said,
}

/// A series with what it was before.
#[derive(Debug, Clone, Serialize)]
pub struct Lineage {
    /// Its id.
    pub id: ObjectId,
    /// Its method card, targets and figures with their histories.
    pub series: Series,
    /// How it stands.
    pub standing: Option<Standing>,
    /// The same in the years before, the latest first.
    pub before: Vec<(Stream, ObjectId, Series)>,
}

/// Reads a period: `2025`, `2025-03`, `2025-T1` (tertial) or `2025-01-01/2025-12-31`.
pub fn period(text: &str) -> Option<Period> {
    if text.contains('/') {
        return Period::parse(text);
    }
    let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
    let year: i16 = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    let Some(part) = part else { return Some(Period::year(year)) };
    let (digits, months) = part.strip_prefix('T').map_or((part, 1), |tertial| (tertial, 4));
    let number: u8 = digits.parse().ok().filter(|number| (1..=12 / months).contains(number))?;
    let (first, last) = ((number - 1) * months + 1, number * months);
    Period::new(Date::nearest(year, first, 1), Date::nearest(year, last, 31))
}

/// Reads a level in a unit: a number, or the name of a grade.
pub fn level(text: &str, unit: &Unit) -> Option<Level> {
    match unit {
        Unit::Grade(scale) => {
            let place = scale.iter().position(|grade| grade.to_lowercase() == text.trim().to_lowercase())?;
            Some(Level::Grade(u8::try_from(place).ok()?))
        }
        Unit::Number(_) | Unit::Percent | Unit::Kroner => {
            let text = text.trim().trim_end_matches('%');
            Some(Level::Number(Decimal::parse(text)?))
        }
    }
}

/// Reads a figure in a unit: a level, a share as `120/400` (percent with one decimal), or `suppressed`.
pub fn reading(text: &str, unit: &Unit) -> Option<Reading> {
    if text == "suppressed" {
        return Some(Reading::Suppressed);
    }
    if let (Unit::Percent, Some((numerator, denominator))) = (unit, text.split_once('/')) {
        return Reading::share(numerator.trim().parse().ok()?, denominator.trim().parse().ok()?, 1);
    }
    Some(match level(text, unit)? {
        Level::Number(number) => Reading::Number(number),
        Level::Grade(grade) => Reading::Grade(grade),
    })
}

/// Returns the texts that a value refers to.
pub fn texts_in(value: &impl Serialize) -> Vec<TextRef> {
    serde_json::to_value(value).map(|json| TextRef::named_in(&json)).unwrap_or_default()
}

/// Returns the series of a year; none when the book does not have it.
pub fn series_of(book: &styrbord_events::Book, stream: Stream) -> Option<SeriesList> {
    let year = book.years.get(&stream)?;
    let series = year.measure.series.iter().map(|(id, series)| SeriesRow {
        series: *id,
        name: series.card.name.clone(),
        under: series.under,
        unit: series.card.unit.clone(),
        standing: series.standing(),
        closed: series.closed.is_some(),
    });
    let parameters = year.letters.in_force().filter(|(id, _)| id.kind == ObjectKind::Parameter);
    let unmeasured = parameters.filter(|(id, _)| year.measure.under(*id).next().is_none());
    Some(SeriesList {
        stream,
        simulated: year.simulated,
        series: series.collect(),
        unmeasured: unmeasured.map(|(id, _)| row(year, id)).collect(),
    })
}

impl<J: Journal> Office<J> {
    /// Returns the series of a year.
    ///
    /// # Errors
    /// When the journal does not have the year.
    pub fn series(&self, stream: Stream) -> Result<SeriesList, Failure> {
        Ok(series_of(self.book(), stream).ok_or(YearError::Unknown)?)
    }

    /// Returns all that was measured and written of a part, or of one series.
    ///
    /// # Errors
    /// When the year does not have it, or the journal cannot be read.
    pub fn parameter(&mut self, stream: Stream, object: ObjectId) -> Result<Parameter, Failure> {
        let book = self.book();
        let year = book.years.get(&stream).ok_or(YearError::Unknown)?;
        let of_series = year.measure.series.get(&object);
        let part = if of_series.is_some() { of_series.and_then(|of| of.under) } else { Some(object) };
        if part.is_some_and(|part| !year.letters.parts.contains_key(&part)) {
            return Err(Failure::Refused(styrbord_events::refusals::no_such_object(object)));
        }
        let wanted = |id: ObjectId, series: &Series| id == object || series.under == Some(object);
        let ids: Vec<ObjectId> = year
            .measure
            .series
            .iter()
            .filter(|(id, series)| wanted(**id, series))
            .map(|(id, _)| *id)
            .collect();
        let series: Vec<Lineage> = ids.iter().filter_map(|id| lineage_of(book, stream, *id)).collect();
        let told: BTreeSet<ObjectId> = ids.into_iter().chain([object]).collect();
        let entries: BTreeMap<_, _> = (year.measure.entries.iter())
            .filter(|(id, _)| told.contains(id))
            .map(|(id, entries)| (*id, entries.clone()))
            .collect();
        let (simulated, part) = (year.simulated, part.map(|part| row(year, part)));
        let found: BTreeSet<TextRef> = texts_in(&series).into_iter().chain(texts_in(&entries)).collect();
        let words = self.words(found)?;
        Ok(Parameter { stream, simulated, part, series, entries, words })
    }
}

fn lineage_of(book: &styrbord_events::Book, stream: Stream, id: ObjectId) -> Option<Lineage> {
    let mut all = lineage(book, stream, id).into_iter();
    let (_, id, series) = all.next()?;
    let before = all.map(|(stream, id, series)| (stream, id, series.clone())).collect();
    Some(Lineage { id, series: series.clone(), standing: series.standing(), before })
}
