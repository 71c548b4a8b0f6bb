//! An export that is not as it was written is refused with its line.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test stops at its first surprise"
)]

mod common;
#[allow(dead_code, reason = "only its filled journal is used here")]
mod conformance;

use styrbord_events::Link;
use styrbord_store::{Journal, Sqlite, StoreError, export, import};

fn lines() -> String {
    let journal: Box<dyn Journal> = Box::new(Sqlite::in_memory().unwrap());
    let mut lines = Vec::new();
    export(conformance::fill(journal).journal(), &mut lines, &mut |_| ()).unwrap();
    String::from_utf8(lines).unwrap()
}

/// Returns the line that is said to be wrong.
fn wrong_line(lines: &str) -> u64 {
    let mut journal = Sqlite::in_memory().unwrap();
    let refused = import(&mut journal, "here", &mut lines.as_bytes(), &mut |_| ()).unwrap_err();
    assert_eq!(journal.head(), Ok(Link::default()));
    let StoreError::BadLine { line, .. } = refused else { panic!("{refused:?}") };
    line
}

#[test]
fn a_line_says_what_it_is() {
    let lines = lines();
    let starts =
        ["{\"styrbord_journal\":1}", "{\"record\":{\"seq\":1,\"stream\":\"directory\",\"version\":1,"];
    for (line, start) in lines.lines().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
    assert!(
        lines.lines().last().unwrap().starts_with("{\"end\":{\"records\":12,\"texts\":12,\"attachments\":3,")
    );
}

#[test]
fn every_damage_is_told_with_its_line() {
    let whole = lines();
    let split: Vec<&str> = whole.split_inclusive('\n').collect();
    let last = split.len() as u64;
    let joined = |lines: &[&str]| lines.concat();
    let without = |index: usize| [&split[..index], &split[index + 1..]].concat().concat();
    let swapped = |one: usize, other: usize| {
        let mut lines = split.clone();
        lines.swap(one, other);
        joined(&lines)
    };
    for (damaged, line) in [
        (String::new(), 1),
        ("not an export\n".to_owned(), 1),
        (without(0), 1),
        (without(3), 4),
        (swapped(3, 4), 4),
        (
            whole.replacen("person-3", "person-4", 1),
            whole.lines().position(|l| l.contains("person-3")).unwrap() as u64 + 1,
        ),
        (whole.replacen("\"seq\":5,", "\"seq\":5, ", 1), 6),
        (
            whole.replacen("Kari Nr. 5", "Kari Nr. 6", 1),
            whole.lines().position(|l| l.contains("Kari Nr. 5")).unwrap() as u64 + 1,
        ),
        (without(13), last - 1),
        (swapped(13, 14), 15),
        (swapped(12, 13), 14),
        (swapped(split.len() - 3, split.len() - 2), last - 1),
        (joined(&split[..split.len() - 1]), last),
        (whole[..whole.len() - 1].to_owned(), last),
        (whole.clone() + "\n", last + 1),
        (whole.clone() + &whole, last + 1),
        (whole.replace("\"texts\":12", "\"texts\":11"), last),
    ] {
        assert_eq!(wrong_line(&damaged), line);
    }
}
