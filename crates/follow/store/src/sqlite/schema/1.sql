-- One row for each event. Nothing in it is ever changed; the hash covers all the other columns.
CREATE TABLE records (
    seq             INTEGER PRIMARY KEY CHECK (seq > 0),
    stream          TEXT    NOT NULL,
    version         INTEGER NOT NULL,
    at              INTEGER NOT NULL,   -- milliseconds since 1970, UTC
    day             TEXT    NOT NULL,   -- the day on which it holds
    actor           TEXT    NOT NULL,
    command         TEXT    NOT NULL,
    reason          BLOB,
    kind            TEXT    NOT NULL,
    payload_version INTEGER NOT NULL,
    payload         TEXT    NOT NULL,   -- exactly as hashed
    previous        BLOB    NOT NULL CHECK (length(previous) = 32),
    hash            BLOB    NOT NULL CHECK (length(hash) = 32),
    UNIQUE (stream, version)
) STRICT;

-- Answers a command that is sent twice.
CREATE INDEX records_command ON records (command);

CREATE TRIGGER records_stay BEFORE UPDATE ON records
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;

CREATE TRIGGER records_remain BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;

-- Names and free text, by the hash of salt and words. Erasing takes both away and leaves the row.
CREATE TABLE texts (
    hash  BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    salt  BLOB CHECK (length(salt) = 16),
    words TEXT,
    CHECK ((salt IS NULL) = (words IS NULL))
) STRICT;

-- Files, by the plain SHA-256 sum of their bytes.
CREATE TABLE attachments (
    hash       BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    media_type TEXT    NOT NULL,
    size       INTEGER NOT NULL CHECK (size = length(bytes)),
    bytes      BLOB    NOT NULL
) STRICT;
