//! Who is here: by a session, by a token, by the address of a feed.

use super::Site;
use crate::access::{Entry, Visitor};
use crate::accounts::{
    Account, Attempt, Code, Entrance, Opened, PassKind, Secret, code_wrong, log_in_failed,
};
use styrbord_diagnostics::Language;
use styrbord_events::Instant;
use styrbord_store::Rejection;

/// A visit that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Who.
    pub visitor: Visitor,
    /// The language that the person chose; none yet.
    pub language: Option<Language>,
    /// When this visit began.
    pub begun: Instant,
    /// When the person was last here before; none the first time.
    pub before: Option<Instant>,
}

impl Site {
    /// Lets somebody in by login and password, when the person is still active in the directory.
    ///
    /// # Errors
    /// As for the accounts; who is no longer active is answered like somebody unknown.
    pub fn log_in(&self, attempt: &Attempt<'_>, left: Option<&Secret>) -> Result<Entrance, Rejection> {
        self.refresh()?;
        let entrance = self.accounts.log_in(attempt, left)?;
        if self.book().directory.is_active(entrance.account.person) {
            return Ok(entrance);
        }
        self.accounts.log_out(&entrance.secret)?;
        Err(log_in_failed().into())
    }

    /// Chooses a password by a code that was handed over, and lets the person in. `left` is the secret that the browser
    /// had, whose session ends.
    ///
    /// # Errors
    /// As for the accounts; who is no longer active is answered like somebody unknown.
    pub fn redeem(
        &self,
        attempt: &Attempt<'_>,
        code: &Code,
        left: Option<&Secret>,
    ) -> Result<Entrance, Rejection> {
        self.refresh()?;
        let account = self.accounts.redeem(attempt, code)?;
        if !self.book().directory.is_active(account.person) {
            return Err(code_wrong().into());
        }
        if let Some(left) = left {
            self.accounts.log_out(left)?;
        }
        self.accounts.open_session(account, attempt.now)
    }

    /// Returns who has the secret of a session; none when it has ended or the person is no longer active.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub fn visit(&self, secret: &Secret, now: Instant) -> Result<Option<Visit>, Rejection> {
        let resumed = self.accounts.resume(secret, now)?;
        let resumed = resumed.filter(|(account, _)| self.book().directory.is_active(account.person));
        Ok(resumed.map(|(account, session)| Visit {
            visitor: visitor(&account, Entry::Session),
            language: account.language,
            begun: session.begun,
            before: session.before,
        }))
    }

    /// Returns on whose behalf a token or a feed is used, and what a feed is of; none when it does not hold.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub fn opened(
        &self,
        secret: &Secret,
        kind: PassKind,
        now: Instant,
    ) -> Result<Option<(Visitor, String)>, Rejection> {
        let opened = self.accounts.open(secret, kind, now)?;
        let opened = opened.filter(|opened| self.book().directory.is_active(opened.account.person));
        Ok(opened.map(|Opened { account, entry, scope }| (visitor(&account, entry), scope)))
    }
}

fn visitor(account: &Account, entry: Entry) -> Visitor {
    let Account { person, operator, language, .. } = account;
    Visitor { person: *person, operator: *operator, language: language.unwrap_or_default(), entry }
}
