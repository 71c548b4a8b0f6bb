//! The money of a year: chapters, posts and what they are divided into, what is bound, used and expected.

mod actuals;
mod claims;
mod deeds;
mod drawn;
mod findings;
mod forms;
mod history;
mod portfolio;
mod post;
mod sheet;
mod tasks;
mod texts;
mod view;

use crate::fields::{Errors, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use deeds::Deed;
use forms::MoneyForm;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::Stream;
use texts as words;
use view::Seen;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/years/{agency}/{year}/money", get(show))
        .route("/years/{agency}/{year}/money/table.csv", get(sheet::send_csv))
        .route("/years/{agency}/{year}/money/table.xlsx", get(sheet::send_xlsx))
        .route("/years/{agency}/{year}/money/portfolio", get(portfolio::show))
        .merge(actuals::routes())
        .route("/years/{agency}/{year}/money/{at}", get(post::show).post(act))
        .route("/years/{agency}/{year}/money/{at}/{deed}", get(tasks::show).post(tasks::send_in))
}

#[derive(Template)]
#[template(path = "money.html")]
struct MoneyPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    seen: Seen,
    forms: Vec<MoneyForm>,
}

/// Shows the money of a year.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    page(&house, &visit, stream, &Values::default(), &Errors::default(), StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    stream: Stream,
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    let (asks, given, wrong) = (visit.clone(), given.clone(), errors.clone());
    let (frame, seen, forms) = house
        .ask(move |house| {
            let (frame, mut seen, forms) = house.site().look(&visitor, stream, as_of, |looked| {
                if !looked.may(UseCase::ReadMoney, None) {
                    return Err(Problem::Forbidden);
                }
                let frame = Frame::of_year(house, &asks, looked, as_of);
                let seen = Seen::of(looked, &frame);
                let forms = forms::of_year(looked, &frame, &given, &wrong);
                Ok((frame, seen, forms))
            })??;
            seen.words = house.site().words(&visitor, seen.texts())?;
            let found = findings::of(house, &visitor, &seen.shelf, &frame)?;
            seen.attach(found);
            let mut forms = forms;
            for form in &mut forms {
                form.fill(&seen.words);
            }
            Ok((frame, seen, forms))
        })
        .await?;
    let page = MoneyPage { summary: errors.summary(visit.language), seen, forms, frame: &frame };
    send(status, &page)
}

/// Does what concerns no single post.
pub(crate) async fn act(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, deed)): Path<(String, String, String)>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let deed = Deed::of_year(&deed).ok_or(Problem::NotFound)?;
    match deeds::submit(&house, &visit, (stream, None), deed, &given).await? {
        Ok(()) => Ok(sent_to(&format!("{}/money#{}", year_base(stream), deed.word()))),
        Err((errors, status)) => page(&house, &visit, stream, &given, &errors, status).await,
    }
}
