//! The year as a whole: it runs, it closes, the next one opens, and what was announced has come.

mod texts;

use crate::fields::{Errors, Kind};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::task::{Filler, Input, Reader, TaskPage, said};
use crate::pages::{names, stream};
use crate::problem::Problem;
use crate::site::{Looked, Typed};
use crate::visit::{Values, Visit};
use crate::written;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::{Command as Ask, Stage};
use styrbord_app::follow::events::{Command, Stream};
use styrbord_app::follow::letters;
use styrbord_app::texts::Text;
use texts as words;
pub(super) use words::YEAR;

/// Something that is done to the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    Stage,
    Next,
    Met,
}

/// Every task with its word in addresses, its name, and what is said above the form.
const TASKS: [(Task, &str, Text, Text); 3] = [
    (Task::Met, "met", words::MET, words::MET_LEAD),
    (Task::Stage, "stage", words::STAGE, words::STAGE_LEAD),
    (Task::Next, "next", words::NEXT, words::NEXT_LEAD),
];

/// The stages that a year is taken to, with their words in forms.
const STAGES: [(Stage, &str, Text); 2] =
    [(Stage::Running, "running", words::RUNNING), (Stage::Closed, "closed", words::CLOSED)];

type Pairs = Vec<(String, String)>;

/// What the forms need of the year.
struct Held {
    about: String,
    /// The stages after today's.
    stages: Pairs,
    /// What was announced and has not come.
    awaited: Pairs,
    letters: Pairs,
    /// Whether the next year is yet to be opened.
    is_last: bool,
    runs: bool,
    takes: bool,
}

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/year/{task}", get(show).post(send_in))
}

/// Returns what can be done to the year now, each with its address and name.
pub(super) fn links(looked: &Looked<'_>, frame: &Frame) -> Vec<(String, &'static str)> {
    if frame.year.as_ref().is_none_or(|year| year.as_of.is_some()) {
        return Vec::new();
    }
    let (held, base) = (Held::of(looked, frame), year_base(looked.year.stream));
    let open = TASKS.iter().filter(|(task, ..)| matches!(held.allows(*task), Ok(true)));
    open.map(|(_, word, name, _)| (format!("{base}/year/{word}"), frame.t(*name))).collect()
}

fn next(stream: Stream) -> Option<Stream> {
    match stream {
        Stream::Year(agency, year) => Some(Stream::Year(agency, year.checked_add(1)?)),
        Stream::Directory => None,
    }
}

impl Held {
    fn of(looked: &Looked<'_>, frame: &Frame) -> Self {
        let year = looked.year;
        let stage = year.letters.stage;
        let follows = |one: &Stage| {
            matches!((stage, one), (Stage::Planning, Stage::Running) | (Stage::Running, Stage::Closed))
        };
        let stages = STAGES.iter().filter(|(one, ..)| follows(one));
        let letter = |row: &styrbord_app::follow::LetterRow| {
            let name = frame.t(names::document(row.document.kind));
            (row.letter.to_string(), format!("{name}, {}", written::date(row.on, frame.language)))
        };
        let announced = |id: styrbord_app::follow::events::ObjectId| {
            let title = year.letters.parts.get(&id).map(|part| part.value.title().to_owned());
            (id.to_string(), names::title(&title.unwrap_or_default(), frame.language))
        };
        let next = next(year.stream);
        Self {
            about: frame
                .year
                .as_ref()
                .map(|year| format!("{} {}", year.agency, year.year))
                .unwrap_or_default(),
            stages: stages.map(|(_, word, name)| ((*word).to_owned(), frame.t(*name).to_owned())).collect(),
            awaited: year.letters.awaited().map(|(id, _)| announced(id)).collect(),
            letters: letters(year).iter().map(letter).collect(),
            is_last: next.is_some_and(|next| !looked.present.0.years.contains_key(&next)),
            runs: looked.may(UseCase::RunYear, None),
            takes: looked.may(UseCase::TakeInLetter, None) && stage != Stage::Closed,
        }
    }

    /// Tells whether a task can be done now.
    fn allows(&self, task: Task) -> Result<bool, Problem> {
        let (may, has) = match task {
            Task::Stage => (self.runs, !self.stages.is_empty()),
            Task::Next => (self.runs, self.is_last),
            Task::Met => (self.takes, !self.awaited.is_empty()),
        };
        if may { Ok(has) } else { Err(Problem::Forbidden) }
    }
}

type Address = Path<(String, String, String)>;

fn read(Path((agency, year, task)): Address) -> Result<(Stream, Task), Problem> {
    let (task, ..) = TASKS.iter().find(|(_, word, ..)| *word == task).ok_or(Problem::NotFound)?;
    Ok((stream(&agency, &year)?, *task))
}

/// Shows the form of a task.
async fn show(State(house): State<House>, visit: Visit, address: Address) -> Result<Response, Problem> {
    let place = read(address)?;
    let (frame, held) = taken_out(&house, &visit, place).await?;
    let given = visit.query.clone();
    page((&frame, &held), place, (&given, false), &Errors::default(), StatusCode::OK)
}

/// Takes out of the year what the form needs.
async fn taken_out(
    house: &House,
    visit: &Visit,
    (stream, task): (Stream, Task),
) -> Result<(Frame, Held), Problem> {
    let (visitor, asks) = (visit.person()?.clone(), visit.clone());
    house
        .ask(move |house| {
            let (frame, held) = house.site().look(&visitor, stream, None, |looked| {
                let frame = Frame::of_year(house, &asks, looked, None);
                let held = Held::of(looked, &frame);
                (frame, held)
            })?;
            if held.allows(task)? { Ok((frame, held)) } else { Err(Problem::NotFound) }
        })
        .await
}

fn page(
    (frame, held): (&Frame, &Held),
    (stream, task): (Stream, Task),
    (given, sent): (&Values, bool),
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let Some((_, word, title, lead)) = TASKS.iter().find(|(one, ..)| *one == task) else {
        return Err(Problem::NotFound);
    };
    let base = year_base(stream);
    let fill = Filler { frame, given, sent, errors };
    let reason = Input::Field(fill.may("reason", Kind::Long, words::REASON, ""));
    let inputs = match task {
        Task::Stage => vec![fill.choice("stage", words::STAGE, held.stages.clone(), ""), reason],
        Task::Next => vec![reason],
        Task::Met => vec![
            fill.choice("announcement", words::ANNOUNCED, held.awaited.clone(), ""),
            fill.choice("letter", words::CAME_BY, held.letters.clone(), ""),
        ],
    };
    let page = TaskPage {
        frame,
        title: frame.t(*title),
        lead: frame.t(*lead),
        about: held.about.clone(),
        back: format!("{base}/amendments"),
        address: format!("{base}/year/{word}"),
        version: fill.version(0, status),
        summary: errors.summary(frame.language),
        inputs,
    };
    send(status, &page)
}

/// Does what a form asks for.
async fn send_in(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let place = read(address)?;
    let (frame, held) = taken_out(&house, &visit, place).await?;
    let (stream, task) = place;
    let mut reader = Reader::new(&frame, &given);
    let (command, at) = match task {
        Task::Stage => {
            let stage = STAGES.iter().find(|(_, word, _)| given.get("stage") == Some(*word));
            let (stage, ..) = *stage.ok_or(Problem::Unreadable)?;
            (Some(Ask::SetStage { stage }), stream)
        }
        Task::Next => (Some(Ask::OpenNext), next(stream).ok_or(Problem::NotFound)?),
        Task::Met => {
            let announcement = reader.chosen("announcement", words::ANNOUNCED);
            let letter = reader.chosen("letter", words::CAME_BY);
            let both = announcement.zip(letter);
            (both.map(|(announcement, letter)| Ask::MeetAnnouncement { announcement, letter }), stream)
        }
    };
    let Some(command) = command else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page((&frame, &held), place, (&given, true), &reader.errors, status);
    };
    let typed = Typed { reason: given.get("reason").map(str::to_owned), ..Typed::default() };
    let visitor = visit.person()?.clone();
    let done =
        house.ask(move |house| house.site().submit(&visitor, at, Command::Letters(command), &typed)).await;
    match done {
        Ok(()) if task == Task::Next => Ok(sent_to(&year_base(at))),
        Ok(()) => Ok(sent_to(&format!("{}/amendments", year_base(stream)))),
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let field = match task {
                Task::Stage => "stage",
                Task::Next => "reason",
                Task::Met => "announcement",
            };
            let errors = said(&problem, field, &frame);
            page((&frame, &held), place, (&given, true), &errors, problem.status())
        }
        Err(problem) => Err(problem),
    }
}
