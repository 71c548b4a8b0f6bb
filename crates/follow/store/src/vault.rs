//! Who may log in, and by what: accounts, sessions, passes for programs, and attempts that failed. And who sent which
//! file in.
//!
//! None of it is journal: it changes and is removed. Secrets are kept as hashes only, and nothing here is printed. What
//! stays is what was done to accounts: one line each, which is never changed.

mod tables;
mod types;

pub(crate) use tables::{Tables, Value, deeds_after, put_deeds};
pub use types::{Account, Attempts, Concealed, Deed, DeedKind, OneTimeCode, Pass, PassKind, Seal, Session};

use crate::StoreError;
use styrbord_events::{Hash, Instant, PersonId};

/// Keeps accounts and what lets people and programs in. Every call is safe on the disk when it returns.
pub trait Vault: Send {
    /// Adds an account, and tells whether it was added: not when the person has one or the login is taken.
    fn add_account(&mut self, account: &Account) -> Result<bool, StoreError>;

    /// Adds the first account there is, and tells whether it was added: not when there is one already.
    fn add_first_account(&mut self, account: &Account) -> Result<bool, StoreError>;

    /// Changes an account that is still as it was `before`, and tells whether it was: not when somebody changed its
    /// password, code or login meanwhile, or the new login is taken. The person stays the same.
    fn change_account(&mut self, before: &Account, after: &Account) -> Result<bool, StoreError>;

    /// Removes an account with its sessions and passes, and tells whether there was one.
    fn remove_account(&mut self, person: PersonId) -> Result<bool, StoreError>;

    /// Returns the account of a person.
    fn account(&mut self, person: PersonId) -> Result<Option<Account>, StoreError>;

    /// Returns the account with a login.
    fn account_by_login(&mut self, login: &str) -> Result<Option<Account>, StoreError>;

    /// Returns all accounts in the order of people.
    fn accounts(&mut self) -> Result<Vec<Account>, StoreError>;

    /// Begins a session.
    fn put_session(&mut self, session: &Session) -> Result<(), StoreError>;

    /// Returns the session of a secret.
    fn session(&mut self, seal: Seal) -> Result<Option<Session>, StoreError>;

    /// Records that a session was used.
    fn see_session(&mut self, seal: Seal, at: Instant) -> Result<(), StoreError>;

    /// Ends a session.
    fn end_session(&mut self, seal: Seal) -> Result<(), StoreError>;

    /// Ends all sessions of a person but one, and returns how many there were.
    fn end_sessions(&mut self, person: PersonId, but: Option<Seal>) -> Result<u64, StoreError>;

    /// Returns the sessions of a person, the one used last first.
    fn sessions(&mut self, person: PersonId) -> Result<Vec<Session>, StoreError>;

    /// Adds a pass.
    fn put_pass(&mut self, pass: &Pass) -> Result<(), StoreError>;

    /// Returns the pass of a secret.
    fn pass(&mut self, seal: Seal) -> Result<Option<Pass>, StoreError>;

    /// Records that a pass was used.
    fn see_pass(&mut self, seal: Seal, at: Instant) -> Result<(), StoreError>;

    /// Revokes a pass of a person, and tells whether there was one.
    fn revoke_pass(&mut self, person: PersonId, seal: Seal) -> Result<bool, StoreError>;

    /// Revokes all passes of a person, and returns how many there were.
    fn revoke_passes(&mut self, person: PersonId) -> Result<u64, StoreError>;

    /// Returns the passes of a person, the newest first.
    fn passes(&mut self, person: PersonId) -> Result<Vec<Pass>, StoreError>;

    /// Counts an attempt as failed and returns all of its subject; those before `since` are forgotten by then.
    fn count_attempt(&mut self, subject: Seal, at: Instant, since: Instant) -> Result<Attempts, StoreError>;

    /// Returns the attempts of a subject that failed.
    fn attempts(&mut self, subject: Seal) -> Result<Option<Attempts>, StoreError>;

    /// Takes one attempt off the count of a subject: it did not fail after all.
    fn pardon_attempt(&mut self, subject: Seal) -> Result<(), StoreError>;

    /// Forgets the attempts of a subject.
    fn forget_attempts(&mut self, subject: Seal) -> Result<(), StoreError>;

    /// Records that a person sent a file in.
    fn put_upload(&mut self, person: PersonId, file: Hash) -> Result<(), StoreError>;

    /// Tells whether a person sent a file in.
    fn has_uploaded(&mut self, person: PersonId, file: Hash) -> Result<bool, StoreError>;

    /// Keeps what was done to an account; its number is given here.
    fn note(&mut self, deed: &Deed) -> Result<(), StoreError>;

    /// Returns what was done to accounts before the line with a number, from one time and before another, the latest
    /// first, at most so many.
    fn deeds_before(
        &mut self,
        before: u64,
        times: (Instant, Instant),
        limit: usize,
    ) -> Result<Vec<Deed>, StoreError>;

    /// Removes sessions that ended or were last used before `idle_since`, passes that ended, and attempts before
    /// `attempts_since`.
    fn sweep(&mut self, now: Instant, idle_since: Instant, attempts_since: Instant)
    -> Result<(), StoreError>;
}
