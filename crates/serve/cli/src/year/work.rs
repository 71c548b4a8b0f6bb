//! What people do in a year: who answers for what, how far it is, and when it is due.

use super::{Desk, named};
use crate::args::year::{Move, Report, Work};
use crate::input;
use crate::output::Outcome;
use crate::render::year as render;
use crate::texts::join;
use crate::texts::year as words;
use anyhow::{Error, Result};
use serde_json::json;
use styrbord_app::follow::events::work::{self, Agreement, DueKey, Ground, Responsibility};
use styrbord_app::follow::events::{Command, ObjectId, OrganisationId, Stream, directory, letters};
use styrbord_app::follow::{Failure, YearError};

/// Does what is asked.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<Result<Outcome>, Failure> {
    match &desk.call.work {
        Work::Status(report) => status(desk, report),
        Work::TakeBack { object, due } => take_back(desk, *object, due.clone()),
        Work::Owner { object, owner, due } => assign(desk, *object, owner, due.clone()),
        Work::MoveDeadline(shift) => move_deadline(desk, shift),
        Work::AddPerson { name, ministry } => add_person(desk, name, *ministry),
        Work::Met { announcement, letter } => met(desk, *announcement, *letter),
        Work::Do { file } => any(desk, file),
        _ => Err(YearError::Unknown.into()),
    }
}

fn status(desk: &mut Desk<'_>, report: &Report) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let status = report.status.status();
    let command = work::Command::ReportStatus {
        object: report.object,
        due: report.due.clone(),
        status,
        comment: report.comment.clone(),
        delay: report.delay.map(crate::args::year::DelayName::reason),
        letter: report.letter,
    };
    let book = desk.office.run(&desk.how, stream, Command::Work(command))?;
    let language = desk.screen.language;
    let named = named(&book, stream, report.object);
    let due = report.due.as_ref().map(|due| format!("({due})")).unwrap_or_default();
    let now = render::status(status).get(language);
    let sentence = words::IS_NOW.with(language, &[&named, &due, &now]).replace(" :", ":");
    Ok(desk.said(&book, stream, &sentence, &json!({ "object": report.object, "status": status })))
}

fn take_back(desk: &mut Desk<'_>, object: ObjectId, due: Option<DueKey>) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let command = work::Command::TakeBackStatus { object, due: due.clone() };
    let book = desk.office.run(&desk.how, stream, Command::Work(command))?;
    let language = desk.screen.language;
    let named = named(&book, stream, object);
    let year = book.years.get(&stream);
    let report = year.and_then(|year| year.work.report(object, due.as_ref()));
    let now = report.map_or(words::NOT_REPORTED, |report| render::status(report.status)).get(language);
    let status = report.map(|report| report.status);
    let due = due.map(|due| format!("({due})")).unwrap_or_default();
    let sentence = words::IS_NOW.with(language, &[&named, &due, &now]).replace(" :", ":");
    Ok(desk.said(&book, stream, &sentence, &json!({ "object": object, "status": status })))
}

fn assign(
    desk: &mut Desk<'_>,
    object: ObjectId,
    owner: &str,
    due: Option<DueKey>,
) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let person = desk.office.person(owner)?;
    let known = desk.office.book().years.get(&stream).and_then(|year| {
        year.work.items.get(&object)?.responsibility.as_ref().map(|held| held.value.clone())
    });
    let known = known.filter(|_| due.is_none()).unwrap_or_default();
    let responsibility = Responsibility { owner: Some(person), ..known };
    let command = work::Command::Assign { object, due, responsibility };
    let book = desk.office.run(&desk.how, stream, Command::Work(command))?;
    let names = desk.office.names()?;
    let language = desk.screen.language;
    let name = crate::output::plain(&render::owner(Some(person), &names, language));
    let sentence = words::OWNER_IS.with(language, &[&name, &named(&book, stream, object)]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "object": object, "owner": person })))
}

fn move_deadline(desk: &mut Desk<'_>, shift: &Move) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let due = match &shift.due {
        Some(due) => due.clone(),
        None => only_due(desk, stream, shift.object)?,
    };
    let ground = match (&shift.letter, &shift.writing, shift.dated) {
        (Some(letter), _, _) => Ground::Letter(*letter),
        (None, Some(reference), Some(dated)) => Ground::Writing { dated, reference: reference.clone() },
        _ => return Err(YearError::WhichGround.into()),
    };
    let organisation = ministry(desk, stream)?;
    let command = work::Command::MoveDeadline {
        object: shift.object,
        due,
        to: shift.to,
        agreed: Agreement { organisation, person: None, ground },
        comment: shift.comment.clone(),
    };
    let book = desk.office.run(&desk.how, stream, Command::Work(command))?;
    let named = named(&book, stream, shift.object);
    let sentence = words::MOVED.with(desk.screen.language, &[&named, &desk.date(shift.to)]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "object": shift.object, "to": shift.to })))
}

/// Returns the only deadline of an object that is not met.
fn only_due(desk: &Desk<'_>, stream: Stream, object: ObjectId) -> Result<DueKey, Failure> {
    let year = desk.office.book().years.get(&stream).ok_or(YearError::Unknown)?;
    let open = work::dues(year, object).into_iter().filter(|due| !due.status.is_settled());
    let keys: Vec<DueKey> = open.map(|due| due.key).collect();
    match keys.as_slice() {
        [only] => Ok(only.clone()),
        // Nothing is due: what is asked is refused with the reason.
        [] => Ok(DueKey::whole(1)),
        several => {
            let keys = join(several.iter().map(ToString::to_string), ", ");
            Err(YearError::WhichDeadline(object, keys).into())
        }
    }
}

fn ministry(desk: &Desk<'_>, stream: Stream) -> Result<OrganisationId, Failure> {
    let year = desk.office.book().years.get(&stream).ok_or(YearError::Unknown)?;
    Ok(year.ministry)
}

fn add_person(desk: &mut Desk<'_>, name: &str, ministry: bool) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let year = desk.office.book().years.get(&stream).ok_or(YearError::Unknown)?;
    let organisation = if ministry { year.ministry } else { year.agency };
    let command = directory::Command::RegisterPerson { name: name.to_owned(), organisation };
    let book = desk.office.run(&desk.how, Stream::Directory, Command::Directory(command))?;
    let person = book.directory.people.keys().next_back().copied().ok_or(YearError::Unknown)?;
    let sentence = words::PERSON_ADDED.with(desk.screen.language, &[&crate::output::plain(name), &person]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "person": person })))
}

fn met(desk: &mut Desk<'_>, announcement: ObjectId, letter: ObjectId) -> Result<Result<Outcome>, Failure> {
    let stream = desk.stream()?;
    let command = letters::Command::MeetAnnouncement { announcement, letter };
    let book = desk.office.run(&desk.how, stream, Command::Letters(command))?;
    let named = named(&book, stream, announcement);
    let sentence = words::MET.with(desk.screen.language, &[&named, &letter]);
    Ok(desk.said(&book, stream, &sentence, &json!({ "announcement": announcement, "letter": letter })))
}

/// Does a command that is given as JSON.
fn any(desk: &mut Desk<'_>, file: &std::path::Path) -> Result<Result<Outcome>, Failure> {
    let language = desk.screen.language;
    let input = match input::file(file, language) {
        Ok(input) => input,
        Err(error) => return Ok(Err(error)),
    };
    let command: Command = match serde_json::from_slice(&input.bytes) {
        Ok(command) => command,
        Err(error) => {
            return Ok(Err(Error::msg(words::NOT_A_COMMAND.with(language, &[&input.name, &error]))));
        }
    };
    let year = desk.stream();
    let stream = match &command {
        Command::Directory(_) => Stream::Directory,
        _ => year?,
    };
    let book = desk.office.run(&desk.how, stream, command)?;
    Ok(desk.said(&book, stream, words::DONE.get(language), &json!({ "version": book.version(stream) })))
}
