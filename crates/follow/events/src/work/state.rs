//! What became of assignments, duties, reports and meetings.

use super::{
    Agreement, DeliverableVerdict, DueKey, DutyVerdict, Event, Evidence, Responsibility, Status, StatusReport,
};
use crate::book::Stamp;
use crate::history::Version;
use crate::ids::{ObjectId, Stream};
use crate::text::TextRef;
use serde::Serialize;
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

    /// Returns every status of the whole, oldest first.
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
