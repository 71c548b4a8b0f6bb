//! What each letter did to the money.

use super::position;
use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::letters::PartValue;
use crate::money::less;
use crate::year::Year;
use serde::Serialize;
use styrbord_money::Nok;
use styrbord_plan::Post;

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
        let versions = part.history.iter().zip(position::allocations(part)).map(|(version, new)| {
            let PartValue::Post { post, .. } = &version.value else {
                return (version.letter, new, None, version.stamp);
            };
            (version.letter, new, Some(post), version.stamp)
        });
        let repeals = part.restored.iter().chain(&part.repealed);
        let repeals = repeals.map(|repealed| (repealed.letter, Some(Nok::ZERO), None, repealed.stamp));
        let mut steps: Vec<_> = versions.chain(repeals).collect();
        steps.sort_by_key(|(.., stamp)| stamp.seq);
        for (letter, new, printed, stamp) in steps {
            all.push(row(letter, old, new, printed.and_then(|post| agrees(post, old, new)), stamp));
            old = new;
        }
    }
    all.sort_by_key(|amendment| (amendment.stamp.seq, amendment.post));
    all
}

/// Tells whether the earlier amount and the change that a letter prints are those that held.
fn agrees(printed: &Post, old: Option<Nok>, new: Option<Nok>) -> Option<bool> {
    let (previous_nok, change_nok) = (printed.previous_nok, printed.change_nok);
    (previous_nok.is_some() || change_nok.is_some()).then(|| {
        let held = old.or(previous_nok).unwrap_or_default();
        let change = new.map(|new| less(new, held));
        previous_nok.is_none_or(|previous| previous == held) && (change_nok.is_none() || change_nok == change)
    })
}
