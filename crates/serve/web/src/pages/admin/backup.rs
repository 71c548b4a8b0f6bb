//! The installation as a whole: what it holds, whether it is as it was written, and a copy of it to take away.

mod stream;

use super::texts as words;
use super::{Nav, Scene};
use crate::form::Form;
use crate::frame::{Frame, send};
use crate::house::House;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::written;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use stream::body;
use styrbord_app::access::UseCase;
use styrbord_app::journal::Verified;
use styrbord_app::site::DatabaseKind;

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/admin/backup", get(show))
        .route("/admin/backup/verify", post(verify))
        .route("/admin/backup/journal.jsonl", get(download))
}

#[derive(Template)]
#[template(path = "admin_backup.html")]
struct BackupPage<'a> {
    frame: &'a Frame,
    nav: &'a Nav,
    facts: Vec<(&'static str, String)>,
    verified: Option<Outcome>,
}

/// What was found when all of it was read.
struct Outcome {
    is_in_order: bool,
    sentence: String,
    /// What is wrong, and what to do.
    faults: Vec<(String, String)>,
}

async fn show(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    house.ask(move |house| page(house, &visit, None)).await
}

fn page(house: &House, visit: &Visit, verified: Option<Verified>) -> Result<Response, Problem> {
    let scene = Scene::opened_by(house, visit, UseCase::KeepInstallation)?;
    let held = house.site().installation(&scene.visitor)?;
    let database = match held.database {
        DatabaseKind::Sqlite => words::SQLITE,
        DatabaseKind::Postgres => words::POSTGRES,
        DatabaseKind::Memory => words::MEMORY,
    };
    let facts = [
        (words::VERSION, env!("CARGO_PKG_VERSION").to_owned()),
        (words::DATABASE, scene.t(database).to_owned()),
        (words::EVENTS, written::number(held.head.seq as usize)),
        (words::HEAD, held.head.hash.to_string()),
        (words::YEARS, written::number(held.years)),
        (words::ACTIVE_PEOPLE, written::number(held.people)),
        (words::ACCOUNTS, written::number(held.accounts)),
    ];
    let found = verified.map(|verified| outcome(&scene, &verified));
    let status = match &found {
        Some(found) if !found.is_in_order => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    let facts = facts.into_iter().map(|(name, value)| (scene.t(name), value)).collect();
    send(status, &BackupPage { facts, verified: found, nav: &scene.nav, frame: &scene.frame })
}

fn outcome(scene: &Scene, verified: &Verified) -> Outcome {
    let language = scene.frame.language;
    let counts = &verified.counts;
    let number = |count: u64| written::number(count as usize);
    let values =
        [number(counts.records), number(counts.texts), number(counts.erased), number(counts.attachments)];
    let [records, texts, erased, attachments] = &values;
    let is_in_order = verified.faults.is_empty();
    let sentence = if is_in_order { words::IN_ORDER } else { words::NOT_IN_ORDER };
    let fault = |fault: &styrbord_app::journal::StoreError| {
        (fault.message().get(language).to_owned(), fault.remedy().get(language).to_owned())
    };
    Outcome {
        is_in_order,
        sentence: sentence.with(language, &[records, texts, erased, attachments]),
        faults: verified.faults.iter().map(fault).collect(),
    }
}

/// Reads all of it and shows what was found.
async fn verify(State(house): State<House>, visit: Visit, Form(_): Form) -> Result<Response, Problem> {
    let work = move |house: &House| {
        let verified = house.site().verify(visit.person()?)?;
        page(house, &visit, Some(verified))
    };
    house.ask(work).await
}

/// Sends the journal as JSON lines when all of it is in order; else shows what is not.
async fn download(State(house): State<House>, visit: Visit) -> Result<Response, Problem> {
    let asks = visit.clone();
    let verified = house.ask(move |house| house.site().verify(asks.person()?)).await?;
    if !verified.faults.is_empty() {
        return house.ask(move |house| page(house, &visit, Some(verified))).await;
    }
    let name = format!("styrbord-{}-{}.jsonl", house.site().today(), verified.head.seq);
    let heads = [
        (CONTENT_TYPE, "application/jsonl; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((heads, body(house, visit.person()?.clone())).into_response())
}
