//! Starting a year, and taking documents into it.

use super::answers::Answers;
use super::incoming::Incoming;
use super::matching::{Case, Matched, match_parts};
use super::office::{Circumstances, Failure, Office, YearError};
use super::question::Question;
use super::work::{Allow, Work, anything};
use std::collections::BTreeSet;
use std::sync::Arc;
use styrbord_calendar::Date;
use styrbord_events::directory::{self, OrganisationKind};
use styrbord_events::letters::{self, Document, DocumentKind, Held, PartChange, Stage};
use styrbord_events::{Book, Command, ObjectId, ObjectKind, OrganisationId, Stream, Year, money};
use styrbord_plan::{LetterKind, Party, Plan};
use styrbord_store::Journal;

/// How a year is to start.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The name of the agency, when the letter does not say it.
    pub agency: Option<String>,
    /// The name of the ministry, when the letter does not say it.
    pub ministry: Option<String>,
    /// The year, when the letter does not say it.
    pub year: Option<i16>,
    /// Whether it is only planned.
    pub planned: bool,
    /// Whether the data are simulated.
    pub simulated: bool,
    /// What a person answered.
    pub answers: Answers,
}

/// How a document is to be taken in.
#[derive(Debug, Clone, Default)]
pub struct Reception {
    /// What it is, when that is not as the document says.
    pub kind: Option<DocumentKind>,
    /// Its own number or reference.
    pub number: Option<String>,
    /// What a person answered.
    pub answers: Answers,
    /// What was announced and comes with it.
    pub meets: Vec<ObjectId>,
}

/// What taking a document in gave.
#[derive(Debug)]
pub struct Received {
    /// The book with it.
    pub book: Arc<Book>,
    /// The year.
    pub stream: Stream,
    /// The document.
    pub letter: ObjectId,
    /// What was asked and answered.
    pub questions: Vec<Question>,
}

/// A document that is taken in, so far on a copy of the book.
pub(crate) struct Rehearsed<'a> {
    pub(crate) work: Work<'a>,
    pub(crate) stream: Stream,
    pub(crate) letter: ObjectId,
    pub(crate) questions: Vec<Question>,
}

impl<J: Journal> Office<J> {
    /// Starts a year with its letter or pack, and registers the agency and its ministry when they are not yet known.
    ///
    /// # Errors
    /// When the letter does not say whose and which year it is, the year is there, or the journal fails.
    pub fn start(
        &mut self,
        how: &Circumstances,
        incoming: &Incoming,
        start: &Start,
    ) -> Result<Received, Failure> {
        self.check_clock(how, Some(start.simulated))?;
        let rehearsed = rehearse_start(self.book(), (how, &anything), incoming, start)?;
        self.take_in(how, rehearsed)
    }

    /// Takes a letter, supplement, circular or order into a year. The year's letter given again is a correction of it.
    ///
    /// # Errors
    /// When questions are open, the document is not of this year, or the journal fails.
    pub fn receive(
        &mut self,
        how: &Circumstances,
        stream: Stream,
        incoming: &Incoming,
        reception: &Reception,
    ) -> Result<Received, Failure> {
        self.check_clock(how, None)?;
        let rehearsed = rehearse_receive(self.book(), (how, &anything), stream, incoming, reception)?;
        self.take_in(how, rehearsed)
    }

    fn take_in(&mut self, how: &Circumstances, rehearsed: Rehearsed<'_>) -> Result<Received, Failure> {
        let Rehearsed { work, stream, letter, questions } = rehearsed;
        let book = Arc::new(self.keep(work, how.dry_run)?);
        Ok(Received { book, stream, letter, questions })
    }

    /// Opens the year after one, planned, with what is open carried over.
    ///
    /// # Errors
    /// When it is there already, or the journal fails.
    pub fn open_next(&mut self, how: &Circumstances, last: Stream) -> Result<(Book, Stream), Failure> {
        let Stream::Year(agency, year) = last else { return Err(YearError::Unknown.into()) };
        let next = Stream::Year(agency, year.saturating_add(1));
        let book = self.run(how, next, Command::Letters(letters::Command::OpenNext))?;
        Ok((book, next))
    }
}

/// Starts a year on a copy of the book.
///
/// # Errors
/// As [`Office::start`], or that one of its commands is not allowed.
pub(crate) fn rehearse_start<'a>(
    book: &Book,
    (how, allow): (&'a Circumstances, Allow<'a>),
    incoming: &Incoming,
    start: &Start,
) -> Result<Rehearsed<'a>, Failure> {
    let year = start.year.or(incoming.plan.year).ok_or(YearError::NoYear)?;
    let named = |given: &Option<String>, party: &Party| match given {
        Some(name) => Some((name.clone(), None)),
        None => party.name.clone().or(party.short.clone()).map(|name| (name, party.short.clone())),
    };
    let agency = named(&start.agency, &incoming.plan.agency).ok_or(YearError::NoAgency)?;
    let ministry = named(&start.ministry, &incoming.plan.ministry).ok_or(YearError::NoMinistry)?;
    let on = day(how, incoming);
    let mut work = Work::begin(book, how, allow);
    let agency = register(&mut work, on, OrganisationKind::Agency, agency)?;
    let ministry = register(&mut work, on, OrganisationKind::Ministry, ministry)?;
    let stream = Stream::Year(agency, year);
    let stage = if start.planned { Stage::Planning } else { Stage::Running };
    let command = letters::Command::Start { agency, ministry, year, stage, simulated: start.simulated };
    work.add_on(on, stream, Command::Letters(command))?;
    let reception = Reception { answers: start.answers.clone(), ..Reception::default() };
    let (letter, questions) = receive(&mut work, stream, on, incoming, &reception)?;
    Ok(Rehearsed { work, stream, letter, questions })
}

/// Takes a document into a year on a copy of the book.
///
/// # Errors
/// As [`Office::receive`], or that one of its commands is not allowed.
pub(crate) fn rehearse_receive<'a>(
    book: &Book,
    (how, allow): (&'a Circumstances, Allow<'a>),
    stream: Stream,
    incoming: &Incoming,
    reception: &Reception,
) -> Result<Rehearsed<'a>, Failure> {
    check_is_of(book, stream, &incoming.plan)?;
    let mut work = Work::begin(book, how, allow);
    let (letter, questions) = receive(&mut work, stream, day(how, incoming), incoming, reception)?;
    Ok(Rehearsed { work, stream, letter, questions })
}

/// Returns the day on which a document holds: the one that was said, else its own, when that has come.
fn day(how: &Circumstances, incoming: &Incoming) -> Date {
    how.on.or(incoming.date.filter(|date| *date <= how.today)).unwrap_or(how.today)
}

fn register(
    work: &mut Work<'_>,
    on: Date,
    kind: OrganisationKind,
    (name, short): (String, Option<String>),
) -> Result<OrganisationId, Failure> {
    let known = |book: &Book| book.directory.organisation_named(kind, &name);
    if let Some(id) = known(&work.book) {
        return Ok(id);
    }
    let command = directory::Command::RegisterOrganisation { kind, name: name.clone(), short, number: None };
    work.add_on(on, Stream::Directory, Command::Directory(command))?;
    known(&work.book).ok_or_else(|| YearError::Unknown.into())
}

/// Adds the command that takes a document in, or says what must be answered first.
fn receive(
    work: &mut Work<'_>,
    stream: Stream,
    on: Date,
    incoming: &Incoming,
    reception: &Reception,
) -> Result<(ObjectId, Vec<Question>), Failure> {
    let year = work.book.years.get(&stream).ok_or(YearError::Unknown)?;
    let kind = reception.kind.unwrap_or_else(|| kind_of(incoming, &year.letters));
    let case = case(kind, &year.letters);
    // A text that holds nothing would take the whole year away.
    if matches!(case, Case::Correction(_) | Case::NewYear(_)) && Held::places(&incoming.plan).is_empty() {
        return Err(YearError::NoLetter(incoming.file.clone()).into());
    }
    let head = head(&work.book, stream);
    let matched = match_parts(&case, &year.letters, &worked(year), &head, incoming, &reception.answers)?;
    let Matched { mut changes, questions, open } = matched;
    if !open.is_empty() {
        return Err(Failure::Asked(questions));
    }
    changes
        .extend(reception.meets.iter().map(|announcement| PartChange::Meet { announcement: *announcement }));
    let letter = year.numbers.clone().take(ObjectKind::Letter);
    let document = Document {
        kind,
        title: incoming.title.clone(),
        number: reception.number.clone(),
        date: incoming.date,
        file: Some(incoming.file.clone()),
        hash: Some(incoming.hash),
    };
    work.add_on(on, stream, Command::Letters(letters::Command::Receive { document, changes }))?;
    carry_commitments(work, on, stream)?;
    Ok((letter, questions))
}

/// Binds in this year what commitments of the year before bind of it, as soon as a letter gives their posts.
/// What no longer fits its post waits: a person says why it may exceed it, or that another post pays.
fn carry_commitments(work: &mut Work<'_>, on: Date, stream: Stream) -> Result<(), Failure> {
    let year = work.book.years.get(&stream).ok_or(YearError::Unknown)?;
    let paid = money::awaiting(&work.book, year).into_iter().filter(|waits| waits.post.is_some());
    let commitments: Vec<ObjectId> = paid.map(|waits| waits.carried.from.commitment).collect();
    for commitment in commitments {
        let carry = money::Command::Carry { commitment, post: None, portion: None, over: None };
        match work.add_on(on, stream, Command::Money(carry)) {
            Err(Failure::Refused(refusal)) if refusal.code == "over-committed" => {}
            carried => carried?,
        }
    }
    Ok(())
}

/// Returns what a document is to a year, by what it says of itself.
fn kind_of(incoming: &Incoming, state: &letters::State) -> DocumentKind {
    match (incoming.plan.kind, state.main_letter()) {
        (LetterKind::Supplement, _) => DocumentKind::Supplement,
        (LetterKind::Instruction, _) => DocumentKind::Instruction,
        (_, Some(main)) => DocumentKind::Correction(main),
        _ if incoming.is_pack => DocumentKind::Pack,
        _ => DocumentKind::Allocation,
    }
}

/// Returns the parts that people have said something of since a letter last did.
fn worked(year: &Year) -> BTreeSet<ObjectId> {
    let said = |id: &ObjectId, part: &letters::Part| {
        let letter = part.history.last().map_or(0, |version| version.stamp.seq);
        year.touched.get(id).is_some_and(|touched| *touched > letter)
    };
    year.letters.parts.iter().filter(|(id, part)| said(id, part)).map(|(id, _)| *id).collect()
}

fn case(kind: DocumentKind, state: &letters::State) -> Case {
    match kind {
        DocumentKind::Correction(of) => {
            let is_of = |letter: &letters::Letter| letter.document.kind == DocumentKind::Correction(of);
            let corrections = state.letters.iter().filter(|(_, letter)| is_of(letter)).map(|(id, _)| *id);
            Case::Correction(std::iter::once(of).chain(corrections).collect())
        }
        kind if kind.is_main() => match state.from {
            Some(from) => Case::NewYear(from),
            None => Case::First,
        },
        _ => Case::Amendment,
    }
}

/// Returns an empty plan with the names and the year of a year.
fn head(book: &Book, stream: Stream) -> Plan {
    let full = book.plan(stream).unwrap_or_default();
    Plan { agency: full.agency, ministry: full.ministry, year: full.year, kind: full.kind, ..Plan::default() }
}

/// Checks that a document is of the agency and the year; what it does not say is taken to fit.
fn check_is_of(book: &Book, stream: Stream, plan: &Plan) -> Result<(), Failure> {
    let head = head(book, stream);
    let names = |party: &Party| -> Vec<String> {
        [&party.name, &party.short].into_iter().flatten().map(|name| name.to_lowercase()).collect()
    };
    let (own, theirs) = (names(&head.agency), names(&plan.agency));
    if !theirs.is_empty() && !own.is_empty() && !own.iter().any(|name| theirs.contains(name)) {
        let name = |party: &Party| party.name.clone().or(party.short.clone()).unwrap_or_default();
        return Err(YearError::OtherAgency(name(&head.agency), name(&plan.agency)).into());
    }
    match (head.year, plan.year) {
        (Some(own), Some(theirs)) if own != theirs => Err(YearError::OtherYear(own, theirs).into()),
        _ => Ok(()),
    }
}
