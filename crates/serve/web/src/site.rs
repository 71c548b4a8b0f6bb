//! What the pages ask of the rest of the program: the journal, and who is logged in.
//!
//! The one place of this crate that holds a journal. Accounts and visits live as long as the program: after a start
//! the first visitor sets it up again, and the people and years of the journal are as they were.

mod accounts;
mod set_up;

pub(crate) use accounts::{LogIn, PASSWORD_MIN, Visitor, hex, random, same};

use crate::clock;
use crate::problem::Problem;
use accounts::Accounts;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use styrbord_app::Date;
use styrbord_app::follow::events::{
    Actor, Basis, Book, Command, Hash, Instant, ObjectId, Stream, TextRef, Year,
};
use styrbord_app::follow::{Circumstances, Failure, Incoming, Names, Office, Received, Sqlite, Start};

/// Tells what time it is.
pub(crate) type Clock = fn() -> Instant;

/// The journal and the people at it.
pub struct Site {
    office: Mutex<Office<Sqlite>>,
    accounts: Mutex<Accounts>,
    clock: Clock,
}

/// Where the journal is.
#[derive(Debug, Clone, Copy)]
pub enum Opened<'a> {
    /// In a file, which is made when it is not there.
    File(&'a Path),
    /// In memory: it ends with the program.
    Memory,
}

/// A plan as data with which a year is to begin.
#[derive(Debug, Clone, Copy)]
pub struct Pack<'a> {
    /// The name of the file.
    pub file: &'a str,
    /// The plan as JSON.
    pub bytes: &'a [u8],
}

/// A year as it is looked at.
pub(crate) struct Looked<'a> {
    /// Everything that holds.
    pub(crate) book: &'a Book,
    /// The year.
    pub(crate) year: &'a Year,
    /// The names of people.
    pub(crate) names: &'a Names,
    /// The day on which it is looked at.
    pub(crate) day: Date,
}

/// A year in the list of all.
#[derive(Debug, Clone)]
pub(crate) struct YearRow {
    /// Its line of history.
    pub(crate) stream: Stream,
    /// The name of the agency.
    pub(crate) agency: String,
    /// The budget year.
    pub(crate) year: i16,
    /// Whether its data are simulated.
    pub(crate) simulated: bool,
}

/// Who sets the program up.
pub(crate) struct SetUp {
    /// The person's name.
    pub(crate) name: String,
    /// The name of the agency in which the person works.
    pub(crate) agency: String,
    /// The login.
    pub(crate) login: String,
    /// The password.
    pub(crate) password: String,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A page that panicked left the value whole: it changes only when all went well.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Site {
    /// Opens a journal.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open(opened: Opened<'_>) -> Result<Self, Failure> {
        let office = match opened {
            Opened::File(path) => Office::open(path, true)?,
            Opened::Memory => Office::in_memory()?,
        };
        Ok(Self { office: Mutex::new(office), accounts: Mutex::default(), clock: clock::now })
    }

    /// Starts a year with a plan as data, unless the journal has years already. Tells whether it did.
    ///
    /// # Errors
    /// When it is no plan, or the journal fails.
    pub fn start_with(&self, pack: Pack<'_>) -> Result<bool, Failure> {
        let incoming = styrbord_app::follow::incoming(pack.file, pack.bytes)?;
        let mut office = lock(&self.office);
        if !office.book().years.is_empty() {
            return Ok(false);
        }
        let how = self.circumstances(Actor::Operator, None);
        office.start(&how, &incoming, &Start::default())?;
        Ok(true)
    }

    /// Returns what time it is.
    pub(crate) fn now(&self) -> Instant {
        (self.clock)()
    }

    /// Returns the day in Norway.
    pub(crate) fn today(&self) -> Date {
        clock::day_in_norway(self.now())
    }

    fn circumstances(&self, actor: Actor, reason: Option<String>) -> Circumstances {
        let now = self.now();
        let on = Some(clock::day_in_norway(now));
        Circumstances { now, set: false, on, actor, reason, dry_run: false }
    }

    /// Tells whether somebody has set the program up.
    pub(crate) fn is_set_up(&self) -> bool {
        !lock(&self.accounts).is_empty()
    }

    /// Registers the first person as administrator and controller, and logs in. Returns the secret of the visit.
    ///
    /// # Errors
    /// When it is set up already, or what is said of the person does not do.
    pub(crate) fn set_up(&self, first: &SetUp) -> Result<String, Problem> {
        let mut accounts = lock(&self.accounts);
        if !accounts.is_empty() {
            return Err(Problem::Forbidden);
        }
        let person =
            set_up::register(&mut lock(&self.office), &self.circumstances(Actor::Operator, None), first)?;
        accounts.add(person, &first.login, &first.password)?;
        accounts.open(person, self.now())
    }

    /// Logs a person in. Returns the secret of the visit.
    ///
    /// # Errors
    /// When login and password do not go together, or there were too many attempts.
    pub(crate) fn log_in(&self, log_in: &LogIn<'_>) -> Result<String, Problem> {
        lock(&self.accounts).log_in(log_in, self.now())
    }

    /// Returns who is behind the secret of a visit.
    pub(crate) fn visitor(&self, secret: &str) -> Option<Visitor> {
        let person = lock(&self.accounts).seen(secret, self.now())?;
        let mut office = lock(&self.office);
        if !office.book().directory.is_active(person) {
            return None;
        }
        let name = office.names().ok()?.get(&person).cloned().flatten().unwrap_or_else(|| person.to_string());
        Some(Visitor { person, name })
    }

    /// Ends a visit.
    pub(crate) fn log_out(&self, secret: &str) {
        lock(&self.accounts).close(secret);
    }

    /// Changes a person's password and ends the person's other visits.
    ///
    /// # Errors
    /// When the old password is another one.
    pub(crate) fn change_password(&self, secret: &str, old: &str, new: &str) -> Result<(), Problem> {
        let now = self.now();
        lock(&self.accounts).change_password(secret, old, new, now)
    }

    /// Returns all years, the latest first.
    pub(crate) fn years(&self, _visitor: &Visitor) -> Result<Vec<YearRow>, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        let book = office.book();
        let mut rows: Vec<YearRow> = book.years.values().map(|year| year_row(book, year)).collect();
        rows.sort_by(|one, other| (other.year, &one.agency).cmp(&(one.year, &other.agency)));
        Ok(rows)
    }

    /// Shows a year as it is, or as of a day.
    ///
    /// # Errors
    /// When there is no such year, or the journal cannot be read.
    pub(crate) fn look<R>(
        &self,
        _visitor: &Visitor,
        stream: Stream,
        as_of: Option<Date>,
        show: impl FnOnce(&Looked<'_>) -> R,
    ) -> Result<R, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        let names = office.names()?;
        let day = as_of.unwrap_or_else(|| self.today());
        let then = as_of.map(|day| office.as_of(day, Basis::InForce)).transpose()?;
        let book = then.as_ref().unwrap_or_else(|| office.book());
        let year = book.years.get(&stream).ok_or(Problem::NotFound)?;
        Ok(show(&Looked { book, year, names: &names, day }))
    }

    /// Returns what texts say; none for one that was erased.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(crate) fn words(
        &self,
        _visitor: &Visitor,
        references: impl IntoIterator<Item = TextRef>,
    ) -> Result<BTreeMap<TextRef, Option<String>>, Problem> {
        Ok(lock(&self.office).words(references)?)
    }

    /// Does one command on an object that nobody changed since the visitor saw it.
    ///
    /// # Errors
    /// When somebody did, it is refused, or the journal fails.
    pub(crate) fn change(
        &self,
        visitor: &Visitor,
        (stream, object, seen): (Stream, ObjectId, u64),
        command: Command,
        reason: Option<String>,
    ) -> Result<(), Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        if office.book().touched(stream, object) != seen {
            return Err(Problem::Conflict);
        }
        let how = self.circumstances(Actor::Person(visitor.person), reason);
        office.run(&how, stream, command)?;
        Ok(())
    }

    /// Keeps the file of a letter and returns its sum.
    ///
    /// # Errors
    /// When the journal fails.
    pub(crate) fn keep_file(&self, _visitor: &Visitor, kind: &str, bytes: &[u8]) -> Result<Hash, Problem> {
        Ok(lock(&self.office).keep_file(kind, bytes)?)
    }

    /// Returns the bytes of a letter.
    ///
    /// # Errors
    /// When it is not kept, or the journal fails.
    pub(crate) fn file(&self, _visitor: &Visitor, hash: Hash) -> Result<Vec<u8>, Problem> {
        lock(&self.office).file(hash)?.ok_or(Problem::NotFound)
    }

    /// Starts a year with a letter.
    ///
    /// # Errors
    /// When the letter does not say whose and which year it is, the year is there, or the journal fails.
    pub(crate) fn start(
        &self,
        visitor: &Visitor,
        incoming: &Incoming,
        start: &Start,
    ) -> Result<Received, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        let how = Circumstances { on: None, ..self.circumstances(Actor::Person(visitor.person), None) };
        Ok(office.start(&how, incoming, start)?)
    }
}

fn year_row(book: &Book, year: &Year) -> YearRow {
    let agency = book.directory.organisations.get(&year.agency);
    YearRow {
        stream: year.stream,
        agency: agency.map(|agency| agency.name.clone()).unwrap_or_default(),
        year: year.year,
        simulated: year.simulated,
    }
}
