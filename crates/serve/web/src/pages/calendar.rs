//! The calendar of a year: what falls when, as a list, as a wheel, as a table, and for other calendars.

mod asked;
pub(super) mod file;
mod grid;
mod meetings;
mod round;
mod span;
mod texts;
mod view;

use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::{outside, stream};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use asked::Asked;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use texts as words;
use view::{Entry, Seen};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/calendar", get(show))
        .route("/years/{agency}/{year}/calendar/{file}", get(file::one))
        .route(
            "/years/{agency}/{year}/calendar/meetings/{object}",
            get(meetings::show).post(meetings::record),
        )
}

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage<'a> {
    frame: &'a Frame,
    asked: &'a Asked,
    seen: Seen,
}

/// A list of days, wherever it stands on the page.
#[derive(Template)]
#[template(path = "agenda.html")]
struct Agenda<'a> {
    frame: &'a Frame,
    entries: &'a [Entry],
}

impl askama::filters::HtmlSafe for Agenda<'_> {}

impl CalendarPage<'_> {
    fn agenda<'b>(&'b self, entries: &'b [Entry]) -> Agenda<'b> {
        Agenda { frame: self.frame, entries }
    }
}

/// Shows the calendar: to those outside the days of the letters that are theirs, and of what was shown to them.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let seen_outside = outside::of(&house, &visit, stream).await?;
    let (visitor, asks, as_of) = (visit.person()?.clone(), visit.clone(), visit.as_of()?);
    let (frame, asked, seen) = house
        .ask(move |house| {
            let framed = seen_outside.as_ref().map(|seen| outside::frame(house, &asks, seen)).transpose()?;
            house.site().look_by_object(&visitor, stream, as_of, |looked| {
                let frame = framed.unwrap_or_else(|| Frame::of_year(house, &asks, looked, as_of));
                let asked = Asked::read(&asks.query, looked.year.year);
                let view = seen_outside.as_ref().map(|seen| &seen.view);
                let seen = Seen::of(looked, &frame, &asked, view);
                (frame, asked, seen)
            })
        })
        .await?;
    send(StatusCode::OK, &CalendarPage { frame: &frame, asked: &asked, seen })
}
