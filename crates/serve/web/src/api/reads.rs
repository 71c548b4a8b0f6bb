//! Years at a glance: all of them, one, its plan, its assignments and what is due.

use super::caller::{Asked, Caller};
use super::sent;
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::site::{Looked, YearRow};
use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Value, json};
use styrbord_app::access::UseCase;
use styrbord_app::follow::{self, Overview, events::work};

/// The agency and the year, as they stand in the address.
pub(super) type OfYear = Path<(String, String)>;

/// Returns something as JSON.
///
/// # Errors
/// When it has none, which no value here does.
pub(super) fn as_json(value: serde_json::Result<Value>) -> Result<Value, Problem> {
    value.map_err(|error| Problem::Failed(format!("writing JSON: {error}")))
}

/// Shows a year to a caller who sees its inside.
///
/// # Errors
/// When there is no such year, the caller does not see its inside, or the address asks for something else.
pub(super) async fn shown(
    (house, caller, asked): (House, Caller, Asked),
    Path((agency, year)): OfYear,
    names: &[&str],
    show: impl FnOnce(&House, &Looked<'_>, &Asked) -> Result<Value, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    asked.only(names)?;
    let as_of = asked.as_of()?;
    let value = house
        .ask(move |house| {
            house.site().look(&caller.0, stream, as_of, |looked| show(house, looked, &asked))?
        })
        .await?;
    Ok(sent(&value))
}

/// Lists the years of which a caller sees something.
pub(super) async fn years(
    State(house): State<House>,
    Caller(visitor): Caller,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let rows = house
        .ask(move |house| {
            let site = house.site();
            let row = |row: &YearRow, sight: &str| {
                json!({
                    "stream": row.stream, "agency": row.agency, "year": row.year, "simulated": row.simulated,
                    "sight": sight, "version": site.version(row.stream),
                })
            };
            let (inside, shown) = (site.years(&visitor)?, site.years_shown(&visitor)?);
            let inside = inside.iter().map(|year| row(year, "inside"));
            Ok(inside.chain(shown.iter().map(|year| row(year, "outside"))).collect::<Vec<Value>>())
        })
        .await?;
    Ok(sent(&json!({ "years": rows })))
}

/// Returns a year at a glance, with the assignments of which the caller may read how far they are.
fn seen(looked: &Looked<'_>) -> Result<Overview, Problem> {
    let (book, stream) = (looked.book, looked.year.stream);
    let mut all = follow::overview(book, stream, looked.day, looked.names).ok_or(Problem::NotFound)?;
    all.assignments.retain(|row| looked.may(UseCase::ReadWork, Some(row.row.part)));
    Ok(all)
}

/// Shows a year at a glance.
pub(super) async fn year(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    path: OfYear,
) -> Result<Response, Problem> {
    shown((house, caller, asked), path, &["as-of"], |_, looked, _| {
        as_json(serde_json::to_value(seen(looked)?))
    })
    .await
}

/// Lists the assignments.
pub(super) async fn assignments(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    path: OfYear,
) -> Result<Response, Problem> {
    shown((house, caller, asked), path, &["as-of"], |_, looked, _| {
        let Overview { stream, simulated, day, assignments, .. } = seen(looked)?;
        Ok(json!({ "stream": stream, "simulated": simulated, "day": day, "assignments": assignments }))
    })
    .await
}

/// Shows the consolidated plan.
pub(super) async fn plan(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    path: OfYear,
) -> Result<Response, Problem> {
    shown((house, caller, asked), path, &["as-of"], |_, looked, _| {
        if !looked.may(UseCase::ReadPlan, None) {
            return Err(Problem::Forbidden);
        }
        let plan = looked.book.plan(looked.year.stream).ok_or(Problem::NotFound)?;
        as_json(serde_json::to_value(plan))
    })
    .await
}

/// Lists what is due and not done.
pub(super) async fn due(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    path: OfYear,
) -> Result<Response, Problem> {
    shown((house, caller, asked), path, &["as-of", "days"], |_, looked, asked| {
        let days = asked.number("days", (0, 366), 30)?;
        let ahead = u16::try_from(days).map_err(|_| Problem::Unreadable)?;
        let due = work::due(looked.followed, looked.day, ahead);
        let simulated = looked.year.simulated;
        Ok(json!({ "simulated": simulated, "day": looked.day, "days": days, "due": due }))
    })
    .await
}

/// Shows a year as a caller outside the agency sees it.
pub(super) async fn outside(
    State(house): State<House>,
    Caller(visitor): Caller,
    asked: Asked,
    Path((agency, year)): OfYear,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    asked.only(&["as-of"])?;
    let as_of = asked.as_of()?;
    let value = house
        .ask(move |house| {
            let seen = house.site().outside(&visitor, stream, as_of)?.ok_or(Problem::NotFound)?;
            let texts = house.site().words(&visitor, seen.view.may_read.iter().copied())?;
            let view = as_json(serde_json::to_value(&seen.view))?;
            let words = json!({ "agency": seen.agency, "year": seen.year, "words": texts });
            Ok(joined(view, words))
        })
        .await?;
    Ok(sent(&value))
}

/// Returns the fields of two objects as one.
pub(super) fn joined(mut one: Value, other: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut one, other) {
        fields.extend(more);
    }
    one
}
