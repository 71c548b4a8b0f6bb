//! The letters of a year and what they hold.

use super::{Match, PartValue};
use crate::book::Stamp;
use crate::hash::Hash;
use crate::ids::ObjectId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
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

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// An allocation letter (tildelingsbrev).
    Allocation,
    /// A supplementary letter (supplerende tildelingsbrev).
    Supplement,
    /// The same letter again, corrected.
    Correction,
    /// An instruction (instruks).
    Instruction,
    /// A circular (rundskriv).
    Circular,
    /// An order outside the letters (bestilling), or the agency's own commission.
    Order,
    /// Facts as data (a pack).
    Pack,
}

/// A document that steers the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What kind it is.
    pub kind: DocumentKind,
    /// Its title or subject, as printed.
    pub title: String,
    /// Its own number or reference.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// The name of the file that it came in.
    pub file: Option<String>,
    /// The plain SHA-256 sum of that file.
    pub hash: Option<Hash>,
}

/// A document that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// The document.
    pub document: Document,
    /// When it was taken in.
    pub stamp: Stamp,
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

/// What took a part away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repealed {
    /// The letter.
    pub letter: ObjectId,
    /// Its words.
    pub text: String,
    /// Where they stand.
    pub span: Option<Spot>,
    /// When.
    pub stamp: Stamp,
}

/// The letters of a year and what they hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// How far the year is.
    pub stage: Stage,
    /// The documents, in the order in which they were taken in.
    pub letters: BTreeMap<ObjectId, Letter>,
    /// The parts of the plan, by kind and in the order of arrival.
    pub parts: BTreeMap<ObjectId, Part>,
}

impl State {
    /// Returns the parts that hold, with their ids.
    pub fn in_force(&self) -> impl Iterator<Item = (ObjectId, &Part)> {
        self.parts.iter().filter(|(_, part)| part.repealed.is_none()).map(|(id, part)| (*id, part))
    }
}
