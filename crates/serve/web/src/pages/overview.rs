//! A year at a glance: what needs somebody, what is due, how goals and money stand, what changed last.

mod attention;
mod goals;
mod money;
mod news;
mod texts;
mod view;

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
use view::Seen;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}", get(show))
}

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage<'a> {
    frame: &'a Frame,
    seen: Seen,
}

/// Shows the year.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    if let Some(page) = outside::overview(&house, &visit, stream).await? {
        return Ok(page);
    }
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (frame, seen) = house
        .ask(move |house| {
            let (frame, mut seen) = house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &visit, looked, as_of);
                let seen = Seen::of(house, looked, &frame);
                (frame, seen)
            })?;
            seen.fill(&house.site().words(&visitor, seen.texts())?);
            Ok((frame, seen))
        })
        .await?;
    send(StatusCode::OK, &OverviewPage { frame: &frame, seen })
}
