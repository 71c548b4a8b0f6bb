//! Says what will happen before it does, where it cannot be undone; and shows what is shown only once.

use super::texts as words;
use crate::fields::{Errors, Field, Kind, Summary};
use crate::frame::{Frame, send};
use crate::problem::Problem;
use crate::visit::Values;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::Language;

/// What is about to be done.
pub(super) struct Deed {
    /// What, as a question.
    pub(super) title: String,
    /// What comes of it.
    pub(super) effects: Vec<&'static str>,
    /// Where it is sent.
    pub(super) address: String,
    /// Where one goes instead.
    pub(super) back: String,
    /// What the button says.
    pub(super) button: &'static str,
    /// Whether it is asked why; whether there must be an answer.
    pub(super) reason: Option<bool>,
    /// What was changed last when this was shown.
    pub(super) seen: String,
}

#[derive(Template)]
#[template(path = "admin_confirm.html")]
struct ConfirmPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    deed: &'a Deed,
    reason: Option<Field>,
}

/// Asks whether it is to be done.
pub(super) fn page(
    frame: &Frame,
    deed: &Deed,
    given: &Values,
    problem: Option<&Problem>,
) -> Result<Response, Problem> {
    let mut errors = Errors::default();
    if let Some(problem) = problem {
        let field = if deed.reason.is_some() { "reason" } else { "confirm" };
        errors.add(field, said(problem, frame.language));
    }
    let reason = deed.reason.map(|is_needed| {
        let field = Field::new("reason", Kind::Long, frame.t(words::WHY))
            .hint(frame.t(words::WHY_HINT))
            .value(given.get("reason").unwrap_or_default())
            .wrong(&errors);
        if is_needed { field } else { field.optional() }
    });
    let status = problem.map_or(StatusCode::OK, Problem::status);
    send(status, &ConfirmPage { summary: errors.summary(frame.language), deed, reason, frame })
}

/// Returns what is wrong and what to do, where the one does not say the other.
pub(super) fn said(problem: &Problem, language: Language) -> String {
    match problem {
        Problem::Unfit(_) => problem.sentence(language),
        _ => format!("{}. {}", problem.sentence(language), problem.help(language)),
    }
}

/// Something that is shown once.
#[derive(Template)]
#[template(path = "admin_secret.html")]
pub(in crate::pages) struct SecretPage<'a> {
    pub(in crate::pages) frame: &'a Frame,
    pub(in crate::pages) title: String,
    pub(in crate::pages) lead: String,
    /// Name and value; the last one is the secret.
    pub(in crate::pages) facts: Vec<(&'static str, String)>,
    pub(in crate::pages) once: &'static str,
    pub(in crate::pages) back: String,
    pub(in crate::pages) back_name: &'static str,
}
