//! A letter, circular or order is taken in.

use super::{check_awaited, push, refused};
use crate::book::{Context, Outcome};
use crate::ids::{Numbers, ObjectId, ObjectKind};
use crate::letters::{
    Cause, Document, DocumentKind, Event, Letter, PartChange, PartValue, spots, value_kind,
};
use crate::refusal::Refusal;
use crate::refusals;
use crate::year::Year;
use std::collections::BTreeSet;
use styrbord_calendar::Date;

/// The most characters of a title, a name of a file or a reference.
const TITLE_MAX: usize = 500;
/// The most characters of a part's title or text.
const TEXT_MAX: usize = 20_000;
/// The most parts that one document touches.
const CHANGES_MAX: usize = 20_000;
/// The years in which a document may be dated.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

pub(super) fn decide(
    context: Context<'_>,
    document: &Document,
    changes: &[PartChange],
    out: &mut Outcome,
) -> Result<(), Refusal> {
    let year = context.open_year()?;
    check_document(year, document)?;
    check_changes(year, changes)?;
    let mut numbers = year.numbers.clone();
    let letter = numbers.take(ObjectKind::Letter);
    push(out, Event::LetterReceived { letter, document: document.clone() });
    for change in changes {
        push(out, event(letter, change, &mut numbers));
    }
    Ok(())
}

fn check_document(year: &Year, document: &Document) -> Result<(), Refusal> {
    let letters = &year.letters.letters;
    let texts = [Some(&document.title), document.number.as_ref(), document.file.as_ref()];
    let too_long = |text: &String| text.chars().count() > TITLE_MAX;
    if document.title.trim().is_empty() || texts.into_iter().flatten().any(too_long) {
        return Err(refused::title(TITLE_MAX));
    }
    if let Some(date) = document.date.filter(|date: &Date| !YEARS.contains(&date.year())) {
        return Err(refused::date(date));
    }
    let is_known = |letter: &Letter| document.hash.is_some() && letter.document.hash == document.hash;
    let newest = newest_of(year, document.kind);
    // What a correction changed may come back as it was.
    let stands = |id: ObjectId| newest.is_none_or(|(first, last)| id == last || !is_of(year, id, first));
    if let Some((known, _)) = letters.iter().find(|(id, letter)| is_known(letter) && stands(**id)) {
        return Err(refused::already_received(*known));
    }
    match document.kind {
        DocumentKind::Correction(of) if !letters.contains_key(&of) => Err(refusals::no_such_object(of)),
        DocumentKind::CarriedOver => Err(refused::carried_over()),
        DocumentKind::Pack if year.simulated => Err(refused::pack_is_real()),
        kind if kind.is_main() => {
            year.letters.main_letter().map_or(Ok(()), |main| Err(refused::has_letter(main)))
        }
        _ => Ok(()),
    }
}

/// Returns the letter that a correction is of, and the newest form of it.
fn newest_of(year: &Year, kind: DocumentKind) -> Option<(ObjectId, ObjectId)> {
    let DocumentKind::Correction(of) = kind else { return None };
    let last = year.letters.letters.keys().rev().find(|id| is_of(year, **id, of));
    last.map(|last| (of, *last))
}

/// Tells whether a letter is another one or a correction of it.
fn is_of(year: &Year, letter: ObjectId, first: ObjectId) -> bool {
    let kind = year.letters.letters.get(&letter).map(|known| known.document.kind);
    letter == first || kind == Some(DocumentKind::Correction(first))
}

/// Checks that each part is named once, is there, and stays what it is.
fn check_changes(year: &Year, changes: &[PartChange]) -> Result<(), Refusal> {
    if changes.len() > CHANGES_MAX {
        return Err(refused::too_many(CHANGES_MAX));
    }
    let mut named: BTreeSet<ObjectId> = BTreeSet::new();
    for part in changes.iter().filter_map(PartChange::part) {
        check_part(year, part)?;
        if !named.insert(part) {
            return Err(refused::named_twice(part));
        }
    }
    for change in changes {
        match change {
            PartChange::Add { value } => check_value(value)?,
            PartChange::AddFrom { value, from } => {
                check_value(value)?;
                for part in from {
                    check_part(year, *part)?;
                    check_kind(*part, value)?;
                }
            }
            PartChange::Change { part, value, .. } => {
                check_value(value)?;
                check_kind(*part, value)?;
            }
            PartChange::Repeal { part, text, .. } => {
                check_in_force(year, *part)?;
                if text.chars().count() > TEXT_MAX {
                    return Err(refused::text(TEXT_MAX));
                }
            }
            PartChange::Drop { part, .. } => check_in_force(year, *part)?,
            PartChange::Meet { announcement } => check_awaited(year, *announcement)?,
        }
    }
    Ok(())
}

fn check_part(year: &Year, part: ObjectId) -> Result<(), Refusal> {
    if year.letters.parts.contains_key(&part) { Ok(()) } else { Err(refusals::no_such_object(part)) }
}

fn check_in_force(year: &Year, part: ObjectId) -> Result<(), Refusal> {
    let holds = year.letters.parts.get(&part).is_some_and(|part| part.repealed.is_none());
    if holds { Ok(()) } else { Err(refused::repealed(part)) }
}

fn check_kind(part: ObjectId, value: &PartValue) -> Result<(), Refusal> {
    if value_kind(value) == part.kind { Ok(()) } else { Err(refused::other_kind(part, value_kind(value))) }
}

fn check_value(value: &PartValue) -> Result<(), Refusal> {
    let fits = value.title().chars().count() <= TEXT_MAX;
    if fits { Ok(()) } else { Err(refused::text(TEXT_MAX)) }
}

fn event(letter: ObjectId, change: &PartChange, numbers: &mut Numbers) -> Event {
    let marked = |value: &PartValue| {
        let mut value = value.clone();
        spots::mark(&mut value, letter.number);
        value
    };
    match change {
        PartChange::Add { value } => {
            let part = numbers.take(value_kind(value));
            Event::PartAdded { part, letter, value: marked(value), from: Vec::new() }
        }
        PartChange::AddFrom { value, from } => {
            let part = numbers.take(value_kind(value));
            Event::PartAdded { part, letter, value: marked(value), from: from.clone() }
        }
        PartChange::Change { part, value, matched } => {
            Event::PartChanged { part: *part, letter, value: marked(value), matched: matched.clone() }
        }
        PartChange::Repeal { part, text, span } => {
            let span = span.map(|mut spot| {
                spot.place.letter = spot.place.letter.or(Some(letter.number));
                spot
            });
            let cause = Cause::Stated { text: text.clone(), span };
            Event::PartRepealed { part: *part, letter, cause }
        }
        PartChange::Drop { part, cause } => Event::PartRepealed { part: *part, letter, cause: cause.clone() },
        PartChange::Meet { announcement } => Event::AnnouncementMet { announcement: *announcement, letter },
    }
}
