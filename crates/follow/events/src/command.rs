//! What people ask for, and the circumstances in which they ask.

use crate::ids::{Actor, CommandId, ObjectId, Stream};
use crate::instant::Instant;
use crate::text::Nonce;
use crate::{directory, letters, measure, money, sharing, work};
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// Something that a person asks for. It is refused with a reason or gives events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// About organisations, people, units and roles.
    Directory(directory::Command),
    /// About the year itself, its letters, and what they hold.
    Letters(letters::Command),
    /// About assignments, duties, reports and meetings.
    Work(work::Command),
    /// About steering parameters and their series.
    Measure(measure::Command),
    /// About the money.
    Money(money::Command),
    /// About who sees what.
    Sharing(sharing::Command),
}

/// What the asker has seen, so that two people do not overwrite each other unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// It does not matter.
    #[default]
    Any,
    /// The stream at this version.
    Stream(u64),
    /// The object as the record with this number left it.
    Object(ObjectId, u64),
}

/// The circumstances of a command. Time, day and nonce come from outside: deciding is pure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The idempotency key: sent twice, done once.
    pub id: CommandId,
    /// The line of history that it is about.
    pub stream: Stream,
    /// Who asks.
    pub actor: Actor,
    /// When.
    pub at: Instant,
    /// The day on which it holds; never after the day on which it is recorded.
    pub on: Date,
    /// Why, in words.
    pub reason: Option<String>,
    /// What the asker has seen.
    pub expected: Expected,
    /// Random bytes for the texts of this command.
    pub nonce: Nonce,
}
