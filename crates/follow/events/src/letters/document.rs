//! Letters, circulars and orders as such.

use crate::book::Stamp;
use crate::hash::Hash;
use crate::ids::ObjectId;
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// An allocation letter (tildelingsbrev).
    Allocation,
    /// A supplementary letter (supplerende tildelingsbrev).
    Supplement,
    /// The named letter again, corrected.
    Correction(ObjectId),
    /// An instruction (instruks).
    Instruction,
    /// A circular (rundskriv).
    Circular,
    /// An order of the ministry outside the letters (bestilling).
    Order,
    /// The agency's own commission, of which the ministry knows nothing until it is shown.
    Commission,
    /// Facts as data (a pack).
    Pack,
    /// What stands open from the year before; no document of anyone's.
    CarriedOver,
}

impl DocumentKind {
    /// Tells whether it is the one that gives the year its plan.
    pub fn is_main(self) -> bool {
        matches!(self, DocumentKind::Allocation | DocumentKind::Pack)
    }
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
