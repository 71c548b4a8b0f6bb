//! The same letter has the same plan in every format.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use std::fmt::Write as _;
use styrbord_formats::suite::{self, FORMATS};

/// Compares every example in a format with its truth and its findings.
fn same_plan(name: &str) {
    let format = FORMATS.iter().find(|format| format.name == name).unwrap();
    let examples = suite::examples().unwrap();
    let Some(outcomes) = suite::outcomes(format, &examples).unwrap() else { return };
    assert_eq!(outcomes.len(), examples.len());
    let mut report = String::new();
    for (example, outcome) in examples.iter().zip(outcomes) {
        for line in outcome.plan.iter().chain(&outcome.findings) {
            let _ = writeln!(report, "{}: {line}", example.name);
        }
    }
    assert!(report.is_empty(), "as {name}:\n{report}");
}

#[test]
fn every_example_as_markdown_has_its_plan() {
    same_plan("Markdown");
}
