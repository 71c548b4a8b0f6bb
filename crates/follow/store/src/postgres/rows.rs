//! Rows to values and back.

use crate::journal::{Attachment, Done, StoredText};
use postgres::{Client, Error, Row};
use std::fmt::Display;
use std::str::FromStr;
use styrbord_calendar::Date;
use styrbord_events::{Hash, Instant, Link, Nonce, Note, Record, TextRef};

/// Reads records after a number, as many as the second value says.
pub(super) const SELECT: &str = "SELECT seq, stream, version, at, day, actor, command, reason, kind, \
     payload_version, payload, previous, hash FROM styrbord.records WHERE seq > $1 ORDER BY seq LIMIT $2";

/// Reads what became of a command.
pub(super) const SELECT_DONE: &str = "SELECT min(seq), max(seq), stream, actor FROM styrbord.records \
     WHERE command = $1 GROUP BY stream, actor ORDER BY 1 LIMIT 1";

const INSERT: &str = "INSERT INTO styrbord.records (seq, stream, version, at, day, actor, command, reason, kind, \
     payload_version, payload, previous, hash) SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], \
     $4::bigint[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[], $10::bigint[], $11::text[], \
     $12::bytea[], $13::bytea[])";

const INSERT_TEXTS: &str = "INSERT INTO styrbord.texts (hash, salt, words) \
     SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bytea[]) ON CONFLICT (hash) DO NOTHING";

/// Adds records, all in one question to the server.
pub(super) fn insert(client: &mut Client, records: &[Record]) -> Result<(), Error> {
    if records.is_empty() {
        return Ok(());
    }
    let texts = |of: fn(&Record) -> String| records.iter().map(of).collect::<Vec<_>>();
    let numbers = |of: fn(&Record) -> i64| records.iter().map(of).collect::<Vec<_>>();
    let reasons: Vec<Option<&[u8]>> = records
        .iter()
        .map(|record| record.reason.as_ref().map(|reason| reason.0.bytes().as_slice()))
        .collect();
    let kinds: Vec<&str> = records.iter().map(|record| record.kind.as_str()).collect();
    let payloads: Vec<&str> = records.iter().map(|record| record.payload.as_str()).collect();
    let previous: Vec<&[u8]> = records.iter().map(|record| record.previous.bytes().as_slice()).collect();
    let hashes: Vec<&[u8]> = records.iter().map(|record| record.hash.bytes().as_slice()).collect();
    client.execute(
        INSERT,
        &[
            &numbers(|record| record.seq as i64),
            &texts(|record| record.stream.to_string()),
            &numbers(|record| record.version as i64),
            &numbers(|record| record.at.millis()),
            &texts(|record| record.on.to_string()),
            &texts(|record| record.actor.to_string()),
            &texts(|record| record.command.to_string()),
            &reasons,
            &kinds,
            &numbers(|record| record.payload_version.into()),
            &payloads,
            &previous,
            &hashes,
        ],
    )?;
    Ok(())
}

/// Adds texts, all in one question to the server.
pub(super) fn insert_texts(client: &mut Client, texts: &[StoredText]) -> Result<(), Error> {
    let references: Vec<TextRef> = texts.iter().map(StoredText::reference).collect();
    let hashes: Vec<&[u8]> = references.iter().map(|text| text.0.bytes().as_slice()).collect();
    let kept = |text| match text {
        StoredText::Kept(note) => Some(note),
        StoredText::Erased(_) => None,
    };
    let notes: Vec<Option<Note>> = texts.iter().cloned().map(kept).collect();
    let salts: Vec<Option<&[u8]>> =
        notes.iter().map(|note| note.as_ref().map(|note| note.salt.as_slice())).collect();
    let words: Vec<Option<&[u8]>> =
        notes.iter().map(|note| note.as_ref().map(|note| note.text.as_bytes())).collect();
    client.execute(INSERT_TEXTS, &[&hashes, &salts, &words])?;
    Ok(())
}

/// Reads the end of the chain.
pub(super) fn link(row: &Row) -> Result<Link, Error> {
    let bytes: &[u8] = row.try_get(2)?;
    Ok(Link {
        seq: row.try_get::<_, i64>(0)? as u64,
        at: Instant::from_millis(row.try_get(1)?),
        hash: bytes.try_into().map_or(Hash::ZERO, Hash::from_bytes),
    })
}

/// Reads a record.
///
/// # Errors
/// What is wrong with it, in English.
pub(super) fn record(row: &Row) -> Result<Record, String> {
    let reason: Option<&[u8]> = column(row, 7)?;
    Ok(Record {
        seq: column::<i64>(row, 0)? as u64,
        stream: parsed(row, 1)?,
        version: column::<i64>(row, 2)? as u64,
        at: Instant::from_millis(column(row, 3)?),
        on: Date::parse_iso(column(row, 4)?).ok_or("the day is none")?,
        actor: parsed(row, 5)?,
        command: parsed(row, 6)?,
        reason: reason.map(hash_of).transpose()?.map(TextRef),
        kind: column(row, 8)?,
        payload_version: u32::try_from(column::<i64>(row, 9)?).map_err(|error| error.to_string())?,
        payload: column(row, 10)?,
        previous: hash_of(column(row, 11)?)?,
        hash: hash_of(column(row, 12)?)?,
    })
}

/// Reads what became of a command.
///
/// # Errors
/// What is wrong with it, in English.
pub(super) fn done(row: &Row) -> Result<Done, String> {
    let (first, last): (i64, i64) = (column(row, 0)?, column(row, 1)?);
    Ok(Done { seqs: first as u64..last as u64 + 1, stream: parsed(row, 2)?, actor: parsed(row, 3)? })
}

/// Reads a text.
///
/// # Errors
/// What is wrong with it, in English.
pub(super) fn text(row: &Row) -> Result<StoredText, String> {
    let reference = TextRef(hash_of(column(row, 0)?)?);
    let (salt, words): (Option<&[u8]>, Option<&[u8]>) = (column(row, 1)?, column(row, 2)?);
    let (Some(salt), Some(words)) = (salt, words) else { return Ok(StoredText::Erased(reference)) };
    let salt = Nonce::try_from(salt).map_err(|error| error.to_string())?;
    let text = String::from_utf8(words.to_vec()).map_err(|error| error.to_string())?;
    Ok(StoredText::Kept(Note { reference, salt, text }))
}

/// Reads an attachment.
///
/// # Errors
/// What is wrong with it, in English.
pub(super) fn attachment(row: &Row) -> Result<Attachment, String> {
    Ok(Attachment {
        hash: hash_of(column(row, 0)?)?,
        media_type: column(row, 1)?,
        bytes: column::<&[u8]>(row, 2)?.to_vec(),
    })
}

fn column<'a, T: postgres::types::FromSql<'a>>(row: &'a Row, at: usize) -> Result<T, String> {
    row.try_get(at).map_err(|error| super::failure::whole(&error))
}

fn parsed<T: FromStr<Err: Display>>(row: &Row, at: usize) -> Result<T, String> {
    column::<&str>(row, at)?.parse().map_err(|error: T::Err| error.to_string())
}

fn hash_of(bytes: &[u8]) -> Result<Hash, String> {
    bytes.try_into().map(Hash::from_bytes).map_err(|_| "a hash is not 32 bytes".to_owned())
}
