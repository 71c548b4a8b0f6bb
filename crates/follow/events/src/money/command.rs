//! What people ask of the money.

use super::import::{ImportChoice, Reading};
use super::{ChargeSide, Draw, Month, ProjectTerms, ProjectYear, Share, Terms};
use crate::ids::ObjectId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// Asks something about the money.
///
/// `over` is the reason why more is set aside than the post has. Without it such a command is refused; with it the
/// excess stands in the event and in every view, because what was bound in fact must be possible to record.
/// An authorisation has no such way out: a higher limit comes by letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Binds money of a post, for this year and later ones.
    Commit {
        /// What is bound.
        terms: Terms<String>,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Binds in this year what a commitment of the year before binds of it.
    Carry {
        /// The commitment in the year before.
        commitment: ObjectId,
        /// The post that pays now; without it the one with the same number.
        post: Option<ObjectId>,
        /// The title of the portion in this year's letter that it carries out.
        portion: Option<String>,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Changes what a commitment binds in each year.
    ChangeCommitment {
        /// Which one.
        commitment: ObjectId,
        /// How much in each year from now on.
        amounts: BTreeMap<i16, Nok>,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Records what was paid on a commitment.
    Draw {
        /// Which one.
        commitment: ObjectId,
        /// What was paid.
        draw: Draw,
    },
    /// Gives back a part of this year's amount that is not needed.
    Release {
        /// Which one.
        commitment: ObjectId,
        /// How much.
        amount: Nok,
    },
    /// Ends a commitment; what was not paid is free again.
    Close {
        /// Which one.
        commitment: ObjectId,
    },
    /// Gives a unit a part of a post.
    SubAllocate {
        /// What is given.
        share: Share<String>,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Changes what a unit has; zero takes it back.
    ChangeSubAllocation {
        /// Which one.
        sub_allocation: ObjectId,
        /// How much from now on.
        amount: Nok,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Uses an authorisation; refused above its limit.
    UseAuthorisation {
        /// Which one.
        authorisation: ObjectId,
        /// How much.
        amount: Nok,
        /// For what.
        purpose: String,
        /// The commitment that needs it.
        commitment: Option<ObjectId>,
    },
    /// Gives back a part of what was used of an authorisation.
    ReturnAuthorisation {
        /// Which one.
        authorisation: ObjectId,
        /// How much.
        amount: Nok,
    },
    /// Sets the limit of an authorisation for which the letter states none.
    LimitAuthorisation {
        /// Which one.
        authorisation: ObjectId,
        /// The limit.
        limit: Nok,
        /// Where it is said.
        basis: String,
    },
    /// Gives or receives a charge authorisation.
    Charge {
        /// Who may use what.
        side: ChargeSide,
        /// For what.
        title: String,
        /// How much.
        amount: Nok,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Changes the amount of a charge authorisation; zero takes it back.
    ChangeCharge {
        /// Which one.
        charge: ObjectId,
        /// How much from now on.
        amount: Nok,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Records how much of a charge authorisation was used by the end of a month, as its user reports it.
    ReportCharge {
        /// Which one.
        charge: ObjectId,
        /// The month.
        month: Month,
        /// How much since the start of the year.
        used: Nok,
    },
    /// Registers a project of the research portfolio.
    RegisterProject {
        /// What it is.
        terms: ProjectTerms<String>,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Changes what a project costs in each year.
    ChangeProject {
        /// Which one.
        project: ObjectId,
        /// What it costs in each year from now on.
        amounts: BTreeMap<i16, ProjectYear>,
        /// Why it may exceed the post.
        over: Option<String>,
    },
    /// Records that a project delivered.
    DeliverProject {
        /// Which one.
        project: ObjectId,
        /// What was delivered, and where it lies.
        reference: String,
    },
    /// Records that the result of a project was published.
    PublishProject {
        /// Which one.
        project: ObjectId,
        /// Where it is published.
        reference: String,
    },
    /// Cancels a project; what it had set aside is free again.
    CancelProject {
        /// Which one.
        project: ObjectId,
    },
    /// Records what a post is expected to have used by the end of the year.
    Forecast {
        /// The post.
        post: ObjectId,
        /// How much.
        amount: Nok,
        /// What it rests on.
        explanation: Option<String>,
    },
    /// Explains why a post deviates from what it is allocated.
    ExplainVariance {
        /// The post.
        post: ObjectId,
        /// Seen by the end of which month.
        month: Month,
        /// The explanation.
        text: String,
    },
    /// Books the actuals of a file that was read: all of it or nothing.
    ImportActuals {
        /// The file as it was read.
        reading: Reading,
        /// What is left out, and how far the file reaches.
        choice: ImportChoice,
    },
}
