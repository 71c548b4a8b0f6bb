//! A desk at which commands are decided and kept, in memory.

#![allow(dead_code, reason = "each test takes what it needs")]

use styrbord_calendar::Date;
use styrbord_events::Actor;
use styrbord_events::directory::OrganisationKind;
use styrbord_events::letters::{Document, DocumentKind, PartChange, PartValue, Stage};
use styrbord_events::{
    Book, Command, Envelope, Expected, Instant, Link, Note, OrganisationId, Record, Refusal, Stream, TextRef,
    directory, letters,
};
use styrbord_plan::Assignment;

/// A book, its journal and its texts.
#[derive(Default)]
pub struct Desk {
    pub book: Book,
    pub records: Vec<Record>,
    pub notes: Vec<Note>,
}

impl Desk {
    /// Returns the circumstances of the next command: a second later than the last, nobody in particular.
    pub fn envelope(&self, stream: Stream) -> Envelope {
        let at = Instant::start_of(day("2025-01-10"));
        let count = self.records.len() as i64;
        Envelope {
            id: format!("command-{count}").parse().unwrap(),
            stream,
            actor: Actor::Operator,
            at: Instant::from_millis(at.millis() + count * 1000),
            on: at.date(),
            reason: None,
            expected: Expected::Any,
            nonce: [count as u8; 16],
        }
    }

    pub fn run(&mut self, stream: Stream, command: &Command) -> Result<(), Refusal> {
        self.run_in(&self.envelope(stream), command)
    }

    pub fn run_because(&mut self, stream: Stream, reason: &str, command: &Command) -> Result<(), Refusal> {
        let envelope = Envelope { reason: Some(reason.to_owned()), ..self.envelope(stream) };
        self.run_in(&envelope, command)
    }

    pub fn run_on(&mut self, stream: Stream, on: &str, command: &Command) -> Result<(), Refusal> {
        let on = day(on);
        let envelope = Envelope { on, at: Instant::start_of(on), ..self.envelope(stream) };
        self.run_in(&envelope, command)
    }

    /// Decides and keeps a command, as the store would: also the texts, and without those to be erased.
    pub fn run_in(&mut self, envelope: &Envelope, command: &Command) -> Result<(), Refusal> {
        let decision = self.book.decide(envelope, command)?;
        self.notes.extend(decision.notes);
        self.notes.retain(|note| !decision.erase.contains(&note.reference));
        for draft in decision.drafts {
            let before = self.records.last().map(Record::link).unwrap_or_default();
            let version = self.book.version(draft.stream) + 1;
            let record = Record::seal(draft, before.seq + 1, version, before.hash);
            self.book.apply(&record).unwrap();
            self.records.push(record);
        }
        Ok(())
    }

    /// Returns the code of the refusal; nothing when it was done. A refused command changes nothing.
    pub fn refused(&mut self, stream: Stream, command: &Command) -> &'static str {
        let (book, records) = (self.book.clone(), self.records.len());
        let code = self.run(stream, command).map_or_else(|refusal| refusal.code, |()| "");
        assert!(code.is_empty() || (self.book == book && self.records.len() == records));
        code
    }

    /// Returns what a text says, when it was not erased.
    pub fn text(&self, text: TextRef) -> Option<&str> {
        self.notes.iter().find(|note| note.reference == text).map(|note| note.text.as_str())
    }

    /// Checks that the journal gives the book again, byte for byte.
    pub fn assert_replays(&self) {
        let (replayed, link) = Book::replay(&self.records).unwrap();
        assert_eq!(serde_json::to_string(&replayed).unwrap(), serde_json::to_string(&self.book).unwrap());
        assert_eq!(link, self.records.last().map_or(Link::default(), Record::link));
    }
}

/// Reads a day such as `2025-03-01`.
pub fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

pub fn organisation(kind: OrganisationKind, name: &str) -> Command {
    Command::Directory(directory::Command::RegisterOrganisation {
        kind,
        name: name.to_owned(),
        short: None,
        number: None,
    })
}

/// Returns a desk with an agency and its ministry, and the stream of their year 2025, which is not started.
pub fn registered() -> (Desk, Stream) {
    let mut desk = Desk::default();
    desk.run(Stream::Directory, &organisation(OrganisationKind::Agency, "Fjellvettdirektoratet")).unwrap();
    desk.run(Stream::Directory, &organisation(OrganisationKind::Ministry, "Fjelldepartementet")).unwrap();
    (desk, Stream::Year(OrganisationId(1), 2025))
}

/// Returns a desk with the running year 2025 whose letter holds one assignment.
pub fn started() -> (Desk, Stream) {
    let assignment = Assignment { title: "Rapport om stier".to_owned(), ..Assignment::default() };
    started_with(vec![PartValue::Assignment(Box::new(assignment))])
}

/// Returns a desk with the running year 2025 whose letter holds these parts.
pub fn started_with(parts: Vec<PartValue>) -> (Desk, Stream) {
    let (mut desk, stream) = registered();
    let (agency, ministry) = (OrganisationId(1), OrganisationId(2));
    let start =
        letters::Command::Start { agency, ministry, year: 2025, stage: Stage::Running, simulated: true };
    desk.run(stream, &Command::Letters(start)).unwrap();
    let document = Document {
        kind: DocumentKind::Allocation,
        title: "Tildelingsbrev 2025".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let changes = parts.into_iter().map(|value| PartChange::Add { value }).collect();
    desk.run(stream, &Command::Letters(letters::Command::Receive { document, changes })).unwrap();
    (desk, stream)
}
