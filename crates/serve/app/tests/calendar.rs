//! The days of a year, as each may see them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "another program reads the calendars")]

mod world;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command as Program, Stdio};
use styrbord_app::access::{Entry, Visitor};
use styrbord_app::follow::{CalendarDay, calendar, days_that_hold};
use styrbord_app::sheets::{DayCalendar, DayEntry, UtcTime, icalendar};
use styrbord_app::{Date, Language};
use styrbord_events::directory::Role;
use styrbord_events::letters::{self, Document, DocumentKind, PartChange};
use styrbord_events::work::{Agreement, Ground, Status};
use styrbord_events::{Command, ObjectId, PersonId, Stream, directory, sharing, work};
use world::{DAY, OWN, STRANGER, World, agency, person_of};

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn object(number: u32) -> ObjectId {
    format!("assignment-{number}").parse().unwrap()
}

/// Returns what a visitor sees in the way of a feed.
fn days(world: &World, person: u32) -> Vec<CalendarDay> {
    let person = PersonId(person);
    let visitor = Visitor { person, operator: false, language: Language::Nb, entry: Entry::Feed };
    let days = calendar(&world.book, OWN, &visitor, (&world.book, day(DAY)));
    // Pages see the same without asking how each day changed.
    let hold = days_that_hold(&world.book, OWN, &visitor, (&world.book, day(DAY)));
    let plain = |day: &CalendarDay| (day.object, day.key.clone(), day.date, day.status, day.printed.clone());
    let standing = days.iter().filter(|day| !day.withdrawn);
    assert_eq!(hold.iter().map(plain).collect::<Vec<_>>(), standing.map(plain).collect::<Vec<_>>());
    days
}

/// Returns the numbers of the assignments with day of June and revision, as `5: 17 1`.
fn lines(world: &World, person: u32) -> Vec<String> {
    let line = |day: &CalendarDay| format!("{}: {} {}", day.object.number, day.date.day(), day.revision);
    days(world, person).iter().map(line).collect()
}

fn set(world: &mut World, number: u32, of_june: u8) {
    let ground = Ground::Writing { dated: day("2025-01-02"), reference: "E-post".to_owned() };
    let command = work::Command::MoveDeadline {
        object: object(number),
        due: "1".parse().unwrap(),
        to: Date::nearest(2025, 6, of_june),
        agreed: Agreement { organisation: agency(2), person: None, ground },
        comment: None,
    };
    world.run(OWN, Command::Work(command));
}

fn submit(world: &mut World, number: u32) {
    let objects = vec![object(number)];
    world.run(OWN, Command::Sharing(sharing::Command::Submit { objects }));
}

#[test]
fn each_sees_the_days_of_what_is_theirs_and_outsiders_those_that_were_shown() {
    let mut world = World::new();
    for number in 1..=6 {
        set(&mut world, number, number as u8);
    }
    let of = |role| person_of(role);
    let all = ["1: 1 0", "2: 2 0", "3: 3 0", "4: 4 0", "5: 5 0", "6: 6 0"];
    for role in [Role::Controller, Role::Leader, Role::Reader] {
        assert_eq!(lines(&world, of(role)), all, "{role:?}");
    }
    assert_eq!(lines(&world, of(Role::Unit)), ["1: 1 0", "6: 6 0"]);
    // When they were shown, they had no days.
    for person in [of(Role::Steward), of(Role::Partner), STRANGER, of(Role::Administrator)] {
        assert_eq!(lines(&world, person), [""; 0]);
    }
    submit(&mut world, 4);
    submit(&mut world, 5);
    set(&mut world, 5, 17);
    assert_eq!(lines(&world, of(Role::Steward)), ["4: 4 0", "5: 5 0"]);
    assert_eq!(lines(&world, of(Role::Partner)), ["5: 5 0"]);
    assert!(lines(&world, of(Role::Controller)).contains(&"5: 17 1".to_owned()));
    let shown = days(&world, of(Role::Partner));
    assert!(shown.iter().all(|day| day.status.is_none() && day.responsible.unit.is_none()));
    let person = PersonId(of(Role::Controller));
    world.run(Stream::Directory, Command::Directory(directory::Command::DeactivatePerson { person }));
    assert_eq!(lines(&world, of(Role::Controller)), [""; 0]);
}

#[test]
fn the_name_of_a_day_is_the_same_for_ever_and_for_everybody() {
    let mut world = World::new();
    set(&mut world, 5, 5);
    submit(&mut world, 5);
    set(&mut world, 1, 1);
    let year = |world: &World| world.book.years[&OWN].clone();
    let names = |world: &World, role| -> Vec<String> {
        days(world, person_of(role)).iter().map(|day| day.uid(&year(world))).collect()
    };
    let before = names(&world, Role::Controller);
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1]);
    set(&mut world, 1, 11);
    let mut after = names(&world, Role::Controller);
    assert_eq!(names(&world, Role::Partner), after[..1]);
    after.reverse();
    assert_eq!(after, before);
}

/// What another program reads: name, number of changes, status and day of each event, a line each.
const READER: &str = "
import sys, icalendar
for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT'):
    print(event['UID'], event['SEQUENCE'], event['STATUS'], event['DTSTART'].dt)
";

/// Returns the names with what the Python package `icalendar` reads of each; none when it is not installed.
fn read_elsewhere(world: &World) -> Option<BTreeMap<String, String>> {
    let year = &world.book.years[&OWN];
    let entry = |day: &CalendarDay| DayEntry {
        uid: day.uid(year),
        revision: day.revision,
        changed: UtcTime { day: day.changed.at.date(), second: 0 },
        day: day.date,
        cancelled: day.withdrawn,
        title: day.title.clone(),
        description: String::new(),
        categories: Vec::new(),
        address: None,
    };
    let entries = days(world, person_of(Role::Controller)).iter().map(entry).collect();
    let text = icalendar(&DayCalendar { name: "Frister".to_owned(), refresh_hours: 4, entries });
    let there = Program::new("python3").args(["-c", "import icalendar"]).output();
    if !there.is_ok_and(|out| out.status.success()) {
        styrbord_truth::skip("what calendars elsewhere see of a move: icalendar is not installed");
        return None;
    }
    let mut command = Program::new("python3");
    command.args(["-c", READER]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut python = command.spawn().unwrap();
    python.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let out = python.wait_with_output().unwrap();
    assert!(out.status.success());
    let lines = String::from_utf8(out.stdout).unwrap();
    let split = |line: &str| line.split_once(' ').map(|(uid, rest)| (uid.to_owned(), rest.to_owned()));
    Some(lines.lines().filter_map(split).collect())
}

#[test]
fn a_calendar_elsewhere_sees_what_moved_and_what_fell_away() {
    let mut world = World::new();
    set(&mut world, 1, 1);
    set(&mut world, 2, 2);
    let Some(first) = read_elsewhere(&world) else { return };
    let all: Vec<&str> = first.values().map(String::as_str).collect();
    assert!(all.contains(&"0 CONFIRMED 2025-06-01") && all.contains(&"0 CONFIRMED 2025-06-02"));
    let report = work::Command::ReportStatus {
        object: object(1),
        due: None,
        status: Status::OnTrack,
        comment: None,
        delay: None,
        letter: None,
    };
    world.run(OWN, Command::Work(report));
    assert_eq!(read_elsewhere(&world).unwrap(), first);
    set(&mut world, 1, 11);
    let second = read_elsewhere(&world).unwrap();
    assert!(second.keys().eq(first.keys()));
    let changed: Vec<&String> =
        second.iter().filter(|(uid, said)| first.get(*uid) != Some(said)).map(|(_, said)| said).collect();
    assert_eq!(changed, ["1 CONFIRMED 2025-06-11"]);
    let kind = DocumentKind::Supplement;
    let title = "Tillegg".to_owned();
    let document = Document { kind, title, number: None, date: None, file: None, hash: None };
    let text = "Oppdraget utgår".to_owned();
    let changes = vec![PartChange::Repeal { part: object(1), text, span: None }];
    world.run(OWN, Command::Letters(letters::Command::Receive { document, changes }));
    let third = read_elsewhere(&world).unwrap();
    assert!(third.keys().eq(first.keys()));
    assert!(third.values().any(|said| said == "2 CANCELLED 2025-06-11"));
    assert!(third.values().any(|said| said == "0 CONFIRMED 2025-06-02"));
}
