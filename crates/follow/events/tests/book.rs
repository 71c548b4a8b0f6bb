//! Commands, events and the fold, across areas.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use styrbord_calendar::Date;
use styrbord_events::directory::OrganisationKind;
use styrbord_events::letters::{Document, DocumentKind, PartChange, PartValue, Stage};
use styrbord_events::work::Status;
use styrbord_events::{
    Actor, Book, Command, Envelope, Expected, Instant, Link, OrganisationId, Record, Refusal, Stream,
    directory, letters, work,
};
use styrbord_plan::Assignment;

/// A book and its journal, in memory.
#[derive(Default)]
struct Desk {
    book: Book,
    records: Vec<Record>,
}

impl Desk {
    fn envelope(&self, stream: Stream) -> Envelope {
        let at = Instant::start_of(Date::parse_iso("2025-01-10").unwrap());
        let count = self.records.len() as i64;
        Envelope {
            id: format!("command-{count}").parse().unwrap(),
            stream,
            actor: Actor::Operator,
            at: Instant::from_millis(at.millis() + count * 1000),
            on: at.date(),
            reason: None,
            expected: Expected::Any,
            nonce: [7; 16],
        }
    }

    fn run(&mut self, stream: Stream, command: &Command) -> Result<(), Refusal> {
        self.run_in(&self.envelope(stream), command)
    }

    fn run_in(&mut self, envelope: &Envelope, command: &Command) -> Result<(), Refusal> {
        for draft in self.book.decide(envelope, command)?.drafts {
            let before = self.records.last().map(Record::link).unwrap_or_default();
            let version = self.book.version(draft.stream) + 1;
            let record = Record::seal(draft, before.seq + 1, version, before.hash);
            self.book.apply(&record).unwrap();
            self.records.push(record);
        }
        Ok(())
    }
}

fn organisation(kind: OrganisationKind, name: &str) -> Command {
    Command::Directory(directory::Command::RegisterOrganisation { kind, name: name.to_owned(), short: None })
}

fn started() -> (Desk, Stream) {
    let mut desk = Desk::default();
    let (agency, ministry) = (OrganisationId(1), OrganisationId(2));
    let stream = Stream::Year(agency, 2025);
    desk.run(Stream::Directory, &organisation(OrganisationKind::Agency, "Fjellvettdirektoratet")).unwrap();
    desk.run(Stream::Directory, &organisation(OrganisationKind::Ministry, "Fjelldepartementet")).unwrap();
    let start =
        letters::Command::Start { agency, ministry, year: 2025, stage: Stage::Running, simulated: true };
    desk.run(stream, &Command::Letters(start)).unwrap();
    let assignment = Assignment { title: "Rapport om stier".to_owned(), ..Assignment::default() };
    let document = Document {
        kind: DocumentKind::Allocation,
        title: "Tildelingsbrev 2025".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let changes = vec![PartChange::Add { value: PartValue::Assignment(Box::new(assignment)) }];
    desk.run(stream, &Command::Letters(letters::Command::Receive { document, changes })).unwrap();
    (desk, stream)
}

fn status(object: &str, status: Status) -> Command {
    let comment = Some("Etter planen".to_owned());
    Command::Work(work::Command::ReportStatus { object: object.parse().unwrap(), status, comment })
}

#[test]
fn a_replayed_book_is_the_live_one_byte_for_byte() {
    let (mut desk, stream) = started();
    desk.run(stream, &status("assignment-1", Status::OnTrack)).unwrap();
    desk.run(stream, &status("assignment-1", Status::Delivered)).unwrap();
    let (replayed, link) = Book::replay(&desk.records).unwrap();
    assert_eq!(serde_json::to_string(&replayed).unwrap(), serde_json::to_string(&desk.book).unwrap());
    assert_eq!(link, desk.records.last().map_or(Link::default(), Record::link));
}

#[test]
fn what_is_unknown_is_refused_and_changes_nothing() {
    let (mut desk, stream) = started();
    let before = desk.book.clone();
    let refused = desk.run(stream, &status("assignment-2", Status::OnTrack)).unwrap_err();
    assert_eq!(refused.code, "no-such-object");
    let elsewhere = Stream::Year(OrganisationId(1), 2026);
    assert_eq!(
        desk.run(elsewhere, &status("assignment-1", Status::OnTrack)).unwrap_err().code,
        "no-such-year"
    );
    assert_eq!(desk.book, before);
}

#[test]
fn who_saw_an_older_version_is_told() {
    let (mut desk, stream) = started();
    let object = "assignment-1".parse().unwrap();
    let seen = desk.book.touched(stream, object);
    let mut envelope = desk.envelope(stream);
    envelope.expected = Expected::Object(object, seen);
    desk.run_in(&envelope, &status("assignment-1", Status::OnTrack)).unwrap();
    let refused = desk.run_in(&envelope, &status("assignment-1", Status::Delayed)).unwrap_err();
    assert_eq!(refused.code, "changed-meanwhile");
}

#[test]
fn a_changed_dropped_or_swapped_record_is_named() {
    let (mut desk, stream) = started();
    for _ in 0..3 {
        desk.run(stream, &status("assignment-1", Status::OnTrack)).unwrap();
    }
    let first_wrong = |records: Vec<Record>| Book::replay(&records).unwrap_err().seq;
    let mut tampered = desk.records.clone();
    tampered[5].payload = tampered[5].payload.replace("on_track", "accepted");
    assert_eq!(first_wrong(tampered), 6);
    let mut dropped = desk.records.clone();
    dropped.remove(2);
    assert_eq!(first_wrong(dropped), 3);
    let mut swapped = desk.records.clone();
    swapped.swap(1, 2);
    assert_eq!(first_wrong(swapped), 2);
}
