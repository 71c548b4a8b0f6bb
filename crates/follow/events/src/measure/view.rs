//! What people ask of a series: how it stood on a day, how far it is from its target, and where it was before.

use super::{Aim, Card, Decimal, Finality, Level, Measurement, Period, Reading, Series, Target, Unit};
use crate::book::{Basis, Book, Stamp};
use crate::history::Version;
use crate::ids::{ObjectId, Stream};
use serde::Serialize;
use std::cmp::Ordering;
use styrbord_calendar::Date;

/// In what a difference counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceUnit {
    /// As the series itself.
    Number(String),
    /// Percentage points (prosentpoeng).
    PercentagePoints,
    /// Kroner.
    Kroner,
    /// Steps on the scale of grades.
    Steps,
}

/// How far one level is from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The first less the second.
    pub amount: Decimal,
    /// In what.
    pub unit: DifferenceUnit,
}

/// The latest figure of a series beside what was to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The period of the figure.
    pub period: Period,
    /// The figure.
    pub reading: Reading,
    /// Whether it is the last word.
    pub finality: Finality,
    /// The target for that period, or for the shortest one that holds it.
    pub target: Option<Target>,
    /// The figure less the target; none when one of them is missing or suppressed.
    pub to_target: Option<Difference>,
    /// Whether the target is met.
    pub met: Option<bool>,
    /// The figure less the baseline; none when there is none, or figures are not comparable with it.
    pub from_baseline: Option<Difference>,
    /// Whether a break lies between the baseline and the figure.
    pub broken: bool,
}

impl Series {
    /// Returns the series as it stood on a day; none when there was none yet.
    pub fn as_of(&self, day: Date, basis: Basis) -> Option<Self> {
        let counts = |stamp: &Stamp| match basis {
            Basis::Known => stamp.at.date() <= day,
            Basis::InForce => stamp.on <= day,
        };
        let mut series = self.clone();
        series.cards.retain(|version| counts(&version.stamp));
        series.card = Card::clone(&series.cards.last()?.value.card);
        series.breaks.retain(|version| counts(&version.stamp));
        series.targets.values_mut().for_each(|versions| versions.retain(|version| counts(&version.stamp)));
        series.targets.retain(|_, versions| !versions.is_empty());
        series.points.values_mut().for_each(|versions| versions.retain(|version| counts(&version.stamp)));
        series.points.retain(|_, versions| !versions.is_empty());
        series.closed = series.closed.filter(|closed: &Version<()>| counts(&closed.stamp));
        Some(series)
    }

    /// Returns the figure of the period that ends last, and of those the one that begins last.
    pub fn latest(&self) -> Option<&Measurement> {
        self.current_points().max_by_key(|point| (point.period.to(), point.period.from()))
    }

    /// Returns the latest figure beside its target and the baseline; none when nothing is measured.
    pub fn standing(&self) -> Option<Standing> {
        let latest = self.latest()?;
        let target = self.target_for(latest.period);
        let level = latest.reading.level();
        let pair = level.zip(target.map(|target| target.level));
        let baseline = self.card.baseline.as_ref();
        let broken = baseline.is_some_and(|baseline| !self.comparable(baseline.period, latest.period));
        let base = baseline.filter(|_| !broken).map(|baseline| baseline.level);
        Some(Standing {
            period: latest.period,
            reading: latest.reading,
            finality: latest.finality,
            target: target.copied(),
            to_target: pair.and_then(|(level, target)| self.difference(level, target)),
            met: pair.zip(target).and_then(|((level, wanted), target)| is_met(level, wanted, target.aim)),
            from_baseline: level.zip(base).and_then(|(level, base)| self.difference(level, base)),
            broken,
        })
    }

    /// Returns the target of a period, or else of the shortest period that holds all of it.
    pub fn target_for(&self, period: Period) -> Option<&Target> {
        let around = self.current_targets().filter(|target| target.period.contains(period));
        around.min_by_key(|target| target.period.from().days_until(target.period.to()))
    }

    /// Tells whether the figures of two periods can be compared: no break lies between them or within one alone.
    pub fn comparable(&self, one: Period, other: Period) -> bool {
        let before = |period: Period, from: Date| period.to() < from;
        self.breaks.iter().all(|mark| before(one, mark.value.from) == before(other, mark.value.from))
    }

    /// Returns how far one level is from another in the right unit; none between a number and a grade.
    pub fn difference(&self, one: Level, two: Level) -> Option<Difference> {
        let unit = match &self.card.unit {
            Unit::Number(of) => DifferenceUnit::Number(of.clone()),
            Unit::Percent => DifferenceUnit::PercentagePoints,
            Unit::Kroner => DifferenceUnit::Kroner,
            Unit::Grade(_) => DifferenceUnit::Steps,
        };
        let amount = match (one, two) {
            (Level::Number(one), Level::Number(two)) => one.minus(two),
            (Level::Grade(one), Level::Grade(two)) => Decimal::new(i64::from(one) - i64::from(two), 0)?,
            _ => return None,
        };
        Some(Difference { amount, unit })
    }
}

fn is_met(level: Level, wanted: Level, aim: Aim) -> Option<bool> {
    let order = match (level, wanted) {
        (Level::Number(one), Level::Number(two)) => one.compare(two),
        (Level::Grade(one), Level::Grade(two)) => one.cmp(&two),
        _ => return None,
    };
    Some(match aim {
        Aim::AtLeast => order != Ordering::Less,
        Aim::AtMost => order != Ordering::Greater,
        Aim::Exactly => order == Ordering::Equal,
    })
}

/// Returns a series and what it was in the years before, the latest first.
pub fn lineage(book: &Book, stream: Stream, series: ObjectId) -> Vec<(Stream, ObjectId, &Series)> {
    let mut found = Vec::new();
    let mut at = Some((stream, series));
    while let Some((stream, id)) = at {
        let Some(series) = book.years.get(&stream).and_then(|year| year.measure.series.get(&id)) else {
            break;
        };
        found.push((stream, id, series));
        at = series.carried.and_then(|before| match stream {
            // Years only go down, so that the way back ends.
            Stream::Year(agency, year) if before.year < year => {
                Some((Stream::Year(agency, before.year), before.series))
            }
            _ => None,
        });
    }
    found
}
