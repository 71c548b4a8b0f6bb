//! The money of a year, with all that it was before.

use super::import::{AccountAmount, FileMark, LeftOut, Source};
use super::{CarriedFrom, ChargeSide, Draw, Month, Over, ProjectTerms, ProjectYear, Share, Terms};
use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::text::TextRef;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// The money of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// What is bound.
    pub commitments: BTreeMap<ObjectId, Commitment>,
    /// What units were given.
    pub sub_allocations: BTreeMap<ObjectId, SubAllocation>,
    /// Charge authorisations, given and received.
    pub charges: BTreeMap<ObjectId, Charge>,
    /// What was used of each authorisation.
    pub authorisations: BTreeMap<ObjectId, AuthorisationUse>,
    /// The research portfolio.
    pub projects: BTreeMap<ObjectId, Project>,
    /// The forecasts of each post, oldest first; the last one holds.
    pub forecasts: BTreeMap<ObjectId, Vec<Forecast>>,
    /// What explains the variance of each post, oldest first.
    pub explanations: BTreeMap<ObjectId, Vec<Explanation>>,
    /// The files of actuals that changed something.
    pub imports: BTreeMap<ObjectId, Import>,
    /// What each post used in each month, by the kind of accounts that say so; the last booking holds.
    pub actuals: BTreeMap<Source, BTreeMap<ObjectId, BTreeMap<Month, Vec<Booking>>>>,
}

/// Money that is bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commitment {
    /// As it was bound.
    pub terms: Terms<TextRef>,
    /// Where it comes from, when it was bound in the year before.
    pub from: Option<CarriedFrom>,
    /// How much in each year, as it holds now.
    pub amounts: BTreeMap<i16, Nok>,
    /// What was paid in this year.
    pub drawn: Nok,
    /// Whether it has ended.
    pub closed: bool,
    /// What happened to it, oldest first.
    pub history: Vec<CommitmentStep>,
}

/// One step in the life of a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommitmentStep {
    /// What happened.
    pub step: Step,
    /// Why more is bound than there is.
    pub over: Option<Over>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// What happened to a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// It was bound, or bound anew, with so much in each year.
    Bound(BTreeMap<i16, Nok>),
    /// Something was paid.
    Drawn(Draw),
    /// So much was given back.
    Released(Nok),
    /// It ended.
    Closed,
}

/// An amount as it was at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AmountVersion {
    /// How much.
    pub amount: Nok,
    /// Why it is more than there is.
    pub over: Option<Over>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// A part of a post that a unit has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SubAllocation {
    /// As it was given first.
    pub share: Share<TextRef>,
    /// How much, oldest first; the last one holds.
    pub versions: Vec<AmountVersion>,
}

/// A charge authorisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Charge {
    /// Who may use what.
    pub side: ChargeSide,
    /// For what.
    pub title: TextRef,
    /// How much, oldest first; the last one holds.
    pub versions: Vec<AmountVersion>,
    /// What was reported as used, oldest first.
    pub reports: Vec<(Month, Nok, Stamp)>,
}

/// What was used of an authorisation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct AuthorisationUse {
    /// How much, all taken together.
    pub used: Nok,
    /// Each use, oldest first.
    pub uses: Vec<LimitUse>,
    /// Limits that were set, oldest first; the letter's own goes before them.
    pub limits: Vec<Limit>,
}

/// One use of an authorisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LimitUse {
    /// How much; below zero when it was given back.
    pub amount: Nok,
    /// For what; none when it was given back.
    pub purpose: Option<TextRef>,
    /// The commitment that needs it.
    pub commitment: Option<ObjectId>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// A limit that was set by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// The limit.
    pub limit: Nok,
    /// Where it is said.
    pub basis: TextRef,
    /// When and by whom.
    pub stamp: Stamp,
}

/// A project of the research portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Project {
    /// As it was registered.
    pub terms: ProjectTerms<TextRef>,
    /// What it costs in each year, as it holds now.
    pub amounts: BTreeMap<i16, ProjectYear>,
    /// What it cost in each year, oldest first.
    pub history: Vec<ProjectStep>,
    /// What was delivered, oldest first.
    pub delivered: Vec<(TextRef, Stamp)>,
    /// Where it was published, oldest first.
    pub published: Vec<(TextRef, Stamp)>,
    /// When it was cancelled.
    pub cancelled: Option<Stamp>,
}

/// What a project cost at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProjectStep {
    /// In each year.
    pub amounts: BTreeMap<i16, ProjectYear>,
    /// Why more is set aside than there is.
    pub over: Option<Over>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// A forecast of what a post will have used by the end of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Forecast {
    /// How much.
    pub amount: Nok,
    /// What it rests on.
    pub explanation: Option<TextRef>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// What explains a variance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Seen by the end of which month.
    pub month: Month,
    /// The explanation.
    pub text: TextRef,
    /// When and by whom.
    pub stamp: Stamp,
}

/// A file of actuals that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import {
    /// What the file is.
    pub source: Source,
    /// Which file.
    pub file: FileMark,
    /// The months that it has figures for.
    pub months: Vec<Month>,
    /// How many lines were counted.
    pub lines: u64,
    /// What was left out on purpose.
    pub left_out: Vec<LeftOut>,
    /// When and by whom.
    pub stamp: Stamp,
}

/// What a post used in a month, as one import has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Booking {
    /// The import.
    pub import: ObjectId,
    /// The sum of the accounts.
    pub amount: Nok,
    /// How much on each account.
    pub accounts: Vec<AccountAmount>,
    /// When and by whom.
    pub stamp: Stamp,
}

impl Commitment {
    /// Returns what it takes from a year: all that is bound, or what was paid once it has ended.
    pub fn takes(&self, year: i16, this_year: i16) -> Nok {
        match self.closed {
            true if year == this_year => self.drawn,
            true => Nok::ZERO,
            false => self.amounts.get(&year).copied().unwrap_or_default(),
        }
    }

    /// Returns what is still to be paid in the year that it is kept in.
    pub fn outstanding(&self, this_year: i16) -> Nok {
        if self.closed { Nok::ZERO } else { super::less(self.takes(this_year, this_year), self.drawn) }
    }
}

impl SubAllocation {
    /// Returns how much the unit has now.
    pub fn amount(&self) -> Nok {
        self.versions.last().map_or(Nok::ZERO, |version| version.amount)
    }
}

impl Charge {
    /// Returns how much may be used now.
    pub fn amount(&self) -> Nok {
        self.versions.last().map_or(Nok::ZERO, |version| version.amount)
    }

    /// Returns what was reported last as used.
    pub fn used(&self) -> Nok {
        self.reports.last().map_or(Nok::ZERO, |(_, used, _)| *used)
    }
}

impl State {
    /// Returns what is booked for a post in a month.
    pub fn booking(&self, source: Source, post: ObjectId, month: Month) -> Option<&Booking> {
        self.actuals.get(&source)?.get(&post)?.get(&month)?.last()
    }

    /// Returns what makes claims on a post, alone: enough to count it.
    pub(super) fn of_post(&self, post: ObjectId) -> Self {
        let mut claims = Self::default();
        let commitments = self.commitments.iter().filter(|(_, commitment)| commitment.terms.post == post);
        claims.commitments = commitments.map(|(id, commitment)| (*id, commitment.clone())).collect();
        let projects = self.projects.iter().filter(|(_, project)| project.terms.post == post);
        claims.projects = projects.map(|(id, project)| (*id, project.clone())).collect();
        let shares = self.sub_allocations.iter().filter(|(_, given)| given.share.post == post);
        claims.sub_allocations = shares.map(|(id, given)| (*id, given.clone())).collect();
        let given =
            |charge: &Charge| matches!(charge.side, ChargeSide::Given { post: paid, .. } if paid == post);
        let charges = self.charges.iter().filter(|(_, charge)| given(charge));
        claims.charges = charges.map(|(id, charge)| (*id, charge.clone())).collect();
        claims
    }
}
