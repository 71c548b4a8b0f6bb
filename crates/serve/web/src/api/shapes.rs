//! The shapes of what the interface takes and gives, as JSON Schema.
//!
//! Fields are added, never renamed, so a program takes fields that it does not know.

mod rows;

use serde_json::{Map, Value, json};

/// Returns a reference to a shape.
pub(super) fn named(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Returns all shapes by their names.
pub(super) fn all() -> Value {
    let mut all = Map::new();
    let shapes = plain().into_iter().chain(years()).chain(rows()).chain(lists()).chain(writing());
    for (name, shape) in shapes.chain(rows::all()) {
        all.insert(name.to_owned(), shape);
    }
    plan(&mut all);
    Value::Object(all)
}

/// Puts the plan in, with the definitions that it refers to under names of their own.
fn plan(all: &mut Map<String, Value>) {
    let mut plan = styrbord_app::plan_schema();
    let parts = plan.as_object_mut().and_then(|plan| plan.remove("$defs"));
    if let Some(plan) = plan.as_object_mut() {
        plan.remove("$schema");
    }
    moved(&mut plan);
    all.insert("Plan".to_owned(), plan);
    if let Some(Value::Object(parts)) = parts {
        for (name, mut part) in parts {
            moved(&mut part);
            all.insert(format!("Plan{name}"), part);
        }
    }
}

/// Has references to definitions of the plan lead where those lie here.
fn moved(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(target)) = fields.get_mut("$ref")
                && let Some(name) = target.strip_prefix("#/$defs/")
            {
                *target = format!("#/components/schemas/Plan{name}");
            }
            fields.values_mut().for_each(moved);
        }
        Value::Array(values) => values.iter_mut().for_each(moved),
        _ => {}
    }
}

type Shape = (&'static str, Value);

/// Returns an object of which every field is there.
fn object(fields: &[(&str, Value)]) -> Value {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let fields: Map<String, Value> =
        fields.iter().map(|(name, shape)| ((*name).to_owned(), shape.clone())).collect();
    json!({ "type": "object", "required": names, "properties": fields })
}

fn list(of: &Value) -> Value {
    json!({ "type": "array", "items": of })
}

/// Returns a shape that may be nothing.
fn maybe(of: &Value) -> Value {
    json!({ "anyOf": [of, { "type": "null" }] })
}

fn by_name(of: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": of })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn truth() -> Value {
    json!({ "type": "boolean" })
}

fn whole() -> Value {
    json!({ "type": "integer" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn anything() -> Value {
    json!({ "type": "object" })
}

fn one_of(words: &[&str]) -> Value {
    json!({ "type": "string", "enum": words })
}

/// Ids, days, sums and errors.
fn plain() -> Vec<Shape> {
    let said = object(&[("nb", text()), ("nn", text()), ("en", text())]);
    let error = object(&[
        ("code", text()),
        ("message", named("Said")),
        ("help", named("Said")),
        ("reference", text()),
    ]);
    let statuses = ["not_started", "on_track", "at_risk", "delayed", "delivered", "accepted", "cancelled"];
    vec![
        ("Id", json!({ "type": "string", "pattern": "^[a-z_]+-[1-9][0-9]*$" })),
        ("Stream", json!({ "type": "string", "pattern": "^organisation-[1-9][0-9]*/[0-9]{4}$" })),
        ("Day", json!({ "type": "string", "format": "date" })),
        ("Nok", json!({ "type": "integer", "description": "Norwegian kroner" })),
        ("Status", one_of(&statuses)),
        ("Said", said),
        ("Error", object(&[("error", error)])),
        ("Words", by_name(&maybe(&text()))),
    ]
}

/// Years and what they hold, at a glance.
fn years() -> Vec<Shape> {
    let year = object(&[
        ("stream", named("Stream")),
        ("agency", text()),
        ("year", whole()),
        ("simulated", truth()),
        ("sight", one_of(&["inside", "outside"])),
        ("version", count()),
    ]);
    let overview = object(&[
        ("stream", named("Stream")),
        ("agency", text()),
        ("ministry", text()),
        ("year", whole()),
        ("stage", one_of(&["planning", "running", "closed"])),
        ("simulated", truth()),
        ("opened_from", maybe(&whole())),
        ("day", named("Day")),
        ("letters", list(&named("Letter"))),
        ("goals", list(&named("Part"))),
        ("assignments", list(&named("Assignment"))),
        ("awaited", list(&named("Part"))),
        ("posts", list(&named("Post"))),
        ("total_nok", named("Nok")),
        ("income_nok", maybe(&named("Nok"))),
        ("counts", by_name(&count())),
        ("unconfirmed_duties", count()),
    ]);
    let assignments = object(&[
        ("stream", named("Stream")),
        ("simulated", truth()),
        ("day", named("Day")),
        ("assignments", list(&named("Assignment"))),
    ]);
    let outside = object(&[
        ("stream", named("Stream")),
        ("agency", text()),
        ("year", whole()),
        ("simulated", truth()),
        ("letters", by_name(&named("Document"))),
        ("plan", by_name(&named("PlanPart"))),
        ("shown", by_name(&list(&named("Shown")))),
        ("words", named("Words")),
    ]);
    vec![
        ("Years", object(&[("years", list(&year))])),
        ("Year", overview),
        ("Assignments", assignments),
        ("Outside", outside),
    ]
}

fn part() -> [(&'static str, Value); 5] {
    [
        ("part", named("Id")),
        ("label", maybe(&text())),
        ("title", text()),
        ("letter", named("Id")),
        ("line", maybe(&count())),
    ]
}

/// The rows of lists.
fn rows() -> Vec<Shape> {
    let letter = object(&[
        ("letter", named("Id")),
        ("kind", text()),
        ("title", text()),
        ("number", maybe(&text())),
        ("date", maybe(&named("Day"))),
        ("hash", maybe(&text())),
        ("on", named("Day")),
    ]);
    let work = [
        ("goal", maybe(&text())),
        ("status", named("Status")),
        ("reported", truth()),
        ("owner", maybe(&named("Id"))),
        ("owner_name", maybe(&text())),
        ("next", maybe(&named("Day"))),
        ("next_part", maybe(&text())),
        ("overdue", truth()),
        ("carried", maybe(&named("Id"))),
    ];
    let assignment: Vec<Shape> = part().into_iter().chain(work).collect();
    let post = object(&[
        ("part", named("Id")),
        ("label", text()),
        ("title", text()),
        ("amount_nok", maybe(&named("Nok"))),
        ("letter", named("Id")),
    ]);
    vec![("Letter", letter), ("Part", object(&part())), ("Assignment", object(&assignment)), ("Post", post)]
}

/// Single objects, and lists of a year.
fn lists() -> Vec<Shape> {
    let one = object(&[
        ("simulated", truth()),
        ("day", named("Day")),
        ("part", named("Part")),
        ("value", named("PartValue")),
        ("repealed", truth()),
        ("status", maybe(&named("Status"))),
        ("responsible", maybe(&named("Responsibility"))),
        ("dues", list(&named("Deadline"))),
        ("history", list(&named("Event"))),
        ("words", named("Words")),
        ("version", count()),
    ]);
    let item = object(&[
        ("object", named("Id")),
        ("label", maybe(&text())),
        ("title", text()),
        ("date", named("Day")),
        ("suggested", maybe(&named("Day"))),
        ("days_left", whole()),
        ("owner", maybe(&named("Id"))),
        ("unit", maybe(&named("Id"))),
        ("lead", maybe(&named("Id"))),
        ("due", named("Deadline")),
    ]);
    let due =
        object(&[("simulated", truth()), ("day", named("Day")), ("days", count()), ("due", list(&item))]);
    let money = object(&[
        ("stream", named("Stream")),
        ("agency", text()),
        ("year", whole()),
        ("simulated", truth()),
        ("chapters", list(&named("ChapterMoney"))),
        ("checks", list(&named("Check"))),
        ("commitments", list(&named("Commitment"))),
        ("waiting", list(&named("Waiting"))),
    ]);
    let parameters = object(&[
        ("stream", named("Stream")),
        ("simulated", truth()),
        ("series", list(&named("Series"))),
        ("unmeasured", list(&named("Part"))),
    ]);
    vec![("Object", one), ("Due", due), ("Money", money), ("Parameters", parameters)]
}

/// What is found, what was done, what is wrong, and commands.
fn writing() -> Vec<Shape> {
    let hit = object(&[
        ("kind", text()),
        ("object", named("Id")),
        ("line", maybe(&count())),
        ("label", text()),
        ("title", text()),
        ("text", text()),
    ]);
    let found = object(&[("total", count()), ("hits", list(&hit)), ("instead", list(&text()))]);
    let line = object(&[
        ("seq", count()),
        ("at", text()),
        ("on", named("Day")),
        ("actor", text()),
        ("kind", text()),
        ("objects", list(&named("Id"))),
        ("reason", maybe(&text())),
    ]);
    let audit = object(&[("simulated", truth()), ("lines", list(&line))]);
    let findings =
        object(&[("simulated", truth()), ("letter", named("Id")), ("findings", list(&named("Finding")))]);
    let done = object(&[("records", list(&count())), ("done_before", truth()), ("version", count())]);
    vec![("Found", found), ("Audit", audit), ("Findings", findings), ("Done", done), ("Command", command())]
}

/// A command with what stands beside it.
fn command() -> Value {
    let area = json!({ "anyOf": [{ "type": "object", "minProperties": 1, "maxProperties": 1 }, { "type": "string" }] });
    let areas: Map<String, Value> = ["letters", "work", "measure", "money", "sharing"]
        .into_iter()
        .map(|name| (name.to_owned(), area.clone()))
        .collect();
    let seen = json!({ "oneOf": [
        { "const": "any" },
        { "type": "object", "required": ["stream"], "additionalProperties": false, "properties": { "stream": count() } },
        { "type": "object", "required": ["object"], "additionalProperties": false, "properties": {
            "object": { "type": "array", "prefixItems": [named("Id"), count()], "minItems": 2, "maxItems": 2 },
        } },
    ] });
    json!({
        "type": "object",
        "required": ["command"],
        "additionalProperties": false,
        "properties": {
            "command": {
                "type": "object", "minProperties": 1, "maxProperties": 1,
                "additionalProperties": false, "properties": areas,
                "examples": [{ "work": { "report_status": { "object": "assignment-1", "due": null, "status": "on_track", "comment": null, "delay": null, "letter": null } } }],
            },
            "id": { "type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,64}$", "description": "The idempotency key" },
            "on": { "type": "string", "format": "date", "description": "The day from which it holds; today without it" },
            "reason": { "type": "string", "maxLength": 2000 },
            "expected": seen,
        },
    })
}
