//! Single objects, steering parameters and the money of a year.

use super::caller::{Asked, Caller};
use super::reads::{OfYear, as_json, shown};
use crate::house::House;
use crate::problem::Problem;
use crate::site::Looked;
use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Value, json};
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::{ObjectId, work};
use styrbord_app::follow::{self, texts_in};

/// Shows what a year has of an object, and all that happened to it.
pub(super) async fn object(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    Path((agency, year, object)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let object: ObjectId = object.parse().map_err(|_| Problem::NotFound)?;
    shown((house, caller, asked), Path((agency, year)), &["as-of"], move |house, looked, _| {
        of_object(house, looked, object)
    })
    .await
}

fn of_object(house: &House, looked: &Looked<'_>, object: ObjectId) -> Result<Value, Problem> {
    let year = looked.year;
    let part = year.letters.parts.get(&object).ok_or(Problem::NotFound)?;
    let reads = looked.may(UseCase::ReadWork, Some(object));
    let history =
        if looked.may(UseCase::ReadHistory, Some(object)) { work::history(year, object) } else { Vec::new() };
    let item = year.work.items.get(&object).filter(|_| reads);
    let held = item.and_then(|item| item.responsibility.as_ref()).map(|held| &held.value);
    let words = house.site().words(looked.visitor, texts_in(&history))?;
    let dues = if reads { work::dues(year, object) } else { Vec::new() };
    Ok(json!({
        "simulated": year.simulated,
        "day": looked.day,
        "part": follow::row(year, object),
        "value": part.value,
        "repealed": part.repealed.is_some(),
        "status": reads.then(|| year.work.status(object)),
        "responsible": held,
        "dues": dues,
        "history": history,
        "words": words,
        "version": looked.book.touched(year.stream, object),
    }))
}

/// Shows the series of a year, and the steering parameters without one.
pub(super) async fn parameters(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    path: OfYear,
) -> Result<Response, Problem> {
    shown((house, caller, asked), path, &["as-of"], |_, looked, _| {
        let mut all = follow::series_of(looked.book, looked.year.stream).ok_or(Problem::NotFound)?;
        all.series.retain(|row| looked.may(UseCase::ReadWork, Some(row.series)));
        as_json(serde_json::to_value(all))
    })
    .await
}

/// Shows the money of a year.
pub(super) async fn money(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    path: OfYear,
) -> Result<Response, Problem> {
    shown((house, caller, asked), path, &["as-of"], |house, looked, _| {
        if !looked.may(UseCase::ReadMoney, None) {
            return Err(Problem::Forbidden);
        }
        let (book, stream) = (looked.book, looked.year.stream);
        let words = house.site().words(looked.visitor, follow::money_texts(book, stream))?;
        let money = follow::money_of(book, stream, &words).ok_or(Problem::NotFound)?;
        as_json(serde_json::to_value(money))
    })
    .await
}
