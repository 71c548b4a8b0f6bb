//! Calendars that people subscribe to, by an address that nobody can guess.

use super::{Looked, Site, Visitor};
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
        let made = self.site.make_feed(&visitor.asks, label, scope, (self.now(), self.today()))?;
        Ok(made.reveal())
    }

    /// Returns the feeds of a visitor, the newest first.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn feeds(&self, visitor: &Visitor) -> Result<Vec<Pass>, Problem> {
        let mut passes = self.site.own_passes(&visitor.asks, self.today())?;
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
        Ok(self.site.revoke(&visitor.asks, feed, self.when())?)
    }

    /// Returns on whose behalf a feed is asked for, and what it is of; none when it does not hold.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn opened_feed(&self, secret: &str) -> Result<Option<(Visitor, String)>, Problem> {
        let Some(secret) = Secret::parse(secret) else { return Ok(None) };
        let opened = self.site.opened(&secret, PassKind::Feed, self.now())?;
        Ok(opened.map(|(asks, scope)| {
            let (person, language) = (asks.person, Some(asks.language));
            (Visitor { person, name: String::new(), language, before: None, asks }, scope)
        }))
    }

    /// Shows the days of all years of which a visitor sees something, from inside or outside, one after the other.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(crate) fn look_at_all<R>(
        &self,
        visitor: &Visitor,
        mut show: impl FnMut(&Looked<'_>) -> R,
    ) -> Result<Vec<R>, Problem> {
        let (held, names, day) = (self.site.book(), self.site.names()?, self.today());
        let book = &*held;
        let sees = |stream| access::may(book, &visitor.asks, UseCase::SeeYear, Target::Year(stream), day);
        let seen = book.years.values().filter(|year| sees(year.stream).is_some());
        let present = (book, day);
        let looked =
            |year| Looked { book, year, followed: year, names: &names, day, visitor, present, whole: book };
        Ok(seen.map(|year| show(&looked(year))).collect())
    }
}
