//! The same letter has the same plan in every format.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use std::fmt::Write as _;
use styrbord_formats::suite::{self, Example, FORMATS, FULL_LENGTH};

/// Compares every example in formats with its truth and its findings.
fn same_plan(names: &[&str]) {
    same_plan_of(&suite::examples().unwrap(), names);
}

fn same_plan_of(examples: &[Example], names: &[&str]) {
    let mut report = String::new();
    for name in names {
        let format = FORMATS.iter().chain(&FULL_LENGTH).find(|format| format.name == *name).unwrap();
        let Some(outcomes) = suite::outcomes(format, examples).unwrap() else { continue };
        assert_eq!(outcomes.len(), examples.len());
        for (example, outcome) in examples.iter().zip(outcomes) {
            for line in outcome.plan.iter().chain(&outcome.findings) {
                let _ = writeln!(report, "{name}, {}: {line}", example.name);
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn every_example_as_markdown_has_its_plan() {
    same_plan(&["Markdown"]);
}

#[test]
fn every_example_as_a_word_document_has_its_plan() {
    same_plan(&["DOCX"]);
}

#[test]
fn every_example_as_a_web_page_has_its_plan() {
    same_plan(&["HTML"]);
}

#[test]
fn every_example_as_a_pdf_has_its_plan() {
    same_plan(&["PDF, LibreOffice", "PDF, LibreOffice, tagged", "PDF, Typst", "PDF, Typst, untagged"]);
}

#[test]
fn tracked_changes_merged_cells_and_footnotes_change_no_plan() {
    same_plan(&[
        "DOCX: tracked changes",
        "DOCX: merged cells",
        "DOCX: footnotes",
        "DOCX: all of it, with pages on their side and in columns",
    ]);
}

#[test]
fn a_word_document_that_another_program_saved_has_the_same_plan() {
    same_plan(&["DOCX saved as ODT and back", "DOCX saved as RTF and back", "DOCX saved from HTML"]);
}

#[test]
fn the_full_length_letter_has_its_plan_from_pages_of_all_kinds() {
    let mut examples = suite::examples().unwrap();
    examples.retain(|example| example.name == "fjellvett-2025");
    same_plan_of(
        &examples,
        &[
            "PDF, LibreOffice: merged cells, footnotes, pages on their side and in columns",
            "PDF, LibreOffice: tables over three pages",
            "PDF, WeasyPrint from HTML",
            "PDF, Chromium from HTML",
        ],
    );
}
