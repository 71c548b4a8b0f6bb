//! Organisations: agencies, ministries and those who take part; a new one, names and numbers.

use super::card::{self, Card, Given};
use super::texts as words;
use super::{Nav, Scene, names};
use crate::fields::{Field, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use styrbord_app::access::{Target, UseCase};
use styrbord_app::follow::events::OrganisationId;
use styrbord_app::follow::events::directory::{Command, Organisation};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/admin/organisations", get(show).post(register))
        .route("/admin/organisations/{organisation}", get(show_one))
        .route("/admin/organisations/{organisation}/name", post(rename))
        .route("/admin/organisations/{organisation}/number", post(number))
}

#[derive(Template)]
#[template(path = "admin_organisations.html")]
struct OrganisationsPage<'a> {
    frame: &'a Frame,
    nav: &'a Nav,
    summary: Summary,
    rows: Vec<Row>,
    form: Card,
}

/// An organisation.
struct Row {
    /// Where it is changed, when the visitor may.
    address: Option<String>,
    name: String,
    kind: &'static str,
    number: String,
    people: usize,
}

#[derive(Template)]
#[template(path = "admin_organisation.html")]
struct OrganisationPage<'a> {
    frame: &'a Frame,
    nav: &'a Nav,
    summary: Summary,
    title: String,
    kind: &'static str,
    /// The names that it had before, with the day from which each held.
    earlier: Vec<String>,
    forms: [Card; 2],
}

fn name(scene: &Scene, given: &Given, known: Option<&Organisation>) -> Field {
    given.line(scene, "name", words::NAME, known.map(|known| known.name.clone()))
}

fn short(scene: &Scene, given: &Given, known: Option<&Organisation>) -> Field {
    given.line(scene, "short", words::SHORT_NAME, known.and_then(|known| known.short.clone())).optional()
}

fn number_of(scene: &Scene, given: &Given, known: Option<&Organisation>) -> Field {
    let now = known.and_then(|known| known.number).map(|number| number.to_string());
    given.line(scene, "number", words::NUMBER, now).hint(scene.t(words::NUMBER_HINT)).optional()
}

async fn show(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    page(&house, &visit, Given::default()).await
}

async fn page(house: &House, visit: &Visit, given: Given) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::opened_by(house, &visit, UseCase::RegisterOrganisation)?;
        let page = OrganisationsPage {
            summary: given.summary(&scene),
            rows: rows(&scene),
            form: new(&scene, &given),
            nav: &scene.nav,
            frame: &scene.frame,
        };
        send(given.status(), &page)
    };
    house.ask(work).await
}

fn new(scene: &Scene, given: &Given) -> Card {
    let kinds = names::KINDS.iter().map(|(_, word, name)| ((*word).to_owned(), scene.t(name).to_owned()));
    let kind = given.choice(scene, ("kind", words::KIND), kinds.collect(), "partner");
    Card::new(scene, words::REGISTER_ORGANISATION, "/admin/organisations".to_owned())
        .choice(kind)
        .field(name(scene, given, None))
        .field(short(scene, given, None))
        .field(number_of(scene, given, None))
        .button(scene.t(words::REGISTER))
}

fn rows(scene: &Scene) -> Vec<Row> {
    let directory = &scene.book.directory;
    let people = |id: OrganisationId| {
        directory.people.values().filter(|person| person.active && person.organisation == id).count()
    };
    let row = |(id, known): (&OrganisationId, &Organisation)| Row {
        address: scene.may(UseCase::ManageOrganisation, Target::Organisation(*id)).then(|| address(*id)),
        name: titled(known),
        kind: scene.t(names::kind(known.kind)),
        number: known.number.map(|number| number.to_string()).unwrap_or_default(),
        people: people(*id),
    };
    directory.organisations.iter().map(row).collect()
}

fn titled(known: &Organisation) -> String {
    match &known.short {
        Some(short) => format!("{} ({short})", known.name),
        None => known.name.clone(),
    }
}

fn address(id: OrganisationId) -> String {
    format!("/admin/organisations/{id}")
}

async fn register(State(house): State<House>, visit: Visit, Form(given): Form) -> Result<Response, Problem> {
    let word = given.get("kind").unwrap_or_default();
    let (kind, ..) = *names::KINDS.iter().find(|(_, one, _)| *one == word).ok_or(Problem::Unreadable)?;
    let text = |name: &str| given.get(name).map(str::to_owned);
    let command = Command::RegisterOrganisation {
        kind,
        name: text("name").unwrap_or_default(),
        short: text("short"),
        number: text("number"),
    };
    match card::submit(&house, &visit, command, given, field_of).await? {
        Some(refused) => page(&house, &visit, refused).await,
        None => Ok(sent_to("/admin/organisations")),
    }
}

/// Returns the field that a refusal is about.
fn field_of(problem: &Problem) -> &'static str {
    match problem {
        Problem::Refused(refusal) if refusal.code.contains("number") => "number",
        _ => "name",
    }
}

fn read(organisation: &str) -> Result<OrganisationId, Problem> {
    organisation.parse().map_err(|_| Problem::NotFound)
}

async fn show_one(
    State(house): State<House>,
    visit: Visit,
    Path(organisation): Path<String>,
) -> Result<Response, Problem> {
    one(&house, &visit, read(&organisation)?, Given::default()).await
}

async fn one(
    house: &House,
    visit: &Visit,
    organisation: OrganisationId,
    given: Given,
) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::of(house, &visit)?;
        let may = scene.may(UseCase::ManageOrganisation, Target::Organisation(organisation));
        let known = scene.book.directory.organisations.get(&organisation).filter(|_| may);
        let known = known.ok_or(Problem::NotFound)?;
        let earlier = known.titles.iter().rev().skip(1);
        let page = OrganisationPage {
            summary: given.summary(&scene),
            title: titled(known),
            kind: scene.t(names::kind(known.kind)),
            earlier: earlier.map(|version| version.value.name.clone()).collect(),
            forms: changes(&scene, &given, known, &address(organisation)),
            nav: &scene.nav,
            frame: &scene.frame,
        };
        send(given.status(), &page)
    };
    house.ask(work).await
}

fn changes(scene: &Scene, given: &Given, known: &Organisation, address: &str) -> [Card; 2] {
    let rename = Card::new(scene, words::RENAME, format!("{address}/name"))
        .help(scene.t(words::RENAME_HELP))
        .field(name(scene, given, Some(known)))
        .field(short(scene, given, Some(known)));
    let number = Card::new(scene, words::NUMBER, format!("{address}/number"));
    [rename, number.field(number_of(scene, given, Some(known)))]
}

async fn rename(
    State(house): State<House>,
    visit: Visit,
    Path(organisation): Path<String>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let organisation = read(&organisation)?;
    let name = given.get("name").unwrap_or_default().to_owned();
    let short = given.get("short").map(str::to_owned);
    let command = Command::RenameOrganisation { organisation, name, short };
    changed(&house, &visit, organisation, given, command).await
}

async fn number(
    State(house): State<House>,
    visit: Visit,
    Path(organisation): Path<String>,
    Form(given): Form,
) -> Result<Response, Problem> {
    let organisation = read(&organisation)?;
    let number = given.get("number").unwrap_or_default().to_owned();
    let command = Command::NumberOrganisation { organisation, number };
    changed(&house, &visit, organisation, given, command).await
}

async fn changed(
    house: &House,
    visit: &Visit,
    organisation: OrganisationId,
    given: Values,
    command: Command,
) -> Result<Response, Problem> {
    match card::submit(house, visit, command, given, field_of).await? {
        Some(refused) => one(house, visit, organisation, refused).await,
        None => Ok(sent_to(&address(organisation))),
    }
}
