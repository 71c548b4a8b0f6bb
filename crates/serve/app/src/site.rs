//! What a server shares between requests: one desk that writes, one book for all who read, and the accounts.
//!
//! From: a [`Visitor`] and what the visitor asks. To: what is kept, or is to be seen. Every use case goes through here
//! and is checked by the access matrix; pages check nothing. The site asks for no time: it comes with each call.
//! Its calls wait for the database and for argon2: a server makes them beside its event loop, never on it.

mod accounts;
mod audit;
mod extracts;
mod files;
mod found;
mod keep;
mod people;
mod state;
mod visit;
mod years;

pub use audit::{AuditLine, AuditQuery, AuditSubject};
pub use files::KeptFile;
pub use found::SetUp;
pub use keep::{DatabaseKind, Installation};
pub use people::{AccountCard, PersonCard, PersonRow};
pub use visit::Visit;

use crate::access::{self, Target, UseCase, Visitor};
use crate::accounts::{Accounts, By, Code, Vault};
use crate::follow::{Names, id_of};
use extracts::Extracts;
use state::Reader;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use styrbord_calendar::Date;
use styrbord_events::{
    Actor, Basis, Book, Command, CommandId, Envelope, Expected, Instant, PersonId, Stream, TextRef, directory,
};
use styrbord_store::{
    Desk, Journal, Keeper, Open, Receipt, Rejection, Request, Sqlite, StoreError, StoredText, fresh_nonce,
};

/// A server's journal, book and accounts.
pub struct Site {
    desk: Desk<Box<dyn Journal>>,
    reader: Reader,
    accounts: Accounts,
    /// Where the database is, so that what takes long has a connection of its own.
    address: Option<String>,
    /// Held while the first account is made: what whoever makes it has to know.
    founding: Mutex<Code>,
    /// The names of people with the version of the directory that they are of.
    names: Mutex<Option<(u64, Arc<Names>)>>,
    /// What those read who do not read all of a year.
    extracts: Extracts,
}

/// In which circumstances a visitor asks for something.
#[derive(Debug, Clone)]
pub struct Asking {
    /// What time it is.
    pub now: Instant,
    /// Which day it is where people work.
    pub today: Date,
    /// The idempotency key that the form carries; one is made without it.
    pub id: Option<CommandId>,
    /// The day on which it holds; today when it is not said.
    pub on: Option<Date>,
    /// Why, in words.
    pub reason: Option<String>,
    /// What the visitor has seen, so that nobody is overwritten unseen.
    pub expected: Expected,
}

impl Asking {
    /// Returns plain circumstances: today, without a reason.
    pub fn at(now: Instant, today: Date) -> Self {
        Self { now, today, id: None, on: None, reason: None, expected: Expected::Any }
    }
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Site")
    }
}

impl Site {
    /// Opens the journal and the accounts in a database: a path of a file, or `postgres://…`.
    ///
    /// # Errors
    /// When it cannot be opened that way, or a record in it is wrong.
    pub fn open(db: &str, open: Open) -> Result<Self, StoreError> {
        let writer = crate::journal::open(db, open)?;
        let reader = crate::journal::open(db, Open::Existing)?;
        let site = Self::of(writer, reader, crate::journal::open_vault(db)?)?;
        Ok(Self { address: Some(db.to_owned()), ..site })
    }

    /// Makes a site in memory, which ends with it. The name is one that no other site of the process has.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn in_memory(name: &str) -> Result<Self, StoreError> {
        let open = || Sqlite::in_shared_memory(name).map(Box::new);
        Self::of(open()?, open()?, open()?)
    }

    /// Makes a site of two connections to one journal, and of a vault.
    ///
    /// # Errors
    /// When a record in the journal is wrong.
    pub fn of(
        writer: Box<dyn Journal>,
        reader: Box<dyn Journal>,
        vault: Box<dyn Vault>,
    ) -> Result<Self, StoreError> {
        let desk = Desk::open(Keeper::open(writer)?)?;
        let reader = Reader::open(reader)?;
        Ok(Self {
            desk,
            reader,
            accounts: Accounts::new(vault),
            address: None,
            founding: Mutex::new(Code::fresh()?),
            names: Mutex::default(),
            extracts: Extracts::default(),
        })
    }

    /// Returns the state as of the last record that was taken in. It stays as it is while somebody holds it.
    pub fn book(&self) -> Arc<Book> {
        self.reader.book()
    }

    /// Returns when the last record was made; none in an empty journal.
    pub fn last_record(&self) -> Option<Instant> {
        self.reader.trail().last().map(audit::Trace::at)
    }

    /// Takes in what was written, by others too. A server calls it now and then.
    ///
    /// # Errors
    /// When the journal cannot be read, or a record is wrong.
    pub fn refresh(&self) -> Result<(), StoreError> {
        self.reader.catch_up()
    }

    /// Returns the state as of the end of a day. Whoever is shown it is checked by the state of today: what was taken
    /// back is not to be seen in the past either.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn as_of(&self, basis: Basis, day: Date) -> Result<Arc<Book>, StoreError> {
        self.desk.ask(move |keeper| {
            // Who reads may have seen already what another process wrote.
            keeper.catch_up()?;
            keeper.as_of_shared(basis, day)
        })?
    }

    /// Returns what texts say; none for one that was erased. Whether somebody may read them is asked before.
    ///
    /// # Errors
    /// When one is missing or is not what was written.
    pub fn words(
        &self,
        references: impl IntoIterator<Item = TextRef>,
    ) -> Result<BTreeMap<TextRef, Option<String>>, StoreError> {
        let read = |text| Ok((text, self.reader.text(text)?));
        references.into_iter().map(read).collect()
    }

    /// Does what a visitor asks, when the matrix allows it.
    ///
    /// # Errors
    /// When it is not allowed, is refused, or cannot be kept; nothing has changed then.
    pub fn submit(
        &self,
        visitor: &Visitor,
        stream: Stream,
        command: Command,
        asking: &Asking,
    ) -> Result<Receipt, Rejection> {
        self.refresh()?;
        let (use_case, targets) = access::asked_by(stream, &command);
        access::check(&self.book(), visitor, use_case, &targets, asking.today)?;
        self.check_files(visitor, &command, asking.today)?;
        let leaves = leaving(&command);
        if let Some((person, _)) = leaves {
            self.accounts.check_another_operator(person)?;
        }
        let receipt = self.run(Actor::Person(visitor.person), stream, command, asking)?;
        let by = By::person(visitor.person, asking.now);
        match leaves {
            Some((person, Leaving::Erased)) => self.accounts.close(person, by)?,
            Some((person, Leaving::Inactive)) => {
                // Nothing may let a person in who may no longer do anything.
                self.accounts.log_out_everywhere(person, by)?;
                self.accounts.revoke_all(person, by)?;
            }
            None => {}
        }
        Ok(receipt)
    }

    /// Tells whether a visitor may do something to every one of its targets.
    ///
    /// # Errors
    /// When not.
    pub fn check(
        &self,
        visitor: &Visitor,
        use_case: UseCase,
        targets: &[Target],
        today: Date,
    ) -> Result<(), Rejection> {
        Ok(access::check(&self.book(), visitor, use_case, targets, today)?)
    }

    fn run(
        &self,
        actor: Actor,
        stream: Stream,
        command: Command,
        asking: &Asking,
    ) -> Result<Receipt, Rejection> {
        let nonce = fresh_nonce()?;
        let envelope = Envelope {
            id: asking.id.clone().map_or_else(|| id_of(&nonce), Ok)?,
            stream,
            actor,
            at: asking.now,
            on: asking.on.unwrap_or(asking.today),
            reason: asking.reason.clone(),
            expected: asking.expected,
            nonce,
        };
        let receipt = self.desk.submit(Request { envelope, command })?;
        self.refresh()?;
        Ok(receipt)
    }
}

/// How a person leaves.
#[derive(Clone, Copy)]
enum Leaving {
    /// The person may come back.
    Inactive,
    /// Nothing about the person is kept.
    Erased,
}

/// Returns the person who may no longer do anything after a command.
fn leaving(command: &Command) -> Option<(PersonId, Leaving)> {
    let Command::Directory(command) = command else { return None };
    match command {
        directory::Command::DeactivatePerson { person } => Some((*person, Leaving::Inactive)),
        directory::Command::ErasePerson { person } => Some((*person, Leaving::Erased)),
        _ => None,
    }
}

/// Locks what is never left half done, so that one thread's end does not spoil it for the others.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the words of a text; none when they were erased.
fn words_of(text: Option<StoredText>, reference: TextRef) -> Result<Option<String>, StoreError> {
    match text {
        Some(StoredText::Erased(_)) => Ok(None),
        Some(StoredText::Kept(note)) if note.is_genuine() && note.reference == reference => {
            Ok(Some(note.text))
        }
        Some(StoredText::Kept(_)) => Err(StoreError::TextChanged { text: reference }),
        None => Err(StoreError::TextMissing { text: reference }),
    }
}
