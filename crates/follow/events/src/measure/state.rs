//! The series of a year, and what is reported on them.

use super::{Card, Measurement, Period, Target};
use crate::history::Version;
use crate::ids::ObjectId;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_calendar::Date;

/// A series in the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// The year.
    pub year: i16,
    /// The series in that year.
    pub series: ObjectId,
}

/// A version of a method card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardRevision {
    /// The card.
    pub card: Card,
    /// Why the definition is the same as before although its words differ.
    pub same_definition: Option<TextRef>,
}

/// A day from which figures are not comparable with those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Break {
    /// The first day of what is new.
    pub from: Date,
    /// Why.
    pub why: TextRef,
}

/// A series of figures by one definition. Of each history the last one holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Series {
    /// What it tells of; none for an own indicator.
    pub under: Option<ObjectId>,
    /// The series that it took over from, by another definition.
    pub follows: Option<ObjectId>,
    /// The series that took over from it.
    pub followed_by: Option<ObjectId>,
    /// The series in the year before.
    pub carried: Option<Carried>,
    /// The method card.
    pub card: Card,
    /// Every version of the card, oldest first.
    pub cards: Vec<Version<CardRevision>>,
    /// Where figures cease to be comparable, in the order in which that was said.
    pub breaks: Vec<Version<Break>>,
    /// The targets of each period, oldest first; none where it was given up.
    pub targets: BTreeMap<Period, Vec<Version<Option<Target>>>>,
    /// The figures of each period, oldest first; none where it was withdrawn.
    pub points: BTreeMap<Period, Vec<Version<Option<Measurement>>>>,
    /// When it was ended.
    pub closed: Option<Version<()>>,
}

/// The three texts of a report entry, as far as they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EntryTexts {
    /// What the figures are.
    pub data: Option<TextRef>,
    /// What they come from.
    pub analysis: Option<TextRef>,
    /// What they mean for the goal.
    pub assessment: Option<TextRef>,
}

/// What is reported on a series or a part of the plan for one period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Entry {
    /// The texts, oldest first; the last ones hold.
    pub versions: Vec<Version<EntryTexts>>,
    /// When it was marked as complete, and when opened again.
    pub completions: Vec<Version<bool>>,
}

impl Entry {
    /// Returns the texts that hold.
    pub fn texts(&self) -> EntryTexts {
        self.versions.last().map(|version| version.value).unwrap_or_default()
    }

    /// Tells whether it is marked as complete.
    pub fn is_complete(&self) -> bool {
        self.completions.last().is_some_and(|version| version.value)
    }
}

/// The series of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// Each series by its id.
    pub series: BTreeMap<ObjectId, Series>,
    /// What is reported, by series or part, and by period.
    pub entries: BTreeMap<ObjectId, BTreeMap<Period, Entry>>,
}

impl State {
    /// Returns the entry of an object and period.
    pub fn entry(&self, object: ObjectId, period: Period) -> Option<&Entry> {
        self.entries.get(&object)?.get(&period)
    }

    /// Returns the series that tell of an object.
    pub fn under(&self, object: ObjectId) -> impl Iterator<Item = (ObjectId, &Series)> {
        self.series
            .iter()
            .filter(move |(_, series)| series.under == Some(object))
            .map(|(id, series)| (*id, series))
    }
}

impl Series {
    /// Returns the figure of a period that holds, with its record.
    pub fn point(&self, period: Period) -> Option<(&Measurement, u64)> {
        holds(self.points.get(&period)?)
    }

    /// Returns the target of a period that holds, with its record.
    pub fn target(&self, period: Period) -> Option<(&Target, u64)> {
        holds(self.targets.get(&period)?)
    }

    /// Returns the figures that hold, by period.
    pub fn current_points(&self) -> impl Iterator<Item = &Measurement> {
        self.points.values().filter_map(|versions| holds(versions)).map(|(point, _)| point)
    }

    /// Returns the targets that hold, by period.
    pub fn current_targets(&self) -> impl Iterator<Item = &Target> {
        self.targets.values().filter_map(|versions| holds(versions)).map(|(target, _)| target)
    }
}

fn holds<T>(versions: &[Version<Option<T>>]) -> Option<(&T, u64)> {
    let last = versions.last()?;
    Some((last.value.as_ref()?, last.stamp.seq))
}
