//! Organisations, units, people and roles.

use crate::draw::{Draw, MARKER};
use styrbord_events::directory::{Command, OrganisationKind, Person, Role, RoleKey};
use styrbord_events::{PersonId, TextRef};

const NAMES: &[&str] = &["Fjellvettdirektoratet", "Stiverket", "Vardetilsynet", "Skiltetaten", "Bruvesenet"];
const UNITS: &[&str] = &["Avdeling for stier", "Seksjon for skilt", "Stab", "Avdeling for varder"];
const NUMBERS: &[&str] = &["912345688", "912 345 688", "912345689", "974760673", "971032081"];

pub(super) fn draw(draw: &mut Draw<'_>) -> Command {
    match draw.chance.below(26) {
        0..=5 => organisations(draw),
        6..=9 => units(draw),
        10..=12 => Command::RegisterPerson { name: draw.text(), organisation: draw.organisation() },
        13 => Command::RenamePerson { person: draw.person(), name: draw.text() },
        14 => contact(draw),
        15 => {
            let unit = draw.chance.percent(50).then(|| draw.unit());
            Command::MovePerson { person: draw.person(), organisation: draw.organisation(), unit }
        }
        16 => Command::DeactivatePerson { person: draw.person() },
        17 | 18 => Command::ReactivatePerson { person: gone(draw) },
        19 | 20 => {
            let until = draw.chance.percent(40).then(|| draw.day());
            Command::GiveRole { person: draw.person(), role: role(draw), until }
        }
        21 | 24 => taken(draw),
        22 | 23 => Command::ErasePerson { person: gone(draw) },
        _ => erased(draw),
    }
}

fn organisations(draw: &mut Draw<'_>) -> Command {
    let kinds = [OrganisationKind::Agency, OrganisationKind::Partner, OrganisationKind::Municipality];
    let organisation = draw.organisation();
    match draw.chance.below(3) {
        0 => Command::RegisterOrganisation {
            kind: draw.chance.pick(&kinds).unwrap_or(OrganisationKind::Partner),
            name: draw.public(NAMES),
            short: draw.chance.percent(30).then(|| "FVD".to_owned()),
            number: draw.chance.percent(20).then(|| draw.chance.word(NUMBERS)),
        },
        1 => Command::RenameOrganisation { organisation, name: draw.public(NAMES), short: None },
        _ => Command::NumberOrganisation { organisation, number: draw.chance.word(NUMBERS) },
    }
}

fn units(draw: &mut Draw<'_>) -> Command {
    let parent = draw.chance.percent(40).then(|| draw.unit());
    match draw.chance.below(4) {
        0 | 1 => Command::AddUnit { organisation: draw.organisation(), parent, name: draw.public(UNITS) },
        2 => Command::ChangeUnit { unit: draw.unit(), parent, name: draw.public(UNITS) },
        _ => Command::CloseUnit { unit: draw.unit() },
    }
}

fn contact(draw: &mut Draw<'_>) -> Command {
    let number = draw.chance.below(1000);
    let email = match draw.chance.below(4) {
        0 => None,
        1 => Some(format!("{MARKER} uten krøllalfa")),
        _ => Some(format!("{MARKER}.{number}@eksempel.no")),
    };
    let phone = draw.chance.percent(50).then(|| format!("+47 99 {number:03}"));
    Command::SetContact { person: draw.person(), email, phone }
}

fn role(draw: &mut Draw<'_>) -> RoleKey {
    let roles = [
        Role::Controller,
        Role::Unit,
        Role::Leader,
        Role::Steward,
        Role::Partner,
        Role::Reader,
        Role::Administrator,
    ];
    let role = draw.chance.pick(&roles).unwrap_or(Role::Reader);
    RoleKey { role, organisation: draw.organisation(), unit: draw.chance.percent(25).then(|| draw.unit()) }
}

/// Returns a person who is no longer active, mostly.
fn gone(draw: &mut Draw<'_>) -> PersonId {
    let people = draw.book.directory.people.iter();
    let inactive: Vec<PersonId> = people.filter(|(_, one)| !one.active).map(|(id, _)| *id).collect();
    match draw.chance.pick(&inactive) {
        Some(person) if draw.chance.percent(85) => person,
        _ => draw.person(),
    }
}

/// Takes a role that a person has or has had, mostly.
fn taken(draw: &mut Draw<'_>) -> Command {
    let people = draw.book.directory.people.iter();
    let held = people.flat_map(|(id, person)| person.roles.iter().map(|held| (*id, held.key)));
    let held: Vec<(PersonId, RoleKey)> = held.collect();
    match draw.chance.pick(&held) {
        Some((person, role)) if draw.chance.percent(85) => Command::TakeRole { person, role },
        _ => Command::TakeRole { person: draw.person(), role: role(draw) },
    }
}

/// Erases a text of somewhere: a name, a contact, a comment, or nothing that there is.
fn erased(draw: &mut Draw<'_>) -> Command {
    let mut texts: Vec<TextRef> = draw.book.directory.people.values().flat_map(Person::texts).collect();
    for year in draw.book.years.values() {
        texts.extend(year.work.deliverables.values().map(|one| one.title));
        texts.extend(year.money.commitments.values().map(|one| one.terms.title));
        texts.extend(year.touched.keys().filter_map(|id| year.work.report(*id, None)?.comment));
    }
    let unknown = TextRef(styrbord_events::Hash::of_bytes(b"nothing"));
    Command::EraseText { text: draw.chance.pick(&texts).unwrap_or(unknown) }
}
