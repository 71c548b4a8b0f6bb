//! What went wrong, as JSON: for programs a code, for people sentences in three languages, for the log a reference.

use super::{sent, texts as words};
use crate::guard;
use crate::house::House;
use crate::problem::Problem;
use crate::site::{hex, random};
use crate::words::message;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::json;
use styrbord_app::{Language, Message};

/// Lets a request through, and sends what came of it.
pub(crate) async fn layer(State(house): State<House>, request: Request, next: Next) -> Response {
    let response = guard::in_time(&house, next.run(request)).await;
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let mut response = if failed { told(&house, &response) } else { response };
    guard::add_fixed(&house, response.headers_mut());
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Returns a problem as JSON, with the status of the bare answer.
fn told(house: &House, bare: &Response) -> Response {
    let status = bare.status();
    let problem = bare.extensions().get::<Problem>().cloned().unwrap_or_else(|| Problem::of(status));
    let reference = random::<4>().map(|bytes| hex(&bytes)).unwrap_or_default();
    if let Problem::Failed(cause) = &problem {
        house.log(&format!("{reference} api: {cause}"));
    }
    let (code, message, help) = fault(&problem, status);
    let error = json!({ "code": code, "message": message, "help": help, "reference": reference });
    let mut response = sent(&json!({ "error": error }));
    *response.status_mut() = status;
    if let Some(allowed) = bare.headers().get(ALLOW) {
        response.headers_mut().insert(ALLOW, allowed.clone());
    }
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// Returns the code of a problem, what is wrong, and what to do.
fn fault(problem: &Problem, status: StatusCode) -> (&'static str, Message, Message) {
    let of = |say: &dyn Fn(Language) -> String| {
        Message::new(say(Language::Nb), say(Language::Nn), say(Language::En))
    };
    let said = of(&|language| problem.sentence(language));
    let help = of(&|language| problem.help(language));
    if status == StatusCode::UNSUPPORTED_MEDIA_TYPE {
        return ("media-type", message(words::MEDIA_TYPE), message(words::MEDIA_TYPE_HELP));
    }
    match problem {
        Problem::LogInFirst => ("no-token", message(words::NO_TOKEN), message(words::NO_TOKEN_HELP)),
        Problem::NotFound => ("not-found", message(words::NOT_FOUND), message(words::NOT_FOUND_HELP)),
        Problem::Forbidden | Problem::Strange => {
            ("not-allowed", message(words::FORBIDDEN), message(words::FORBIDDEN_HELP))
        }
        Problem::Method => ("method", said, message(words::METHOD_HELP)),
        Problem::TooLarge => ("too-large", said, message(words::TOO_LARGE_HELP)),
        Problem::Unreadable => ("unreadable", said, message(words::UNREADABLE_HELP)),
        Problem::Unfit(_) => ("unfit", said, message(words::UNREADABLE_HELP)),
        Problem::Refused(refusal) => (refusal.code, said, help),
        Problem::Conflict => ("changed-meanwhile", said, help),
        Problem::TooMany => ("too-many", said, help),
        Problem::Slow => ("slow", said, help),
        Problem::WrongLogIn => ("log-in-failed", said, help),
        Problem::Failed(_) => ("failed", said, help),
    }
}
