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
    let (mut before, mut after) = (year.letters.held_before(letter), year.letters.held_after(letter));
    let head = book.plan(stream)?;
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
        if let Some(part) = id.and_then(|id| year.letters.parts.get(&id)) {
            explain(&mut change, part, letter);
        }
        parts.push(id);
        changes.push(change);
    }
    let (old, new) = (Head::of(&before.plan), Head::of(&after.plan));
    let changes = Changes { basis: Basis::Amendment, old, new, changes, same };
    Some(OnlyChanges { letter: row, changes, parts, money: year.letters.money_effect(letter) })
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
