//! Log in, go on, log out.

use super::limits::{
    ABSOLUTE_MAX_MS, FORGET_MS, FREE_OF_ADDRESS, FREE_OF_LOGIN, IDLE_MAX_MS, SEEN_EVERY_MS, earlier, later,
    left_ms,
};
use super::{
    Account, Accounts, Attempt, By, Code, Concealed, Entrance, Secret, Session, folded, password, refusals,
};
use styrbord_events::{Instant, PersonId};
use styrbord_store::{Deed, DeedKind, Rejection, Seal, fresh_nonce};

/// What a session is sealed for.
pub(super) const SESSION: &str = "session";

/// How many attempts failed by now, the one that is being tried counted as one of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    of_login: u32,
    of_address: u32,
}

impl Secret {
    /// Tells whether it is the secret of a session.
    pub fn is_of(&self, session: &Session) -> bool {
        self.seal(SESSION) == session.seal
    }
}

impl Accounts {
    /// Lets somebody in by login and password. `left` is the secret that the browser had, whose session ends.
    ///
    /// # Errors
    /// The same refusal whether the login is unknown or the password wrong; another one when it was tried too often.
    pub fn log_in(&self, attempt: &Attempt<'_>, left: Option<&Secret>) -> Result<Entrance, Rejection> {
        let account = self.verified(attempt)?;
        if let Some(left) = left {
            self.log_out(left)?;
        }
        self.open_session(account, attempt.now)
    }

    /// Begins a session of somebody who was recognised, by a password or otherwise.
    ///
    /// # Errors
    /// When the vault cannot be written to.
    pub fn open_session(&self, account: Account, now: Instant) -> Result<Entrance, Rejection> {
        let secret = Secret::fresh()?;
        let (seal, person) = (secret.seal(SESSION), account.person);
        let mut vault = self.vault();
        let (until, before) = (later(now, ABSOLUTE_MAX_MS), account.visited);
        vault.put_session(&Session { seal, person, begun: now, seen: now, until, before })?;
        // When the account was changed meanwhile, the next visit only counts from an older one.
        let visited = Account { visited: Some(now), ..account.clone() };
        vault.change_account(&account, &visited)?;
        Ok(Entrance { secret, account })
    }

    /// Returns the account and the session of a secret, when it still holds.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn resume(&self, secret: &Secret, now: Instant) -> Result<Option<(Account, Session)>, Rejection> {
        let seal = secret.seal(SESSION);
        let mut vault = self.vault();
        let Some(session) = vault.session(seal)? else { return Ok(None) };
        if now >= session.until || session.seen < earlier(now, IDLE_MAX_MS) {
            vault.end_session(seal)?;
            return Ok(None);
        }
        if session.seen <= earlier(now, SEEN_EVERY_MS) {
            vault.see_session(seal, now)?;
        }
        Ok(vault.account(session.person)?.map(|account| (account, session)))
    }

    /// Ends a session; one that has ended is no error.
    ///
    /// # Errors
    /// When the vault cannot be written to.
    pub fn log_out(&self, secret: &Secret) -> Result<(), Rejection> {
        Ok(self.vault().end_session(secret.seal(SESSION))?)
    }

    /// Ends all sessions of a person and returns how many there were.
    ///
    /// # Errors
    /// When the vault cannot be written to.
    pub fn log_out_everywhere(&self, person: PersonId, by: By) -> Result<u64, Rejection> {
        let mut vault = self.vault();
        let ended = vault.end_sessions(person, None)?;
        vault.note(&by.did(DeedKind::SessionsEnded, person))?;
        Ok(ended)
    }

    /// Returns the sessions of a person, the one used last first.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn sessions(&self, person: PersonId) -> Result<Vec<Session>, Rejection> {
        Ok(self.vault().sessions(person)?)
    }

    /// Returns the account whose password somebody typed. It is counted as failed first, so that many attempts at once
    /// do not slip through; the vault is free while the password is tried.
    pub(super) fn verified(&self, attempt: &Attempt<'_>) -> Result<Account, Rejection> {
        let login = folded(attempt.login);
        let counted = self.count(&login, attempt.address, attempt.now)?;
        let account = self.vault().account_by_login(&login)?;
        let known: Option<&Concealed> = account.as_ref().and_then(|account| account.password.as_ref());
        let right = self.turnstile.pass(|| password::is_right(attempt.password, known))??;
        let whom = account.as_ref().map(|account| account.person);
        if let Some(account) = account.filter(|_| right) {
            self.pardon(&login, attempt.address)?;
            return Ok(account);
        }
        self.note_failures(whom, counted, attempt.now)?;
        Err(refusals::log_in_failed().into())
    }

    /// Hashes a password as soon as it is its turn.
    pub(super) fn hashed(&self, chosen: &Concealed) -> Result<Concealed, Rejection> {
        let salt = fresh_nonce()?;
        Ok(self.turnstile.pass(|| password::hash(chosen, salt))??)
    }

    /// Checks the code of the set-up. Failures are counted for each address: nobody keeps others from it.
    pub(crate) fn check_set_up_code(
        &self,
        (typed, known): (&Code, &Code),
        address: &str,
        now: Instant,
    ) -> Result<(), Rejection> {
        let subject = Seal::of("set-up", address.as_bytes());
        let mut vault = self.vault();
        let left = left_ms(vault.attempts(subject)?, FREE_OF_LOGIN, now);
        if left > 0 {
            return Err(refusals::too_often(left).into());
        }
        if typed.seal() == known.seal() {
            return Ok(vault.forget_attempts(subject)?);
        }
        vault.count_attempt(subject, now, earlier(now, FORGET_MS))?;
        Err(refusals::set_up_code().into())
    }

    /// Counts an attempt, unless one has to wait.
    pub(super) fn count(&self, login: &str, address: &str, now: Instant) -> Result<Counted, Rejection> {
        let (by_login, by_address) = subjects(login, address);
        let mut vault = self.vault();
        let left = left_ms(vault.attempts(by_login)?, FREE_OF_LOGIN, now).max(left_ms(
            vault.attempts(by_address)?,
            FREE_OF_ADDRESS,
            now,
        ));
        if left > 0 {
            return Err(refusals::too_often(left).into());
        }
        let since = earlier(now, FORGET_MS);
        let of_login = vault.count_attempt(by_login, now, since)?.failures;
        let of_address = vault.count_attempt(by_address, now, since)?.failures;
        Ok(Counted { of_login, of_address })
    }

    /// Notes that so many attempts failed that one has to wait, and each time they doubled since: of a login and of an
    /// address. What was typed is not noted, and it takes as long for a login that nobody has.
    pub(super) fn note_failures(
        &self,
        whom: Option<PersonId>,
        counted: Counted,
        now: Instant,
    ) -> Result<(), Rejection> {
        let refused = |whom| Deed { seq: 0, at: now, by: None, kind: DeedKind::Refused, whom };
        if is_told(counted.of_login, FREE_OF_LOGIN) {
            self.vault().note(&refused(whom))?;
        }
        if is_told(counted.of_address, FREE_OF_ADDRESS) {
            self.vault().note(&refused(None))?;
        }
        Ok(())
    }

    /// Takes an attempt back that was right. The failures of the address stay: they were at other logins.
    pub(super) fn pardon(&self, login: &str, address: &str) -> Result<(), Rejection> {
        let (by_login, by_address) = subjects(login, address);
        let mut vault = self.vault();
        vault.forget_attempts(by_login)?;
        Ok(vault.pardon_attempt(by_address)?)
    }
}

/// Tells whether so many failed that it is to be told: at first when one has to wait, then each time they doubled.
fn is_told(failures: u32, free: u32) -> bool {
    failures > 0 && failures.is_multiple_of(free) && (failures / free).is_power_of_two()
}

fn subjects(login: &str, address: &str) -> (Seal, Seal) {
    (Seal::of("login", login.as_bytes()), Seal::of("address", address.as_bytes()))
}
