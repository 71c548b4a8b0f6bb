//! Goals with their steering parameters, and how each stands.

mod texts;
mod view;

use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use texts as words;
pub(super) use view::{Goal, Row, Seen};

/// Returns the address of this page.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/parameters", get(show))
}

#[derive(Template)]
#[template(path = "parameters.html")]
struct ParametersPage<'a> {
    frame: &'a Frame,
    seen: Seen,
}

/// Shows the goals of a year.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (frame, seen) = house
        .ask(move |house| {
            house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let seen = Seen::of(looked, &frame);
                (frame, seen)
            })
        })
        .await?;
    send(StatusCode::OK, &ParametersPage { frame: &frame, seen })
}
