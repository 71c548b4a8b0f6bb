//! What happened to the year and its letters.

use super::{Document, Match, PartValue, Stage};
use crate::ids::{ObjectId, OrganisationId};
use serde::{Deserialize, Serialize};
use styrbord_source::Spot;

/// The start of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearStarted {
    /// The agency.
    pub agency: OrganisationId,
    /// Its ministry.
    pub ministry: OrganisationId,
    /// The budget year.
    pub year: i16,
    /// Whether it is planned or runs.
    pub stage: Stage,
    /// Whether the data are simulated.
    pub simulated: bool,
}

/// Something that happened to the year or its letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The year was started.
    YearStarted(YearStarted),
    /// A letter, circular or order was taken in.
    LetterReceived {
        /// Its id.
        letter: ObjectId,
        /// What it is.
        document: Document,
    },
    /// A letter added a part.
    PartAdded {
        /// The id that the part keeps.
        part: ObjectId,
        /// The letter.
        letter: ObjectId,
        /// As the letter has it.
        value: PartValue,
    },
    /// A letter changed a part.
    PartChanged {
        /// The part.
        part: ObjectId,
        /// The letter.
        letter: ObjectId,
        /// As it is from now on.
        value: PartValue,
        /// Why it is the same part.
        matched: Match,
    },
    /// A letter took a part away.
    PartRepealed {
        /// The part.
        part: ObjectId,
        /// The letter.
        letter: ObjectId,
        /// The words that take it away.
        text: String,
        /// Where they stand.
        span: Option<Spot>,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::YearStarted(_) => "year_started",
            Event::LetterReceived { .. } => "letter_received",
            Event::PartAdded { .. } => "part_added",
            Event::PartChanged { .. } => "part_changed",
            Event::PartRepealed { .. } => "part_repealed",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::YearStarted(_) => Vec::new(),
            Event::LetterReceived { letter, .. } => vec![*letter],
            Event::PartAdded { part, .. }
            | Event::PartChanged { part, .. }
            | Event::PartRepealed { part, .. } => vec![*part],
        }
    }
}
