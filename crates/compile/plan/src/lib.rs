//! What a letter holds, as data: the contract between the compiler and everything after it.
//!
//! [`Plan`] is the whole; it serialises to the JSON described in `docs/plan.md`. [`Evidence`] is what the rules
//! need besides: where each thing was said, every reference, every sum that the letter implies. It is not part of
//! the JSON.
//!
//! This crate does not know how a letter is read (`lower`) nor what is wrong in it (`check`).
//!
//! ```
//! use styrbord_plan::Plan;
//! let plan = Plan::default();
//! assert!(plan.assignments.is_empty());
//! ```

mod assignment;
mod counts;
mod evidence;
mod letter;
mod money;
mod steering;

pub use assignment::{
    Assignment, AssignmentPlace, Deadline, DeadlineKind, Estimate, Funding, Measure, Research, Where,
};
pub use counts::Counts;
pub use evidence::{
    AmountRole, AmountUse, AnnouncedList, Decision, Evidence, Heading, Move, Reference, ReferenceKind,
    RowDefect, SectionRole, Sum, SumKind, Term, TitleKind, TitleUse, UnitUse,
};
pub use letter::{
    Announcement, Attachment, Authorisation, CommonDirection, Duty, DutyKind, Meeting, NotUnderstood, Party,
    Report,
};
pub use money::{Chapter, Portion, PortionKind, Post};
pub use steering::{Goal, Requirement, SteeringParameter};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of document that steers the agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// Allocation letter (tildelingsbrev).
    Allocation,
    /// Supplementary letter (supplerende tildelingsbrev).
    Supplement,
    /// Instruction (instruks).
    Instruction,
    /// Assignment document, or anything else.
    #[default]
    Other,
}

/// All that one letter holds; every part points at its lines.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Plan {
    /// The receiver.
    pub agency: Party,
    /// The sender.
    pub ministry: Party,
    /// The budget year.
    pub year: Option<i16>,
    /// The kind of document.
    pub kind: LetterKind,
    /// Goals and sub-goals, in the order of the letter.
    pub goals: Vec<Goal>,
    /// Steering parameters.
    pub steering_parameters: Vec<SteeringParameter>,
    /// Performance requirements.
    pub requirements: Vec<Requirement>,
    /// Assignments, each once.
    pub assignments: Vec<Assignment>,
    /// Chapters with their posts.
    pub budget: Vec<Chapter>,
    /// Periodic reports and analyses.
    pub reports: Vec<Report>,
    /// Meetings between ministry and agency.
    pub meetings: Vec<Meeting>,
    /// Duties that stand in running text.
    pub duties: Vec<Duty>,
    /// What the ministry says it will order or send later.
    pub announcements: Vec<Announcement>,
    /// Authorisations given.
    pub authorisations: Vec<Authorisation>,
    /// Common directions.
    pub common_directions: Vec<CommonDirection>,
    /// Attachments listed.
    pub attachments: Vec<Attachment>,
    /// Lines that look like a part of the plan but could not be read.
    pub not_understood: Vec<NotUnderstood>,
    /// The share of the letter's lines that were not understood, in thousandths.
    pub not_understood_permille: u32,
    /// What the rules need besides.
    #[serde(skip)]
    pub evidence: Evidence,
}
