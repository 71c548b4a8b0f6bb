//! `styrbord year`: a year that people run, on the terminal.

mod measure;
mod money;
mod told;
mod work;

use crate::args::TextOrJson;
use crate::args::year::{BasisName, KindName, Reception, StageName, Work, Year};
use crate::clock;
use crate::input;
use crate::output::{Outcome, Screen};
use crate::render::wrap::hang;
use crate::render::year::{self as render, changes, history, questions};
use crate::texts::year as words;
use crate::texts::{self, join};
use anyhow::{Error, Result};
use serde::Serialize;
use serde_json::{Value, json};
use std::env;
use std::path::Path;
use styrbord_app::follow::events::letters::{self, DocumentKind, Stage};
use styrbord_app::follow::events::work as year_work;
use styrbord_app::follow::events::{Actor, Basis, Book, Command, ObjectId, Stream};
use styrbord_app::follow::{self, Answers, Circumstances, Failure, Incoming, Received, Start};
use styrbord_app::{Date, Language};
pub(crate) use told::told;

/// The exit code when questions are open.
const ASKED: u8 = 1;
/// The database when none is named.
const DATABASE: &str = "styrbord.db";

type Office = follow::Office<follow::Database>;

/// A journal that is open, and how it is worked at.
struct Desk<'a> {
    call: &'a Year,
    office: Office,
    how: Circumstances,
    screen: Screen,
    /// The document that is taken in, when one is.
    document: Option<Document>,
}

/// A document with its bytes, and what was answered about it.
#[derive(Clone)]
struct Document {
    incoming: Incoming,
    bytes: Vec<u8>,
    answers: Answers,
}

pub(crate) fn run(call: &Year, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let db = call.db.clone().or_else(|| env::var("STYRBORD_DB").ok().filter(|db| !db.is_empty()));
    let db = db.unwrap_or_else(|| DATABASE.to_owned());
    let starts = matches!(call.work, Work::Start { .. });
    let told_of = |failure| told(failure, &db, language);
    let document = match &call.work {
        Work::Start { letter, .. } | Work::Import(letter) | Work::Amend(letter) => {
            let (incoming, bytes) = incoming(&letter.letter, language)?;
            let answers = answers(letter, language)?.map_err(told_of)?;
            Some(Document { incoming, bytes, answers })
        }
        _ => None,
    };
    let work_at = |office: Result<Office, Failure>, document, dry_run| -> Result<Outcome> {
        let mut office = office.map_err(told_of)?;
        let how = circumstances(call, &mut office, language).map_err(told_of)??;
        let how = Circumstances { dry_run, ..how };
        let mut desk = Desk { call, office, how, screen, document };
        match desk.run() {
            Ok(outcome) => Ok(outcome?),
            Err(Failure::Asked(asked)) => desk.asked(&asked),
            Err(failure) => Err(told_of(failure)),
        }
    };
    // A start that is rehearsed or refused must not leave a journal behind.
    if starts && !Path::new(&db).exists() {
        let rehearsed = work_at(Office::passing(), document.clone(), true)?;
        if call.dry_run || rehearsed.code != 0 {
            return Ok(rehearsed);
        }
    }
    work_at(Office::open(&db, starts), document, call.dry_run)
}

fn incoming(path: &Path, language: Language) -> Result<(Incoming, Vec<u8>)> {
    let input = input::letter(path, language)?;
    let incoming = follow::incoming(&input.name, &input.bytes).map_err(|unfit| match unfit {
        follow::Unfit::Unreadable(error) => Error::msg(input.refusal(&error, language)),
        follow::Unfit::NotAPlan(why) => Error::msg(words::NOT_A_PLAN.with(language, &[&input.name, &why])),
    })?;
    Ok((incoming, input.bytes))
}

fn answers(reception: &Reception, language: Language) -> Result<Result<Answers, Failure>> {
    let mut answers = reception.answers.clone();
    if let Some(path) = &reception.answers_file {
        let text = input::file(path, language).and_then(|input| input.text(language).map(str::to_owned))?;
        answers.extend(text.lines().map(str::to_owned));
    }
    Ok(Answers::read(answers.iter().map(String::as_str)).map_err(Failure::from))
}

/// Returns who asks and what time it is.
fn circumstances(
    call: &Year,
    office: &mut Office,
    language: Language,
) -> Result<Result<Circumstances>, Failure> {
    let Some(now) = call.now.or_else(clock::now) else {
        return Ok(Err(Error::msg(words::CLOCK_BROKEN.get(language))));
    };
    let actor = match &call.person {
        Some(person) => Actor::Person(office.person(person)?),
        None => Actor::Operator,
    };
    Ok(Ok(Circumstances {
        now,
        today: now.date(),
        set: call.now.is_some(),
        on: call.on,
        actor,
        reason: call.reason.clone(),
        dry_run: call.dry_run,
    }))
}

impl Desk<'_> {
    /// Does what is asked: first what the year may refuse, then what can go wrong with files and output.
    fn run(&mut self) -> Result<Result<Outcome>, Failure> {
        match &self.call.work {
            Work::Start { ministry, planned, simulated, .. } => {
                let Document { incoming, bytes, answers } = self.taken()?;
                let start = Start {
                    agency: self.call.agency.clone(),
                    ministry: ministry.clone(),
                    year: self.call.of,
                    planned: *planned,
                    simulated: *simulated,
                    answers,
                };
                let received = self.office.start(&self.how, &incoming, &start)?;
                self.keep_letter(&incoming, &bytes)?;
                self.show(&received.book, received.stream, self.today())
            }
            Work::Import(reception) | Work::Amend(reception) => self.receive(reception),
            Work::Show { as_ministry: true } => {
                self.office.check_clock(&self.how, None)?;
                measure::as_ministry(self)
            }
            Work::Show { .. } => {
                let (book, stream) = (self.office.book().clone(), self.stream()?);
                self.office.check_clock(&self.how, None)?;
                self.show(&book, stream, self.today())
            }
            Work::AsOf { day, basis } => {
                let basis = match basis {
                    BasisName::Known => Basis::Known,
                    BasisName::InForce => Basis::InForce,
                };
                let stream = self.stream()?;
                let book = self.office.as_of(*day, basis)?;
                self.show(&book, stream, *day)
            }
            Work::Changes { letter } => {
                let (book, stream) = (self.office.book().clone(), self.stream()?);
                self.only_changes(&book, stream, *letter)
            }
            Work::History { object } => self.history(*object),
            Work::Due { days } => self.due(*days),
            Work::OpenNext => {
                let last = self.stream()?;
                let (book, next) = self.office.open_next(&self.how, last)?;
                self.show(&book, next, self.today())
            }
            Work::Stage { stage } => {
                let stage = match stage {
                    StageName::Running => Stage::Running,
                    StageName::Closed => Stage::Closed,
                };
                let stream = self.stream_in(Some(stage))?;
                let command = Command::Letters(letters::Command::SetStage { stage });
                let book = self.office.run(&self.how, stream, command)?;
                self.show(&book, stream, self.today())
            }
            Work::Money(asked) => money::run(self, asked),
            Work::Measure(asked) => measure::run(self, asked),
            Work::Showing(showing) => measure::show(self, showing),
            _ => work::run(self),
        }
    }

    fn taken(&mut self) -> Result<Document, Failure> {
        Ok(self.document.take().ok_or(follow::YearError::Unknown)?)
    }

    /// Keeps the file of what was taken in, for the pages that show its text.
    fn keep_letter(&mut self, incoming: &Incoming, bytes: &[u8]) -> Result<(), Failure> {
        if self.how.dry_run {
            return Ok(());
        }
        self.office.keep_letter(incoming, bytes)
    }

    fn today(&self) -> Date {
        self.how.now.date()
    }

    fn stream(&self) -> Result<Stream, Failure> {
        self.office.stream(self.call.agency.as_deref(), self.call.of)
    }

    /// Returns the year that is to be taken on: of several the one that is planned runs.
    fn stream_in(&self, to: Option<Stage>) -> Result<Stream, Failure> {
        let stream = self.stream()?;
        let planned = |stream: &Stream| {
            let year = self.office.book().years.get(stream);
            year.is_some_and(|year| year.letters.stage == Stage::Planning)
        };
        let Stream::Year(agency, year) = stream else { return Ok(stream) };
        let next = Stream::Year(agency, year.saturating_add(1));
        let wants_next = to == Some(Stage::Running) && self.call.of.is_none() && planned(&next);
        Ok(if wants_next { next } else { stream })
    }

    fn receive(&mut self, reception: &Reception) -> Result<Result<Outcome>, Failure> {
        let Document { incoming, bytes, answers } = self.taken()?;
        let how = follow::Reception {
            kind: reception.kind.map(kind),
            number: reception.number.clone(),
            answers,
            meets: reception.meets.clone(),
        };
        let year = self.call.of.or(incoming.plan.year);
        let stream = self.office.stream(self.call.agency.as_deref(), year)?;
        let Received { book, stream, letter, .. } =
            self.office.receive(&self.how, stream, &incoming, &how)?;
        self.keep_letter(&incoming, &bytes)?;
        self.only_changes(&book, stream, letter)
    }

    fn show(&mut self, book: &Book, stream: Stream, day: Date) -> Result<Result<Outcome>, Failure> {
        let names = self.office.names()?;
        let year = follow::overview(book, stream, day, &names).ok_or(follow::YearError::Unknown)?;
        let text = render::overview(&year, self.screen);
        Ok(self.given(text, &year))
    }

    fn only_changes(
        &mut self,
        book: &Book,
        stream: Stream,
        letter: ObjectId,
    ) -> Result<Result<Outcome>, Failure> {
        let simulated = book.years.get(&stream).is_some_and(|year| year.simulated);
        let only = follow::only_changes(book, stream, letter).ok_or(follow::YearError::Unknown)?;
        let text = changes::draw(&only, simulated, self.screen);
        Ok(self.given(text, &json!({ "simulated": simulated, "stream": stream, "only_changes": only })))
    }

    fn history(&mut self, object: ObjectId) -> Result<Result<Outcome>, Failure> {
        let (book, stream) = (self.office.book().clone(), self.stream()?);
        let year = book.years.get(&stream).ok_or(follow::YearError::Unknown)?;
        let entries = year_work::history(year, object);
        if entries.is_empty() {
            return Err(Failure::Refused(follow::events::refusals::no_such_object(object)));
        }
        let said = self.office.words(history::references(&entries))?;
        let names = self.office.names()?;
        let carried = year.letters.parts.get(&object).and_then(|part| part.carried);
        let carried = carried.map(|was| (was.part.to_string(), was.year));
        let row = follow::row(year, object);
        let drawn = history::draw(&row, carried, &entries, &names, &said, self.screen);
        let text = render::banner(year.simulated, self.screen) + &drawn;
        Ok(self.given(text, &json!({ "simulated": year.simulated, "part": row, "history": entries })))
    }

    fn due(&mut self, days: u16) -> Result<Result<Outcome>, Failure> {
        self.office.check_clock(&self.how, None)?;
        let (book, stream) = (self.office.book().clone(), self.stream()?);
        let year = book.years.get(&stream).ok_or(follow::YearError::Unknown)?;
        let today = self.how.on.unwrap_or(self.today());
        let items = year_work::due(year, today, days);
        let names = self.office.names()?;
        let drawn = render::due(&items, &names, (days, today), self.screen);
        let text = render::banner(year.simulated, self.screen) + &drawn;
        Ok(self
            .given(text, &json!({ "simulated": year.simulated, "day": today, "days": days, "due": items })))
    }

    /// Returns what is printed: the text, or the value as JSON; of a rehearsal with a word on it.
    fn given(&self, text: String, value: &impl Serialize) -> Result<Outcome> {
        let language = self.screen.language;
        let warnings: Vec<String> =
            self.call.dry_run.then(|| words::DRY_RUN.get(language).to_owned()).into_iter().collect();
        let text = match self.call.format {
            TextOrJson::Text => text,
            TextOrJson::Json => serde_json::to_string_pretty(value)? + "\n",
        };
        Ok(Outcome { text, warnings, file: None, code: 0 })
    }

    /// Returns a sentence on something that was done, with what it was done to.
    fn said(&self, book: &Book, stream: Stream, sentence: &str, value: &Value) -> Result<Outcome> {
        let simulated = book.years.get(&stream).is_some_and(|year| year.simulated);
        let sentence = hang(sentence, 2, self.screen.width);
        let text = render::banner(simulated, self.screen) + &sentence + "\n";
        self.given(text, &json!({ "simulated": simulated, "stream": stream, "done": value }))
    }

    fn asked(&self, asked: &[follow::Question]) -> Result<Outcome> {
        let text = questions::draw(asked, self.screen);
        let outcome = self.given(text, &json!({ "questions": asked }))?;
        Ok(Outcome { code: ASKED, ..outcome })
    }

    fn date(&self, date: Date) -> String {
        texts::date(date, self.screen.language)
    }
}

fn kind(kind: KindName) -> DocumentKind {
    match kind {
        KindName::Supplement => DocumentKind::Supplement,
        KindName::Circular => DocumentKind::Circular,
        KindName::Order => DocumentKind::Order,
        KindName::Commission => DocumentKind::Commission,
        KindName::Instruction => DocumentKind::Instruction,
    }
}

/// Returns id, number and title of an object.
fn named(book: &Book, stream: Stream, object: ObjectId) -> String {
    let row = book.years.get(&stream).map(|year| follow::row(year, object));
    let label = row.as_ref().and_then(|row| row.label.clone()).unwrap_or_default();
    let title = row.map(|row| row.title).unwrap_or_default();
    crate::output::plain(&join([object.to_string(), label, title], " "))
}
