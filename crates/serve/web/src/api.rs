//! The same use cases as JSON for programs, which come with a token of a person and nothing else.
//!
//! From: requests beneath `/api/v1`. To: values of `app` as JSON, and problems as JSON in three languages. No cookie
//! opens it, so no page of another site can use a visitor's session here.

mod caller;
mod commands;
mod document;
mod fault;
mod lists;
mod parts;
mod reads;
mod shapes;
mod texts;

use crate::house::House;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::Value;

/// A command is at most so many bytes.
const COMMAND_MAX: usize = 1024 * 1024;

/// Returns the addresses of the interface, with what guards them.
pub(crate) fn routes(house: &House) -> Router<House> {
    let year = Router::new()
        .route("/", get(reads::year))
        .route("/assignments", get(reads::assignments))
        .route("/audit", get(lists::audit))
        .route("/commands", post(commands::send))
        .route("/due", get(reads::due))
        .route("/letters/{letter}/findings", get(lists::findings))
        .route("/money", get(parts::money))
        .route("/objects/{object}", get(parts::object))
        .route("/outside", get(reads::outside))
        .route("/parameters", get(parts::parameters))
        .route("/plan", get(reads::plan))
        .route("/search", get(lists::search));
    Router::new()
        .route("/openapi.json", get(document::send))
        .route("/years", get(reads::years))
        .nest("/years/{agency}/{year}", year)
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(COMMAND_MAX))
        .layer(from_fn_with_state(house.clone(), fault::layer))
}

/// Returns a value as an answer.
fn sent(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
