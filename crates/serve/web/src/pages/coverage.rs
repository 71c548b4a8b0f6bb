//! What became of the letter: every part of it with the page that serves it, and what is missing there.

mod gaps;
mod texts;
mod unread;
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
use view::Seen;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/coverage", get(show))
}

#[derive(Template)]
#[template(path = "coverage.html")]
struct CoveragePage<'a> {
    frame: &'a Frame,
    seen: Seen,
}

/// Shows what became of the letters of a year.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (frame, seen) = house
        .ask(move |house| {
            let (frame, mut seen) = house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let seen = Seen::of(looked, &frame);
                (frame, seen)
            })?;
            unread::add(house, &visitor, &frame, &mut seen)?;
            seen.count(visit.query.get("only") == Some(view::GAPS));
            Ok((frame, seen))
        })
        .await?;
    send(StatusCode::OK, &CoveragePage { frame: &frame, seen })
}
