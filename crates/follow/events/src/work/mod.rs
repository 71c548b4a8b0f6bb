//! Assignments, duties, reports and meetings: who does them, how far they are, and when they are due.
//!
//! Letters say what is asked for ([`slots`]); people add who does it, how far it is, and what was agreed ([`State`]);
//! [`dues`] is both together. What holds on a day is asked with [`due`], [`needs_attention`], [`history`] and
//! [`by_goal`]. Of a moved deadline and a letter that changes the same deadline, the one recorded later holds.

mod agreement;
mod apply;
mod carry;
mod command;
mod decide;
mod dues;
mod event;
mod key;
mod refusals;
mod slots;
mod state;
mod status;
mod view;

pub use agreement::{Agreement, Evidence, Ground};
pub(crate) use apply::apply;
pub(crate) use carry::carry;
pub use command::{Command, DeliverableVerdict, DutyVerdict, MeetingStep, MilestoneState, Responsibility};
pub(crate) use decide::decide;
pub use dues::{Due, Holding, counts, due_of, dues, is_work};
pub use event::{CarriedDue, CarriedStatus, CarriedWork, Event};
pub use key::DueKey;
pub use slots::{Printed, Slot, slots};
pub use state::{Deliverable, DueState, Item, Judgement, Milestone, Move, Schedule, Sitting, State};
pub use status::{DelayReason, Status, StatusReport};
pub use view::{
    Attention, Concern, DueItem, Entry, GoalSummary, Traced, Until, What, by_goal, dated, due, history,
    needs_attention, object_view, partners, proposed_schedule, responsible, trace,
};
