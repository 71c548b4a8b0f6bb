//! The own account: who one is, in which language, where one is logged in, and keys for programs.

use super::texts::own as words;
use crate::clock;
use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::pages::admin::SecretPage;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use crate::written;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use styrbord_app::accounts::{Pass, PassKind, Session};
use styrbord_app::follow::events::{Hash, Instant};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/account", get(show))
        .route("/account/sessions/end", post(end))
        .route("/account/tokens", post(make))
        .route("/account/tokens/{pass}/revoke", post(revoke))
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    name: String,
    done: Option<&'static str>,
    sessions: Vec<SessionRow>,
    tokens: Vec<TokenRow>,
    label: Field,
    scope: Choice,
    until: Field,
    /// Whether there is a page of the own organisation to go on to.
    has_people: bool,
}

/// A visit.
struct SessionRow {
    begun: String,
    seen: String,
    is_this: bool,
}

/// A key for a program.
struct TokenRow {
    id: String,
    label: String,
    scope: &'static str,
    made: String,
    seen: String,
    until: String,
}

async fn show(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    page(&house, &visit, Values::default(), Errors::default(), StatusCode::OK).await
}

async fn page(
    house: &House,
    visit: &Visit,
    given: Values,
    errors: Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let visitor = visit.person()?;
        let frame = Frame::plain(house, &visit);
        let sessions = house.site().own_sessions(visitor, visit.session.as_deref())?;
        let passes = house.site().own_passes(visitor)?;
        let tokens = passes.iter().filter(|pass| pass.kind == PassKind::Token);
        let done = match visit.query.get("done") {
            Some("revoked") => Some(frame.t(words::REVOKED)),
            _ => None,
        };
        let page = AccountPage {
            summary: errors.summary(visit.language),
            name: visitor.name.clone(),
            done,
            sessions: sessions.iter().map(session_row).collect(),
            tokens: tokens.map(|pass| token_row(&frame, pass)).collect(),
            label: label(&frame, &given, &errors),
            scope: scope(&frame, &given),
            until: until(&frame, &given, &errors),
            has_people: house.site().reaches(visitor, styrbord_app::access::UseCase::ReadPeople),
            frame: &frame,
        };
        send(status, &page)
    };
    house.ask(work).await
}

fn session_row((session, is_this): &(Session, bool)) -> SessionRow {
    SessionRow {
        begun: written::moment(session.begun),
        seen: written::moment(session.seen),
        is_this: *is_this,
    }
}

fn token_row(frame: &Frame, pass: &Pass) -> TokenRow {
    let scope = if pass.scope == "write" { words::READ_AND_WRITE } else { words::READ };
    let or_none = |at: Option<Instant>, none| at.map_or_else(|| frame.t(none).to_owned(), written::moment);
    TokenRow {
        id: pass.seal.hash().to_string(),
        label: pass.label.reveal().to_owned(),
        scope: frame.t(scope),
        made: written::moment(pass.made),
        seen: or_none(pass.seen, words::NEVER),
        until: or_none(pass.until, words::NO_END),
    }
}

fn label(frame: &Frame, given: &Values, errors: &Errors) -> Field {
    let field = Field::new("label", Kind::Text, frame.t(words::LABEL)).hint(frame.t(words::LABEL_HINT));
    field.value(given.get("label").unwrap_or_default()).wrong(errors)
}

fn scope(frame: &Frame, given: &Values) -> Choice {
    let writes = given.get("scope") == Some("write");
    let options = vec![
        ("read".to_owned(), frame.t(words::READ).to_owned(), !writes),
        ("write".to_owned(), frame.t(words::READ_AND_WRITE).to_owned(), writes),
    ];
    Choice { name: "scope", label: frame.t(words::SCOPE), options, error: None }
}

fn until(frame: &Frame, given: &Values, errors: &Errors) -> Field {
    let field = Field::new("until", Kind::Text, frame.t(words::UNTIL)).hint(frame.t(words::UNTIL_HINT));
    field.value(given.get("until").unwrap_or_default()).optional().wrong(errors)
}

/// Logs out everywhere, here too.
async fn end(State(house): State<House>, visit: Visit, Form(_): Form) -> Result<Response, Problem> {
    house.ask(move |house| house.site().log_out_everywhere(visit.person()?)).await?;
    Ok(sent_to("/log-in"))
}

/// Makes a key and shows it, this once.
async fn make(State(house): State<House>, visit: Visit, Form(given): Form) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let mut errors = Errors::default();
    let until = read_until(&house, &visit, &given, &mut errors);
    if !errors.is_empty() {
        return page(&house, &visit, given, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let label = given.get("label").unwrap_or_default().to_owned();
    let may_write = given.get("scope") == Some("write");
    let made = house.ask({
        let label = label.clone();
        move |house| house.site().make_token(&visitor, &label, may_write, until)
    });
    match made.await {
        Ok(secret) => shown(&house, &visit, label, secret),
        Err(problem @ Problem::Refused(_)) => {
            errors.add("label", problem.sentence(visit.language));
            page(&house, &visit, given, errors, problem.status()).await
        }
        Err(problem) => Err(problem),
    }
}

/// Returns when a key is to end: with the day that was typed.
fn read_until(house: &House, visit: &Visit, given: &Values, errors: &mut Errors) -> Option<Instant> {
    let text = given.get("until")?;
    let Some(day) = written::read_date(text) else {
        errors.add("until", words::NO_DAY.get(visit.language));
        return None;
    };
    if day < house.site().today() {
        errors.add("until", words::DAY_IS_PAST.get(visit.language));
    }
    Some(clock::start_in_norway(day.add_days(1)))
}

fn shown(house: &House, visit: &Visit, label: String, secret: String) -> Result<Response, Problem> {
    let frame = Frame::plain(house, visit);
    let page = SecretPage {
        title: frame.t(words::TOKEN_MADE).to_owned(),
        lead: frame.t(words::TOKEN_LEAD).to_owned(),
        facts: vec![(frame.t(words::LABEL), label), (frame.t(words::TOKEN), secret)],
        once: frame.t(words::SHOWN_ONCE),
        back: "/account".to_owned(),
        back_name: frame.t(words::TITLE),
        frame: &frame,
    };
    send(StatusCode::OK, &page)
}

/// Revokes a key.
async fn revoke(
    State(house): State<House>,
    visit: Visit,
    Path(pass): Path<String>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let pass = Hash::parse(&pass).ok_or(Problem::NotFound)?;
    house.ask(move |house| house.site().revoke(visit.person()?, pass)).await?;
    Ok(sent_to("/account?done=revoked"))
}
