//! The published schema against plans that the program prints and plans that people wrote; the table of parts against
//! the plan's JSON.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads its cases from files")]

use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Returns the files of a folder whose names end so, sorted.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(repository().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)))
        .collect();
    files.sort();
    assert!(files.len() >= 8, "only {} files in {folder}", files.len());
    files
}

fn printed_plans() -> Vec<(PathBuf, Value)> {
    let letters = files("examples/letters", &[".txt", ".md"]).into_iter();
    letters
        .map(|path| {
            let compiled = styrbord_app::compile(&std::fs::read(&path).unwrap()).unwrap();
            (path, serde_json::to_value(&compiled.plan).unwrap())
        })
        .collect()
}

/// Returns why a value breaks a schema, with places; empty when it keeps it.
fn breaches(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{} at {}", error, error.instance_path())).collect()
}

/// Lets no object of a schema have fields that the schema does not name, so that a mistyped field is a breach.
fn closed(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        if let Some(object) = value.as_object_mut() {
            if object.contains_key("properties") {
                object.insert("additionalProperties".to_owned(), json!(false));
            }
            object.values_mut().for_each(close);
        }
    }
    close(&mut schema);
    schema
}

#[test]
fn every_plan_that_is_printed_keeps_the_schema() {
    let schema = closed(styrbord_app::plan_schema());
    for (path, plan) in printed_plans() {
        assert_eq!(breaches(&schema, &plan), [""; 0], "{}", path.display());
    }
}

#[test]
fn every_plan_that_a_person_wrote_keeps_the_schema_with_fields_left_out() {
    let schema = closed(styrbord_app::written_plan_schema());
    let mut truths = files("examples/letters", &[".plan.json"]);
    truths.push(repository().join("packs/imdi-2024/plan.json"));
    for path in truths {
        let plan: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(breaches(&schema, &plan), [""; 0], "{}", path.display());
    }
}

/// What is broken, and how.
type Break = (&'static str, fn(&mut Value));

#[test]
fn a_plan_that_breaks_the_contract_is_refused() {
    let schema = styrbord_app::plan_schema();
    let (_, whole) =
        printed_plans().into_iter().find(|(path, _)| path.ends_with("fjellvett-2025.txt")).unwrap();
    let breaks: [Break; 8] = [
        ("a list is missing", |plan| drop(plan.as_object_mut().unwrap().remove("goals"))),
        ("a kind that is none", |plan| plan["kind"] = json!("letter")),
        ("an amount as a fraction", |plan| plan["budget"][0]["posts"][0]["amount_nok"] = json!(1.5)),
        ("an amount as words", |plan| plan["budget"][0]["posts"][0]["amount_nok"] = json!("1 mill.")),
        ("a day as printed", |plan| plan["assignments"][0]["deadlines"][0]["date"] = json!("31.12.2025")),
        ("a day that does not exist", |plan| {
            plan["assignments"][0]["deadlines"][0]["date"] = json!("2025-02-30");
        }),
        ("a span without its line", |plan| plan["goals"][0]["span"] = json!({"page": 1})),
        ("a title that is a number", |plan| plan["goals"][0]["title"] = json!(1)),
    ];
    assert_eq!(breaches(&schema, &whole), [""; 0]);
    for (what, break_it) in breaks {
        let mut broken = whole.clone();
        break_it(&mut broken);
        assert_eq!(breaches(&schema, &broken).len(), 1, "{what}: {:?}", breaches(&schema, &broken));
    }
}

#[test]
fn a_field_that_a_person_mistyped_is_told() {
    let schema = closed(styrbord_app::written_plan_schema());
    let plan = |deadline: &str| json!({"assignments": [{"title": "Plan", deadline: []}]});
    assert_eq!(breaches(&schema, &plan("deadlines")), [""; 0]);
    assert_eq!(breaches(&schema, &plan("deadlnes")).len(), 1);
}

#[test]
fn a_field_that_is_added_later_breaks_nothing() {
    let (_, mut plan) = printed_plans().remove(0);
    plan["added"] = json!({"later": true});
    assert_eq!(breaches(&styrbord_app::plan_schema(), &plan), [""; 0]);
}

/// Counts the objects of a plan's JSON that are parts: those that say where they stand.
fn parts_in(value: &Value) -> usize {
    match value {
        Value::Array(all) => all.iter().map(parts_in).sum(),
        Value::Object(fields) => {
            let is_part = fields.contains_key("span") || fields.contains_key("spans");
            usize::from(is_part) + fields.values().map(parts_in).sum::<usize>()
        }
        _ => 0,
    }
}

#[test]
fn every_part_of_a_plan_is_a_row() {
    for (path, plan) in printed_plans() {
        let parts = styrbord_app::parts(&serde_json::from_value(plan.clone()).unwrap());
        assert_eq!(parts.len(), 1 + parts_in(&plan), "{}", path.display());
    }
}
