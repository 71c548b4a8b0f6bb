//! What the agency may do by authorisation, and how much of it is used.

use crate::ids::ObjectId;
use crate::letters::PartValue;
use crate::money::less;
use crate::year::Year;
use serde::Serialize;
use styrbord_money::Nok;

/// An authorisation and its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuthorisationRow {
    /// Its id.
    pub authorisation: ObjectId,
    /// What it allows.
    pub title: String,
    /// The chapter that it concerns.
    pub chapter: Option<u32>,
    /// The post that it concerns.
    pub post: Option<u32>,
    /// Whether a letter took it away.
    pub repealed: bool,
    /// How much it allows; none when neither letter nor anybody else says it.
    pub limit: Option<Nok>,
    /// How much was used.
    pub used: Nok,
    /// How much is left; below zero when a letter lowered the limit afterwards.
    pub left: Option<Nok>,
}

/// Returns all authorisations of a year.
pub fn authorisations(year: &Year) -> Vec<AuthorisationRow> {
    let row = |(id, part): (&ObjectId, &crate::letters::Part)| {
        let PartValue::Authorisation(authorisation) = &part.value else { return None };
        let used = year.money.authorisations.get(id).map_or(Nok::ZERO, |of| of.used);
        let limit = limit(year, *id);
        Some(AuthorisationRow {
            authorisation: *id,
            title: authorisation.title.clone(),
            chapter: authorisation.chapter,
            post: authorisation.post,
            repealed: part.repealed.is_some(),
            limit,
            used,
            left: limit.map(|limit| less(limit, used)),
        })
    };
    year.letters.parts.iter().filter_map(row).collect()
}

/// Returns the limit of an authorisation: the letter's, or else the one that was set last.
pub fn limit(year: &Year, authorisation: ObjectId) -> Option<Nok> {
    let part = year.letters.parts.get(&authorisation)?;
    let PartValue::Authorisation(of_letter) = &part.value else { return None };
    let set = || Some(year.money.authorisations.get(&authorisation)?.limits.last()?.limit);
    of_letter.limit_nok.or_else(set)
}
