//! One object of a year: what the letters say of it, its deadlines, its history, and what people report.

mod bench;
mod evidence;
mod facts;
mod history;
mod more;
mod plan;
mod tasks;
mod texts;
mod view;

use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::{names, outside, sharing, stream};
use crate::problem::Problem;
use crate::site::Typed;
use crate::visit::{Values, Visit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use bench::{Bench, Fields};
use more::More;
use styrbord_app::follow::events::work::{self, Responsibility, Status};
use styrbord_app::follow::events::{Command, ObjectId, PersonId, Stream, UnitId};
use texts as words;
use view::Seen;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/objects/{object}", get(show))
        .route("/years/{agency}/{year}/objects/{object}/status", post(report))
        .route("/years/{agency}/{year}/objects/{object}/owner", post(assign))
        .route("/years/{agency}/{year}/objects/{object}/deadline", post(plan::shift))
        .route("/years/{agency}/{year}/objects/{object}/duty", post(plan::judge))
        .route("/years/{agency}/{year}/objects/{object}/deliverables", post(evidence::register))
        .route("/years/{agency}/{year}/objects/{object}/verdict", post(evidence::judge))
        .route("/years/{agency}/{year}/objects/{object}/evidence/{deliverable}/{at}", get(evidence::fetch))
        .merge(tasks::routes())
}

/// Agency, year and object, as they stand in the address.
type Address = Path<(String, String, String)>;

#[derive(Template)]
#[template(path = "object.html")]
struct ObjectPage<'a> {
    frame: &'a Frame,
    seen: Seen,
    summary: Summary,
    status: Choice,
    delay: Choice,
    comment: Field,
    owner: Choice,
    sharing: sharing::Section,
    bench: Bench,
    more: More,
    fields: Fields,
}

fn read(Path((agency, year, object)): Address) -> Result<(Stream, ObjectId), Problem> {
    let object = object.parse().map_err(|_| Problem::NotFound)?;
    Ok((stream(&agency, &year)?, object))
}

/// Shows an object.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    address: Address,
) -> Result<Response, Problem> {
    let at = read(address)?;
    if let Some(page) = outside::object(&house, &visit, at).await? {
        return Ok(page);
    }
    page(&house, &visit, at, &Values::default(), &Errors::default(), StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    (stream, object): (Stream, ObjectId),
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let (asks, as_of) = (visit.clone(), visit.as_of()?);
    let (frame, mut seen, sharing, (bench, more)) = house
        .ask(move |house| {
            let (frame, mut seen, mut sharing, (mut bench, mut more)) =
                house.site().look(&visitor, stream, as_of, |looked| {
                    let frame = Frame::of_year(house, &asks, looked, as_of);
                    let seen = Seen::of(looked, &frame, object);
                    let sharing = sharing::Section::of(looked, &frame, object);
                    let bench = Bench::of(looked, &frame, object);
                    let more = More::of(looked, &frame, object);
                    (frame, seen, sharing, (bench, more))
                })?;
            sharing.fill(&house.site().words(&visitor, sharing.texts())?, &frame);
            bench.fill(&house.site().words(&visitor, bench.texts())?, &frame);
            more.fill(&house.site().words(&visitor, more.texts())?, &frame);
            if let Some(seen) = &mut seen {
                let words = house.site().words(&visitor, seen.texts())?;
                seen.fill(&words, &frame);
            }
            Ok((frame, seen.ok_or(Problem::NotFound)?, sharing, (bench, more)))
        })
        .await?;
    if let Some(version) = given.get("seen").filter(|_| status != StatusCode::CONFLICT) {
        version.clone_into(&mut seen.version);
    }
    let page = ObjectPage {
        summary: errors.summary(visit.language),
        status: status_choice(&frame, &seen, given),
        delay: delay_choice(&frame, given),
        comment: Field::new("comment", Kind::Long, frame.t(words::COMMENT))
            .optional()
            .hint(frame.t(words::COMMENT_HINT))
            .value(given.get("comment").unwrap_or_default())
            .wrong(errors),
        owner: owner_choice(&frame, &seen, given),
        fields: bench.fields(&frame, given, errors),
        bench,
        more,
        seen,
        sharing,
        frame: &frame,
    };
    send(status, &page)
}

fn status_choice(frame: &Frame, seen: &Seen, given: &Values) -> Choice {
    let now = given.get("status").unwrap_or(seen.status_word);
    let option = |status: &Status| {
        let word = names::status_word(*status);
        (word.to_owned(), frame.t(names::status(*status)).to_owned(), word == now)
    };
    let options = Status::ALL.iter().map(option).collect();
    Choice { name: "status", label: frame.t(words::STATUS), options, error: None }
}

fn delay_choice(frame: &Frame, given: &Values) -> Choice {
    let now = given.get("delay").unwrap_or_default();
    let none = (String::new(), frame.t(words::NO_DELAY).to_owned(), now.is_empty());
    let delays = names::DELAYS.iter().map(|(_, word, name)| {
        let chosen = *word == now;
        ((*word).to_owned(), frame.t(name).to_owned(), chosen)
    });
    let options = std::iter::once(none).chain(delays).collect();
    Choice { name: "delay", label: frame.t(words::DELAY), options, error: None }
}

fn owner_choice(frame: &Frame, seen: &Seen, given: &Values) -> Choice {
    let now = given.get("owner").map_or_else(|| seen.owner.clone(), str::to_owned);
    let nobody = (String::new(), frame.t(words::NOBODY).to_owned(), now.is_empty());
    let people = seen.people.iter().map(|(id, name)| (id.clone(), name.clone(), *id == now));
    let options = std::iter::once(nobody).chain(people).collect();
    Choice { name: "owner", label: frame.t(words::OWNER), options, error: None }
}

/// Reports how far an object is.
pub(crate) async fn report(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let (stream, object) = read(address)?;
    let word = given.get("status").unwrap_or_default();
    let status = Status::ALL.iter().copied().find(|status| names::status_word(*status) == word);
    let status = status.ok_or(Problem::Unreadable)?;
    let delay = names::DELAYS.iter().find(|(_, word, _)| given.get("delay") == Some(*word));
    let command = work::Command::ReportStatus {
        object,
        due: given.get("due").map(str::parse).transpose().map_err(|_| Problem::Unreadable)?,
        status,
        comment: given.get("comment").map(str::to_owned),
        delay: delay.map(|(delay, ..)| *delay),
        letter: given.get("accepted-by").map(str::parse).transpose().map_err(|_| Problem::Unreadable)?,
    };
    change(&house, &visit, (stream, object), &given, command, "comment").await
}

/// Says who answers for an object, and which unit; lead and partners stay.
pub(crate) async fn assign(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let (stream, object) = read(address)?;
    let visitor = visit.person()?.clone();
    let owner = given.get("owner").map(str::parse::<PersonId>).transpose();
    let owner = owner.map_err(|_| Problem::Unreadable)?;
    let held = house
        .ask(move |house| {
            house.site().look(&visitor, stream, None, |looked| {
                let item = looked.year.work.items.get(&object)?;
                Some(item.responsibility.as_ref()?.value.clone())
            })
        })
        .await?;
    let unit = given.get("unit").map(str::parse::<UnitId>).transpose().map_err(|_| Problem::Unreadable)?;
    let responsibility = Responsibility { owner, unit, ..held.unwrap_or_default() };
    let command = work::Command::Assign { object, due: None, responsibility };
    change(&house, &visit, (stream, object), &given, command, "owner").await
}

/// Does a command; when it is refused or came too late, shows the page again with all that was typed.
async fn change(
    house: &House,
    visit: &Visit,
    at: (Stream, ObjectId),
    given: &Values,
    command: work::Command,
    field: &'static str,
) -> Result<Response, Problem> {
    change_all(house, visit, at, given, vec![command], field).await
}

/// Does commands one after the other, the first of them on the object as it was seen.
async fn change_all(
    house: &House,
    visit: &Visit,
    (stream, object): (Stream, ObjectId),
    given: &Values,
    commands: Vec<work::Command>,
    field: &'static str,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let seen = given.get("seen").and_then(|seen| seen.parse().ok()).ok_or(Problem::Unreadable)?;
    let mut seen = Some((object, seen));
    let submit = move |house: &House| {
        commands.into_iter().try_for_each(|command| {
            let typed = Typed { seen: seen.take(), ..Typed::default() };
            house.site().submit(&visitor, stream, Command::Work(command), &typed)
        })
    };
    match house.ask(submit).await {
        Ok(()) => Ok(sent_to(&format!("{}/objects/{object}", year_base(stream)))),
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let mut errors = Errors::default();
            let (sentence, help) = (problem.sentence(visit.language), problem.help(visit.language));
            errors.add(field, format!("{sentence}. {help}"));
            page(house, visit, (stream, object), given, &errors, problem.status()).await
        }
        Err(problem) => Err(problem),
    }
}
