//! The account of a person: made, reset and closed by whoever may.

use super::confirm::SecretPage;
use super::person::address;
use super::{Scene, texts as words};
use crate::frame::{send, sent_to};
use crate::house::House;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::follow::events::PersonId;

/// Does what is asked of an account; none when it is about something else.
pub(super) async fn change(
    house: &House,
    visit: &Visit,
    person: PersonId,
    what: &str,
    given: &Values,
) -> Option<Result<Response, Problem>> {
    if !["account", "reset", "sessions", "close", "operator"].contains(&what) {
        return None;
    }
    let (visit, given, what) = (visit.clone(), given.clone(), what.to_owned());
    Some(house.ask(move |house| do_it(house, &visit, person, &what, &given)).await)
}

fn do_it(
    house: &House,
    visit: &Visit,
    person: PersonId,
    what: &str,
    given: &Values,
) -> Result<Response, Problem> {
    let visitor = visit.person()?;
    let site = house.site();
    match what {
        "account" => {
            let login = given.get("login").unwrap_or_default();
            let code = site.invite(visitor, person, login)?;
            return handed_over(house, visit, person, code);
        }
        "reset" => {
            let code = site.reset(visitor, person)?;
            return handed_over(house, visit, person, code);
        }
        "sessions" => site.end_sessions(visitor, person)?,
        "close" => site.close_account(visitor, person)?,
        _ => {
            let card = site.person(visitor, person)?;
            let operates = card.account.is_some_and(|account| account.operator);
            site.set_operator(visitor, person, !operates)?;
        }
    }
    Ok(sent_to(&format!("{}?done={what}", address(person))))
}

/// Shows a code, this once.
fn handed_over(house: &House, visit: &Visit, person: PersonId, code: String) -> Result<Response, Problem> {
    let scene = Scene::of(house, visit)?;
    let card = house.site().person(&scene.visitor, person)?;
    let name = card.row.name.as_ref().map(|name| name.reveal().to_owned()).unwrap_or_default();
    let login = card.account.map(|account| account.login.reveal().to_owned()).unwrap_or_default();
    let page = SecretPage {
        title: scene.frame.with(words::CODE_FOR, name),
        lead: scene.t(words::CODE_LEAD).to_owned(),
        facts: vec![
            (scene.t(words::CODE_AT), "/log-in/code".to_owned()),
            (scene.t(words::LOGIN), login),
            (scene.t(words::CODE), code),
        ],
        once: scene.t(words::SHOWN_ONCE),
        back: address(person),
        back_name: scene.t(words::BACK_TO_PERSON),
        frame: &scene.frame,
    };
    send(StatusCode::OK, &page)
}
