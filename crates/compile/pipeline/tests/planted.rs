//! Every defect planted in an example letter is found at its lines, and no error is reported that was not planted.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads its cases from files")]

use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use styrbord_diagnostics::{Finding, Findings, Severity};

/// Returns the example letters that have a list of planted defects.
fn letters() -> Vec<(PathBuf, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../examples/letters");
    let mut out = Vec::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let list = path.with_extension("findings.json");
        if path.extension().is_some_and(|ending| ending == "txt" || ending == "md") && list.exists() {
            let text = std::fs::read_to_string(list).unwrap();
            out.push((path, serde_json::from_str(&text).unwrap()));
        }
    }
    out.sort_by(|one, other| one.0.cmp(&other.0));
    out
}

fn findings(letter: &Path) -> Findings {
    styrbord_pipeline::compile(&std::fs::read(letter).unwrap()).unwrap().findings
}

/// Tells whether a finding labels one of the lines.
fn touches(finding: &Finding, lines: &[u32]) -> bool {
    finding.labels.iter().any(|label| lines.iter().any(|line| (label.line..=label.end_line).contains(line)))
}

fn lines(planted: &Value) -> Vec<u32> {
    planted["lines"].as_array().unwrap().iter().map(|line| line.as_u64().unwrap() as u32).collect()
}

fn severity(planted: &Value) -> Severity {
    serde_json::from_value(planted["severity"].clone()).unwrap()
}

#[test]
fn every_planted_defect_is_found() {
    let mut missed = String::new();
    for (letter, list) in letters() {
        let found = findings(&letter);
        for planted in list["planted"].as_array().unwrap() {
            let (lines, severity) = (lines(planted), severity(planted));
            let family = planted["family"].as_str().unwrap();
            let hit = found.findings.iter().any(|finding| {
                let rule = styrbord_check::rule(finding.code).unwrap();
                touches(finding, &lines) && finding.severity == severity && rule.family.name() == family
            });
            if !hit {
                let near: Vec<String> = found
                    .findings
                    .iter()
                    .filter(|finding| touches(finding, &lines))
                    .map(|finding| format!("{:?} {}", finding.severity, finding.code))
                    .collect();
                let name = letter.file_name().unwrap().to_string_lossy().into_owned();
                let what = planted["what"].as_str().unwrap();
                let _ =
                    writeln!(missed, "{name} {lines:?} {severity:?} {family}: {what}\n    there: {near:?}");
            }
        }
    }
    assert!(missed.is_empty(), "\n{missed}");
}

#[test]
fn no_error_is_reported_that_was_not_planted() {
    let mut surplus = String::new();
    for (letter, list) in letters() {
        let planted: Vec<&Value> = list["planted"].as_array().unwrap().iter().collect();
        let wrong: Vec<u32> = planted
            .iter()
            .filter(|one| severity(one) == Severity::Error)
            .flat_map(|one| lines(one))
            .collect();
        let clean = list["clean_of_errors"].as_bool().unwrap();
        assert!(!clean || wrong.is_empty(), "{} is clean but has planted errors", letter.display());
        for finding in findings(&letter).findings {
            if finding.severity == Severity::Error && !touches(&finding, &wrong) {
                let name = letter.file_name().unwrap().to_string_lossy().into_owned();
                let places: Vec<String> =
                    finding.labels.iter().map(|label| format!("{}: {}", label.line, label.quote)).collect();
                let _ = writeln!(
                    surplus,
                    "{name} {}: {}\n    {}",
                    finding.code,
                    finding.message.en,
                    places.join("\n    ")
                );
            }
        }
    }
    assert!(surplus.is_empty(), "\n{surplus}");
}
