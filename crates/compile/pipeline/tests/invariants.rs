//! What holds for any letter, and for any bytes: each invariant of ARCHITECTURE.md has a test of its own name here.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads its cases from files")]

use proptest::prelude::*;
use std::path::Path;
use styrbord_pipeline::{Compiled, compile};

/// Returns the example letters as bytes, in the order of their names.
fn examples() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../examples/letters");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"));
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

fn joins_back(compiled: &Compiled) {
    assert_eq!(compiled.tree.rebuild(&compiled.source), compiled.source.text());
}

fn json(compiled: &Compiled) -> (String, String) {
    (serde_json::to_string(&compiled.plan).unwrap(), serde_json::to_string(&compiled.findings).unwrap())
}

/// Collects every span in a JSON value.
fn spans(value: &serde_json::Value, out: &mut Vec<(u64, u64)>) {
    match value {
        serde_json::Value::Object(map) => {
            if let (Some(line), Some(end)) = (map.get("line"), map.get("end_line")) {
                out.push((line.as_u64().unwrap(), end.as_u64().unwrap()));
            }
            map.values().for_each(|value| spans(value, out));
        }
        serde_json::Value::Array(all) => all.iter().for_each(|value| spans(value, out)),
        _ => {}
    }
}

/// Cuts, doubles and mixes pieces of real layouts, so that the readers of rows and labels meet what they do not expect.
fn letterlike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Mål 1: Flere deltar\n".to_owned()),
        Just("SP 2: Andel som\nfår svar\n".to_owned()),
        Just("2025-01 Kart over alt\n01.06.2025\n".to_owned()),
        Just("| 2025-02 | Tittel | Frist: 31.09.2025 |\n|---|---|\n".to_owned()),
        Just("Oppdrag nr. 2025-03 Utrede\nBakgrunn\nDet skal. Frist: Del 1: 1. mai\n".to_owned()),
        Just("Kap. 1234 Noe\nPost 21 Drift, kan overføres 12 500 000\nSum 12 500 000\n".to_owned()),
        Just(
            "Det er bevilget 12,5 mill. kroner på posten, hvorav 2 mill. kroner går til oppdrag 2:\n"
                .to_owned()
        ),
        Just("- 3,0 mill. kroner til X\n- Del II: ut 2025 (årlig)\n".to_owned()),
        Just("Vedlegg\nVedlegg nr. 1 Oppdrag\n".to_owned()),
        Just("Det holdes to etatsstyringsmøter i 2025 og særmøter om høsten.\n".to_owned()),
        Just("Kap.   Post   Nemning      Løyving\n1386   01     Drift        4 500\n".to_owned()),
        "\\PC{0,40}",
        "[ \\t\\n\u{c}]{0,6}",
        "[-–•|#*_(){}:;.,0-9a-zæøåA-ZÆØÅ\u{ad}\u{f0b7} ]{0,60}\n",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

#[test]
fn the_tree_joins_back_to_the_source() {
    for bytes in examples() {
        joins_back(&compile(&bytes).unwrap());
    }
}

#[test]
fn compiling_is_pure() {
    for bytes in examples() {
        assert_eq!(json(&compile(&bytes).unwrap()), json(&compile(&bytes).unwrap()));
    }
}

#[test]
fn every_part_of_a_plan_points_at_its_lines() {
    for bytes in examples() {
        let compiled = compile(&bytes).unwrap();
        let mut found = Vec::new();
        spans(&serde_json::to_value(&compiled.plan).unwrap(), &mut found);
        assert!(found.len() > 5);
        let lines = compiled.source.line_count() as u64;
        for (line, end) in found {
            assert!(line >= 1 && line <= end && end <= lines, "lines {line}-{end} of {lines}");
        }
    }
}

#[test]
fn findings_label_at_most_six_places() {
    for bytes in examples() {
        let compiled = compile(&bytes).unwrap();
        for finding in &compiled.findings.findings {
            let places = finding.labels.len();
            assert!(
                (1..=styrbord_diagnostics::LABELS_MAX).contains(&places),
                "{}: {places} labels",
                finding.code
            );
            let texts = [&finding.message, &finding.help];
            for text in texts {
                assert!(
                    !text.nb.is_empty() && !text.nn.is_empty() && !text.en.is_empty(),
                    "{}",
                    finding.code
                );
            }
        }
    }
}

#[test]
fn checking_changes_nothing_in_the_plan() {
    for bytes in examples() {
        let compiled = compile(&bytes).unwrap();
        let again = styrbord_lower::lower(&compiled.source, &compiled.tree);
        assert_eq!(again, compiled.plan);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_compile_or_say_why(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(compiled) = compile(&bytes) {
            joins_back(&compiled);
        }
    }

    #[test]
    fn any_letterlike_text_compiles_twice_alike(text in letterlike()) {
        if let Ok(compiled) = compile(text.as_bytes()) {
            joins_back(&compiled);
            prop_assert_eq!(json(&compiled), json(&compile(text.as_bytes()).unwrap()));
        }
    }
}
