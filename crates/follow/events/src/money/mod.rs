//! The money through the year: commitments, authorisations, actuals, forecasts, and what explains a variance.

use crate::book::{Context, Outcome, Stamp};
use crate::event;
use crate::ids::{ObjectId, ObjectKind};
use crate::refusal::Refusal;
use crate::refusals;
use crate::year::Year;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// Asks something about the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Binds money of a post.
    Commit {
        /// The post.
        post: ObjectId,
        /// For what.
        title: String,
        /// How much.
        amount: Nok,
    },
}

/// Something that happened to the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Money was bound.
    Committed {
        /// The id of the commitment.
        commitment: ObjectId,
        /// The post.
        post: ObjectId,
        /// For what.
        title: String,
        /// How much.
        amount: Nok,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Committed { .. } => "committed",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::Committed { commitment, post, .. } => vec![*commitment, *post],
        }
    }
}

/// Money that is bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commitment {
    /// The post.
    pub post: ObjectId,
    /// For what.
    pub title: String,
    /// How much.
    pub amount: Nok,
    /// When and by whom.
    pub stamp: Stamp,
}

/// The money of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// What is bound.
    pub commitments: BTreeMap<ObjectId, Commitment>,
}

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.year()?;
    let Command::Commit { post, title, amount } = command;
    if !year.letters.parts.contains_key(post) {
        return Err(refusals::no_such_object(*post));
    }
    let commitment = year.numbers.clone().take(ObjectKind::Commitment);
    let event = Event::Committed { commitment, post: *post, title: title.clone(), amount: *amount };
    out.events.push(event::Event::Money(event));
    Ok(())
}

/// Takes an event in.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let Event::Committed { commitment, post, title, amount } = event;
    let bound = Commitment { post: *post, title: title.clone(), amount: *amount, stamp: *stamp };
    year.money.commitments.insert(*commitment, bound);
}

/// Returns what holds now of an object, for those to whom it is shown: no history, no reasons, no actors.
pub(crate) fn object_view(year: &Year, object: ObjectId) -> Option<impl Serialize> {
    year.money.commitments.get(&object).map(|bound| (bound.post, bound.amount))
}
