//! Which part of the earlier letter is which part of the later one.
//!
//! Exact signs come first, weaker ones after. Where two parts could be the same one equally well, none is chosen:
//! they are told as ambiguous. Nothing depends on which letter is the earlier one.

mod rest;
mod similar;

use crate::changes::{By, PartKind, Reason};
use crate::part::Part;
use std::collections::BTreeMap;

/// The pairs of one kind of part, and what has none.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    /// Old part, new part, reason; in the order of the new letter.
    pub(crate) found: Vec<(usize, usize, Reason)>,
    /// Groups of old and new parts of which each could be each.
    pub(crate) ambiguous: Vec<(Vec<usize>, Vec<usize>)>,
    /// A pair, and what else the old part became.
    pub(crate) split: BTreeMap<usize, Vec<usize>>,
    /// A pair, and what else went into the new part.
    pub(crate) merged: BTreeMap<usize, Vec<usize>>,
    /// Old parts without a pair.
    pub(crate) dropped: Vec<usize>,
    /// New parts without a pair.
    pub(crate) added: Vec<usize>,
}

/// What is settled before: kind and place of a later part, and the place of the earlier one, or none for what is new.
#[derive(Debug, Default)]
pub(crate) struct Pins(pub(crate) BTreeMap<Pinned, (Option<Vec<usize>>, By)>);

/// Kind and place of a part of the later letter.
type Pinned = (PartKind, Vec<usize>);

/// Pairs the parts of one kind. `stated` are numbers that the later letter says it changed, old to new.
pub(crate) fn pair(old: &[Part], new: &[Part], stated: &[(String, String)], pins: &Pins) -> Pairs {
    let mut table = Table::new(old, new);
    let alone = table.pinned(pins);
    table.stated(stated);
    table.identical();
    table.by(By::NumberAndTitle, |part| Some((part.number.as_ref()?.key.clone(), part.key.clone())));
    table.by(By::Title, |part| (!part.key.is_empty()).then(|| (owner(part), part.key.clone())));
    table.by(By::Title, |part| (roams(part) && part.words.is_rich()).then(|| part.key.clone()));
    table.in_order();
    table.by(By::Number, |part| {
        part.number.as_ref().filter(|_| is_numbered_by_law(part)).map(|one| one.key.clone())
    });
    similar::pair(&mut table);
    table
        .by(By::Number, |part| part.number.as_ref().filter(|number| number.lasts).map(|one| one.key.clone()));
    similar::by_number(&mut table);
    table.only_one_left();
    let mut pairs = rest::finish(table);
    pairs.added.extend(alone);
    pairs.added.sort_unstable();
    pairs
}

fn owner(part: &Part) -> String {
    part.owner.clone().unwrap_or_default()
}

/// Tells whether a part may be found under something else than before. Titles of posts are too alike for that, and
/// so are short requirements, `minst 90 prosent`.
fn roams(part: &Part) -> bool {
    match part.kind {
        PartKind::Post | PartKind::Deadline => false,
        PartKind::Requirement => part.words.word_count() >= LONG_REQUIREMENT,
        _ => true,
    }
}

/// A requirement of so many words is told from others by them alone.
const LONG_REQUIREMENT: usize = 6;

/// Tells whether a number says more than a similar title: those of the state budget, and the labels of parts.
fn is_numbered_by_law(part: &Part) -> bool {
    matches!(part.kind, PartKind::Chapter | PartKind::Post | PartKind::Deadline)
}

/// Old and new parts, and those that have found each other.
struct Table<'a> {
    old: &'a [Part],
    new: &'a [Part],
    free_old: Vec<bool>,
    free_new: Vec<bool>,
    found: Vec<(usize, usize, Reason)>,
}

impl<'a> Table<'a> {
    fn new(old: &'a [Part], new: &'a [Part]) -> Self {
        let (free_old, free_new) = (vec![true; old.len()], vec![true; new.len()]);
        Table { old, new, free_old, free_new, found: Vec::new() }
    }

    fn take(&mut self, old: usize, new: usize, by: By) {
        let (Some(one), Some(other)) = (self.old.get(old), self.new.get(new)) else { return };
        let by = match (by, one.kind) {
            (By::Number | By::NumberAndTitle, PartKind::Deadline) => By::PartLabel,
            (By::Number | By::NumberAndTitle, PartKind::Chapter | PartKind::Post) => By::ChapterAndPost,
            _ => by,
        };
        let reason = Reason {
            by,
            shared_words: one.words.shared(&other.words),
            old_words: one.words.word_count(),
            new_words: other.words.word_count(),
        };
        self.free_old[old] = false;
        self.free_new[new] = false;
        self.found.push((old, new, reason));
    }

    /// Pairs what is pinned, and returns the later parts that are pinned to nothing.
    fn pinned(&mut self, pins: &Pins) -> Vec<usize> {
        let mut alone = Vec::new();
        for (at, part) in self.new.iter().enumerate() {
            let Some((place, by)) = pins.0.get(&(part.kind, part.path.clone())) else { continue };
            let old = place.as_ref().and_then(|place| self.old.iter().position(|one| one.path == *place));
            if let Some(old) = old.filter(|old| self.free_old.get(*old) == Some(&true)) {
                self.take(old, at, *by);
            } else {
                self.free_new[at] = false;
                alone.push(at);
            }
        }
        alone
    }

    fn free_old(&self) -> impl Iterator<Item = (usize, &'a Part)> {
        self.old.iter().enumerate().filter(|(at, _)| self.free_old.get(*at) == Some(&true))
    }

    fn free_new(&self) -> impl Iterator<Item = (usize, &'a Part)> {
        self.new.iter().enumerate().filter(|(at, _)| self.free_new.get(*at) == Some(&true))
    }

    /// Groups the free parts of both letters by a key; parts without one are left out.
    fn groups<K: Ord>(&self, key: impl Fn(&Part) -> Option<K>) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut groups: BTreeMap<K, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, part) in self.free_old() {
            if let Some(key) = key(part) {
                groups.entry(key).or_default().0.push(at);
            }
        }
        for (at, part) in self.free_new() {
            if let Some(key) = key(part) {
                groups.entry(key).or_default().1.push(at);
            }
        }
        groups.into_values().filter(|(old, new)| !old.is_empty() && !new.is_empty()).collect()
    }

    /// Pairs those that alone have a key in their letter.
    fn by<K: Ord>(&mut self, by: By, key: impl Fn(&Part) -> Option<K>) {
        for (old, new) in self.groups(key) {
            if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
                self.take(*old, *new, by);
            }
        }
    }

    /// Pairs parts that say the same in every field: which of them is which makes no difference.
    fn identical(&mut self) {
        let key = |part: &Part| {
            let number = part.number.as_ref().map(|number| number.key.clone());
            Some((number, owner(part), part.title.clone(), part.fields.clone()))
        };
        for (old, new) in self.groups(key) {
            for (old, new) in old.into_iter().zip(new) {
                let number = self.old.get(old).is_some_and(|part| part.number.is_some());
                self.take(old, new, if number { By::NumberAndTitle } else { By::Title });
            }
        }
    }

    /// Pairs what the later letter says was moved.
    fn stated(&mut self, stated: &[(String, String)]) {
        for (from, to) in stated {
            let old = self.free_old().find(|(_, part)| part.label.as_deref() == Some(from));
            let new = self.free_new().find(|(_, part)| part.label.as_deref() == Some(to));
            if let (Some((old, _)), Some((new, _))) = (old, new) {
                self.take(old, new, By::Stated);
            }
        }
    }

    /// Pairs meetings and reports of one name, one after the other, when both letters have as many.
    fn in_order(&mut self) {
        let key =
            |part: &Part| matches!(part.kind, PartKind::Meeting | PartKind::Report).then(|| part.key.clone());
        for (old, new) in self.groups(key) {
            if old.len() == new.len() && !old.is_empty() {
                for (old, new) in old.into_iter().zip(new) {
                    self.take(old, new, By::TitleAndOrder);
                }
            }
        }
    }

    /// Pairs deadlines and requirements that alone are left under one and the same part.
    fn only_one_left(&mut self) {
        let key = |part: &Part| {
            let counts = matches!(part.kind, PartKind::Deadline | PartKind::Requirement);
            if counts { part.owner.clone() } else { None }
        };
        self.by(By::OnlyOneLeft, key);
    }
}
