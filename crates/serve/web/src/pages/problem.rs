//! What is shown when something is not there, not allowed, or failed.

use crate::frame::{Frame, send};
use crate::problem::Problem;
use crate::words::problem as words;
use askama::Template;
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    frame: &'a Frame,
    title: String,
    help: String,
    reference: &'a str,
}

/// Writes the page of a problem, with the reference by which the log names it.
pub(crate) fn page(frame: &Frame, problem: &Problem, reference: &str) -> Response {
    let (title, help) = (problem.sentence(frame.language), problem.help(frame.language));
    let status = problem.status();
    send(status, &ProblemPage { frame, title, help, reference }).unwrap_or_else(|_| status.into_response())
}
