//! `compile`: each stage as text and as JSON.

use crate::program::{LETTER, examples, program, run_of, run_on};
use serde_json::{Value, json};

fn emit(test: &str, options: &str) -> Value {
    run_on(test, LETTER, &format!("compile letter.txt --format json --emit {options}")).json()
}

#[test]
fn source_gives_the_lines_that_spans_count() {
    let source = emit("emit-source", "source");
    assert_eq!((&source["format"], &source["encoding"]), (&json!("markdown"), &json!("utf-8")));
    let lines: Vec<&str> = source["lines"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(lines, LETTER.lines().collect::<Vec<_>>());
    let text = run_on("emit-source", LETTER, "compile letter.txt --emit source").out;
    assert!(
        text.starts_with(" 1  # Tildelingsbrev 2025 for Bryggetilsynet\n 2\n 3  ## Budsjett\n"),
        "{text}"
    );
}

#[test]
fn tree_gives_blocks_with_their_kinds() {
    let tree = emit("emit-tree", "tree");
    let kinds: Vec<&str> =
        tree["blocks"].as_array().unwrap().iter().filter_map(|one| one["kind"].as_str()).collect();
    assert_eq!(kinds, ["heading", "heading", "paragraph", "table"]);
    let text = run_on("emit-tree", LETTER, "compile letter.txt --emit tree --lang en").out;
    assert!(text.contains("5      paragraph      Bryggetilsynet skal skal"), "{text}");
}

#[test]
fn plan_is_the_contract() {
    let plan = emit("emit-plan", "plan");
    assert_eq!(plan["budget"][0]["posts"][1]["amount_nok"], 2_700_000);
    assert_eq!(plan["budget"][0]["posts"][1]["span"]["line"], 11);
    assert_eq!(run_on("emit-plan", LETTER, "compile letter.txt --format json").json(), plan);
    let text = run_on("emit-plan", LETTER, "compile letter.txt --lang en").out;
    assert!(
        text.contains("post 45 Større utstyrsanskaffelser – 2\u{a0}700\u{a0}000\u{a0}kroner (line\u{a0}11)"),
        "{text}"
    );
}

#[test]
fn findings_do_not_fail() {
    let run = run_on("emit-findings", LETTER, "compile letter.txt --emit findings --lang en");
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("error[chapter-sum-mismatch]: "), "{}", run.out);
}

#[test]
fn the_examples_pass_through_every_stage() {
    for letter in examples() {
        for stage in ["source", "tree", "plan", "findings"] {
            for format in ["text", "json"] {
                let call = ["--emit", stage, "--format", format];
                let run = run_of(&program().arg("compile").arg(&letter).args(call).output().unwrap());
                assert_eq!((run.code, run.err.as_str()), (0, ""), "{} {stage}", letter.display());
                if format == "json" {
                    run.json();
                }
            }
        }
    }
}
