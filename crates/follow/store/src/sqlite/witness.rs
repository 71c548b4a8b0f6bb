//! What was acknowledged last, in a small file beside the database. SQLite cannot tell when the end of its log was cut
//! off: it holds what is left for all there was. The witness can.
#![expect(clippy::disallowed_types, reason = "the witness is a file")]

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension, params};
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use styrbord_events::{Hash, Link};

/// What the name of the file ends in.
pub(crate) const ENDING: &str = "-head";

const WORDS: &[u8] = b"styrbord head";

/// The witness of one database.
#[derive(Debug)]
pub(super) struct Witness {
    path: PathBuf,
    file: Option<File>,
}

impl Witness {
    /// Returns the witness of a database; one in memory has none.
    pub(super) fn of(database: &Path) -> Option<Self> {
        if database == Path::new(":memory:") {
            return None;
        }
        let mut name = OsString::from(database);
        name.push(ENDING);
        Some(Self { path: PathBuf::from(name), file: None })
    }

    /// Notes the head. It is not waited for: that it is behind does no harm, and it is never ahead. What is committed
    /// stays so, even when it cannot be noted.
    pub(super) fn note(&mut self, head: &Link) {
        let content = content(head.seq, &head.hash);
        let noted = self.open().and_then(|file| {
            file.seek(SeekFrom::Start(0))?;
            file.write_all(&content)
        });
        if noted.is_err() {
            self.file = None;
        }
    }

    fn open(&mut self) -> std::io::Result<&mut File> {
        if self.file.is_none() {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&self.path)?;
            self.file = Some(file);
        }
        self.file.as_mut().ok_or_else(|| std::io::Error::other("the file was just opened"))
    }

    /// Returns what was noted; none when there is nothing, or not all of it.
    pub(super) fn read(&self) -> Option<Noted> {
        let mut bytes = Vec::new();
        File::open(&self.path).ok()?.take(1000).read_to_end(&mut bytes).ok()?;
        let (seq, rest) = bytes.split_first_chunk::<8>()?;
        let (hash, _) = rest.split_first_chunk::<32>()?;
        let (seq, hash) = (u64::from_be_bytes(*seq), Hash::from_bytes(*hash));
        (content(seq, &hash) == bytes).then_some(Noted { seq, hash })
    }

    /// Takes the file away.
    pub(super) fn remove(self) {
        // Where there is none, there is none to remove.
        let _ = fs::remove_file(self.path);
    }
}

/// The end of the chain that was acknowledged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noted {
    seq: u64,
    hash: Hash,
}

impl Noted {
    /// Checks that what was acknowledged is there.
    ///
    /// # Errors
    /// [`StoreError::Lost`] when the journal ends before, [`StoreError::Broken`] when there is another record.
    pub(super) fn check(&self, connection: &Connection, head: &Link) -> Result<(), StoreError> {
        let Self { seq, hash } = *self;
        if seq > head.seq {
            return Err(StoreError::Lost { acknowledged: seq, found: head.seq });
        }
        let sql = "SELECT hash FROM records WHERE seq = ?1";
        let found = connection.query_row(sql, params![seq as i64], |row| row.get::<_, [u8; 32]>(0));
        let found = found.optional().map_err(super::failure("reading a record"))?;
        if seq == 0 || found == Some(*hash.bytes()) {
            return Ok(());
        }
        Err(StoreError::Broken { seq, why: "it is another one than was acknowledged".to_owned() })
    }
}

/// Returns number, hash, and a sum of both.
fn content(seq: u64, hash: &Hash) -> Vec<u8> {
    let seq = seq.to_be_bytes();
    let sum = Hash::of(&[WORDS, &seq, hash.bytes()]);
    [&seq[..], hash.bytes(), sum.bytes()].concat()
}
