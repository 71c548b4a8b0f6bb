//! Pipes, colours and what a letter tries to tell the terminal.

use crate::program::{LETTER, folder, program, run_on};
use std::process::Stdio;

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let folder = folder("broken-pipe");
    // More than a pipe holds, so that writing goes on after the reader has left.
    std::fs::write(folder.join("letter.txt"), "Tilsynet ser til bryggene.\n".repeat(20_000)).unwrap();
    let mut command = program();
    command.args(["compile", "letter.txt", "--emit", "source"]).current_dir(&folder);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = folder("full");
    std::fs::write(folder.join("letter.txt"), LETTER).unwrap();
    let mut command = program();
    command.args(["check", "letter.txt", "--lang", "en"]).current_dir(&folder);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command.stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: the result cannot be written: "));
}

#[test]
fn colours_are_for_terminals_only() {
    let colours = |call: &str| run_on("colours", LETTER, call).out.contains('\u{1b}');
    for call in
        ["check letter.txt", "check letter.txt --color never", "compile letter.txt", "explain doubled-word"]
    {
        assert!(!colours(call), "{call}");
    }
    assert!(colours("check letter.txt --color always"));
    assert!(colours("compile letter.txt --color always"));
    let plain = |text: String| {
        let mut parts = text.split('\u{1b}');
        let first = parts.next().unwrap_or_default().to_owned();
        first
            + &parts
                .filter_map(|part| part.split_once('m'))
                .map(|(_, rest)| rest)
                .collect::<Vec<_>>()
                .concat()
    };
    let coloured = run_on("colours", LETTER, "check letter.txt --color always").out;
    assert_eq!(plain(coloured), run_on("colours", LETTER, "check letter.txt").out);
}

#[test]
fn a_letter_cannot_command_the_terminal() {
    let letter = LETTER.replace("skal skal", "skal \u{1b}[31mskal skal\u{9b}2J");
    for call in [
        "check letter.txt",
        "compile letter.txt --emit plan",
        "compile letter.txt --emit source",
        "compile letter.txt --emit tree",
    ] {
        let run = run_on("commands", &letter, call);
        assert!(!run.out.contains(['\u{1b}', '\u{9b}']), "{call}\n{}", run.out);
    }
}

#[test]
fn columns_bound_the_drawing() {
    let long = LETTER.replace(
        "Bryggetilsynet skal skal sikre",
        &format!("{} skal skal {}", "ord bru ".repeat(200), "ord bru ".repeat(200)),
    );
    let folder = folder("columns");
    std::fs::write(folder.join("letter.txt"), long).unwrap();
    for columns in [60, 100, 160] {
        let mut command = program();
        command.args(["check", "letter.txt"]).current_dir(&folder).env("COLUMNS", columns.to_string());
        let out = String::from_utf8(command.output().unwrap().stdout).unwrap();
        assert!(out.contains("skal skal"), "{out}");
        // Headlines and the count stand on one line each, however long.
        let last = out.lines().last();
        for line in out.lines().filter(|line| !line.contains("]: ") && Some(*line) != last) {
            assert!(line.chars().count() <= columns, "{columns}: {line}");
        }
    }
}
