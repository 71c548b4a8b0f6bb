//! The pages, and the addresses at which they lie.

mod account;
mod assignments;
mod front;
mod letter;
mod names;
mod object;
mod overview;
mod problem;
mod reading;

pub(crate) use problem::page as problem_page;

use crate::house::House;
use crate::problem::Problem;
use crate::{assets, guard, zip};
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
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
        .route("/", get(front::show))
        .route("/assets/{name}", get(assets::file))
        .route("/set-up", get(account::set_up).post(account::do_set_up))
        .route("/log-in", get(account::log_in).post(account::do_log_in))
        .route("/log-out", post(account::log_out))
        .route("/password", get(account::password).post(account::do_password))
        .route("/language", post(account::language))
        .route("/letters", get(front::show).post(reading::upload))
        .route("/letters/{sum}", get(reading::show))
        .route("/letters/{sum}/start", post(reading::start))
        .route("/years/{agency}/{year}", get(overview::show))
        .route("/years/{agency}/{year}/letter", get(letter::show))
        .route("/years/{agency}/{year}/assignments", get(assignments::show))
        .route("/years/{agency}/{year}/objects/{object}", get(object::show))
        .route("/years/{agency}/{year}/objects/{object}/status", post(object::report))
        .route("/years/{agency}/{year}/objects/{object}/owner", post(object::assign))
        .fallback(|| async { Problem::NotFound })
        .layer(from_fn_with_state(house.clone(), guard::layer))
        .layer(axum::middleware::from_fn(zip::layer))
        .with_state(house)
}
