-- What was done to accounts: ids alone. No line is ever changed, and none goes with its account.
CREATE TABLE deeds (
    seq   INTEGER PRIMARY KEY,
    at    INTEGER NOT NULL,
    actor TEXT,                         -- nobody knows who, of attempts that failed
    kind  TEXT    NOT NULL,
    whom  INTEGER
) STRICT;

CREATE TRIGGER deeds_stay BEFORE UPDATE ON deeds
BEGIN SELECT RAISE(ABORT, 'what was done is never changed'); END;

CREATE TRIGGER deeds_remain BEFORE DELETE ON deeds
BEGIN SELECT RAISE(ABORT, 'what was done is never removed'); END;
