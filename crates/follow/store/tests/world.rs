//! The world fails: a clear error with a remedy each time, and nothing is lost that was acknowledged.

#![allow(
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test stops at its first surprise"
)]
#![expect(clippy::disallowed_methods, reason = "files, disks and processes are what is tested")]

mod common;
#[allow(dead_code, reason = "only its filled journal is used here")]
mod conformance;

use common::{Folder, envelope, organisation, person};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use styrbord_diagnostics::Language;
use styrbord_events::Envelope;
use styrbord_store::{Journal, Keeper, Open, Rejection, Sqlite, StoreError, export, verify};

/// Says to the process that it has a small disk of its own, and where.
const DISK: &str = "STYRBORD_TEST_DISK";

/// Starts this test again with a disk of 400 kB that only that process sees. Returns none when the system does not let
/// it; then the test says so and ends.
fn on_a_small_disk(test: &str) -> Option<PathBuf> {
    if let Some(disk) = std::env::var_os(DISK) {
        return Some(PathBuf::from(disk));
    }
    let folder = Folder::new();
    let script = "mount -t tmpfs -o size=400k none \"$0\" || exit 99; exec \"$@\"";
    for unshare in [&["-m"][..], &["-r", "-m"]] {
        let run = Command::new("unshare")
            .args(unshare)
            .args(["sh", "-c", script])
            .arg(folder.path())
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(DISK, folder.path())
            .stdin(Stdio::null())
            .output();
        match run {
            Ok(output) if output.status.success() => return None,
            Ok(output) if output.status.code() == Some(101) => {
                panic!("{}", String::from_utf8_lossy(&output.stderr))
            }
            _ => {}
        }
    }
    eprintln!("skipped: this system gives a test no disk of its own (unshare and mount)");
    None
}

fn store_error(rejection: Rejection) -> StoreError {
    match rejection {
        Rejection::Store(error) => error,
        Rejection::Refused(refusal) => panic!("{refusal}"),
    }
}

fn has_a_remedy(error: &StoreError) {
    for language in [Language::Nb, Language::Nn, Language::En] {
        assert!(error.message().get(language).len() > 10 && error.remedy().get(language).len() > 10);
    }
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let Some(disk) = on_a_small_disk("a_full_disk_loses_nothing_that_was_acknowledged") else { return };
    let db = disk.join("journal.db");
    let mut keeper = Keeper::open(Sqlite::open(&db, Open::OrCreate).unwrap()).unwrap();
    keeper.submit(&envelope(0), &organisation("A")).unwrap();
    let (mut acknowledged, mut number) = (1, 0);
    let error = loop {
        number += 1;
        let reason = Some("Lang begrunnelse. ".repeat(400));
        match keeper.submit(&Envelope { reason, ..envelope(number) }, &person("Kari")) {
            Ok(receipt) => acknowledged = receipt.seqs.end - 1,
            Err(rejection) => break store_error(rejection),
        }
    };
    assert_eq!(error, StoreError::Full);
    has_a_remedy(&error);
    assert!(acknowledged > 3);
    assert_eq!((keeper.head().seq, keeper.book().seq), (acknowledged, acknowledged));
    drop(keeper);
    let mut journal = Sqlite::open(&db, Open::ToRead).unwrap();
    let verified = verify(&mut journal, &mut |_| ());
    assert_eq!((verified.faults, verified.head.seq), (Vec::new(), acknowledged));
}

#[test]
fn a_disk_that_becomes_read_only_can_still_be_read() {
    let Some(disk) = on_a_small_disk("a_disk_that_becomes_read_only_can_still_be_read") else { return };
    let db = disk.join("journal.db");
    let mut keeper = Keeper::open(Sqlite::open(&db, Open::OrCreate).unwrap()).unwrap();
    keeper.submit(&envelope(1), &organisation("A")).unwrap();
    drop(keeper);
    assert!(Command::new("mount").args(["-o", "remount,ro"]).arg(&disk).status().unwrap().success());
    let error = Sqlite::open(&db, Open::Existing).unwrap_err();
    assert_eq!(error, StoreError::ReadOnly);
    has_a_remedy(&error);
    assert!(Sqlite::open(disk.join("new.db"), Open::OrCreate).is_err());
    let keeper = Keeper::open(Sqlite::open(&db, Open::ToRead).unwrap()).unwrap();
    assert_eq!(keeper.head().seq, 1);
}

#[test]
fn a_journal_opened_to_read_is_not_written_to() {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let mut keeper = Keeper::open(Sqlite::open(folder.file("journal.db"), Open::ToRead).unwrap()).unwrap();
    let refused = keeper.submit(&envelope(100), &organisation("B")).unwrap_err();
    assert_eq!(store_error(refused), StoreError::ReadOnly);
    assert_eq!(keeper.book().seq, 12);
}

fn exported(path: &Path) -> Result<Vec<u8>, StoreError> {
    let mut lines = Vec::new();
    export(&mut Sqlite::open(path, Open::ToRead)?, &mut lines, &mut |_| ())?;
    Ok(lines)
}

#[test]
fn whatever_page_is_damaged_it_is_told_or_changes_nothing() {
    const PAGE: usize = 4096;
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let whole = std::fs::read(folder.file("journal.db")).unwrap();
    let lines = exported(&folder.file("journal.db")).unwrap();
    let db = folder.file("damaged.db");
    let mut told = 0;
    for page in 0..whole.len() / PAGE {
        for (from, length) in [(0, PAGE), (0, 8), (PAGE - 60, 20)] {
            let mut bytes = whole.clone();
            let start = page * PAGE + from;
            bytes[start..start + length].iter_mut().for_each(|byte| *byte ^= 0x5a);
            std::fs::write(&db, bytes).unwrap();
            let errors = match Sqlite::open(&db, Open::ToRead) {
                Ok(mut journal) => verify(&mut journal, &mut |_| ()).faults,
                Err(error) => vec![error],
            };
            if errors.is_empty() {
                assert_eq!(exported(&db).as_ref(), Ok(&lines), "page {page} from byte {from}");
            } else {
                told += 1;
                errors.iter().for_each(has_a_remedy);
            }
        }
    }
    assert!(told > whole.len() / PAGE, "{told}");
}

#[test]
fn a_log_that_was_cut_off_is_told() {
    let folder = Folder::new();
    let mut keeper = Keeper::open(folder.sqlite()).unwrap();
    for number in 1..=6 {
        keeper.submit(&envelope(number), &organisation(&format!("Nr. {number}"))).unwrap();
    }
    let log = std::fs::read(folder.file("journal.db-wal")).unwrap();
    let (db, cut) = (folder.file("cut.db"), folder.file("cut.db-wal"));
    for eighth in 0..=8 {
        for ending in ["", "-head"] {
            std::fs::copy(
                folder.file(&format!("journal.db{ending}")),
                folder.file(&format!("cut.db{ending}")),
            )
            .unwrap();
        }
        let _ = std::fs::remove_file(folder.file("cut.db-shm"));
        std::fs::write(&cut, &log[..log.len() * eighth / 8]).unwrap();
        match Sqlite::open(&db, Open::Existing).and_then(Keeper::open) {
            Ok(keeper) => assert_eq!((eighth, keeper.head().seq), (8, 6)),
            Err(StoreError::Lost { acknowledged: 6, found }) => assert!(found < 6),
            Err(error) => assert_eq!((eighth, error.code()), (0, "not-a-journal"), "{error}"),
        }
    }
}

#[test]
fn a_history_that_was_written_anew_is_told() {
    let folder = Folder::new();
    let mut keeper = Keeper::open(folder.sqlite()).unwrap();
    keeper.submit(&envelope(1), &organisation("A")).unwrap();
    drop(keeper);
    let mut other = Keeper::open(Sqlite::open(folder.file("other.db"), Open::OrCreate).unwrap()).unwrap();
    other.submit(&envelope(1), &organisation("B")).unwrap();
    drop(other);
    std::fs::copy(folder.file("other.db"), folder.file("journal.db")).unwrap();
    let error = Sqlite::open(folder.file("journal.db"), Open::Existing).unwrap_err();
    assert!(matches!(&error, StoreError::Broken { seq: 1, .. }), "{error}");
}

#[test]
fn what_is_no_journal_of_this_version_is_told() {
    let folder = Folder::new();
    let db = |name: &str, sql: &str| {
        let path = folder.file(name);
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        path
    };
    drop(conformance::fill(folder.sqlite()));
    std::fs::write(folder.file("text.db"), "Tildelingsbrev 2025 for Bryggetilsynet").unwrap();
    for (path, code) in [
        (db("journal.db", "PRAGMA user_version = 99"), "newer-schema"),
        (db("other.db", "CREATE TABLE letters (id INTEGER)"), "not-a-journal"),
        (folder.file("text.db"), "not-a-journal"),
        (folder.file("none/none.db"), "cannot-open"),
        (folder.path().to_owned(), "cannot-open"),
    ] {
        let error = Sqlite::open(&path, Open::OrCreate).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        has_a_remedy(&error);
    }
    assert_eq!(Sqlite::open(folder.file("none.db"), Open::Existing).unwrap_err().code(), "no-database");
    assert!(!folder.file("none.db").exists());
}

/// Tells whether any file of a folder has the words.
fn on_disk(folder: &Folder, words: &str) -> bool {
    let entries = std::fs::read_dir(folder.path()).unwrap();
    entries
        .map(|entry| std::fs::read(entry.unwrap().path()).unwrap())
        .any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}

#[test]
fn erased_words_are_in_no_file() {
    use styrbord_events::directory;
    let folder = Folder::new();
    let mut keeper = Keeper::open(folder.sqlite()).unwrap();
    let mut number = 0;
    let mut submit = |keeper: &mut Keeper<Box<dyn Journal>>, command| {
        number += 1;
        let reason = Some("Bedt om det".to_owned());
        keeper.submit(&Envelope { reason, ..envelope(number) }, &command).unwrap();
    };
    submit(&mut keeper, organisation("A"));
    submit(&mut keeper, person("Kari Slettmeg"));
    submit(&mut keeper, person(&"Ola Langnavn Slettmeg ".repeat(15)));
    assert!(on_disk(&folder, "Slettmeg"));
    let people: Vec<_> = keeper.book().directory.people.keys().copied().collect();
    for person in people {
        let directory = styrbord_events::Command::Directory;
        submit(&mut keeper, directory(directory::Command::DeactivatePerson { person }));
        submit(&mut keeper, directory(directory::Command::ErasePerson { person }));
    }
    assert!(!on_disk(&folder, "Slettmeg") && on_disk(&folder, "Bedt om det"));
    assert_eq!(verify(keeper.journal(), &mut |_| ()).faults, Vec::new());
}

#[test]
fn a_journal_that_is_being_written_to_is_opened_without_alarm() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let folder = Folder::new();
    drop(folder.sqlite());
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut keeper = Keeper::open(folder.sqlite()).unwrap();
            for number in 0.. {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                keeper.submit(&envelope(number), &organisation(&format!("Nr. {number}"))).unwrap();
            }
        });
        let opened: Vec<_> =
            (0..12).map(|_| Sqlite::open(folder.file("journal.db"), Open::Existing)).collect();
        stop.store(true, Ordering::Relaxed);
        assert!(opened.iter().all(Result::is_ok), "{:?}", opened.iter().find(|opened| opened.is_err()));
    });
}
