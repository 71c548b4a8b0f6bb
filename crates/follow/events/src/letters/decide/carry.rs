//! The next year is opened from the last one.

use super::{push, refused};
use crate::book::{Context, Outcome};
use crate::ids::{Numbers, ObjectId, ObjectKind, Stream};
use crate::letters::{Document, DocumentKind, Event, Part, PartValue, Stage, YearStarted, without_spots};
use crate::refusal::Refusal;
use crate::refusals;
use crate::work::Status;
use crate::year::Year;
use std::collections::BTreeMap;

pub(super) fn decide(context: Context<'_>, out: &mut Outcome) -> Result<(), Refusal> {
    let stream = context.envelope.stream;
    let Stream::Year(agency, number) = stream else { return Err(refusals::no_such_year(stream)) };
    if context.book.years.contains_key(&stream) {
        return Err(refused::already_started(stream));
    }
    let last = Stream::Year(agency, number.saturating_sub(1));
    let old = context.book.years.get(&last).ok_or_else(|| refusals::no_such_year(last))?;
    if old.letters.main_letter().is_none() {
        return Err(refused::no_letter(last));
    }
    push(
        out,
        Event::YearStarted(YearStarted {
            agency,
            ministry: old.ministry,
            year: number,
            stage: Stage::Planning,
            simulated: old.simulated,
            from: Some(old.year),
        }),
    );
    carry(old, out);
    Ok(())
}

/// Carries over what is open; what hangs on it follows by the ids.
fn carry(old: &Year, out: &mut Outcome) {
    let mut numbers = Numbers::default();
    let letter = numbers.take(ObjectKind::Letter);
    let document = Document {
        kind: DocumentKind::CarriedOver,
        title: old.year.to_string(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    push(out, Event::LetterReceived { letter, document });
    let mut carried: BTreeMap<ObjectId, ObjectId> = BTreeMap::new();
    for (id, part) in old.letters.in_force().filter(|(id, _)| is_carried(old, *id)) {
        let part_id = numbers.take(id.kind);
        carried.insert(id, part_id);
        let value = value(part);
        push(out, Event::PartCarried { part: part_id, letter, value, year: old.year, from: id });
    }
    crate::work::carry(old, &carried, out);
    crate::measure::carry(old, &carried, out);
}

/// Tells whether a part lives on: goals and parameters, what is announced and has not come, and open assignments.
fn is_carried(old: &Year, id: ObjectId) -> bool {
    match id.kind {
        ObjectKind::Goal | ObjectKind::Parameter | ObjectKind::Requirement => true,
        ObjectKind::Assignment => is_open(old, id),
        ObjectKind::Announcement => !old.letters.met.contains_key(&id),
        _ => false,
    }
}

/// An assignment is open until the ministry has accepted it or it is cancelled.
fn is_open(old: &Year, id: ObjectId) -> bool {
    let status = old.work.status(id);
    !matches!(status, Status::Accepted | Status::Cancelled)
}

/// Returns a part as the next year begins with it: given before, and standing in no letter of that year.
fn value(part: &Part) -> PartValue {
    let mut value = without_spots(&part.value);
    if let PartValue::Assignment(assignment) = &mut value {
        assignment.new = false;
    }
    value
}
