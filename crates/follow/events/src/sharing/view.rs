//! What others see: the ministry, and the agencies that take part.

use super::{Moment, Visibility};
use crate::book::Book;
use crate::directory::Organisation;
use crate::ids::{ObjectId, OrganisationId, Stream};
use crate::instant::Instant;
use crate::letters::{Cause, Document, DocumentKind, Part, PartValue, PartVersion};
use crate::text::TextRef;
use crate::work;
use crate::year::Year;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::Date;

/// All that an organisation outside the agency sees of its year. Who did something, why, and what held before an
/// object was shown is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutsideView {
    /// Agency and year.
    pub stream: Stream,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// The letters and circulars.
    pub letters: BTreeMap<ObjectId, Document>,
    /// The parts of the plan.
    pub plan: BTreeMap<ObjectId, PlanPart>,
    /// What was shown of each object, oldest first; several when a new version was submitted.
    pub shown: BTreeMap<ObjectId, Vec<Shown>>,
    /// The texts that what was shown refers to: these may be read, and no others.
    pub may_read: BTreeSet<TextRef>,
}

/// A part of the plan as the letters have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanPart {
    /// What holds.
    pub value: PartValue,
    /// The letter that says so.
    pub letter: ObjectId,
    /// Why it no longer holds.
    pub repealed: Option<Cause>,
}

/// An object as it was when it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Whether it was shared or submitted.
    pub visibility: Visibility,
    /// When.
    pub at: Instant,
    /// For which day.
    pub on: Date,
    /// What the areas held of it.
    pub content: Value,
}

/// Returns what an organisation outside the agency sees of its year: its ministry, or whoever takes part.
pub fn outside_view(book: &Book, stream: Stream, viewer: OrganisationId) -> Option<OutsideView> {
    if book.years.get(&stream)?.ministry == viewer {
        return ministry_view(book, stream);
    }
    partner_view(book, stream, viewer)
}

/// Returns what the ministry of a year sees: the plan, which is its own, and what was shared or submitted.
pub fn ministry_view(book: &Book, stream: Stream) -> Option<OutsideView> {
    let year = book.years.get(&stream)?;
    let letters = year.letters.letters.iter().filter(|(_, letter)| is_sent(letter.document.kind));
    let letters = letters.map(|(id, letter)| (*id, letter.document.clone())).collect();
    Some(OutsideView { letters, ..view(book, year, |_| true) })
}

/// Returns what a partner agency sees of another's year: the parts in which it takes part, and what was shown of them.
pub fn partner_view(book: &Book, stream: Stream, partner: OrganisationId) -> Option<OutsideView> {
    let year = book.years.get(&stream)?;
    book.directory.organisations.get(&partner)?;
    Some(view(book, year, |object| takes_part(book, year, partner, object)))
}

/// Tells whether an organisation outside the agency sees something of an object of its year: whether [`outside_view`]
/// holds it.
pub fn is_seen_outside(book: &Book, stream: Stream, viewer: OrganisationId, object: ObjectId) -> bool {
    let Some(year) = book.years.get(&stream) else { return false };
    let steers = year.ministry == viewer;
    let sent = || year.letters.letters.get(&object).is_some_and(|letter| is_sent(letter.document.kind));
    if steers && sent() {
        return true;
    }
    let in_plan =
        || year.letters.parts.get(&object).is_some_and(|part| plan_part(book, year, part).is_some());
    let shown = year.sharing.visibility(object) != Visibility::Internal;
    (steers || takes_part(book, year, viewer, object)) && (shown || in_plan())
}

/// Tells whether an organisation takes part in an object: the agency says so, or the letter.
fn takes_part(book: &Book, year: &Year, viewer: OrganisationId, object: ObjectId) -> bool {
    let named = |organisation| {
        year.letters.parts.get(&object).is_some_and(|part| is_named(&part.value, organisation))
    };
    work::partners(year, object).contains(&viewer)
        || book.directory.organisations.get(&viewer).is_some_and(named)
}

/// Tells whether the agency got a document from the ministry. Its own commissions are its own affair until shown.
fn is_sent(kind: DocumentKind) -> bool {
    !matches!(kind, DocumentKind::Commission | DocumentKind::CarriedOver)
}

/// Returns a part as the ministry's letters have it; none when no letter of the ministry has it.
fn plan_part(book: &Book, year: &Year, part: &Part) -> Option<PlanPart> {
    let kind = |letter: ObjectId| Some(year.letters.letters.get(&letter)?.document.kind);
    let sent = |letter: ObjectId| kind(letter).is_some_and(is_sent);
    let value = |version: &PartVersion| match kind(version.letter)? {
        DocumentKind::CarriedOver => value_before(book, year, part),
        kind => is_sent(kind).then(|| version.value.clone()),
    };
    let mut versions = part.history.iter().rev();
    let (value, letter) = versions.find_map(|version| Some((value(version)?, version.letter)))?;
    let repealed = part.repealed.as_ref().filter(|repealed| sent(repealed.letter));
    let repealed = repealed.map(|repealed| repealed.cause.clone());
    Some(PlanPart { value, letter, repealed })
}

/// Returns a part that was carried over as the ministry had it in the year before.
fn value_before(book: &Book, year: &Year, part: &Part) -> Option<PartValue> {
    let (from, Stream::Year(agency, number)) = (part.carried?, year.stream) else { return None };
    // Years only go down, so that the way back ends.
    let before = (from.year < number).then(|| book.years.get(&Stream::Year(agency, from.year)))??;
    Some(plan_part(book, before, before.letters.parts.get(&from.part)?)?.value)
}

fn view(book: &Book, year: &Year, sees: impl Fn(ObjectId) -> bool) -> OutsideView {
    let parts = year.letters.parts.iter().filter(|(id, _)| sees(**id));
    let plan = parts.filter_map(|(id, part)| Some((*id, plan_part(book, year, part)?))).collect();
    let showings = year.sharing.showings.iter().filter(|(id, _)| sees(**id));
    let mut shown: BTreeMap<ObjectId, Vec<Shown>> = BTreeMap::new();
    for (id, showing) in showings {
        let submitted = showing.submitted.iter().map(|moment| shown_as(Visibility::Submitted, moment));
        let shared = showing.shared.iter().map(|moment| shown_as(Visibility::Shared, moment));
        let all: Vec<Shown> = submitted.chain(shared).collect();
        if !all.is_empty() {
            shown.insert(*id, all);
        }
    }
    let may_read = shown.values().flatten().flat_map(|shown| TextRef::named_in(&shown.content)).collect();
    let letters = BTreeMap::new();
    OutsideView { stream: year.stream, simulated: year.simulated, letters, plan, shown, may_read }
}

fn shown_as(visibility: Visibility, moment: &Moment) -> Shown {
    let Moment { snapshot, stamp } = moment;
    Shown { visibility, at: stamp.at, on: stamp.on, content: snapshot.value() }
}

/// Tells whether a part of the plan names an organisation as its lead or as a partner.
fn is_named(value: &PartValue, organisation: &Organisation) -> bool {
    let PartValue::Assignment(assignment) = value else { return false };
    let folded = |name: &str| name.trim().to_lowercase();
    let names: Vec<String> = [Some(organisation.name.as_str()), organisation.short.as_deref()]
        .into_iter()
        .flatten()
        .map(folded)
        .collect();
    let leads = assignment
        .lead
        .iter()
        .chain(assignment.deadlines.iter().filter_map(|deadline| deadline.lead.as_ref()));
    leads.chain(&assignment.partners).any(|name| names.contains(&folded(name)))
}
