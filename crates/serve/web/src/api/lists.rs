//! What is found in a year, what was done in it, and what is wrong in its letters.

use super::caller::{Asked, Caller};
use super::reads::{OfYear, as_json, shown};
use super::sent;
use crate::house::House;
use crate::pages::{find, stream};
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Value, json};
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::{Hash, ObjectId, TextRef};
use styrbord_app::follow::letters;
use styrbord_app::search::{Entry, Kind, Spot};
use styrbord_app::site::{AuditLine, AuditQuery, AuditSubject};

/// A question has at most so many characters.
const QUESTION_MAX: usize = 200;
/// So many hits or lines are sent at once.
const PORTION: usize = 100;

/// Finds words in a year.
pub(super) async fn search(
    State(house): State<House>,
    Caller(visitor): Caller,
    asked: Asked,
    Path((agency, year)): OfYear,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    asked.only(&["as-of", "q"])?;
    let as_of = asked.as_of()?;
    let question = asked.get("q").filter(|question| question.chars().count() <= QUESTION_MAX);
    let question = question.ok_or(Problem::Unreadable)?.to_owned();
    let found = house.ask(move |house| find(house, &visitor, (stream, as_of), &question)).await?;
    let total = found.hits.len();
    let hits: Vec<Value> = found.hits.iter().take(PORTION).map(|hit| told(&hit.entry)).collect();
    Ok(sent(&json!({ "total": total, "hits": hits, "instead": found.instead })))
}

fn told(entry: &Entry) -> Value {
    let (object, line) = match entry.spot {
        Spot::Object(object) | Spot::Series(object) | Spot::Money(object) => (object, None),
        Spot::Line(letter, line) => (letter, Some(line)),
    };
    json!({
        "kind": kind(entry.kind), "object": object, "line": line,
        "label": entry.label, "title": entry.title, "text": entry.text,
    })
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Goal => "goal",
        Kind::Parameter => "parameter",
        Kind::Assignment => "assignment",
        Kind::Duty => "duty",
        Kind::Report => "report",
        Kind::Meeting => "meeting",
        Kind::Money => "money",
        Kind::Other => "other",
        Kind::Said => "said",
        Kind::Line => "line",
    }
}

/// Lists what was done in a year, the latest first.
pub(super) async fn audit(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    path: OfYear,
) -> Result<Response, Problem> {
    shown((house, caller, asked), path, &["before"], |house, looked, asked| {
        let before = asked.number("before", (1, u64::MAX), u64::MAX)?;
        let query =
            AuditQuery { stream: Some(looked.year.stream), before: Some(before), ..AuditQuery::default() };
        let lines = house.site().audit(looked.visitor, query, PORTION)?;
        let reasons: Vec<TextRef> = lines.iter().filter_map(|line| line.reason).collect();
        let words = house.site().words(looked.visitor, reasons)?;
        let reason = |line: &AuditLine| line.reason.and_then(|text| words.get(&text).cloned().flatten());
        let told = |line: &AuditLine| {
            json!({
                "seq": line.seq, "at": line.at, "on": line.on, "actor": line.actor, "kind": line.kind,
                "objects": objects(&line.subject), "reason": reason(line),
            })
        };
        let lines: Vec<Value> = lines.iter().map(told).collect();
        Ok(json!({ "simulated": looked.year.simulated, "lines": lines }))
    })
    .await
}

fn objects(subject: &AuditSubject) -> &[ObjectId] {
    match subject {
        AuditSubject::Objects(objects) => objects,
        _ => &[],
    }
}

/// Lists what is wrong in a letter.
pub(super) async fn findings(
    State(house): State<House>,
    caller: Caller,
    asked: Asked,
    Path((agency, year, letter)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let letter: ObjectId = letter.parse().map_err(|_| Problem::NotFound)?;
    shown((house, caller, asked), Path((agency, year)), &[], move |house, looked, _| {
        if !looked.may(UseCase::ReadFindings, None) {
            return Err(Problem::Forbidden);
        }
        let row = letters(looked.year).into_iter().find(|row| row.letter == letter);
        let hash: Hash = row.and_then(|row| row.document.hash).ok_or(Problem::NotFound)?;
        let bytes = house.site().file(looked.visitor, hash)?;
        let checked = house.letter(hash, &bytes)?;
        let findings = as_json(serde_json::to_value(&checked.compiled.findings.findings))?;
        Ok(json!({ "simulated": looked.year.simulated, "letter": letter, "findings": findings }))
    })
    .await
}
