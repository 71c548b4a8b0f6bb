//! `styrbord serve`: what its terminal says.

use crate::program::{folder, program, run_in};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../packs/imdi-2024");

/// Serves at a port that is free, returns the lines that it prints first, and ends it.
fn serve(folder: &Path, call: &str, lines: usize) -> Vec<String> {
    let mut command = program();
    command.args(call.split_whitespace()).args(["--listen", "127.0.0.1:0"]).current_dir(folder);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let printed = BufReader::new(child.stdout.take().unwrap()).lines().take(lines);
    let printed: Vec<String> = printed.map(Result::unwrap).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    printed
}

#[test]
fn the_terminal_shows_the_address_and_a_code_of_its_own() {
    let folder = folder("serve-code");
    let code = || {
        let lines = serve(&folder, "serve --db year.db --lang en", 2);
        assert!(lines[0].starts_with("Styrbord is ready: http://127.0.0.1:"), "{lines:?}");
        lines[1].strip_prefix("The set-up code: ").unwrap_or_else(|| panic!("{lines:?}")).to_owned()
    };
    let (one, other) = (code(), code());
    assert!(one.len() == 19 && one != other, "{one} {other}");
}

#[test]
fn a_pack_starts_its_year_with_the_facts_of_the_letter_alone() {
    let folder = folder("serve-pack");
    serve(&folder, &format!("serve --db year.db --pack {PACK}"), 1);
    let run = run_in(&folder, "year show --db year.db --lang en");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("IMDi") || run.out.contains("Integrerings"), "{}", run.out);
    for status in ["on track", "at risk", "delayed", "delivered", "accepted"] {
        assert!(!run.out.to_lowercase().contains(&format!(" {status}")), "{status} in {}", run.out);
    }
    let history = run_in(&folder, "year history assignment-1 --db year.db --lang en");
    assert_eq!(history.code, 0, "{}", history.err);
}

#[test]
fn what_cannot_be_opened_is_said_in_the_language_of_the_user() {
    let folder = folder("serve-errors");
    std::fs::write(folder.join("text.db"), "no journal").unwrap();
    std::fs::write(folder.join("odd.json"), "{\"year\": []}").unwrap();
    std::fs::write(folder.join("empty.txt"), "").unwrap();
    for (call, language, words) in [
        ("--db text.db", "nb", "ingen journal fra Styrbord"),
        ("--db text.db", "nn", "ingen journal frå Styrbord"),
        ("--db text.db", "en", "no journal of Styrbord"),
        ("--db new.db --pack odd.json", "nb", "ingen plan som et år kan begynne med"),
        ("--db new.db --pack empty.txt", "nn", "tom"),
        ("--db new.db --pack gone.json", "en", "gone.json"),
    ] {
        let run = run_in(&folder, &format!("serve {call} --listen 127.0.0.1:0 --lang {language}"));
        assert_eq!(run.code, 2, "{call}: {}", run.out);
        assert!(run.err.contains(words), "{call} {language}: {}", run.err);
        for debug in ["Store(", "Unfit(", "NotAJournal", "{ "] {
            assert!(!run.err.contains(debug), "{}", run.err);
        }
    }
}

#[test]
fn the_clock_is_set_only_where_all_is_simulated() {
    let folder = folder("serving-clock");
    let letter = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../examples/letters/polarinstruks-2024.txt");
    let serve = "serve --db year.db --listen 127.0.0.1:0 --now 2024-06-01T08:00:00Z --lang en";
    let empty = run_in(&folder, serve);
    assert_eq!(empty.code, 2, "{}", empty.out);
    assert!(
        empty.err.contains("--now can be used only when all years of the journal are simulated"),
        "{}",
        empty.err
    );
    let started = run_in(&folder, &format!("year start {letter} --year 2024 --db year.db --lang en"));
    assert_eq!(started.code, 0, "{}", started.err);
    assert_eq!(run_in(&folder, serve).code, 2);
}
