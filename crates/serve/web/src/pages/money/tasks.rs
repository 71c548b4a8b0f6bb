//! What is done to one commitment, project, charge authorisation, share or authorisation, on a page of its own; and what
//! begins a project or a charge authorisation.

mod held;
mod inputs;
mod read;
mod texts;

use super::deeds::Deed;
use super::post;
use crate::fields::Errors;
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::pages::stream;
use crate::pages::task::{Filler, Reader, TaskPage, said};
use crate::problem::Problem;
use crate::site::{Looked, Typed};
use crate::visit::{Values, Visit};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use held::Held;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::{Command, ObjectId, ObjectKind, Stream};
use styrbord_app::texts::Text;
use texts as words;

/// Something that is done with money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    ChangeCommitment,
    Draw,
    Release,
    Close,
    ChangeShare,
    Return,
    Charge,
    Receive,
    ChangeCharge,
    ReportCharge,
    Register,
    ChangeProject,
    Deliver,
    Publish,
    Cancel,
}

/// What it is done to; none for the year as a whole.
type Kind = Option<ObjectKind>;

const COMMITMENT: Kind = Some(ObjectKind::Commitment);
const CHARGE: Kind = Some(ObjectKind::Charge);
const PROJECT: Kind = Some(ObjectKind::Project);
const POST: Kind = Some(ObjectKind::Post);

/// The word that stands for the year in addresses.
const YEAR: &str = "year";

/// Every task with what it is done to, its word in addresses, its name, and what is said above the form.
const TASKS: [(Task, Kind, &str, Text, Text); 15] = [
    (Task::ChangeCommitment, COMMITMENT, "change", words::CHANGE, words::CHANGE_COMMITMENT_LEAD),
    (Task::Draw, COMMITMENT, "draw", words::DRAW, words::DRAW_LEAD),
    (Task::Release, COMMITMENT, "release", words::RELEASE, words::RELEASE_LEAD),
    (Task::Close, COMMITMENT, "close", words::CLOSE, words::CLOSE_LEAD),
    (Task::ChangeShare, Some(ObjectKind::SubAllocation), "change", words::CHANGE, words::ZERO_TAKES_BACK),
    (Task::Return, Some(ObjectKind::Authorisation), "return", words::RETURN, words::RETURN_LEAD),
    (Task::Charge, POST, "charge", words::GIVE_CHARGE, words::GIVE_CHARGE_LEAD),
    (Task::Receive, None, "charge", words::RECEIVE_CHARGE, words::RECEIVE_CHARGE_LEAD),
    (Task::ChangeCharge, CHARGE, "change", words::CHANGE, words::ZERO_TAKES_BACK),
    (Task::ReportCharge, CHARGE, "report", words::REPORT_CHARGE, words::REPORT_CHARGE_LEAD),
    (Task::Register, POST, "project", words::REGISTER, words::REGISTER_LEAD),
    (Task::ChangeProject, PROJECT, "change", words::CHANGE, words::CHANGE_PROJECT_LEAD),
    (Task::Deliver, PROJECT, "deliver", words::DELIVER, words::DELIVER_LEAD),
    (Task::Publish, PROJECT, "publish", words::PUBLISH, words::PUBLISH_LEAD),
    (Task::Cancel, PROJECT, "cancel", words::CANCEL, words::CANCEL_LEAD),
];

/// Returns the tasks that can be done now, each with its address and name: to an object, or to the year.
pub(super) fn links(
    looked: &Looked<'_>,
    frame: &Frame,
    object: Option<ObjectId>,
) -> Vec<(String, &'static str)> {
    let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
    if !is_now || !looked.may(UseCase::ManageMoney, None) || !held::is_open(looked, object) {
        return Vec::new();
    }
    let base = format!("{}/money", crate::frame::year_base(looked.year.stream));
    let at = object.map_or_else(|| YEAR.to_owned(), |object| object.to_string());
    let own = TASKS.iter().filter(|(_, kind, ..)| *kind == object.map(|object| object.kind));
    own.map(|(_, _, word, name, _)| (format!("{base}/{at}/{word}"), frame.t(*name))).collect()
}

/// Where one is: the year, the object, and what is done to it.
#[derive(Clone, Copy)]
struct Place {
    stream: Stream,
    object: Option<ObjectId>,
    task: Task,
}

type Address = Path<(String, String, String, String)>;

fn read((agency, year, at, word): &(String, String, String, String)) -> Result<Place, Problem> {
    let object: Option<ObjectId> = match at.as_str() {
        YEAR => None,
        at => Some(at.parse().map_err(|_| Problem::NotFound)?),
    };
    let kind = object.map(|object| object.kind);
    let found = TASKS.iter().find(|(_, of, known, ..)| *of == kind && known == word);
    let (task, ..) = found.ok_or(Problem::NotFound)?;
    Ok(Place { stream: stream(agency, year)?, object, task: *task })
}

/// Shows the form of a task.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path(address): Address,
) -> Result<Response, Problem> {
    let place = read(&address)?;
    let (frame, held) = taken_out(&house, &visit, place).await?;
    let given = visit.query.clone();
    page((&frame, &held), place, (&given, false), &Errors::default(), StatusCode::OK)
}

/// Takes out of the year what the form needs.
async fn taken_out(house: &House, visit: &Visit, place: Place) -> Result<(Frame, Held), Problem> {
    let (visitor, asks) = (visit.person()?.clone(), visit.clone());
    house
        .ask(move |house| {
            let (frame, held) = house.site().look(&visitor, place.stream, None, |looked| {
                if !looked.may(UseCase::ManageMoney, None) {
                    return Err(Problem::Forbidden);
                }
                let frame = Frame::of_year(house, &asks, looked, None);
                let held = Held::of(looked, &frame, place.object).ok_or(Problem::NotFound)?;
                Ok((frame, held))
            })??;
            let mut held = held;
            held.fill(&house.site().words(&visitor, held.text)?);
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
    let Some((_, _, word, title, lead)) = TASKS.iter().find(|(task, ..)| *task == place.task) else {
        return Err(Problem::NotFound);
    };
    let at = place.object.map_or_else(|| YEAR.to_owned(), |object| object.to_string());
    let filler = Filler { frame, given, sent, errors };
    let page = TaskPage {
        frame,
        title: frame.t(*title),
        lead: frame.t(*lead),
        about: held.about.clone(),
        back: held.back.clone(),
        address: format!("{}/{at}/{word}", held.base),
        version: filler.version(held.version, status),
        summary: errors.summary(frame.language),
        inputs: inputs::of(&filler, held, place.task),
    };
    send(status, &page)
}

/// Does what a form asks for: that of a post's own page, or of one of these.
pub(crate) async fn send_in(
    State(house): State<House>,
    visit: Visit,
    Path(address): Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    if address.2.starts_with(ObjectKind::Post.word()) && Deed::of_post(&address.3).is_some() {
        return post::act(State(house), visit, Path(address), Form(given)).await;
    }
    let place = read(&address)?;
    let (frame, held) = taken_out(&house, &visit, place).await?;
    let mut reader = Reader::new(&frame, &given);
    let command = read::command(&mut reader, place)?;
    let errors = reader.errors;
    let Some(command) = command.filter(|_| errors.is_empty()) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page((&frame, &held), place, (&given, true), &errors, status);
    };
    let seen = given.get("seen").and_then(|seen| seen.parse().ok()).ok_or(Problem::Unreadable)?;
    let reason = given.get("reason").map(str::to_owned);
    let typed = Typed { seen: place.object.map(|object| (object, seen)), on: None, reason };
    let (visitor, stream) = (visit.person()?.clone(), place.stream);
    let done =
        house.ask(move |house| house.site().submit(&visitor, stream, Command::Money(command), &typed)).await;
    match done {
        Ok(()) => Ok(sent_to(&held.back)),
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let errors = said(&problem, read::field_of(&problem, place.task), &frame);
            // What is new is shown with the form, so that it can be sent again.
            let (frame, held) = taken_out(&house, &visit, place).await?;
            page((&frame, &held), place, (&given, true), &errors, problem.status())
        }
        Err(problem) => Err(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_task_has_an_address_of_its_own() {
        let words: std::collections::BTreeSet<(Kind, &str)> =
            TASKS.iter().map(|(_, kind, word, ..)| (*kind, *word)).collect();
        assert_eq!(words.len(), TASKS.len());
    }

    #[test]
    fn no_task_of_a_post_has_the_word_of_a_form_on_its_page() {
        for (_, kind, word, ..) in TASKS {
            assert!(kind != POST || Deed::of_post(word).is_none(), "{word}");
        }
    }
}
