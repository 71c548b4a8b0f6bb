//! The meetings that the letters ask for: what was called, held and minuted, and the page on which that is recorded.

use super::texts as words;
use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::site::{Looked, Typed};
use crate::visit::{Values, Visit};
use crate::written;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::work::{self, MeetingStep, Sitting};
use styrbord_app::follow::events::{Command, ObjectId, ObjectKind, Stream};
use styrbord_app::texts::Text;

/// A kind of meeting that a letter has, with those that were called.
pub(super) struct MeetingRow {
    pub(super) address: String,
    /// Where it is recorded; empty for who may not.
    pub(super) record: String,
    pub(super) title: String,
    /// What the letter says of how many and when.
    pub(super) said: String,
    /// Each meeting with its name and how far it came.
    pub(super) sittings: Vec<(String, String)>,
    /// The number of the next one.
    next: u32,
    version: u64,
}

const STEPS: [(&str, Text); 4] = [
    ("called", words::CALLED),
    ("held", words::HELD),
    ("minutes", words::MINUTES),
    ("cancelled", words::CANCELLED),
];

/// Shows all meetings of which the visitor sees how far they are.
pub(super) fn meetings(looked: &Looked<'_>, frame: &Frame) -> Vec<MeetingRow> {
    let all = looked.year.letters.in_force().filter(|(object, _)| object.kind == ObjectKind::Meeting);
    let seen = all.filter(|(object, _)| looked.may(UseCase::ReadWork, Some(*object)));
    seen.filter_map(|(object, _)| row(looked, frame, object)).collect()
}

fn row(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Option<MeetingRow> {
    let year = looked.year;
    let part = year.letters.parts.get(&object).filter(|part| part.repealed.is_none())?;
    let PartValue::Meeting(meeting) = &part.value else { return None };
    let base = year_base(year.stream);
    let item = year.work.items.get(&object);
    let dues = work::dues(year, object);
    let sittings = dues.iter().map(|due| {
        let number = due.key.index;
        let known = item.and_then(|item| item.sittings.get(&number)).copied().unwrap_or_default();
        (frame.with(words::SITTING, number), told(frame, known, due.date))
    });
    let count = meeting.count.map(|count| frame.with(words::COUNT_SAID, count));
    let said: Vec<String> = count.into_iter().chain(meeting.when.clone()).collect();
    let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
    let may = is_now && looked.may(UseCase::PlanWork, Some(object));
    let last = item.and_then(|item| item.sittings.keys().next_back().copied()).unwrap_or_default();
    Some(MeetingRow {
        address: format!("{base}/objects/{object}{}", frame.day_end()),
        record: if may { format!("{base}/calendar/meetings/{object}") } else { String::new() },
        title: meeting.title.clone(),
        said: if said.is_empty() { String::new() } else { frame.with(words::SAID, said.join(", ")) },
        sittings: sittings.collect(),
        next: last.saturating_add(1),
        version: looked.book.touched(year.stream, object),
    })
}

fn told(frame: &Frame, sitting: Sitting, date: Option<styrbord_app::Date>) -> String {
    let day = |name: Text, day| format!("{} {}", frame.t(name), written::date(day, frame.language));
    let Sitting { called, held, minutes, cancelled } = sitting;
    let steps = [(words::CALLED, called), (words::HELD, held), (words::MINUTES, minutes)];
    let mut steps: Vec<String> =
        steps.into_iter().filter_map(|(name, on)| on.map(|on| day(name, on))).collect();
    if steps.is_empty() {
        steps.extend(date.map(|date| written::date(date, frame.language)));
    }
    if cancelled {
        steps.push(frame.t(words::CANCELLED).to_owned());
    }
    steps.join(", ")
}

#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    row: MeetingRow,
    base: String,
    which: Choice,
    step: Choice,
    day: Field,
    comment: Field,
}

/// Agency, year and object, as they stand in the address.
type Address = Path<(String, String, String)>;

fn read(Path((agency, year, object)): Address) -> Result<(Stream, ObjectId), Problem> {
    let object = object.parse().map_err(|_| Problem::NotFound)?;
    Ok((stream(&agency, &year)?, object))
}

/// Shows where a meeting is recorded.
pub(super) async fn show(
    State(house): State<House>,
    visit: Visit,
    address: Address,
) -> Result<Response, Problem> {
    page(&house, &visit, read(address)?, &Values::default(), &Errors::default(), StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    (stream, object): (Stream, ObjectId),
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let (visitor, asks) = (visit.person()?.clone(), visit.clone());
    let (frame, row) = house
        .ask(move |house| {
            house.site().look(&visitor, stream, None, |looked| {
                let frame = Frame::of_year(house, &asks, looked, None);
                let row = row(looked, &frame, object).filter(|row| !row.record.is_empty());
                (frame, row)
            })
        })
        .await?;
    let mut row = row.ok_or(Problem::Forbidden)?;
    if let Some(seen) = given.get("seen").filter(|_| status != StatusCode::CONFLICT) {
        row.version = seen.parse().unwrap_or(row.version);
    }
    let text = |name| given.get(name).unwrap_or_default().to_owned();
    let page = MeetingPage {
        summary: errors.summary(visit.language),
        which: which(&frame, &row, given),
        step: step(&frame, given),
        day: Field::new("day", Kind::Text, frame.t(words::DAY))
            .optional()
            .hint(frame.t(words::DAY_HINT))
            .value(text("day"))
            .wrong(errors),
        comment: Field::new("comment", Kind::Long, frame.t(words::COMMENT))
            .optional()
            .hint(frame.t(words::COMMENT_HINT))
            .value(text("comment"))
            .wrong(errors),
        base: year_base(stream),
        row,
        frame: &frame,
    };
    send(status, &page)
}

fn which(frame: &Frame, row: &MeetingRow, given: &Values) -> Choice {
    let chosen = given.get("sitting").unwrap_or_default();
    let option = |number: u32| {
        let is_new = number == row.next;
        let name = if is_new { words::NEW_SITTING } else { words::SITTING };
        let is_chosen = if chosen.is_empty() { is_new } else { number.to_string() == chosen };
        (number.to_string(), frame.with(name, number), is_chosen)
    };
    let options = (1..=row.next).map(option).collect();
    Choice { name: "sitting", label: frame.t(words::WHICH), options, error: None }
}

fn step(frame: &Frame, given: &Values) -> Choice {
    let option = |(word, name): (&str, Text)| {
        (word.to_owned(), frame.t(name).to_owned(), given.get("step") == Some(word))
    };
    Choice { name: "step", label: frame.t(words::STEP), options: STEPS.map(option).into(), error: None }
}

/// Records how far a meeting came.
pub(super) async fn record(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let (stream, object) = read(address)?;
    let number = |name| given.get(name).and_then(|number| number.parse().ok());
    let sitting = number("sitting").and_then(|sitting| u32::try_from(sitting).ok());
    let (Some(seen), Some(sitting)) = (number("seen"), sitting) else { return Err(Problem::Unreadable) };
    let day = given.get("day").and_then(written::read_date);
    let step = match (given.get("step").unwrap_or_default(), day) {
        ("cancelled", _) => MeetingStep::Cancelled,
        ("called", Some(day)) => MeetingStep::Called(day),
        ("held", Some(day)) => MeetingStep::Held(day),
        ("minutes", Some(day)) => MeetingStep::MinutesSent(day),
        ("called" | "held" | "minutes", None) => {
            let mut errors = Errors::default();
            errors.add("day", words::NO_SUCH_DAY.get(visit.language).to_owned());
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(&house, &visit, (stream, object), &given, &errors, status).await;
        }
        _ => return Err(Problem::Unreadable),
    };
    let comment = given.get("comment").map(str::to_owned);
    let command = Command::Work(work::Command::RecordMeeting { object, sitting, step, comment });
    let typed = Typed { seen: Some((object, seen)), ..Typed::default() };
    let visitor = visit.person()?.clone();
    match house.ask(move |house| house.site().submit(&visitor, stream, command, &typed)).await {
        Ok(()) => Ok(sent_to(&format!("{}/calendar#meetings", year_base(stream)))),
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let mut errors = Errors::default();
            let (sentence, help) = (problem.sentence(visit.language), problem.help(visit.language));
            let field = if step == MeetingStep::Cancelled { "comment" } else { "day" };
            errors.add(field, format!("{sentence}. {help}"));
            page(&house, &visit, (stream, object), &given, &errors, problem.status()).await
        }
        Err(problem) => Err(problem),
    }
}
