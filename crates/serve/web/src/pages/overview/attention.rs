//! What needs somebody now: the visitor first, then others.

use super::view::{Row, row};
use crate::frame::Frame;
use crate::pages::names;
use crate::site::Looked;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::work::{self, Attention, Concern};

/// As many things that need the visitor are shown, and as many that need others.
const OWN_MAX: usize = 12;
const OTHERS_MAX: usize = 6;

/// What needs somebody, each with why, and how much more there is.
#[derive(Default)]
pub(super) struct Needs {
    pub(super) rows: Vec<Row>,
    pub(super) more: usize,
}

/// Gathers the concerns of each object that the visitor may read: first of those that are the visitor's, then of others.
pub(super) fn needs(looked: &Looked<'_>, frame: &Frame) -> [Needs; 2] {
    let mut by_object: BTreeMap<ObjectId, Vec<Attention>> = BTreeMap::new();
    for one in work::needs_attention(looked.followed, looked.day) {
        by_object.entry(one.object).or_default().push(one);
    }
    let seen = by_object.into_iter().filter(|(object, _)| looked.may(UseCase::ReadWork, Some(*object)));
    let mut objects: Vec<(ObjectId, Vec<Attention>)> = seen.collect();
    objects.sort_by_key(|(object, all)| (Reverse(latest(all)), *object));
    let (own, others): (Vec<_>, Vec<_>) =
        objects.into_iter().partition(|(object, all)| !is_awaited(all) && is_own(looked, *object));
    [shown(looked, frame, own, OWN_MAX), shown(looked, frame, others, OTHERS_MAX)]
}

/// Tells whether it is the ministry alone that has to do something.
fn is_awaited(all: &[Attention]) -> bool {
    all.iter().all(|one| one.concern == Concern::AwaitsAcceptance)
}

/// Tells whether the visitor answers for an object, or has to say who does because nobody answers for it yet.
fn is_own(looked: &Looked<'_>, object: ObjectId) -> bool {
    let item = looked.year.work.items.get(&object);
    let whole = item.and_then(|item| item.responsibility.as_ref());
    let parts = item.into_iter().flat_map(|item| item.dues.values());
    let parts = parts.filter_map(|due| due.responsibility.as_ref());
    let mut owners = whole.into_iter().chain(parts).filter_map(|held| held.value.owner).peekable();
    match owners.peek() {
        Some(_) => owners.any(|owner| owner == looked.visitor.person),
        None => looked.may(UseCase::AssignWork, Some(object)),
    }
}

fn late(one: &Attention) -> i32 {
    match one.concern {
        Concern::Overdue { days } => days,
        _ => 0,
    }
}

fn latest(all: &[Attention]) -> i32 {
    all.iter().map(late).max().unwrap_or_default()
}

/// Shows the first of them; those that are overdue longest stand first.
fn shown(looked: &Looked<'_>, frame: &Frame, all: Vec<(ObjectId, Vec<Attention>)>, most: usize) -> Needs {
    let more = all.len().saturating_sub(most);
    let rows = all.into_iter().take(most).map(|(object, all)| row(looked, frame, object, why(&all, frame)));
    Needs { rows: rows.collect(), more }
}

/// Says why; of several deadlines the one that passed first says it.
fn why(all: &[Attention], frame: &Frame) -> Vec<String> {
    let latest = latest(all);
    let mut notes: Vec<String> = Vec::new();
    for one in all.iter().filter(|one| late(one) == 0 || late(one) == latest) {
        let (text, number) = names::concern(one.concern);
        let note = match number {
            Some(number) => frame.with(text, number),
            None => frame.t(text).to_owned(),
        };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}
