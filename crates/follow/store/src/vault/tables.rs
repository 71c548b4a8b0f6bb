//! The vault in tables, the same for every database: what differs is how a statement is run.

use super::{
    Account, Attempts, Concealed, Deed, DeedKind, OneTimeCode, Pass, PassKind, Seal, Session, Vault,
};
use crate::StoreError;
use styrbord_diagnostics::Language;
use styrbord_events::{Hash, Instant, PersonId};

/// A value in a row.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A database that runs statements whose values are `$1`, `$2`, … in the order in which they first stand there.
pub(crate) trait Tables: Send {
    /// Runs a statement and returns how many rows it changed.
    fn change(&mut self, operation: &'static str, sql: &str, values: &[Value]) -> Result<u64, StoreError>;

    /// Runs a statement and returns the rows that it gives.
    fn read(
        &mut self,
        operation: &'static str,
        sql: &str,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, StoreError>;
}

const ACCOUNTS: &str = "SELECT person, login, password, code, code_until, operator, language, visited \
    FROM accounts";
const SESSIONS: &str = "SELECT seal, person, begun, seen, until, earlier FROM sessions";
const PASSES: &str = "SELECT seal, person, kind, label, scope, made, seen, until FROM passes";

impl<T: Tables> Vault for T {
    fn add_account(&mut self, account: &Account) -> Result<bool, StoreError> {
        let sql = "INSERT INTO accounts (person, login, password, code, code_until, operator, language, \
            visited) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
        Ok(self.change("adding an account", sql, &of_account(account))? == 1)
    }

    fn add_first_account(&mut self, account: &Account) -> Result<bool, StoreError> {
        let sql = "INSERT INTO accounts (person, login, password, code, code_until, operator, language, \
            visited, first) SELECT $1, $2, $3, $4, $5, $6, $7, $8, 1 \
            WHERE NOT EXISTS (SELECT 1 FROM accounts) ON CONFLICT DO NOTHING";
        Ok(self.change("adding the first account", sql, &of_account(account))? == 1)
    }

    fn change_account(&mut self, before: &Account, after: &Account) -> Result<bool, StoreError> {
        let sql = "UPDATE accounts SET login = $1, password = $2, code = $3, code_until = $4, operator = $5, \
            language = $6, visited = $7 WHERE person = $8 AND login = $9 AND password IS NOT DISTINCT FROM $10 \
            AND code IS NOT DISTINCT FROM $11 AND NOT EXISTS \
            (SELECT 1 FROM accounts other WHERE other.login = $1 AND other.person <> $8)";
        let [_, after @ ..] = of_account(after);
        let [person, login, password, code, ..] = of_account(before);
        let values = [&after[..], &[person, login, password, code]].concat();
        Ok(self.change("changing an account", sql, &values)? == 1)
    }

    fn remove_account(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let sql = "DELETE FROM accounts WHERE person = $1";
        Ok(self.change("removing an account", sql, &[of_person(person)])? == 1)
    }

    fn account(&mut self, person: PersonId) -> Result<Option<Account>, StoreError> {
        let sql = format!("{ACCOUNTS} WHERE person = $1");
        one(self.read(READING, &sql, &[of_person(person)])?, account)
    }

    fn account_by_login(&mut self, login: &str) -> Result<Option<Account>, StoreError> {
        let sql = format!("{ACCOUNTS} WHERE login = $1");
        one(self.read(READING, &sql, &[Value::Text(login.to_owned())])?, account)
    }

    fn accounts(&mut self) -> Result<Vec<Account>, StoreError> {
        all(self.read(READING, &format!("{ACCOUNTS} ORDER BY person"), &[])?, account)
    }

    fn put_session(&mut self, session: &Session) -> Result<(), StoreError> {
        let Session { seal, person, begun, seen, until, before } = *session;
        let sql = "INSERT INTO sessions (seal, person, begun, seen, until, earlier) VALUES ($1, $2, $3, $4, $5, $6) \
            ON CONFLICT DO NOTHING";
        let before = before.map_or(Value::Null, of_time);
        let values =
            [of_seal(seal), of_person(person), of_time(begun), of_time(seen), of_time(until), before];
        self.change("beginning a session", sql, &values).map(drop)
    }

    fn session(&mut self, seal: Seal) -> Result<Option<Session>, StoreError> {
        one(self.read(READING, &format!("{SESSIONS} WHERE seal = $1"), &[of_seal(seal)])?, session)
    }

    fn see_session(&mut self, seal: Seal, at: Instant) -> Result<(), StoreError> {
        let sql = "UPDATE sessions SET seen = $1 WHERE seal = $2";
        self.change("going on with a session", sql, &[of_time(at), of_seal(seal)]).map(drop)
    }

    fn end_session(&mut self, seal: Seal) -> Result<(), StoreError> {
        let sql = "DELETE FROM sessions WHERE seal = $1";
        self.change("ending a session", sql, &[of_seal(seal)]).map(drop)
    }

    fn end_sessions(&mut self, person: PersonId, but: Option<Seal>) -> Result<u64, StoreError> {
        let sql = "DELETE FROM sessions WHERE person = $1 AND seal IS DISTINCT FROM $2";
        let but = but.map_or(Value::Null, of_seal);
        self.change("ending sessions", sql, &[of_person(person), but])
    }

    fn sessions(&mut self, person: PersonId) -> Result<Vec<Session>, StoreError> {
        let sql = format!("{SESSIONS} WHERE person = $1 ORDER BY seen DESC, seal");
        all(self.read(READING, &sql, &[of_person(person)])?, session)
    }

    fn put_pass(&mut self, pass: &Pass) -> Result<(), StoreError> {
        let sql = "INSERT INTO passes (seal, person, kind, label, scope, made, seen, until) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
        let values = [
            of_seal(pass.seal),
            of_person(pass.person),
            Value::Text(kind_word(pass.kind).to_owned()),
            Value::Text(pass.label.reveal().to_owned()),
            Value::Text(pass.scope.clone()),
            of_time(pass.made),
            pass.seen.map_or(Value::Null, of_time),
            pass.until.map_or(Value::Null, of_time),
        ];
        self.change("adding a pass", sql, &values).map(drop)
    }

    fn pass(&mut self, seal: Seal) -> Result<Option<Pass>, StoreError> {
        one(self.read(READING, &format!("{PASSES} WHERE seal = $1"), &[of_seal(seal)])?, pass)
    }

    fn see_pass(&mut self, seal: Seal, at: Instant) -> Result<(), StoreError> {
        let sql = "UPDATE passes SET seen = $1 WHERE seal = $2";
        self.change("using a pass", sql, &[of_time(at), of_seal(seal)]).map(drop)
    }

    fn revoke_pass(&mut self, person: PersonId, seal: Seal) -> Result<bool, StoreError> {
        let sql = "DELETE FROM passes WHERE person = $1 AND seal = $2";
        Ok(self.change("revoking a pass", sql, &[of_person(person), of_seal(seal)])? == 1)
    }

    fn revoke_passes(&mut self, person: PersonId) -> Result<u64, StoreError> {
        self.change("revoking passes", "DELETE FROM passes WHERE person = $1", &[of_person(person)])
    }

    fn passes(&mut self, person: PersonId) -> Result<Vec<Pass>, StoreError> {
        let sql = format!("{PASSES} WHERE person = $1 ORDER BY made DESC, seal");
        all(self.read(READING, &sql, &[of_person(person)])?, pass)
    }

    fn count_attempt(&mut self, subject: Seal, at: Instant, since: Instant) -> Result<Attempts, StoreError> {
        let sql = "INSERT INTO attempts (subject, failures, last) VALUES ($1, 1, $2) ON CONFLICT (subject) \
            DO UPDATE SET failures = CASE WHEN attempts.last < $3 THEN 1 ELSE attempts.failures + 1 END, \
            last = excluded.last RETURNING failures, last";
        let counted = self.read("counting", sql, &[of_seal(subject), of_time(at), of_time(since)])?;
        one(counted, attempts)?.ok_or_else(|| StoreError::failed("counting", "no count came back"))
    }

    fn attempts(&mut self, subject: Seal) -> Result<Option<Attempts>, StoreError> {
        let sql = "SELECT failures, last FROM attempts WHERE subject = $1 AND failures > 0";
        one(self.read(READING, sql, &[of_seal(subject)])?, attempts)
    }

    fn pardon_attempt(&mut self, subject: Seal) -> Result<(), StoreError> {
        let sql = "UPDATE attempts SET failures = failures - 1 WHERE subject = $1 AND failures > 0";
        self.change("counting", sql, &[of_seal(subject)]).map(drop)
    }

    fn forget_attempts(&mut self, subject: Seal) -> Result<(), StoreError> {
        let sql = "DELETE FROM attempts WHERE subject = $1";
        self.change("counting", sql, &[of_seal(subject)]).map(drop)
    }

    fn put_upload(&mut self, person: PersonId, file: Hash) -> Result<(), StoreError> {
        let sql = "INSERT INTO uploads (hash, person) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        self.change("noting a file", sql, &[of_hash(file), of_person(person)]).map(drop)
    }

    fn has_uploaded(&mut self, person: PersonId, file: Hash) -> Result<bool, StoreError> {
        let sql = "SELECT person FROM uploads WHERE hash = $1 AND person = $2";
        let found = self.read("looking a file up", sql, &[of_hash(file), of_person(person)])?;
        Ok(!found.is_empty())
    }

    fn note(&mut self, deed: &Deed) -> Result<(), StoreError> {
        put_deeds(self, &[*deed])
    }

    fn deeds_before(
        &mut self,
        before: u64,
        (since, until): (Instant, Instant),
        limit: usize,
    ) -> Result<Vec<Deed>, StoreError> {
        let sql = format!("{DEEDS} WHERE seq < $1 AND at >= $2 AND at < $3 ORDER BY seq DESC LIMIT $4");
        let values = [of_number(before), of_time(since), of_time(until), of_number(limit as u64)];
        all(self.read(READING_DEEDS, &sql, &values)?, deed)
    }

    fn sweep(
        &mut self,
        now: Instant,
        idle_since: Instant,
        attempts_since: Instant,
    ) -> Result<(), StoreError> {
        let operation = "sweeping";
        let sessions = "DELETE FROM sessions WHERE until <= $1 OR seen < $2";
        self.change(operation, sessions, &[of_time(now), of_time(idle_since)])?;
        self.change(operation, "DELETE FROM passes WHERE until <= $1", &[of_time(now)])?;
        let attempts = "DELETE FROM attempts WHERE last < $1";
        self.change(operation, attempts, &[of_time(attempts_since)]).map(drop)
    }
}

const READING: &str = "reading who may log in";
const READING_DEEDS: &str = "reading what was done to accounts";
const DEEDS: &str = "SELECT seq, at, actor, kind, whom FROM deeds";

/// Keeps what was done to accounts, in the order in which it comes.
pub(crate) fn put_deeds<T: Tables + ?Sized>(tables: &mut T, deeds: &[Deed]) -> Result<(), StoreError> {
    let sql = "INSERT INTO deeds (at, actor, kind, whom) VALUES ($1, $2, $3, $4)";
    for deed in deeds {
        let values = [
            of_time(deed.at),
            deed.by.map_or(Value::Null, |actor| Value::Text(actor.to_string())),
            Value::Text(deed.kind.word().to_owned()),
            deed.whom.map_or(Value::Null, of_person),
        ];
        tables.change("noting what was done to an account", sql, &values)?;
    }
    Ok(())
}

/// Returns what was done to accounts after the line with a number, in order, at most so many.
pub(crate) fn deeds_after<T: Tables + ?Sized>(
    tables: &mut T,
    after: u64,
    limit: usize,
) -> Result<Vec<Deed>, StoreError> {
    let sql = format!("{DEEDS} WHERE seq > $1 ORDER BY seq LIMIT $2");
    all(tables.read(READING_DEEDS, &sql, &[of_number(after), of_number(limit as u64)])?, deed)
}

fn of_number(number: u64) -> Value {
    Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn of_account(account: &Account) -> [Value; 8] {
    let text = |words: &Concealed| Value::Text(words.reveal().to_owned());
    [
        of_person(account.person),
        text(&account.login),
        account.password.as_ref().map_or(Value::Null, text),
        account.code.map_or(Value::Null, |code| of_seal(code.seal)),
        account.code.map_or(Value::Null, |code| of_time(code.until)),
        Value::Number(i64::from(account.operator)),
        account.language.map_or(Value::Null, |language| Value::Text(language_word(language).to_owned())),
        account.visited.map_or(Value::Null, of_time),
    ]
}

fn of_person(person: PersonId) -> Value {
    Value::Number(person.0.into())
}

fn of_time(at: Instant) -> Value {
    Value::Number(at.millis())
}

fn of_seal(seal: Seal) -> Value {
    of_hash(seal.hash())
}

fn of_hash(hash: Hash) -> Value {
    Value::Bytes(hash.bytes().to_vec())
}

fn language_word(language: Language) -> &'static str {
    match language {
        Language::Nb => "nb",
        Language::Nn => "nn",
        Language::En => "en",
    }
}

fn kind_word(kind: PassKind) -> &'static str {
    match kind {
        PassKind::Token => "token",
        PassKind::Feed => "feed",
    }
}

/// Reads the values of a row from left to right.
struct Cells(std::vec::IntoIter<Value>);

impl Cells {
    fn wrong() -> StoreError {
        StoreError::failed(READING, "a row is not as it was written")
    }

    fn next(&mut self) -> Value {
        self.0.next().unwrap_or(Value::Null)
    }

    fn number(&mut self) -> Result<i64, StoreError> {
        self.some_number()?.ok_or_else(Self::wrong)
    }

    fn some_number(&mut self) -> Result<Option<i64>, StoreError> {
        match self.next() {
            Value::Number(number) => Ok(Some(number)),
            Value::Null => Ok(None),
            _ => Err(Self::wrong()),
        }
    }

    fn text(&mut self) -> Result<String, StoreError> {
        self.some_text()?.ok_or_else(Self::wrong)
    }

    fn some_text(&mut self) -> Result<Option<String>, StoreError> {
        match self.next() {
            Value::Text(text) => Ok(Some(text)),
            Value::Null => Ok(None),
            _ => Err(Self::wrong()),
        }
    }

    fn some_seal(&mut self) -> Result<Option<Seal>, StoreError> {
        match self.next() {
            Value::Bytes(bytes) => {
                let bytes: [u8; 32] = bytes.try_into().map_err(|_| Self::wrong())?;
                Ok(Some(Seal::from_hash(Hash::from_bytes(bytes))))
            }
            Value::Null => Ok(None),
            _ => Err(Self::wrong()),
        }
    }

    fn seal(&mut self) -> Result<Seal, StoreError> {
        self.some_seal()?.ok_or_else(Self::wrong)
    }

    fn time(&mut self) -> Result<Instant, StoreError> {
        self.number().map(Instant::from_millis)
    }

    fn some_time(&mut self) -> Result<Option<Instant>, StoreError> {
        Ok(self.some_number()?.map(Instant::from_millis))
    }

    fn person(&mut self) -> Result<PersonId, StoreError> {
        u32::try_from(self.number()?).map(PersonId).map_err(|_| Self::wrong())
    }
}

type ReadRow<T> = fn(&mut Cells) -> Result<T, StoreError>;

fn all<T>(rows: Vec<Vec<Value>>, read: ReadRow<T>) -> Result<Vec<T>, StoreError> {
    rows.into_iter().map(|row| read(&mut Cells(row.into_iter()))).collect()
}

fn one<T>(rows: Vec<Vec<Value>>, read: ReadRow<T>) -> Result<Option<T>, StoreError> {
    Ok(all(rows, read)?.into_iter().next())
}

fn account(cells: &mut Cells) -> Result<Account, StoreError> {
    let (person, login) = (cells.person()?, Concealed::new(cells.text()?));
    let password = cells.some_text()?.map(Concealed::new);
    let (seal, until) = (cells.some_seal()?, cells.some_time()?);
    let code = seal.zip(until).map(|(seal, until)| OneTimeCode { seal, until });
    let operator = cells.number()? == 1;
    let language = match cells.some_text()?.as_deref() {
        Some("nb") => Some(Language::Nb),
        Some("nn") => Some(Language::Nn),
        Some("en") => Some(Language::En),
        _ => None,
    };
    Ok(Account { person, login, password, code, operator, language, visited: cells.some_time()? })
}

fn session(cells: &mut Cells) -> Result<Session, StoreError> {
    let (seal, person) = (cells.seal()?, cells.person()?);
    let (begun, seen, until) = (cells.time()?, cells.time()?, cells.time()?);
    Ok(Session { seal, person, begun, seen, until, before: cells.some_time()? })
}

fn pass(cells: &mut Cells) -> Result<Pass, StoreError> {
    let (seal, person) = (cells.seal()?, cells.person()?);
    let kind = match cells.text()?.as_str() {
        "token" => PassKind::Token,
        "feed" => PassKind::Feed,
        _ => return Err(Cells::wrong()),
    };
    let (label, scope) = (Concealed::new(cells.text()?), cells.text()?);
    let (made, seen, until) = (cells.time()?, cells.some_time()?, cells.some_time()?);
    Ok(Pass { seal, person, kind, label, scope, made, seen, until })
}

fn deed(cells: &mut Cells) -> Result<Deed, StoreError> {
    let (seq, at) = (cells.number()?, cells.time()?);
    let by = cells.some_text()?.map(|actor| actor.parse()).transpose().map_err(|_| Cells::wrong())?;
    let word = cells.text()?;
    let kind = DeedKind::ALL.iter().copied().find(|kind| kind.word() == word).ok_or_else(Cells::wrong)?;
    let whom = cells.some_number()?.map(|person| u32::try_from(person).map(PersonId)).transpose();
    let seq = u64::try_from(seq).map_err(|_| Cells::wrong())?;
    Ok(Deed { seq, at, by, kind, whom: whom.map_err(|_| Cells::wrong())? })
}

fn attempts(cells: &mut Cells) -> Result<Attempts, StoreError> {
    let failures = u32::try_from(cells.number()?).unwrap_or(u32::MAX);
    Ok(Attempts { failures, last: cells.time()? })
}
