//! Units of organisations: the tree, a new one, and what may be changed of one.

use super::card::{self, Card, Given};
use super::confirm::{self, Deed};
use super::names;
use super::texts as words;
use super::{Nav, Scene};
use crate::fields::Summary;
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::pages::who;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::follow::events::UnitId;
use styrbord_app::follow::events::directory::Command;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/admin/units", get(show).post(add))
        .route("/admin/units/{unit}", get(show_one).post(change))
        .route("/admin/units/{unit}/close", get(ask).post(close))
}

#[derive(Template)]
#[template(path = "admin_units.html")]
struct UnitsPage<'a> {
    frame: &'a Frame,
    nav: &'a Nav,
    summary: Summary,
    groups: Vec<Group>,
    /// The form of a new unit, when the visitor may add one.
    form: Option<Card>,
}

/// The units of an organisation.
struct Group {
    id: String,
    name: String,
    rows: Vec<Row>,
}

/// A unit.
struct Row {
    address: String,
    name: String,
    /// The name of the unit above it.
    above: String,
    /// How deep it lies, as dashes.
    depth: String,
    people: usize,
}

#[derive(Template)]
#[template(path = "admin_unit.html")]
struct UnitPage<'a> {
    frame: &'a Frame,
    nav: &'a Nav,
    summary: Summary,
    address: String,
    title: String,
    organisation: String,
    is_open: bool,
    people: Vec<(String, String)>,
    /// Name and place, when the visitor may change them.
    form: Option<Card>,
}

async fn show(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    page(&house, &visit, Given::default()).await
}

async fn page(house: &House, visit: &Visit, given: Given) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::opened_by(house, &visit, UseCase::ReadPeople)?;
        let organisations = scene.book.directory.organisations.keys();
        let seen = organisations.filter(|id| scene.may(UseCase::ReadPeople, Target::Organisation(**id)));
        let groups = seen.map(|id| Group {
            id: id.to_string(),
            name: names::organisation(&scene.book, *id),
            rows: names::tree(&scene.book, *id).into_iter().map(|unit| row(&scene, unit)).collect(),
        });
        let page = UnitsPage {
            summary: given.summary(&scene),
            groups: groups.collect(),
            form: form(&scene, None, &given),
            nav: &scene.nav,
            frame: &scene.frame,
        };
        send(given.status(), &page)
    };
    house.ask(work).await
}

fn row(scene: &Scene, (id, depth): (UnitId, usize)) -> Row {
    let directory = &scene.book.directory;
    let above = directory.units.get(&id).and_then(|unit| unit.parent);
    let works_there = |person: &&_| is_in(person, id);
    Row {
        address: address(id),
        name: names::unit(&scene.book, id),
        above: above.map(|above| names::unit(&scene.book, above)).unwrap_or_default(),
        depth: "–".repeat(depth),
        people: directory.people.values().filter(works_there).count(),
    }
}

fn is_in(person: &styrbord_app::follow::events::directory::Person, unit: UnitId) -> bool {
    person.active && person.unit == Some(unit)
}

fn address(unit: UnitId) -> String {
    format!("/admin/units/{unit}")
}

/// Returns the form of a new unit, or of one that there is; none when the visitor may change nothing.
fn form(scene: &Scene, unit: Option<UnitId>, given: &Given) -> Option<Card> {
    let known = unit.and_then(|unit| scene.book.directory.units.get(&unit));
    let places = places(scene, unit);
    if places.is_empty() || unit.is_some_and(|unit| !scene.may(UseCase::ManageUnits, Target::Unit(unit))) {
        return None;
    }
    let above = known.map(|known| known.parent.map_or(known.organisation.to_string(), |one| one.to_string()));
    let name = given.line(scene, "name", words::UNIT_NAME, known.map(|known| known.name.clone()));
    let above = given.choice(scene, ("above", words::ABOVE), places, &above.unwrap_or_default());
    let card = match unit {
        Some(unit) => Card::new(scene, words::CHANGE_UNIT, address(unit)),
        None => Card::new(scene, words::ADD_UNIT, "/admin/units".to_owned()).button(scene.t(words::ADD)),
    };
    Some(card.field(name).choice(above))
}

/// Returns where a new unit may lie, or one that there is.
fn places(scene: &Scene, unit: Option<UnitId>) -> Vec<(String, String)> {
    let home = unit.and_then(|unit| scene.book.directory.units.get(&unit)).map(|known| known.organisation);
    // A unit stays in its organisation, and lies beneath nothing that lies beneath it.
    let fits = |target: Target| match (target, home, unit) {
        (Target::Organisation(id), Some(home), _) => id == home,
        (Target::Unit(id), Some(home), Some(unit)) => {
            let there = scene.book.directory.units.get(&id).is_some_and(|one| one.organisation == home);
            there && !scene.book.directory.is_within(id, unit)
        }
        _ => true,
    };
    names::places(&scene.book, |target| {
        // Who may change a unit may leave it where it is, at the top too.
        let is_top = matches!(target, Target::Organisation(_)) && unit.is_some();
        fits(target) && (is_top || scene.may(UseCase::ManageUnits, target))
    })
}

async fn add(State(house): State<House>, visit: Visit, Form(given): Form) -> Result<Response, Problem> {
    let place = names::read_place(&house.site().book(), given.get("above").unwrap_or_default());
    let (organisation, parent) = place.ok_or(Problem::Unreadable)?;
    let name = given.get("name").unwrap_or_default().to_owned();
    let command = Command::AddUnit { organisation, parent, name };
    match card::submit(&house, &visit, command, given, |_| "name").await? {
        Some(refused) => page(&house, &visit, refused).await,
        None => Ok(sent_to("/admin/units")),
    }
}

fn read(unit: &str) -> Result<UnitId, Problem> {
    unit.parse().map_err(|_| Problem::NotFound)
}

async fn show_one(
    State(house): State<House>,
    visit: Visit,
    Path(unit): Path<String>,
) -> Result<Response, Problem> {
    one(&house, &visit, read(&unit)?, Given::default()).await
}

async fn one(house: &House, visit: &Visit, unit: UnitId, given: Given) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::of(house, &visit)?;
        let known = seen(&scene, unit)?;
        let names_of = house.site().names()?;
        let people = scene.book.directory.people.iter().filter(|(_, person)| is_in(person, unit));
        let person = |id: &_| {
            let name = who::name(&names_of, *id, scene.frame.language);
            (super::person::address(*id), name)
        };
        let page = UnitPage {
            summary: given.summary(&scene),
            address: address(unit),
            title: known.name.clone(),
            organisation: names::organisation(&scene.book, known.organisation),
            is_open: known.open,
            people: people.map(|(id, _)| person(id)).collect(),
            form: form(&scene, Some(unit), &given).filter(|_| known.open),
            nav: &scene.nav,
            frame: &scene.frame,
        };
        send(given.status(), &page)
    };
    house.ask(work).await
}

/// Returns a unit that the visitor may see.
fn seen(scene: &Scene, unit: UnitId) -> Result<&styrbord_app::follow::events::directory::Unit, Problem> {
    let known = scene.book.directory.units.get(&unit);
    let sees = scene.may(UseCase::ReadPeople, Target::Unit(unit));
    known.filter(|_| sees).ok_or(Problem::NotFound)
}

async fn change(
    State(house): State<House>,
    visit: Visit,
    Path(unit): Path<String>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let unit = read(&unit)?;
    let place = names::read_place(&house.site().book(), given.get("above").unwrap_or_default());
    let (_, parent) = place.ok_or(Problem::Unreadable)?;
    let name = given.get("name").unwrap_or_default().to_owned();
    let command = Command::ChangeUnit { unit, parent, name };
    match card::submit(&house, &visit, command, given, |_| "name").await? {
        Some(refused) => one(&house, &visit, unit, refused).await,
        None => Ok(sent_to(&address(unit))),
    }
}

async fn ask(
    State(house): State<House>,
    visit: Visit,
    Path(unit): Path<String>,
) -> Result<Response, Problem> {
    confirmed(&house, &visit, read(&unit)?, Values::default(), None).await
}

async fn confirmed(
    house: &House,
    visit: &Visit,
    unit: UnitId,
    given: Values,
    problem: Option<Problem>,
) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::of(house, &visit)?;
        let known = seen(&scene, unit)?;
        if !scene.may(UseCase::ManageUnits, Target::Unit(unit)) || !known.open {
            return Err(Problem::Forbidden);
        }
        let deed = Deed {
            title: scene.frame.with(words::CLOSE_UNIT_ASK, &known.name),
            effects: words::CLOSE_UNIT_EFFECTS.iter().map(|effect| scene.t(effect)).collect(),
            address: format!("{}/close", address(unit)),
            back: address(unit),
            button: scene.t(words::CLOSE_UNIT),
            reason: Some(false),
            seen: String::new(),
        };
        confirm::page(&scene.frame, &deed, &given, problem.as_ref())
    };
    house.ask(work).await
}

async fn close(
    State(house): State<House>,
    visit: Visit,
    Path(unit): Path<String>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let unit = read(&unit)?;
    match super::submit(&house, &visit, Command::CloseUnit { unit }, given.get("reason")).await {
        Ok(()) => Ok(sent_to("/admin/units")),
        Err(problem @ Problem::Refused(_)) => confirmed(&house, &visit, unit, given, Some(problem)).await,
        Err(problem) => Err(problem),
    }
}
