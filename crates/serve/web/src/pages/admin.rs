//! Administration: people, units, organisations, what was done, and the installation as a whole.

mod accounts;
mod audit;
mod backup;
mod card;
mod confirm;
mod names;
mod organisations;
mod people;
mod person;
mod texts;
mod units;

pub(super) use audit::in_words;
pub(super) use confirm::SecretPage;

use crate::frame::{Frame, FrameLink, send};
use crate::house::House;
use crate::problem::Problem;
use crate::site::{Site, Visitor};
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::follow::events::{Book, Command, Stream, directory};
use styrbord_app::texts::Text;
use texts as words;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/admin", get(index))
        .merge(people::routes())
        .merge(person::routes())
        .merge(units::routes())
        .merge(organisations::routes())
        .merge(audit::routes())
        .merge(backup::routes())
}

/// What the pages of administration are built of.
struct Scene {
    house: House,
    visitor: Visitor,
    book: Arc<Book>,
    frame: Frame,
    nav: Nav,
}

/// The pages of administration that a visitor may open.
struct Nav {
    name: &'static str,
    links: Vec<FrameLink>,
}

/// A page of administration: its address, its name, what it is for, and the use case that opens it.
type Door = (&'static str, Text, Text, UseCase);

const DOORS: &[Door] = &[
    ("/admin/people", words::PEOPLE, words::PEOPLE_LEAD, UseCase::ReadPeople),
    ("/admin/units", words::UNITS, words::UNITS_LEAD, UseCase::ReadPeople),
    ("/admin/organisations", words::ORGANISATIONS, words::ORGANISATIONS_LEAD, UseCase::RegisterOrganisation),
    ("/admin/audit", words::AUDIT, words::AUDIT_LEAD, UseCase::ReadAudit),
    ("/admin/backup", words::BACKUP, words::BACKUP_LEAD, UseCase::KeepInstallation),
];

impl Scene {
    /// Sees what there is, for whoever is logged in.
    fn of(house: &House, visit: &Visit) -> Result<Self, Problem> {
        let visitor = visit.person()?.clone();
        let frame = Frame::plain(house, visit);
        let open = DOORS.iter().filter(|door| house.site().reaches(&visitor, door.3));
        let links = open.map(|(address, name, ..)| FrameLink {
            address: (*address).to_owned(),
            name: frame.t(name),
            current: visit.path.starts_with(address),
        });
        let nav = Nav { name: frame.t(words::ADMINISTRATION), links: links.collect() };
        Ok(Self { book: house.site().book(), house: house.clone(), visitor, frame, nav })
    }

    /// The same, for a page that a use case opens.
    fn opened_by(house: &House, visit: &Visit, use_case: UseCase) -> Result<Self, Problem> {
        let scene = Self::of(house, visit)?;
        if scene.house.site().reaches(&scene.visitor, use_case) { Ok(scene) } else { Err(Problem::Forbidden) }
    }

    fn site(&self) -> &Site {
        self.house.site()
    }

    fn may(&self, use_case: UseCase, target: Target) -> bool {
        self.site().may(&self.visitor, use_case, target)
    }

    fn t(&self, text: impl Into<Text>) -> &'static str {
        self.frame.t(text)
    }
}

/// Asks for a change of the directory.
async fn submit(
    house: &House,
    visit: &Visit,
    command: directory::Command,
    reason: Option<&str>,
) -> Result<(), Problem> {
    let visitor = visit.person()?.clone();
    let typed = crate::site::Typed { reason: reason.map(str::to_owned), ..Default::default() };
    let command = Command::Directory(command);
    house.ask(move |house| house.site().submit(&visitor, Stream::Directory, command, &typed)).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "admin.html")]
struct IndexPage<'a> {
    frame: &'a Frame,
    /// Address, name, and what it is for.
    doors: Vec<(&'static str, &'static str, &'static str)>,
}

/// Shows which pages there are.
async fn index(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    let asks = visit.clone();
    let scene = house.ask(move |house| Scene::of(house, &asks)).await?;
    let is_open = |door: &&Door| scene.nav.links.iter().any(|link| link.address == door.0);
    let doors = DOORS.iter().filter(is_open);
    let doors: Vec<_> =
        doors.map(|(address, name, lead, _)| (*address, scene.t(name), scene.t(lead))).collect();
    if doors.is_empty() {
        return Err(Problem::Forbidden);
    }
    send(StatusCode::OK, &IndexPage { doors, frame: &scene.frame })
}
