//! One command, as a program sends it.

use super::caller::{Asked, Caller};
use super::{sent, texts as words};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::site::Sent;
use axum::body::Bytes;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use styrbord_app::follow::events::{Command, Expected};
use styrbord_app::{Language, Message};

/// The fields of what is sent.
const FIELDS: [&str; 5] = ["command", "expected", "id", "on", "reason"];
/// A reason has at most so many characters.
const REASON_MAX: usize = 2_000;

/// Does what is sent, once.
pub(super) async fn send(
    State(house): State<House>,
    Caller(visitor): Caller,
    asked: Asked,
    Path((agency, year)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Response> {
    let stream = stream(&agency, &year).map_err(Problem::into_response)?;
    asked.only(&[]).map_err(Problem::into_response)?;
    if !is_json(&request) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
    }
    let bytes = Bytes::from_request(request, &house).await.map_err(IntoResponse::into_response)?;
    let done = house.ask(move |house| {
        let (command, beside) = read(&bytes)?;
        let receipt = house.site().send(&visitor, stream, command, beside)?;
        let records: Vec<u64> = receipt.seqs.collect();
        let version = house.site().version(stream);
        Ok(json!({ "records": records, "done_before": receipt.done_before, "version": version }))
    });
    done.await.map(|value| sent(&value)).map_err(Problem::into_response)
}

fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

/// Reads a command and what stands beside it.
fn read(bytes: &[u8]) -> Result<(Command, Sent), Problem> {
    let value: Value = serde_json::from_slice(bytes).map_err(|_| Problem::Unreadable)?;
    let Value::Object(mut fields) = value else { return Err(unfit(&"{ … }")) };
    if let Some(other) = fields.keys().find(|name| !FIELDS.contains(&name.as_str())) {
        return Err(unfit(other));
    }
    let command = fields.remove("command").ok_or_else(|| unfit(&"command"))?;
    let command: Command = serde_json::from_value(command).map_err(|error| unfit(&error))?;
    // People and units are not the affair of a token.
    if matches!(command, Command::Directory(_)) {
        return Err(Problem::Forbidden);
    }
    let expected = field(&mut fields, "expected", |value| serde_json::from_value::<Expected>(value).ok())?;
    let text = |value: Value| value.as_str().map(str::to_owned);
    let reason = field(&mut fields, "reason", text)?;
    if reason.as_ref().is_some_and(|reason| reason.chars().count() > REASON_MAX) {
        return Err(unfit(&"reason"));
    }
    let id = field(&mut fields, "id", |value| serde_json::from_value(value).ok())?;
    let on = field(&mut fields, "on", |value| serde_json::from_value(value).ok())?;
    Ok((command, Sent { id, on, reason, expected: expected.unwrap_or_default() }))
}

/// Reads a field that may be left out.
fn field<T>(
    fields: &mut Map<String, Value>,
    name: &str,
    read: impl FnOnce(Value) -> Option<T>,
) -> Result<Option<T>, Problem> {
    let found = fields.remove(name).map(|value| read(value).ok_or_else(|| unfit(&name)));
    found.transpose()
}

fn unfit(why: &dyn std::fmt::Display) -> Problem {
    let say = |language| words::NOT_A_COMMAND.with(language, &[&why]);
    Problem::Unfit(Message::new(say(Language::Nb), say(Language::Nn), say(Language::En)))
}
