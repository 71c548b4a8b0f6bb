//! Commands that belong together: rehearsed on a copy of the book, to be kept as one.

use super::office::{Circumstances, Failure};
use styrbord_calendar::Date;
use styrbord_events::{Book, Command, CommandId, Envelope, Expected, Hash, Nonce, Record, Refusal, Stream};
use styrbord_store::{Request, StoreError, fresh_nonce};

/// Says whether a command is allowed as things stand before it.
pub(crate) type Allow<'a> = &'a dyn Fn(&Book, Stream, &Command) -> Result<(), Refusal>;

/// Allows everything: for whoever has the database in hand.
#[expect(clippy::unnecessary_wraps, reason = "it stands where others refuse")]
pub(crate) fn anything(_: &Book, _: Stream, _: &Command) -> Result<(), Refusal> {
    Ok(())
}

/// Commands that belong together, rehearsed on a copy of the book.
pub(crate) struct Work<'a> {
    how: &'a Circumstances,
    allow: Allow<'a>,
    /// The book with everything so far.
    pub(super) book: Book,
    requests: Vec<Request>,
}

impl<'a> Work<'a> {
    /// Begins on the book as it is.
    pub(super) fn begin(book: &Book, how: &'a Circumstances, allow: Allow<'a>) -> Self {
        Self { how, allow, book: book.clone(), requests: Vec::new() }
    }

    /// Adds a command that follows the ones before, on the day that was said.
    pub(super) fn add(&mut self, stream: Stream, command: Command) -> Result<(), Failure> {
        let on = self.how.on.unwrap_or(self.how.today);
        self.add_on(on, stream, command)
    }

    /// Adds a command that holds on a day of its own.
    pub(super) fn add_on(&mut self, on: Date, stream: Stream, command: Command) -> Result<(), Failure> {
        (self.allow)(&self.book, stream, &command)?;
        let nonce = fresh_nonce()?;
        let envelope = Envelope {
            id: id_of(&nonce)?,
            stream,
            actor: self.how.actor,
            at: self.how.now,
            on,
            reason: self.how.reason.clone(),
            expected: Expected::Stream(self.book.version(stream)),
            nonce,
        };
        for draft in self.book.decide(&envelope, &command)?.drafts {
            let (seq, version) = (self.book.seq + 1, self.book.version(stream) + 1);
            let record = Record::seal(draft, seq, version, Hash::ZERO);
            self.book.apply(&record).map_err(|error| StoreError::failed("rehearsing", error))?;
        }
        self.requests.push(Request { envelope, command });
        Ok(())
    }

    /// Returns the book that the commands give, and the commands.
    pub(crate) fn done(self) -> (Book, Vec<Request>) {
        (self.book, self.requests)
    }
}

/// Returns the id of a command by its random bytes.
pub(crate) fn id_of(nonce: &Nonce) -> Result<CommandId, StoreError> {
    Hash::of(&[b"styrbord command", nonce])
        .to_string()
        .parse()
        .map_err(|error| StoreError::failed("naming a command", error))
}
