//! The files that pages need, in the program itself.

use crate::house::House;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// A file with its sum in its name never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Returns the address of the style sheet.
pub(crate) fn style() -> String {
    format!("/assets/{STYLE_NAME}")
}

/// Returns the address of the script that asks before typed words are lost.
pub(crate) fn script() -> String {
    format!("/assets/{SCRIPT_NAME}")
}

/// Sends a file.
pub(crate) async fn file(State(_): State<House>, Path(name): Path<String>) -> Result<Response, Problem> {
    let (kind, bytes) = match name.as_str() {
        STYLE_NAME => ("text/css; charset=utf-8", STYLE),
        SCRIPT_NAME => ("text/javascript; charset=utf-8", SCRIPT),
        _ => return Err(Problem::NotFound),
    };
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, FOR_EVER)], bytes).into_response())
}
