//! What the pages ask of the rest of the program: years, letters, and who is logged in.
//!
//! All of it is done by the site of `app`, which checks every use case by the access matrix.

mod admin;
mod feeds;
mod intake;
mod looked;
mod outside;
mod secrets;
mod spoken;
mod tokens;

pub(crate) use intake::{Intake, Rehearsed};
pub(crate) use looked::Looked;
pub(crate) use outside::Outside;
pub(crate) use secrets::{hex, random, same};
pub(crate) use styrbord_app::accounts::PASSWORD_MIN;
pub(crate) use tokens::Sent;

use crate::clock;
use crate::problem::Problem;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use styrbord_app::access::{self, Sight, Target, UseCase};
use styrbord_app::accounts::{Attempt, Code, Concealed, Secret};
use styrbord_app::follow::events::directory::{OrganisationKind, Role};
use styrbord_app::follow::events::{
    Book, Command, Expected, Hash, Instant, ObjectId, PersonId, Stream, TextRef, Year,
};
use styrbord_app::follow::{Failure, Incoming, Received, Rejection, Start, StoreError, YearError};
use styrbord_app::journal::{Attachment, Open};
use styrbord_app::site::{self, Asking};
use styrbord_app::{Date, Language};

/// The journal and the people at it.
pub struct Site {
    site: site::Site,
    /// How far the clock was set, in milliseconds; nothing where it goes right.
    clock_set_ms: Option<i64>,
}

/// Where the journal is.
#[derive(Debug, Clone, Copy)]
pub enum Opened<'a> {
    /// In a database: a path of a file, which is made when it is not there, or `postgres://…`.
    Database(&'a str),
    /// In memory: it ends with the program.
    Memory,
}

/// Numbers the journals in memory.
static PASSING: AtomicU64 = AtomicU64::new(0);

/// A plan as data with which a year is to begin.
#[derive(Debug, Clone, Copy)]
pub struct Pack<'a> {
    /// The name of the file.
    pub file: &'a str,
    /// The plan as JSON.
    pub bytes: &'a [u8],
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
    /// The code that the program showed when it started.
    pub(crate) code: String,
    /// The network address that it comes from.
    pub(crate) address: String,
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
    /// When the person logged in before this visit; none the first time, and for programs.
    pub(crate) before: Option<Instant>,
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

impl Site {
    /// Opens a journal.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open(opened: Opened<'_>) -> Result<Self, Failure> {
        let site = match opened {
            Opened::Database(db) => site::Site::open(db, Open::OrCreate)?,
            Opened::Memory => {
                let number = PASSING.fetch_add(1, Ordering::Relaxed);
                site::Site::in_memory(&format!("pages-{number}"))?
            }
        };
        Ok(Self { site, clock_set_ms: None })
    }

    /// Sets the clock, which runs on from there; from the last record when that is later.
    ///
    /// # Errors
    /// When a year of the journal is not simulated, or it has none.
    pub fn set_clock(self, to: Instant) -> Result<Self, Failure> {
        let book = self.site.book();
        if book.years.is_empty() || !book.years.values().all(|year| year.simulated) {
            return Err(YearError::ClockOfReal.into());
        }
        let to = self.site.last_record().map_or(to, |last| last.max(to));
        Ok(Self { clock_set_ms: Some(to.millis().saturating_sub(clock::now().millis())), ..self })
    }

    /// What happens by a clock that was set happens in simulated years alone.
    fn check_clock(&self, start: &Start) -> Result<(), Failure> {
        let is_real = self.clock_set_ms.is_some() && !start.simulated;
        if is_real { Err(YearError::ClockOfReal.into()) } else { Ok(()) }
    }

    /// Starts a year with a plan as data, unless the journal has years already. Tells whether it did.
    ///
    /// # Errors
    /// When it is no plan, or the journal fails.
    pub fn start_with(&self, pack: Pack<'_>) -> Result<bool, Failure> {
        let incoming = styrbord_app::follow::incoming(pack.file, pack.bytes)?;
        if !self.site.book().years.is_empty() {
            return Ok(false);
        }
        self.check_clock(&Start::default())?;
        self.site.start_by_operator(&incoming, &Start::default(), &self.asking())?;
        Ok(true)
    }

    /// Returns the code that the set-up asks for, for the terminal alone; none when it is done.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub fn set_up_code(&self) -> Result<Option<String>, Failure> {
        Ok(self.site.set_up_code()?.map(|code| code.reveal()))
    }

    /// Has the set-up ask for a code that is known already, as in a test.
    pub fn choose_set_up_code(&self, code: &str) {
        self.site.choose_set_up_code(Code::typed(code));
    }

    /// Takes in what other processes wrote.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(crate) fn refresh(&self) -> Result<(), Problem> {
        Ok(self.site.refresh()?)
    }

    /// Removes visits, tokens and attempts that have ended.
    ///
    /// # Errors
    /// When the accounts cannot be written to.
    pub(crate) fn sweep(&self) -> Result<(), Problem> {
        Ok(self.site.accounts().sweep(self.now())?)
    }

    /// Returns what time it is.
    pub(crate) fn now(&self) -> Instant {
        let now = clock::now();
        Instant::from_millis(now.millis().saturating_add(self.clock_set_ms.unwrap_or_default()))
    }

    /// Returns the day in Norway.
    pub(crate) fn today(&self) -> Date {
        clock::day_in_norway(self.now())
    }

    /// Returns what time and which day it is.
    fn when(&self) -> (Instant, Date) {
        let now = self.now();
        (now, clock::day_in_norway(now))
    }

    fn asking(&self) -> Asking {
        let now = self.now();
        Asking::at(now, clock::day_in_norway(now))
    }

    fn asked(&self, typed: &Typed) -> Asking {
        let expected = typed.seen.map_or(Expected::Any, |(object, seq)| Expected::Object(object, seq));
        Asking { on: typed.on, reason: typed.reason.clone(), expected, ..self.asking() }
    }

    /// Tells whether somebody has set the program up.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub(crate) fn is_set_up(&self) -> Result<bool, Problem> {
        Ok(self.site.accounts().is_set_up()?)
    }

    /// Returns the name of the agency whose years there are; none when there are several, or none.
    pub(crate) fn only_agency(&self) -> Option<String> {
        let mut agencies = self.site.agencies();
        let only = agencies.pop();
        only.filter(|_| agencies.is_empty())
    }

    /// Registers the first person as administrator and controller, and logs in. Returns the secret of the visit.
    ///
    /// # Errors
    /// When it is set up already, the code is another one, or what is said of the person does not do.
    pub(crate) fn set_up(&self, first: &SetUp) -> Result<String, Problem> {
        if self.is_set_up()? {
            return Err(Problem::Forbidden);
        }
        let concealed = |words: &String| Concealed::new(words.clone());
        let said = site::SetUp {
            organisation: &first.agency,
            kind: OrganisationKind::Agency,
            name: &concealed(&first.name),
            login: &concealed(&first.login),
            password: &concealed(&first.password),
            language: first.language,
            code: &Code::typed(&first.code),
            address: &first.address,
            role: Some(Role::Controller),
        };
        Ok(self.site.set_up(&said, &self.asking())?.secret.reveal())
    }

    /// Logs a person in; the visit that the browser had ends. Returns the secret of the new one.
    ///
    /// # Errors
    /// When login and password do not go together, or there were too many attempts.
    pub(crate) fn log_in(&self, typed: &LogIn, left: Option<&str>) -> Result<String, Problem> {
        let left = left.and_then(Secret::parse);
        let entrance = self.site.log_in(&typed.attempt(self.now()), left.as_ref())?;
        Ok(entrance.secret.reveal())
    }

    /// Returns who is behind the secret of a visit.
    ///
    /// # Errors
    /// When accounts or names cannot be read.
    pub(crate) fn visitor(&self, secret: &str) -> Result<Option<Visitor>, Problem> {
        let Some(secret) = Secret::parse(secret) else { return Ok(None) };
        let Some(visit) = self.site.visit(&secret, self.now())? else { return Ok(None) };
        let asks = visit.visitor;
        let person = asks.person;
        let name = self.site.names()?.get(&person).cloned().flatten().unwrap_or_else(|| person.to_string());
        Ok(Some(Visitor { person, name, language: visit.language, before: visit.before, asks }))
    }

    /// Ends a visit.
    ///
    /// # Errors
    /// When the accounts cannot be written to.
    pub(crate) fn log_out(&self, secret: &str) -> Result<(), Problem> {
        match Secret::parse(secret) {
            Some(secret) => Ok(self.site.accounts().log_out(&secret)?),
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
        let account = self.site.accounts().of(visitor.person)?.ok_or(Problem::LogInFirst)?;
        let attempt = Attempt { login: account.login.reveal(), ..old.attempt(self.now()) };
        Ok(self.site.accounts().change_password(&secret, &attempt, &Concealed::new(new))?)
    }

    /// Keeps the language that a person chose.
    ///
    /// # Errors
    /// When the accounts cannot be written to.
    pub(crate) fn set_language(&self, visitor: &Visitor, language: Language) -> Result<(), Problem> {
        Ok(self.site.set_language(&visitor.asks, language, self.today())?)
    }

    /// Returns all years of which the visitor sees the inside, the latest first; one that another process began a
    /// moment ago too.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(crate) fn years(&self, visitor: &Visitor) -> Result<Vec<YearRow>, Problem> {
        self.site.refresh()?;
        let book = self.site.book();
        let seen = book.years.values().filter(|year| self.sees(&book, visitor, year.stream));
        let mut rows: Vec<YearRow> = seen.map(|year| year_row(&book, year)).collect();
        rows.sort_by(|one, other| (other.year, &one.agency).cmp(&(one.year, &other.agency)));
        Ok(rows)
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
        Ok(self.site.words(references)?)
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
        let done = self.site.submit(&visitor.asks, stream, command, &self.asked(typed));
        done.map(|_| ()).map_err(|failure| self.spoken(visitor, stream, failure.into()))
    }

    /// Keeps the file of a letter and returns its sum.
    ///
    /// # Errors
    /// When the visitor could do nothing with it, or the journal fails.
    pub(crate) fn keep_file(&self, visitor: &Visitor, kind: &str, bytes: &[u8]) -> Result<Hash, Problem> {
        Ok(self.site.keep_letter(&visitor.asks, kind, bytes, self.today())?)
    }

    /// Returns the bytes of a letter.
    ///
    /// # Errors
    /// When the visitor may not read it, it is not kept, or the journal fails.
    pub(crate) fn file(&self, visitor: &Visitor, hash: Hash) -> Result<Vec<u8>, Problem> {
        Ok(self.attachment(visitor, hash)?.bytes)
    }

    /// Returns a file with its media type.
    ///
    /// # Errors
    /// When the visitor may not read it, it is not kept, or the journal fails.
    pub(crate) fn attachment(&self, visitor: &Visitor, hash: Hash) -> Result<Attachment, Problem> {
        match self.site.file(&visitor.asks, hash, self.today()) {
            Ok(file) => Ok(file),
            // Who may not read it is not told whether it is there.
            Err(Rejection::Refused(_) | Rejection::Store(StoreError::AttachmentMissing { .. })) => {
                Err(Problem::NotFound)
            }
            Err(rejection) => Err(rejection.into()),
        }
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
        self.check_clock(start)?;
        Ok(self.site.start(&visitor.asks, incoming, start, &self.asking())?)
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
