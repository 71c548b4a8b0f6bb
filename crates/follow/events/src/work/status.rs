//! How far something is, and which way it can go from there.

use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};

/// How far an assignment, one of its deadlines, a duty or a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nothing is done yet, or nobody has said so.
    #[default]
    NotStarted,
    /// On track.
    OnTrack,
    /// May be delayed.
    AtRisk,
    /// Delayed.
    Delayed,
    /// Delivered by the agency; of a report, submitted.
    Delivered,
    /// Accepted by the ministry.
    Accepted,
    /// Cancelled.
    Cancelled,
}

impl Status {
    /// Every status, in the order in which they are told.
    pub const ALL: &[Self] = &[
        Self::NotStarted,
        Self::OnTrack,
        Self::AtRisk,
        Self::Delayed,
        Self::Delivered,
        Self::Accepted,
        Self::Cancelled,
    ];

    /// Tells whether nothing more is to be done: delivered, accepted or cancelled.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Delivered | Self::Accepted | Self::Cancelled)
    }

    /// Returns what it takes to go from this status to another.
    pub const fn step(self, to: Self) -> Step {
        use Status::{Accepted, AtRisk, Cancelled, Delayed, Delivered, NotStarted, OnTrack};
        match (self, to) {
            (Accepted, Accepted) => Step::Free,
            (Delivered, Accepted) => Step::Approval,
            (_, Accepted) => Step::DeliverFirst,
            (Accepted, Cancelled) | (Cancelled, Delivered) => Step::ReopenFirst,
            // What is late says why, and so does what is reopened or falls away.
            (Accepted, _)
            | (_, Delayed | Cancelled)
            | (Delivered | Cancelled, NotStarted | OnTrack | AtRisk)
            | (OnTrack | AtRisk | Delayed, NotStarted) => Step::Words,
            _ => Step::Free,
        }
    }
}

/// What it takes to change a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing more.
    Free,
    /// A comment or a reason in words.
    Words,
    /// The ministry itself, or its letter.
    Approval,
    /// It has to be delivered before.
    DeliverFirst,
    /// It has to be reopened before.
    ReopenFirst,
}

/// Why something is late, or may become so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DelayReason {
    /// Too few people or too little time.
    Capacity,
    /// Too little money.
    Money,
    /// Something else has to be done first.
    Dependency,
    /// A partner is late.
    Partner,
    /// The ministry has yet to clarify or decide.
    Ministry,
    /// A procurement takes longer.
    Procurement,
    /// Data are missing or late.
    Data,
    /// More is to be done than was thought.
    Scope,
    /// Anything else; the comment says what.
    Other,
}

/// A status as it was reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusReport {
    /// How far it was.
    pub status: Status,
    /// In words.
    pub comment: Option<TextRef>,
    /// Why it is late, or may become so.
    pub delay: Option<DelayReason>,
    /// The letter by which the ministry accepted it.
    pub letter: Option<ObjectId>,
    /// When and by whom.
    pub stamp: Stamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_delivered_is_accepted() {
        for from in Status::ALL {
            let expected = match from {
                Status::Delivered => Step::Approval,
                Status::Accepted => Step::Free,
                _ => Step::DeliverFirst,
            };
            assert_eq!(from.step(Status::Accepted), expected, "{from:?}");
        }
    }

    #[test]
    fn what_was_settled_is_reopened_with_words() {
        let open = [Status::NotStarted, Status::OnTrack, Status::AtRisk, Status::Delayed];
        for from in [Status::Delivered, Status::Accepted, Status::Cancelled] {
            for to in open {
                assert_eq!(from.step(to), Step::Words, "{from:?} to {to:?}");
            }
        }
        assert_eq!(Status::Accepted.step(Status::Delivered), Step::Words);
        assert_eq!(Status::Accepted.step(Status::Cancelled), Step::ReopenFirst);
        assert_eq!(Status::Cancelled.step(Status::Delivered), Step::ReopenFirst);
    }

    #[test]
    fn open_work_goes_freely_but_for_delay_and_the_way_back() {
        let open = [Status::NotStarted, Status::OnTrack, Status::AtRisk, Status::Delayed];
        for from in open {
            assert_eq!(from.step(Status::OnTrack), Step::Free);
            assert_eq!(from.step(Status::AtRisk), Step::Free);
            assert_eq!(from.step(Status::Delivered), Step::Free);
            assert_eq!(from.step(Status::Delayed), Step::Words);
            assert_eq!(from.step(Status::Cancelled), Step::Words);
        }
        assert_eq!(Status::OnTrack.step(Status::NotStarted), Step::Words);
        assert_eq!(Status::NotStarted.step(Status::NotStarted), Step::Free);
    }
}
