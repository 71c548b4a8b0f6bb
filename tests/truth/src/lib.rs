//! What the tests of several crates share: plans compared with their truth, a database server, and what was skipped.
//!
//! Compares a plan with the truth that a person wrote: every part matched by what names it, every field compared.
//!
//! A field that the truth leaves out holds its empty value. A span of the truth may give `line` alone; a text that
//! ends in `…` is compared up to there.
//!
//! From: two plans as JSON. To: a line for each difference. It knows neither letters nor formats.
//!
//! ```
//! let truth = serde_json::json!({"year": 2025});
//! assert!(styrbord_truth::differences(&truth, &serde_json::json!({"year": 2025})).is_empty());
//! ```

mod cluster;

pub use cluster::Cluster;

use serde_json::{Map, Value};

/// Returns the differences between truth and plan, one line each.
pub fn differences(truth: &Value, found: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let empty = Map::new();
    let truth = truth.as_object().unwrap_or(&empty);
    for key in ["agency", "ministry", "year", "kind"] {
        value(key, truth.get(key).unwrap_or(&Value::Null), &found[key], &mut out);
    }
    for key in LISTS {
        list(key, key, truth.get(key), found.get(key), &mut out);
    }
    out
}

/// Returns the differences but for where things stand, as between two formats of one letter.
pub fn differences_but_places(truth: &Value, found: &Value) -> Vec<String> {
    let (mut truth, mut found) = (truth.clone(), found.clone());
    take_places_out(&mut truth);
    take_places_out(&mut found);
    differences(&truth, &found)
}

fn take_places_out(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| key != "span" && key != "spans");
            fields.values_mut().for_each(take_places_out);
        }
        Value::Array(all) => all.iter_mut().for_each(take_places_out),
        _ => {}
    }
}

/// The lists of a plan.
const LISTS: [&str; 13] = [
    "goals",
    "steering_parameters",
    "requirements",
    "assignments",
    "budget",
    "reports",
    "meetings",
    "duties",
    "announcements",
    "authorisations",
    "common_directions",
    "attachments",
    "repeals",
];

fn list(path: &str, kind: &str, truth: Option<&Value>, found: Option<&Value>, out: &mut Vec<String>) {
    let none = Vec::new();
    let truth = truth.and_then(Value::as_array).unwrap_or(&none);
    let found = found.and_then(Value::as_array).unwrap_or(&none);
    let mut free: Vec<usize> = (0..found.len()).collect();
    for one in truth {
        let best = free
            .iter()
            .copied()
            .max_by_key(|at| alike(kind, one, &found[*at]))
            .filter(|at| alike(kind, one, &found[*at]) >= 2);
        match best {
            Some(at) => {
                free.retain(|other| *other != at);
                object(&format!("{path}[{}]", name(one)), one, &found[at], out);
            }
            None => out.push(format!("missing {path}: {}", short(one))),
        }
    }
    for at in free {
        out.push(format!("surplus {path}: {}", short(&found[at])));
    }
}

/// Returns how surely two objects are the same part: by number, title, date and line.
fn alike(kind: &str, truth: &Value, found: &Value) -> i32 {
    let same = |key: &str| !truth[key].is_null() && same_value(&truth[key], &found[key]);
    let line = i32::from(!truth["span"]["line"].is_null() && truth["span"]["line"] == found["span"]["line"]);
    let title = i32::from(same("title") || same("text"));
    match kind {
        "goals" | "steering_parameters" => 2 * i32::from(same("label")) + 2 * title + 2 * line,
        "assignments" => 2 * i32::from(same("number")) + 3 * title,
        "deadlines" => {
            let place = text(&truth["where"], "table") == text(&found["where"], "table");
            let part = truth["part"] == found["part"];
            let date = truth["date"] == found["date"];
            if place {
                2 * i32::from(part) + 2 * i32::from(date) + line
            } else {
                i32::from(date) * i32::from(part)
            }
        }
        "budget" => 2 * i32::from(same("chapter")),
        "posts" => 2 * i32::from(same("post")),
        "breakdown" => 2 * i32::from(same("amount_nok")) + title,
        "funding" | "estimates" => 2 * i32::from(same("amount_nok")),
        "measures" => 2 * i32::from(same("number")),
        "repeals" => 2 * i32::from(same("kind")) + i32::from(same("number") || same("label")) + line,
        "attachments" => 2 * i32::from(same("number")) + 2 * title,
        _ => 2 * title + 2 * line + i32::from(same("date")),
    }
}

fn text<'a>(value: &'a Value, default: &'a str) -> &'a str {
    value.as_str().unwrap_or(default)
}

fn object(path: &str, truth: &Value, found: &Value, out: &mut Vec<String>) {
    let (Some(truth), Some(found)) = (truth.as_object(), found.as_object()) else { return };
    let keys: std::collections::BTreeSet<&String> = truth.keys().chain(found.keys()).collect();
    for key in keys {
        let expected = truth.get(key).unwrap_or(&Value::Null);
        let given = found.get(key).unwrap_or(&Value::Null);
        match key.as_str() {
            "span" => span(path, expected, given, out),
            "spans" => spans(path, expected, given, out),
            "posts" | "breakdown" | "deadlines" | "measures" | "funding" | "estimates" => {
                list(&format!("{path}.{key}"), key, Some(expected), Some(given), out);
            }
            _ => value(&format!("{path}.{key}"), expected, given, out),
        }
    }
}

fn span(path: &str, truth: &Value, found: &Value, out: &mut Vec<String>) {
    if !truth["line"].is_null() && truth["line"] != found["line"] {
        out.push(format!("{path}.span: line {} expected, {} found", truth["line"], found["line"]));
    }
}

fn spans(path: &str, truth: &Value, found: &Value, out: &mut Vec<String>) {
    let lines = |value: &Value| {
        value
            .as_array()
            .map(|all| all.iter().map(|one| one["line"].clone()).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let (expected, given) = (lines(truth), lines(found));
    if !expected.is_empty() && expected != given {
        out.push(format!("{path}.spans: lines {expected:?} expected, {given:?} found"));
    }
}

fn value(path: &str, truth: &Value, found: &Value, out: &mut Vec<String>) {
    if let (Some(truth), Some(found)) = (truth.as_object(), found.as_object()) {
        for key in ["name", "short"] {
            value(&format!("{path}.{key}"), truth.get(key).unwrap_or(&Value::Null), &found[key], out);
        }
        return;
    }
    if !same_value(truth, found) {
        out.push(format!("{path}: {truth} expected, {found} found"));
    }
}

/// Tells whether two values are the same; a missing one is the empty one.
fn same_value(truth: &Value, found: &Value) -> bool {
    match (truth, found) {
        (Value::String(truth), Value::String(found)) => match truth.trim_end().strip_suffix('…') {
            Some(start) => found.starts_with(start.trim_end()),
            None => truth == found,
        },
        (Value::Null, found) => is_empty(found),
        (truth, Value::Null) => is_empty(truth),
        (truth, found) => truth == found,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => {
            text.is_empty() || matches!(text.as_str(), "none" | "sub_allocation" | "other" | "table")
        }
        Value::Array(all) => all.is_empty(),
        Value::Number(number) => number.as_i64() == Some(0),
        _ => false,
    }
}

fn name(value: &Value) -> String {
    for key in ["number", "label", "chapter", "post", "part", "printed", "title", "text"] {
        match &value[key] {
            Value::String(text) if !text.is_empty() => return text.chars().take(40).collect(),
            Value::Number(number) => return number.to_string(),
            _ => {}
        }
    }
    String::new()
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    text.chars().take(260).collect()
}

/// Says that a test skips something, also in the file that `STYRBORD_SKIPPED` names: a run of everything counts them.
#[expect(clippy::print_stderr, reason = "a test that skips says so")]
pub fn skip(what: &str) {
    use std::io::Write as _;
    eprintln!("skipped: {what}");
    if let Some(path) = std::env::var_os("STYRBORD_SKIPPED") {
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
        // The list is a service to the one who runs everything; a test does not fail for it.
        let _ = file.and_then(|mut file| writeln!(file, "{what}"));
    }
}
