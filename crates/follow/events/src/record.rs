//! What the journal keeps of each event: numbered, dated, signed by its hash, and chained to the one before.

use crate::event::{Event, Undecodable};
use crate::hash::Hash;
use crate::ids::{Actor, CommandId, Stream};
use crate::instant::Instant;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// An event that is about to be kept: what a command gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The line of history that it belongs to.
    pub stream: Stream,
    /// When it is recorded.
    pub at: Instant,
    /// The day on which it holds: of a letter its date, of a status the day that it tells of.
    pub on: Date,
    /// Who did it.
    pub actor: Actor,
    /// The command that gave it.
    pub command: CommandId,
    /// Why, in words.
    pub reason: Option<TextRef>,
    /// Area and name of the event, as `work.status_reported`.
    pub kind: String,
    /// The version of the payload's shape.
    pub payload_version: u32,
    /// The event as JSON.
    pub payload: String,
}

/// An event as it is kept. Nothing in it is ever changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its number in the journal, from 1 without gaps.
    pub seq: u64,
    /// The line of history that it belongs to.
    pub stream: Stream,
    /// Its number in the stream, from 1 without gaps.
    pub version: u64,
    /// When it was recorded; never before the record before.
    pub at: Instant,
    /// The day on which it holds.
    pub on: Date,
    /// Who did it.
    pub actor: Actor,
    /// The command that gave it.
    pub command: CommandId,
    /// Why, in words.
    pub reason: Option<TextRef>,
    /// Area and name of the event.
    pub kind: String,
    /// The version of the payload's shape.
    pub payload_version: u32,
    /// The event as JSON, exactly as hashed.
    pub payload: String,
    /// The hash of the record before; of the first one zeros.
    pub previous: Hash,
    /// The hash of everything above.
    pub hash: Hash,
}

/// Why a record is not the one that belongs here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Its number is not the next one.
    Number,
    /// It is chained to another record than the one before.
    Chain,
    /// Its content does not give its hash.
    Content,
    /// It was recorded before the one before.
    Time,
}

impl Record {
    /// Numbers a draft, chains it to the record before, and hashes it.
    pub fn seal(draft: Draft, seq: u64, version: u64, previous: Hash) -> Self {
        let Draft { stream, at, on, actor, command, reason, kind, payload_version, payload } = draft;
        let mut record = Record {
            seq,
            stream,
            version,
            at,
            on,
            actor,
            command,
            reason,
            kind,
            payload_version,
            payload,
            previous,
            hash: Hash::ZERO,
        };
        record.hash = record.expected_hash();
        record
    }

    /// Returns the hash that the content gives.
    pub fn expected_hash(&self) -> Hash {
        let stream = self.stream.to_string();
        let reason = self.reason.map(|reason| *reason.0.bytes());
        Hash::of(&[
            b"styrbord record 1",
            &self.seq.to_be_bytes(),
            stream.as_bytes(),
            &self.version.to_be_bytes(),
            &self.at.millis().to_be_bytes(),
            self.on.to_string().as_bytes(),
            self.actor.to_string().as_bytes(),
            self.command.as_str().as_bytes(),
            reason.as_ref().map_or(&[], |reason| reason.as_slice()),
            self.kind.as_bytes(),
            &self.payload_version.to_be_bytes(),
            self.payload.as_bytes(),
            self.previous.bytes(),
        ])
    }

    /// Checks that this record follows the one that is given; `None` when it is the first.
    ///
    /// # Errors
    /// The first [`Fault`] that shows.
    pub fn follows(&self, before: Option<&Link>) -> Result<(), Fault> {
        let start = Link::default();
        let before = before.unwrap_or(&start);
        if self.seq != before.seq.saturating_add(1) {
            return Err(Fault::Number);
        }
        if self.previous != before.hash {
            return Err(Fault::Chain);
        }
        if self.hash != self.expected_hash() {
            return Err(Fault::Content);
        }
        if before.seq > 0 && self.at < before.at {
            return Err(Fault::Time);
        }
        Ok(())
    }

    /// Returns what the next record is checked against.
    pub fn link(&self) -> Link {
        Link { seq: self.seq, at: self.at, hash: self.hash }
    }

    /// Reads the event, raising old shapes to the one of today.
    ///
    /// # Errors
    /// When the payload is no event, of a later version, or of another kind than the record says.
    pub fn event(&self) -> Result<Event, Undecodable> {
        Event::decode(&self.kind, self.payload_version, &self.payload)
    }
}

/// The end of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Link {
    /// The number of the last record; 0 when there is none.
    pub seq: u64,
    /// When it was recorded.
    pub at: Instant,
    /// Its hash.
    pub hash: Hash,
}
