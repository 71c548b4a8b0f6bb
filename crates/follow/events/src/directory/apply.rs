//! Events into state.

use super::state::{Erasure, Organisation, Person, Place, RoleHeld, State, Unit};
use super::{Contact, Event};
use crate::book::{Book, Stamp};
use crate::history::Version;
use crate::ids::{OrganisationId, PersonId};
use crate::text::TextRef;

/// Takes an event in. What refers to something unknown changes nothing.
pub(crate) fn apply(book: &mut Book, event: &Event, stamp: &Stamp) {
    match event {
        Event::TextErased { text, person } => {
            book.erased.insert(*text);
            let erasure = Erasure { text: *text, person: *person };
            book.directory.erasures.push(Version::new(erasure, stamp));
        }
        Event::OrganisationRegistered { .. }
        | Event::OrganisationRenamed { .. }
        | Event::OrganisationNumbered { .. } => to_organisation(&mut book.directory, event, stamp),
        Event::UnitAdded { .. } | Event::UnitChanged { .. } | Event::UnitClosed { .. } => {
            to_unit(&mut book.directory, event, stamp);
        }
        Event::PersonRegistered { person, name, organisation } => {
            book.directory.people.entry(*person).or_insert_with(|| registered(*name, *organisation, stamp));
        }
        _ => to_person(&mut book.directory, event, stamp),
    }
}

fn to_organisation(state: &mut State, event: &Event, stamp: &Stamp) {
    match event {
        Event::OrganisationRegistered { organisation, kind, title, number } => {
            state.organisations.entry(*organisation).or_insert_with(|| Organisation {
                kind: *kind,
                name: title.name.clone(),
                short: title.short.clone(),
                number: *number,
                titles: vec![Version::new(title.clone(), stamp)],
                numbers: number.iter().map(|number| Version::new(*number, stamp)).collect(),
            });
        }
        Event::OrganisationRenamed { organisation, title } => {
            if let Some(organisation) = state.organisations.get_mut(organisation) {
                (organisation.name, organisation.short) = (title.name.clone(), title.short.clone());
                organisation.titles.push(Version::new(title.clone(), stamp));
            }
        }
        Event::OrganisationNumbered { organisation, number } => {
            if let Some(organisation) = state.organisations.get_mut(organisation) {
                organisation.number = Some(*number);
                organisation.numbers.push(Version::new(*number, stamp));
            }
        }
        _ => {}
    }
}

fn to_unit(state: &mut State, event: &Event, stamp: &Stamp) {
    match event {
        Event::UnitAdded { unit, organisation, parent, name } => {
            state.units.entry(*unit).or_insert_with(|| Unit {
                organisation: *organisation,
                parent: *parent,
                name: name.clone(),
                open: true,
                history: vec![Version::new((name.clone(), *parent, true), stamp)],
            });
        }
        Event::UnitChanged { unit, parent, name } => {
            if let Some(unit) = state.units.get_mut(unit) {
                (unit.parent, unit.name) = (*parent, name.clone());
                unit.history.push(Version::new((name.clone(), *parent, unit.open), stamp));
            }
        }
        Event::UnitClosed { unit } => {
            if let Some(unit) = state.units.get_mut(unit) {
                unit.open = false;
                unit.history.push(Version::new((unit.name.clone(), unit.parent, false), stamp));
            }
        }
        _ => {}
    }
}

fn to_person(state: &mut State, event: &Event, stamp: &Stamp) {
    let Some(person) = of_person(event).and_then(|person| state.people.get_mut(&person)) else { return };
    match event {
        Event::PersonRenamed { name, .. } => {
            person.name = *name;
            person.names.push(Version::new(*name, stamp));
        }
        Event::ContactSet { contact, .. } => {
            person.contact = *contact;
            person.contacts.push(Version::new(*contact, stamp));
        }
        Event::PersonMoved { place, .. } => {
            (person.organisation, person.unit) = (place.organisation, place.unit);
            person.places.push(Version::new(*place, stamp));
        }
        Event::PersonDeactivated { .. } | Event::PersonReactivated { .. } => {
            person.active = matches!(event, Event::PersonReactivated { .. });
            person.activity.push(Version::new(person.active, stamp));
        }
        Event::RoleGiven { role, until, .. } => {
            let given = Version::new((), stamp);
            person.roles.push(RoleHeld { key: *role, until: *until, given, taken: None });
        }
        Event::RoleTaken { role, .. } => {
            for held in person.roles.iter_mut().filter(|held| held.key == *role && held.taken.is_none()) {
                held.taken = Some(Version::new((), stamp));
            }
        }
        _ => {}
    }
}

fn of_person(event: &Event) -> Option<PersonId> {
    match event {
        Event::PersonRenamed { person, .. }
        | Event::ContactSet { person, .. }
        | Event::PersonMoved { person, .. }
        | Event::PersonDeactivated { person }
        | Event::PersonReactivated { person }
        | Event::RoleGiven { person, .. }
        | Event::RoleTaken { person, .. } => Some(*person),
        _ => None,
    }
}

fn registered(name: TextRef, organisation: OrganisationId, stamp: &Stamp) -> Person {
    Person {
        name,
        contact: Contact::default(),
        organisation,
        unit: None,
        active: true,
        names: vec![Version::new(name, stamp)],
        contacts: Vec::new(),
        places: vec![Version::new(Place { organisation, unit: None }, stamp)],
        activity: vec![Version::new(true, stamp)],
        roles: Vec::new(),
    }
}
