//! The access matrix: every use case with every role, over what is the visitor's own and what is not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod world;

use styrbord_app::access::{
    Entry, MATRIX, ROLES, Sight, Target, UseCase, Visitor, asked_by, check, may, viewer,
};
use styrbord_app::{Date, Language};
use styrbord_events::directory::{Role, RoleKey};
use styrbord_events::work::{DeliverableVerdict, Responsibility, Status};
use styrbord_events::{Book, Command, ObjectId, OrganisationId, PersonId, Stream, UnitId};
use styrbord_events::{directory, letters, money, sharing, work};
use world::{DAY, OTHERS, OWN, World, agency};

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn visitor(person: u32) -> Visitor {
    Visitor { person: PersonId(person), operator: false, language: Language::Nb, entry: Entry::Session }
}

fn operator() -> Visitor {
    Visitor { operator: true, ..visitor(world::NOBODY) }
}

/// What is in the years, each with the letter by which the table names it.
fn in_years() -> Vec<(char, Target)> {
    let own = |object: &str| Target::Object(OWN, id(object));
    vec![
        ('y', Target::Year(OWN)),
        ('o', own("assignment-1")),  // of the unit
        ('b', own("assignment-6")),  // of a unit below it
        ('u', own("assignment-2")),  // of another unit
        ('s', own("assignment-3")),  // shared, of another unit
        ('m', own("assignment-4")),  // submitted, of another unit
        ('j', own("assignment-5")),  // joint, shared, of another unit
        ('d', own("deliverable-1")), // of assignment-1
        ('Y', Target::Year(OTHERS)),
        ('O', Target::Object(OTHERS, id("assignment-1"))),
        ('S', Target::Object(OTHERS, id("assignment-2"))), // shared with another ministry
        ('?', own("assignment-99")),                       // not there
    ]
}

/// People and the installation, each with the letter by which the table names it.
fn directory_of(visitor: &Visitor) -> Vec<(char, Target)> {
    vec![
        ('i', Target::Installation),
        ('g', Target::Organisation(agency(1))),
        ('h', Target::Organisation(agency(2))),
        ('G', Target::Organisation(agency(4))),
        ('n', Target::Unit(UnitId(1))),
        ('N', Target::Unit(UnitId(4))),
        ('p', Target::Person(visitor.person)),
        ('c', Target::Person(PersonId(world::COLLEAGUE))),
        ('x', Target::Person(PersonId(world::STRANGER))),
    ]
}

/// Returns the letters of what a visitor may do something to; after `~` of what is seen as it was shown alone.
fn reached(book: &Book, visitor: &Visitor, use_case: UseCase) -> String {
    let targets = if use_case.is_of_years() { in_years() } else { directory_of(visitor) };
    let of = |sight: Sight| -> String {
        let seen = targets
            .iter()
            .filter(|(_, target)| may(book, visitor, use_case, *target, day(DAY)) == Some(sight));
        seen.map(|(letter, _)| *letter).collect()
    };
    match (of(Sight::Inside), of(Sight::AsShown)) {
        (inside, shown) if inside.is_empty() && shown.is_empty() => "-".to_owned(),
        (inside, shown) if shown.is_empty() => inside,
        (inside, shown) => format!("{inside}~{shown}"),
    }
}

/// Use case: controller, unit, leader, steward, partner, reader, administrator, operator, nobody in particular.
/// Written by hand; the matrix is not looked at.
const EXPECTED: &str = "
SeeYear              yobusmjd yobusmjd yobusmjd ~yobusmj ~yj yobusmjd - - -
ReadPlan             yobusmjd yobusmjd yobusmjd ~yobusmj ~yj yobusmjd - - -
ReadFindings         yobusmjd yobusmjd yobusmjd - - yobusmjd - - -
ReadWork             yobusmjd obd yobusmjd ~yobusmj ~yj yobusmjd - - -
ReadMoney            yobusmjd - yobusmjd - - yobusmjd - - -
ReadHistory          yobusmjd obd yobusmjd - - yobusmjd - - -
RunYear              yobusmjd - - - - - - - -
TakeInLetter         yobusmjd - - - - - - - -
AcceptFinding        yobusmjd - - - - - - - -
AssignWork           yobusmjd - yobusmjd - - - - - -
PlanWork             yobusmjd - yobusmjd - - - - - -
ReportStatus         yobusmjd obd yobusmjd - - - - - -
Deliver              yobusmjd obd yobusmjd - - - - - -
RecordVerdict        yobusmjd - yobusmjd - - - - - -
DefineSeries         yobusmjd - - - - - - - -
RecordFigures        yobusmjd obd yobusmjd - - - - - -
ManageMoney          yobusmjd - - - - - - - -
Forecast             yobusmjd - yobusmjd - - - - - -
Share                yobusmjd - yobusmjd - - - - - -
Submit               yobusmjd - yobusmjd - - - - - -
ReadPeople           gnpc gnpc gnpc hp p gnpc gnpc ighGnNpcx p
ManagePeople         - - - - - - gnpc ighGnNpcx -
ManageUnits          - - - - - - gnpc ighGnNpcx -
GiveRoles            - - - - - - gnpc ighGnNpcx -
RegisterOrganisation ighGnNpcx - - - - - ighGnNpcx ighGnNpcx -
ManageOrganisation   - - - - - - gnpc ighGnNpcx -
ErasePerson          - - - - - - gnpc ighGnNpcx -
EraseText            - - - - - - - ighGnNpcx -
ManageAccounts       - - - - - - gnpc ighGnNpcx -
ReadAudit            - - - - - - gnpc ighGnNpcx -
KeepInstallation     - - - - - - - ighGnNpcx -
OwnAccount           p p p p p p p p p
";

#[test]
fn every_use_case_with_every_role_over_every_object() {
    let world = World::new();
    let lines: Vec<&str> = EXPECTED.trim().lines().collect();
    assert_eq!(lines.len(), UseCase::ALL.len());
    assert_eq!(MATRIX.len(), UseCase::ALL.len());
    let mut visitors: Vec<Visitor> = ROLES.iter().map(|role| visitor(world::person_of(*role))).collect();
    visitors.extend([operator(), visitor(world::NOBODY)]);
    for (use_case, expected) in UseCase::ALL.iter().zip(lines) {
        let found: Vec<String> =
            visitors.iter().map(|visitor| reached(&world.book, visitor, *use_case)).collect();
        let expected: Vec<&str> = expected.split_whitespace().collect();
        assert_eq!(expected[0], format!("{use_case:?}"));
        assert_eq!(found, expected[1..], "{use_case:?}");
    }
}

#[test]
fn nobody_of_one_agency_or_its_ministry_reaches_another_agencys_year() {
    let world = World::new();
    let others = world.book.years[&OTHERS].touched.keys().map(|object| Target::Object(OTHERS, *object));
    let others: Vec<Target> = others.chain([Target::Year(OTHERS)]).collect();
    assert!(others.len() > 3);
    let people = world.book.directory.people.iter().filter(|(_, person)| person.organisation != agency(4));
    for (person, _) in people {
        for use_case in UseCase::ALL.iter().filter(|use_case| use_case.is_of_years()) {
            for target in &others {
                let seen = may(&world.book, &visitor(person.0), *use_case, *target, day(DAY));
                assert_eq!(seen, None, "{person} {use_case:?} {target:?}");
            }
        }
    }
}

#[test]
fn a_role_for_a_unit_reaches_that_unit_and_those_below() {
    let world = World::new();
    let leader = visitor(world::UNIT_LEADER);
    assert_eq!(reached(&world.book, &leader, UseCase::PlanWork), "obd");
    assert_eq!(reached(&world.book, &leader, UseCase::ReadPlan), "yobusmjd");
    assert_eq!(reached(&world.book, &leader, UseCase::ReadMoney), "obd", "not that of the year");
}

#[test]
fn who_answers_for_an_object_in_person_reaches_it() {
    let mut world = World::new();
    let unit = visitor(world::person_of(Role::Unit));
    let may_report = |world: &World| {
        let target = Target::Object(OWN, id("assignment-2"));
        may(&world.book, &unit, UseCase::ReportStatus, target, day(DAY)).is_some()
    };
    assert!(!may_report(&world));
    let responsibility =
        Responsibility { owner: Some(unit.person), unit: Some(UnitId(2)), ..Responsibility::default() };
    let object = id("assignment-2");
    world.run(OWN, Command::Work(work::Command::Assign { object, due: None, responsibility }));
    assert!(may_report(&world));
}

#[test]
fn a_reader_of_the_ministry_sees_what_the_steward_sees() {
    let world = World::new();
    for use_case in [UseCase::ReadPlan, UseCase::ReadWork, UseCase::ReadHistory] {
        let steward = reached(&world.book, &visitor(world::person_of(Role::Steward)), use_case);
        assert_eq!(reached(&world.book, &visitor(world::MINISTRY_READER), use_case), steward);
    }
}

#[test]
fn a_role_holds_from_its_first_day_to_its_last() {
    let mut world = World::new();
    let role = RoleKey { role: Role::Reader, organisation: agency(1), unit: None };
    let until = Some(day("2025-06-30"));
    let give = directory::Command::GiveRole { person: PersonId(world::NOBODY), role, until };
    world.run(Stream::Directory, Command::Directory(give));
    let sees = |world: &World, on: &str| {
        may(&world.book, &visitor(world::NOBODY), UseCase::SeeYear, Target::Year(OWN), day(on)).is_some()
    };
    assert!(!sees(&world, "2025-01-01") && sees(&world, "2025-06-30") && !sees(&world, "2025-07-01"));
    let leave = directory::Command::DeactivatePerson { person: PersonId(world::NOBODY) };
    world.run(Stream::Directory, Command::Directory(leave));
    assert!(!sees(&world, "2025-06-30"));
    let own = Target::Person(PersonId(world::NOBODY));
    assert_eq!(may(&world.book, &operator(), UseCase::OwnAccount, own, day(DAY)), None);
}

#[test]
fn a_token_opens_the_years_and_a_feed_the_calendar_alone() {
    let world = World::new();
    let open = |person: u32, entry: Entry| -> Vec<UseCase> {
        let visitor = Visitor { entry, operator: true, ..visitor(person) };
        let targets: Vec<Target> =
            in_years().into_iter().chain(directory_of(&visitor)).map(|(_, target)| target).collect();
        let any = |use_case: &UseCase| {
            targets.iter().any(|target| may(&world.book, &visitor, *use_case, *target, day(DAY)).is_some())
        };
        UseCase::ALL.iter().copied().filter(any).collect()
    };
    let controller = world::person_of(Role::Controller);
    assert_eq!(open(controller, Entry::Session), UseCase::ALL);
    let written = open(controller, Entry::WriteToken);
    assert_eq!(written.last(), Some(&UseCase::Submit));
    let read = open(controller, Entry::ReadToken);
    assert!(read.len() == 6 && read.iter().all(|use_case| use_case.reads()), "{read:?}");
    assert_eq!(open(controller, Entry::Feed), [UseCase::SeeYear, UseCase::ReadPlan, UseCase::ReadWork]);
}

#[test]
fn every_object_of_a_command_must_be_allowed() {
    let world = World::new();
    let leader = visitor(world::UNIT_LEADER);
    let share = |objects: &[&str]| {
        let objects = objects.iter().map(|object| id(object)).collect();
        let (use_case, targets) = asked_by(OWN, &Command::Sharing(sharing::Command::Share { objects }));
        check(&world.book, &leader, use_case, &targets, day(DAY)).map_err(|refusal| refusal.code)
    };
    assert_eq!(share(&["assignment-1", "assignment-6"]), Ok(()));
    assert_eq!(share(&["assignment-1", "assignment-2"]), Err("not-allowed"));
    assert_eq!(share(&["assignment-99"]), Err("not-allowed"));
    assert_eq!(share(&[]), Err("not-allowed"));
}

#[test]
fn commands_are_use_cases() {
    let on = |command: Command| asked_by(OWN, &command);
    let object = id("assignment-1");
    let status = work::Command::ReportStatus {
        object,
        due: None,
        status: Status::OnTrack,
        comment: None,
        delay: None,
        letter: None,
    };
    assert_eq!(on(Command::Work(status)), (UseCase::ReportStatus, vec![Target::Object(OWN, object)]));
    let judge = |verdict| {
        let deliverable = id("deliverable-1");
        let command = work::Command::JudgeDeliverable { deliverable, verdict, letter: None, comment: None };
        on(Command::Work(command)).0
    };
    assert_eq!(judge(DeliverableVerdict::Withdrawn), UseCase::Deliver);
    assert_eq!(judge(DeliverableVerdict::Accepted), UseCase::RecordVerdict);
    let post = id("post-1");
    let forecast = money::Command::Forecast { post, amount: styrbord_app::Nok::ZERO, explanation: None };
    assert_eq!(on(Command::Money(forecast)), (UseCase::Forecast, vec![Target::Year(OWN)]));
    let next = letters::Command::OpenNext;
    assert_eq!(on(Command::Letters(next)), (UseCase::RunYear, vec![Target::Year(OWN)]));
    let person = PersonId(3);
    let (organisation, unit) = (OrganisationId(4), Some(UnitId(4)));
    let to = directory::Command::MovePerson { person, organisation, unit };
    let both = vec![Target::Person(person), Target::Unit(UnitId(4))];
    assert_eq!(on(Command::Directory(to)), (UseCase::ManagePeople, both));
}

#[test]
fn who_sees_a_year_from_outside_sees_it_for_one_organisation() {
    let world = World::new();
    let mut seen = 0;
    for person in 1..=12 {
        let asks = visitor(person);
        for stream in [OWN, OTHERS] {
            let sight = may(&world.book, &asks, UseCase::SeeYear, Target::Year(stream), day(DAY));
            let found = viewer(&world.book, &asks, stream, day(DAY));
            let organisation = world.book.directory.people[&PersonId(person)].organisation;
            let expected = (sight == Some(Sight::AsShown)).then_some(organisation);
            assert_eq!(found, expected, "{person} {stream}");
            seen += usize::from(found.is_some());
        }
    }
    assert_eq!(seen, 3, "steward, reader of the ministry, partner");
    let feed = Visitor { entry: Entry::Feed, ..visitor(world::person_of(Role::Steward)) };
    assert_eq!(viewer(&world.book, &feed, OWN, day(DAY)), Some(agency(2)));
}
