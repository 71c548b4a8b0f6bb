//! What is agreed when money is set aside: the same in a command, with its words, and in an event, with their hashes.

use super::Month;
use crate::ids::{ObjectId, OrganisationId, Stream, UnitId};
use crate::text::{Scribe, TextRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// Who gets the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient<T> {
    /// A registered organisation.
    Organisation(OrganisationId),
    /// Somebody else, by name.
    Named(T),
}

/// The commitment of the year before that goes on in this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedFrom {
    /// That year.
    pub stream: Stream,
    /// The commitment in it.
    pub commitment: ObjectId,
}

/// What a commitment (binding) is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms<T> {
    /// The post that pays.
    pub post: ObjectId,
    /// For what.
    pub title: T,
    /// How much in each year, from this one on.
    pub amounts: BTreeMap<i16, Nok>,
    /// The assignment that it serves.
    pub assignment: Option<ObjectId>,
    /// The project that it pays.
    pub project: Option<ObjectId>,
    /// The title of the portion in the letter that it carries out; that portion is then not counted besides.
    pub portion: Option<String>,
    /// Who gets the money.
    pub recipient: Option<Recipient<T>>,
}

/// What a project of the portfolio costs in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProjectYear {
    /// Bound.
    #[serde(default)]
    pub committed: Nok,
    /// Set aside for it and not yet bound.
    #[serde(default)]
    pub new: Nok,
}

/// What a project of the research portfolio is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectTerms<T> {
    /// The post that pays.
    pub post: ObjectId,
    /// Its title.
    pub title: T,
    /// What it costs in each year, from this one on.
    pub amounts: BTreeMap<i16, ProjectYear>,
    /// The assignment that asks for it.
    pub assignment: Option<ObjectId>,
    /// The title of the portion in the letter that it carries out.
    pub portion: Option<String>,
    /// Who does it.
    pub performer: Option<Recipient<T>>,
}

/// Which post of whom a charge authorisation (belastningsfullmakt) lets whom use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChargeSide {
    /// Another agency may use a post of this one.
    Given {
        /// The post.
        post: ObjectId,
        /// The other agency.
        to: OrganisationId,
    },
    /// This agency may use a post of another one; no part of what it is allocated itself.
    Received {
        /// The other agency.
        from: OrganisationId,
        /// The chapter there.
        chapter: u32,
        /// The post there.
        post: u32,
    },
}

/// Part of a post, given to a unit of the agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share<T> {
    /// The post.
    pub post: ObjectId,
    /// The unit.
    pub unit: UnitId,
    /// For what.
    pub title: T,
    /// How much.
    pub amount: Nok,
}

/// Why more is set aside than there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// How much too much stands after it.
    pub by: Nok,
    /// Why, in words.
    pub reason: TextRef,
}

/// What was paid on a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// In which month.
    pub month: Month,
    /// How much; below zero when it is paid back.
    pub amount: Nok,
}

impl Recipient<String> {
    pub(crate) fn kept(&self, scribe: &mut Scribe) -> Recipient<TextRef> {
        match self {
            Recipient::Organisation(organisation) => Recipient::Organisation(*organisation),
            Recipient::Named(name) => Recipient::Named(scribe.write(name)),
        }
    }
}

impl Terms<String> {
    pub(crate) fn kept(&self, scribe: &mut Scribe) -> Terms<TextRef> {
        Terms {
            post: self.post,
            title: scribe.write(&self.title),
            amounts: self.amounts.clone(),
            assignment: self.assignment,
            project: self.project,
            portion: self.portion.clone(),
            recipient: self.recipient.as_ref().map(|recipient| recipient.kept(scribe)),
        }
    }
}

impl ProjectTerms<String> {
    pub(crate) fn kept(&self, scribe: &mut Scribe) -> ProjectTerms<TextRef> {
        ProjectTerms {
            post: self.post,
            title: scribe.write(&self.title),
            amounts: self.amounts.clone(),
            assignment: self.assignment,
            portion: self.portion.clone(),
            performer: self.performer.as_ref().map(|performer| performer.kept(scribe)),
        }
    }
}
