//! What others may see of the work on an object.

use crate::ids::{ObjectId, OrganisationId};
use crate::work::dues;
use crate::year::Year;
use serde::Serialize;

/// Returns what holds now of an object, for those to whom it is shown: no history, no reasons, no names of actors.
pub fn object_view(year: &Year, object: ObjectId) -> Option<impl Serialize> {
    let item = year.work.items.get(&object)?;
    let status = item.status.as_ref().map(|report| (report.status, report.comment, report.delay));
    let dues: Vec<_> =
        dues(year, object).into_iter().map(|due| (due.key, due.date, due.holding, due.status)).collect();
    let delivered: Vec<_> = item
        .deliverables
        .iter()
        .filter_map(|id| {
            let known = year.work.deliverables.get(id)?;
            let evidence: Vec<_> = known.evidence.iter().map(|one| one.value.clone()).collect();
            Some((*id, known.title, known.registered.on, evidence, year.work.judgement(*id)))
        })
        .collect();
    Some((status, dues, delivered, item.sittings.clone()))
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
