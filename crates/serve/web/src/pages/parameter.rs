//! One steering parameter or series: chart, figures, targets, method card, what is reported, and the forms for it.

mod held;
mod history;
mod tasks;
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
pub(crate) use held::is_measured;
use held::{Held, Said};
use styrbord_app::follow::events::{ObjectId, ObjectKind, Stream};
use texts as words;
use view::Seen;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/parameters/{object}", get(show))
        .route("/years/{agency}/{year}/parameters/{object}/{task}", get(tasks::show).post(tasks::send_in))
}

#[derive(Template)]
#[template(path = "parameter.html")]
struct ParameterPage<'a> {
    frame: &'a Frame,
    seen: Seen,
}

/// Shows a steering parameter, another part that is measured, or a series.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, object)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let object = object.parse().map_err(|_| Problem::NotFound)?;
    let (frame, held, said) = taken_out(&house, &visit, stream, Some(object)).await?;
    let seen = Seen::of(held, &said, &frame);
    send(StatusCode::OK, &ParameterPage { frame: &frame, seen })
}

/// Takes out of the year what there is of an object, with the words of its texts.
async fn taken_out(
    house: &House,
    visit: &Visit,
    stream: Stream,
    object: Option<ObjectId>,
) -> Result<(Frame, Held, Said), Problem> {
    let visitor = visit.person()?.clone();
    let (asks, as_of) = (visit.clone(), visit.as_of()?);
    house
        .ask(move |house| {
            let (frame, held) = house.site().look(&visitor, stream, as_of, |looked| {
                let frame = Frame::of_year(house, &asks, looked, as_of);
                let held = Held::of(looked, &frame, object);
                (frame, held)
            })?;
            let held = held.ok_or(Problem::NotFound)?;
            // A series that others answer for is not there for the visitor.
            let is_series = object.is_some_and(|id| id.kind == ObjectKind::Series);
            if is_series && held.one().is_none() {
                return Err(Problem::Forbidden);
            }
            let said = house.site().words(&visitor, held.texts())?;
            Ok((frame, held, said))
        })
        .await
}
