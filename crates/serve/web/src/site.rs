//! What the pages ask of the rest of the program: the journal, and who is logged in.
//!
//! The one place of this crate that holds a journal and the accounts beside it.

mod secrets;
mod set_up;

pub(crate) use secrets::{hex, random, same};
pub(crate) use styrbord_app::accounts::PASSWORD_MIN;

use crate::clock;
use crate::problem::Problem;
use crate::words::problem as words;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use styrbord_app::access::{self, Entry, Sight, Target, UseCase};
use styrbord_app::accounts::{Account, Accounts, Attempt, Concealed, Secret, Vault};
use styrbord_app::follow::events::{
    Actor, Basis, Book, Command, Hash, Instant, ObjectId, PersonId, Stream, TextRef, Year,
};
use styrbord_app::follow::{
    CalendarDay, Circumstances, Database, Failure, Incoming, Names, Office, Received, Sqlite, Start, calendar,
};
use styrbord_app::{Date, Language};

/// Tells what time it is.
pub(crate) type Clock = fn() -> Instant;

/// The journal and the people at it.
pub struct Site {
    office: Mutex<Office<Database>>,
    accounts: Accounts,
    clock: Clock,
}

/// Where the journal is.
#[derive(Debug, Clone, Copy)]
pub enum Opened<'a> {
    /// In a database: a path of a file, which is made when it is not there, or `postgres://…`.
    Database(&'a str),
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
    /// Who looks.
    pub(crate) visitor: &'a Visitor,
    /// The book of today and today, by which it is decided what somebody may.
    pub(crate) present: (&'a Book, Date),
}

impl Looked<'_> {
    /// Tells whether who looks may do something to an object, or without one to the year as a whole.
    pub(crate) fn may(&self, use_case: UseCase, object: Option<ObjectId>) -> bool {
        let (book, today) = self.present;
        let stream = self.year.stream;
        let target = object.map_or(Target::Year(stream), |object| Target::Object(stream, object));
        access::may(book, &self.visitor.asks, use_case, target, today).is_some()
    }

    /// Returns the days that who looks may see.
    pub(crate) fn calendar(&self) -> Vec<CalendarDay> {
        calendar(self.book, self.year.stream, &self.visitor.asks, self.present)
    }
}

/// What somebody types beside a command.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    /// The object as it was seen: the number of the record that changed it last.
    pub(crate) seen: Option<(ObjectId, u64)>,
    /// The day on which it holds; today when it is not said.
    pub(crate) on: Option<Date>,
    /// Why.
    pub(crate) reason: Option<String>,
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
    /// The language.
    pub(crate) language: Language,
}

/// A person who is logged in.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// Who.
    pub(crate) person: PersonId,
    /// The name.
    pub(crate) name: String,
    /// The language that the person chose.
    pub(crate) language: Option<Language>,
    /// The same for the matrix.
    asks: access::Visitor,
}

/// What somebody types to log in.
pub(crate) struct LogIn {
    /// The login.
    pub(crate) login: String,
    /// The password.
    pub(crate) password: Concealed,
    /// The network address that it comes from.
    pub(crate) address: String,
}

impl LogIn {
    fn attempt(&self, now: Instant) -> Attempt<'_> {
        Attempt { login: &self.login, password: &self.password, address: &self.address, now }
    }
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
        let (office, vault): (_, Box<dyn Vault>) = match opened {
            Opened::Database(db) => (Office::open(db, true)?, styrbord_app::journal::open_vault(db)?),
            Opened::Memory => (Office::passing()?, Box::new(Sqlite::in_memory()?)),
        };
        Ok(Self { office: Mutex::new(office), accounts: Accounts::new(vault), clock: clock::now })
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
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn is_set_up(&self) -> Result<bool, Problem> {
        Ok(self.accounts.is_set_up()?)
    }

    /// Registers the first person as administrator and controller, and logs in. Returns the secret of the visit.
    ///
    /// # Errors
    /// When it is set up already, or what is said of the person does not do.
    pub(crate) fn set_up(&self, first: &SetUp) -> Result<String, Problem> {
        // Held until the account is there: of two who come first, one does.
        let mut office = lock(&self.office);
        if self.accounts.is_set_up()? {
            return Err(Problem::Forbidden);
        }
        let how = self.circumstances(Actor::Operator, None);
        let person = set_up::register(&mut office, &how, first)?;
        let password = Concealed::new(first.password.clone());
        let account = self.accounts.set_up(person, &first.login, &password, first.language)?;
        Ok(self.accounts.open_session(account, self.now())?.secret.reveal())
    }

    /// Logs a person in; the visit that the browser had ends. Returns the secret of the new one.
    ///
    /// # Errors
    /// When login and password do not go together, or there were too many attempts.
    pub(crate) fn log_in(&self, typed: &LogIn, left: Option<&str>) -> Result<String, Problem> {
        let left = left.and_then(Secret::parse);
        let entrance = self.accounts.log_in(&typed.attempt(self.now()), left.as_ref())?;
        Ok(entrance.secret.reveal())
    }

    /// Returns who is behind the secret of a visit.
    ///
    /// # Errors
    /// When accounts or names cannot be read.
    pub(crate) fn visitor(&self, secret: &str) -> Result<Option<Visitor>, Problem> {
        let Some(secret) = Secret::parse(secret) else { return Ok(None) };
        let Some((account, _)) = self.accounts.resume(&secret, self.now())? else { return Ok(None) };
        let Account { person, operator, language, .. } = account;
        let mut office = lock(&self.office);
        if !office.book().directory.is_active(person) {
            return Ok(None);
        }
        let name = office.names()?.get(&person).cloned().flatten().unwrap_or_else(|| person.to_string());
        let asks = access::Visitor {
            person,
            operator,
            language: language.unwrap_or_default(),
            entry: Entry::Session,
        };
        Ok(Some(Visitor { person, name, language, asks }))
    }

    /// Ends a visit.
    ///
    /// # Errors
    /// When the accounts cannot be written to.
    pub(crate) fn log_out(&self, secret: &str) -> Result<(), Problem> {
        match Secret::parse(secret) {
            Some(secret) => Ok(self.accounts.log_out(&secret)?),
            None => Ok(()),
        }
    }

    /// Changes a person's password and ends the person's other visits.
    ///
    /// # Errors
    /// When the old password is another one, or the new one does not do.
    pub(crate) fn change_password(
        &self,
        secret: &str,
        old: &LogIn,
        new: &str,
        visitor: &Visitor,
    ) -> Result<(), Problem> {
        let secret = Secret::parse(secret).ok_or(Problem::LogInFirst)?;
        let account = self.accounts.of(visitor.person)?.ok_or(Problem::LogInFirst)?;
        let attempt = Attempt { login: account.login.reveal(), ..old.attempt(self.now()) };
        Ok(self.accounts.change_password(&secret, &attempt, &Concealed::new(new))?)
    }

    /// Keeps the language that a person chose.
    ///
    /// # Errors
    /// When the accounts cannot be written to.
    pub(crate) fn set_language(&self, visitor: &Visitor, language: Language) -> Result<(), Problem> {
        Ok(self.accounts.set_language(visitor.person, language)?)
    }

    /// Returns all years, the latest first.
    pub(crate) fn years(&self, visitor: &Visitor) -> Result<Vec<YearRow>, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        let book = office.book();
        let seen = book.years.values().filter(|year| self.sees(book, visitor, year.stream));
        let mut rows: Vec<YearRow> = seen.map(|year| year_row(book, year)).collect();
        rows.sort_by(|one, other| (other.year, &one.agency).cmp(&(one.year, &other.agency)));
        Ok(rows)
    }

    /// Shows a year as it is, or as of a day.
    ///
    /// # Errors
    /// When there is no such year, or the journal cannot be read.
    pub(crate) fn look<R>(
        &self,
        visitor: &Visitor,
        stream: Stream,
        as_of: Option<Date>,
        show: impl FnOnce(&Looked<'_>) -> R,
    ) -> Result<R, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        if !self.sees(office.book(), visitor, stream) {
            return Err(Problem::NotFound);
        }
        let names = office.names()?;
        let day = as_of.unwrap_or_else(|| self.today());
        let then = as_of.map(|day| office.as_of(day, Basis::InForce)).transpose()?;
        let book = then.as_ref().unwrap_or_else(|| office.book());
        let year = book.years.get(&stream).ok_or(Problem::NotFound)?;
        let present = (office.book(), self.today());
        Ok(show(&Looked { book, year, names: &names, day, visitor, present }))
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

    /// Does one command, on an object that nobody changed since the visitor saw it.
    ///
    /// # Errors
    /// When somebody did, the visitor may not, it is refused, or the journal fails.
    pub(crate) fn submit(
        &self,
        visitor: &Visitor,
        stream: Stream,
        command: Command,
        typed: &Typed,
    ) -> Result<(), Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        if typed.seen.is_some_and(|(object, seen)| office.book().touched(stream, object) != seen) {
            return Err(Problem::Conflict);
        }
        let (use_case, targets) = access::asked_by(stream, &command);
        access::check(office.book(), &visitor.asks, use_case, &targets, self.today())?;
        let how = self.circumstances(Actor::Person(visitor.person), typed.reason.clone());
        let how = Circumstances { on: typed.on.or(how.on), ..how };
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
        let rehearsed = office.start(&Circumstances { dry_run: true, ..how.clone() }, incoming, start)?;
        if !self.sees(&rehearsed.book, visitor, rehearsed.stream) {
            return Err(Problem::Unfit(words::message(words::OTHER_AGENCY)));
        }
        Ok(office.start(&how, incoming, start)?)
    }

    /// Tells whether a visitor sees all of a year, by the roles of today; these pages show nothing less.
    fn sees(&self, book: &Book, visitor: &Visitor, stream: Stream) -> bool {
        let sight = access::may(book, &visitor.asks, UseCase::SeeYear, Target::Year(stream), self.today());
        sight == Some(Sight::Inside)
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
