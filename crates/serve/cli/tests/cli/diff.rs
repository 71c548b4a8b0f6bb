//! `styrbord diff`: exit codes, formats, standard input, several supplementary letters, the plan after them.

use crate::program::{LETTER, Run, folder, program, run_in, run_of};
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

/// A supplementary letter to the letter.
const FIRST: &str = "\
# Supplerende tildelingsbrev nr. 1 for 2025 til Bryggetilsynet

## Endringer i bevilgningene

| Kap./post | Betegnelse | Tidligere tildelt (kroner) | Endring (kroner) | Ny tildeling (kroner) |
|---|---|---:|---:|---:|
| **512** | **Bryggetilsynet** | | | |
| 512.01 | Driftsutgifter | 41 300 000 | 1 000 000 | 42 300 000 |
";

fn letters(test: &str) -> PathBuf {
    let folder = folder(test);
    let row = "41 300 000 | 1 000 000 | 42 300 000";
    let second = FIRST.replace("nr. 1", "nr. 2").replace(row, "42 300 000 | 500 000 | 42 800 000");
    for (name, text) in [
        ("letter.txt", LETTER.to_owned()),
        ("first.txt", FIRST.to_owned()),
        ("second.txt", second),
        ("other.txt", LETTER.replace("2025", "2026")),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    folder
}

fn run(test: &str, call: &str) -> Run {
    run_in(&letters(test), call)
}

#[test]
fn the_exit_code_says_whether_letters_differ() {
    for (call, code, said) in [
        ("diff letter.txt letter.txt --lang en", 0, "No differences."),
        ("diff letter.txt letter.txt --lang nb", 0, "Ingen forskjeller."),
        ("diff letter.txt letter.txt --lang nn --format md", 0, "Ingen skilnader."),
        ("diff letter.txt other.txt --lang en", 1, "year          2025 → 2026"),
        (
            "diff letter.txt first.txt --lang en",
            1,
            "41 300 000 → 42 300 000 kroner  +1 000 000, +2.4 %; agrees",
        ),
    ] {
        let run = run("diff-codes", call);
        assert_eq!((run.code, run.err.as_str()), (code, ""), "{call}");
        assert!(run.out.replace('\u{a0}', " ").contains(said), "{call}\n{}", run.out);
    }
}

#[test]
fn supplements_amend_one_after_the_other() {
    let compared = run("diff-several", "diff letter.txt first.txt second.txt --format json").json();
    let comparisons = compared["comparisons"].as_array().unwrap();
    assert_eq!(comparisons.len(), 2);
    for (comparison, (old, new)) in comparisons.iter().zip([(1, 2), (2, 3)]) {
        assert_eq!(comparison["basis"], "amendment");
        let changes = comparison["changes"].as_array().unwrap();
        let post = changes.iter().find(|one| one["kind"] == "post").unwrap();
        assert_eq!(post["fields"][0]["agrees"], true, "{post}");
        assert_eq!(post["old"][0]["span"]["letter"], old);
        assert_eq!(post["new"][0]["span"]["letter"], new);
    }
    let call = "diff letter.txt first.txt second.txt --emit consolidated --format json";
    let after = run("diff-consolidated", call);
    assert_eq!(after.code, 0);
    let post = &after.json()["budget"][0]["posts"][0];
    assert_eq!(post["amount_nok"], 42_800_000);
    assert_eq!(post["span"]["letter"], 3);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    for (call, said) in [
        ("diff letter.txt none.txt", "there is no file none.txt"),
        ("diff - -", "- can be given for one letter only"),
        (
            "diff letter.txt other.txt --emit consolidated",
            "other.txt is no supplementary letter to letter.txt",
        ),
    ] {
        let run = run("diff-refused", &format!("{call} --lang en"));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{call}");
        assert!(run.err.contains(said) && run.err.lines().count() == 1, "{call}: {}", run.err);
    }
}

#[test]
fn one_letter_may_come_from_standard_input() {
    let mut command = program();
    command.args(["diff", "letter.txt", "-", "--lang", "en"]).current_dir(letters("diff-stdin"));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(FIRST.as_bytes()).unwrap();
    let run = run_of(&child.wait_with_output().unwrap());
    assert!(run.code == 1 && run.out.contains("letter.txt → <stdin>"), "{}{}", run.out, run.err);
}

#[test]
fn a_letter_cannot_command_the_terminal_through_a_difference() {
    let folder = letters("diff-terminal");
    let letter = LETTER.replace("Driftsutgifter", "Drifts\u{1b}[31mutgifter\u{9b}2J");
    std::fs::write(folder.join("evil.txt"), letter).unwrap();
    for call in ["diff letter.txt evil.txt", "diff evil.txt letter.txt --format md"] {
        let run = run_in(&folder, call);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(!run.out.contains(['\u{1b}', '\u{9b}']), "{call}\n{}", run.out);
    }
}

#[test]
fn a_file_gets_what_the_screen_would() {
    let folder = letters("diff-file");
    let shown = run_in(&folder, "diff letter.txt other.txt");
    let written = run_in(&folder, "diff letter.txt other.txt -o changes.txt");
    assert_eq!((written.code, written.out.as_str()), (1, ""));
    assert_eq!(std::fs::read_to_string(folder.join("changes.txt")).unwrap(), shown.out);
}
