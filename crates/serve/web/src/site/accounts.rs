//! Who may log in, and who is logged in: kept in memory.

use crate::problem::Problem;
use argon2::Argon2;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use styrbord_app::follow::events::{Instant, PersonId};

/// The fewest characters of a password.
pub(crate) const PASSWORD_MIN: usize = 12;
/// The most bytes of a password that are hashed.
const PASSWORD_MAX: usize = 1024;
/// A visit ends when nothing happened for so long.
const IDLE_MS: i64 = 60 * 60_000;
/// A visit ends at the latest.
const VISIT_MS: i64 = 12 * 60 * 60_000;
/// So many failed attempts are free; each further one doubles the wait.
const ATTEMPTS_FREE: u32 = 5;
/// The first wait, and the longest.
const WAIT_MS: i64 = 2_000;
const WAIT_DOUBLINGS_MAX: u32 = 9;
/// As many logins with failed attempts are remembered.
const LOGINS_MAX: usize = 10_000;

/// A person who is logged in.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// Who.
    pub(crate) person: PersonId,
    /// The name.
    pub(crate) name: String,
}

/// An attempt to log in.
pub(crate) struct LogIn<'a> {
    /// The login.
    pub(crate) login: &'a str,
    /// The password.
    pub(crate) password: &'a str,
}

struct Account {
    person: PersonId,
    salt: [u8; 16],
    hash: [u8; 32],
}

struct Session {
    person: PersonId,
    begun: Instant,
    seen: Instant,
}

#[derive(Default)]
pub(super) struct Accounts {
    by_login: BTreeMap<String, Account>,
    sessions: BTreeMap<[u8; 32], Session>,
    /// Failed attempts of a login, and when the last one was.
    failed: BTreeMap<String, (u32, Instant)>,
}

impl Accounts {
    pub(super) fn is_empty(&self) -> bool {
        self.by_login.is_empty()
    }

    pub(super) fn add(&mut self, person: PersonId, login: &str, password: &str) -> Result<(), Problem> {
        let salt = random::<16>()?;
        let account = Account { person, salt, hash: hash(password, &salt)? };
        self.by_login.insert(folded(login), account);
        Ok(())
    }

    pub(super) fn log_in(&mut self, log_in: &LogIn<'_>, now: Instant) -> Result<String, Problem> {
        let login = folded(log_in.login);
        if self.waits(&login, now) {
            return Err(Problem::TooMany);
        }
        let known = self.by_login.get(&login);
        // An unknown login takes as long as a known one.
        let (salt, expected) = known.map_or(([0; 16], [0; 32]), |account| (account.salt, account.hash));
        let found = hash(log_in.password, &salt)?;
        match known.map(|account| account.person).filter(|_| same(&found, &expected)) {
            Some(person) => {
                self.failed.remove(&login);
                self.open(person, now)
            }
            None => {
                self.count_failure(login, now);
                Err(Problem::WrongLogIn)
            }
        }
    }

    fn waits(&self, login: &str, now: Instant) -> bool {
        self.failed.get(login).is_some_and(|(failures, last)| {
            let doublings = failures.saturating_sub(ATTEMPTS_FREE).min(WAIT_DOUBLINGS_MAX);
            *failures >= ATTEMPTS_FREE && now.millis() - last.millis() < WAIT_MS << doublings
        })
    }

    fn count_failure(&mut self, login: String, now: Instant) {
        if self.failed.len() >= LOGINS_MAX {
            self.failed.retain(|_, (_, last)| now.millis() - last.millis() < WAIT_MS << WAIT_DOUBLINGS_MAX);
        }
        let entry = self.failed.entry(login).or_insert((0, now));
        *entry = (entry.0.saturating_add(1), now);
    }

    /// Opens a visit and returns its secret, which is new each time.
    pub(super) fn open(&mut self, person: PersonId, now: Instant) -> Result<String, Problem> {
        let secret = hex(&random::<32>()?);
        self.sessions.retain(|_, session| lasts(session, now));
        self.sessions.insert(seal(&secret), Session { person, begun: now, seen: now });
        Ok(secret)
    }

    /// Returns whose visit it is, and notes that it goes on.
    pub(super) fn seen(&mut self, secret: &str, now: Instant) -> Option<PersonId> {
        let session = self.sessions.get_mut(&seal(secret)).filter(|session| lasts(session, now))?;
        session.seen = now;
        Some(session.person)
    }

    pub(super) fn close(&mut self, secret: &str) {
        self.sessions.remove(&seal(secret));
    }

    pub(super) fn change_password(
        &mut self,
        secret: &str,
        old: &str,
        new: &str,
        now: Instant,
    ) -> Result<(), Problem> {
        let person = self.seen(secret, now).ok_or(Problem::Forbidden)?;
        let account = self.by_login.values_mut().find(|account| account.person == person);
        let account = account.ok_or(Problem::Forbidden)?;
        if !same(&hash(old, &account.salt)?, &account.hash) {
            return Err(Problem::WrongLogIn);
        }
        account.salt = random::<16>()?;
        account.hash = hash(new, &account.salt)?;
        let own = seal(secret);
        self.sessions.retain(|seal, session| session.person != person || *seal == own);
        Ok(())
    }
}

fn lasts(session: &Session, now: Instant) -> bool {
    now.millis() - session.seen.millis() < IDLE_MS && now.millis() - session.begun.millis() < VISIT_MS
}

fn folded(login: &str) -> String {
    login.trim().to_lowercase()
}

fn hash(password: &str, salt: &[u8; 16]) -> Result<[u8; 32], Problem> {
    let bytes = password.as_bytes();
    let bytes = bytes.get(..PASSWORD_MAX).unwrap_or(bytes);
    let mut hash = [0; 32];
    Argon2::default()
        .hash_password_into(bytes, salt, &mut hash)
        .map_err(|error| Problem::Failed(format!("hashing a password: {error}")))?;
    Ok(hash)
}

/// Compares without telling by its time where the difference is.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    let differs = one.iter().zip(other).fold(0, |sum, (one, other)| sum | (one ^ other));
    one.len() == other.len() && differs == 0
}

/// Returns bytes that nobody can guess.
///
/// # Errors
/// When the system has none.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Problem::Failed(format!("drawing bytes: {error}")))?;
    Ok(bytes)
}

/// Writes bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn seal(secret: &str) -> [u8; 32] {
    Sha256::digest(secret).into()
}
