//! What happened to the work.

use super::{
    Agreement, DelayReason, DeliverableVerdict, DueKey, DutyVerdict, Evidence, MeetingStep, Milestone,
    MilestoneState, Responsibility, Status,
};
use crate::ids::{ObjectId, Stream};
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use styrbord_calendar::{Date, Frequency};

/// Something that happened to the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody was made responsible.
    Assigned {
        /// For what.
        object: ObjectId,
        /// For which of its deadlines; none for the whole.
        due: Option<DueKey>,
        /// Who.
        responsibility: Responsibility,
    },
    /// A status was reported.
    StatusReported {
        /// Of what.
        object: ObjectId,
        /// Of which of its deadlines; none for the whole.
        due: Option<DueKey>,
        /// How far it is.
        status: Status,
        /// In words.
        comment: Option<TextRef>,
        /// Why it is late, or may become so.
        delay: Option<DelayReason>,
        /// The letter by which the ministry accepted it.
        letter: Option<ObjectId>,
    },
    /// The last status was taken back: it had been reported wrongly.
    StatusTakenBack {
        /// Of what.
        object: ObjectId,
        /// Of which of its deadlines; none for the whole.
        due: Option<DueKey>,
        /// The status that holds no more.
        status: Status,
        /// The one before it, which holds again; none when there was none.
        now: Option<Status>,
    },
    /// The agency set itself a day, or changed one.
    MilestoneSet {
        /// Of what.
        object: ObjectId,
        /// Which one, counted from 1.
        milestone: u32,
        /// What is to be done by then.
        title: TextRef,
        /// The day.
        day: Date,
        /// How far it is.
        state: MilestoneState,
        /// In words.
        comment: Option<TextRef>,
    },
    /// A deadline was moved.
    DeadlineMoved {
        /// Of what.
        object: ObjectId,
        /// Which one.
        due: DueKey,
        /// The day that held until now.
        from: Option<Date>,
        /// The day that holds from now on.
        to: Date,
        /// Who agreed, and by what.
        agreed: Agreement<TextRef>,
        /// In words.
        comment: Option<TextRef>,
    },
    /// A person said on which days something recurs.
    ScheduleSet {
        /// What.
        object: ObjectId,
        /// Which of its deadlines.
        due: DueKey,
        /// How often.
        frequency: Frequency,
        /// The first day.
        first: Date,
        /// In words.
        comment: Option<TextRef>,
    },
    /// A person said with which report something is delivered.
    TiedToReport {
        /// What.
        object: ObjectId,
        /// Which of its deadlines.
        due: DueKey,
        /// The report.
        report: ObjectId,
    },
    /// Something has to wait for something else.
    DependencyAdded {
        /// What waits.
        object: ObjectId,
        /// What it waits for.
        on: ObjectId,
        /// In words.
        comment: Option<TextRef>,
    },
    /// Something no longer has to wait.
    DependencyRemoved {
        /// What waited.
        object: ObjectId,
        /// What it waited for.
        on: ObjectId,
        /// In words.
        comment: Option<TextRef>,
    },
    /// Something that was delivered was registered.
    DeliverableRegistered {
        /// The deliverable.
        deliverable: ObjectId,
        /// Of what.
        object: ObjectId,
        /// For which of its deadlines.
        due: Option<DueKey>,
        /// What it is.
        title: TextRef,
        /// What shows it.
        evidence: Vec<Evidence<TextRef>>,
    },
    /// More shows a deliverable.
    EvidenceAdded {
        /// The deliverable.
        deliverable: ObjectId,
        /// What shows it.
        evidence: Evidence<TextRef>,
    },
    /// Somebody said what became of a deliverable.
    DeliverableJudged {
        /// The deliverable.
        deliverable: ObjectId,
        /// What became of it.
        verdict: DeliverableVerdict,
        /// The letter by which the ministry said so.
        letter: Option<ObjectId>,
        /// In words.
        comment: Option<TextRef>,
    },
    /// A person confirmed or declined a duty.
    DutyJudged {
        /// The duty.
        object: ObjectId,
        /// What was said of it.
        verdict: DutyVerdict,
        /// In words.
        comment: Option<TextRef>,
    },
    /// Something was marked as material or not.
    MaterialityMarked {
        /// What.
        object: ObjectId,
        /// Whether it is material.
        material: bool,
        /// Why.
        why: TextRef,
    },
    /// A meeting came further.
    MeetingRecorded {
        /// The meeting as the letter has it.
        object: ObjectId,
        /// Which one of its kind, counted from 1.
        sitting: u32,
        /// How far it came.
        step: MeetingStep,
        /// In words.
        comment: Option<TextRef>,
    },
    /// Something came over from an earlier year.
    CarriedOver {
        /// What it is in this year.
        object: ObjectId,
        /// The earlier year.
        from: Stream,
        /// What it was there.
        was: ObjectId,
        /// What was said of it there.
        work: Box<CarriedWork>,
    },
}

/// What was said of open work in an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CarriedWork {
    /// Who does it.
    pub responsibility: Option<Responsibility>,
    /// How far it is.
    pub status: Option<CarriedStatus>,
    /// Whether it is material.
    pub material: Option<bool>,
    /// What it has to wait for, by the ids of this year.
    pub depends_on: Vec<ObjectId>,
    /// What was said of single deadlines.
    pub dues: Vec<CarriedDue>,
    /// The days of its own that the agency has yet to reach.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
}

/// A status as it was last reported in an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedStatus {
    /// How far it was.
    pub status: Status,
    /// In words.
    pub comment: Option<TextRef>,
    /// Why it was late.
    pub delay: Option<DelayReason>,
}

/// What was said of one deadline in an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedDue {
    /// Which one, by its name in this year.
    pub due: DueKey,
    /// Who answers for it.
    pub responsibility: Option<Responsibility>,
    /// How far it is.
    pub status: Option<CarriedStatus>,
    /// The day that was printed and the day to which it was moved.
    pub moved: Option<(Option<Date>, Date)>,
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Assigned { .. } => "assigned",
            Event::StatusReported { .. } => "status_reported",
            Event::StatusTakenBack { .. } => "status_taken_back",
            Event::MilestoneSet { .. } => "milestone_set",
            Event::DeadlineMoved { .. } => "deadline_moved",
            Event::ScheduleSet { .. } => "schedule_set",
            Event::TiedToReport { .. } => "tied_to_report",
            Event::DependencyAdded { .. } => "dependency_added",
            Event::DependencyRemoved { .. } => "dependency_removed",
            Event::DeliverableRegistered { .. } => "deliverable_registered",
            Event::EvidenceAdded { .. } => "evidence_added",
            Event::DeliverableJudged { .. } => "deliverable_judged",
            Event::DutyJudged { .. } => "duty_judged",
            Event::MaterialityMarked { .. } => "materiality_marked",
            Event::MeetingRecorded { .. } => "meeting_recorded",
            Event::CarriedOver { .. } => "carried_over",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::DeliverableRegistered { deliverable, object, .. } => vec![*deliverable, *object],
            Event::EvidenceAdded { deliverable, .. } | Event::DeliverableJudged { deliverable, .. } => {
                vec![*deliverable]
            }
            Event::Assigned { object, .. }
            | Event::StatusReported { object, .. }
            | Event::StatusTakenBack { object, .. }
            | Event::MilestoneSet { object, .. }
            | Event::DeadlineMoved { object, .. }
            | Event::ScheduleSet { object, .. }
            | Event::TiedToReport { object, .. }
            | Event::DependencyAdded { object, .. }
            | Event::DependencyRemoved { object, .. }
            | Event::DutyJudged { object, .. }
            | Event::MaterialityMarked { object, .. }
            | Event::MeetingRecorded { object, .. }
            | Event::CarriedOver { object, .. } => vec![*object],
        }
    }
}
