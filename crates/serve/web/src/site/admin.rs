//! People, accounts, the trail of what was done, and the installation as a whole.

use super::{LogIn, Site, Visitor};
use crate::problem::Problem;
use std::io::Write;
use std::sync::Arc;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::accounts::{Code, Pass, Secret, Session};
use styrbord_app::follow::Names;
use styrbord_app::follow::events::{Book, Hash, Instant, ObjectId, PersonId, Year};
use styrbord_app::journal::{Counts, Verified};
use styrbord_app::site::{AuditLine, AuditQuery, Installation, PersonCard, PersonRow};

impl Site {
    /// Returns everything that holds today.
    pub(crate) fn book(&self) -> Arc<Book> {
        self.site.book()
    }

    /// Returns the names of all people.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(crate) fn names(&self) -> Result<Arc<Names>, Problem> {
        Ok(self.site.names()?)
    }

    /// Returns what others changed in a year since a visitor logged in before this visit, the latest first, each with
    /// the number of the record; none for who was never here before. Whether the visitor may see it is asked elsewhere.
    pub(crate) fn changed(&self, visitor: &Visitor, year: &Year) -> Option<(Instant, Vec<(u64, ObjectId)>)> {
        let since = visitor.before?;
        Some((since, self.site.changed_since(year, since, visitor.person)))
    }

    /// Returns the line of a record.
    pub(crate) fn line(&self, seq: u64) -> Option<AuditLine> {
        self.site.audit_line(seq)
    }

    /// Tells whether a visitor may do something.
    pub(crate) fn may(&self, visitor: &Visitor, use_case: UseCase, target: Target) -> bool {
        self.site.check(&visitor.asks, use_case, &[target], self.today()).is_ok()
    }

    /// Tells whether a visitor may do something to any organisation or unit, or to the installation.
    pub(crate) fn reaches(&self, visitor: &Visitor, use_case: UseCase) -> bool {
        let book = self.book();
        let organisations = book.directory.organisations.keys().map(|id| Target::Organisation(*id));
        let units = book.directory.units.keys().map(|id| Target::Unit(*id));
        std::iter::once(Target::Installation)
            .chain(organisations)
            .chain(units)
            .any(|target| self.may(visitor, use_case, target))
    }

    /// Tells whether a visitor runs the installation.
    pub(crate) fn is_operator(visitor: &Visitor) -> bool {
        visitor.asks.operator
    }

    /// Returns the people whom a visitor may see.
    ///
    /// # Errors
    /// When the journal or the accounts cannot be read.
    pub(crate) fn people(&self, visitor: &Visitor) -> Result<Vec<PersonRow>, Problem> {
        Ok(self.site.people(&visitor.asks, self.today())?)
    }

    /// Returns a person whom a visitor may see.
    ///
    /// # Errors
    /// When the visitor may not or there is none, which is answered alike.
    pub(crate) fn person(&self, visitor: &Visitor, person: PersonId) -> Result<PersonCard, Problem> {
        let card = self.site.person(&visitor.asks, person, self.today());
        card.map_err(|rejection| match rejection.into() {
            Problem::Forbidden => Problem::NotFound,
            other => other,
        })
    }

    /// Makes an account and returns the code to hand over.
    ///
    /// # Errors
    /// When the visitor may not, or the login is none or taken.
    pub(crate) fn invite(&self, visitor: &Visitor, person: PersonId, login: &str) -> Result<String, Problem> {
        Ok(self.site.invite(&visitor.asks, person, login, self.now(), self.today())?.reveal())
    }

    /// Takes a password away and returns the code to hand over.
    ///
    /// # Errors
    /// When the visitor may not, or there is no account.
    pub(crate) fn reset(&self, visitor: &Visitor, person: PersonId) -> Result<String, Problem> {
        Ok(self.site.reset(&visitor.asks, person, self.now(), self.today())?.reveal())
    }

    /// Ends all sessions of a person.
    ///
    /// # Errors
    /// When the visitor may not.
    pub(crate) fn end_sessions(&self, visitor: &Visitor, person: PersonId) -> Result<(), Problem> {
        self.site.end_sessions(&visitor.asks, person, self.when())?;
        Ok(())
    }

    /// Removes an account.
    ///
    /// # Errors
    /// When the visitor may not, or nobody would run the installation any longer.
    pub(crate) fn close_account(&self, visitor: &Visitor, person: PersonId) -> Result<(), Problem> {
        Ok(self.site.close_account(&visitor.asks, person, self.when())?)
    }

    /// Says whether a person runs the installation.
    ///
    /// # Errors
    /// When the visitor does not, or nobody would any longer.
    pub(crate) fn set_operator(
        &self,
        visitor: &Visitor,
        person: PersonId,
        operator: bool,
    ) -> Result<(), Problem> {
        Ok(self.site.set_operator(&visitor.asks, person, operator, self.when())?)
    }

    /// Chooses a password by a code that was handed over; returns the secret of the new visit.
    ///
    /// # Errors
    /// The same whatever of login and code is wrong; others for what is no password, and for too many attempts.
    pub(crate) fn redeem(&self, typed: &LogIn, code: &str, left: Option<&str>) -> Result<String, Problem> {
        let left = left.and_then(Secret::parse);
        let entrance = self.site.redeem(&typed.attempt(self.now()), &Code::typed(code), left.as_ref())?;
        Ok(entrance.secret.reveal())
    }

    /// Returns the own sessions, and whether each is the one of `secret`.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn own_sessions(
        &self,
        visitor: &Visitor,
        secret: Option<&str>,
    ) -> Result<Vec<(Session, bool)>, Problem> {
        let secret = secret.and_then(Secret::parse);
        let sessions = self.site.own_sessions(&visitor.asks, self.today())?;
        let is_this = |session: &Session| secret.is_some_and(|secret| secret.is_of(session));
        Ok(sessions.into_iter().map(|session| (session, is_this(&session))).collect())
    }

    /// Ends all own sessions.
    ///
    /// # Errors
    /// When the accounts cannot be written to.
    pub(crate) fn log_out_everywhere(&self, visitor: &Visitor) -> Result<(), Problem> {
        self.site.log_out_everywhere(&visitor.asks, self.when())?;
        Ok(())
    }

    /// Returns the own tokens and feeds.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn own_passes(&self, visitor: &Visitor) -> Result<Vec<Pass>, Problem> {
        Ok(self.site.own_passes(&visitor.asks, self.today())?)
    }

    /// Makes a token and returns its secret.
    ///
    /// # Errors
    /// When the label is none, or there are too many.
    pub(crate) fn make_token(
        &self,
        visitor: &Visitor,
        label: &str,
        may_write: bool,
        until: Option<Instant>,
    ) -> Result<String, Problem> {
        let when = (self.now(), self.today());
        Ok(self.site.make_token(&visitor.asks, label, may_write, until, when)?.reveal())
    }

    /// Revokes a token or feed.
    ///
    /// # Errors
    /// When the visitor has no such one.
    pub(crate) fn revoke(&self, visitor: &Visitor, pass: Hash) -> Result<(), Problem> {
        Ok(self.site.revoke(&visitor.asks, pass, self.when())?)
    }

    /// Returns what was done, as much as a visitor may see of it, the latest first.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn audit(
        &self,
        visitor: &Visitor,
        query: AuditQuery,
        limit: usize,
    ) -> Result<Vec<AuditLine>, Problem> {
        Ok(self.site.audit(&visitor.asks, query, self.today(), limit)?)
    }

    /// Returns what the installation holds.
    ///
    /// # Errors
    /// When the visitor does not run it.
    pub(crate) fn installation(&self, visitor: &Visitor) -> Result<Installation, Problem> {
        Ok(self.site.installation(&visitor.asks, self.today())?)
    }

    /// Reads all of the journal and tells what is not as it was written.
    ///
    /// # Errors
    /// When the visitor does not run the installation, or the journal cannot be opened.
    pub(crate) fn verify(&self, visitor: &Visitor) -> Result<Verified, Problem> {
        Ok(self.site.verify(&visitor.asks, self.today())?)
    }

    /// Writes the journal as JSON lines.
    ///
    /// # Errors
    /// When the visitor does not run the installation, or it cannot be read or written.
    pub(crate) fn export(&self, visitor: &Visitor, out: &mut dyn Write) -> Result<Counts, Problem> {
        Ok(self.site.export(&visitor.asks, out, self.today())?)
    }
}
