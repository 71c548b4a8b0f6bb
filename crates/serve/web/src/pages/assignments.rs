//! The assignments of a year, with filters and order in the address.

mod texts;
mod view;

use crate::fields::{Choice, Pager};
use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::{outside, stream};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use texts as words;
use view::{Asked, Head, Row, Seen};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/assignments", get(show))
}

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
}

/// Shows the assignments that are asked for.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    if let Some(page) = outside::assignments(&house, &visit, stream).await? {
        return Ok(page);
    }
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let asked = Asked::read(&visit.query);
    let (frame, asked, seen) = house
        .ask(move |house| {
            house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let seen = Seen::of(looked, &frame, &asked);
                (frame, asked, seen)
            })
        })
        .await?;
    let page = AssignmentsPage {
        heads: asked.heads(&frame),
        pager: asked.pager(&frame, seen.total),
        filters: seen.filters,
        rows: seen.rows,
        total: seen.total,
        asked,
        frame: &frame,
    };
    send(StatusCode::OK, &page)
}
