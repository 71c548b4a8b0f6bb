//! What next year takes over.

use super::position;
use crate::book::Book;
use crate::ids::{ObjectId, Stream};
use crate::letters::PartValue;
use crate::money::{CarriedFrom, Recipient};
use crate::text::TextRef;
use crate::year::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// A commitment that goes on after the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Carried {
    /// Where it comes from.
    pub from: CarriedFrom,
    /// The post in this year.
    pub post: ObjectId,
    /// For what.
    pub title: TextRef,
    /// The assignment in this year.
    pub assignment: Option<ObjectId>,
    /// Who gets the money.
    pub recipient: Option<Recipient<TextRef>>,
    /// How much in each later year.
    pub amounts: BTreeMap<i16, Nok>,
}

/// Returns the commitments that bind money of later years.
pub fn carried(year: &Year) -> Vec<Carried> {
    let later = |(id, commitment): (&ObjectId, &crate::money::Commitment)| {
        let amounts: BTreeMap<i16, Nok> = (commitment.amounts.iter())
            .filter(|(of, amount)| **of > year.year && **amount > Nok::ZERO)
            .map(|(of, amount)| (*of, *amount))
            .collect();
        (!commitment.closed && !amounts.is_empty()).then(|| Carried {
            from: CarriedFrom { stream: year.stream, commitment: *id },
            post: commitment.terms.post,
            title: commitment.terms.title,
            assignment: commitment.terms.assignment,
            recipient: commitment.terms.recipient.clone(),
            amounts,
        })
    };
    year.money.commitments.iter().filter_map(later).collect()
}

/// A commitment of the year before that this year has not bound yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Awaiting {
    /// As the year before has it.
    pub carried: Carried,
    /// The chapter and the post that paid then.
    pub number: (u32, u32),
    /// The post with that number in this year; none until a letter gives one.
    pub post: Option<ObjectId>,
    /// The assignment in this year, when it was carried over.
    pub assignment: Option<ObjectId>,
}

/// Returns the commitments of the year before that bind money of this year and have not been carried over.
pub fn awaiting(book: &Book, year: &Year) -> Vec<Awaiting> {
    let before = Stream::Year(year.agency, year.year.saturating_sub(1));
    let Some(old) = book.years.get(&before) else { return Vec::new() };
    let done = |from: CarriedFrom| year.money.commitments.values().any(|bound| bound.from == Some(from));
    let open = carried(old).into_iter().filter(|carried| !done(carried.from));
    open.map(|carried| {
        let number = position::post_part(old, carried.post).map(|(chapter, _, post)| (chapter, post.post));
        let number = number.unwrap_or_default();
        let assignment = carried.assignment.and_then(|was| assignment(year, old.year, was));
        Awaiting { carried, number, post: post(year, number), assignment }
    })
    .collect()
}

fn post(year: &Year, (chapter, number): (u32, u32)) -> Option<ObjectId> {
    let same = |value: &PartValue| matches!(value, PartValue::Post { chapter: of, post } if (*of, post.post) == (chapter, number));
    let mut parts = year.letters.parts.iter().filter(|(_, part)| part.repealed.is_none());
    parts.find(|(_, part)| same(&part.value)).map(|(id, _)| *id)
}

fn assignment(year: &Year, before: i16, was: ObjectId) -> Option<ObjectId> {
    let mut parts = year.letters.parts.iter().filter(|(_, part)| part.repealed.is_none());
    let carried = |from: &crate::letters::Carried| from.year == before && from.part == was;
    parts.find(|(_, part)| part.carried.as_ref().is_some_and(carried)).map(|(id, _)| *id)
}
