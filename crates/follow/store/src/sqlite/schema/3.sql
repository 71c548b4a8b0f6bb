-- Who sent a file in: until a year has it, nobody else reads it.
CREATE TABLE uploads (
    hash   BLOB    NOT NULL CHECK (length(hash) = 32),
    person INTEGER NOT NULL REFERENCES accounts (person) ON DELETE CASCADE,
    PRIMARY KEY (hash, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX uploads_person ON uploads (person);
