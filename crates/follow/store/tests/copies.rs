//! Backup and restore: whole or not at all, and never over something else unasked.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test stops at its first surprise"
)]
#![expect(clippy::disallowed_methods, reason = "files are what is tested")]

mod common;
#[allow(dead_code, reason = "only its filled journal is used here")]
mod conformance;

use common::{Folder, envelope, organisation};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use styrbord_events::{Actor, Instant, PersonId};
use styrbord_store::{
    Deed, DeedKind, Keeper, Open, Overwrite, Sqlite, StoreError, Vault, backup, export, import, restore,
    verify,
};

fn exported(path: &Path) -> Vec<u8> {
    let mut lines = Vec::new();
    export(&mut Sqlite::open(path, Open::ToRead).unwrap(), &mut lines, &mut |_| ()).unwrap();
    lines
}

/// Returns the files of a folder; a reader leaves the log of a journal where it is.
fn files(folder: &Folder) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with("journal.db-"));
    names.sort();
    names
}

#[test]
fn a_backup_that_is_restored_is_the_journal() {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let (journal, copy, again) = (folder.file("journal.db"), folder.file("copy.db"), folder.file("again.db"));
    let mut source = Sqlite::open(&journal, Open::ToRead).unwrap();
    let counts = backup(&mut source, &copy, Overwrite::Never, &mut |_| ()).unwrap();
    assert_eq!(counts.records, 12);
    drop(source);
    assert_eq!(restore(&copy, &again, Overwrite::Never, &mut |_| ()), Ok(counts));
    assert_eq!(exported(&again), exported(&journal));
    assert_eq!(files(&folder), ["again.db", "copy.db", "journal.db"]);
}

#[test]
fn what_was_done_to_accounts_goes_along_and_the_accounts_do_not() {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let (journal, copy, again) = (folder.file("journal.db"), folder.file("copy.db"), folder.file("again.db"));
    let mut source = Sqlite::open(&journal, Open::Existing).unwrap();
    let at = Instant::from_millis(1_740_000_000_000);
    let made = Deed { seq: 0, at, by: Some(Actor::Operator), kind: DeedKind::Made, whom: Some(PersonId(3)) };
    let refused = Deed { by: None, kind: DeedKind::Refused, whom: None, ..made };
    source.note(&made).unwrap();
    source.note(&refused).unwrap();
    let counts = backup(&mut source, &copy, Overwrite::Never, &mut |_| ()).unwrap();
    assert_eq!(counts.deeds, 2);
    let lines = String::from_utf8(exported(&copy)).unwrap();
    assert!(lines.contains("{\"account\":{\"at\":") && lines.contains("\"accounts\":2,"), "{lines}");
    let mut imported = Sqlite::open(&again, Open::OrCreate).unwrap();
    assert_eq!(import(&mut imported, "again", &mut lines.as_bytes(), &mut |_| ()), Ok(counts));
    let ever = (Instant::from_millis(0), Instant::from_millis(i64::MAX));
    let kept = imported.deeds_before(u64::MAX, ever, 9).unwrap();
    assert_eq!(kept, [Deed { seq: 2, ..refused }, Deed { seq: 1, ..made }]);
    assert!(imported.accounts().unwrap().is_empty());
    assert_eq!(verify(&mut imported, &mut |_| ()).counts, counts);
    // In another order, or of another kind, it is no export.
    for wrong in [
        lines.replace("account.made", "account.found"),
        lines.replacen("\"accounts\":2", "\"accounts\":1", 1),
    ] {
        let mut empty = Sqlite::in_memory().unwrap();
        let refused = import(&mut empty, "empty", &mut wrong.as_bytes(), &mut |_| ()).unwrap_err();
        assert_eq!(refused.code(), "bad-line");
    }
}

#[test]
fn a_backup_while_others_write_is_a_whole_prefix() {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut keeper = Keeper::open(folder.sqlite()).unwrap();
            let mut number = 100;
            while !stop.load(Ordering::Relaxed) {
                keeper.submit(&envelope(number), &organisation(&format!("Nr. {number}"))).unwrap();
                number += 1;
            }
        });
        let mut source = Sqlite::open(folder.file("journal.db"), Open::ToRead).unwrap();
        let mut last = 0;
        for number in 0..5 {
            let copy = folder.file(&format!("copy-{number}.db"));
            let counts = backup(&mut source, &copy, Overwrite::Never, &mut |_| ()).unwrap();
            let verified = verify(&mut Sqlite::open(&copy, Open::ToRead).unwrap(), &mut |_| ());
            assert_eq!((verified.faults, verified.counts), (Vec::new(), counts));
            assert!(counts.records >= last);
            last = counts.records;
        }
        stop.store(true, Ordering::Relaxed);
    });
}

#[test]
fn nothing_is_overwritten_unasked() {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let (journal, other) = (folder.file("journal.db"), folder.file("other.db"));
    std::fs::write(&other, "mine").unwrap();
    let refused = restore(&journal, &other, Overwrite::Never, &mut |_| ());
    assert_eq!(refused.unwrap_err().code(), "not-empty");
    assert_eq!(std::fs::read(&other).unwrap(), b"mine");
    restore(&journal, &other, Overwrite::Yes, &mut |_| ()).unwrap();
    assert_eq!(exported(&other), exported(&journal));
}

#[test]
fn a_journal_in_use_is_not_replaced() {
    let folder = Folder::new();
    let mut keeper = conformance::fill(folder.sqlite());
    let copy = folder.file("copy.db");
    backup(keeper.journal(), &copy, Overwrite::Never, &mut |_| ()).unwrap();
    keeper.submit(&envelope(100), &organisation("Ny")).unwrap();
    let refused = restore(&copy, &folder.file("journal.db"), Overwrite::Yes, &mut |_| ());
    assert_eq!(refused, Err(StoreError::Busy));
    keeper.submit(&envelope(101), &organisation("Nyere")).unwrap();
    assert_eq!(Keeper::open(folder.sqlite()).unwrap().head().seq, 14);
}

#[test]
fn a_damaged_backup_is_refused_and_said_where() {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let (journal, copy, target) = (folder.file("journal.db"), folder.file("copy.db"), folder.file("new.db"));
    let mut source = Sqlite::open(&journal, Open::ToRead).unwrap();
    backup(&mut source, &copy, Overwrite::Never, &mut |_| ()).unwrap();
    let bytes = std::fs::read(&copy).unwrap();
    let at = bytes.windows(12).rposition(|window| window == b"organisation").unwrap();
    let mut changed = bytes.clone();
    changed[at] = b'O';
    for (damaged, codes) in [
        (changed, &["broken-record"][..]),
        (bytes[..bytes.len() / 2].to_vec(), &["damaged-file"]),
        (b"SQLite format 3\0 and then nothing".to_vec(), &["not-a-journal"]),
        (Vec::new(), &["not-a-journal"]),
    ] {
        std::fs::write(&copy, damaged).unwrap();
        let refused = restore(&copy, &target, Overwrite::Never, &mut |_| ()).unwrap_err();
        assert!(codes.contains(&refused.code()), "{refused}");
        assert!(!target.exists());
    }
    assert_eq!(files(&folder), ["copy.db", "journal.db"]);
}
