//! Who does something, and what has to wait for what.

use super::{Desk, check_comment};
use crate::book::Outcome;
use crate::ids::ObjectId;
use crate::refusal::Refusal;
use crate::refusals as shared;
use crate::work::{DueKey, Event, Responsibility, refusals};

pub(super) fn assign(
    desk: &Desk<'_>,
    object: ObjectId,
    due: Option<&DueKey>,
    responsibility: &Responsibility,
) -> Result<Event, Refusal> {
    let part = desk.work(object)?;
    if let Some(key) = due {
        desk.key(object, part, key)?;
    }
    let directory = &desk.context.book.directory;
    if let Some(owner) = responsibility.owner.filter(|owner| !directory.is_active(*owner)) {
        return Err(shared::unknown_person(owner));
    }
    if let Some(unit) = responsibility.unit
        && !directory.units.get(&unit).is_some_and(|known| known.open)
    {
        return Err(refusals::no_such_unit(unit));
    }
    let mut partners = responsibility.partners.clone();
    partners.sort_unstable();
    partners.dedup();
    for organisation in responsibility.lead.iter().chain(&partners) {
        if !directory.organisations.contains_key(organisation) {
            return Err(shared::unknown_organisation(*organisation));
        }
    }
    let responsibility = Responsibility { partners, ..responsibility.clone() };
    Ok(Event::Assigned { object, due: due.cloned(), responsibility })
}

pub(super) fn add_dependency(
    desk: &Desk<'_>,
    object: ObjectId,
    on: ObjectId,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    desk.work(object)?;
    desk.work(on)?;
    check_comment(comment)?;
    if desk.year.work.waits_for(on, object) {
        return Err(refusals::circle(object, on));
    }
    if depends(desk, object, on) {
        return Err(refusals::already_so());
    }
    Ok(Event::DependencyAdded { object, on, comment: out.scribe.write_some(comment) })
}

pub(super) fn remove_dependency(
    desk: &Desk<'_>,
    object: ObjectId,
    on: ObjectId,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    // What was repealed since may still be untied.
    if !desk.year.letters.parts.contains_key(&object) {
        return Err(shared::no_such_object(object));
    }
    check_comment(comment)?;
    if !depends(desk, object, on) {
        return Err(refusals::no_such_dependency(object, on));
    }
    Ok(Event::DependencyRemoved { object, on, comment: out.scribe.write_some(comment) })
}

fn depends(desk: &Desk<'_>, object: ObjectId, on: ObjectId) -> bool {
    desk.year.work.items.get(&object).is_some_and(|item| item.depends_on.contains(&on))
}
