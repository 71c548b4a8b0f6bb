//! The tables, and how they come about.

use super::{WRITER, failure};
use crate::StoreError;
use postgres::Client;

/// The version of the tables that this program makes and knows.
const VERSION: i32 = 1;

/// Words are kept as bytes: text of PostgreSQL cannot hold the character zero.
const TABLES: &str = "
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
    match (schema.try_get(0).map_err(failed())?, schema.try_get(1).map_err(failed())?) {
        (false, _) => all.batch_execute(TABLES).map_err(failed())?,
        (true, false) => return Err(StoreError::NotAJournal { path: name.to_owned() }),
        (true, true) => {
            let row = all.query_one("SELECT version FROM styrbord.schema", &[]).map_err(failed())?;
            let found: i32 = row.try_get(0).map_err(failed())?;
            if found > VERSION {
                return Err(StoreError::NewerSchema { found: found.into(), known: VERSION.into() });
            }
        }
    }
    all.commit().map_err(failed())
}
