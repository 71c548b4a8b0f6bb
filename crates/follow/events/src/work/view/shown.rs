//! What others may see of the work on an object.

use crate::ids::{ObjectId, OrganisationId};
use crate::text::TextRef;
use crate::work::{DelayReason, Deliverable, DeliverableVerdict, Due, Evidence, Item, Sitting, Status, dues};
use crate::year::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_calendar::Date;

/// The work on an object as others see it.
#[derive(Debug, Default, Serialize)]
struct Shown {
    status: Option<ShownStatus>,
    dues: Vec<Due>,
    deliverables: BTreeMap<ObjectId, ShownDeliverable>,
    sittings: BTreeMap<u32, Sitting>,
}

#[derive(Debug, Serialize)]
struct ShownStatus {
    status: Status,
    comment: Option<TextRef>,
    delay: Option<DelayReason>,
    on: Date,
}

#[derive(Debug, Serialize)]
struct ShownDeliverable {
    title: TextRef,
    on: Date,
    evidence: Vec<Evidence<TextRef>>,
    verdict: Option<DeliverableVerdict>,
}

/// Returns what holds now of an object, for those to whom it is shown: no history, no reasons, no actors.
pub fn object_view(year: &Year, object: ObjectId) -> Option<impl Serialize> {
    if let Some(known) = year.work.deliverables.get(&object) {
        return Some(Shown { deliverables: [(object, of(known))].into(), ..Shown::default() });
    }
    let item = year.work.items.get(&object)?;
    let known = |id: &ObjectId| Some((*id, of(year.work.deliverables.get(id)?)));
    Some(Shown {
        status: status(item),
        dues: dues(year, object),
        deliverables: item.deliverables.iter().filter_map(known).collect(),
        sittings: item.sittings.clone(),
    })
}

fn status(item: &Item) -> Option<ShownStatus> {
    let report = item.status.as_ref()?;
    let (status, comment, delay, on) = (report.status, report.comment, report.delay, report.stamp.on);
    Some(ShownStatus { status, comment, delay, on })
}

fn of(known: &Deliverable) -> ShownDeliverable {
    ShownDeliverable {
        title: known.title,
        on: known.registered.on,
        evidence: known.evidence.iter().map(|one| one.value.clone()).collect(),
        verdict: known.verdicts.last().map(|last| last.value.verdict),
    }
}

/// Returns the organisations that take part in an object, or in the assignment that it belongs to.
pub fn partners(year: &Year, object: ObjectId) -> Vec<OrganisationId> {
    let object = year.work.deliverables.get(&object).map_or(object, |known| known.object);
    let Some(item) = year.work.items.get(&object) else { return Vec::new() };
    let parts = item.dues.values().filter_map(|state| state.responsibility.as_ref());
    let all = item.responsibility.iter().chain(parts);
    let mut found: Vec<OrganisationId> =
        all.flat_map(|held| held.value.lead.into_iter().chain(held.value.partners.iter().copied())).collect();
    found.sort_unstable();
    found.dedup();
    found
}
