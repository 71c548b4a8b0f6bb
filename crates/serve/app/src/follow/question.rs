//! What cannot be told from the letters alone, and is asked.

use serde::Serialize;
use styrbord_events::{ObjectId, ObjectKind};
use styrbord_source::Spot;

/// A question to a person. It is answered by the id of a part, by `new`, or by `drop`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its number in this import, from 1; the same bytes and the same year give the same numbers.
    pub number: usize,
    /// Why it is asked.
    pub why: Why,
    /// What kind of part it is about.
    pub kind: Option<ObjectKind>,
    /// The number or label that the letter prints.
    pub label: Option<String>,
    /// The title or sentence, verbatim.
    pub title: String,
    /// Where it stands in the letter.
    pub span: Option<Spot>,
    /// The letter's own lines there.
    pub lines: Vec<String>,
    /// The parts of the year that it could be.
    pub candidates: Vec<Candidate>,
    /// Whether `new` is an answer.
    pub may_be_new: bool,
    /// Where it stands in the later plan; empty for a repeal or a part that the letter lacks.
    #[serde(skip)]
    pub(super) path: Vec<usize>,
}

/// A part of the year that a question may be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Its id, which is the answer that names it.
    pub part: ObjectId,
    /// Its number or label, as printed.
    pub label: Option<String>,
    /// Its title, as printed.
    pub title: String,
}

/// Why a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It could be several parts equally well.
    Ambiguous,
    /// Its words lie in a part that was divided.
    Split,
    /// Several parts lie in it.
    Merged,
    /// A corrected letter has it in place of parts that it no longer has, or beside them.
    LeftOver,
    /// A corrected letter changes what a later letter has changed since.
    ChangedSince,
    /// A corrected letter no longer has what a later letter has changed since.
    GoneButChangedSince,
    /// A corrected letter no longer has what people have worked on.
    GoneButWorkedOn,
    /// Which part a repeal means is unclear.
    UnclearRepeal,
    /// The year has no part that a repeal could mean.
    UnknownRepeal,
}

impl Why {
    /// Tells whether it asks for a part of the year only, and not whether something is new.
    pub(super) fn is_of_old(self) -> bool {
        matches!(
            self,
            Why::ChangedSince
                | Why::GoneButChangedSince
                | Why::GoneButWorkedOn
                | Why::UnclearRepeal
                | Why::UnknownRepeal
        )
    }
}
