//! What was shown, when and as what.

use super::{Event, Snapshot};
use crate::book::Stamp;
use crate::history::Version;
use crate::ids::ObjectId;
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

/// What was done to who sees an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It was shared, or shared again.
    Shared,
    /// What was shared was taken back.
    TakenBack,
    /// It was submitted.
    Submitted,
}

/// An object as it was when it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// As it was.
    pub snapshot: Snapshot,
    /// When and by whom it was shown.
    pub stamp: Stamp,
}

/// What others see of an object.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Showing {
    /// As it was shared last; none when that was taken back or something was submitted since.
    pub shared: Option<Moment>,
    /// Every version that was submitted, oldest first.
    pub submitted: Vec<Moment>,
    /// All that was done, oldest first.
    pub log: Vec<Version<Act>>,
}

impl Showing {
    /// Returns who sees the object.
    pub fn visibility(&self) -> Visibility {
        match (&self.shared, self.submitted.is_empty()) {
            (_, false) => Visibility::Submitted,
            (Some(_), true) => Visibility::Shared,
            (None, true) => Visibility::Internal,
        }
    }
}

/// Who sees what; what is not here is internal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// What others see of each object.
    pub showings: BTreeMap<ObjectId, Showing>,
}

impl State {
    /// Returns who sees an object.
    pub fn visibility(&self, object: ObjectId) -> Visibility {
        self.showings.get(&object).map(Showing::visibility).unwrap_or_default()
    }
}

/// Takes an event in: an object is kept as it is at this very record.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let moment = |year: &Year, object| Moment { snapshot: Snapshot::take(year, object), stamp: *stamp };
    match event {
        Event::Shared { object } => {
            let moment = moment(year, *object);
            let showing = year.sharing.showings.entry(*object).or_default();
            showing.shared = Some(moment);
            showing.log.push(Version::new(Act::Shared, stamp));
        }
        Event::TakenBack { object } => {
            if let Some(showing) = year.sharing.showings.get_mut(object) {
                showing.shared = None;
                showing.log.push(Version::new(Act::TakenBack, stamp));
            }
        }
        Event::Submitted { object } => {
            let moment = moment(year, *object);
            let showing = year.sharing.showings.entry(*object).or_default();
            showing.shared = None;
            showing.submitted.push(moment);
            showing.log.push(Version::new(Act::Submitted, stamp));
        }
    }
}
