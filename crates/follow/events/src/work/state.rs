//! What became of assignments, duties, reports and meetings.

use super::{
    Agreement, CarriedStatus, DeliverableVerdict, DueKey, DutyVerdict, Event, Evidence, MilestoneState,
    Responsibility, Status, StatusReport,
};
use crate::book::Stamp;
use crate::history::Version;
use crate::ids::{ObjectId, Stream};
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::{Date, Frequency};

/// The work on everything that the letters ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// What people added to each part of the plan.
    pub items: BTreeMap<ObjectId, Item>,
    /// What was delivered.
    pub deliverables: BTreeMap<ObjectId, Deliverable>,
}

/// What people added to one part of the plan: what holds, and everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Item {
    /// Who does it.
    pub responsibility: Option<Version<Responsibility>>,
    /// How far it is as a whole.
    pub status: Option<StatusReport>,
    /// What was said of single deadlines.
    pub dues: BTreeMap<DueKey, DueState>,
    /// What it has to wait for.
    pub depends_on: BTreeSet<ObjectId>,
    /// What was delivered of it.
    pub deliverables: Vec<ObjectId>,
    /// Whether it is material.
    pub material: Option<Version<bool>>,
    /// What was said of it when it is a duty in running text.
    pub verdict: Option<Version<DutyVerdict>>,
    /// The meetings of its kind, when it is one.
    pub sittings: BTreeMap<u32, Sitting>,
    /// The days of its own that the agency set itself.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub milestones: BTreeMap<u32, Version<Milestone>>,
    /// What it was in an earlier year.
    pub carried: Option<(Stream, ObjectId)>,
    /// Every event, oldest first.
    pub log: Vec<Version<Event>>,
}

/// What was said of one deadline.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DueState {
    /// Who answers for it.
    pub responsibility: Option<Version<Responsibility>>,
    /// How far it is.
    pub status: Option<StatusReport>,
    /// Where it was moved, oldest first.
    pub moves: Vec<Move>,
    /// On which days it recurs, when a person said so.
    pub schedule: Option<Version<Schedule>>,
    /// The report that it is delivered with.
    pub report: Option<ObjectId>,
}

/// A move of a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The day that held until then.
    pub from: Option<Date>,
    /// The day that held from then on.
    pub to: Date,
    /// Who agreed, and by what; of a move in an earlier year that year tells.
    pub agreed: Option<Agreement<TextRef>>,
    /// In words.
    pub comment: Option<TextRef>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// Days that a person set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Schedule {
    /// How often.
    pub frequency: Frequency,
    /// The first day.
    pub first: Date,
}

/// One meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Sitting {
    /// The day for which it is called.
    pub called: Option<Date>,
    /// The day on which it was held.
    pub held: Option<Date>,
    /// The day on which the minutes were sent.
    pub minutes: Option<Date>,
    /// Whether it does not take place.
    pub cancelled: bool,
}

/// A day that the agency set itself on the way to what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What is to be done by then.
    pub title: TextRef,
    /// The day.
    pub day: Date,
    /// How far it is.
    pub state: MilestoneState,
}

/// Something that was delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deliverable {
    /// Of what.
    pub object: ObjectId,
    /// For which of its deadlines.
    pub due: Option<DueKey>,
    /// What it is.
    pub title: TextRef,
    /// What shows it, each with when it was added.
    pub evidence: Vec<Version<Evidence<TextRef>>>,
    /// What became of it, oldest first; the last one holds.
    pub verdicts: Vec<Version<Judgement>>,
    /// When it was registered.
    pub registered: Stamp,
}

/// What was said of a deliverable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Judgement {
    /// What became of it.
    pub verdict: DeliverableVerdict,
    /// The letter by which the ministry said so.
    pub letter: Option<ObjectId>,
    /// In words.
    pub comment: Option<TextRef>,
}

impl Item {
    /// Returns every status of the whole or of one deadline that was not taken back, oldest first.
    pub fn standing(&self, due: Option<&DueKey>) -> Vec<StatusReport> {
        let mut standing = Vec::new();
        for Version { value, stamp } in &self.log {
            match value {
                Event::StatusReported { due: of, status, comment, delay, letter, .. }
                    if of.as_ref() == due =>
                {
                    let (status, comment, delay, letter) = (*status, *comment, *delay, *letter);
                    standing.push(StatusReport { status, comment, delay, letter, stamp: *stamp });
                }
                Event::StatusTakenBack { due: of, .. } if of.as_ref() == due => _ = standing.pop(),
                Event::CarriedOver { work, .. } => {
                    let carried = match due {
                        None => work.status.as_ref(),
                        Some(key) => {
                            let found = work.dues.iter().find(|carried| carried.due == *key);
                            found.and_then(|carried| carried.status.as_ref())
                        }
                    };
                    standing.extend(carried.map(|last| last.reported(stamp)));
                }
                _ => {}
            }
        }
        standing
    }

    /// Tells whether a status was reported in this year, not in the one from which it was carried over.
    pub fn is_of_this_year(&self, report: &StatusReport) -> bool {
        let same = |logged: &Version<Event>| logged.stamp.seq == report.stamp.seq;
        self.log.iter().any(|logged| same(logged) && matches!(logged.value, Event::StatusReported { .. }))
    }
}

impl CarriedStatus {
    /// Returns it as a report of the year to which it was carried over.
    pub(super) fn reported(&self, stamp: &Stamp) -> StatusReport {
        let Self { status, comment, delay } = *self;
        StatusReport { status, comment, delay, letter: None, stamp: *stamp }
    }
}

impl State {
    /// Returns how far something is as a whole; not started when nobody said anything.
    pub fn status(&self, object: ObjectId) -> Status {
        self.report(object, None).map(|report| report.status).unwrap_or_default()
    }

    /// Returns the last report of a status, of the whole or of one deadline.
    pub fn report(&self, object: ObjectId, due: Option<&DueKey>) -> Option<&StatusReport> {
        let item = self.items.get(&object)?;
        match due {
            None => item.status.as_ref(),
            Some(key) => item.dues.get(key)?.status.as_ref(),
        }
    }

    /// Returns every status of the whole that was reported, oldest first, those that were taken back too.
    pub fn statuses(&self, object: ObjectId) -> impl Iterator<Item = (Status, &Stamp)> {
        let log = self.items.get(&object).map(|item| item.log.as_slice()).unwrap_or_default();
        log.iter().filter_map(|logged| match &logged.value {
            Event::StatusReported { due: None, status, .. } => Some((*status, &logged.stamp)),
            _ => None,
        })
    }

    /// Returns what holds of a deliverable; none when it awaits the ministry's word.
    pub fn judgement(&self, deliverable: ObjectId) -> Option<DeliverableVerdict> {
        self.deliverables.get(&deliverable)?.verdicts.last().map(|last| last.value.verdict)
    }

    /// Tells whether something waits for `on`, directly or through others.
    pub fn waits_for(&self, object: ObjectId, on: ObjectId) -> bool {
        let (mut seen, mut open) = (BTreeSet::new(), vec![object]);
        while let Some(next) = open.pop() {
            if next == on {
                return true;
            }
            if seen.insert(next)
                && let Some(item) = self.items.get(&next)
            {
                open.extend(&item.depends_on);
            }
        }
        false
    }
}
