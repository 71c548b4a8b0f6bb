//! One person: name, contact, place, roles, account; each with its form for whoever may.

mod forms;
mod view;

use super::card::{Card, Given};
use super::confirm;
use super::texts as words;
use super::{Nav, Scene, accounts, names};
use crate::fields::Summary;
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use crate::written;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::follow::events::PersonId;
use styrbord_app::follow::events::directory::{Command, RoleKey};
use view::Seen;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/admin/people/{person}", get(show))
        .route("/admin/people/{person}/{what}", get(ask).post(change))
}

#[derive(Template)]
#[template(path = "admin_person.html")]
struct PersonPage<'a> {
    frame: &'a Frame,
    nav: &'a Nav,
    summary: Summary,
    seen: Seen,
    done: Option<&'static str>,
    forms: Vec<Card>,
}

pub(super) fn address(person: PersonId) -> String {
    format!("/admin/people/{person}")
}

fn read(person: &str) -> Result<PersonId, Problem> {
    person.parse().map_err(|_| Problem::NotFound)
}

async fn show(
    State(house): State<House>,
    visit: Visit,
    Path(person): Path<String>,
) -> Result<Response, Problem> {
    page(&house, &visit, read(&person)?, Given::default()).await
}

async fn page(house: &House, visit: &Visit, person: PersonId, given: Given) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::of(house, &visit)?;
        let card = house.site().person(&scene.visitor, person)?;
        let seen = Seen::of(&scene, &card);
        let page = PersonPage {
            summary: given.summary(&scene),
            done: visit.query.get("done").and_then(|what| view::done(what, &scene)),
            forms: forms::of(&scene, &card, &seen, &given),
            seen,
            nav: &scene.nav,
            frame: &scene.frame,
        };
        send(given.status(), &page)
    };
    house.ask(work).await
}

/// Asks before something is done that cannot be undone.
async fn ask(
    State(house): State<House>,
    visit: Visit,
    Path((person, what)): Path<(String, String)>,
) -> Result<Response, Problem> {
    confirmed(&house, &visit, read(&person)?, &what, Values::default(), None).await
}

async fn confirmed(
    house: &House,
    visit: &Visit,
    person: PersonId,
    what: &str,
    given: Values,
    problem: Option<Problem>,
) -> Result<Response, Problem> {
    let (visit, what) = (visit.clone(), what.to_owned());
    let work = move |house: &House| {
        let scene = Scene::of(house, &visit)?;
        let card = house.site().person(&scene.visitor, person)?;
        let deed = view::deed(&scene, &card, &what)?.ok_or(Problem::NotFound)?;
        confirm::page(&scene.frame, &deed, &given, problem.as_ref())
    };
    house.ask(work).await
}

/// Does what a form asks, or shows it again with what is wrong.
async fn change(
    State(house): State<House>,
    visit: Visit,
    Path((person, what)): Path<(String, String)>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let person = read(&person)?;
    let done = do_it(&house, &visit, person, &what, &given).await;
    match done {
        Ok(response) => Ok(response),
        Err((_, problem @ (Problem::Refused(_) | Problem::Conflict)))
            if CONFIRMED.contains(&what.as_str()) =>
        {
            confirmed(&house, &visit, person, &what, given, Some(problem)).await
        }
        Err((field, problem)) => {
            page(&house, &visit, person, Given::refused(given, field, problem, &visit)?).await
        }
    }
}

/// What is asked for on a page of its own first.
const CONFIRMED: &[&str] = &["deactivate", "erase", "reset", "close", "operator"];

/// Does it; what goes wrong comes with the field that it is about.
async fn do_it(
    house: &House,
    visit: &Visit,
    person: PersonId,
    what: &str,
    given: &Values,
) -> Result<Response, (&'static str, Problem)> {
    let at = |field| move |problem| (field, problem);
    unchanged(house, visit, person, given).await.map_err(at(field_of(what)))?;
    if let Some(response) = accounts::change(house, visit, person, what, given).await {
        return response.map_err(at(field_of(what)));
    }
    let command = command(house, person, what, given)?;
    super::submit(house, visit, command, given.get("reason")).await.map_err(at(field_of(what)))?;
    Ok(sent_to(&format!("{}?done={what}", address(person))))
}

/// Checks that the person is as the form had the person.
async fn unchanged(house: &House, visit: &Visit, person: PersonId, given: &Values) -> Result<(), Problem> {
    let visitor = visit.person()?.clone();
    let seen: u64 = given.get("seen").and_then(|seen| seen.parse().ok()).ok_or(Problem::Unreadable)?;
    let work = move |house: &House| {
        let site = house.site();
        let card = site.person(&visitor, person)?;
        let may = |use_case| site.may(&visitor, use_case, Target::Person(person));
        // Who may do nothing here is told that, and not that somebody else did something.
        let changes = may(UseCase::ManagePeople) || site.reaches(&visitor, UseCase::GiveRoles);
        match card.changed {
            now if now == seen => Ok(()),
            _ if changes => Err(Problem::Conflict),
            _ => Err(Problem::Forbidden),
        }
    };
    house.ask(work).await
}

fn field_of(what: &str) -> &'static str {
    match what {
        "contact" => "email",
        "place" => "place",
        "roles" | "take" => "role",
        "account" => "login",
        _ => "name",
    }
}

/// Returns what a form asks for.
fn command(
    house: &House,
    person: PersonId,
    what: &str,
    given: &Values,
) -> Result<Command, (&'static str, Problem)> {
    let text = |name: &str| given.get(name).map(str::to_owned);
    let place = |name: &'static str| {
        let place = given.get(name).and_then(|text| names::read_place(&house.site().book(), text));
        place.ok_or((name, Problem::Unreadable))
    };
    let key = || {
        let word = given.get("role").unwrap_or_default();
        let role = names::ROLES.iter().find(|(_, one, _)| *one == word);
        let (role, ..) = *role.ok_or(("role", Problem::Unreadable))?;
        let (organisation, unit) = place("at")?;
        Ok(RoleKey { role, organisation, unit })
    };
    Ok(match what {
        "name" => Command::RenamePerson { person, name: text("name").unwrap_or_default() },
        "contact" => Command::SetContact { person, email: text("email"), phone: text("phone") },
        "place" => {
            let (organisation, unit) = place("place")?;
            Command::MovePerson { person, organisation, unit }
        }
        "roles" => {
            let no_day = || ("until", Problem::Unfit(crate::words::message(words::NO_DAY)));
            let until =
                given.get("until").map(|text| written::read_date(text).ok_or_else(no_day)).transpose()?;
            Command::GiveRole { person, role: key()?, until }
        }
        "take" => Command::TakeRole { person, role: key()? },
        "deactivate" => Command::DeactivatePerson { person },
        "reactivate" => Command::ReactivatePerson { person },
        "erase" => Command::ErasePerson { person },
        _ => return Err(("name", Problem::NotFound)),
    })
}
