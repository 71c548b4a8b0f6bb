//! What people ask of the year and its letters.

use super::{Cause, Document, FindingKey, Match, PartValue, Stage};
use crate::ids::{ObjectId, OrganisationId};
use serde::{Deserialize, Serialize};
use styrbord_source::Spot;

/// Asks something of the year or its letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Starts the year of the stream.
    Start {
        /// The agency.
        agency: OrganisationId,
        /// Its ministry.
        ministry: OrganisationId,
        /// The budget year.
        year: i16,
        /// Whether it is planned, beside the running year, or runs.
        stage: Stage,
        /// Whether the data are simulated.
        simulated: bool,
    },
    /// Opens the year of the stream, planned, from the one before: what is open there is carried over.
    OpenNext,
    /// Takes the year on: a planned one runs, a running one is closed.
    SetStage {
        /// The stage after today's.
        stage: Stage,
    },
    /// Takes in a letter, circular or order with all that it adds, changes and repeals: all of it or nothing.
    Receive {
        /// The document.
        document: Document,
        /// What it does.
        changes: Vec<PartChange>,
    },
    /// Says that something announced has come.
    MeetAnnouncement {
        /// What was announced.
        announcement: ObjectId,
        /// The letter or order by which it came.
        letter: ObjectId,
    },
    /// Accepts a finding: it is known and stands.
    AcceptFinding {
        /// Which one.
        finding: FindingKey,
        /// Why.
        reason: String,
    },
    /// Takes an acceptance back.
    TakeBackAcceptance {
        /// Of which finding.
        finding: FindingKey,
        /// Why.
        reason: String,
    },
    /// Puts a finding on the list of what the ministry is to clarify, or gives one on it another note.
    ListFinding {
        /// Which one.
        finding: FindingKey,
        /// What else is to be said of it.
        note: Option<String>,
    },
    /// Takes a finding off that list.
    UnlistFinding {
        /// Which one.
        finding: FindingKey,
    },
}

/// What a document does to one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartChange {
    /// Adds a part.
    Add {
        /// As the document has it.
        value: PartValue,
    },
    /// Adds a part that others were divided into or joined in.
    AddFrom {
        /// As the document has it.
        value: PartValue,
        /// Those others.
        from: Vec<ObjectId>,
    },
    /// Changes a part.
    Change {
        /// Which one.
        part: ObjectId,
        /// As it is to be from now on.
        value: PartValue,
        /// Why it is the same part.
        matched: Match,
    },
    /// Takes a part away.
    Repeal {
        /// Which one.
        part: ObjectId,
        /// The words that take it away.
        text: String,
        /// Where they stand.
        span: Option<Spot>,
    },
    /// Takes a part away without words of its own.
    Drop {
        /// Which one.
        part: ObjectId,
        /// Why.
        cause: Cause,
    },
    /// Brings what was announced.
    Meet {
        /// What was announced.
        announcement: ObjectId,
    },
}

impl PartChange {
    /// Returns the part that it is about; none when it adds one.
    pub fn part(&self) -> Option<ObjectId> {
        match self {
            PartChange::Add { .. } | PartChange::AddFrom { .. } => None,
            PartChange::Change { part, .. }
            | PartChange::Repeal { part, .. }
            | PartChange::Drop { part, .. } => Some(*part),
            PartChange::Meet { announcement } => Some(*announcement),
        }
    }
}
