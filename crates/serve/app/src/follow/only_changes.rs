//! What a letter changed in a year and nothing else, field by field.

use super::kinds::{object_kind, part_kind};
use super::overview::{LetterRow, letters};
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_compare::{Basis, By, Change, Changes, Head, Pin, Reason, Repealed, Side, Status, join};
use styrbord_events::letters::{Cause, Held, Match, MoneyEffect, Part};
use styrbord_events::{Book, ObjectId, Stream};
use styrbord_plan::Plan;

/// What a letter changed.
#[derive(Debug, Clone, Serialize)]
pub struct OnlyChanges {
    /// The letter.
    pub letter: LetterRow,
    /// What it added, changed and took away, as `styrbord diff` tells it.
    pub changes: Changes,
    /// The ids of the parts concerned, in the order of `changes`; none for what lies in another part.
    pub parts: Vec<Option<ObjectId>>,
    /// What it does to the money.
    pub money: MoneyEffect,
}

/// Returns what a letter changed; none when the book does not have it.
pub fn only_changes(book: &Book, stream: Stream, letter: ObjectId) -> Option<OnlyChanges> {
    let year = book.years.get(&stream)?;
    let row = letters(year).into_iter().find(|row| row.letter == letter)?;
    let held = (year.letters.held_before(letter), year.letters.held_after(letter));
    let explained = |change: &mut Change, id: ObjectId| {
        if let Some(part) = year.letters.parts.get(&id) {
            explain(change, part, letter);
        }
    };
    let (changes, parts) = told(&book.plan(stream)?, held, Basis::Amendment, explained);
    Some(OnlyChanges { letter: row, changes, parts, money: year.letters.money_effect(letter) })
}

/// What holds of a year on one day and did not hold on another.
#[derive(Debug, Clone, Serialize)]
pub struct Between {
    /// What was added, changed and taken away.
    pub changes: Changes,
    /// The ids of the parts concerned, in the order of `changes`; none for what lies in another part.
    pub parts: Vec<Option<ObjectId>>,
}

/// Returns what differs between a year as one book has it and as a later one does; none when the later one has no such
/// year. A year that the earlier book does not have yet was empty.
pub fn between(before: &Book, after: &Book, stream: Stream) -> Option<Between> {
    let year = after.years.get(&stream)?;
    let old = before.years.get(&stream).map(|year| year.letters.held()).unwrap_or_default();
    let held = (old, year.letters.held());
    let (changes, parts) = told(&after.plan(stream)?, held, Basis::SameYear, |_, _| {});
    Some(Between { changes, parts })
}

/// Tells what differs between two plans whose parts have ids. `head` has the agency, the ministry and the year.
fn told(
    head: &Plan,
    (mut before, mut after): (Held, Held),
    basis: Basis,
    explained: impl Fn(&mut Change, ObjectId),
) -> (Changes, Vec<Option<ObjectId>>) {
    for plan in [&mut before.plan, &mut after.plan] {
        let Plan { agency, ministry, year, kind, .. } = head.clone();
        (plan.agency, plan.ministry, plan.year, plan.kind) = (agency, ministry, year, kind);
    }
    let joined = join(&before.plan, &after.plan, Basis::SameYear, &pins(&before, &after));
    let (same, told): (Vec<Change>, Vec<Change>) =
        joined.changes.into_iter().partition(|change| change.status == Status::Same);
    let mut parts = Vec::new();
    let mut changes = Vec::new();
    for mut change in told {
        let id = id_of(&change, &before, &after);
        if let Some(id) = id {
            explained(&mut change, id);
        }
        parts.push(id);
        changes.push(change);
    }
    let (old, new) = (Head::of(&before.plan), Head::of(&after.plan));
    (Changes { basis, old, new, changes, same }, parts)
}

/// Holds every part to be what its id says.
fn pins(before: &Held, after: &Held) -> Vec<Pin> {
    let old: BTreeMap<ObjectId, &[usize]> = before.parts().map(|(_, path, id)| (id, path)).collect();
    let pin = |(kind, path, id): (_, &[usize], ObjectId)| {
        let old = old.get(&id).map(|path| path.to_vec());
        Some(Pin { kind: part_kind(kind)?, new: path.to_vec(), old, by: By::Decided })
    };
    after.parts().filter_map(pin).collect()
}

fn id_of(change: &Change, before: &Held, after: &Held) -> Option<ObjectId> {
    let kind = object_kind(change.kind)?;
    let place = |held: &Held, sides: &[Side]| held.id(kind, &sides.first()?.path);
    place(after, &change.new).or_else(|| place(before, &change.old))
}

/// Says what the pair rested on when the letter was taken in, or what took the part away.
fn explain(change: &mut Change, part: &Part, letter: ObjectId) {
    let version = part.history.iter().find(|version| version.letter == letter);
    let by = match version.and_then(|version| version.matched.as_ref()) {
        Some(Match::Compared(word)) => sign(word),
        Some(Match::Stated) => By::Stated,
        Some(Match::Answered) | None => By::Decided,
    };
    change.reason = change.reason.map(|reason| Reason { by, ..reason });
    let gone = part.restored.iter().chain(&part.repealed).find(|gone| gone.letter == letter);
    if let Some(Cause::Stated { text, span }) = gone.map(|gone| &gone.cause) {
        change.repeal = Some(Repealed { text: text.clone(), replaced_by: None, span: *span });
    }
}

/// Returns the sign that a word of the comparison names; an unknown one counts as settled before.
pub fn sign(word: &str) -> By {
    const ALL: [By; 10] = [
        By::NumberAndTitle,
        By::Number,
        By::ChapterAndPost,
        By::Title,
        By::TitleAndOrder,
        By::SimilarTitle,
        By::PartLabel,
        By::OnlyOneLeft,
        By::Stated,
        By::Repealed,
    ];
    let is = |by: &By| serde_json::to_value(by).is_ok_and(|value| value == word);
    ALL.into_iter().find(is).unwrap_or(By::Decided)
}
