//! The journal with people before it: commands are rehearsed, then kept.

use super::answers::AnswerError;
use super::incoming::Unfit;
use super::question::Question;
use super::work::{Work, anything};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_events::{
    Actor, Basis, Book, Command, Instant, ObjectId, OrganisationId, PersonId, Refusal, Stream, TextRef,
};
use styrbord_store::{Journal, Keeper, Open, Rejection, Sqlite, StoreError, Words};

/// Why something was not done.
#[derive(Debug)]
pub enum Failure {
    /// The document cannot be taken in.
    Unfit(Unfit),
    /// It is not allowed as things stand.
    Refused(Refusal),
    /// The journal could not do it.
    Store(StoreError),
    /// An answer is none to a question that is asked.
    Answer(AnswerError),
    /// Questions must be answered first.
    Asked(Vec<Question>),
    /// What is said of the year does not fit.
    Year(YearError),
}

/// What is wrong with what is said of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearError {
    /// The journal has no year yet.
    None,
    /// The journal has several years, and it is not said which is meant.
    Which(Vec<Stream>),
    /// The journal has no such year.
    Unknown,
    /// The letter does not say whose it is.
    NoAgency,
    /// The letter does not say who sends it.
    NoMinistry,
    /// The letter does not say of which year it is.
    NoYear,
    /// The letter is another agency's; the one expected, the one found.
    OtherAgency(String, String),
    /// The letter is another year's; the one expected, the one found.
    OtherYear(i16, i16),
    /// The document, named, holds nothing that a letter of a year holds.
    NoLetter(String),
    /// The clock is set, and not all years of the journal are simulated.
    ClockOfReal,
    /// There is no such person.
    NoPerson(String),
    /// Several people have the name.
    ManyPeople(String),
    /// An object has several deadlines, and it is not said which is meant; their names.
    WhichDeadline(ObjectId, String),
    /// A deadline is to be moved, and it is not said by what that was agreed.
    WhichGround,
    /// The year has no post of such a number.
    NoPost(String),
    /// It is no value in the unit of a series.
    NoValue(String, ObjectId),
    /// A target is to be set, and it is not said by whom.
    WhoSetsTarget,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refused(refusal)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Store(error)
    }
}

impl From<Rejection> for Failure {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::Refused(refusal) => Failure::Refused(refusal),
            Rejection::Store(error) => Failure::Store(error),
        }
    }
}

impl From<AnswerError> for Failure {
    fn from(error: AnswerError) -> Self {
        Failure::Answer(error)
    }
}

impl From<YearError> for Failure {
    fn from(error: YearError) -> Self {
        Failure::Year(error)
    }
}

impl From<Unfit> for Failure {
    fn from(error: Unfit) -> Self {
        Failure::Unfit(error)
    }
}

/// In which circumstances something is asked.
#[derive(Debug, Clone)]
pub struct Circumstances {
    /// What time it is.
    pub now: Instant,
    /// Which day it is where people work.
    pub today: Date,
    /// Whether the clock was set by hand; allowed only where every year is simulated.
    pub set: bool,
    /// The day on which it holds; today when it is not said.
    pub on: Option<Date>,
    /// Who asks.
    pub actor: Actor,
    /// Why, in words.
    pub reason: Option<String>,
    /// Whether nothing is to be kept.
    pub dry_run: bool,
}

/// A journal at which somebody works.
#[derive(Debug)]
pub struct Office<J> {
    pub(super) keeper: Keeper<J>,
}

/// The journal of a database that is named.
pub type Database = Box<dyn Journal>;

impl Office<Database> {
    /// Opens the journal of a database: a path, or `postgres://…`.
    ///
    /// # Errors
    /// When it cannot be read, or is not there and may not be made.
    pub fn open(db: &str, may_create: bool) -> Result<Self, Failure> {
        let open = if may_create { Open::OrCreate } else { Open::Existing };
        Ok(Self { keeper: Keeper::open(crate::journal::open(db, open)?)? })
    }

    /// Makes a journal that ends with the value, to rehearse in.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn passing() -> Result<Self, Failure> {
        let journal: Database = Box::new(Sqlite::in_memory()?);
        Ok(Self { keeper: Keeper::open(journal)? })
    }
}

impl Office<Sqlite> {
    /// Makes a journal that ends with the value.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn in_memory() -> Result<Self, Failure> {
        Ok(Self { keeper: Keeper::open(Sqlite::in_memory()?)? })
    }
}

impl<J: Journal> Office<J> {
    /// Returns how things stand.
    pub fn book(&self) -> &Book {
        self.keeper.book()
    }

    /// Takes in what others have written since.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn catch_up(&mut self) -> Result<(), Failure> {
        self.keeper.catch_up()?;
        Ok(())
    }

    /// Returns how things stood on a day.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn as_of(&mut self, day: Date, basis: Basis) -> Result<Book, Failure> {
        Ok(self.keeper.as_of(basis, day)?)
    }

    /// Returns what texts say; none for one that was erased.
    ///
    /// # Errors
    /// When one is missing or is not what was written.
    pub fn words(
        &mut self,
        references: impl IntoIterator<Item = TextRef>,
    ) -> Result<BTreeMap<TextRef, Option<String>>, Failure> {
        let mut words = BTreeMap::new();
        for reference in references {
            let said = match self.keeper.text(reference)? {
                Words::Kept(text) => Some(text),
                Words::Erased => None,
            };
            words.insert(reference, said);
        }
        Ok(words)
    }

    /// Returns the names of all people; none for one that was erased.
    ///
    /// # Errors
    /// When one is missing or is not what was written.
    pub fn names(&mut self) -> Result<super::Names, Failure> {
        let references = super::name_references(self.book());
        let words = self.words(references.values().copied())?;
        let name = |text: TextRef| words.get(&text).cloned().flatten();
        Ok(references.into_iter().map(|(person, text)| (person, name(text))).collect())
    }

    /// Returns the person of an id or a name.
    ///
    /// # Errors
    /// When there is none, or several of the name.
    pub fn person(&mut self, said: &str) -> Result<PersonId, Failure> {
        if let Ok(id) = said.parse::<PersonId>()
            && self.book().directory.people.contains_key(&id)
        {
            return Ok(id);
        }
        let names = self.names()?;
        let is = |name: &Option<String>| {
            name.as_deref().is_some_and(|name| name.to_lowercase() == said.to_lowercase())
        };
        let mut found = names.iter().filter(|(_, name)| is(name)).map(|(id, _)| *id);
        match (found.next(), found.next()) {
            (Some(person), None) => Ok(person),
            (Some(_), Some(_)) => Err(YearError::ManyPeople(said.to_owned()).into()),
            (None, _) => Err(YearError::NoPerson(said.to_owned()).into()),
        }
    }

    /// Returns the year of an agency; what is not said must be clear without it. The agency goes by its id, name or
    /// short name. Of several years the latest that is not only planned is meant.
    ///
    /// # Errors
    /// When there is none, or several.
    pub fn stream(&self, agency: Option<&str>, year: Option<i16>) -> Result<Stream, Failure> {
        let book = self.book();
        let named = |id: OrganisationId| {
            let Some(agency) = agency else { return true };
            let known = book.directory.organisations.get(&id);
            let is = |name: &str| name.to_lowercase() == agency.to_lowercase();
            id.to_string() == agency
                || known.is_some_and(|known| is(&known.name) || known.short.as_deref().is_some_and(is))
        };
        let fits = |stream: &Stream| match stream {
            Stream::Year(id, of) => named(*id) && year.is_none_or(|year| year == *of),
            Stream::Directory => false,
        };
        let all: Vec<Stream> = book.years.keys().copied().filter(fits).collect();
        let agencies = all.iter().filter_map(|stream| match stream {
            Stream::Year(id, _) => Some(*id),
            Stream::Directory => None,
        });
        let one_agency = agencies.collect::<std::collections::BTreeSet<_>>().len() == 1;
        let is_planned = |stream: &&Stream| {
            let year = book.years.get(*stream);
            year.is_some_and(|year| year.letters.stage == styrbord_events::letters::Stage::Planning)
        };
        let running = all.iter().rev().find(|stream| !is_planned(stream)).or(all.last());
        match running {
            Some(stream) if one_agency => Ok(*stream),
            Some(_) => Err(YearError::Which(all).into()),
            None if book.years.is_empty() => Err(YearError::None.into()),
            None => Err(YearError::Unknown.into()),
        }
    }

    /// Checks that the clock may be set: only where nothing is real.
    ///
    /// # Errors
    /// When a year of the journal, or the one to come, is not simulated.
    pub fn check_clock(&self, how: &Circumstances, starts_simulated: Option<bool>) -> Result<(), Failure> {
        let all = self.book().years.values().all(|year| year.simulated);
        let may = all && starts_simulated.unwrap_or(true);
        if how.set && !may { Err(YearError::ClockOfReal.into()) } else { Ok(()) }
    }

    /// Keeps a piece of work, unless it is only rehearsed. Returns the book that it gives.
    ///
    /// # Errors
    /// The first thing that went wrong.
    pub(super) fn keep(&mut self, work: Work<'_>, dry_run: bool) -> Result<Book, Failure> {
        let (book, requests) = work.done();
        if dry_run {
            return Ok(book);
        }
        self.keeper.submit_together(&requests)?;
        Ok(self.book().clone())
    }

    /// Does one command.
    ///
    /// # Errors
    /// When it is refused or cannot be kept.
    pub fn run(&mut self, how: &Circumstances, stream: Stream, command: Command) -> Result<Book, Failure> {
        self.check_clock(how, None)?;
        let mut work = Work::begin(self.book(), how, &anything);
        work.add(stream, command)?;
        self.keep(work, how.dry_run)
    }
}
