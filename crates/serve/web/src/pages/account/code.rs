//! The first log-in, and the one after a reset: by a code that an administrator handed over.

use super::texts as words;
use super::{FormPage, check_password, said, with_session};
use crate::fields::{Errors, Field, Kind};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::problem::Problem;
use crate::site::{LogIn, PASSWORD_MIN};
use crate::visit::{Values, Visit};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use styrbord_app::accounts::Concealed;

/// Returns the address of this page.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/log-in/code", get(show).post(redeem))
}

async fn show(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    if !house.site().is_set_up()? {
        return Ok(sent_to("/set-up"));
    }
    page(&house, &visit, &Values::default(), &Errors::default(), StatusCode::OK)
}

fn page(
    house: &House,
    visit: &Visit,
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let frame = Frame::plain(house, visit);
    let hint = words::PASSWORD_HINT.with(visit.language, &[&PASSWORD_MIN]);
    let fields = vec![
        Field::new("login", Kind::Login, frame.t(words::LOGIN)).value(given.get("login").unwrap_or_default()),
        Field::new("code", Kind::Text, frame.t(words::ONE_TIME))
            .hint(frame.t(words::ONE_TIME_HINT))
            .value(given.get("code").unwrap_or_default()),
        Field::new("password", Kind::NewPassword, frame.t(words::NEW)).hint(hint),
    ];
    let page = FormPage {
        title: frame.t(words::FIRST),
        lead: frame.t(words::FIRST_LEAD),
        address: "/log-in/code",
        to: String::new(),
        summary: errors.summary(visit.language),
        fields: fields.into_iter().map(|field| field.wrong(errors)).collect(),
        button: frame.t(words::FIRST_BUTTON),
        done: None,
        other: Some(("/log-in", frame.t(words::LOG_IN))),
        frame: &frame,
    };
    send(status, &page)
}

/// Chooses the password and logs in. What of login and code is wrong is not told.
async fn redeem(State(house): State<House>, visit: Visit, Form(given): Form) -> Result<Response, Problem> {
    let mut errors = Errors::default();
    check_password(&given, "password", &visit, &mut errors);
    if !errors.is_empty() {
        return page(&house, &visit, &given, &errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let text = |name: &str| given.get(name).unwrap_or_default().to_owned();
    let password = Concealed::new(text("password"));
    let typed = LogIn { login: text("login"), password, address: visit.from.clone() };
    let (code, left) = (text("code"), visit.session.clone());
    let done = house.ask(move |house| house.site().redeem(&typed, &code, left.as_deref())).await;
    match done {
        Ok(secret) => Ok(with_session(&house, "/", &secret)),
        Err(problem @ Problem::Refused(_)) => {
            let field = match &problem {
                Problem::Refused(refusal) if refusal.code.contains("password") => "password",
                _ => "code",
            };
            errors.add(field, said(&problem, &visit));
            page(&house, &visit, &given, &errors, problem.status())
        }
        Err(problem) => Err(problem),
    }
}
