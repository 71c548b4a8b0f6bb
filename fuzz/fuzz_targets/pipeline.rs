//! Any bytes: compiling refuses or gives findings, the same ones each time, each at lines that the letter has.
#![no_main]

use libfuzzer_sys::fuzz_target;

/// The most places that a finding points at.
const LABELS_MAX: usize = 6;

fuzz_target!(|bytes: &[u8]| {
    let Ok(first) = styrbord_pipeline::compile(bytes) else { return };
    let lines = first.source.line_count() as u64;
    for finding in &first.findings.findings {
        assert!(finding.labels.len() <= LABELS_MAX, "{} has {} labels", finding.code, finding.labels.len());
    }
    let findings = first.findings.findings.iter().flat_map(|finding| &finding.labels);
    let verified = first.findings.verified.iter().flat_map(|verified| &verified.labels);
    for label in findings.chain(verified) {
        assert!(
            1 <= label.line && label.line <= label.end_line && u64::from(label.end_line) <= lines,
            "{label:?}"
        );
    }
    let second = styrbord_pipeline::compile(bytes).expect("what compiled once compiles again");
    assert_eq!((first.plan, first.findings), (second.plan, second.findings));
});
