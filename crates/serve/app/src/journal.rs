//! The journal as a whole: whether it is in order, and how it is copied, moved and brought back.

pub use styrbord_events::{Actor, Book, Command, Envelope, Expected, Hash, Instant, Link, Stream};
pub use styrbord_store::{
    ATTACHMENT_SIZE_MAX, Attachment, Counts, Desk, Journal, Keeper, Open, Overwrite, Portion, Progress,
    Receipt, Rejection, Request, Sqlite, StoreError, Tell, Vault, Verified, Words, export, fresh_nonce,
    verify,
};

use std::io::BufRead;
use std::path::Path;

/// What a database is called: a path, or `postgres://…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Database<'a> {
    File(&'a Path),
    Server(&'a str),
}

fn database(db: &str) -> Database<'_> {
    let server = ["postgres://", "postgresql://"].iter().any(|scheme| db.starts_with(scheme));
    if server { Database::Server(db) } else { Database::File(Path::new(db)) }
}

#[cfg(feature = "postgres")]
fn connect(address: &str) -> Result<Box<dyn Journal>, StoreError> {
    Ok(Box::new(styrbord_store::Postgres::connect(address)?))
}

#[cfg(not(feature = "postgres"))]
fn connect(_: &str) -> Result<Box<dyn Journal>, StoreError> {
    Err(StoreError::NoDriver { kind: "PostgreSQL" })
}

/// Opens the journal in a database: a path of a file, or `postgres://…`.
///
/// # Errors
/// When it cannot be opened that way.
pub fn open(db: &str, open: Open) -> Result<Box<dyn Journal>, StoreError> {
    match database(db) {
        Database::File(path) => Ok(Box::new(Sqlite::open(path, open)?)),
        Database::Server(address) => connect(address),
    }
}

/// Opens who may log in, in a database that has a journal.
///
/// # Errors
/// When it cannot be opened.
pub fn open_vault(db: &str) -> Result<Box<dyn Vault>, StoreError> {
    match database(db) {
        Database::File(path) => Ok(Box::new(Sqlite::open(path, Open::Existing)?)),
        Database::Server(address) => connect_vault(address),
    }
}

#[cfg(feature = "postgres")]
fn connect_vault(address: &str) -> Result<Box<dyn Vault>, StoreError> {
    Ok(Box::new(styrbord_store::Postgres::connect(address)?))
}

#[cfg(not(feature = "postgres"))]
fn connect_vault(_: &str) -> Result<Box<dyn Vault>, StoreError> {
    Err(StoreError::NoDriver { kind: "PostgreSQL" })
}

/// What a replay gave.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Replayed {
    /// How many records were folded.
    pub records: u64,
    /// How many years the book has.
    pub years: usize,
    /// The hash of the last record.
    pub head: Hash,
    /// The plain SHA-256 sum of the state as JSON: the same for the same records, everywhere.
    pub state: Hash,
}

/// Folds all records anew, checking each.
///
/// # Errors
/// The first record that is wrong, or that the journal cannot be read.
pub fn replay(db: &str, tell: Tell<'_>) -> Result<Replayed, StoreError> {
    let keeper = Keeper::open_and_tell(open(db, Open::ToRead)?, tell)?;
    let state = serde_json::to_vec(keeper.book())
        .map_err(|error| StoreError::failed("writing the state as JSON", error))?;
    Ok(Replayed {
        records: keeper.head().seq,
        years: keeper.book().years.len(),
        head: keeper.head().hash,
        state: Hash::of_bytes(&state),
    })
}

/// Fills a database that is new or empty with the lines of an export.
///
/// # Errors
/// The first line that is wrong, or that the journal is not empty; nothing is kept then.
pub fn import(db: &str, input: &mut dyn BufRead, tell: Tell<'_>) -> Result<Counts, StoreError> {
    match database(db) {
        Database::File(path) if !path.exists() => {
            styrbord_store::make(path, Overwrite::Never, |new| styrbord_store::import(new, db, input, tell))
        }
        Database::File(_) => styrbord_store::import(&mut open(db, Open::Existing)?, db, input, tell),
        // An address may hold a password, which no message shows.
        Database::Server(address) => {
            styrbord_store::import(&mut connect(address)?, "postgres://…", input, tell)
        }
    }
}

/// Copies a journal into a file while others may write to it.
///
/// # Errors
/// The first thing that is not as it was written, or that the file is there already and is not to be replaced.
pub fn backup(db: &str, file: &Path, overwrite: Overwrite, tell: Tell<'_>) -> Result<Counts, StoreError> {
    styrbord_store::backup(&mut open(db, Open::ToRead)?, file, overwrite, tell)
}

/// Brings a journal back from such a file. On a server it must be an empty one.
///
/// # Errors
/// The first thing in the file that is not as it was written, or that a journal is there which is not to be replaced.
pub fn restore(file: &Path, db: &str, overwrite: Overwrite, tell: Tell<'_>) -> Result<Counts, StoreError> {
    match database(db) {
        Database::File(path) => styrbord_store::restore(file, path, overwrite, tell),
        Database::Server(address) => {
            let mut source = Sqlite::open(file, Open::ToRead)?;
            source.check()?;
            styrbord_store::copy(&mut source, &mut connect(address)?, "postgres://…", tell)
        }
    }
}
