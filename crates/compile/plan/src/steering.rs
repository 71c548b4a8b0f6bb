//! Goals, steering parameters and performance requirements.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use styrbord_source::Spot;

/// A goal or sub-goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Goal {
    /// Its number, when that is one whole number.
    #[serde(default)]
    pub number: Option<u32>,
    /// The label as printed, `Mål 1`.
    #[serde(default)]
    pub label: String,
    /// The title.
    pub title: String,
    /// The label of the goal above it.
    #[serde(default)]
    pub parent: Option<String>,
    /// Where it stands first.
    pub span: Option<Spot>,
}

/// A steering parameter (styringsparameter).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SteeringParameter {
    /// Its number.
    #[serde(default)]
    pub number: Option<u32>,
    /// The label as printed, `SP 1`.
    #[serde(default)]
    pub label: String,
    /// The title.
    pub title: String,
    /// The number of the goal that it stands under.
    #[serde(default)]
    pub goal: Option<u32>,
    /// The label of that goal.
    #[serde(default)]
    pub goal_label: Option<String>,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// A performance requirement (resultatkrav).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Requirement {
    /// The requirement, verbatim.
    pub text: String,
    /// The label of the parameter or goal that it belongs to.
    #[serde(default)]
    pub parent: Option<String>,
    /// Where it stands.
    pub span: Option<Spot>,
}
