//! What is to be reached.

use super::{Level, Period};
use crate::ids::{ObjectId, PersonId};
use serde::{Deserialize, Serialize};

/// On which side of the level it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// At the level or above.
    AtLeast,
    /// At the level or below.
    AtMost,
    /// At the level.
    Exactly,
}

/// Who set a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetBy {
    /// A letter.
    Letter(ObjectId),
    /// A person.
    Person(PersonId),
    /// It was set in an earlier year and holds on.
    EarlierYear(i16),
}

/// What is to be reached in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The days in which.
    pub period: Period,
    /// The level.
    pub level: Level,
    /// On which side of it.
    pub aim: Aim,
    /// Who set it.
    pub by: TargetBy,
}
