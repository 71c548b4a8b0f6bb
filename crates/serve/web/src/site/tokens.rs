//! Programs that come with a token, on behalf of a person.

use super::{Site, Visitor};
use crate::problem::Problem;
use styrbord_app::Date;
use styrbord_app::access::{self, Target, UseCase};
use styrbord_app::accounts::{PassKind, Secret};
use styrbord_app::follow::events::{Command, CommandId, Expected, Stream};
use styrbord_app::journal::Receipt;
use styrbord_app::site::Asking;

/// What a program sends beside a command.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    /// The idempotency key; one is made without it.
    pub(crate) id: Option<CommandId>,
    /// The day on which it holds; today when it is not said.
    pub(crate) on: Option<Date>,
    /// Why.
    pub(crate) reason: Option<String>,
    /// What the program has seen.
    pub(crate) expected: Expected,
}

impl Site {
    /// Returns on whose behalf a token is used; none when it does not hold.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn opened_token(&self, secret: &str) -> Result<Option<Visitor>, Problem> {
        let Some(secret) = Secret::parse(secret) else { return Ok(None) };
        let opened = self.site.opened(&secret, PassKind::Token, self.now())?;
        Ok(opened.map(|(asks, _)| {
            let (person, language) = (asks.person, Some(asks.language));
            Visitor { person, name: String::new(), language, before: None, asks }
        }))
    }

    /// Does what a program sends in a year that runs. One of which the visitor sees nothing is not told from one that
    /// is not there.
    ///
    /// # Errors
    /// When the visitor may not, somebody changed what was seen, it is refused, or the journal fails.
    pub(crate) fn send(
        &self,
        visitor: &Visitor,
        stream: Stream,
        command: Command,
        sent: Sent,
    ) -> Result<Receipt, Problem> {
        let book = self.site.book();
        let today = self.today();
        let sight = access::may(&book, &visitor.asks, UseCase::SeeYear, Target::Year(stream), today);
        if sight.is_none() || !book.years.contains_key(&stream) {
            return Err(Problem::NotFound);
        }
        let Sent { id, on, reason, expected } = sent;
        let asking = Asking { id, on, reason, expected, ..self.asking() };
        Ok(self.site.submit(&visitor.asks, stream, command, &asking)?)
    }

    /// Returns how many events a line of history has.
    pub(crate) fn version(&self, stream: Stream) -> u64 {
        self.site.book().version(stream)
    }
}
