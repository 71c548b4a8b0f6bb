//! Runs every rule's spec: the fragments beside the rules in `crates/compile/check/src/rules`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads its cases from files")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use styrbord_diagnostics::{Findings, Label, Severity};
use styrbord_source::{Format, Laid, LaidLine, LaidText, RemarkKind, Source, TextKind};

/// A fragment and what the rule must say of it.
struct Case {
    line: usize,
    letter: String,
    /// The fragment is pages: paragraphs, and what their reader remarked on them.
    is_pages: bool,
    expect: Vec<String>,
}

fn rules_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../check/src/rules")
}

/// Returns all spec files, sorted by path.
fn specs() -> Vec<PathBuf> {
    let mut out = Vec::new();
    for family in std::fs::read_dir(rules_folder()).unwrap().map(Result::unwrap) {
        if family.path().is_dir() {
            out.extend(std::fs::read_dir(family.path()).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    out.retain(|path| path.to_string_lossy().ends_with(".spec.md"));
    out.sort();
    out
}

/// Reads the cases of a spec: each a `letter` or a `pages` fence and then an `expect` fence.
fn cases(text: &str) -> Vec<Case> {
    let (mut cases, mut fence, mut body) = (Vec::<Case>::new(), String::new(), String::new());
    for (number, line) in text.lines().enumerate() {
        if let Some(kind) = line.strip_prefix("```") {
            if fence.is_empty() {
                kind.clone_into(&mut fence);
            } else {
                match fence.as_str() {
                    kind @ ("letter" | "pages") => cases.push(Case {
                        line: number,
                        letter: body.clone(),
                        is_pages: kind == "pages",
                        expect: Vec::new(),
                    }),
                    "expect" => {
                        cases.last_mut().unwrap().expect = body.lines().map(str::to_owned).collect();
                    }
                    other => panic!("unknown fence `{other}` in line {number}"),
                }
                fence.clear();
            }
            body.clear();
        } else if !fence.is_empty() {
            body.push_str(line);
            body.push('\n');
        }
    }
    cases
}

fn lines(labels: &[Label]) -> String {
    labels.iter().map(|label| label.line.to_string()).collect::<Vec<_>>().join(" ")
}

/// Returns the source of pages: `---` between them, a paragraph a line, `(comment)` behind one that has a comment,
/// `(picture)` for a page without text.
fn pages(text: &str) -> Source {
    let mut document = Vec::new();
    let mut page = 1;
    for line in text.lines() {
        let (words, comment) =
            line.strip_suffix(" (comment)").map_or((line, None), |words| (words, Some(())));
        match line {
            "---" => page += 1,
            "(picture)" => document.push(Laid::Remark(RemarkKind::PageWithoutText, Some(page))),
            _ => document.push(Laid::Text(
                TextKind::Paragraph,
                LaidText {
                    lines: vec![LaidLine { page: Some(page), ..LaidLine::new(words) }],
                    remarks: comment.map(|()| RemarkKind::Commented).into_iter().collect(),
                },
            )),
        }
    }
    Source::from_laid(&document, Format::Pdf)
}

fn findings(case: &Case) -> Findings {
    if !case.is_pages {
        return styrbord_pipeline::compile(case.letter.as_bytes()).unwrap().findings;
    }
    let source = pages(&case.letter);
    let tree = styrbord_syntax::parse(&source);
    let plan = styrbord_lower::lower(&source, &tree);
    styrbord_check::check(&styrbord_check::Letter { source: &source, tree: &tree, plan: &plan })
}

/// Returns what a rule says of a fragment: a line for each finding, and for each fact if the case asks for facts.
fn said(code: &str, case: &Case) -> Vec<String> {
    let findings = findings(case);
    let mut out: Vec<String> = Vec::new();
    for finding in findings.findings.iter().filter(|finding| finding.code == code) {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        out.push(format!("{severity} {}", lines(&finding.labels)));
    }
    if case.expect.iter().any(|line| line.starts_with("verified")) {
        for fact in findings.verified.iter().filter(|fact| fact.code == code) {
            out.push(format!("verified {}", lines(&fact.labels)));
        }
    }
    if out.is_empty() {
        out.push("none".to_owned());
    }
    out
}

#[test]
fn every_rule_keeps_its_spec() {
    let mut failures = String::new();
    for path in specs() {
        let code = path.file_name().unwrap().to_string_lossy().trim_end_matches(".spec.md").replace('_', "-");
        for case in cases(&std::fs::read_to_string(&path).unwrap()) {
            let found = said(&code, &case);
            if found != case.expect {
                let _ = writeln!(
                    failures,
                    "{} near line {}\n  expected {:?}\n  found    {found:?}",
                    path.display(),
                    case.line,
                    case.expect
                );
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_rule_has_a_spec_that_fires_and_one_that_does_not() {
    for rule in styrbord_check::RULES {
        let file = rule.code.replace('-', "_");
        let path = rules_folder().join(rule.family.name()).join(format!("{file}.spec.md"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
        let cases = cases(&text);
        let fires =
            |case: &Case| case.expect.iter().any(|line| !line.starts_with("verified") && line != "none");
        assert!(cases.iter().any(fires), "{}: no case fires", path.display());
        assert!(cases.iter().any(|case| !fires(case)), "{}: no near miss", path.display());
    }
}

#[test]
fn every_rule_has_a_page_with_its_four_parts() {
    for rule in styrbord_check::RULES {
        let page = rule.page();
        for part in ["## Why it matters", "## Example", "## What to ask"] {
            assert!(page.contains(part), "{}: {part} is missing", rule.code);
        }
    }
}
