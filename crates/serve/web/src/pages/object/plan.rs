//! Deadlines are moved by agreement, and duties in running text are confirmed or declined.

use super::bench::WRITING;
use super::{Address, change, page, read, texts as words};
use crate::fields::Errors;
use crate::form::Form;
use crate::house::House;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use crate::written;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::Date;
use styrbord_app::follow::events::work::{self, Agreement, DutyVerdict, Ground};
use styrbord_app::texts::Text;

/// Reads a day that must be there.
fn day(
    given: &Values,
    (field, label): (&'static str, Text),
    errors: &mut Errors,
    visit: &Visit,
) -> Option<Date> {
    let day = given.get(field).and_then(written::read_date);
    if day.is_none() {
        errors.add(field, words::NO_SUCH_DAY.with(visit.language, &[&label.get(visit.language)]));
    }
    day
}

/// Moves a deadline that the ministry agreed to move.
pub(crate) async fn shift(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let (stream, object) = read(address)?;
    let due = given.get("move-due").and_then(|key| key.parse().ok()).ok_or(Problem::Unreadable)?;
    let mut errors = Errors::default();
    let to = day(&given, ("move-to", words::NEW_DAY), &mut errors, &visit);
    let ground = match given.get("ground") {
        Some(WRITING) => {
            let reference = given.get("reference").unwrap_or_default().to_owned();
            day(&given, ("dated", words::DATED), &mut errors, &visit)
                .map(|dated| Ground::Writing { dated, reference })
        }
        letter => Some(Ground::Letter(letter.and_then(|id| id.parse().ok()).ok_or(Problem::Unreadable)?)),
    };
    let (Some(to), Some(ground)) = (to, ground) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&house, &visit, (stream, object), &given, &errors, status).await;
    };
    let visitor = visit.person()?.clone();
    let ministry = house
        .ask(move |house| house.site().look(&visitor, stream, None, |looked| looked.year.ministry))
        .await?;
    let agreed = Agreement { organisation: ministry, person: None, ground };
    let comment = given.get("move-comment").map(str::to_owned);
    let command = work::Command::MoveDeadline { object, due, to, agreed, comment };
    change(&house, &visit, (stream, object), &given, command, "move-to").await
}

/// Confirms or declines a duty.
pub(crate) async fn judge(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let (stream, object) = read(address)?;
    let mut errors = Errors::default();
    let due = match given.get("day") {
        Some(_) => day(&given, ("day", words::DUTY_DAY), &mut errors, &visit),
        None => None,
    };
    if !errors.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&house, &visit, (stream, object), &given, &errors, status).await;
    }
    let verdict = match given.get("duty") {
        Some("confirmed") => DutyVerdict::Confirmed { due },
        Some("declined") => DutyVerdict::Declined,
        _ => return Err(Problem::Unreadable),
    };
    let comment = given.get("note").map(str::to_owned);
    let command = work::Command::JudgeDuty { object, verdict, comment };
    change(&house, &visit, (stream, object), &given, command, "note").await
}
