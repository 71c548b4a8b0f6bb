//! A journal in one SQLite file: WAL, synchronous=FULL, so that what was committed survives a power cut.

mod failure;
mod rows;
mod schema;
mod tables;
pub(crate) mod witness;

use crate::StoreError;
use crate::journal::{Attachment, Batch, Done, Journal, StoredText};
use crate::vault::{self, Deed};
use failure::failure;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use styrbord_events::{CommandId, Hash, Link, Record, TextRef};
use witness::Witness;

/// How long a writer waits for another process.
const BUSY_MAX: Duration = Duration::from_secs(10);

/// How long a file that is to be replaced may still be in use.
const LEAVE_MAX: Duration = Duration::from_secs(1);

/// Ends the log of a file. Only who is alone with it may do so.
const ALONE: &str = "PRAGMA journal_mode = DELETE";

/// How often a waiting process looks whether another one has written.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Whether a journal must be there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// It must.
    Existing,
    /// It is made when there is none.
    OrCreate,
    /// It must, and nothing in it is changed.
    ToRead,
}

/// A journal in one SQLite file.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
    path: PathBuf,
    /// Whether words that were erased may still lie in the log beside the file.
    erased_in_log: bool,
    /// What was acknowledged last; none in memory.
    witness: Option<Witness>,
    /// The end of the chain that the next commit keeps; none when it adds no record.
    next: Option<Link>,
    /// What SQLite counted of other connections' commits when it was last asked.
    seen: i64,
}

impl Sqlite {
    /// Opens the journal in a file, and raises its tables to the version of this program.
    ///
    /// # Errors
    /// When the file is not there, is no journal, is damaged, is of a later version, or cannot be written to.
    pub fn open(path: impl AsRef<Path>, open: Open) -> Result<Self, StoreError> {
        let path = path.as_ref();
        if open != Open::OrCreate && !path.exists() {
            return Err(StoreError::NoDatabase { path: path.display().to_string() });
        }
        match open {
            Open::Existing => Self::open_by(path, OpenFlags::SQLITE_OPEN_READ_WRITE, open),
            Open::OrCreate => {
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
                Self::open_by(path, flags, open)
            }
            Open::ToRead => Self::open_to_read(path),
        }
    }

    /// SQLite reads a file in a folder that it cannot write to only when it is told that nobody writes.
    fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        match Self::open_by(path, flags, Open::ToRead) {
            Err(StoreError::CannotOpen { .. } | StoreError::ReadOnly) => {
                let uri = format!("file:{}?immutable=1", escaped(path));
                Self::open_by(Path::new(&uri), flags | OpenFlags::SQLITE_OPEN_URI, Open::ToRead)
            }
            opened => opened,
        }
    }

    fn open_by(path: &Path, flags: OpenFlags, open: Open) -> Result<Self, StoreError> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let cannot = |error: rusqlite::Error| StoreError::CannotOpen {
            path: path.display().to_string(),
            why: error.to_string(),
        };
        let connection = Connection::open_with_flags(path, flags).map_err(cannot)?;
        Self::prepare(connection, path, open)
    }

    /// Makes a journal in memory, which ends with the value.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        let connection = Connection::open_in_memory().map_err(failure("opening"))?;
        Self::prepare(connection, Path::new(":memory:"), Open::OrCreate)
    }

    /// Opens the journal in memory that goes by a name in this process. It ends with its last connection.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn in_shared_memory(name: &str) -> Result<Self, StoreError> {
        let uri = format!("file:/{}?vfs=memdb", escaped(Path::new(name)));
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(uri, flags).map_err(failure("opening"))?;
        Self::prepare(connection, Path::new(":memory:"), Open::OrCreate)
    }

    fn prepare(mut connection: Connection, path: &Path, open: Open) -> Result<Self, StoreError> {
        connection.busy_timeout(BUSY_MAX).map_err(failure("opening"))?;
        if open != Open::ToRead && connection.is_readonly("main").map_err(failure("opening"))? {
            return Err(StoreError::ReadOnly);
        }
        schema::raise(&mut connection, path, open)?;
        let mut journal = Self {
            connection,
            path: path.to_owned(),
            erased_in_log: true,
            witness: Witness::of(path),
            next: None,
            seen: 0,
        };
        if open != Open::ToRead {
            journal.clear_log()?;
            journal.check_witness()?;
            journal.note_head()?;
        }
        journal.seen = journal.commits_of_others()?;
        Ok(journal)
    }

    /// Ends the connection with everything in the one file, which is read without any other beside it.
    ///
    /// # Errors
    /// When the log cannot be moved into the file.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.rollback();
        let left = self.connection.query_row(ALONE, [], |row| row.get::<_, String>(0));
        left.map(drop).map_err(failure("closing the file"))?;
        if let Some(witness) = self.witness.take() {
            witness.remove();
        }
        Ok(())
    }

    /// Makes sure that nobody has a file open which is to be replaced. One that is no database any more may go.
    pub(crate) fn take_leave(path: &Path) -> Result<(), StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let Ok(connection) = Connection::open_with_flags(path, flags) else { return Ok(()) };
        let left = connection
            .busy_timeout(LEAVE_MAX)
            .and_then(|()| connection.query_row(ALONE, [], |row| row.get::<_, String>(0)));
        match left.map_err(failure("replacing the file")) {
            Err(StoreError::Busy) => Err(StoreError::Busy),
            _ => Ok(()),
        }
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn check_witness(&mut self) -> Result<(), StoreError> {
        // First what was noted, then what is there: another process may be writing.
        let Some(noted) = self.witness.as_ref().and_then(Witness::read) else { return Ok(()) };
        let head = self.head()?;
        noted.check(&self.connection, &head)
    }

    fn note_head(&mut self) -> Result<(), StoreError> {
        let head = self.head()?;
        if let Some(witness) = &mut self.witness {
            witness.note(&head);
        }
        Ok(())
    }

    fn commits_of_others(&self) -> Result<i64, StoreError> {
        self.connection
            .query_row("PRAGMA data_version", [], |row| row.get(0))
            .map_err(failure("looking for news"))
    }

    /// Moves the log into the file and empties it, so that erased words are gone from the disk. A reader of another
    /// process may be in the way; then it is tried again at the next commit.
    fn clear_log(&mut self) -> Result<(), StoreError> {
        if !self.erased_in_log {
            return Ok(());
        }
        let busy: i64 = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(failure("clearing the log"))?;
        self.erased_in_log = busy != 0;
        Ok(())
    }

    fn insert_records(&self, records: &[Record]) -> Result<(), StoreError> {
        let mut insert = self.connection.prepare_cached(rows::INSERT).map_err(failure("adding records"))?;
        for record in records {
            rows::insert(&mut insert, record).map_err(failure("adding records"))?;
        }
        Ok(())
    }
}

/// Returns a path as it stands in a URI.
fn escaped(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let escape = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.as_os_str().as_encoded_bytes().iter().map(|byte| escape(*byte)).collect()
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.rollback();
    }
}

impl Journal for Sqlite {
    fn head(&mut self) -> Result<Link, StoreError> {
        let sql = "SELECT seq, at, hash FROM records ORDER BY seq DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql).map_err(failure("reading the head"))?;
        let link = statement.query_row([], rows::link).optional().map_err(failure("reading the head"))?;
        Ok(link.unwrap_or_default())
    }

    fn begin(&mut self) -> Result<Link, StoreError> {
        self.rollback();
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(failure("beginning to write"))?;
        self.head()
    }

    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let head = self.head()?;
        if let Some(first) = batch.records.first()
            && (first.seq != head.seq + 1 || first.previous != head.hash)
        {
            return Err(StoreError::Behind { head: head.seq });
        }
        self.insert_records(&batch.records)?;
        self.next = batch.records.last().map(Record::link).or(self.next);
        let notes: Vec<_> = batch.notes.iter().cloned().map(StoredText::Kept).collect();
        self.put_texts(&notes)?;
        let sql = "UPDATE texts SET salt = NULL, words = NULL WHERE hash = ?1";
        for text in &batch.erase {
            let mut erase = self.connection.prepare_cached(sql).map_err(failure("erasing"))?;
            erase.execute(params![text.0.bytes().as_slice()]).map_err(failure("erasing"))?;
            self.erased_in_log = true;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch("COMMIT").map_err(failure("committing"))?;
        if let (Some(head), Some(witness)) = (self.next.take(), &mut self.witness) {
            witness.note(&head);
        }
        // What is committed stays so, whatever becomes of the log.
        let _ = self.clear_log();
        Ok(())
    }

    fn rollback(&mut self) {
        self.next = None;
        if !self.connection.is_autocommit() {
            // SQLite has rolled back itself when this fails.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }

    fn records(&mut self, after: u64, limit: usize) -> Result<Vec<Record>, StoreError> {
        let mut select = self.connection.prepare_cached(rows::SELECT).map_err(failure("reading records"))?;
        let mut found =
            select.query(params![after as i64, limit as i64]).map_err(failure("reading records"))?;
        let mut records = Vec::new();
        loop {
            let record = match found.next() {
                Ok(Some(row)) => rows::record(row, after + 1 + records.len() as u64),
                Ok(None) => return Ok(records),
                Err(error) => Err(failure("reading records")(error)),
            };
            match record {
                Ok(record) => records.push(record),
                Err(error) if records.is_empty() => return Err(error),
                Err(_) => return Ok(records),
            }
        }
    }

    fn done(&mut self, command: &CommandId) -> Result<Option<Done>, StoreError> {
        let mut select =
            self.connection.prepare_cached(rows::SELECT_DONE).map_err(failure("looking a command up"))?;
        let done = select.query_row(params![command.as_str()], rows::done).optional();
        done.map_err(failure("looking a command up"))
    }

    fn text(&mut self, reference: TextRef) -> Result<Option<StoredText>, StoreError> {
        let sql = "SELECT hash, salt, words FROM texts WHERE hash = ?1";
        let mut select = self.connection.prepare_cached(sql).map_err(failure("reading a text"))?;
        let text = select.query_row(params![reference.0.bytes().as_slice()], rows::text).optional();
        text.map_err(failure("reading a text"))
    }

    fn texts(&mut self, after: Option<TextRef>, limit: usize) -> Result<Vec<StoredText>, StoreError> {
        let sql = "SELECT hash, salt, words FROM texts WHERE hash > ?1 ORDER BY hash LIMIT ?2";
        let mut select = self.connection.prepare_cached(sql).map_err(failure("reading texts"))?;
        let after = after.map(|text| *text.0.bytes());
        let after = after.as_ref().map_or(&[][..], |bytes| bytes.as_slice());
        let texts =
            select.query_map(params![after, limit as i64], rows::text).map_err(failure("reading texts"))?;
        texts.collect::<Result<_, _>>().map_err(failure("reading texts"))
    }

    fn deeds_after(&mut self, after: u64, limit: usize) -> Result<Vec<Deed>, StoreError> {
        // Who only reads does not raise the tables of an older version, which has none of these.
        let sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'deeds'";
        let known: Result<i64, _> = self.connection.query_row(sql, [], |row| row.get(0));
        match known.map_err(failure("reading what was done to accounts"))? {
            0 => Ok(Vec::new()),
            _ => vault::deeds_after(self, after, limit),
        }
    }

    fn put_deeds(&mut self, deeds: &[Deed]) -> Result<(), StoreError> {
        vault::put_deeds(self, deeds)
    }

    fn put_texts(&mut self, texts: &[StoredText]) -> Result<(), StoreError> {
        let sql = "INSERT INTO texts (hash, salt, words) VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO NOTHING";
        let mut insert = self.connection.prepare_cached(sql).map_err(failure("adding texts"))?;
        for text in texts {
            let reference = text.reference();
            let hash = reference.0.bytes().as_slice();
            let inserted = match text {
                StoredText::Kept(note) => insert.execute(params![hash, note.salt.as_slice(), note.text]),
                StoredText::Erased(_) => insert.execute(params![hash, None::<&[u8]>, None::<&str>]),
            };
            inserted.map_err(failure("adding texts"))?;
        }
        Ok(())
    }

    fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        let sql = "INSERT INTO attachments (hash, media_type, size, bytes) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (hash) DO NOTHING";
        let Attachment { hash, media_type, bytes } = attachment;
        let values = params![hash.bytes().as_slice(), media_type, bytes.len() as i64, bytes];
        self.connection.execute(sql, values).map_err(failure("adding an attachment"))?;
        Ok(())
    }

    fn attachment(&mut self, hash: Hash) -> Result<Option<Attachment>, StoreError> {
        let sql = "SELECT hash, media_type, bytes FROM attachments WHERE hash = ?1";
        let mut select = self.connection.prepare_cached(sql).map_err(failure("reading an attachment"))?;
        let found = select.query_row(params![hash.bytes().as_slice()], rows::attachment).optional();
        found.map_err(failure("reading an attachment"))
    }

    fn attachment_after(&mut self, after: Option<Hash>) -> Result<Option<Attachment>, StoreError> {
        let sql = "SELECT hash, media_type, bytes FROM attachments WHERE hash > ?1 ORDER BY hash LIMIT 1";
        let after = after.as_ref().map_or(&[][..], |hash| hash.bytes().as_slice());
        let found = self.connection.query_row(sql, params![after], rows::attachment).optional();
        found.map_err(failure("reading an attachment"))
    }

    fn check(&mut self) -> Result<(), StoreError> {
        let sql = "PRAGMA integrity_check(1)";
        let said: String =
            self.connection.query_row(sql, [], |row| row.get(0)).map_err(failure("checking the file"))?;
        if said != "ok" {
            return Err(StoreError::Corrupt { why: said.replace('\n', " ") });
        }
        self.check_witness()
    }

    fn wait(&mut self, at_most: Duration) -> Result<bool, StoreError> {
        let mut left = at_most;
        loop {
            let seen = self.commits_of_others()?;
            if seen != self.seen {
                self.seen = seen;
                return Ok(true);
            }
            if left.is_zero() {
                return Ok(false);
            }
            thread::sleep(LOOK_EVERY.min(left));
            left = left.saturating_sub(LOOK_EVERY);
        }
    }
}
