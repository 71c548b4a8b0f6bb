//! The tables, their version, and the way from each version to the next.

use super::Open;
use super::failure::failure;
use crate::StoreError;
use rusqlite::{Connection, Error, ErrorCode, Result, TransactionBehavior};
use std::path::Path;

/// What marks the file as a journal of this program: `Styb`.
const APPLICATION_ID: i64 = 0x5374_7962;

/// What raises the tables from one version to the next; the first one makes them.
const STEPS: &[&str] = &[
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
];

/// What every connection is set to. Full: a commit returns when the words are on the disk.
const SETTINGS: &str = "\
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;";

/// Checks that the file is a journal, or makes it one, and raises its tables to today's version.
pub(super) fn raise(connection: &mut Connection, path: &Path, open: Open) -> Result<(), StoreError> {
    let not_a_journal = || StoreError::NotAJournal { path: path.display().to_string() };
    match kind(connection) {
        Ok(Kind::Journal) => {}
        Ok(Kind::Empty) if open == Open::OrCreate => {}
        Ok(Kind::Empty | Kind::Foreign) => return Err(not_a_journal()),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            return Err(not_a_journal());
        }
        Err(error) => return Err(failure("opening")(error)),
    }
    refuse_newer(connection)?;
    if open == Open::ToRead {
        // A journal is the same in every version so far; who only reads it needs none of what came later.
        return Ok(());
    }
    connection.execute_batch(SETTINGS).map_err(failure("opening"))?;
    let _: String = connection
        .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
        .map_err(failure("opening"))?;
    take_the_steps(connection).map_err(failure("raising the tables"))?;
    refuse_newer(connection)
}

enum Kind {
    Journal,
    Empty,
    Foreign,
}

fn kind(connection: &Connection) -> Result<Kind> {
    let id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (id, tables) {
        (APPLICATION_ID, _) => Kind::Journal,
        (0, 0) => Kind::Empty,
        _ => Kind::Foreign,
    })
}

fn version(connection: &Connection) -> Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

fn refuse_newer(connection: &Connection) -> Result<(), StoreError> {
    let (found, known) = (version(connection).map_err(failure("opening"))?, STEPS.len() as i64);
    if found > known { Err(StoreError::NewerSchema { found, known }) } else { Ok(()) }
}

fn take_the_steps(connection: &mut Connection) -> Result<(), Error> {
    if version(connection)? == STEPS.len() as i64 {
        return Ok(());
    }
    // Two processes may have come this far; the second one finds the work done.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let passed = version(&transaction)?.max(0) as usize;
    for step in STEPS.iter().skip(passed) {
        transaction.execute_batch(step)?;
    }
    let today = (STEPS.len()).max(passed);
    transaction.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {today};"
    ))?;
    transaction.commit()
}
