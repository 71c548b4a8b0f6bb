//! The pages, and the addresses at which they lie.

mod account;
mod admin;
mod amendments;
mod assignments;
mod calendar;
mod coverage;
mod feeds;
mod findings;
mod front;
mod letter;
mod measured;
mod money;
mod names;
mod object;
mod outside;
mod overview;
mod parameter;
mod parameters;
mod problem;
mod reading;
mod rules;
mod search;
mod sharing;
mod shown;
mod task;
mod turn;
mod who;

pub(crate) use names::kind as kind_name;
pub(crate) use parameter::is_measured;
pub(crate) use problem::page as problem_page;
pub(crate) use search::find;

use crate::house::House;
use crate::problem::Problem;
use crate::{api, assets, guard, zip};
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use styrbord_app::follow::events::Stream;

/// Returns the year of an address.
///
/// # Errors
/// When it can be none.
pub(crate) fn stream(agency: &str, year: &str) -> Result<Stream, Problem> {
    match format!("{agency}/{year}").parse() {
        Ok(stream @ Stream::Year(..)) => Ok(stream),
        _ => Err(Problem::NotFound),
    }
}

/// Returns all pages with what guards them.
pub fn router(house: House) -> Router {
    Router::new()
        .route("/assets/{name}", get(assets::file))
        .merge(account::routes())
        .merge(admin::routes())
        .merge(amendments::routes())
        .merge(assignments::routes())
        .merge(calendar::routes())
        .merge(coverage::routes())
        .merge(feeds::routes())
        .merge(findings::routes())
        .merge(front::routes())
        .merge(letter::routes())
        .merge(money::routes())
        .merge(object::routes())
        .merge(overview::routes())
        .merge(parameter::routes())
        .merge(parameters::routes())
        .merge(reading::routes())
        .merge(rules::routes())
        .merge(search::routes())
        .merge(sharing::routes())
        .merge(turn::routes())
        .fallback(|| async { Problem::NotFound })
        .layer(from_fn_with_state(house.clone(), guard::layer))
        .nest("/api/v1", api::routes(&house))
        .layer(axum::middleware::from_fn(zip::layer))
        .with_state(house)
}
