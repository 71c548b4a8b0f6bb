//! Organisations: agencies, ministries and those who take part; a new one, names and numbers.

use super::texts as words;
use super::{Nav, Scene, confirm, names};
use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
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
    kind: Choice,
    name: Field,
    short: Field,
    number: Field,
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
    address: String,
    title: String,
    kind: &'static str,
    /// The names that it had before, with the day from which each held.
    earlier: Vec<String>,
    name: Field,
    short: Field,
    number: Field,
}

fn field(
    scene: &Scene,
    (name, label): (&'static str, styrbord_app::texts::Text),
    now: Option<String>,
    (given, errors): (&Values, &Errors),
) -> Field {
    let value = given.get(name).map(str::to_owned).or(now).unwrap_or_default();
    let field = Field::new(name, Kind::Text, scene.t(label)).value(value).wrong(errors);
    match name {
        "number" => field.hint(scene.t(words::NUMBER_HINT)).optional(),
        "short" => field.optional(),
        _ => field,
    }
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
        let scene = Scene::opened_by(house, &visit, UseCase::RegisterOrganisation)?;
        let typed = (&given, &errors);
        let chosen = given.get("kind").unwrap_or("partner");
        let kinds = names::KINDS.iter().map(|(_, word, name)| {
            let is_chosen = *word == chosen;
            ((*word).to_owned(), scene.t(name).to_owned(), is_chosen)
        });
        let page = OrganisationsPage {
            summary: errors.summary(visit.language),
            rows: rows(&scene),
            kind: Choice {
                name: "kind",
                label: scene.t(words::KIND),
                options: kinds.collect(),
                error: errors.of("kind"),
            },
            name: field(&scene, ("name", words::NAME), None, typed),
            short: field(&scene, ("short", words::SHORT_NAME), None, typed),
            number: field(&scene, ("number", words::NUMBER), None, typed),
            nav: &scene.nav,
            frame: &scene.frame,
        };
        send(status, &page)
    };
    house.ask(work).await
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
    match super::submit(&house, &visit, command, None).await {
        Ok(()) => Ok(sent_to("/admin/organisations")),
        Err(problem @ Problem::Refused(_)) => {
            let errors = wrong(&problem, &visit);
            page(&house, &visit, given, errors, problem.status()).await
        }
        Err(problem) => Err(problem),
    }
}

/// Returns what is wrong, at the field that it is about.
fn wrong(problem: &Problem, visit: &Visit) -> Errors {
    let field = match problem {
        Problem::Refused(refusal) if refusal.code.contains("number") => "number",
        _ => "name",
    };
    let mut errors = Errors::default();
    errors.add(field, confirm::said(problem, visit.language));
    errors
}

fn read(organisation: &str) -> Result<OrganisationId, Problem> {
    organisation.parse().map_err(|_| Problem::NotFound)
}

async fn show_one(
    State(house): State<House>,
    visit: Visit,
    Path(organisation): Path<String>,
) -> Result<Response, Problem> {
    one(&house, &visit, read(&organisation)?, Values::default(), Errors::default(), StatusCode::OK).await
}

async fn one(
    house: &House,
    visit: &Visit,
    organisation: OrganisationId,
    given: Values,
    errors: Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::of(house, &visit)?;
        let may = scene.may(UseCase::ManageOrganisation, Target::Organisation(organisation));
        let known = scene.book.directory.organisations.get(&organisation).filter(|_| may);
        let known = known.ok_or(Problem::NotFound)?;
        let typed = (&given, &errors);
        let number = known.number.map(|number| number.to_string());
        let earlier = known.titles.iter().rev().skip(1);
        let page = OrganisationPage {
            summary: errors.summary(visit.language),
            address: address(organisation),
            title: titled(known),
            kind: scene.t(names::kind(known.kind)),
            earlier: earlier.map(|version| version.value.name.clone()).collect(),
            name: field(&scene, ("name", words::NAME), Some(known.name.clone()), typed),
            short: field(&scene, ("short", words::SHORT_NAME), known.short.clone(), typed),
            number: field(&scene, ("number", words::NUMBER), number, typed),
            nav: &scene.nav,
            frame: &scene.frame,
        };
        send(status, &page)
    };
    house.ask(work).await
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
    match super::submit(house, visit, command, None).await {
        Ok(()) => Ok(sent_to(&address(organisation))),
        Err(problem @ Problem::Refused(_)) => {
            let errors = wrong(&problem, visit);
            one(house, visit, organisation, given, errors, problem.status()).await
        }
        Err(problem) => Err(problem),
    }
}
