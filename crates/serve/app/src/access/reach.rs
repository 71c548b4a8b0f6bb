//! Whether a target lies within a reach.

use super::{Reach, Sight, Target};
use std::collections::BTreeSet;
use styrbord_events::directory::{Role, RoleKey};
use styrbord_events::sharing::{is_seen_outside, outside_view};
use styrbord_events::work::Responsibility;
use styrbord_events::{Book, ObjectId, ObjectKind, OrganisationId, PersonId, Stream, UnitId, Version, Year};

/// Returns how much of a target is seen by one reach, held by a role or, without one, by the person as such.
pub(super) fn sight(
    book: &Book,
    person: PersonId,
    reach: Reach,
    key: Option<RoleKey>,
    target: Target,
) -> Option<Sight> {
    let inside = |holds: bool| holds.then_some(Sight::Inside);
    match (reach, key) {
        (Reach::Everywhere, _) => Some(Sight::Inside),
        (Reach::Oneself, _) => inside(target == Target::Person(person)),
        (Reach::Organisation, Some(key)) => inside(is_of(book, target, key.organisation)),
        (Reach::Remit, Some(key)) => inside(is_in_remit(book, person, key, target)),
        (Reach::Shared, Some(key)) => {
            is_shown(book, target, key.organisation, true).then_some(Sight::AsShown)
        }
        (Reach::Joint, Some(key)) => {
            is_shown(book, target, key.organisation, false).then_some(Sight::AsShown)
        }
        (Reach::Organisation | Reach::Remit | Reach::Shared | Reach::Joint, None) => None,
    }
}

/// Tells whether a target belongs to an organisation. What is not there belongs to nobody.
fn is_of(book: &Book, target: Target, organisation: OrganisationId) -> bool {
    let directory = &book.directory;
    match target {
        Target::Installation | Target::Year(Stream::Directory) | Target::Object(Stream::Directory, _) => {
            false
        }
        Target::Organisation(id) => id == organisation && directory.organisations.contains_key(&id),
        Target::Unit(id) => directory.units.get(&id).is_some_and(|unit| unit.organisation == organisation),
        Target::Person(id) => {
            directory.people.get(&id).is_some_and(|person| person.organisation == organisation)
        }
        // A year is named before it is started.
        Target::Year(Stream::Year(agency, _)) => agency == organisation,
        Target::Object(stream @ Stream::Year(agency, _), object) => {
            let year = book.years.get(&stream);
            agency == organisation && year.is_some_and(|year| year.touched.contains_key(&object))
        }
    }
}

fn is_in_remit(book: &Book, person: PersonId, key: RoleKey, target: Target) -> bool {
    if !is_of(book, target, key.organisation) {
        return false;
    }
    let Some(above) = key.unit else { return key.role != Role::Unit };
    let within = |unit: UnitId| book.directory.is_within(unit, above);
    match target {
        Target::Installation | Target::Organisation(_) | Target::Year(_) => false,
        Target::Unit(unit) => within(unit),
        Target::Person(id) => {
            book.directory.people.get(&id).and_then(|person| person.unit).is_some_and(within)
        }
        Target::Object(stream, object) => book.years.get(&stream).is_some_and(|year| {
            let answers = Answers::of(year, object);
            answers.people.contains(&person) || answers.units.iter().copied().any(within)
        }),
    }
}

/// Tells whether an organisation outside sees something of a target, as the ministry that steers or as one of those
/// who take part.
fn is_shown(book: &Book, target: Target, viewer: OrganisationId, steers: bool) -> bool {
    let (Target::Year(stream) | Target::Object(stream, _)) = target else { return false };
    let Some(year) = book.years.get(&stream) else { return false };
    if (year.ministry == viewer) != steers || year.agency == viewer {
        return false;
    }
    match target {
        Target::Object(_, object) => is_seen_outside(book, stream, viewer, object),
        _ => {
            steers
                || outside_view(book, stream, viewer)
                    .is_some_and(|view| !view.plan.is_empty() || !view.shown.is_empty())
        }
    }
}

/// Who answers for an object.
#[derive(Default)]
struct Answers {
    units: BTreeSet<UnitId>,
    people: BTreeSet<PersonId>,
}

impl Answers {
    fn of(year: &Year, object: ObjectId) -> Self {
        let mut answers = Self::default();
        answers.add(year, object);
        answers
    }

    fn add(&mut self, year: &Year, object: ObjectId) {
        match object.kind {
            ObjectKind::Deliverable => {
                // A deliverable is always of a part, never of another deliverable.
                if let Some(known) = year.work.deliverables.get(&object) {
                    self.add_part(year, known.object);
                }
            }
            ObjectKind::Series => {
                let Some(series) = year.measure.series.get(&object) else { return };
                self.people.extend(series.card.owner);
                if let Some(under) = series.under {
                    self.add_part(year, under);
                }
            }
            ObjectKind::SubAllocation => {
                let given = year.money.sub_allocations.get(&object);
                self.units.extend(given.map(|given| given.share.unit));
            }
            _ => self.add_part(year, object),
        }
    }

    fn add_part(&mut self, year: &Year, part: ObjectId) {
        let Some(item) = year.work.items.get(&part) else { return };
        let single = item.dues.values().filter_map(|due| due.responsibility.as_ref());
        item.responsibility.iter().chain(single).for_each(|held| self.add_held(held));
    }

    fn add_held(&mut self, held: &Version<Responsibility>) {
        self.units.extend(held.value.unit);
        self.people.extend(held.value.owner);
    }
}
