//! The tables, and how they come about.

use super::{WRITER, failure};
use crate::StoreError;
use postgres::Client;

/// What raises the tables from one version to the next; the first one makes them.
const STEPS: &[&str] = &[JOURNAL, VAULT, UPLOADS, DEEDS];

/// Words are kept as bytes: text of PostgreSQL cannot hold the character zero.
const JOURNAL: &str = "
    CREATE SCHEMA styrbord;
    CREATE TABLE styrbord.schema (version integer NOT NULL);
    INSERT INTO styrbord.schema VALUES (1);
    CREATE TABLE styrbord.records (
        seq bigint PRIMARY KEY CHECK (seq > 0),
        stream text NOT NULL,
        version bigint NOT NULL,
        at bigint NOT NULL,
        day text NOT NULL,
        actor text NOT NULL,
        command text NOT NULL,
        reason bytea,
        kind text NOT NULL,
        payload_version bigint NOT NULL,
        payload text NOT NULL,
        previous bytea NOT NULL,
        hash bytea NOT NULL,
        UNIQUE (stream, version)
    );
    CREATE FUNCTION styrbord.kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'records are neither changed nor removed';
        END
    $$;
    CREATE TRIGGER records_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON styrbord.records
        FOR EACH STATEMENT EXECUTE FUNCTION styrbord.kept();
    CREATE INDEX records_command ON styrbord.records (command);
    CREATE TABLE styrbord.texts (hash bytea PRIMARY KEY, salt bytea, words bytea);
    CREATE TABLE styrbord.attachments (
        hash bytea PRIMARY KEY,
        media_type text NOT NULL,
        size bigint NOT NULL,
        bytes bytea NOT NULL
    );
    ALTER TABLE styrbord.attachments ALTER COLUMN bytes SET STORAGE EXTERNAL;
";

/// Who may log in: no journal, so it may be changed and removed. Secrets lie here as hashes only.
const VAULT: &str = "
    CREATE TABLE styrbord.accounts (
        person bigint PRIMARY KEY,
        login text NOT NULL UNIQUE,
        password text,
        code bytea,
        code_until bigint,
        operator bigint NOT NULL CHECK (operator IN (0, 1)),
        language text,
        visited bigint,
        first bigint UNIQUE CHECK (first = 1),
        CHECK ((code IS NULL) = (code_until IS NULL))
    );
    CREATE TABLE styrbord.sessions (
        seal bytea PRIMARY KEY,
        person bigint NOT NULL REFERENCES styrbord.accounts (person) ON DELETE CASCADE,
        begun bigint NOT NULL,
        seen bigint NOT NULL,
        until bigint NOT NULL,
        earlier bigint
    );
    CREATE INDEX sessions_person ON styrbord.sessions (person);
    CREATE TABLE styrbord.passes (
        seal bytea PRIMARY KEY,
        person bigint NOT NULL REFERENCES styrbord.accounts (person) ON DELETE CASCADE,
        kind text NOT NULL,
        label text NOT NULL,
        scope text NOT NULL,
        made bigint NOT NULL,
        seen bigint,
        until bigint
    );
    CREATE INDEX passes_person ON styrbord.passes (person);
    CREATE TABLE styrbord.attempts (
        subject bytea PRIMARY KEY,
        failures bigint NOT NULL,
        last bigint NOT NULL
    );
    UPDATE styrbord.schema SET version = 2;
";

/// Who sent a file in: until a year has it, nobody else reads it.
const UPLOADS: &str = "
    CREATE TABLE styrbord.uploads (
        hash bytea NOT NULL,
        person bigint NOT NULL REFERENCES styrbord.accounts (person) ON DELETE CASCADE,
        PRIMARY KEY (hash, person)
    );
    CREATE INDEX uploads_person ON styrbord.uploads (person);
    UPDATE styrbord.schema SET version = 3;
";

/// What was done to accounts: ids alone. No line is ever changed, and none goes with its account.
const DEEDS: &str = "
    CREATE TABLE styrbord.deeds (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at bigint NOT NULL,
        actor text,
        kind text NOT NULL,
        whom bigint
    );
    CREATE TRIGGER deeds_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON styrbord.deeds
        FOR EACH STATEMENT EXECUTE FUNCTION styrbord.kept();
    UPDATE styrbord.schema SET version = 4;
";

/// Makes the tables in a database that has none, and refuses what is not theirs.
pub(super) fn raise(client: &mut Client, name: &str) -> Result<(), StoreError> {
    let failed = || failure("preparing the tables");
    let mut all = client.transaction().map_err(failed())?;
    all.execute("SELECT pg_advisory_xact_lock($1)", &[&WRITER]).map_err(failed())?;
    let schema = all
        .query_one(
            "SELECT to_regnamespace('styrbord') IS NOT NULL, to_regclass('styrbord.schema') IS NOT NULL",
            &[],
        )
        .map_err(failed())?;
    let found: i32 = match (schema.try_get(0).map_err(failed())?, schema.try_get(1).map_err(failed())?) {
        (false, _) => 0,
        (true, false) => return Err(StoreError::NotAJournal { path: name.to_owned() }),
        (true, true) => {
            let row = all.query_one("SELECT version FROM styrbord.schema", &[]).map_err(failed())?;
            row.try_get(0).map_err(failed())?
        }
    };
    let (found, known) = (i64::from(found), STEPS.len() as i64);
    if found > known {
        return Err(StoreError::NewerSchema { found, known });
    }
    for step in STEPS.iter().skip(found.max(0) as usize) {
        all.batch_execute(step).map_err(failed())?;
    }
    all.commit().map_err(failed())
}
