//! People by organisation, with unit and roles; and a new one.

use super::card::{self, Card, Given};
use super::names;
use super::texts as words;
use super::{Nav, Scene};
use crate::fields::Summary;
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::pages::who;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::follow::events::OrganisationId;
use styrbord_app::follow::events::directory::Command;
use styrbord_app::site::PersonRow;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/admin/people", get(show).post(register))
}

#[derive(Template)]
#[template(path = "admin_people.html")]
struct PeoplePage<'a> {
    frame: &'a Frame,
    nav: &'a Nav,
    summary: Summary,
    sought: String,
    groups: Vec<Group>,
    total: usize,
    /// The form of a new person, when the visitor may register one.
    form: Option<Card>,
}

/// The people of an organisation.
struct Group {
    id: String,
    name: String,
    kind: &'static str,
    rows: Vec<Row>,
}

/// A person.
struct Row {
    address: String,
    name: String,
    unit: String,
    roles: String,
    has_account: bool,
    active: bool,
}

async fn show(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    page(&house, &visit, Given::default()).await
}

async fn page(house: &House, visit: &Visit, given: Given) -> Result<Response, Problem> {
    let visit = visit.clone();
    let work = move |house: &House| {
        let scene = Scene::opened_by(house, &visit, UseCase::ReadPeople)?;
        let sought = visit.query.get("words").unwrap_or_default().to_owned();
        let people = house.site().people(&scene.visitor)?;
        let groups = groups(&scene, &people, &sought);
        let page = PeoplePage {
            summary: given.summary(&scene),
            total: groups.iter().map(|group| group.rows.len()).sum(),
            form: form(&scene, &given),
            nav: &scene.nav,
            groups,
            sought,
            frame: &scene.frame,
        };
        send(given.status(), &page)
    };
    house.ask(work).await
}

fn groups(scene: &Scene, people: &[PersonRow], sought: &str) -> Vec<Group> {
    let mut by_organisation: BTreeMap<OrganisationId, Vec<Row>> = BTreeMap::new();
    for person in people {
        let row = row(scene, person);
        let text = format!("{} {} {}", row.name, row.unit, row.roles).to_lowercase();
        if sought.split_whitespace().all(|word| text.contains(&word.to_lowercase())) {
            by_organisation.entry(person.organisation).or_default().push(row);
        }
    }
    let group = |(id, mut rows): (OrganisationId, Vec<Row>)| {
        rows.sort_by_key(|row| (!row.active, row.name.to_lowercase()));
        let known = scene.book.directory.organisations.get(&id);
        let kind = known.map_or("", |known| scene.t(names::kind(known.kind)));
        Group { id: id.to_string(), name: names::organisation(&scene.book, id), kind, rows }
    };
    by_organisation.into_iter().map(group).collect()
}

fn row(scene: &Scene, person: &PersonRow) -> Row {
    let book = &scene.book;
    let role = |key: &_| names::role_held(book, *key, person.organisation, &scene.frame);
    let roles: Vec<String> = person.roles.iter().map(role).collect();
    let name = person.name.as_ref().map(|name| name.reveal().to_owned());
    Row {
        address: format!("/admin/people/{}", person.person),
        name: name.unwrap_or_else(|| who::erased(person.person, scene.frame.language)),
        unit: person.unit.map(|unit| names::unit(book, unit)).unwrap_or_default(),
        roles: roles.join("; "),
        has_account: person.has_account,
        active: person.active,
    }
}

fn form(scene: &Scene, given: &Given) -> Option<Card> {
    let organisations = scene.book.directory.organisations.iter();
    let open = organisations.filter(|(id, _)| scene.may(UseCase::ManagePeople, Target::Organisation(**id)));
    let options: Vec<(String, String)> =
        open.map(|(id, known)| (id.to_string(), known.name.clone())).collect();
    if options.is_empty() {
        return None;
    }
    let card = Card::new(scene, words::REGISTER_PERSON, "/admin/people".to_owned())
        .help(scene.t(words::REGISTER_PERSON_LEAD))
        .field(given.line(scene, "name", words::NAME, None))
        .choice(given.choice(scene, ("organisation", words::ORGANISATION), options, ""))
        .button(scene.t(words::REGISTER));
    Some(card)
}

/// Registers a person, and goes on to the person's own page.
async fn register(State(house): State<House>, visit: Visit, Form(given): Form) -> Result<Response, Problem> {
    let organisation = given.get("organisation").and_then(|id| id.parse().ok()).ok_or(Problem::Unreadable)?;
    let name = given.get("name").unwrap_or_default().to_owned();
    let command = Command::RegisterPerson { name, organisation };
    if let Some(refused) = card::submit(&house, &visit, command, given, |_| "name").await? {
        return page(&house, &visit, refused).await;
    }
    let book = house.site().book();
    let newest = book.directory.people.keys().next_back().map(ToString::to_string);
    Ok(sent_to(&format!("/admin/people/{}", newest.unwrap_or_default())))
}
