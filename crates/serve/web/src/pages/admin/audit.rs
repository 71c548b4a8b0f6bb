//! Who did what, when and why: of the whole installation, and of one year. As much of it as the visitor may see.

mod asked;
mod kinds;
mod sheet;
mod texts;
mod view;

use super::{Nav, Scene};
use crate::fields::{Choice, Field, Summary};
use crate::frame::{Frame, send};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use asked::Asked;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
pub(in crate::pages) use kinds::in_words;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::follow::events::Stream;
use texts as words;
use view::{Line, Told, lines};

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/admin/audit", get(all))
        .route("/admin/audit.csv", get(all_as_sheet))
        .route("/years/{agency}/{year}/history", get(of_year))
        .route("/years/{agency}/{year}/history.csv", get(of_year_as_sheet))
}

/// As many lines stand on a page.
const PORTION: usize = 50;
/// As many lines stand in a sheet.
const SHEET_MAX: usize = 100_000;

#[derive(Template)]
#[template(path = "admin_audit.html")]
struct AuditPage<'a> {
    frame: &'a Frame,
    nav: Nav,
    title: &'static str,
    lead: &'static str,
    summary: Summary,
    actor: Choice,
    stream: Option<Choice>,
    about: Field,
    from: Field,
    to: Field,
    lines: Vec<Line>,
    is_filtered: bool,
    /// The address of the next portion.
    more: Option<String>,
    /// The address of the same as a sheet.
    sheet: String,
}

type OfYear = Path<(String, String)>;

async fn all(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    house.ask(move |house| page(house, &visit, None)).await
}

async fn of_year(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): OfYear,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    house.ask(move |house| page(house, &visit, Some(stream))).await
}

async fn all_as_sheet(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    house.ask(move |house| as_sheet(house, &visit, None)).await
}

async fn of_year_as_sheet(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): OfYear,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    house.ask(move |house| as_sheet(house, &visit, Some(stream))).await
}

/// Sees what there is, when the visitor may read any of it: the people of a place, or something of a year.
fn scene(house: &House, visit: &Visit, year: Option<Stream>) -> Result<Scene, Problem> {
    let Some(stream) = year else { return Scene::opened_by(house, visit, UseCase::ReadAudit) };
    let scene = Scene::of(house, visit)?;
    let frame = house
        .site()
        .look(&scene.visitor, stream, None, |looked| Frame::of_year(house, visit, looked, None))?;
    let of_year = styrbord_app::site::AuditQuery { stream: Some(stream), ..Default::default() };
    let reads = scene.may(UseCase::ReadHistory, Target::Year(stream))
        || !house.site().audit(&scene.visitor, of_year, 1)?.is_empty();
    if reads { Ok(Scene { frame, ..scene }) } else { Err(Problem::Forbidden) }
}

fn page(house: &House, visit: &Visit, year: Option<Stream>) -> Result<Response, Problem> {
    let scene = scene(house, visit, year)?;
    let (asked, errors) = Asked::read(&scene, &visit.query, year);
    // What means nothing finds nothing.
    let most = if errors.is_empty() { PORTION + 1 } else { 0 };
    let mut found = house.site().audit(&scene.visitor, asked.query(), most)?;
    let is_more = found.len() > PORTION;
    found.truncate(PORTION);
    let told = Told::of(&scene, &found)?;
    let page = AuditPage {
        title: scene.t(if year.is_some() { words::HISTORY } else { words::AUDIT }),
        lead: scene.t(if year.is_some() { words::HISTORY_LEAD } else { words::AUDIT_LEAD }),
        summary: errors.summary(visit.language),
        actor: asked.actor_choice(&scene, &told),
        stream: year.is_none().then(|| asked.stream_choice(&scene)),
        about: asked.about_field(&scene, &errors),
        from: asked.first_field(&scene, &errors),
        to: asked.last_field(&scene, &errors),
        lines: lines(&scene, &found, &told),
        is_filtered: asked.is_filtered(),
        more: is_more.then(|| asked.address("", Some(&found))),
        sheet: format!("{}{}", visit.path, asked.address(".csv", None)),
        nav: Nav {
            name: scene.nav.name,
            links: if year.is_none() { scene.nav.links.clone() } else { Vec::new() },
        },
        frame: &scene.frame,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    send(status, &page)
}

fn as_sheet(house: &House, visit: &Visit, year: Option<Stream>) -> Result<Response, Problem> {
    let scene = scene(house, visit, year)?;
    let (asked, errors) = Asked::read(&scene, &visit.query, year);
    if !errors.is_empty() {
        return Err(Problem::Unreadable);
    }
    let found = house.site().audit(&scene.visitor, asked.query(), SHEET_MAX)?;
    let told = Told::of(&scene, &found)?;
    let text = sheet::written(&scene, &lines(&scene, &found, &told));
    let heads = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"styrbord-history.csv\""),
    ];
    Ok((heads, text).into_response())
}
