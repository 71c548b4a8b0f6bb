//! Who sees what: each object is internal, shared or submitted, and the ministry sees it as it was at that moment.

mod decide;
mod snapshot;
mod state;
mod view;

pub(crate) use decide::decide;
pub use snapshot::{Snapshot, object_view};
pub(crate) use state::apply;
pub use state::{Act, Moment, Showing, State, Visibility};
pub use view::{OutsideView, PlanPart, Shown, is_seen_outside, ministry_view, outside_view, partner_view};

use crate::ids::ObjectId;
use serde::{Deserialize, Serialize};

/// Asks something about who sees what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Shows objects to the ministry, and to those who take part in them, as they are now. Once more: as they are then.
    Share {
        /// The objects, all or none.
        objects: Vec<ObjectId>,
    },
    /// Takes back what was shared. What was submitted stays.
    TakeBack {
        /// The object.
        object: ObjectId,
    },
    /// Submits objects formally, as they are now. Never taken back; once more gives a new version beside the old one.
    Submit {
        /// The objects, all or none.
        objects: Vec<ObjectId>,
    },
}

/// Something that happened to who sees what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An object was shared as it was.
    Shared {
        /// The object.
        object: ObjectId,
    },
    /// What was shared was taken back.
    TakenBack {
        /// The object.
        object: ObjectId,
    },
    /// An object was submitted as it was.
    Submitted {
        /// The object.
        object: ObjectId,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Shared { .. } => "shared",
            Event::TakenBack { .. } => "taken_back",
            Event::Submitted { .. } => "submitted",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::Shared { object } | Event::TakenBack { object } | Event::Submitted { object } => {
                vec![*object]
            }
        }
    }
}
