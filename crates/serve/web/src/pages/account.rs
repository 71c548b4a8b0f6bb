//! Set-up, log-in, log-out, password, language.

mod code;
mod own;
mod texts;

use crate::fields::{Errors, Field, Kind, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::problem::Problem;
use crate::site::{LogIn, PASSWORD_MIN, SetUp};
use crate::visit::{LANGUAGE, SESSION, Values, Visit, cookie, language as language_of};
use crate::words::fields::MISSING;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use axum::routing::{get, post};
use styrbord_app::accounts::Concealed;
use texts as words;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/set-up", get(set_up).post(do_set_up))
        .route("/log-in", get(log_in).post(do_log_in))
        .route("/log-out", post(log_out))
        .route("/password", get(password).post(do_password))
        .route("/language", post(language))
        .merge(code::routes())
        .merge(own::routes())
}

/// A language is remembered for a year.
const YEAR_SECONDS: u32 = 365 * 24 * 60 * 60;

/// A page with one form.
#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    frame: &'a Frame,
    title: &'static str,
    lead: &'static str,
    address: &'static str,
    /// Where to go on to.
    to: String,
    summary: Summary,
    fields: Vec<Field>,
    button: &'static str,
    done: Option<&'static str>,
    /// Where else one may want to go.
    other: Option<(&'static str, &'static str)>,
}

fn status(errors: &Errors) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// Shows the set-up, once.
pub(crate) async fn set_up(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    if house.ask(|house| house.site().is_set_up()).await? {
        return Ok(sent_to("/log-in"));
    }
    set_up_page(&house, &visit, &Values::default(), &Errors::default(), StatusCode::OK)
}

fn set_up_page(
    house: &House,
    visit: &Visit,
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let frame = Frame::plain(house, visit);
    let value = |name| given.get(name).unwrap_or_default().to_owned();
    // Nothing was typed yet: the agency whose year is there already.
    let agency = if *given == Values::default() { house.site().only_agency() } else { None };
    let hint = words::PASSWORD_HINT.with(visit.language, &[&PASSWORD_MIN]);
    let fields = vec![
        Field::new("code", Kind::Text, frame.t(words::CODE))
            .hint(frame.t(words::CODE_HINT))
            .value(value("code")),
        Field::new("name", Kind::Text, frame.t(words::NAME)).value(value("name")),
        Field::new("agency", Kind::Text, frame.t(words::AGENCY))
            .hint(frame.t(words::AGENCY_HINT))
            .value(agency.unwrap_or_else(|| value("agency"))),
        Field::new("login", Kind::Login, frame.t(words::LOGIN)).value(value("login")),
        Field::new("password", Kind::NewPassword, frame.t(words::PASSWORD)).hint(hint),
    ];
    let page = FormPage {
        title: frame.t(words::SET_UP),
        lead: frame.t(words::SET_UP_LEAD),
        address: "/set-up",
        to: String::new(),
        summary: errors.summary(visit.language),
        fields: fields.into_iter().map(|field| field.wrong(errors)).collect(),
        button: frame.t(words::SET_UP_BUTTON),
        done: None,
        other: None,
        frame: &frame,
    };
    send(status, &page)
}

/// Makes the first person.
pub(crate) async fn do_set_up(
    State(house): State<House>,
    visit: Visit,
    Form(given): Form,
) -> Result<Response, Problem> {
    if house.ask(|house| house.site().is_set_up()).await? {
        return Err(Problem::Forbidden);
    }
    let mut errors = Errors::default();
    let names = [("code", words::CODE), ("name", words::NAME), ("agency", words::AGENCY)];
    for (name, label) in names.into_iter().chain([("login", words::LOGIN)]) {
        if given.get(name).is_none() {
            let label = label.get(visit.language).to_lowercase();
            errors.add(name, MISSING.with(visit.language, &[&label]));
        }
    }
    check_password(&given, "password", &visit, &mut errors);
    if !errors.is_empty() {
        return set_up_page(&house, &visit, &given, &errors, status(&errors));
    }
    let text = |name| given.get(name).unwrap_or_default().to_owned();
    let first = SetUp {
        code: text("code"),
        address: visit.from.clone(),
        name: text("name"),
        agency: text("agency"),
        login: text("login"),
        password: text("password"),
        language: visit.language,
    };
    match house.ask(move |house| house.site().set_up(&first)).await {
        Ok(secret) => Ok(with_session(&house, "/", &secret)),
        Err(problem @ Problem::Refused(_)) => {
            errors.add(field_of(&problem), said(&problem, &visit));
            set_up_page(&house, &visit, &given, &errors, problem.status())
        }
        Err(problem) => Err(problem),
    }
}

/// Returns the field that a refusal is about.
fn field_of(problem: &Problem) -> &'static str {
    let Problem::Refused(refusal) = problem else { return "name" };
    match refusal.code {
        "set-up-code" | "log-in-too-often" => "code",
        "other-agency" => "agency",
        code if code.contains("password") => "password",
        code if code.contains("login") => "login",
        _ => "name",
    }
}

/// Says what is wrong and what to do.
fn said(problem: &Problem, visit: &Visit) -> String {
    format!("{}. {}", problem.sentence(visit.language), problem.help(visit.language))
}

fn check_password(given: &Values, field: &'static str, visit: &Visit, errors: &mut Errors) {
    if given.get(field).unwrap_or_default().chars().count() < PASSWORD_MIN {
        errors.add(field, words::SHORT.with(visit.language, &[&PASSWORD_MIN]));
    }
}

fn with_session(house: &House, to: &str, secret: &str) -> Response {
    let mut response = sent_to(to);
    if let Some(set) = cookie(SESSION, secret, None, house.settings().https) {
        response.headers_mut().append(SET_COOKIE, set);
    }
    response
}

/// Shows the log-in.
pub(crate) async fn log_in(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    if !house.ask(|house| house.site().is_set_up()).await? {
        return Ok(sent_to("/set-up"));
    }
    log_in_page(&house, &visit, &visit.query, &Errors::default(), StatusCode::OK)
}

fn log_in_page(
    house: &House,
    visit: &Visit,
    given: &Values,
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let frame = Frame::plain(house, visit);
    let fields = vec![
        Field::new("login", Kind::Login, frame.t(words::LOGIN)).value(given.get("login").unwrap_or_default()),
        Field::new("password", Kind::Password, frame.t(words::PASSWORD)),
    ];
    let page = FormPage {
        title: frame.t(words::LOG_IN),
        lead: "",
        address: "/log-in",
        to: within(given.get("to")),
        summary: errors.summary(visit.language),
        fields: fields.into_iter().map(|field| field.wrong(errors)).collect(),
        button: frame.t(words::LOG_IN_BUTTON),
        done: None,
        other: Some(("/log-in/code", frame.t(words::HAS_CODE))),
        frame: &frame,
    };
    send(status, &page)
}

/// Returns an address of this server; the front page for any other.
fn within(to: Option<&str>) -> String {
    let is_within =
        |to: &&str| to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n']);
    to.filter(is_within).unwrap_or("/").to_owned()
}

/// Logs in.
pub(crate) async fn do_log_in(
    State(house): State<House>,
    visit: Visit,
    Form(given): Form,
) -> Result<Response, Problem> {
    let text = |name: &str| given.get(name).unwrap_or_default().to_owned();
    let typed = LogIn {
        login: text("login"),
        password: Concealed::new(text("password")),
        address: visit.from.clone(),
    };
    let left = visit.session.clone();
    let done = house.ask(move |house| house.site().log_in(&typed, left.as_deref())).await;
    match done {
        Ok(secret) => Ok(with_session(&house, &within(given.get("to")), &secret)),
        Err(problem @ (Problem::WrongLogIn | Problem::Refused(_))) => {
            let mut errors = Errors::default();
            errors.add("login", said(&problem, &visit));
            log_in_page(&house, &visit, &given, &errors, problem.status())
        }
        Err(problem) => Err(problem),
    }
}

/// Logs out.
pub(crate) async fn log_out(
    State(house): State<House>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, Problem> {
    if let Some(secret) = visit.session.clone() {
        house.ask(move |house| house.site().log_out(&secret)).await?;
    }
    let mut response = sent_to("/log-in");
    if let Some(set) = cookie(SESSION, "", Some(0), house.settings().https) {
        response.headers_mut().append(SET_COOKIE, set);
    }
    Ok(response)
}

/// Shows the form for a new password.
pub(crate) async fn password(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    visit.person()?;
    let done = visit.query.get("done").is_some();
    password_page(&house, &visit, &Errors::default(), done)
}

fn password_page(house: &House, visit: &Visit, errors: &Errors, done: bool) -> Result<Response, Problem> {
    let frame = Frame::plain(house, visit);
    let hint = words::PASSWORD_HINT.with(visit.language, &[&PASSWORD_MIN]);
    let fields = vec![
        Field::new("old", Kind::Password, frame.t(words::OLD)),
        Field::new("new", Kind::NewPassword, frame.t(words::NEW)).hint(hint),
    ];
    let page = FormPage {
        title: frame.t(words::CHANGE),
        lead: frame.t(words::CHANGE_LEAD),
        address: "/password",
        to: String::new(),
        summary: errors.summary(visit.language),
        fields: fields.into_iter().map(|field| field.wrong(errors)).collect(),
        button: frame.t(words::CHANGE_BUTTON),
        done: done.then(|| frame.t(words::CHANGED)),
        other: Some(("/account", frame.t(words::own::TITLE))),
        frame: &frame,
    };
    send(status(errors), &page)
}

/// Changes the password.
pub(crate) async fn do_password(
    State(house): State<House>,
    visit: Visit,
    Form(given): Form,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let mut errors = Errors::default();
    check_password(&given, "new", &visit, &mut errors);
    if errors.is_empty() {
        let secret = visit.session.clone().ok_or(Problem::LogInFirst)?;
        let text = |name: &str| given.get(name).unwrap_or_default().to_owned();
        let password = Concealed::new(text("old"));
        let old = LogIn { login: String::new(), password, address: visit.from.clone() };
        let new = text("new");
        let asked = house.ask(move |house| house.site().change_password(&secret, &old, &new, &visitor));
        match asked.await {
            Ok(()) => return Ok(sent_to("/password?done=1")),
            Err(Problem::WrongLogIn) => errors.add("old", words::OLD_WRONG.get(visit.language)),
            Err(problem @ Problem::Refused(_)) => errors.add("new", said(&problem, &visit)),
            Err(problem) => return Err(problem),
        }
    }
    password_page(&house, &visit, &errors, false)
}

/// Remembers a language, and goes back to the page.
pub(crate) async fn language(
    State(house): State<House>,
    visit: Visit,
    Form(given): Form,
) -> Result<Response, Problem> {
    let code = given.get("language").ok_or(Problem::Unreadable)?;
    let language = language_of(code).ok_or(Problem::Unreadable)?;
    if let Some(visitor) = visit.visitor.clone() {
        house.ask(move |house| house.site().set_language(&visitor, language)).await?;
    }
    let mut response = sent_to(&within(given.get("back")));
    if let Some(set) = cookie(LANGUAGE, code, Some(YEAR_SECONDS), house.settings().https) {
        response.headers_mut().append(SET_COOKIE, set);
    }
    Ok(response)
}
