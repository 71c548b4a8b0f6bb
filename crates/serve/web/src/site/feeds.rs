//! Calendars that people subscribe to, by an address that nobody can guess.

use super::{Looked, Site, Visitor, lock};
use crate::problem::Problem;
use styrbord_app::access::{self, Target, UseCase};
use styrbord_app::accounts::{Pass, PassKind, Secret};
use styrbord_app::follow::events::Hash;

impl Site {
    /// Makes the secret of a feed, which is shown this once; `scope` says of what.
    ///
    /// # Errors
    /// When the label is none, or there are too many.
    pub(crate) fn make_feed(&self, visitor: &Visitor, label: &str, scope: &str) -> Result<String, Problem> {
        self.check_own(visitor)?;
        Ok(self.accounts.make_feed(visitor.person, label, scope, self.now())?.reveal())
    }

    /// Returns the feeds of a visitor, the newest first.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn feeds(&self, visitor: &Visitor) -> Result<Vec<Pass>, Problem> {
        self.check_own(visitor)?;
        let mut passes = self.accounts.passes(visitor.person)?;
        passes.retain(|pass| pass.kind == PassKind::Feed);
        Ok(passes)
    }

    /// Revokes a feed of a visitor.
    ///
    /// # Errors
    /// When the visitor has no such feed.
    pub(crate) fn revoke_feed(&self, visitor: &Visitor, feed: Hash) -> Result<(), Problem> {
        if !self.feeds(visitor)?.iter().any(|pass| pass.seal.hash() == feed) {
            return Err(Problem::NotFound);
        }
        Ok(self.accounts.revoke(visitor.person, feed)?)
    }

    /// Returns on whose behalf a feed is asked for, and what it is of; none when it does not hold.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn opened_feed(&self, secret: &str) -> Result<Option<(Visitor, String)>, Problem> {
        let Some(secret) = Secret::parse(secret) else { return Ok(None) };
        let Some(opened) = self.accounts.open(&secret, PassKind::Feed, self.now())? else { return Ok(None) };
        let mut office = lock(&self.office);
        office.catch_up()?;
        let account = opened.account;
        if !office.book().directory.is_active(account.person) {
            return Ok(None);
        }
        let asks = access::Visitor {
            person: account.person,
            operator: account.operator,
            language: account.language.unwrap_or_default(),
            entry: opened.entry,
        };
        let visitor =
            Visitor { person: account.person, name: String::new(), language: account.language, asks };
        Ok(Some((visitor, opened.scope)))
    }

    /// Shows all years of which a visitor sees something, from inside or outside, one after the other.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(crate) fn look_at_all<R>(
        &self,
        visitor: &Visitor,
        mut show: impl FnMut(&Looked<'_>) -> R,
    ) -> Result<Vec<R>, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        let names = office.names()?;
        let (book, day) = (office.book(), self.today());
        let sees = |stream| access::may(book, &visitor.asks, UseCase::SeeYear, Target::Year(stream), day);
        let seen = book.years.values().filter(|year| sees(year.stream).is_some());
        let present = (book, day);
        Ok(seen.map(|year| show(&Looked { book, year, names: &names, day, visitor, present })).collect())
    }

    fn check_own(&self, visitor: &Visitor) -> Result<(), Problem> {
        let own = [Target::Person(visitor.person)];
        let office = lock(&self.office);
        Ok(access::check(office.book(), &visitor.asks, UseCase::OwnAccount, &own, self.today())?)
    }
}
