//! Accounts: who somebody is. Set-up, log-in, sessions, passwords, tokens and feeds.
//!
//! From: what somebody types or a browser sends, the time, and the address that it comes from. To: an [`Entrance`] or a
//! refusal. It does not know what the person may do (`access` does). Another way of logging in, as by a federation, ends
//! in [`Accounts::open_session`] too.

mod limits;
mod log_in;
mod manage;
mod passes;
mod password;
mod refusals;
mod secret;
mod turnstile;

pub use limits::{ABSOLUTE_MAX_MS, CODE_MAX_MS, IDLE_MAX_MS, wait_ms};
pub(crate) use manage::check_first;
pub use passes::Opened;
pub use password::{PASSWORD_MAX, PASSWORD_MIN};
pub(crate) use refusals::{code_wrong, log_in_failed, set_up as set_up_done};
pub use secret::{Code, Secret};
pub use styrbord_store::{Account, Concealed, DeedKind, Pass, PassKind, Session, Vault};

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use styrbord_events::{Actor, Hash, Instant, PersonId};
use styrbord_store::{Deed, Rejection, StoreError};
use turnstile::Turnstile;

/// The accounts of an installation.
pub struct Accounts {
    vault: Mutex<Box<dyn Vault>>,
    /// Whether an account was seen: somebody always runs the installation from then on.
    set_up: AtomicBool,
    turnstile: Turnstile,
}

/// Who does something to an account, and when: the audit keeps both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub actor: Actor,
    /// When.
    pub now: Instant,
}

impl By {
    /// Returns a person at a time.
    pub fn person(person: PersonId, now: Instant) -> Self {
        Self { actor: Actor::Person(person), now }
    }

    /// Returns whoever has the database in hand, at a time.
    pub fn operator(now: Instant) -> Self {
        Self { actor: Actor::Operator, now }
    }

    fn did(self, kind: DeedKind, whom: PersonId) -> Deed {
        Deed { seq: 0, at: self.now, by: Some(self.actor), kind, whom: Some(whom) }
    }
}

/// What somebody has who came in: keep the secret in a cookie, and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entrance {
    /// The secret of the session.
    pub secret: Secret,
    /// The account.
    pub account: Account,
}

/// What somebody types to log in, and where from; printed, it says only when.
#[derive(Clone)]
pub struct Attempt<'a> {
    /// The login as it was typed.
    pub login: &'a str,
    /// The password as it was typed.
    pub password: &'a Concealed,
    /// The address of the machine that asks.
    pub address: &'a str,
    /// When.
    pub now: Instant,
}

impl std::fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attempt").field("now", &self.now).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Accounts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Accounts")
    }
}

impl Accounts {
    /// Takes a vault into use.
    pub fn new(vault: Box<dyn Vault>) -> Self {
        Self { vault: Mutex::new(vault), set_up: AtomicBool::new(false), turnstile: Turnstile::default() }
    }

    /// Tells whether there is an account; without one the set-up is open.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn is_set_up(&self) -> Result<bool, Rejection> {
        if !self.set_up.load(Ordering::Relaxed) {
            self.set_up.store(!self.vault().accounts()?.is_empty(), Ordering::Relaxed);
        }
        Ok(self.set_up.load(Ordering::Relaxed))
    }

    /// Returns the account of a person.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn of(&self, person: PersonId) -> Result<Option<Account>, Rejection> {
        Ok(self.vault().account(person)?)
    }

    /// Returns all accounts in the order of people.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn all(&self) -> Result<Vec<Account>, Rejection> {
        Ok(self.vault().accounts()?)
    }

    /// Returns what was done to accounts before the line with a number, from one time and before another, the latest
    /// first, at most so many.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub(crate) fn deeds_before(
        &self,
        before: u64,
        times: (Instant, Instant),
        limit: usize,
    ) -> Result<Vec<Deed>, StoreError> {
        self.vault().deeds_before(before, times, limit)
    }

    /// Notes that a person sent a file in.
    ///
    /// # Errors
    /// When the vault cannot be written to.
    pub(crate) fn note_upload(&self, person: PersonId, file: Hash) -> Result<(), Rejection> {
        Ok(self.vault().put_upload(person, file)?)
    }

    /// Tells whether a person sent a file in.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub(crate) fn has_uploaded(&self, person: PersonId, file: Hash) -> Result<bool, Rejection> {
        Ok(self.vault().has_uploaded(person, file)?)
    }

    /// Removes what has ended: sessions, passes, attempts.
    ///
    /// # Errors
    /// When the vault cannot be written to.
    pub fn sweep(&self, now: Instant) -> Result<(), Rejection> {
        let idle_since = limits::earlier(now, IDLE_MAX_MS);
        Ok(self.vault().sweep(now, idle_since, limits::earlier(now, limits::FORGET_MS))?)
    }

    /// The vault keeps nothing half done, so that one thread's end does not spoil it for the others.
    fn vault(&self) -> MutexGuard<'_, Box<dyn Vault>> {
        self.vault.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns a login as it is compared: without spaces around it, in small letters.
fn folded(login: &str) -> String {
    login.trim().to_lowercase()
}
