//! Several assignments are changed in one go: one command each, and what was refused is told.

use super::asked::NOBODY;
use super::rows::WorkRow;
use super::texts as words;
use super::{Address, page, worklist};
use crate::fields::Errors;
use crate::form::Form;
use crate::frame::{sent_to, year_base};
use crate::house::House;
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::site::{Typed, Visitor};
use crate::visit::{Values, Visit};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::str::FromStr;
use styrbord_app::Language;
use styrbord_app::follow::events::work::Status;
use styrbord_app::follow::events::{Command, ObjectId, Stream};
use styrbord_app::follow::{Change, Seat};

/// As many are changed in one go.
pub(super) const CHANGES_MAX: usize = 300;

/// A change, and the number of the record that had changed the object last when it was seen.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    pub(super) change: Change,
    pub(super) seen: u64,
}

/// What came of several changes.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// How many were done.
    pub(super) done: usize,
    pub(super) refused: Vec<Refused>,
}

/// A change that was not done.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) address: String,
    pub(super) object: ObjectId,
    pub(super) label: String,
    pub(super) why: String,
    is_conflict: bool,
}

impl Told {
    /// Returns the status of the answer.
    pub(super) fn status(&self) -> StatusCode {
        let is_conflict = self.refused.iter().any(|one| one.is_conflict);
        if is_conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}

/// Changes those that are checked.
pub(crate) async fn several(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let sent = read(&given, |name, _| format!("set-{name}"))?;
    let mut errors = Errors::default();
    if sent.is_empty() {
        errors.add("assignments", words::PICK_ONE.get(visit.language));
    } else if sent.iter().any(|one| one.change.is_nothing()) {
        errors.add("set-status", words::SET_ONE.get(visit.language));
    }
    if !errors.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&house, &visit, stream, (given, errors), Told::default(), status).await;
    }
    let told = apply(&house, &visit, stream, sent).await?;
    if told.refused.is_empty() {
        let asked = super::Asked::read(&visit.query).here();
        let between = if asked == "?" { "" } else { "&" };
        return Ok(sent_to(&format!("{}/assignments{asked}{between}done={}", year_base(stream), told.done)));
    }
    // What was done is no longer checked.
    let mut kept = Values::default();
    for (name, value) in given.iter() {
        let is_done = name == "row" && !told.refused.iter().any(|one| one.object.to_string() == value);
        if !is_done {
            kept.push(name, value.to_owned());
        }
    }
    let status = told.status();
    page(&house, &visit, stream, (kept, Errors::default()), told, status).await
}

/// Reads changes: a `row` for each object, what it was seen as, and fields whose names come of theirs and the object.
///
/// # Errors
/// When it is no form of these pages.
pub(super) fn read(given: &Values, field: impl Fn(&str, &str) -> String) -> Result<Vec<Sent>, Problem> {
    let rows: Vec<&str> = given.iter().filter(|(name, _)| *name == "row").map(|(_, value)| value).collect();
    if rows.len() > CHANGES_MAX {
        return Err(Problem::TooLarge);
    }
    let one = |row: &&str| {
        let object: ObjectId = row.parse().map_err(|_| Problem::Unreadable)?;
        let value = |name: &str| given.get(&field(name, row));
        let seen = given.get(&format!("seen-{row}")).and_then(|seen| seen.parse().ok());
        let word = value("status");
        let status = Status::ALL.iter().copied().find(|one| Some(names::status_word(*one)) == word);
        if word.is_some() && status.is_none() {
            return Err(Problem::Unreadable);
        }
        let delay = names::DELAYS.iter().find(|(_, word, _)| value("delay") == Some(*word));
        let change = Change {
            object,
            owner: chosen(value("owner"))?,
            unit: chosen(value("unit"))?,
            status,
            comment: value("comment").map(one_kind_of_lines),
            delay: delay.map(|(delay, ..)| *delay),
        };
        Ok(Sent { change, seen: seen.ok_or(Problem::Unreadable)? })
    };
    rows.iter().map(one).collect()
}

/// Browsers send lines with two signs at their ends, whatever was typed.
pub(super) fn one_kind_of_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Reads who is chosen: nothing when it stays, nobody, or somebody.
fn chosen<I: FromStr>(word: Option<&str>) -> Result<Option<Seat<I>>, Problem> {
    match word {
        None => Ok(None),
        Some(NOBODY) => Ok(Some(Seat::Empty)),
        Some(id) => id.parse().map(|id| Some(Seat::Held(id))).map_err(|_| Problem::Unreadable),
    }
}

/// Does changes one by one; what is refused stops none of the others.
///
/// # Errors
/// When the year cannot be seen.
pub(super) async fn apply(
    house: &House,
    visit: &Visit,
    stream: Stream,
    sent: Vec<Sent>,
) -> Result<Told, Problem> {
    let (visitor, language) = (visit.person()?.clone(), visit.language);
    let told = house.ask(move |house| Ok(all(house, &visitor, stream, &sent, language))).await?;
    let (_, list) = worklist(house, visit, stream).await?;
    let label = |object| list.rows.iter().find(|row| row.object == object).map(called);
    let (done, refused) = told;
    let refused = refused.into_iter().map(|(object, why, is_conflict)| Refused {
        address: format!("{}/objects/{object}", year_base(stream)),
        label: label(object).unwrap_or_else(|| object.to_string()),
        object,
        why,
        is_conflict,
    });
    Ok(Told { done, refused: refused.collect() })
}

type Failed = (ObjectId, String, bool);

fn all(
    house: &House,
    visitor: &Visitor,
    stream: Stream,
    sent: &[Sent],
    language: Language,
) -> (usize, Vec<Failed>) {
    let (mut done, mut failed) = (0, Vec::new());
    for one in sent {
        match each(house, visitor, stream, one) {
            Ok(()) => done += 1,
            Err((problem, is_part_done)) => {
                if let Problem::Failed(cause) = &problem {
                    house.log(&format!("changing {}: {cause}", one.change.object));
                }
                let why = format!("{}. {}", problem.sentence(language), problem.help(language));
                let part = is_part_done.then(|| words::PART_DONE.get(language));
                let why = part.map_or(why.clone(), |part| format!("{part} {why}"));
                failed.push((one.change.object, why, matches!(problem, Problem::Conflict)));
            }
        }
    }
    (done, failed)
}

/// Does one change. Says with a problem whether a part of it was done.
fn each(house: &House, visitor: &Visitor, stream: Stream, sent: &Sent) -> Result<(), (Problem, bool)> {
    let object = sent.change.object;
    let commands = house.site().look(visitor, stream, None, |looked| sent.change.commands(looked.year));
    let commands = commands.map_err(|problem| (problem, false))?;
    let missing = || (Problem::Unfit(crate::words::message(words::STATUS_FIRST)), false);
    for (at, command) in commands.ok_or_else(missing)?.into_iter().enumerate() {
        // The first command has changed the object itself.
        let seen = (at == 0).then_some((object, sent.seen));
        let typed = Typed { seen, ..Typed::default() };
        let done = house.site().submit(visitor, stream, Command::Work(command), &typed);
        done.map_err(|problem| (problem, at > 0))?;
    }
    Ok(())
}

/// Returns the number of an assignment, or its title where the letter gave it none.
fn called(row: &WorkRow) -> String {
    if row.label.is_empty() { row.title.clone() } else { row.label.clone() }
}
