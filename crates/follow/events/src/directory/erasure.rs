//! Erasing: the words go, the reference stays, and the state says so.

use super::{Event, refusals};
use crate::book::{Context, Outcome};
use crate::event::Undecodable;
use crate::ids::PersonId;
use crate::refusal::Refusal;
use crate::refusals::{not_json, reason_missing, unknown_person};
use crate::text::TextRef;

/// Decides the erasure of all names and contacts of a person.
pub(super) fn person(
    context: Context<'_>,
    person: PersonId,
    out: &mut Outcome,
) -> Result<Vec<Event>, Refusal> {
    check_reason(context)?;
    let known = context.book.directory.people.get(&person).ok_or_else(|| unknown_person(person))?;
    if known.active {
        return Err(refusals::still_active(person));
    }
    let left = known.texts().into_iter().filter(|text| !context.book.erased.contains(text));
    let left: Vec<TextRef> = left.collect();
    if left.is_empty() {
        return Err(refusals::nothing_to_erase());
    }
    out.erase.extend(&left);
    Ok(left.into_iter().map(|text| Event::TextErased { text, person: Some(person) }).collect())
}

/// Decides the erasure of one text.
pub(super) fn text(context: Context<'_>, text: TextRef, out: &mut Outcome) -> Result<Event, Refusal> {
    check_reason(context)?;
    if context.book.erased.contains(&text) || !is_referred_to(context, text)? {
        return Err(refusals::nothing_to_erase());
    }
    let people = &context.book.directory.people;
    let named = people.iter().find(|(_, person)| person.texts().contains(&text));
    if let Some((id, person)) = named
        && person.active
        && person.name == text
    {
        return Err(refusals::still_active(*id));
    }
    out.erase.push(text);
    Ok(Event::TextErased { text, person: named.map(|(id, _)| *id) })
}

fn check_reason(context: Context<'_>) -> Result<(), Refusal> {
    let given = context.envelope.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if given { Ok(()) } else { Err(reason_missing()) }
}

/// Tells whether anything in the book refers to a text. Erasing is rare: it may cost a walk through all of it.
fn is_referred_to(context: Context<'_>, text: TextRef) -> Result<bool, Refusal> {
    let book = serde_json::to_string(context.book)
        .map_err(|error| not_json(&Undecodable { why: error.to_string() }))?;
    Ok(book.contains(&text.0.to_string()))
}
