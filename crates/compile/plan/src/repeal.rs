//! What a letter takes away of what an earlier one gave.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use styrbord_source::Spot;

/// What kind of part is repealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RepealKind {
    /// A goal or sub-goal.
    Goal,
    /// A steering parameter.
    SteeringParameter,
    /// A performance requirement.
    Requirement,
    /// An assignment.
    Assignment,
    /// The deadline of an assignment, or of a part of it.
    Deadline,
    /// A report.
    Report,
    /// A meeting.
    Meeting,
    /// A post of the budget.
    Post,
    /// An authorisation.
    Authorisation,
    /// Something else, or a piece of a part.
    #[default]
    Other,
}

/// A part that the letter says no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Repeal {
    /// What is repealed.
    pub kind: RepealKind,
    /// The number of an assignment as printed; `671.60` for a post or an authorisation that names one.
    pub number: Option<String>,
    /// The label as printed: `SP 3`, `Mål 2`; of a deadline the part of the assignment.
    pub label: Option<String>,
    /// What it stands under: the number of an assignment, the label of a goal or parameter.
    pub under: Option<String>,
    /// The words by which the letter names it.
    pub title: Option<String>,
    /// All parts of the kind that stand under it are meant.
    pub all: bool,
    /// The number or label of what comes in its place.
    pub replaced_by: Option<String>,
    /// The sentence or row, verbatim.
    pub text: String,
    /// Where it stands.
    pub span: Option<Spot>,
}
