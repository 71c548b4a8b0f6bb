//! Organisations, units, people and roles, and the erasing of what people are called.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;

use common::{Desk, day, organisation, registered, started};
use styrbord_events::directory::{Command as Directory, OrganisationKind, Role, RoleKey};
use styrbord_events::work::Status;
use styrbord_events::{
    Actor, Book, Command, Envelope, OrganisationId, PersonId, Stream, TextRef, UnitId, work,
};

const AGENCY: OrganisationId = OrganisationId(1);
const MINISTRY: OrganisationId = OrganisationId(2);
const KARI: PersonId = PersonId(1);
const OLA: PersonId = PersonId(2);

fn run(desk: &mut Desk, command: Directory) {
    desk.run(Stream::Directory, &Command::Directory(command)).unwrap();
}

fn refused(desk: &mut Desk, command: Directory) -> &'static str {
    desk.refused(Stream::Directory, &Command::Directory(command))
}

fn person(name: &str, organisation: OrganisationId) -> Directory {
    Directory::RegisterPerson { name: name.to_owned(), organisation }
}

fn give(person: PersonId, role: Role, organisation: OrganisationId, unit: Option<UnitId>) -> Directory {
    Directory::GiveRole { person, role: RoleKey { role, organisation, unit }, until: None }
}

fn take(person: PersonId, role: Role, organisation: OrganisationId) -> Directory {
    Directory::TakeRole { person, role: RoleKey { role, organisation, unit: None } }
}

fn unit(parent: Option<UnitId>, name: &str) -> Directory {
    Directory::AddUnit { organisation: AGENCY, parent, name: name.to_owned() }
}

/// Kari works in the agency, Ola in the ministry.
fn peopled() -> Desk {
    let (mut desk, _) = registered();
    run(&mut desk, person("Kari Fjell", AGENCY));
    run(&mut desk, person("Ola Dal", MINISTRY));
    desk
}

#[test]
fn an_organisation_keeps_its_names_and_has_one_number() {
    let mut desk = peopled();
    run(&mut desk, Directory::NumberOrganisation { organisation: AGENCY, number: "912 345 688".to_owned() });
    run(
        &mut desk,
        Directory::RenameOrganisation {
            organisation: AGENCY,
            name: "Fjelldirektoratet".to_owned(),
            short: Some("Fdir".to_owned()),
        },
    );
    let agency = &desk.book.directory.organisations[&AGENCY];
    assert_eq!((agency.name.as_str(), agency.short.as_deref()), ("Fjelldirektoratet", Some("Fdir")));
    assert_eq!(agency.titles[0].value.name, "Fjellvettdirektoratet");
    for name in ["FJELLDIREKTORATET", "fjellvettdirektoratet"] {
        assert_eq!(desk.book.directory.organisation_named(OrganisationKind::Agency, name), Some(AGENCY));
        assert_eq!(desk.book.directory.organisation_named(OrganisationKind::Ministry, name), None);
    }
    assert_eq!(agency.number.map(|number| number.to_string()).as_deref(), Some("912345688"));
    let number =
        |number: &str| Directory::NumberOrganisation { organisation: MINISTRY, number: number.to_owned() };
    assert_eq!(refused(&mut desk, number("912345688")), "organisation-number-taken");
    assert_eq!(refused(&mut desk, number("912345689")), "no-organisation-number");
    desk.assert_replays();
}

#[test]
fn what_an_organisation_cannot_be_is_refused() {
    let (mut desk, stream) = registered();
    let again = organisation(OrganisationKind::Agency, "FJELLVETTDIREKTORATET");
    let cases = [
        (Stream::Directory, again, "organisation-known"),
        (Stream::Directory, organisation(OrganisationKind::Agency, " "), "text-missing"),
        (Stream::Directory, organisation(OrganisationKind::Agency, &"x".repeat(501)), "text-too-long"),
        (Stream::Directory, organisation(OrganisationKind::Agency, "To\nlinjer"), "text-of-many-lines"),
        (stream, organisation(OrganisationKind::Agency, "Dalsdirektoratet"), "not-the-directory"),
    ];
    for (stream, command, code) in cases {
        assert_eq!(desk.refused(stream, &command), code);
    }
    let unknown = OrganisationId(9);
    assert_eq!(refused(&mut desk, person("Kari", unknown)), "unknown-organisation");
}

#[test]
fn units_form_a_tree() {
    let mut desk = peopled();
    run(&mut desk, unit(None, "Avdeling A"));
    run(&mut desk, unit(Some(UnitId(1)), "Seksjon A1"));
    run(&mut desk, unit(Some(UnitId(2)), "Gruppe A1a"));
    let moved = |unit, parent| Directory::ChangeUnit { unit, parent, name: "Avdeling A".to_owned() };
    assert_eq!(refused(&mut desk, moved(UnitId(1), Some(UnitId(3)))), "unit-below-itself");
    assert_eq!(refused(&mut desk, moved(UnitId(1), Some(UnitId(1)))), "unit-below-itself");
    assert_eq!(refused(&mut desk, moved(UnitId(1), None)), "same-as-before");
    assert_eq!(refused(&mut desk, Directory::CloseUnit { unit: UnitId(1) }), "unit-in-use");
    let elsewhere =
        Directory::AddUnit { organisation: MINISTRY, parent: Some(UnitId(1)), name: "X".to_owned() };
    assert_eq!(refused(&mut desk, elsewhere), "unit-elsewhere");
    run(&mut desk, Directory::MovePerson { person: KARI, organisation: AGENCY, unit: Some(UnitId(3)) });
    assert_eq!(refused(&mut desk, Directory::CloseUnit { unit: UnitId(3) }), "unit-in-use");
    run(&mut desk, Directory::MovePerson { person: KARI, organisation: AGENCY, unit: None });
    let reports = RoleKey { role: Role::Unit, organisation: AGENCY, unit: Some(UnitId(3)) };
    run(&mut desk, Directory::GiveRole { person: KARI, role: reports, until: None });
    assert_eq!(refused(&mut desk, Directory::CloseUnit { unit: UnitId(3) }), "unit-in-use");
    run(&mut desk, Directory::TakeRole { person: KARI, role: reports });
    run(&mut desk, Directory::CloseUnit { unit: UnitId(3) });
    assert_eq!(refused(&mut desk, unit(Some(UnitId(3)), "Under det som er borte")), "unknown-unit");
    let state = &desk.book.directory;
    assert!(state.is_within(UnitId(3), UnitId(1)) && !state.is_within(UnitId(1), UnitId(3)));
    assert_eq!(state.units_below(AGENCY, None).map(|(id, _)| id).collect::<Vec<_>>(), [UnitId(1)]);
    assert_eq!(state.units[&UnitId(3)].history.len(), 2);
    desk.assert_replays();
}

#[test]
fn a_role_holds_from_the_day_it_is_given_until_it_is_taken_or_ends() {
    let mut desk = peopled();
    let role = RoleKey { role: Role::Controller, organisation: AGENCY, unit: None };
    let until = Some(day("2025-03-31"));
    let given = Command::Directory(Directory::GiveRole { person: KARI, role, until });
    desk.run_on(Stream::Directory, "2025-02-01", &given).unwrap();
    let has = |desk: &Desk, on| desk.book.directory.has_role(KARI, Role::Controller, AGENCY, day(on));
    assert!(!has(&desk, "2025-01-31") && has(&desk, "2025-02-01"));
    assert!(has(&desk, "2025-03-31") && !has(&desk, "2025-04-01"));
    assert_eq!(desk.refused(Stream::Directory, &given), "role-held");
    let taken = Command::Directory(Directory::TakeRole { person: KARI, role });
    desk.run_on(Stream::Directory, "2025-03-01", &taken).unwrap();
    assert!(has(&desk, "2025-02-28") && !has(&desk, "2025-03-01"));
    assert_eq!(desk.refused(Stream::Directory, &taken), "role-not-held");
    desk.assert_replays();
}

#[test]
fn a_role_goes_with_organisation_and_place() {
    let mut desk = peopled();
    let cases = [
        (give(KARI, Role::Steward, AGENCY, None), "role-does-not-fit"),
        (give(OLA, Role::Controller, MINISTRY, None), "role-does-not-fit"),
        (give(KARI, Role::Unit, AGENCY, None), "role-does-not-fit"),
        (give(KARI, Role::Steward, MINISTRY, None), "works-elsewhere"),
        (give(PersonId(9), Role::Reader, AGENCY, None), "unknown-person"),
        (give(KARI, Role::Unit, AGENCY, Some(UnitId(9))), "unknown-unit"),
        (give(OLA, Role::Reader, AGENCY, None), ""),
    ];
    for (command, code) in cases {
        assert_eq!(refused(&mut desk, command.clone()), code, "{command:?}");
    }
}

#[test]
fn who_leaves_an_organisation_loses_its_roles() {
    let mut desk = peopled();
    run(&mut desk, give(KARI, Role::Controller, AGENCY, None));
    run(&mut desk, give(KARI, Role::Reader, MINISTRY, None));
    run(&mut desk, Directory::MovePerson { person: KARI, organisation: MINISTRY, unit: None });
    let roles = desk.book.directory.roles(KARI, day("2025-12-31"));
    assert_eq!(roles.iter().map(|key| key.role).collect::<Vec<_>>(), [Role::Reader]);
    assert_eq!(desk.book.directory.people[&KARI].places.len(), 2);
}

#[test]
fn an_administrator_stays() {
    let mut desk = peopled();
    let for_a_time = Directory::GiveRole {
        person: KARI,
        role: RoleKey { role: Role::Administrator, organisation: AGENCY, unit: None },
        until: Some(day("2025-12-31")),
    };
    assert_eq!(refused(&mut desk, for_a_time), "last-administrator");
    run(&mut desk, give(KARI, Role::Administrator, AGENCY, None));
    let leave = Directory::MovePerson { person: KARI, organisation: MINISTRY, unit: None };
    for command in
        [take(KARI, Role::Administrator, AGENCY), Directory::DeactivatePerson { person: KARI }, leave]
    {
        assert_eq!(refused(&mut desk, command), "last-administrator");
    }
    run(&mut desk, give(OLA, Role::Administrator, MINISTRY, None));
    run(&mut desk, take(KARI, Role::Administrator, AGENCY));
    assert_eq!(desk.book.directory.administrators().collect::<Vec<_>>(), [OLA]);
    assert_eq!(refused(&mut desk, Directory::DeactivatePerson { person: OLA }), "last-administrator");
}

#[test]
fn who_is_inactive_does_nothing_until_back() {
    let mut desk = peopled();
    run(&mut desk, Directory::DeactivatePerson { person: KARI });
    let envelope = Envelope { actor: Actor::Person(KARI), ..desk.envelope(Stream::Directory) };
    let command = Command::Directory(unit(None, "Avdeling A"));
    assert_eq!(desk.run_in(&envelope, &command).unwrap_err().code, "unknown-person");
    run(&mut desk, Directory::ReactivatePerson { person: KARI });
    desk.run_in(&envelope, &command).unwrap();
    assert_eq!(desk.book.directory.people[&KARI].activity.len(), 3);
}

#[test]
fn an_erased_person_is_an_id_and_nothing_else() {
    let mut desk = peopled();
    run(&mut desk, Directory::RenamePerson { person: KARI, name: "Kari Fjell-Dal".to_owned() });
    let contact = |email: Option<&str>, phone: Option<&str>| Directory::SetContact {
        person: KARI,
        email: email.map(str::to_owned),
        phone: phone.map(str::to_owned),
    };
    assert_eq!(refused(&mut desk, contact(Some("kari"), None)), "no-email-address");
    assert_eq!(refused(&mut desk, contact(None, Some("ring meg"))), "no-telephone-number");
    run(&mut desk, contact(Some("kari@fjell.example"), Some("+47 00 00 00 00")));
    let erase = Command::Directory(Directory::ErasePerson { person: KARI });
    assert_eq!(desk.refused(Stream::Directory, &erase), "reason-missing");
    let active = desk.run_because(Stream::Directory, "Ba om det", &erase).unwrap_err();
    assert_eq!(active.code, "still-active");
    run(&mut desk, Directory::DeactivatePerson { person: KARI });
    assert_eq!(desk.notes.iter().filter(|note| note.text.contains("ari")).count(), 3);
    desk.run_because(Stream::Directory, "Ba om det", &erase).unwrap();
    assert!(desk.notes.iter().all(|note| !note.text.contains("ari") && !note.text.contains("+47")));
    let known = &desk.book.directory.people[&KARI];
    assert_eq!(known.texts().len(), 4);
    assert!(known.texts().iter().all(|text| desk.book.erased.contains(text)));
    let reason = desk.records.last().unwrap().reason.unwrap();
    assert_eq!(desk.text(reason), Some("Ba om det"));
    let erasures = &desk.book.directory.erasures;
    assert!(erasures.len() == 4 && erasures.iter().all(|erasure| erasure.value.person == Some(KARI)));
    let again = desk.run_because(Stream::Directory, "En gang til", &erase).unwrap_err();
    assert_eq!(again.code, "nothing-to-erase");
    desk.assert_replays();
}

#[test]
fn any_text_is_erased_by_its_reference() {
    let (mut desk, stream) = started();
    let comment = Some("Ola er syk".to_owned());
    let object = "assignment-1".parse().unwrap();
    let status = work::Command::ReportStatus {
        object,
        due: None,
        status: Status::AtRisk,
        comment,
        delay: None,
        letter: None,
    };
    desk.run(stream, &Command::Work(status)).unwrap();
    let text = desk.notes.iter().find(|note| note.text == "Ola er syk").unwrap().reference;
    let erase = |text| Command::Directory(Directory::EraseText { text });
    desk.run_because(Stream::Directory, "Helseopplysning", &erase(text)).unwrap();
    assert_eq!(desk.text(text), None);
    assert!(desk.book.erased.contains(&text));
    let why = desk.book.directory.erasures[0].stamp.reason.unwrap();
    desk.run_because(Stream::Directory, "Sa for mye", &erase(why)).unwrap();
    assert_eq!(desk.text(why), None, "the reason of an erasure can be erased, too");
    let mut refused = |text| desk.run_because(Stream::Directory, "Igjen", &erase(text)).unwrap_err().code;
    assert_eq!(refused(text), "nothing-to-erase");
    assert_eq!(refused(TextRef(styrbord_events::Hash::ZERO)), "nothing-to-erase");
    desk.assert_replays();
}

#[test]
fn the_journal_holds_no_name() {
    let mut desk = peopled();
    run(&mut desk, give(KARI, Role::Controller, AGENCY, None));
    let journal = serde_json::to_string(&desk.records).unwrap();
    assert!(!journal.contains("Kari") && !journal.contains("Ola"));
    let (book, _) = Book::replay(&desk.records).unwrap();
    assert!(!serde_json::to_string(&book).unwrap().contains("Kari"));
}

/// Numbers that look like chance and are the same for a seed.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound)) as u32
    }

    fn unit(&mut self) -> Option<UnitId> {
        Some(self.below(5)).filter(|unit| *unit > 0).map(UnitId)
    }

    fn command(&mut self) -> Directory {
        let roles = [Role::Administrator, Role::Controller, Role::Unit, Role::Steward, Role::Reader];
        let (person, organisation) = (PersonId(1 + self.below(4)), OrganisationId(1 + self.below(2)));
        let role = RoleKey { role: roles[self.below(5) as usize], organisation, unit: self.unit() };
        let until = (self.below(3) == 0).then(|| day("2025-06-30"));
        let unit = UnitId(1 + self.below(4));
        match self.below(11) {
            0 => Directory::RegisterPerson { name: "Kari".to_owned(), organisation },
            1 => Directory::AddUnit { organisation, parent: self.unit(), name: "Avdeling".to_owned() },
            2 => Directory::ChangeUnit { unit, parent: self.unit(), name: "Seksjon".to_owned() },
            3 => Directory::CloseUnit { unit },
            4 => Directory::MovePerson { person, organisation, unit: self.unit() },
            5 => Directory::DeactivatePerson { person },
            6 => Directory::ReactivatePerson { person },
            7 | 8 => Directory::GiveRole { person, role, until },
            9 => Directory::TakeRole { person, role },
            _ => Directory::ErasePerson { person },
        }
    }
}

#[test]
fn whatever_is_asked_an_administrator_stays_and_units_are_a_tree() {
    let mut refused = std::collections::BTreeSet::new();
    let mut had_one = 0;
    for seed in 1..=10 {
        let (mut desk, mut draw) = (peopled(), Draw(seed));
        let mut once = false;
        for _ in 0..150 {
            let command = Command::Directory(draw.command());
            if let Err(refusal) = desk.run_because(Stream::Directory, "Derfor", &command) {
                refused.insert(refusal.code);
            }
            let state = &desk.book.directory;
            once |= state.administrators().next().is_some();
            assert!(!once || state.administrators().next().is_some(), "seed {seed}: {command:?}");
            for (id, unit) in &state.units {
                let above = unit.parent.map(|parent| &state.units[&parent]);
                assert!(above.is_none_or(|above| above.organisation == unit.organisation));
                assert!(unit.parent.is_none_or(|parent| !state.is_within(parent, *id)));
            }
        }
        had_one += u32::from(once);
        let state = &desk.book.directory;
        for person in state.people.values().filter(|person| person.active) {
            let roles = person.open_roles(day("2025-01-10")).filter_map(|held| held.key.unit);
            assert!(person.unit.into_iter().chain(roles).all(|unit| state.units[&unit].open));
        }
        desk.assert_replays();
    }
    assert!(had_one >= 5 && refused.contains("last-administrator") && refused.len() > 10, "{refused:?}");
}

#[test]
fn who_comes_back_is_in_no_unit_that_was_closed() {
    let mut desk = peopled();
    run(&mut desk, unit(None, "Avdeling A"));
    run(&mut desk, Directory::MovePerson { person: KARI, organisation: AGENCY, unit: Some(UnitId(1)) });
    run(&mut desk, give(KARI, Role::Unit, AGENCY, Some(UnitId(1))));
    run(&mut desk, Directory::DeactivatePerson { person: KARI });
    run(&mut desk, Directory::CloseUnit { unit: UnitId(1) });
    run(&mut desk, Directory::ReactivatePerson { person: KARI });
    let known = &desk.book.directory.people[&KARI];
    assert_eq!((known.active, known.unit, known.places.len()), (true, None, 3));
    assert!(desk.book.directory.roles(KARI, day("2025-12-31")).is_empty());
    assert_eq!(refused(&mut desk, Directory::ReactivatePerson { person: KARI }), "same-as-before");
    assert_eq!(refused(&mut desk, Directory::ReactivatePerson { person: PersonId(9) }), "unknown-person");
    desk.assert_replays();
}
