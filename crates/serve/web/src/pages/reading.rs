//! A letter that was sent in: what was understood, what is wrong in it, and the start of its year.

mod texts;
mod view;

use crate::fields::{Errors, Field, Kind, Summary};
use crate::form::{Form, Upload};
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::front;
use crate::problem::Problem;
use crate::visit::{Values, Visit, encoded};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use std::sync::Arc;
use styrbord_app::Checked;
use styrbord_app::follow::events::Hash;
use styrbord_app::follow::{Start, incoming};
use texts as words;
use view::Read;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/letters", get(front::show).post(upload))
        .route("/letters/{sum}", get(show))
        .route("/letters/{sum}/start", post(start))
}

#[derive(Template)]
#[template(path = "reading.html")]
struct ReadingPage<'a> {
    frame: &'a Frame,
    read: Read,
    sum: String,
    file: String,
    summary: Summary,
    fields: Vec<Field>,
    simulated: bool,
}

/// Takes a letter and goes to what was understood of it.
pub(crate) async fn upload(
    State(house): State<House>,
    visit: Visit,
    upload: Upload,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let name = upload.name.clone();
    let read = house
        .ask(move |house| {
            let bytes = upload.bytes;
            let checked = house.letter(Hash::of_bytes(&bytes), &bytes)?;
            let kind = styrbord_app::follow::media_type(checked.compiled.source.format());
            house.site().keep_file(&visitor, kind, &bytes)
        })
        .await;
    match read {
        Ok(hash) => Ok(sent_to(&format!("/letters/{hash}?file={}", encoded(&name)))),
        Err(problem @ Problem::Unfit(_)) => {
            let mut errors = Errors::default();
            errors.add("file", problem.sentence(visit.language));
            front::page(&house, &visit, &errors).await
        }
        Err(problem) => Err(problem),
    }
}

/// Shows what was understood.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path(sum): Path<String>,
) -> Result<Response, Problem> {
    let given = visit.query.clone();
    page(&house, &visit, sum, &given, &Errors::default()).await
}

async fn page(
    house: &House,
    visit: &Visit,
    sum: String,
    given: &Values,
    errors: &Errors,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let hash = Hash::parse(&sum).ok_or(Problem::NotFound)?;
    let checked = house.ask(move |house| house.letter(hash, &house.site().file(&visitor, hash)?)).await?;
    let frame = Frame::plain(house, visit);
    let page = ReadingPage {
        read: Read::of(&checked, &frame),
        fields: fields(&frame, &checked, given, errors),
        file: given.get("file").unwrap_or("brev").to_owned(),
        summary: errors.summary(visit.language),
        simulated: given.get("simulated").is_some(),
        sum,
        frame: &frame,
    };
    send(if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// Returns the fields for what the letter does not say itself.
fn fields(frame: &Frame, checked: &Arc<Checked>, given: &Values, errors: &Errors) -> Vec<Field> {
    let summary = &checked.summary;
    let is_named = |party: &styrbord_app::plan::Party| party.name.is_some() || party.short.is_some();
    let missing = [
        ("agency", words::AGENCY, is_named(&summary.agency)),
        ("ministry", words::MINISTRY, is_named(&summary.ministry)),
        ("year", words::YEAR, summary.year.is_some()),
    ];
    let field = |(name, label, _)| {
        let field = Field::new(name, Kind::Text, frame.t(label)).hint(frame.t(words::NOT_SAID));
        field.value(given.get(name).unwrap_or_default()).wrong(errors)
    };
    missing.into_iter().filter(|(.., is_said)| !is_said).map(field).collect()
}

/// Starts the year of a letter.
pub(crate) async fn start(
    State(house): State<House>,
    visit: Visit,
    Path(sum): Path<String>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let hash = Hash::parse(&sum).ok_or(Problem::NotFound)?;
    let mut errors = Errors::default();
    let year = given.get("year").map(str::parse::<i16>).transpose();
    let Ok(year) = year else {
        errors.add("year", words::YEAR_WRONG.get(visit.language));
        return page(&house, &visit, sum, &given, &errors).await;
    };
    let text = |name: &str| given.get(name).map(str::to_owned);
    let begin = Start {
        agency: text("agency"),
        ministry: text("ministry"),
        year,
        planned: false,
        simulated: given.get("simulated").is_some(),
        ..Start::default()
    };
    let file = text("file").unwrap_or_else(|| "brev".to_owned());
    let started = house
        .ask(move |house| {
            let bytes = house.site().file(&visitor, hash)?;
            let read = incoming(&file, &bytes).map_err(styrbord_app::follow::Failure::from)?;
            house.site().start(&visitor, &read, &begin)
        })
        .await;
    match started {
        Ok(received) => Ok(sent_to(&year_base(received.stream))),
        Err(problem @ (Problem::Refused(_) | Problem::Unfit(_))) => {
            let sentence = problem.sentence(visit.language);
            errors.add("start", format!("{sentence}. {}", problem.help(visit.language)));
            page(&house, &visit, sum, &given, &errors).await
        }
        Err(problem) => Err(problem),
    }
}
