-- Who may log in: no journal, so it may be changed and removed. Secrets lie here as hashes only.
CREATE TABLE accounts (
    person     INTEGER PRIMARY KEY,
    login      TEXT    NOT NULL UNIQUE,
    password   TEXT,                    -- argon2id
    code       BLOB,                    -- the hash of a one-time code
    code_until INTEGER,
    operator   INTEGER NOT NULL CHECK (operator IN (0, 1)),
    language   TEXT,
    visited    INTEGER,
    first      INTEGER UNIQUE CHECK (first = 1),
    CHECK ((code IS NULL) = (code_until IS NULL))
) STRICT;

CREATE TABLE sessions (
    seal    BLOB    NOT NULL PRIMARY KEY CHECK (length(seal) = 32),
    person  INTEGER NOT NULL REFERENCES accounts (person) ON DELETE CASCADE,
    begun   INTEGER NOT NULL,
    seen    INTEGER NOT NULL,
    until   INTEGER NOT NULL,
    earlier INTEGER                     -- when the visit before it began
) STRICT;

CREATE INDEX sessions_person ON sessions (person);

-- What lets a program in on behalf of a person: tokens of the API and addresses of feeds.
CREATE TABLE passes (
    seal   BLOB    NOT NULL PRIMARY KEY CHECK (length(seal) = 32),
    person INTEGER NOT NULL REFERENCES accounts (person) ON DELETE CASCADE,
    kind   TEXT    NOT NULL,
    label  TEXT    NOT NULL,
    scope  TEXT    NOT NULL,
    made   INTEGER NOT NULL,
    seen   INTEGER,
    until  INTEGER
) STRICT;

CREATE INDEX passes_person ON passes (person);

-- Attempts to log in that failed, by the hash of a login or an address.
CREATE TABLE attempts (
    subject  BLOB    NOT NULL PRIMARY KEY CHECK (length(subject) = 32),
    failures INTEGER NOT NULL,
    last     INTEGER NOT NULL
) STRICT;
