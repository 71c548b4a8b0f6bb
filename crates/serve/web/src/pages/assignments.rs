//! The assignments of a year: a table with filters and order in the address, changed one by one, several at once or by
//! a list that was worked on elsewhere.

mod asked;
mod change;
mod export;
mod import;
mod rows;
mod sheet;
mod texts;
mod timeline;
mod view;

use crate::fields::{Choice, Errors, Field, Kind, Pager, Summary};
use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::{outside, stream};
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use askama::Template;
use asked::{Asked, Head};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use change::Told;
use rows::Worklist;
use styrbord_app::follow::events::Stream;
use texts as words;
use view::{Row, Seen};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/assignments", get(show))
        .route("/years/{agency}/{year}/assignments/change", post(change::several))
        .route("/years/{agency}/{year}/assignments/export.csv", get(export::csv))
        .route("/years/{agency}/{year}/assignments/export.xlsx", get(export::xlsx))
        .route("/years/{agency}/{year}/assignments/import", get(import::show).post(import::preview))
        .route("/years/{agency}/{year}/assignments/import/confirm", post(import::confirm))
        .route("/years/{agency}/{year}/timeline", get(timeline::show))
}

/// Agency and year, as they stand in the address.
type Address = Path<(String, String)>;

#[derive(Template)]
#[template(path = "assignments.html")]
struct AssignmentsPage<'a> {
    frame: &'a Frame,
    asked: Asked,
    heads: Vec<Head>,
    filters: Vec<Choice>,
    rows: Vec<Row>,
    total: usize,
    pager: Pager,
    sets: Vec<Choice>,
    comment: Field,
    summary: Summary,
    told: Told,
}

/// Shows the assignments that are asked for.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    if let Some(page) = outside::assignments(&house, &visit, stream).await? {
        return Ok(page);
    }
    let done = visit.query.get("done").and_then(|done| done.parse().ok()).unwrap_or_default();
    let told = Told { done, refused: Vec::new() };
    let nothing = (Values::default(), Errors::default());
    page(&house, &visit, stream, nothing, told, StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    stream: Stream,
    (given, errors): (Values, Errors),
    told: Told,
    status: StatusCode,
) -> Result<Response, Problem> {
    let asked = Asked::read(&visit.query);
    let (frame, list) = worklist(house, visit, stream).await?;
    let seen = Seen::of(list, &frame, &asked, &given);
    let page = AssignmentsPage {
        heads: asked.heads(&frame),
        pager: asked.pager(&frame, seen.total),
        filters: seen.filters,
        rows: seen.rows,
        total: seen.total,
        sets: seen.sets,
        comment: Field::new("set-comment", Kind::Long, frame.t(words::COMMENT))
            .optional()
            .hint(frame.t(words::COMMENT_HINT))
            .value(given.get("set-comment").unwrap_or_default())
            .wrong(&errors),
        summary: errors.summary(visit.language),
        told,
        asked,
        frame: &frame,
    };
    send(status, &page)
}

/// Gathers the assignments that the visitor sees.
async fn worklist(house: &House, visit: &Visit, stream: Stream) -> Result<(Frame, Worklist), Problem> {
    let (visitor, as_of, visit) = (visit.person()?.clone(), visit.as_of()?, visit.clone());
    let look = move |house: &House| {
        house.site().look(&visitor, stream, as_of, |looked| {
            let frame = Frame::of_year(house, &visit, looked, as_of);
            let list = Worklist::of(looked, &frame, &visitor);
            (frame, list)
        })
    };
    house.ask(look).await
}

/// Gathers them with what was said of each, for lists that go out and come back: each text is read from the journal.
async fn worklist_in_words(
    house: &House,
    visit: &Visit,
    stream: Stream,
) -> Result<(Frame, Worklist), Problem> {
    let (frame, mut list) = worklist(house, visit, stream).await?;
    let (visitor, texts) = (visit.person()?.clone(), list.texts());
    list.fill(&house.ask(move |house| house.site().words(&visitor, texts)).await?);
    Ok((frame, list))
}
