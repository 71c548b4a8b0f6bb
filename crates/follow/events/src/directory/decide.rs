//! Organisations, units and people: what is allowed, and which events it gives.

use super::{
    Command, Contact, Event, Organisation, OrganisationNumber, Person, Place, State, Title, Unit, erasure,
    refusals, roles,
};
use crate::book::{Context, Outcome};
use crate::ids::{OrganisationId, PersonId, Stream, UnitId};
use crate::refusal::Refusal;
use crate::refusals::{unknown_organisation, unknown_person};
use crate::{checks, event};
use styrbord_diagnostics::Message;

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    if context.envelope.stream != Stream::Directory {
        return Err(refusals::not_the_directory(context.envelope.stream));
    }
    let events = events(context, command, out)?;
    out.events.extend(events.into_iter().map(event::Event::Directory));
    Ok(())
}

fn events(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<Vec<Event>, Refusal> {
    let state = &context.book.directory;
    let event = match command {
        Command::RegisterOrganisation { .. }
        | Command::RenameOrganisation { .. }
        | Command::NumberOrganisation { .. } => organisation(state, command)?,
        Command::AddUnit { .. } | Command::ChangeUnit { .. } | Command::CloseUnit { .. } => {
            unit(context, command)?
        }
        Command::MovePerson { person, organisation, unit } => {
            return moved(context, *person, Place { organisation: *organisation, unit: *unit });
        }
        Command::ReactivatePerson { person } => return reactivated(context, *person),
        Command::GiveRole { person, role, until } => roles::give(context, *person, *role, *until)?,
        Command::TakeRole { person, role } => roles::take(context, *person, *role)?,
        Command::ErasePerson { person } => return erasure::person(context, *person, out),
        Command::EraseText { text } => erasure::text(context, *text, out)?,
        _ => person(state, command, out)?,
    };
    Ok(vec![event])
}

fn organisation(state: &State, command: &Command) -> Result<Event, Refusal> {
    match command {
        Command::RegisterOrganisation { kind, name, short, number } => {
            let title = titled(name, short.as_deref())?;
            let number = number.as_deref().map(|number| free_number(state, None, number)).transpose()?;
            // A name that another has given up is free again.
            let bears = |one: &Organisation| one.name.to_lowercase() == title.name.to_lowercase();
            let known = state.organisation_named(*kind, &title.name);
            if known.and_then(|id| state.organisations.get(&id)).is_some_and(bears) {
                return Err(refusals::organisation_known(&title.name));
            }
            let last = state.organisations.last_key_value().map_or(0, |(last, _)| last.0);
            let organisation = OrganisationId(last.saturating_add(1));
            Ok(Event::OrganisationRegistered { organisation, kind: *kind, title, number })
        }
        Command::RenameOrganisation { organisation, name, short } => {
            let known = state.organisations.get(organisation);
            let known = known.ok_or_else(|| unknown_organisation(*organisation))?;
            let title = titled(name, short.as_deref())?;
            if known.name == title.name && known.short == title.short {
                return Err(refusals::same_as_before());
            }
            Ok(Event::OrganisationRenamed { organisation: *organisation, title })
        }
        Command::NumberOrganisation { organisation, number } => {
            let known = state.organisations.get(organisation);
            let known = known.ok_or_else(|| unknown_organisation(*organisation))?;
            let number = free_number(state, Some(*organisation), number)?;
            if known.number == Some(number) {
                return Err(refusals::same_as_before());
            }
            Ok(Event::OrganisationNumbered { organisation: *organisation, number })
        }
        _ => Err(refusals::same_as_before()),
    }
}

fn titled(name: &str, short: Option<&str>) -> Result<Title, Refusal> {
    checks::title(&the_name(), name)?;
    let short = short.map(str::trim).filter(|short| !short.is_empty());
    if let Some(short) = short {
        checks::title(&Message::new("kortnavnet", "kortnamnet", "the short name"), short)?;
    }
    Ok(Title { name: name.trim().to_owned(), short: short.map(str::to_owned) })
}

fn free_number(
    state: &State,
    own: Option<OrganisationId>,
    number: &str,
) -> Result<OrganisationNumber, Refusal> {
    let read = OrganisationNumber::parse(number).ok_or_else(|| refusals::no_number(number))?;
    let mut others = state.organisations.iter().filter(|(id, _)| Some(**id) != own);
    match others.find(|(_, other)| other.number == Some(read)) {
        Some((other, _)) => Err(refusals::number_taken(read, *other)),
        None => Ok(read),
    }
}

fn unit(context: Context<'_>, command: &Command) -> Result<Event, Refusal> {
    let state = &context.book.directory;
    match command {
        Command::AddUnit { organisation, parent, name } => {
            if !state.organisations.contains_key(organisation) {
                return Err(unknown_organisation(*organisation));
            }
            checks::title(&the_name(), name)?;
            check_parent(state, *organisation, *parent)?;
            let last = state.units.last_key_value().map_or(0, |(last, _)| last.0);
            let unit = UnitId(last.saturating_add(1));
            Ok(Event::UnitAdded {
                unit,
                organisation: *organisation,
                parent: *parent,
                name: name.trim().to_owned(),
            })
        }
        Command::ChangeUnit { unit, parent, name } => {
            let known = open_unit(state, *unit)?;
            checks::title(&the_name(), name)?;
            check_parent(state, known.organisation, *parent)?;
            if parent.is_some_and(|parent| state.is_within(parent, *unit)) {
                return Err(refusals::unit_below_itself(*unit));
            }
            if known.parent == *parent && known.name == name.trim() {
                return Err(refusals::same_as_before());
            }
            Ok(Event::UnitChanged { unit: *unit, parent: *parent, name: name.trim().to_owned() })
        }
        Command::CloseUnit { unit } => {
            let known = open_unit(state, *unit)?;
            let on = context.envelope.on;
            let acts = |person: &Person| person.open_roles(on).any(|held| held.key.unit == Some(*unit));
            let here = |person: &Person| person.active && (person.unit == Some(*unit) || acts(person));
            let peopled = state.people.values().any(here);
            if peopled || state.units_below(known.organisation, Some(*unit)).next().is_some() {
                return Err(refusals::unit_in_use(*unit));
            }
            Ok(Event::UnitClosed { unit: *unit })
        }
        _ => Err(refusals::same_as_before()),
    }
}

fn check_parent(state: &State, organisation: OrganisationId, parent: Option<UnitId>) -> Result<(), Refusal> {
    let Some(parent) = parent else { return Ok(()) };
    unit_of(state, organisation, parent)
}

/// Checks that a unit exists, is open, and belongs to an organisation.
pub(super) fn unit_of(state: &State, organisation: OrganisationId, unit: UnitId) -> Result<(), Refusal> {
    if open_unit(state, unit)?.organisation == organisation {
        Ok(())
    } else {
        Err(refusals::unit_elsewhere(unit, organisation))
    }
}

fn open_unit(state: &State, unit: UnitId) -> Result<&Unit, Refusal> {
    state.units.get(&unit).filter(|unit| unit.open).ok_or_else(|| refusals::unknown_unit(unit))
}

fn person(state: &State, command: &Command, out: &mut Outcome) -> Result<Event, Refusal> {
    match command {
        Command::RegisterPerson { name, organisation } => {
            if !state.organisations.contains_key(organisation) {
                return Err(unknown_organisation(*organisation));
            }
            checks::title(&the_name(), name)?;
            let last = state.people.last_key_value().map_or(0, |(last, _)| last.0);
            let person = PersonId(last.saturating_add(1));
            let name = out.scribe.write(name.trim());
            Ok(Event::PersonRegistered { person, name, organisation: *organisation })
        }
        Command::RenamePerson { person, name } => {
            active(state, *person)?;
            checks::title(&the_name(), name)?;
            Ok(Event::PersonRenamed { person: *person, name: out.scribe.write(name.trim()) })
        }
        Command::SetContact { person, email, phone } => {
            active(state, *person)?;
            check_contact(email.as_deref(), phone.as_deref())?;
            let email = out.scribe.write_some(email.as_deref().map(str::trim));
            let phone = out.scribe.write_some(phone.as_deref().map(str::trim));
            Ok(Event::ContactSet { person: *person, contact: Contact { email, phone } })
        }
        Command::DeactivatePerson { person } => {
            active(state, *person)?;
            roles::check_administrator_stays(state, *person)?;
            Ok(Event::PersonDeactivated { person: *person })
        }
        _ => Err(refusals::same_as_before()),
    }
}

/// Brings a person back. A unit that was closed meanwhile is left, with the roles for it.
fn reactivated(context: Context<'_>, person: PersonId) -> Result<Vec<Event>, Refusal> {
    let state = &context.book.directory;
    let known = state.people.get(&person).ok_or_else(|| unknown_person(person))?;
    if known.active {
        return Err(refusals::same_as_before());
    }
    let is_closed = |unit: Option<UnitId>| unit.is_some_and(|unit| open_unit(state, unit).is_err());
    let mut events = vec![Event::PersonReactivated { person }];
    if is_closed(known.unit) {
        let place = Place { organisation: known.organisation, unit: None };
        events.push(Event::PersonMoved { person, place });
    }
    let roles = known.open_roles(context.envelope.on).map(|held| held.key).filter(|key| is_closed(key.unit));
    events.extend(roles.map(|role| Event::RoleTaken { person, role }));
    Ok(events)
}

/// Checks that a person is registered and active.
pub(super) fn active(state: &State, person: PersonId) -> Result<(), Refusal> {
    if state.is_active(person) { Ok(()) } else { Err(unknown_person(person)) }
}

fn check_contact(email: Option<&str>, phone: Option<&str>) -> Result<(), Refusal> {
    if let Some(email) = email.map(str::trim).filter(|email| !email.is_empty()) {
        checks::title(&Message::new("e-postadressen", "e-postadressa", "the e-mail address"), email)?;
        let parts = email.split_once('@').filter(|(local, host)| !local.is_empty() && host.contains('.'));
        if parts.is_none() || email.contains(char::is_whitespace) {
            return Err(refusals::no_email());
        }
    }
    if let Some(phone) = phone.map(str::trim).filter(|phone| !phone.is_empty()) {
        checks::title(&Message::new("telefonnummeret", "telefonnummeret", "the telephone number"), phone)?;
        let fits = |letter: char| letter.is_ascii_digit() || " +()-".contains(letter);
        if !phone.chars().all(fits) || !phone.contains(|letter: char| letter.is_ascii_digit()) {
            return Err(refusals::no_phone());
        }
    }
    Ok(())
}

fn moved(context: Context<'_>, person: PersonId, place: Place) -> Result<Vec<Event>, Refusal> {
    let state = &context.book.directory;
    active(state, person)?;
    if !state.organisations.contains_key(&place.organisation) {
        return Err(unknown_organisation(place.organisation));
    }
    if let Some(unit) = place.unit {
        unit_of(state, place.organisation, unit)?;
    }
    let Some(known) = state.people.get(&person) else { return Err(unknown_person(person)) };
    if known.organisation == place.organisation && known.unit == place.unit {
        return Err(refusals::same_as_before());
    }
    let mut events = vec![Event::PersonMoved { person, place }];
    if known.organisation != place.organisation {
        let left = known.open_roles(context.envelope.on).map(|held| held.key);
        let mut left: Vec<_> = left.filter(|key| key.organisation == known.organisation).collect();
        left.dedup();
        if left.iter().any(|key| key.role == super::Role::Administrator) {
            roles::check_administrator_stays(state, person)?;
        }
        events.extend(left.into_iter().map(|role| Event::RoleTaken { person, role }));
    }
    Ok(events)
}

fn the_name() -> Message {
    Message::new("navnet", "namnet", "the name")
}
