//! What people ask of the work.

use super::{Agreement, DelayReason, DueKey, Evidence, Status};
use crate::ids::{ObjectId, OrganisationId, PersonId, UnitId};
use serde::{Deserialize, Serialize};
use styrbord_calendar::{Date, Frequency};

/// Who does something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Responsibility {
    /// The person who answers for it.
    pub owner: Option<PersonId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// The organisation with the main responsibility, when it is not the agency itself.
    pub lead: Option<OrganisationId>,
    /// The other organisations that take part.
    pub partners: Vec<OrganisationId>,
}

/// What is said of a duty that was found in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyVerdict {
    /// It is one, and counts from now on.
    Confirmed {
        /// The day that the person reads in the letter where the compiler read none.
        due: Option<Date>,
    },
    /// It is none.
    Declined,
}

/// What became of a deliverable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliverableVerdict {
    /// The ministry accepted it.
    Accepted,
    /// The ministry sent it back.
    Returned,
    /// The agency took it back: it was registered by mistake or replaced.
    Withdrawn,
}

/// How far one meeting came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStep {
    /// It is called for a day; again for another day.
    Called(Date),
    /// It was held on a day.
    Held(Date),
    /// The minutes were sent on a day.
    MinutesSent(Date),
    /// It does not take place.
    Cancelled,
}

/// How far a day that the agency set itself is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneState {
    /// It is still to be reached.
    Open,
    /// It was reached.
    Reached,
    /// It no longer counts.
    Dropped,
}

/// Asks something about the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Says who does something. What was said before is replaced as a whole.
    Assign {
        /// What.
        object: ObjectId,
        /// Which of its deadlines; none for the whole.
        due: Option<DueKey>,
        /// Who.
        responsibility: Responsibility,
    },
    /// Reports how far something is.
    ReportStatus {
        /// What.
        object: ObjectId,
        /// Which of its deadlines; none for the whole.
        due: Option<DueKey>,
        /// How far it is.
        status: Status,
        /// In words.
        comment: Option<String>,
        /// Why it is late, or may become so.
        delay: Option<DelayReason>,
        /// The letter by which the ministry accepts it.
        letter: Option<ObjectId>,
    },
    /// Takes the last status back, which was reported wrongly: the one before it holds again. Needs a reason.
    TakeBackStatus {
        /// Of what.
        object: ObjectId,
        /// Of which of its deadlines; none for the whole.
        due: Option<DueKey>,
    },
    /// Sets a day of the agency's own on the way to what was asked for, or changes one. No deadline moves by it.
    SetMilestone {
        /// Of what.
        object: ObjectId,
        /// Which one, counted from 1; none for a new one.
        milestone: Option<u32>,
        /// What is to be done by then.
        title: String,
        /// The day.
        day: Date,
        /// How far it is.
        state: MilestoneState,
        /// In words.
        comment: Option<String>,
    },
    /// Moves a deadline that somebody agreed to move, or sets one that was to be agreed.
    MoveDeadline {
        /// Of what.
        object: ObjectId,
        /// Which one.
        due: DueKey,
        /// The new day.
        to: Date,
        /// Who agreed, and by what.
        agreed: Agreement<String>,
        /// In words.
        comment: Option<String>,
    },
    /// Says on which days something recurs when the letter does not.
    SetSchedule {
        /// What.
        object: ObjectId,
        /// Which of its deadlines.
        due: DueKey,
        /// How often.
        frequency: Frequency,
        /// The first day.
        first: Date,
        /// In words.
        comment: Option<String>,
    },
    /// Says with which report something is delivered.
    TieToReport {
        /// What.
        object: ObjectId,
        /// Which of its deadlines.
        due: DueKey,
        /// The report.
        report: ObjectId,
    },
    /// Says that something has to wait for something else.
    AddDependency {
        /// What waits.
        object: ObjectId,
        /// What it waits for.
        on: ObjectId,
        /// In words.
        comment: Option<String>,
    },
    /// Says that something no longer has to wait.
    RemoveDependency {
        /// What waited.
        object: ObjectId,
        /// What it waited for.
        on: ObjectId,
        /// In words.
        comment: Option<String>,
    },
    /// Registers something that was delivered.
    RegisterDeliverable {
        /// Of what.
        object: ObjectId,
        /// For which of its deadlines.
        due: Option<DueKey>,
        /// What it is.
        title: String,
        /// What shows it.
        evidence: Vec<Evidence<String>>,
    },
    /// Adds to what shows a deliverable.
    AddEvidence {
        /// The deliverable.
        deliverable: ObjectId,
        /// What shows it.
        evidence: Evidence<String>,
    },
    /// Says what became of a deliverable.
    JudgeDeliverable {
        /// The deliverable.
        deliverable: ObjectId,
        /// What became of it.
        verdict: DeliverableVerdict,
        /// The letter by which the ministry says so.
        letter: Option<ObjectId>,
        /// In words.
        comment: Option<String>,
    },
    /// Confirms or declines a duty that was found in running text.
    JudgeDuty {
        /// The duty.
        object: ObjectId,
        /// What is said of it.
        verdict: DutyVerdict,
        /// In words.
        comment: Option<String>,
    },
    /// Marks something as material or not.
    MarkMateriality {
        /// What.
        object: ObjectId,
        /// Whether it is material.
        material: bool,
        /// Why.
        why: String,
    },
    /// Records how far a meeting came.
    RecordMeeting {
        /// The meeting as the letter has it.
        object: ObjectId,
        /// Which one of its kind, counted from 1.
        sitting: u32,
        /// How far it came.
        step: MeetingStep,
        /// In words.
        comment: Option<String>,
    },
}
