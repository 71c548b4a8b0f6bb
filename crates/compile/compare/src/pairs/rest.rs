//! What is left: parts that were split or merged, parts that could be several others, and parts that stand alone.

use super::similar::{Scores, scores};
use super::{Pairs, Table};
use crate::changes::{By, PartKind};
use crate::part::Part;
use std::collections::{BTreeMap, BTreeSet};

/// How many of the words of a piece, in thousandths, the whole must have.
const PIECE_MIN: usize = 750;

/// Returns the pairs with what has none.
pub(super) fn finish(mut table: Table<'_>) -> Pairs {
    let (pieced, ambiguous): (Vec<_>, Vec<_>) =
        ambiguous(&table, &scores(&table)).into_iter().partition(|(old, new)| is_pieced(&table, old, new));
    for (old, new) in pieced {
        if let (Some(old), Some(new)) = (old.first(), new.first()) {
            table.take(*old, *new, By::SimilarTitle);
        }
    }
    table.found.sort_by_key(|(old, new, _)| (*new, *old));
    for (old, new) in &ambiguous {
        for at in old {
            table.free_old[*at] = false;
        }
        for at in new {
            table.free_new[*at] = false;
        }
    }
    let split = pieces(&table, false);
    for at in split.values().flatten() {
        table.free_new[*at] = false;
    }
    let merged = pieces(&table, true);
    for at in merged.values().flatten() {
        table.free_old[*at] = false;
    }
    Pairs {
        dropped: table.free_old().map(|(at, _)| at).collect(),
        added: table.free_new().map(|(at, _)| at).collect(),
        found: table.found,
        ambiguous,
        split,
        merged,
    }
}

/// Returns the groups of free parts that fit each other and were not told apart.
fn ambiguous(table: &Table<'_>, scores: &Scores) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut by_old: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut by_new: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (old, new) in scores.keys() {
        by_old.entry(*old).or_default().push(*new);
        by_new.entry(*new).or_default().push(*old);
    }
    let mut groups = Vec::new();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    for (start, _) in table.free_old() {
        if !by_old.contains_key(&start) || !seen.insert(start) {
            continue;
        }
        let (mut old, mut new) = (BTreeSet::from([start]), BTreeSet::new());
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            for other in by_old.get(&at).into_iter().flatten() {
                if new.insert(*other) {
                    let back = by_new.get(other).into_iter().flatten().filter(|back| seen.insert(**back));
                    let back: Vec<usize> = back.copied().collect();
                    old.extend(&back);
                    open.extend(back);
                }
            }
        }
        groups.push((old.into_iter().collect(), new.into_iter().collect()));
    }
    groups
}

/// Tells whether the several parts of a group are pieces of the one on the other side, and none like another.
fn is_pieced(table: &Table<'_>, old: &[usize], new: &[usize]) -> bool {
    let longer = |old: usize, new: usize| {
        let count = |part: Option<&Part>| part.map_or(0, |part| part.words.word_count());
        count(table.old.get(old)) >= count(table.new.get(new))
    };
    let (whole, pieces) = match (old, new) {
        ([one], [other]) if !longer(*one, *other) => (table.new.get(*other), parts(table.old, old)),
        ([one], several) => (table.old.get(*one), parts(table.new, several)),
        (several, [one]) => (table.new.get(*one), parts(table.old, several)),
        _ => return false,
    };
    let Some(whole) = whole.filter(|whole| can_be_split(whole) && pieces.len() <= PIECES_MAX) else {
        return false;
    };
    let apart = |at: usize, piece: &Part| {
        pieces.iter().skip(at + 1).all(|other| piece.words.shared(&other.words) <= 1)
    };
    pieces.iter().enumerate().all(|(at, piece)| lies_in(piece, whole) && apart(at, piece))
}

fn parts<'a>(all: &'a [Part], group: &[usize]) -> Vec<&'a Part> {
    group.iter().filter_map(|at| all.get(*at)).collect()
}

/// Nothing is divided into more pieces than this.
const PIECES_MAX: usize = 8;

/// Returns for each pair what lies in it besides: new pieces of its old part, or old pieces of its new part.
fn pieces(table: &Table<'_>, merged: bool) -> BTreeMap<usize, Vec<usize>> {
    let whole_of = |pair: usize| -> Option<(&Part, &Part)> {
        let (old, new, _) = table.found.get(pair)?;
        let (old, new) = (table.old.get(*old)?, table.new.get(*new)?);
        Some(if merged { (new, old) } else { (old, new) })
    };
    let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for pair in 0..table.found.len() {
        let Some((whole, other)) = whole_of(pair) else { continue };
        if can_be_split(whole) && whole.key != other.key {
            for word in whole.words.words() {
                holders.entry(styrbord_titles::beginning(word)).or_default().push(pair);
            }
        }
    }
    let free: Vec<(usize, &Part)> =
        if merged { table.free_old().collect() } else { table.free_new().collect() };
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, piece) in free {
        let near: BTreeSet<usize> = piece
            .words
            .words()
            .filter_map(|word| holders.get(&styrbord_titles::beginning(word)))
            .flat_map(|pairs| pairs.iter().take(24))
            .copied()
            .collect();
        let fits = |pair: &usize| {
            whole_of(*pair).is_some_and(|(whole, other)| lies_in(piece, whole) && !lies_in(piece, other))
        };
        let mut fitting = near.into_iter().filter(fits);
        if let (Some(pair), None) = (fitting.next(), fitting.next()) {
            found.entry(pair).or_default().push(at);
        }
    }
    found
}

fn can_be_split(part: &Part) -> bool {
    matches!(part.kind, PartKind::Goal | PartKind::SteeringParameter | PartKind::Assignment)
}

/// Tells whether most words of a piece, and at least two, stand in the whole.
fn lies_in(piece: &Part, whole: &Part) -> bool {
    let (count, shared) = piece.words.shared_with(&whole.words);
    shared >= 2 && shared * 1000 >= count * PIECE_MIN && count < whole.words.word_count()
}
