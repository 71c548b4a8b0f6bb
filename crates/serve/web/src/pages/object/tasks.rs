//! What is done to one object on a page of its own: who does it, when, after what, and what is taken back.

mod held;
mod inputs;
mod read;
mod texts;

use super::{Address as ObjectAddress, read as read_object};
use crate::fields::Errors;
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::pages::task::{Filler, Reader, TaskPage, said};
use crate::problem::Problem;
use crate::site::Typed;
use crate::visit::{Values, Visit};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use held::Held;
pub(super) use held::called;
pub(super) use inputs::STATES;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::{Command, ObjectId, Stream};
use styrbord_app::texts::Text;
use texts as words;

/// Something that is done to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    Responsible,
    Milestone,
    Schedule,
    WithReport,
    Waits,
    WaitsNoMore,
    Material,
    TakeBack,
}

/// Every task with its word in addresses, its name, and what is said above the form.
const TASKS: [(Task, &str, Text, Text); 8] = [
    (Task::Responsible, "responsible", words::RESPONSIBLE, words::RESPONSIBLE_LEAD),
    (Task::Milestone, "milestone", words::MILESTONE, words::MILESTONE_LEAD),
    (Task::Schedule, "schedule", words::SCHEDULE, words::SCHEDULE_LEAD),
    (Task::WithReport, "with-report", words::WITH_REPORT, words::WITH_REPORT_LEAD),
    (Task::Waits, "waits-for", words::WAITS, words::WAITS_LEAD),
    (Task::WaitsNoMore, "waits-no-more", words::WAITS_NO_MORE, words::WAITS_NO_MORE_LEAD),
    (Task::Material, "material", words::MATERIAL, words::MATERIAL_LEAD),
    (Task::TakeBack, "take-back", words::TAKE_BACK, words::TAKE_BACK_LEAD),
];

impl Task {
    /// Returns the use case that it is.
    fn use_case(self) -> UseCase {
        match self {
            Task::Responsible => UseCase::AssignWork,
            Task::TakeBack => UseCase::ReportStatus,
            _ => UseCase::PlanWork,
        }
    }
}

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/objects/{object}/{task}", get(show).post(send_in))
}

/// Returns the tasks that can be done to an object now, each with its address and name.
pub(super) fn links(
    looked: &crate::site::Looked<'_>,
    frame: &Frame,
    object: ObjectId,
) -> Vec<(String, &'static str)> {
    if frame.year.as_ref().is_none_or(|year| year.as_of.is_some()) {
        return Vec::new();
    }
    let Some(held) = Held::of(looked, frame, object) else { return Vec::new() };
    let open = TASKS.iter().filter(|(task, ..)| matches!(held.allows(*task), Ok(true)));
    open.map(|(_, word, name, _)| (format!("{}/{word}", held.address), frame.t(*name))).collect()
}

/// Where one is: the year, the object, and what is done to it.
#[derive(Clone, Copy)]
struct Place {
    at: (Stream, ObjectId),
    task: Task,
}

type Address = Path<(String, String, String, String)>;

fn read(Path((agency, year, object, task)): Address) -> Result<Place, Problem> {
    let (task, ..) = TASKS.iter().find(|(_, word, ..)| *word == task).ok_or(Problem::NotFound)?;
    let address: ObjectAddress = Path((agency, year, object));
    Ok(Place { at: read_object(address)?, task: *task })
}

/// Shows the form of a task.
async fn show(State(house): State<House>, visit: Visit, address: Address) -> Result<Response, Problem> {
    let place = read(address)?;
    let (frame, held) = taken_out(&house, &visit, place).await?;
    let given = visit.query.clone();
    page((&frame, &held), place, (&given, false), &Errors::default(), StatusCode::OK)
}

/// Takes out of the year what the form needs.
async fn taken_out(house: &House, visit: &Visit, place: Place) -> Result<(Frame, Held), Problem> {
    let (visitor, asks) = (visit.person()?.clone(), visit.clone());
    let (stream, object) = place.at;
    house
        .ask(move |house| {
            let (frame, held) = house.site().look(&visitor, stream, None, |looked| {
                let frame = Frame::of_year(house, &asks, looked, None);
                let held = Held::of(looked, &frame, object);
                (frame, held)
            })?;
            let mut held = held.ok_or(Problem::NotFound)?;
            if !held.allows(place.task)? {
                return Err(Problem::NotFound);
            }
            held.fill(&house.site().words(&visitor, held.texts())?, &frame);
            Ok((frame, held))
        })
        .await
}

fn page(
    (frame, held): (&Frame, &Held),
    place: Place,
    (given, sent): (&Values, bool),
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let Some((_, word, title, lead)) = TASKS.iter().find(|(task, ..)| *task == place.task) else {
        return Err(Problem::NotFound);
    };
    let filler = Filler { frame, given, sent, errors };
    let page = TaskPage {
        frame,
        title: frame.t(*title),
        lead: frame.t(*lead),
        about: held.about.clone(),
        back: held.address.clone(),
        address: format!("{}/{word}", held.address),
        version: filler.version(held.version, status),
        summary: errors.summary(frame.language),
        inputs: inputs::of(&filler, held, place.task),
    };
    send(status, &page)
}

/// Does what a form asks for; when something is wrong with it, shows it again with all that was typed.
async fn send_in(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let place = read(address)?;
    let (frame, held) = taken_out(&house, &visit, place).await?;
    let mut reader = Reader::new(&frame, &given);
    let command = read::command(&mut reader, place.at.1, place.task)?;
    let errors = reader.errors;
    let Some(command) = command.filter(|_| errors.is_empty()) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page((&frame, &held), place, (&given, true), &errors, status);
    };
    let seen = given.get("seen").and_then(|seen| seen.parse().ok()).ok_or(Problem::Unreadable)?;
    let (stream, object) = place.at;
    let reason = (place.task == Task::TakeBack).then(|| reader_reason(&given)).flatten();
    let typed = Typed { seen: Some((object, seen)), on: None, reason };
    let visitor = visit.person()?.clone();
    let done =
        house.ask(move |house| house.site().submit(&visitor, stream, Command::Work(command), &typed)).await;
    match done {
        Ok(()) => Ok(sent_to(&held.address)),
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let errors = said(&problem, read::field_of(&problem, place.task), &frame);
            // What is new is shown with the form, so that it can be sent again.
            let (frame, held) = taken_out(&house, &visit, place).await?;
            page((&frame, &held), place, (&given, true), &errors, problem.status())
        }
        Err(problem) => Err(problem),
    }
}

fn reader_reason(given: &Values) -> Option<String> {
    given.get("reason").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_task_has_an_address_of_its_own() {
        let words: std::collections::BTreeSet<&str> = TASKS.iter().map(|(_, word, ..)| *word).collect();
        assert_eq!(words.len(), TASKS.len());
    }
}
