//! What next year takes over.

use crate::ids::ObjectId;
use crate::money::{CarriedFrom, Recipient};
use crate::text::TextRef;
use crate::year::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// A commitment that goes on after the year. Next year matches post and assignment to its own letter.
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
