//! What each letter did to the money.

use super::position;
use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::letters::PartValue;
use crate::money::less;
use crate::year::Year;
use serde::Serialize;
use styrbord_money::Nok;

/// What one letter did to one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Amendment {
    /// The letter.
    pub letter: ObjectId,
    /// Its title.
    pub title: String,
    /// The post.
    pub post: ObjectId,
    /// Its chapter.
    pub chapter: u32,
    /// Its number.
    pub number: u32,
    /// What it had.
    pub old: Option<Nok>,
    /// By how much it changed.
    pub change: Nok,
    /// What it has; none when it states no amount.
    pub new: Option<Nok>,
    /// Whether the earlier amount and the change that the letter prints agree with what held; none when it prints none.
    pub agrees: Option<bool>,
    /// When it was taken in and by whom.
    pub stamp: Stamp,
}

/// Returns what every letter did to every post, in the order in which it was recorded; the first allocation included.
pub fn amendments(year: &Year) -> Vec<Amendment> {
    let mut all = Vec::new();
    for (id, part) in &year.letters.parts {
        let PartValue::Post { chapter, post } = &part.value else { continue };
        let mut old: Option<Nok> = None;
        let row = |letter: ObjectId, old: Option<Nok>, new: Option<Nok>, agrees, stamp: Stamp| Amendment {
            letter,
            title: year.letters.letters.get(&letter).map(|of| of.document.title.clone()).unwrap_or_default(),
            post: *id,
            chapter: *chapter,
            number: post.post,
            old,
            change: less(new.unwrap_or_default(), old.unwrap_or_default()),
            new,
            agrees,
            stamp,
        };
        for (version, new) in part.history.iter().zip(position::allocations(part)) {
            let PartValue::Post { post, .. } = &version.value else { continue };
            let agrees = (post.previous_nok.is_some() || post.change_nok.is_some()).then(|| {
                let previous = post.previous_nok.is_none_or(|printed| old.is_none_or(|old| old == printed));
                let held = old.or(post.previous_nok).unwrap_or_default();
                let change = post.change_nok;
                previous && change.is_none_or(|change| new.is_some_and(|new| less(new, held) == change))
            });
            all.push(row(version.letter, old, new, agrees, version.stamp));
            old = new;
        }
        if let Some(repealed) = &part.repealed {
            all.push(row(repealed.letter, old, None, None, repealed.stamp));
        }
    }
    all.sort_by_key(|amendment| (amendment.stamp.seq, amendment.post));
    all
}
