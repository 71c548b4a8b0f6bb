//! Who agreed to a new deadline, and what shows that something was delivered.
//!
//! The text in them is plain in a command and a reference in an event.

use crate::hash::Hash;
use crate::ids::{ObjectId, OrganisationId, PersonId};
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// Who agreed, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement<T> {
    /// The organisation that agreed.
    pub organisation: OrganisationId,
    /// The person there.
    pub person: Option<PersonId>,
    /// What shows it.
    pub ground: Ground<T>,
}

/// What shows an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground<T> {
    /// A letter that the year has.
    Letter(ObjectId),
    /// Something else in writing.
    Writing {
        /// Its date.
        dated: Date,
        /// What it is and where to find it.
        reference: T,
    },
}

/// What shows that something was delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence<T> {
    /// A file that is kept by its content.
    File {
        /// The plain SHA-256 sum of the file.
        hash: Hash,
        /// The name of the file.
        name: T,
        /// Its media type, as `application/pdf`.
        media_type: String,
        /// Its length in bytes.
        bytes: u64,
        /// What it shows.
        note: Option<T>,
    },
    /// Something on the web or in an archive.
    Link {
        /// The address or archive reference.
        address: T,
        /// What it shows.
        note: Option<T>,
    },
}

impl<T> Agreement<T> {
    /// Turns its texts into something else.
    pub fn map<U>(&self, write: impl FnOnce(&T) -> U) -> Agreement<U> {
        let ground = match &self.ground {
            Ground::Letter(letter) => Ground::Letter(*letter),
            Ground::Writing { dated, reference } => {
                Ground::Writing { dated: *dated, reference: write(reference) }
            }
        };
        Agreement { organisation: self.organisation, person: self.person, ground }
    }
}

impl<T> Evidence<T> {
    /// Turns its texts into something else.
    pub fn map<U>(&self, mut write: impl FnMut(&T) -> U) -> Evidence<U> {
        match self {
            Evidence::File { hash, name, media_type, bytes, note } => Evidence::File {
                hash: *hash,
                name: write(name),
                media_type: media_type.clone(),
                bytes: *bytes,
                note: note.as_ref().map(write),
            },
            Evidence::Link { address, note } => {
                Evidence::Link { address: write(address), note: note.as_ref().map(write) }
            }
        }
    }
}
