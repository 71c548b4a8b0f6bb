//! What the journal costs: writing for many at once, folding, opening, asking for an earlier day.
//!
//! `cargo xtask bench journal` runs each part in a process of its own and writes the table. A part prints one line
//! of JSON, times in microseconds.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench stops at its first surprise and prints"
)]
#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "a bench has a clock and files")]

use rusqlite::{Connection, params};
use serde_json::json;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use styrbord_calendar::Date;
use styrbord_events::directory::{self, OrganisationKind};
use styrbord_events::letters::{self, Document, DocumentKind, PartChange, PartValue, Stage};
use styrbord_events::work::{self, Status};
use styrbord_events::{
    Actor, Basis, Book, Command, Envelope, Event, Expected, Instant as At, Link, ObjectId, ObjectKind,
    OrganisationId, Record, Stream,
};
use styrbord_plan::Assignment;
use styrbord_store::{Desk, Journal, Keeper, Open, Request, Sqlite};

/// Assignments of the year that is filled.
const ASSIGNMENTS: u32 = 500;
/// Writers at one desk.
const WRITERS: u64 = 8;
/// Milliseconds from one command to the next: 100 000 of them fill a year.
const STEP_MS: i64 = 300_000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let figures = match args.as_slice() {
        ["fill", path, events] => fill(Path::new(path), events.parse().unwrap()),
        ["desk", path, commands] => desk(Path::new(path), commands.parse().unwrap()),
        ["bare", path, commands] => bare(Path::new(path), commands.parse().unwrap()),
        ["open", path] => open(Path::new(path)),
        ["decode", path] => decode(Path::new(path)),
        ["chain", path] => chain(Path::new(path)),
        ["as-of", path, day] => as_of(Path::new(path), Date::parse_iso(day).unwrap()),
        _ => json!({"usage": "fill|desk|bare PATH COUNT, open|decode|chain PATH, as-of PATH DAY"}),
    };
    println!("{figures}");
}

fn stream() -> Stream {
    Stream::Year(OrganisationId(1), 2025)
}

fn envelope(number: u64, stream: Stream) -> Envelope {
    let start = At::start_of(Date::parse_iso("2025-01-01").unwrap());
    let at = At::from_millis(start.millis() + number as i64 * STEP_MS);
    let mut nonce = [0; 16];
    nonce[..8].copy_from_slice(&number.to_be_bytes());
    Envelope {
        id: format!("c-{number}").parse().unwrap(),
        stream,
        actor: Actor::Operator,
        at,
        on: at.date(),
        reason: None,
        expected: Expected::Any,
        nonce,
    }
}

/// A status with a comment, the commonest thing that happens in a year.
fn status(number: u64) -> Request {
    let object =
        ObjectId { kind: ObjectKind::Assignment, number: (number % u64::from(ASSIGNMENTS)) as u32 + 1 };
    let status = [Status::OnTrack, Status::AtRisk, Status::OnTrack][number as usize % 3];
    let command = work::Command::ReportStatus {
        object,
        due: None,
        status,
        comment: Some(format!("Uke {number}: utkastet er sendt på høring, og svarene gås gjennom")),
        delay: None,
        letter: None,
    };
    Request { envelope: envelope(number, stream()), command: Command::Work(command) }
}

/// A journal with a started year of many assignments.
fn started(path: &Path) -> Keeper<Box<dyn Journal>> {
    let journal: Box<dyn Journal> = Box::new(Sqlite::open(path, Open::OrCreate).unwrap());
    let mut keeper = Keeper::open(journal).unwrap();
    let organisation = |kind, name: &str| {
        Command::Directory(directory::Command::RegisterOrganisation {
            kind,
            name: name.to_owned(),
            short: None,
            number: None,
        })
    };
    let start = letters::Command::Start {
        agency: OrganisationId(1),
        ministry: OrganisationId(2),
        year: 2025,
        stage: Stage::Running,
        simulated: true,
    };
    let document = Document {
        kind: DocumentKind::Allocation,
        title: "Tildelingsbrev 2025".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let assignment = |number: u32| PartChange::Add {
        value: PartValue::Assignment(Box::new(Assignment {
            number: Some(format!("2025-{number:02}")),
            title: format!("Oppdrag nummer {number} om stier og merking"),
            ..Assignment::default()
        })),
    };
    let changes = (1..=ASSIGNMENTS).map(assignment).collect();
    let commands = [
        (Stream::Directory, organisation(OrganisationKind::Agency, "Fjellvettdirektoratet")),
        (Stream::Directory, organisation(OrganisationKind::Ministry, "Fjelldepartementet")),
        (stream(), Command::Letters(start)),
        (stream(), Command::Letters(letters::Command::Receive { document, changes })),
    ];
    for (number, (stream, command)) in commands.into_iter().enumerate() {
        let id = format!("start-{number}").parse().unwrap();
        keeper.submit(&Envelope { id, ..envelope(0, stream) }, &command).unwrap();
    }
    keeper
}

fn fill(path: &Path, events: u64) -> serde_json::Value {
    let mut keeper = started(path);
    let mut number = 0;
    while keeper.head().seq < events {
        let group = (events - keeper.head().seq).min(5000);
        let requests: Vec<Request> = (number..number + group).map(status).collect();
        number += group;
        assert!(keeper.submit_all(&requests).iter().all(Result::is_ok));
    }
    json!({"events": keeper.head().seq, "bytes": std::fs::metadata(path).unwrap().len()})
}

fn desk(path: &Path, commands: u64) -> serde_json::Value {
    let desk = Arc::new(Desk::open(started(path)).unwrap());
    let begun = Instant::now();
    let write = |writer: u64| {
        let desk = Arc::clone(&desk);
        std::thread::spawn(move || {
            for number in (writer..commands).step_by(WRITERS as usize) {
                // Eight people's clocks show the same time.
                let mut request = status(number);
                (request.envelope.at, request.envelope.on) =
                    (envelope(0, stream()).at, envelope(0, stream()).on);
                desk.submit(request).unwrap();
            }
        })
    };
    let writers: Vec<_> = (0..WRITERS).map(write).collect();
    for writer in writers {
        writer.join().unwrap();
    }
    json!({"commands": commands, "writers": WRITERS, "wall_us": micros(begun.elapsed())})
}

/// One connection, one row, one commit, over and over: what a program without any of this would do.
fn bare(path: &Path, commands: u64) -> serde_json::Value {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE events (seq INTEGER PRIMARY KEY, at INTEGER, actor TEXT, kind TEXT, payload TEXT) STRICT",
        )
        .unwrap();
    let payload = r#"{"work":{"status_reported":{"object":"assignment-1","status":"on_track","comment":"utkastet er sendt på høring, og svarene gås gjennom"}}}"#;
    let begun = Instant::now();
    for number in 0..commands {
        let sql = "INSERT INTO events (at, actor, kind, payload) VALUES (?1, ?2, ?3, ?4)";
        let mut insert = connection.prepare_cached(sql).unwrap();
        insert.execute(params![number as i64, "operator", "work.status_reported", payload]).unwrap();
    }
    json!({"commands": commands, "wall_us": micros(begun.elapsed())})
}

fn open(path: &Path) -> serde_json::Value {
    let (before, begun, cpu) = (resident_kb(), Instant::now(), cpu());
    let keeper = Keeper::open(Sqlite::open(path, Open::Existing).unwrap()).unwrap();
    let (wall, cpu) = (begun.elapsed(), self::cpu().saturating_sub(cpu));
    let held = resident_kb().saturating_sub(before);
    json!({"events": keeper.head().seq, "wall_us": micros(wall), "cpu_us": micros(cpu), "resident_kb": held})
}

/// Reads and decodes every record, and does nothing with it.
fn decode(path: &Path) -> serde_json::Value {
    let cpu = cpu();
    let mut events = 0;
    each(path, |record| {
        black_box::<Event>(record.event().unwrap());
        events += 1;
    });
    json!({"events": events, "cpu_us": micros(self::cpu().saturating_sub(cpu))})
}

/// Reads every record and checks the chain alone.
fn chain(path: &Path) -> serde_json::Value {
    let mut link = Link::default();
    let mut check = Duration::ZERO;
    each(path, |record| {
        let begun = Instant::now();
        record.follows(Some(&link)).unwrap();
        check += begun.elapsed();
        link = record.link();
    });
    json!({"events": link.seq, "wall_us": micros(check)})
}

fn as_of(path: &Path, day: Date) -> serde_json::Value {
    let mut keeper = Keeper::open(Sqlite::open(path, Open::Existing).unwrap()).unwrap();
    let begun = Instant::now();
    let book = keeper.as_of_shared(Basis::Known, day).unwrap();
    let asked = begun.elapsed();
    let begun = Instant::now();
    let again = keeper.as_of_shared(Basis::Known, day).unwrap();
    let asked_again = begun.elapsed();
    assert_eq!(book, again);
    let cpu = cpu();
    let mut prefix = Book::default();
    each(path, |record| {
        if Basis::Known.counts(record, day) {
            prefix.apply(record).unwrap();
        }
    });
    let replay = self::cpu().saturating_sub(cpu);
    assert_eq!(prefix, *book);
    json!({
        "events": prefix.seq,
        "wall_us": micros(asked),
        "again_us": micros(asked_again),
        "prefix_us": micros(replay),
    })
}

fn each(path: &Path, mut look: impl FnMut(&Record)) {
    let mut journal = Sqlite::open(path, Open::Existing).unwrap();
    let mut after = 0;
    loop {
        let page = journal.records(after, 2000).unwrap();
        let Some(last) = page.last() else { return };
        after = last.seq;
        page.iter().for_each(&mut look);
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// Time that this thread has had a processor.
fn cpu() -> Duration {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = counted.split(' ').next().and_then(|nanos| nanos.parse().ok());
    Duration::from_nanos(nanos.unwrap_or_default())
}

/// Memory that this process holds.
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
