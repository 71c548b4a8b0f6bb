//! A letter, checked: findings, accepted ones marked, verified facts, and a summary of what was read.

use crate::accept::{self, Accept};
use crate::summary::Summary;
use serde::Serialize;
use styrbord_diagnostics::{Finding, Severity, Verified};
use styrbord_pipeline::Compiled;
use styrbord_readers::ReadError;

/// What checking a letter gives.
#[derive(Debug)]
pub struct Checked {
    /// What every stage gave, with the accepted findings marked.
    pub compiled: Compiled,
    /// How the letter was read, in numbers.
    pub summary: Summary,
    /// Acceptances that no finding answers to.
    pub unused: Vec<Accept>,
}

/// Checks a letter and marks what is accepted. The same bytes give the same result.
///
/// # Errors
/// When the bytes cannot be read as a letter.
pub fn check(bytes: &[u8], accepts: &[Accept]) -> Result<Checked, ReadError> {
    let mut compiled = styrbord_pipeline::compile(bytes)?;
    let unused = accept::apply(accepts, &mut compiled.findings);
    let summary = Summary::of(&compiled);
    Ok(Checked { compiled, summary, unused })
}

impl Checked {
    /// Tells whether a finding of this severity or a graver one is not accepted.
    pub fn has_open(&self, least: Severity) -> bool {
        let findings = &self.compiled.findings.findings;
        findings.iter().any(|finding| finding.accepted.is_none() && finding.severity >= least)
    }

    /// Returns what is written as JSON: the findings object of the contract, and the summary.
    pub fn report(&self) -> CheckReport<'_> {
        let findings = &self.compiled.findings;
        CheckReport { findings: &findings.findings, verified: &findings.verified, summary: &self.summary }
    }
}

/// The findings object with the summary beside it, to be serialised.
#[derive(Debug, Serialize)]
pub struct CheckReport<'a> {
    /// What is wrong or worth knowing.
    pub findings: &'a [Finding],
    /// What checks out.
    pub verified: &'a [Verified],
    /// What was read.
    pub summary: &'a Summary,
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Tildelingsbrev 2025 for Bryggetilsynet\n\nTilsynet skal skal sikre bryggene.\n";

    #[test]
    fn an_accepted_finding_is_not_open() {
        let open = check(LETTER.as_bytes(), &[]).unwrap();
        let codes: Vec<&str> = open.compiled.findings.findings.iter().map(|finding| finding.code).collect();
        assert!(open.has_open(Severity::Info), "{codes:?}");
        let entry =
            |code: &&str| format!("[[accept]]\ncode='{code}'\nreason='r'\nwho='w'\ndate='2025-01-05'\n");
        let accepts = codes.iter().map(entry).collect::<Vec<_>>().concat();
        let closed = check(LETTER.as_bytes(), &crate::parse_accepts(&accepts).unwrap()).unwrap();
        assert!(!closed.has_open(Severity::Info));
        assert_eq!(closed.summary.findings.accepted, codes.len());
    }

    #[test]
    fn the_report_is_the_contract_and_a_summary() {
        let checked = check(LETTER.as_bytes(), &[]).unwrap();
        let report = serde_json::to_value(checked.report()).unwrap();
        let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["findings", "summary", "verified"]);
    }
}
