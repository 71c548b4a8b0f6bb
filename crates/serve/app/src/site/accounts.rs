//! Accounts of others, for those who may manage them; and the own one.

use super::Site;
use crate::access::{Target, UseCase, Visitor, not_allowed};
use crate::accounts::{By, Code, Pass, Secret, Session};
use styrbord_calendar::Date;
use styrbord_diagnostics::Language;
use styrbord_events::{Hash, Instant, PersonId};
use styrbord_store::Rejection;

impl Site {
    /// Makes an account for a person, and returns the code to hand over.
    ///
    /// # Errors
    /// When the visitor may not, the person is not active, or the login is none or taken.
    pub fn invite(
        &self,
        visitor: &Visitor,
        person: PersonId,
        login: &str,
        now: Instant,
        today: Date,
    ) -> Result<Code, Rejection> {
        self.check_manages(visitor, person, today)?;
        if !self.book().directory.is_active(person) {
            return Err(styrbord_events::refusals::unknown_person(person).into());
        }
        self.accounts.invite(person, login, By::person(visitor.person, now))
    }

    /// Takes the password of a person away and returns the code to hand over. All sessions of the person end.
    ///
    /// # Errors
    /// When the visitor may not, or the person has no account.
    pub fn reset(
        &self,
        visitor: &Visitor,
        person: PersonId,
        now: Instant,
        today: Date,
    ) -> Result<Code, Rejection> {
        self.check_manages(visitor, person, today)?;
        self.accounts.reset(person, By::person(visitor.person, now))
    }

    /// Ends all sessions of a person.
    ///
    /// # Errors
    /// When the visitor may not.
    pub fn end_sessions(
        &self,
        visitor: &Visitor,
        person: PersonId,
        (now, today): (Instant, Date),
    ) -> Result<u64, Rejection> {
        self.check_manages(visitor, person, today)?;
        self.accounts.log_out_everywhere(person, By::person(visitor.person, now))
    }

    /// Removes the account of a person with everything that lets in on behalf of it.
    ///
    /// # Errors
    /// When the visitor may not, or nobody would run the installation any longer.
    pub fn close_account(
        &self,
        visitor: &Visitor,
        person: PersonId,
        (now, today): (Instant, Date),
    ) -> Result<(), Rejection> {
        self.check_manages(visitor, person, today)?;
        self.accounts.close(person, By::person(visitor.person, now))
    }

    /// Says whether a person runs the installation.
    ///
    /// # Errors
    /// When the visitor does not, or nobody would any longer.
    pub fn set_operator(
        &self,
        visitor: &Visitor,
        person: PersonId,
        operator: bool,
        (now, today): (Instant, Date),
    ) -> Result<(), Rejection> {
        self.check(visitor, UseCase::KeepInstallation, &[Target::Installation], today)?;
        self.accounts.set_operator(person, operator, By::person(visitor.person, now))
    }

    /// Keeps the language that a visitor chose.
    ///
    /// # Errors
    /// When the visitor came in by a token.
    pub fn set_language(&self, visitor: &Visitor, language: Language, today: Date) -> Result<(), Rejection> {
        self.check_own(visitor, today)?;
        self.accounts.set_language(visitor.person, language)
    }

    /// Returns the sessions of a visitor, the one used last first.
    ///
    /// # Errors
    /// When the visitor came in by a token.
    pub fn own_sessions(&self, visitor: &Visitor, today: Date) -> Result<Vec<Session>, Rejection> {
        self.check_own(visitor, today)?;
        self.accounts.sessions(visitor.person)
    }

    /// Ends all sessions of a visitor, this one too.
    ///
    /// # Errors
    /// When the visitor came in by a token.
    pub fn log_out_everywhere(
        &self,
        visitor: &Visitor,
        (now, today): (Instant, Date),
    ) -> Result<u64, Rejection> {
        self.check_own(visitor, today)?;
        self.accounts.log_out_everywhere(visitor.person, By::person(visitor.person, now))
    }

    /// Returns the tokens and feeds of a visitor, the newest first.
    ///
    /// # Errors
    /// When the visitor came in by a token.
    pub fn own_passes(&self, visitor: &Visitor, today: Date) -> Result<Vec<Pass>, Rejection> {
        self.check_own(visitor, today)?;
        self.accounts.passes(visitor.person)
    }

    /// Makes a token that reads, or reads and writes, what its owner may.
    ///
    /// # Errors
    /// When the visitor came in by a token, or the label is none.
    pub fn make_token(
        &self,
        visitor: &Visitor,
        label: &str,
        may_write: bool,
        until: Option<Instant>,
        (now, today): (Instant, Date),
    ) -> Result<Secret, Rejection> {
        self.check_own(visitor, today)?;
        self.accounts.make_token(visitor.person, label, may_write, until, now)
    }

    /// Makes the secret address of a feed.
    ///
    /// # Errors
    /// When the visitor came in by a token, or the label is none.
    pub fn make_feed(
        &self,
        visitor: &Visitor,
        label: &str,
        scope: &str,
        (now, today): (Instant, Date),
    ) -> Result<Secret, Rejection> {
        self.check_own(visitor, today)?;
        self.accounts.make_feed(visitor.person, label, scope, now)
    }

    /// Revokes a token or feed of a visitor.
    ///
    /// # Errors
    /// When the visitor came in by a token, or has no such pass.
    pub fn revoke(
        &self,
        visitor: &Visitor,
        pass: Hash,
        (now, today): (Instant, Date),
    ) -> Result<(), Rejection> {
        self.check_own(visitor, today)?;
        self.accounts.revoke(visitor.person, pass, By::person(visitor.person, now))
    }

    fn check_own(&self, visitor: &Visitor, today: Date) -> Result<(), Rejection> {
        self.check(visitor, UseCase::OwnAccount, &[Target::Person(visitor.person)], today)
    }

    /// Whoever could give an operator a new password would be one.
    fn check_manages(&self, visitor: &Visitor, person: PersonId, today: Date) -> Result<(), Rejection> {
        self.check(visitor, UseCase::ManageAccounts, &[Target::Person(person)], today)?;
        let runs = self.accounts.of(person)?.is_some_and(|account| account.operator);
        if runs && !visitor.operator { Err(not_allowed().into()) } else { Ok(()) }
    }
}
