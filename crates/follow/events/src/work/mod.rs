//! Assignments, duties, reports and meetings: who does them, how far they are, and when they are due.

use crate::book::{Context, Outcome, Stamp};
use crate::ids::{ObjectId, OrganisationId};
use crate::refusal::Refusal;
use crate::text::TextRef;
use crate::year::Year;
use crate::{checks, event, refusals};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_diagnostics::Message;

/// How far an assignment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nothing is done yet.
    #[default]
    NotStarted,
    /// On track.
    OnTrack,
    /// May be delayed.
    AtRisk,
    /// Delayed.
    Delayed,
    /// Delivered by the agency.
    Delivered,
    /// Accepted by the ministry.
    Accepted,
    /// Cancelled.
    Cancelled,
}

/// Asks something about the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Reports how far an assignment is.
    ReportStatus {
        /// The assignment.
        object: ObjectId,
        /// How far it is.
        status: Status,
        /// In words.
        comment: Option<String>,
    },
}

/// Something that happened to the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A status was reported.
    StatusReported {
        /// The assignment.
        object: ObjectId,
        /// How far it is.
        status: Status,
        /// In words.
        comment: Option<TextRef>,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::StatusReported { .. } => "status_reported",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::StatusReported { object, .. } => vec![*object],
        }
    }
}

/// A status as it was reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusReport {
    /// How far it was.
    pub status: Status,
    /// In words.
    pub comment: Option<TextRef>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// The work on everything that the letters ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// Every status of each assignment, oldest first.
    pub statuses: BTreeMap<ObjectId, Vec<StatusReport>>,
}

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.year()?;
    let Command::ReportStatus { object, status, comment } = command;
    if !year.letters.parts.contains_key(object) {
        return Err(refusals::no_such_object(*object));
    }
    checks::text_if_any(&Message::new("kommentaren", "kommentaren", "the comment"), comment.as_deref())?;
    let comment = out.scribe.write_some(comment.as_deref());
    let event = Event::StatusReported { object: *object, status: *status, comment };
    out.events.push(event::Event::Work(event));
    Ok(())
}

/// Takes an event in.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let Event::StatusReported { object, status, comment } = event;
    let report = StatusReport { status: *status, comment: *comment, stamp: *stamp };
    year.work.statuses.entry(*object).or_default().push(report);
}

/// Carries over to the next year what hangs on the assignments that are open, under their ids there.
pub(crate) fn carry(old: &Year, carried: &BTreeMap<ObjectId, ObjectId>, out: &mut Outcome) {
    for (from, to) in carried {
        let Some(last) = old.work.statuses.get(from).and_then(|reports| reports.last()) else { continue };
        let event = Event::StatusReported { object: *to, status: last.status, comment: last.comment };
        out.events.push(event::Event::Work(event));
    }
}

/// Returns what holds now of an object, for those to whom it is shown: no history, no reasons, no actors.
pub(crate) fn object_view(year: &Year, object: ObjectId) -> Option<impl Serialize> {
    year.work.statuses.get(&object)?.last().map(|report| (report.status, report.comment))
}

/// Returns the organisations that take part in an object, or in the assignment that it belongs to.
pub(crate) fn partners(_year: &Year, _object: ObjectId) -> Vec<OrganisationId> {
    Vec::new()
}
