//! What changed in the plan of a year between two days.

use super::changes::{Money, Places, counted, groups};
use super::{ChangesPage, texts as said};
use crate::fields::Errors;
use crate::frame::{Frame, send, year_base};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::written;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use styrbord_app::follow::between;
use styrbord_app::follow::events::Book;

pub(super) fn routes() -> Router<House> {
    Router::new().route("/years/{agency}/{year}/amendments/between", get(show))
}

/// Shows what was added, changed and taken away after one day and until another.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let visitor = visit.person()?.clone();
    let day = |name: &str| visit.query.get(name).and_then(written::read_date).ok_or(Problem::Unreadable);
    let days = (day("from"), day("to"));
    // Who may not see the year is not told what is wrong with the days.
    let (asks, looker) = (visit.clone(), visitor.clone());
    let frame = house
        .ask(move |house| {
            house.site().look(&looker, stream, None, |looked| Frame::of_year(house, &asks, looked, None))
        })
        .await?;
    let (from, to) = (days.0?, days.1?);
    if from >= to {
        let mut errors = Errors::default();
        errors.add("from", said::ORDER_WRONG.get(visit.language));
        return super::page(&house, &visit, stream, &visit.query, &errors).await;
    }
    let told = house
        .ask(move |house| {
            let book = |day| {
                let found = house.site().look(&visitor, stream, Some(day), |looked| looked.book.clone());
                match found {
                    // The year had not begun.
                    Err(Problem::NotFound) => Ok(Book::default()),
                    found => found,
                }
            };
            between(&book(from)?, &book(to)?, stream).ok_or(Problem::NotFound)
        })
        .await?;
    let language = frame.language;
    let places = Places::of(stream, &frame, None);
    let days = [from, to].map(|day| written::date(day, language));
    let page = ChangesPage {
        base: year_base(stream),
        kicker: String::new(),
        title: said::BETWEEN_TITLE.with(language, &[&days[0], &days[1]]),
        lead: String::new(),
        done: false,
        counted: counted(&told.changes.changes, &frame),
        groups: groups(&told.changes.changes, &told.parts, &places, &frame),
        money: Money::default(),
        met: Vec::new(),
        frame: &frame,
    };
    send(StatusCode::OK, &page)
}
