//! What people ask of the year and its letters.

use super::{Document, Match, PartValue, Stage};
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
    /// Takes in a letter, circular or order with all that it adds, changes and repeals: all of it or nothing.
    Receive {
        /// The document.
        document: Document,
        /// What it does.
        changes: Vec<PartChange>,
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
}
