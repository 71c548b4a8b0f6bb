//! Everything that can have happened.

use crate::ids::ObjectId;
use crate::{directory, letters, measure, money, sharing, work};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the payload that is written today. Older ones are raised in [`crate::upcast`] when they are read.
pub const PAYLOAD_VERSION: u32 = 1;

/// Something that happened. Its JSON is `{"area":{"name":{fields}}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "an event lives only until it is folded or written")]
pub enum Event {
    /// To organisations, people, units and roles.
    Directory(directory::Event),
    /// To the year itself, its letters, and what they hold.
    Letters(letters::Event),
    /// To assignments, duties, reports and meetings.
    Work(work::Event),
    /// To steering parameters and their series.
    Measure(measure::Event),
    /// To the money.
    Money(money::Event),
    /// To who sees what.
    Sharing(sharing::Event),
}

/// A payload that is no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecodable {
    /// What is wrong, in English.
    pub why: String,
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for Undecodable {}

impl Event {
    /// Returns area and name, as `work.status_reported`.
    pub fn kind(&self) -> String {
        let (area, name) = match self {
            Event::Directory(event) => ("directory", event.name()),
            Event::Letters(event) => ("letters", event.name()),
            Event::Work(event) => ("work", event.name()),
            Event::Measure(event) => ("measure", event.name()),
            Event::Money(event) => ("money", event.name()),
            Event::Sharing(event) => ("sharing", event.name()),
        };
        format!("{area}.{name}")
    }

    /// Returns the objects of the year that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::Directory(_) => Vec::new(),
            Event::Letters(event) => event.objects(),
            Event::Work(event) => event.objects(),
            Event::Measure(event) => event.objects(),
            Event::Money(event) => event.objects(),
            Event::Sharing(event) => event.objects(),
        }
    }

    /// Writes the payload: the same bytes for the same event.
    ///
    /// # Errors
    /// When a value cannot be JSON; no event has such a value.
    pub fn encode(&self) -> Result<String, Undecodable> {
        serde_json::to_string(self).map_err(|error| Undecodable { why: error.to_string() })
    }

    /// Reads a payload of any version up to today's.
    ///
    /// # Errors
    /// When it is no event, of a later version, or of another kind than `kind`.
    pub fn decode(kind: &str, version: u32, payload: &str) -> Result<Self, Undecodable> {
        let wrong = |why: String| Undecodable { why };
        let event: Event = if version == PAYLOAD_VERSION {
            serde_json::from_str(payload).map_err(|error| wrong(error.to_string()))?
        } else {
            let value = serde_json::from_str(payload).map_err(|error| wrong(error.to_string()))?;
            let raised = crate::upcast::raise(kind, version, value)?;
            serde_json::from_value(raised).map_err(|error| wrong(error.to_string()))?
        };
        if event.kind() == kind {
            Ok(event)
        } else {
            Err(wrong(format!("the record says {kind}, its payload is {}", event.kind())))
        }
    }
}
