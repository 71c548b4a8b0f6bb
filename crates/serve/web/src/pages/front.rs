//! The front page: the years that there are, and a letter to be read.

mod texts;

use crate::fields::{Field, Kind};
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::problem::Problem;
use crate::site::YearRow;
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use texts as words;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/", get(show))
}

/// What is read, as browsers filter files.
pub(crate) const ACCEPTS: &str = ".pdf,.docx,.html,.htm,.md,.txt,.json";

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage<'a> {
    frame: &'a Frame,
    years: Vec<Row>,
    file: Field,
}

struct Row {
    address: String,
    name: String,
    simulated: bool,
}

impl Row {
    fn of(year: &YearRow) -> Self {
        let (address, name) = (year_base(year.stream), format!("{} {}", year.agency, year.year));
        Self { address, name, simulated: year.simulated }
    }
}

/// Shows the years.
pub(crate) async fn show(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    if !house.ask(|house| house.site().is_set_up()).await? {
        return Ok(sent_to("/set-up"));
    }
    let visitor = visit.person()?.clone();
    let years = house.ask(move |house| house.site().years(&visitor)).await?;
    let frame = Frame::plain(&house, &visit);
    let file = Field::new("file", Kind::File, frame.t(words::FILE)).hint(frame.t(words::FILE_HINT));
    let years = years.iter().map(Row::of).collect();
    send(StatusCode::OK, &FrontPage { years, file: file.accepts(ACCEPTS), frame: &frame })
}
