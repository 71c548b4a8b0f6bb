//! Pairs by similar titles, without comparing each with each.

use super::{Table, roams};
use crate::changes::{By, PartKind};
use crate::part::Part;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_titles::{Likeness, beginning};

/// A word that more parts of one letter have tells nothing apart.
const HOLDERS_MAX: usize = 24;
/// How alike titles must be, in thousandths: the share of the words of both that they have in common.
const LIKE_MIN: usize = 500;
/// The same when one title lies wholly in the other.
const WITHIN_MIN: usize = 400;
/// What a number that lasts counts beside the likeness.
const NUMBER_LASTS: usize = 300;
/// What the same place in a list counts.
const NUMBER_LISTED: usize = 100;
/// What standing under the same part counts.
const SAME_OWNER: usize = 80;
/// How much better than all others a pair must be not to be ambiguous.
const MARGIN: usize = 60;
/// After so many rounds the rest is ambiguous.
const ROUNDS_MAX: usize = 32;

/// How well each old part fits each new one, where at all.
pub(super) type Scores = BTreeMap<(usize, usize), usize>;

/// Pairs parts that fit each other best, and clearly better than any other.
pub(super) fn pair(table: &mut Table<'_>) {
    let mut scores = scores(table);
    for _ in 0..ROUNDS_MAX {
        let found = clear_pairs(&scores);
        if found.is_empty() {
            return;
        }
        for (old, new) in found {
            let numbers = (&table.old[old].number, &table.new[new].number);
            let same = matches!(numbers, (Some(one), Some(other)) if one.lasts && one.key == other.key);
            table.take(old, new, if same { By::Number } else { By::SimilarTitle });
        }
        scores.retain(|(old, new), _| table.free_old[*old] && table.free_new[*new]);
    }
}

/// Pairs by a number that is only a place in a list, when the titles are too short to speak against it.
pub(super) fn by_number(table: &mut Table<'_>) {
    let key = |part: &Part| Some((super::owner(part), part.number.as_ref()?.key.clone()));
    for (old, new) in table.groups(key) {
        if let ([old], [new]) = (old.as_slice(), new.as_slice())
            && speaks_not_against(&table.old[*old], &table.new[*new])
        {
            table.take(*old, *new, By::Number);
        }
    }
}

/// Tells whether the titles are not clearly those of two things.
fn speaks_not_against(old: &Part, new: &Part) -> bool {
    let likeness = old.words.likeness(&new.words).max(new.words.likeness(&old.words));
    likeness >= Likeness::Unclear
}

/// Returns the scores of free parts that share a word.
pub(super) fn scores(table: &Table<'_>) -> Scores {
    let mut holders: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, part) in table.free_old() {
        for word in beginnings(part) {
            holders.entry(word).or_default().0.push(at);
        }
    }
    for (at, part) in table.free_new() {
        for word in beginnings(part) {
            holders.entry(word).or_default().1.push(at);
        }
    }
    let mut scores = Scores::new();
    let tells = |(old, new): &&(Vec<usize>, Vec<usize>)| old.len() <= HOLDERS_MAX && new.len() <= HOLDERS_MAX;
    for (old, new) in holders.values().filter(tells) {
        for old in old {
            for new in new {
                scores.entry((*old, *new)).or_insert_with(|| score(&table.old[*old], &table.new[*new]));
            }
        }
    }
    scores.retain(|_, score| *score > 0);
    scores
}

fn beginnings(part: &Part) -> BTreeSet<String> {
    part.words.words().map(beginning).collect()
}

/// Returns how well two parts fit, or 0 when they do not.
fn score(old: &Part, new: &Part) -> usize {
    let anywhere = roams(old) && roams(new) && old.kind != PartKind::Portion;
    let (Some(like), true) = (likeness(old, new), anywhere || old.owner == new.owner) else { return 0 };
    let number = match (&old.number, &new.number) {
        (Some(one), Some(other)) if one.key == other.key && one.lasts => NUMBER_LASTS,
        (Some(one), Some(other)) if one.key == other.key => NUMBER_LISTED,
        _ => 0,
    };
    let owner = if old.owner.is_some() && old.owner == new.owner { SAME_OWNER } else { 0 };
    like + number + owner
}

/// Returns how alike two titles are in thousandths, when they are alike enough.
pub(super) fn likeness(old: &Part, new: &Part) -> Option<usize> {
    let (one, other) = (old.words.word_count(), new.words.word_count());
    let shared = old.words.shared(&new.words);
    let like = shared * 2000 / (one + other).max(1);
    let within = shared >= 3 && shared == one.min(other) && like >= WITHIN_MIN;
    (shared > 0 && (like >= LIKE_MIN || within)).then_some(like)
}

/// Returns the pairs in which each is the other's best by a margin.
fn clear_pairs(scores: &Scores) -> Vec<(usize, usize)> {
    let mut best_of_old: BTreeMap<usize, Best> = BTreeMap::new();
    let mut best_of_new: BTreeMap<usize, Best> = BTreeMap::new();
    for ((old, new), score) in scores {
        best_of_old.entry(*old).or_default().see(*new, *score);
        best_of_new.entry(*new).or_default().see(*old, *score);
    }
    let clear = best_of_old.iter().filter_map(|(old, best)| {
        let new = best.clear()?;
        (best_of_new.get(&new)?.clear()? == *old).then_some((*old, new))
    });
    clear.collect()
}

/// The best of several, and the score of the next.
#[derive(Default)]
struct Best {
    at: usize,
    score: usize,
    next: usize,
}

impl Best {
    fn see(&mut self, at: usize, score: usize) {
        if score > self.score {
            (self.at, self.next, self.score) = (at, self.score, score);
        } else {
            self.next = self.next.max(score);
        }
    }

    fn clear(&self) -> Option<usize> {
        (self.score >= self.next + MARGIN).then_some(self.at)
    }
}
