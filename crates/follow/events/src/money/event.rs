//! What happened to the money.

use super::import::{AccountAmount, FileMark, LeftOut, Source};
use super::{CarriedFrom, ChargeSide, Draw, Month, Over, ProjectTerms, ProjectYear, Share, Terms};
use crate::ids::ObjectId;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_money::Nok;

macro_rules! events {
    ($($(#[$doc:meta])* $variant:ident = $name:literal [$main:ident $(, $other:ident)*] {
        $($(#[$field_doc:meta])* $field:ident: $type:ty,)*
    })*) => {
        /// Something that happened to the money.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Event {
            $($(#[$doc])* $variant { $($(#[$field_doc])* $field: $type,)* },)*
        }

        impl Event {
            /// Returns the name of the event.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Event::$variant { .. } => $name,)*
                }
            }

            /// Returns the objects that it changes, the main one first.
            pub fn objects(&self) -> Vec<ObjectId> {
                match self {
                    $(Event::$variant { $main, $($other,)* .. } => vec![*$main $(, *$other)*],)*
                }
            }
        }
    };
}

events! {
    /// Money was bound.
    Committed = "committed" [commitment] {
        /// The id of the commitment.
        commitment: ObjectId,
        /// What is bound.
        terms: Terms<TextRef>,
        /// Where it comes from, when it was bound in the year before.
        from: Option<CarriedFrom>,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// A commitment binds something else from now on.
    CommitmentChanged = "commitment_changed" [commitment] {
        /// Which one.
        commitment: ObjectId,
        /// How much in each year.
        amounts: BTreeMap<i16, Nok>,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// Something was paid on a commitment.
    CommitmentDrawn = "commitment_drawn" [commitment] {
        /// Which one.
        commitment: ObjectId,
        /// What was paid.
        draw: Draw,
    }
    /// A part of this year's amount was given back.
    CommitmentReleased = "commitment_released" [commitment] {
        /// Which one.
        commitment: ObjectId,
        /// How much.
        amount: Nok,
    }
    /// A commitment ended.
    CommitmentClosed = "commitment_closed" [commitment] {
        /// Which one.
        commitment: ObjectId,
    }
    /// A unit got a part of a post.
    SubAllocated = "sub_allocated" [sub_allocation] {
        /// Its id.
        sub_allocation: ObjectId,
        /// What was given.
        share: Share<TextRef>,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// What a unit has was changed.
    SubAllocationChanged = "sub_allocation_changed" [sub_allocation] {
        /// Which one.
        sub_allocation: ObjectId,
        /// How much from now on.
        amount: Nok,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// An authorisation was used.
    AuthorisationUsed = "authorisation_used" [authorisation] {
        /// Which one.
        authorisation: ObjectId,
        /// How much.
        amount: Nok,
        /// For what.
        purpose: TextRef,
        /// The commitment that needs it.
        commitment: Option<ObjectId>,
    }
    /// A part of what was used of an authorisation was given back.
    AuthorisationReturned = "authorisation_returned" [authorisation] {
        /// Which one.
        authorisation: ObjectId,
        /// How much.
        amount: Nok,
    }
    /// The limit of an authorisation was set.
    AuthorisationLimited = "authorisation_limited" [authorisation] {
        /// Which one.
        authorisation: ObjectId,
        /// The limit.
        limit: Nok,
        /// Where it is said.
        basis: TextRef,
    }
    /// A charge authorisation was given or received.
    Charged = "charged" [charge] {
        /// Its id.
        charge: ObjectId,
        /// Who may use what.
        side: ChargeSide,
        /// For what.
        title: TextRef,
        /// How much.
        amount: Nok,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// The amount of a charge authorisation was changed.
    ChargeChanged = "charge_changed" [charge] {
        /// Which one.
        charge: ObjectId,
        /// How much from now on.
        amount: Nok,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// The use of a charge authorisation was reported.
    ChargeReported = "charge_reported" [charge] {
        /// Which one.
        charge: ObjectId,
        /// By the end of which month.
        month: Month,
        /// How much since the start of the year.
        used: Nok,
    }
    /// A project was registered.
    ProjectRegistered = "project_registered" [project] {
        /// Its id.
        project: ObjectId,
        /// What it is.
        terms: ProjectTerms<TextRef>,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// A project costs something else from now on.
    ProjectChanged = "project_changed" [project] {
        /// Which one.
        project: ObjectId,
        /// What it costs in each year.
        amounts: BTreeMap<i16, ProjectYear>,
        /// Why it exceeds the post.
        over: Option<Over>,
    }
    /// A project delivered.
    ProjectDelivered = "project_delivered" [project] {
        /// Which one.
        project: ObjectId,
        /// What was delivered, and where it lies.
        reference: TextRef,
    }
    /// The result of a project was published.
    ProjectPublished = "project_published" [project] {
        /// Which one.
        project: ObjectId,
        /// Where.
        reference: TextRef,
    }
    /// A project was cancelled.
    ProjectCancelled = "project_cancelled" [project] {
        /// Which one.
        project: ObjectId,
    }
    /// A forecast was made.
    Forecasted = "forecasted" [post] {
        /// The post.
        post: ObjectId,
        /// What it is expected to have used by the end of the year.
        amount: Nok,
        /// What it rests on.
        explanation: Option<TextRef>,
    }
    /// A variance was explained.
    VarianceExplained = "variance_explained" [post] {
        /// The post.
        post: ObjectId,
        /// Seen by the end of which month.
        month: Month,
        /// The explanation.
        text: TextRef,
    }
    /// A file of actuals was taken in. The figures that it changed follow as `actuals_booked`.
    ActualsImported = "actuals_imported" [import] {
        /// Its id.
        import: ObjectId,
        /// What the file is.
        source: Source,
        /// Which file.
        file: FileMark,
        /// The months that it has figures for.
        months: Vec<Month>,
        /// How many lines were counted.
        lines: u64,
        /// What was left out on purpose.
        left_out: Vec<LeftOut>,
    }
    /// What a post used in a month was booked, or booked anew.
    ActualsBooked = "actuals_booked" [import, post] {
        /// The import.
        import: ObjectId,
        /// What the file is.
        source: Source,
        /// The post.
        post: ObjectId,
        /// The month.
        month: Month,
        /// The import whose figures these replace.
        corrects: Option<ObjectId>,
        /// How much on each account, as the file has it.
        accounts: Vec<AccountAmount>,
    }
}
