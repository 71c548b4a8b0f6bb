//! A year with an agency, its ministry, a partner, and a person at the first two.

use crate::common::{Desk, day, organisation, started_with};
use styrbord_events::directory::{Command as Directory, OrganisationKind};
use styrbord_events::letters::{Document, DocumentKind, Match, PartChange, PartValue};
use styrbord_events::work::{Agreement, Command as Work, Due, DueKey, Ground, Status};
use styrbord_events::{Actor, Command, Envelope, ObjectId, OrganisationId, PersonId, Stream, letters, work};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Duty, Meeting, Report, Where};

pub const AGENCY: OrganisationId = OrganisationId(1);
pub const MINISTRY: OrganisationId = OrganisationId(2);
pub const PARTNER: OrganisationId = OrganisationId(3);
pub const KARI: PersonId = PersonId(1);
pub const STEWARD: PersonId = PersonId(2);

/// Returns a running year 2025 whose letter, `letter-1`, holds these parts.
pub fn year(parts: Vec<PartValue>) -> (Desk, Stream) {
    let (mut desk, stream) = started_with(parts);
    desk.run(Stream::Directory, &organisation(OrganisationKind::Partner, "Stiverket")).unwrap();
    for (name, organisation) in [("Kari", AGENCY), ("Ola", MINISTRY)] {
        let person = Directory::RegisterPerson { name: name.to_owned(), organisation };
        desk.run(Stream::Directory, &Command::Directory(person)).unwrap();
    }
    (desk, stream)
}

pub fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

pub fn key(text: &str) -> DueKey {
    text.parse().unwrap()
}

/// Runs a command as the controller and returns the code of the refusal, or nothing.
pub fn act(desk: &mut Desk, stream: Stream, command: Work) -> &'static str {
    act_as(desk, stream, KARI, command)
}

/// Runs a command as somebody; what is refused changes nothing.
pub fn act_as(desk: &mut Desk, stream: Stream, person: PersonId, command: Work) -> &'static str {
    let envelope = Envelope { actor: Actor::Person(person), ..desk.envelope(stream) };
    let before = desk.book.clone();
    let code = desk.run_in(&envelope, &Command::Work(command)).map_or_else(|refusal| refusal.code, |()| "");
    assert!(code.is_empty() || desk.book == before);
    code
}

pub fn said(object: &str, due: Option<&str>, status: Status, comment: Option<&str>) -> Work {
    Work::ReportStatus {
        object: id(object),
        due: due.map(key),
        status,
        comment: comment.map(str::to_owned),
        delay: None,
        letter: None,
    }
}

pub fn status(object: &str, status: Status) -> Work {
    said(object, None, status, None)
}

/// Returns the agreement that the ministry gives by a letter.
pub fn by_letter(letter: &str) -> Agreement<String> {
    Agreement { organisation: MINISTRY, person: Some(STEWARD), ground: Ground::Letter(id(letter)) }
}

/// Returns the agreement that an organisation gives by e-mail.
pub fn by_mail(organisation: OrganisationId, dated: &str) -> Agreement<String> {
    let reference = "E-post, sak 25/17".to_owned();
    Agreement { organisation, person: None, ground: Ground::Writing { dated: day(dated), reference } }
}

pub fn moved(object: &str, due: &str, to: &str, agreed: Agreement<String>) -> Work {
    Work::MoveDeadline { object: id(object), due: key(due), to: day(to), agreed, comment: None }
}

/// Takes in a supplementary letter; the first one is `letter-2`.
pub fn letter(desk: &mut Desk, stream: Stream, changes: Vec<PartChange>) {
    let document = Document {
        kind: DocumentKind::Supplement,
        title: "Tillegg".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    desk.run(stream, &Command::Letters(letters::Command::Receive { document, changes })).unwrap();
}

pub fn change(part: &str, value: PartValue) -> PartChange {
    PartChange::Change { part: id(part), value, matched: Match::Stated }
}

pub fn repeal(part: &str) -> PartChange {
    PartChange::Repeal { part: id(part), text: "Oppdraget utgår".to_owned(), span: None }
}

pub fn deadline(part: Option<&str>, date: &str) -> Deadline {
    Deadline {
        part: part.map(str::to_owned),
        kind: DeadlineKind::Date,
        date: Some(day(date)),
        printed: date.to_owned(),
        ..Deadline::default()
    }
}

pub fn of_kind(kind: DeadlineKind, printed: &str) -> Deadline {
    Deadline { kind, printed: printed.to_owned(), ..Deadline::default() }
}

pub fn in_annex(deadline: Deadline) -> Deadline {
    Deadline { place: Where::Annex, ..deadline }
}

pub fn assignment(title: &str, deadlines: Vec<Deadline>) -> PartValue {
    PartValue::Assignment(Box::new(Assignment {
        title: title.to_owned(),
        deadlines,
        ..Assignment::default()
    }))
}

pub fn duty(text: &str, due: Option<&str>) -> PartValue {
    PartValue::Duty(Duty { text: text.to_owned(), due: due.map(day), ..Duty::default() })
}

pub fn report(title: &str, due: Option<&str>) -> PartValue {
    PartValue::Report(Report { title: title.to_owned(), due: due.map(day), ..Report::default() })
}

pub fn meeting(title: &str, count: Option<u32>, date: Option<&str>) -> PartValue {
    PartValue::Meeting(Meeting { title: title.to_owned(), count, date: date.map(day), ..Meeting::default() })
}

/// Returns what is due of an object.
pub fn dues(desk: &Desk, stream: Stream, object: &str) -> Vec<Due> {
    work::dues(&desk.book.years[&stream], id(object))
}

/// Returns names and days of what is due of an object, as `Del 1/1 2025-03-01`.
pub fn days(desk: &Desk, stream: Stream, object: &str) -> Vec<String> {
    let line =
        |due: Due| format!("{} {}", due.key, due.date.map_or_else(|| "-".to_owned(), |day| day.to_string()));
    dues(desk, stream, object).into_iter().map(line).collect()
}
