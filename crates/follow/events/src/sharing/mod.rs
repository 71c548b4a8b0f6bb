//! Who sees what: each object is internal, shared or submitted, and the ministry sees it as it was at that moment.

use crate::book::{Context, Outcome, Stamp};
use crate::event;
use crate::ids::ObjectId;
use crate::refusal::Refusal;
use crate::refusals;
use crate::year::Year;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who sees an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The agency alone.
    #[default]
    Internal,
    /// The ministry, too, as it was when it was shared.
    Shared,
    /// The ministry, as it was when it was formally submitted; never taken back.
    Submitted,
}

/// Asks something about who sees what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Sets who sees an object.
    Show {
        /// The object.
        object: ObjectId,
        /// Who sees it from now on.
        visibility: Visibility,
    },
}

/// Something that happened to who sees what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Who sees an object was set.
    Shown {
        /// The object.
        object: ObjectId,
        /// Who sees it from now on.
        visibility: Visibility,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Shown { .. } => "shown",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::Shown { object, .. } => vec![*object],
        }
    }
}

/// Who sees an object, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Showing {
    /// Who sees it.
    pub visibility: Visibility,
    /// When and by whom it was set.
    pub stamp: Stamp,
}

/// Who sees what; what is not here is internal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// The last setting of each object.
    pub showings: BTreeMap<ObjectId, Showing>,
}

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.year()?;
    let Command::Show { object, visibility } = command;
    if !year.letters.parts.contains_key(object) {
        return Err(refusals::no_such_object(*object));
    }
    let event = Event::Shown { object: *object, visibility: *visibility };
    out.events.push(event::Event::Sharing(event));
    Ok(())
}

/// Takes an event in.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let Event::Shown { object, visibility } = event;
    let showing = Showing { visibility: *visibility, stamp: *stamp };
    year.sharing.showings.insert(*object, showing);
}
