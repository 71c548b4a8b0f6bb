//! What the interface takes and gives, as OpenAPI 3.1.

use super::shapes;
use super::{caller::Asked, sent};
use crate::problem::Problem;
use axum::response::Response;
use serde_json::{Map, Value, json};

/// An address that is read.
struct Read {
    path: &'static str,
    id: &'static str,
    summary: &'static str,
    /// What the address may ask for, by the names of the parameters.
    asks: &'static [&'static str],
    /// The schema of what is given.
    gives: &'static str,
}

const READS: [Read; 12] = [
    Read {
        path: "/years",
        id: "years",
        summary: "The years of which the caller sees something",
        asks: &[],
        gives: "Years",
    },
    Read {
        path: "/years/{agency}/{year}",
        id: "year",
        summary: "A year at a glance",
        asks: &["as-of"],
        gives: "Year",
    },
    Read {
        path: "/years/{agency}/{year}/plan",
        id: "plan",
        summary: "The plan that holds, all letters taken together",
        asks: &["as-of"],
        gives: "Plan",
    },
    Read {
        path: "/years/{agency}/{year}/assignments",
        id: "assignments",
        summary: "The assignments, and how far they are",
        asks: &["as-of"],
        gives: "Assignments",
    },
    Read {
        path: "/years/{agency}/{year}/objects/{object}",
        id: "object",
        summary: "A part of the plan with its deadlines and all that happened to it",
        asks: &["as-of"],
        gives: "Object",
    },
    Read {
        path: "/years/{agency}/{year}/due",
        id: "due",
        summary: "What is due within so many days and not done, the overdue first",
        asks: &["as-of", "days"],
        gives: "Due",
    },
    Read {
        path: "/years/{agency}/{year}/money",
        id: "money",
        summary: "Chapters and posts, what is bound, paid and expected",
        asks: &["as-of"],
        gives: "Money",
    },
    Read {
        path: "/years/{agency}/{year}/parameters",
        id: "parameters",
        summary: "Series of figures, and the steering parameters without one",
        asks: &["as-of"],
        gives: "Parameters",
    },
    Read {
        path: "/years/{agency}/{year}/search",
        id: "search",
        summary: "What has all the words of a question, the best first; at most 100",
        asks: &["q", "as-of"],
        gives: "Found",
    },
    Read {
        path: "/years/{agency}/{year}/audit",
        id: "audit",
        summary: "Who did what, when and why, the latest first; at most 100",
        asks: &["before"],
        gives: "Audit",
    },
    Read {
        path: "/years/{agency}/{year}/letters/{letter}/findings",
        id: "findings",
        summary: "What is wrong in a letter",
        asks: &[],
        gives: "Findings",
    },
    Read {
        path: "/years/{agency}/{year}/outside",
        id: "outside",
        summary: "A year as the ministry or a partner sees it: what was shared or submitted, as it was then",
        asks: &["as-of"],
        gives: "Outside",
    },
];

/// Sends the description, to everybody: nothing in it is about anybody.
pub(super) async fn send(asked: Asked) -> Result<Response, Problem> {
    asked.only(&[])?;
    Ok(sent(&document()))
}

/// Returns the description.
pub(super) fn document() -> Value {
    let mut paths: Map<String, Value> =
        READS.iter().map(|read| (read.path.to_owned(), json!({ "get": reading(read) }))).collect();
    paths.insert("/years/{agency}/{year}/commands".to_owned(), json!({ "post": commanding() }));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Styrbord",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Years that people run by the allocation letter. A token reads, or reads and writes, what its person may.",
        },
        "servers": [{ "url": "/api/v1" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "parameters": parameters(),
            "responses": {
                "Error": {
                    "description": "It was not done as asked",
                    "content": { "application/json": { "schema": shapes::named("Error") } },
                },
            },
            "schemas": shapes::all(),
        },
    })
}

fn parameters() -> Value {
    let of = |place: &str, name: &str, says: &str, schema: &Value| json!({ "name": name, "in": place, "required": place == "path", "description": says, "schema": schema });
    let id = |kind: &str| json!({ "type": "string", "pattern": format!("^{kind}-[1-9][0-9]{{0,8}}$") });
    let day = json!({ "type": "string", "format": "date" });
    json!({
        "agency": of("path", "agency", "The id of the agency", &id("organisation")),
        "year": of("path", "year", "The budget year", &json!({ "type": "string", "pattern": "^[0-9]{4}$" })),
        "object": of("path", "object", "The id of the object", &id("[a-z_]+")),
        "letter": of("path", "letter", "The id of the letter", &id("letter")),
        "as-of": of("query", "as-of", "The day on which it held; now without it", &day),
        "days": of("query", "days", "So many days ahead; 30 without it", &json!({ "type": "integer", "minimum": 0, "maximum": 366 })),
        "before": of("query", "before", "Before the record with this number", &json!({ "type": "integer", "minimum": 1 })),
        "q": {
            "name": "q", "in": "query", "required": true, "description": "The words",
            "schema": { "type": "string", "minLength": 1, "maxLength": 200, "pattern": "\\S" },
        },
    })
}

/// Returns references to the parameters of a path and to those that it may be asked with.
fn referred(path: &str, asks: &[&str]) -> Vec<Value> {
    let inside = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let names = inside.chain(asks.iter().copied());
    names.map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })).collect()
}

/// Returns the answers: what is given when it goes well, and each status with which it may not.
fn answers(gives: &str, statuses: &[&str]) -> Value {
    let error = json!({ "$ref": "#/components/responses/Error" });
    let mut all: Map<String, Value> =
        statuses.iter().map(|status| ((*status).to_owned(), error.clone())).collect();
    let content = json!({ "application/json": { "schema": shapes::named(gives) } });
    all.insert("200".to_owned(), json!({ "description": "It is so", "content": content }));
    Value::Object(all)
}

fn reading(read: &Read) -> Value {
    json!({
        "operationId": read.id,
        "summary": read.summary,
        "parameters": referred(read.path, read.asks),
        "responses": answers(read.gives, &["400", "401", "403", "404", "408", "500"]),
    })
}

fn commanding() -> Value {
    let statuses = ["400", "401", "403", "404", "408", "409", "413", "415", "422", "500"];
    json!({
        "operationId": "command",
        "summary": "Does one thing in a year, once for each id",
        "parameters": referred("/years/{agency}/{year}/commands", &[]),
        "requestBody": {
            "required": true,
            "content": { "application/json": { "schema": shapes::named("Command") } },
        },
        "responses": answers("Done", &statuses),
    })
}
