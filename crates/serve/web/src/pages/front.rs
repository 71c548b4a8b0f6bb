//! The front page: the years that there are, and a letter to be read.

mod texts;

use crate::fields::{Errors, Field, Kind, Summary};
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
use styrbord_app::access::UseCase;
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
    title: &'static str,
    years: Vec<Row>,
    /// The years of others of which something is shown.
    shown: Vec<Row>,
    /// Where a letter is handed in, for who may take one in.
    file: Option<Field>,
    summary: Summary,
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
    page(&house, &visit, &Errors::default()).await
}

/// Shows the years, and what is wrong with a file that was sent in.
pub(super) async fn page(house: &House, visit: &Visit, errors: &Errors) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let (years, shown, takes_in) = house
        .ask(move |house| {
            let site = house.site();
            let takes_in = [UseCase::RunYear, UseCase::TakeInLetter];
            let takes_in = takes_in.into_iter().any(|use_case| site.reaches(&visitor, use_case));
            Ok((site.years(&visitor)?, site.years_shown(&visitor)?, takes_in))
        })
        .await?;
    let frame = Frame::plain(house, visit);
    let file = Field::new("file", Kind::File, frame.t(words::FILE)).hint(frame.t(words::FILE_HINT));
    let title = match (years.is_empty(), shown.is_empty()) {
        (true, true) if takes_in => words::FIRST_TITLE,
        (true, false) => words::SHOWN,
        _ => words::TITLE,
    };
    let page = FrontPage {
        title: frame.t(title),
        years: years.iter().map(Row::of).collect(),
        shown: shown.iter().map(Row::of).collect(),
        file: takes_in.then(|| file.accepts(ACCEPTS).wrong(errors)),
        summary: errors.summary(frame.language),
        frame: &frame,
    };
    send(if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}
