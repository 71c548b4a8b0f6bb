//! Whatever is changed in the file behind the program's back, the first record that is wrong is named.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test stops at its first surprise"
)]

mod common;
#[allow(dead_code, reason = "only its filled journal is used here")]
mod conformance;

use common::Folder;
use rusqlite::Connection;
use styrbord_store::{Keeper, Open, Sqlite, StoreError, verify};

/// Changes a filled journal by SQL, and returns what opening says and what `verify` finds.
fn tampered(sql: &str) -> (Option<StoreError>, Vec<StoreError>) {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let connection = Connection::open(folder.file("journal.db")).unwrap();
    connection.execute_batch("DROP TRIGGER records_stay; DROP TRIGGER records_remain;").unwrap();
    connection.execute_batch(sql).unwrap();
    drop(connection);
    let mut journal = Sqlite::open(folder.file("journal.db"), Open::ToRead).unwrap();
    let faults = verify(&mut journal, &mut |_| ()).faults;
    (Keeper::open(journal).err(), faults)
}

fn first_wrong(sql: &str) -> u64 {
    let (opening, faults) = tampered(sql);
    let Some(StoreError::Broken { seq, why }) = opening else { panic!("{opening:?}") };
    assert_eq!(faults.first(), Some(&StoreError::Broken { seq, why }));
    seq
}

#[test]
fn the_first_wrong_record_is_named() {
    let swap = "UPDATE records SET seq = 100 WHERE seq = 4; UPDATE records SET seq = 4 WHERE seq = 5; \
                UPDATE records SET seq = 5 WHERE seq = 100;";
    for (sql, seq) in [
        (
            "UPDATE records SET payload = replace(payload, 'organisation-1', 'organisation-2') WHERE seq = 6",
            6,
        ),
        ("UPDATE records SET payload = 'x' WHERE seq = 6", 6),
        ("UPDATE records SET actor = 'person-1' WHERE seq = 7", 7),
        ("UPDATE records SET actor = 'nobody' WHERE seq = 7", 7),
        ("UPDATE records SET day = '2025-02-30' WHERE seq = 7", 7),
        ("UPDATE records SET at = at - 1 WHERE seq = 8", 8),
        ("UPDATE records SET reason = NULL WHERE seq = 1", 1),
        ("UPDATE records SET reason = zeroblob(32) WHERE seq = 2", 2),
        ("UPDATE records SET hash = zeroblob(32) WHERE seq = 12", 12),
        ("UPDATE records SET previous = zeroblob(32) WHERE seq = 3", 3),
        ("UPDATE records SET command = 'other' WHERE seq = 3", 3),
        ("UPDATE records SET version = 100 WHERE seq = 3", 3),
        ("DELETE FROM records WHERE seq = 1", 1),
        ("DELETE FROM records WHERE seq = 5", 5),
        (swap, 4),
        (
            "INSERT INTO records SELECT 13, stream, 13, at, day, actor, command, reason, kind, payload_version, \
          payload, previous, hash FROM records WHERE seq = 12",
            13,
        ),
    ] {
        assert_eq!(first_wrong(sql), seq, "{sql}");
    }
}

#[test]
fn changed_texts_and_files_are_named() {
    for (sql, code) in [
        ("UPDATE texts SET words = 'Ola' WHERE words = 'Kari Nr. 5'", "text-changed"),
        ("UPDATE texts SET salt = zeroblob(16) WHERE words = 'Kari Nr. 5'", "text-changed"),
        ("DELETE FROM texts WHERE words LIKE 'Etter%'", "text-missing"),
        ("DELETE FROM texts WHERE words = 'Kari Nr. 5'", "text-missing"),
        ("UPDATE attachments SET bytes = x'6565' WHERE bytes = x'656e'", "attachment-changed"),
    ] {
        let (opening, faults) = tampered(sql);
        assert_eq!(opening, None, "{sql}");
        assert_eq!(faults.iter().map(StoreError::code).collect::<Vec<_>>(), [code], "{sql}");
    }
}

#[test]
fn records_are_neither_changed_nor_removed_by_sql() {
    let folder = Folder::new();
    drop(conformance::fill(folder.sqlite()));
    let connection = Connection::open(folder.file("journal.db")).unwrap();
    for sql in ["UPDATE records SET payload = ''", "DELETE FROM records"] {
        assert!(connection.execute_batch(sql).unwrap_err().to_string().contains("records are never"));
    }
}
