//! Small letters side by side: every file in `cases` is prose with fences `old YEAR`, `new YEAR` and `expect`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]
#![expect(clippy::disallowed_methods, reason = "a test reads its cases from files")]

mod shown;

use shown::{lines, plan};
use std::path::Path;
use styrbord_compare::{compare, of_letter};

#[test]
fn every_case_gives_what_it_expects() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        for (at, case) in cases(&text).into_iter().enumerate() {
            count += 1;
            let expected: Vec<&str> = case.expected.lines().filter(|line| *line != "none").collect();
            let found = lines(&compare(&of_letter(plan(&case.old), 1), &of_letter(plan(&case.new), 2)));
            if found != expected {
                let name = path.file_name().unwrap().display();
                wrong.push(format!("{name}, case {}: found\n{}\n", at + 1, found.join("\n")));
            }
        }
    }
    assert!(count > 10, "{count} cases only");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

struct Case {
    old: String,
    new: String,
    expected: String,
}

/// Returns the cases of a file; an `old` or `new` holds until the next one of its name.
fn cases(text: &str) -> Vec<Case> {
    let (mut old, mut new) = (String::new(), String::new());
    let mut cases = Vec::new();
    let parts = text.split("```").skip(1).step_by(2);
    for part in parts {
        let (info, body) = part.split_once('\n').unwrap();
        match info.split_once(' ').unwrap_or((info, "")) {
            ("old", head) => old = letter(head, body),
            ("new", head) => new = letter(head, body),
            ("expect", _) => {
                cases.push(Case { old: old.clone(), new: new.clone(), expected: body.to_owned() });
            }
            _ => panic!("unknown fence {info}"),
        }
    }
    cases
}

/// Returns a letter of Bryggetilsynet; `head` is a year, with a word in front when it is a supplementary letter.
fn letter(head: &str, body: &str) -> String {
    let kind = if head.starts_with("supplement") { "Supplerende tildelingsbrev" } else { "Tildelingsbrev" };
    let year = head.rsplit(' ').next().unwrap();
    format!("# {kind} {year} for Bryggetilsynet\n\n{body}")
}
