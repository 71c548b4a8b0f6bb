//! Rows to values and back.

use crate::StoreError;
use crate::journal::{Attachment, Done, StoredText};
use rusqlite::types::Type;
use rusqlite::{Error, Result, Row, Statement, params};
use std::fmt::Display;
use std::str::FromStr;
use styrbord_calendar::Date;
use styrbord_events::{Hash, Instant, Link, Nonce, Note, Record, TextRef};

/// Adds a record.
pub(super) const INSERT: &str = "INSERT INTO records (seq, stream, version, at, day, actor, command, reason, kind, \
     payload_version, payload, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

/// Reads records after a number, as many as the second value says.
pub(super) const SELECT: &str = "SELECT seq, stream, version, at, day, actor, command, reason, kind, \
     payload_version, payload, previous, hash FROM records WHERE seq > ?1 ORDER BY seq LIMIT ?2";

/// Reads what became of a command.
pub(super) const SELECT_DONE: &str = "SELECT min(seq), max(seq), stream, actor FROM records WHERE command = ?1 \
     GROUP BY stream, actor ORDER BY 1 LIMIT 1";

/// Adds a record by the statement [`INSERT`].
pub(super) fn insert(statement: &mut Statement<'_>, record: &Record) -> Result<()> {
    let (stream, actor) = (record.stream.to_string(), record.actor.to_string());
    let day = record.on.to_string();
    let reason = record.reason.as_ref().map(|text| text.0.bytes().as_slice());
    statement.execute(params![
        record.seq as i64,
        stream,
        record.version as i64,
        record.at.millis(),
        day,
        actor,
        record.command.as_str(),
        reason,
        record.kind,
        record.payload_version,
        record.payload,
        record.previous.bytes().as_slice(),
        record.hash.bytes().as_slice(),
    ])?;
    Ok(())
}

/// Reads a record, which should have the number `expected`.
pub(super) fn record(row: &Row<'_>, expected: u64) -> std::result::Result<Record, StoreError> {
    columns(row).map_err(|error| StoreError::Broken { seq: expected, why: error.to_string() })
}

fn columns(row: &Row<'_>) -> Result<Record> {
    Ok(Record {
        seq: row.get::<_, i64>(0)? as u64,
        stream: parsed(row, 1)?,
        version: row.get::<_, i64>(2)? as u64,
        at: Instant::from_millis(row.get(3)?),
        on: Date::parse_iso(row.get_ref(4)?.as_str()?).ok_or_else(|| wrong(4, "not a day"))?,
        actor: parsed(row, 5)?,
        command: parsed(row, 6)?,
        reason: optional_hash(row, 7)?.map(TextRef),
        kind: row.get(8)?,
        payload_version: row.get(9)?,
        payload: row.get(10)?,
        previous: hash(row, 11)?,
        hash: hash(row, 12)?,
    })
}

/// Reads number, time and hash of a record.
pub(super) fn link(row: &Row<'_>) -> Result<Link> {
    let (seq, at) = (row.get::<_, i64>(0)? as u64, Instant::from_millis(row.get(1)?));
    Ok(Link { seq, at, hash: hash(row, 2)? })
}

/// Reads what became of a command.
pub(super) fn done(row: &Row<'_>) -> Result<Done> {
    let (first, last) = (row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64);
    Ok(Done { seqs: first..last + 1, stream: parsed(row, 2)?, actor: parsed(row, 3)? })
}

/// Reads a text.
pub(super) fn text(row: &Row<'_>) -> Result<StoredText> {
    let reference = TextRef(hash(row, 0)?);
    let salt: Option<Nonce> = row.get(1)?;
    let words: Option<String> = row.get(2)?;
    Ok(match (salt, words) {
        (Some(salt), Some(text)) => StoredText::Kept(Note { reference, salt, text }),
        _ => StoredText::Erased(reference),
    })
}

/// Reads an attachment.
pub(super) fn attachment(row: &Row<'_>) -> Result<Attachment> {
    Ok(Attachment { hash: hash(row, 0)?, media_type: row.get(1)?, bytes: row.get(2)? })
}

fn parsed<T: FromStr<Err: Display>>(row: &Row<'_>, column: usize) -> Result<T> {
    row.get_ref(column)?.as_str()?.parse().map_err(|error: T::Err| wrong(column, &error.to_string()))
}

fn hash(row: &Row<'_>, column: usize) -> Result<Hash> {
    optional_hash(row, column)?.ok_or_else(|| wrong(column, "no hash"))
}

fn optional_hash(row: &Row<'_>, column: usize) -> Result<Option<Hash>> {
    Ok(row.get::<_, Option<[u8; 32]>>(column)?.map(Hash::from_bytes))
}

fn wrong(column: usize, why: &str) -> Error {
    Error::FromSqlConversionFailure(column, Type::Text, why.into())
}
