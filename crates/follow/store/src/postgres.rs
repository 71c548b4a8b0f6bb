//! A journal in a PostgreSQL database, for many people at once: one writer at a time, news to all others.

mod failure;
mod rows;
mod schema;
mod tables;

use crate::StoreError;
use crate::journal::{Attachment, Batch, Done, Journal, StoredText};
use crate::vault::{self, Deed};
use failure::failure;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::ToSql;
use postgres::{Client, Config, NoTls, Row};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;
use styrbord_events::{CommandId, Hash, Link, Record, TextRef};

/// The advisory lock that whoever writes holds until the end of the transaction.
const WRITER: i64 = 0x5354_5952_424f_5244;

/// The channel on which news are told.
const CHANNEL: &str = "styrbord_journal";

/// How long a connection may take to come about.
const CONNECT_MAX: Duration = Duration::from_secs(10);

/// What every connection begins with: nothing is acknowledged before it is on the disk, nobody waits for ever.
const SESSION: &str = "SET synchronous_commit = on; SET lock_timeout = '10s'; \
    SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = warning; \
    SET default_transaction_isolation = 'read committed'; SET search_path = styrbord; \
    LISTEN styrbord_journal";

/// A journal in a PostgreSQL database, in the schema `styrbord`. A broken connection is made anew at the next call.
pub struct Postgres {
    config: Config,
    client: Client,
    /// The server's number of this connection, by which its own news are known.
    process: i32,
    writing: bool,
    /// Whether words were erased since the last time the table was rewritten.
    erased: bool,
    /// Whether news may have been missed because the connection was broken.
    missed: bool,
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres").field("database", &self.config.get_dbname()).finish_non_exhaustive()
    }
}

impl Postgres {
    /// Connects to the database at an address such as `postgres://user@host/database`, and makes or raises the
    /// tables there.
    ///
    /// # Errors
    /// When the address is none, the server does not answer, the schema is another program's or of a later version,
    /// or the user may not write.
    pub fn connect(address: &str) -> Result<Self, StoreError> {
        let wrong = |error: postgres::Error| StoreError::CannotOpen {
            path: "postgres://…".to_owned(),
            why: failure::whole(&error),
        };
        let mut config = Config::from_str(address).map_err(wrong)?;
        config.application_name("styrbord").connect_timeout(CONNECT_MAX);
        config.keepalives(true).keepalives_idle(Duration::from_secs(30));
        let (mut client, process) = session(&config)?;
        schema::raise(&mut client, &name(&config))?;
        Ok(Self { config, client, process, writing: false, erased: false, missed: false })
    }

    /// Returns the name of the database and its host, without user and password.
    pub fn name(&self) -> String {
        name(&self.config)
    }

    /// Makes the connection anew when it is broken. What was being written is then forgotten.
    fn alive(&mut self) -> Result<&mut Client, StoreError> {
        if self.client.is_closed() {
            self.writing = false;
            (self.client, self.process) = session(&self.config)?;
            self.missed = true;
        }
        Ok(&mut self.client)
    }

    /// The connection in the midst of writing, which is not made anew: its transaction would be gone.
    fn writer(&mut self, operation: &'static str) -> Result<&mut Client, StoreError> {
        if self.writing && !self.client.is_closed() {
            return Ok(&mut self.client);
        }
        self.writing = false;
        Err(StoreError::failed(operation, "the connection to the server was broken"))
    }

    fn rows(
        &mut self,
        operation: &'static str,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        if self.writing {
            return self.writer(operation)?.query(sql, values).map_err(failure(operation));
        }
        self.anew_once(operation, |client| client.query(sql, values))
    }

    /// Asks outside of a transaction; when the connection turns out to be broken, once more on a new one.
    fn anew_once<T>(
        &mut self,
        operation: &'static str,
        ask: impl Fn(&mut Client) -> Result<T, postgres::Error>,
    ) -> Result<T, StoreError> {
        match ask(self.alive()?) {
            Err(_) if self.client.is_closed() => ask(self.alive()?).map_err(failure(operation)),
            answer => answer.map_err(failure(operation)),
        }
    }

    fn told_by_others(&mut self, at_most: Duration) -> Result<bool, postgres::Error> {
        let own = self.process;
        let mut news = self.client.notifications();
        let mut others = news.timeout_iter(at_most).filter(|told| Ok(told.process_id() != own));
        Ok(others.next()?.is_some())
    }

    /// Rewrites the table of texts, so that erased words leave the database's files. Best effort: a reader may be in
    /// the way; then it is tried again after the next commit.
    fn clear_erased(&mut self) {
        if self.erased && self.client.batch_execute("VACUUM FULL styrbord.texts").is_ok() {
            self.erased = false;
        }
    }
}

/// Connects and prepares the connection. Returns it with the server's number of it.
fn session(config: &Config) -> Result<(Client, i32), StoreError> {
    let cannot =
        |error: postgres::Error| StoreError::CannotOpen { path: name(config), why: failure::whole(&error) };
    let mut client = config.connect(NoTls).map_err(cannot)?;
    client.batch_execute(SESSION).map_err(cannot)?;
    let process = client.query_one("SELECT pg_backend_pid()", &[]).map_err(cannot)?;
    let process = process.try_get(0).map_err(cannot)?;
    Ok((client, process))
}

fn name(config: &Config) -> String {
    let hosts: Vec<String> = config
        .get_hosts()
        .iter()
        .map(|host| match host {
            postgres::config::Host::Tcp(host) => host.clone(),
            postgres::config::Host::Unix(folder) => folder.display().to_string(),
        })
        .collect();
    format!("postgres://{}/{}", hosts.join(","), config.get_dbname().unwrap_or_default())
}

impl Journal for Postgres {
    fn head(&mut self) -> Result<Link, StoreError> {
        let operation = "reading the head";
        let sql = "SELECT seq, at, hash FROM styrbord.records ORDER BY seq DESC LIMIT 1";
        let found = self.rows(operation, sql, &[])?;
        found.first().map_or(Ok(Link::default()), |row| rows::link(row).map_err(failure(operation)))
    }

    fn begin(&mut self) -> Result<Link, StoreError> {
        self.rollback();
        let operation = "beginning to write";
        self.anew_once(operation, |client| client.batch_execute("BEGIN"))?;
        self.writing = true;
        let locked = self.rows(operation, "SELECT pg_advisory_xact_lock($1)", &[&WRITER]);
        let head = locked.and_then(|_| self.head());
        if head.is_err() {
            self.rollback();
        }
        head
    }

    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let head = self.head()?;
        if let Some(first) = batch.records.first()
            && (first.seq != head.seq + 1 || first.previous != head.hash)
        {
            return Err(StoreError::Behind { head: head.seq });
        }
        let client = self.writer("adding records")?;
        rows::insert(client, &batch.records).map_err(failure("adding records"))?;
        let notes: Vec<_> = batch.notes.iter().cloned().map(StoredText::Kept).collect();
        self.put_texts(&notes)?;
        if !batch.erase.is_empty() {
            let hashes: Vec<&[u8]> = batch.erase.iter().map(|text| text.0.bytes().as_slice()).collect();
            let sql = "UPDATE styrbord.texts SET salt = NULL, words = NULL WHERE hash = ANY($1)";
            self.writer("erasing")?.execute(sql, &[&hashes]).map_err(failure("erasing"))?;
            self.erased = true;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        let client = self.writer("committing")?;
        // The server tells the news when, and only when, the transaction is safe.
        let told =
            client.execute("SELECT pg_notify($1, '')", &[&CHANNEL]).map_err(failure("telling the news"));
        if told.is_err() {
            self.rollback();
            return told.map(|_| ());
        }
        let committed = client.batch_execute("COMMIT").map_err(failure("committing"));
        self.writing = false;
        if committed.is_ok() {
            self.clear_erased();
        }
        committed
    }

    fn rollback(&mut self) {
        if std::mem::take(&mut self.writing) && !self.client.is_closed() {
            // A server that does not answer has rolled back itself.
            let _ = self.client.batch_execute("ROLLBACK");
        }
    }

    fn records(&mut self, after: u64, limit: usize) -> Result<Vec<Record>, StoreError> {
        let values: [&(dyn ToSql + Sync); 2] = [&(after as i64), &(limit as i64)];
        let found = self.rows("reading records", rows::SELECT, &values)?;
        let mut records = Vec::with_capacity(found.len());
        for row in &found {
            match rows::record(row) {
                Ok(record) => records.push(record),
                Err(why) if records.is_empty() => return Err(StoreError::Broken { seq: after + 1, why }),
                Err(_) => break,
            }
        }
        Ok(records)
    }

    fn done(&mut self, command: &CommandId) -> Result<Option<Done>, StoreError> {
        let operation = "looking a command up";
        let found = self.rows(operation, rows::SELECT_DONE, &[&command.as_str()])?;
        let done = found.first().map(rows::done).transpose();
        done.map_err(|why| StoreError::failed(operation, why))
    }

    fn text(&mut self, reference: TextRef) -> Result<Option<StoredText>, StoreError> {
        let operation = "reading a text";
        let sql = "SELECT hash, salt, words FROM styrbord.texts WHERE hash = $1";
        let found = self.rows(operation, sql, &[&reference.0.bytes().as_slice()])?;
        let text = found.first().map(rows::text).transpose();
        text.map_err(|why| StoreError::failed(operation, why))
    }

    fn texts(&mut self, after: Option<TextRef>, limit: usize) -> Result<Vec<StoredText>, StoreError> {
        let operation = "reading texts";
        let sql = "SELECT hash, salt, words FROM styrbord.texts WHERE hash > $1 ORDER BY hash LIMIT $2";
        let after = after.map(|text| *text.0.bytes());
        let after = after.as_ref().map_or(&[][..], |bytes| bytes.as_slice());
        let found = self.rows(operation, sql, &[&after, &(limit as i64)])?;
        let texts: Result<Vec<_>, _> = found.iter().map(rows::text).collect();
        texts.map_err(|why| StoreError::failed(operation, why))
    }

    fn deeds_after(&mut self, after: u64, limit: usize) -> Result<Vec<Deed>, StoreError> {
        vault::deeds_after(self, after, limit)
    }

    fn put_deeds(&mut self, deeds: &[Deed]) -> Result<(), StoreError> {
        vault::put_deeds(self, deeds)
    }

    fn put_texts(&mut self, texts: &[StoredText]) -> Result<(), StoreError> {
        if texts.is_empty() {
            return Ok(());
        }
        let client = self.writer("adding texts")?;
        rows::insert_texts(client, texts).map_err(failure("adding texts"))
    }

    fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        let operation = "adding an attachment";
        let sql = "INSERT INTO styrbord.attachments (hash, media_type, size, bytes) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (hash) DO NOTHING";
        let Attachment { hash, media_type, bytes } = attachment;
        let values: [&(dyn ToSql + Sync); 4] =
            [&hash.bytes().as_slice(), media_type, &(bytes.len() as i64), &bytes.as_slice()];
        self.writer(operation)?.execute(sql, &values).map_err(failure(operation))?;
        Ok(())
    }

    fn attachment(&mut self, hash: Hash) -> Result<Option<Attachment>, StoreError> {
        let operation = "reading an attachment";
        let sql = "SELECT hash, media_type, bytes FROM styrbord.attachments WHERE hash = $1";
        let found = self.rows(operation, sql, &[&hash.bytes().as_slice()])?;
        let attachment = found.first().map(rows::attachment).transpose();
        attachment.map_err(|why| StoreError::failed(operation, why))
    }

    fn attachment_after(&mut self, after: Option<Hash>) -> Result<Option<Attachment>, StoreError> {
        let operation = "reading an attachment";
        let sql =
            "SELECT hash, media_type, bytes FROM styrbord.attachments WHERE hash > $1 ORDER BY hash LIMIT 1";
        let after = after.as_ref().map_or(&[][..], |hash| hash.bytes().as_slice());
        let found = self.rows(operation, sql, &[&after])?;
        let attachment = found.first().map(rows::attachment).transpose();
        attachment.map_err(|why| StoreError::failed(operation, why))
    }

    fn check(&mut self) -> Result<(), StoreError> {
        // The server checks its pages as they are read, and everything is read by whoever verifies.
        self.rows("checking the tables", "SELECT count(*) FROM styrbord.records", &[]).map(|_| ())
    }

    fn wait(&mut self, at_most: Duration) -> Result<bool, StoreError> {
        self.alive()?;
        if std::mem::take(&mut self.missed) {
            return Ok(true);
        }
        match self.told_by_others(at_most) {
            Ok(told) => Ok(told),
            // Whatever came meanwhile is found by catching up.
            Err(_) if self.client.is_closed() => self.alive().map(|_| true),
            Err(error) => Err(failure("waiting for news")(error)),
        }
    }
}
