//! Compiles the example letters and compares each with the truth that a person wrote beside it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads its cases from files")]

use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Returns the differences of one letter, as text; empty when it equals its truth.
fn differences(letter: &Path, truth: &Path) -> String {
    let compiled = styrbord_pipeline::compile(&std::fs::read(letter).unwrap()).unwrap();
    let found = serde_json::to_value(&compiled.plan).unwrap();
    let truth: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(truth).unwrap()).unwrap();
    let lines = styrbord_truth::differences(&truth, &found);
    if lines.is_empty() {
        return String::new();
    }
    format!(
        "{}: {} differences\n  {}\n",
        letter.file_name().unwrap().to_string_lossy(),
        lines.len(),
        lines.join("\n  ")
    )
}

/// Returns the example letters with their truth.
fn examples() -> Vec<(PathBuf, PathBuf)> {
    let folder = repository().join("examples/letters");
    let mut out = Vec::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let truth = path.with_extension("plan.json");
        if path.extension().is_some_and(|ending| ending == "txt" || ending == "md") && truth.exists() {
            out.push((path, truth));
        }
    }
    out.sort();
    out
}

#[test]
fn every_example_letter_equals_its_truth() {
    let examples = examples();
    assert!(examples.len() >= 8, "only {} example letters with a truth", examples.len());
    let only = std::env::var("STYRBORD_LETTER").unwrap_or_default();
    let report: String = examples
        .iter()
        .filter(|(letter, _)| letter.to_string_lossy().contains(&only))
        .map(|(letter, truth)| differences(letter, truth))
        .collect();
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn the_imdi_letter_equals_its_pack() {
    let letter = repository().join("../shared/letters/imdi-2024.txt");
    if !letter.exists() {
        styrbord_truth::skip(&format!("the IMDi letter: {} is not there", letter.display()));
        return;
    }
    let report = differences(&letter, &repository().join("packs/imdi-2024/plan.json"));
    assert!(report.is_empty(), "\n{report}");
}
