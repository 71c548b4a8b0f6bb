//! The letters of a year and what they hold.

use super::{Findings, Letter, Match, PartValue};
use crate::book::Stamp;
use crate::ids::{ObjectId, ObjectKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_source::Spot;

/// How far a year is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Planned, beside the year before.
    Planning,
    /// Runs.
    #[default]
    Running,
    /// Closed: reported and no longer changed.
    Closed,
}

/// A part of the plan through the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What holds now.
    pub value: PartValue,
    /// The letter that says so.
    pub letter: ObjectId,
    /// What held, oldest first; the last one holds now.
    pub history: Vec<PartVersion>,
    /// What took it away.
    pub repealed: Option<Repealed>,
    /// What took it away before it was given again.
    pub restored: Vec<Repealed>,
    /// The parts that it was divided from or that were joined in it.
    pub from: Vec<ObjectId>,
    /// Where it was in the year before, when it was carried over.
    pub carried: Option<Carried>,
}

/// A part as one letter has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartVersion {
    /// As that letter has it.
    pub value: PartValue,
    /// The letter.
    pub letter: ObjectId,
    /// Why it was held to be the same part; none for the first.
    pub matched: Option<Match>,
    /// When.
    pub stamp: Stamp,
}

/// An object of the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Carried {
    /// The year.
    pub year: i16,
    /// The object in that year.
    pub part: ObjectId,
}

/// Why a part no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The letter says so.
    Stated {
        /// Its words.
        text: String,
        /// Where they stand.
        span: Option<Spot>,
    },
    /// The corrected letter no longer has it.
    NotInCorrection,
    /// It was carried over, and the letter of the new year does not have it.
    NotInLetter,
    /// Other parts came in its place.
    Divided,
}

/// What took a part away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repealed {
    /// The letter.
    pub letter: ObjectId,
    /// Why, with the letter's words when it has any.
    pub cause: Cause,
    /// When.
    pub stamp: Stamp,
}

/// By what something announced came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Met {
    /// The letter or order.
    pub letter: ObjectId,
    /// When that was said.
    pub stamp: Stamp,
}

/// A stage that the year reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageReached {
    /// Which one.
    pub stage: Stage,
    /// When.
    pub stamp: Stamp,
}

/// The letters of a year and what they hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// How far the year is.
    pub stage: Stage,
    /// Every stage, the first one first.
    pub stages: Vec<StageReached>,
    /// The year that it was opened from.
    pub from: Option<i16>,
    /// The documents, in the order in which they were taken in.
    pub letters: BTreeMap<ObjectId, Letter>,
    /// The parts of the plan, by kind and in the order of arrival.
    pub parts: BTreeMap<ObjectId, Part>,
    /// What came of what was announced.
    pub met: BTreeMap<ObjectId, Met>,
    /// What was decided about what is wrong in the letters.
    pub findings: Findings,
}

impl State {
    /// Returns the parts that hold, with their ids.
    pub fn in_force(&self) -> impl Iterator<Item = (ObjectId, &Part)> {
        self.parts.iter().filter(|(_, part)| part.repealed.is_none()).map(|(id, part)| (*id, part))
    }

    /// Returns the parts of one kind that hold, with their ids, without looking at the others.
    pub fn in_force_of(&self, kind: ObjectKind) -> impl Iterator<Item = (ObjectId, &Part)> {
        let (first, last) = (ObjectId { kind, number: 0 }, ObjectId { kind, number: u32::MAX });
        let parts = self.parts.range(first..=last).filter(|(_, part)| part.repealed.is_none());
        parts.map(|(id, part)| (*id, part))
    }

    /// Returns what is announced and has not come.
    pub fn awaited(&self) -> impl Iterator<Item = (ObjectId, &Part)> {
        self.in_force_of(ObjectKind::Announcement).filter(|(id, _)| !self.met.contains_key(id))
    }

    /// Returns the letter that gives the year its plan, with its latest correction, or none yet.
    pub fn main_letter(&self) -> Option<ObjectId> {
        self.letters.iter().find(|(_, letter)| letter.document.kind.is_main()).map(|(id, _)| *id)
    }
}
