//! The whole state: what all records say, taken together.

use crate::command::{Command, Envelope, Expected};
use crate::event::{Event, PAYLOAD_VERSION, Undecodable};
use crate::ids::{Actor, ObjectId, OrganisationId, Stream};
use crate::instant::Instant;
use crate::record::{Draft, Link, Record};
use crate::refusal::Refusal;
use crate::text::{Note, Scribe, TextRef};
use crate::year::Year;
use crate::{directory, letters, measure, money, refusals, sharing, work};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::Date;
use styrbord_plan::{LetterKind, Party, Plan};

/// What a fold needs to know of a record besides its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// The number of the record.
    pub seq: u64,
    /// When it was recorded.
    pub at: Instant,
    /// The day on which it holds.
    pub on: Date,
    /// Who did it.
    pub actor: Actor,
    /// Why, in words.
    pub reason: Option<TextRef>,
}

/// All agencies and years of one journal. Equal records give an equal book, byte for byte as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Book {
    /// Organisations, people, units and roles.
    pub directory: directory::State,
    /// One for each agency and year.
    pub years: BTreeMap<Stream, Year>,
    /// The texts that were erased; each shows as such.
    pub erased: BTreeSet<TextRef>,
    /// The number of events of each stream.
    pub versions: BTreeMap<Stream, u64>,
    /// The number of the last record taken in.
    pub seq: u64,
}

/// What a command is decided by.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Everything that holds.
    pub book: &'a Book,
    /// The circumstances of the command.
    pub envelope: &'a Envelope,
}

impl<'a> Context<'a> {
    /// Returns the year that the command is about.
    ///
    /// # Errors
    /// When the stream is not that of a started year.
    pub fn year(&self) -> Result<&'a Year, Refusal> {
        let stream = self.envelope.stream;
        self.book.years.get(&stream).ok_or_else(|| refusals::no_such_year(stream))
    }

    /// Returns the year that the command is to change.
    ///
    /// # Errors
    /// When the stream is not that of a started year, or the year is closed.
    pub fn open_year(&self) -> Result<&'a Year, Refusal> {
        let year = self.year()?;
        if year.letters.stage == letters::Stage::Closed {
            return Err(refusals::year_closed(year.stream));
        }
        Ok(year)
    }
}

/// What a command gives while it is decided.
#[derive(Debug)]
pub struct Outcome {
    /// The events, in order.
    pub events: Vec<Event>,
    /// Keeps the texts.
    pub scribe: Scribe,
    /// The texts to be erased.
    pub erase: Vec<TextRef>,
}

/// What is to be kept, all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The records to be.
    pub drafts: Vec<Draft>,
    /// The texts that they refer to.
    pub notes: Vec<Note>,
    /// The texts to be erased.
    pub erase: Vec<TextRef>,
}

impl Book {
    /// Returns the version of a stream: the number of its events.
    pub fn version(&self, stream: Stream) -> u64 {
        self.versions.get(&stream).copied().unwrap_or_default()
    }

    /// Takes a record in. Total: what refers to something unknown changes nothing.
    ///
    /// # Errors
    /// When the payload is no event that this program knows; the book is then as before.
    pub fn apply(&mut self, record: &Record) -> Result<(), Undecodable> {
        let event = record.event()?;
        self.take(record, &event);
        Ok(())
    }

    /// Takes in a record whose event was read already.
    pub fn take(&mut self, record: &Record, event: &Event) {
        let Record { seq, at, on, actor, reason, stream, .. } = record;
        let stamp = Stamp { seq: *seq, at: *at, on: *on, actor: *actor, reason: *reason };
        self.fold(*stream, event, &stamp);
        *self.versions.entry(*stream).or_default() += 1;
        self.seq = self.seq.max(*seq);
    }

    fn fold(&mut self, stream: Stream, event: &Event, stamp: &Stamp) {
        if let Event::Directory(event) = event {
            directory::apply(self, event, stamp);
            return;
        }
        if let Event::Letters(letters::Event::YearStarted(start)) = event {
            self.years.entry(stream).or_insert_with(|| Year::new(stream, start));
        }
        let Some(year) = self.years.get_mut(&stream) else { return };
        for object in event.objects() {
            year.numbers.used(object);
            year.touched.insert(object, stamp.seq);
        }
        match event {
            Event::Directory(_) => {}
            Event::Letters(event) => letters::apply(year, event, stamp),
            Event::Work(event) => work::apply(year, event, stamp),
            Event::Measure(event) => measure::apply(year, event, stamp),
            Event::Money(event) => money::apply(year, event, stamp),
            Event::Sharing(event) => sharing::apply(year, event, stamp),
        }
    }

    /// Decides a command: events to be kept, or the reason why not. Changes nothing itself.
    ///
    /// # Errors
    /// The first reason to refuse.
    pub fn decide(&self, envelope: &Envelope, command: &Command) -> Result<Decision, Refusal> {
        let context = Context { book: self, envelope };
        self.check_envelope(envelope)?;
        let mut scribe = Scribe::new(envelope.nonce);
        let reason = scribe.write_some(envelope.reason.as_deref());
        let mut outcome = Outcome { events: Vec::new(), scribe, erase: Vec::new() };
        match command {
            Command::Directory(command) => directory::decide(context, command, &mut outcome)?,
            Command::Letters(command) => letters::decide(context, command, &mut outcome)?,
            Command::Work(command) => work::decide(context, command, &mut outcome)?,
            Command::Measure(command) => measure::decide(context, command, &mut outcome)?,
            Command::Money(command) => money::decide(context, command, &mut outcome)?,
            Command::Sharing(command) => sharing::decide(context, command, &mut outcome)?,
        }
        let draft = |event: &Event| -> Result<Draft, Refusal> {
            Ok(Draft {
                stream: envelope.stream,
                at: envelope.at,
                on: envelope.on,
                actor: envelope.actor,
                command: envelope.id.clone(),
                reason,
                kind: event.kind(),
                payload_version: PAYLOAD_VERSION,
                payload: event.encode().map_err(|error| refusals::not_json(&error))?,
            })
        };
        let drafts: Vec<Draft> = outcome.events.iter().map(draft).collect::<Result<_, _>>()?;
        // What gives no event leaves nothing behind: no record would refer to its texts.
        let notes = if drafts.is_empty() { Vec::new() } else { outcome.scribe.into_notes() };
        Ok(Decision { drafts, notes, erase: outcome.erase })
    }

    fn check_envelope(&self, envelope: &Envelope) -> Result<(), Refusal> {
        // It may be tomorrow in Norway while it is still today in UTC.
        if envelope.on > envelope.at.date().add_days(1) {
            return Err(refusals::day_to_come(envelope.on));
        }
        if let Actor::Person(person) = envelope.actor
            && !self.directory.is_active(person)
        {
            return Err(refusals::unknown_person(person));
        }
        match envelope.expected {
            Expected::Any => Ok(()),
            Expected::Stream(version) if version == self.version(envelope.stream) => Ok(()),
            Expected::Object(object, seq) if self.touched(envelope.stream, object) == seq => Ok(()),
            Expected::Stream(_) | Expected::Object(..) => Err(refusals::changed_meanwhile()),
        }
    }

    /// Returns the number of the record that changed an object last; 0 when none did.
    pub fn touched(&self, stream: Stream, object: ObjectId) -> u64 {
        self.years.get(&stream).and_then(|year| year.touched.get(&object)).copied().unwrap_or_default()
    }

    /// Returns how things stood on a day: the records that count by the basis, in their order.
    ///
    /// # Errors
    /// The first record that cannot be read.
    pub fn as_of<'a>(
        records: impl IntoIterator<Item = &'a Record>,
        day: Date,
        basis: Basis,
    ) -> Result<Self, Broken> {
        let mut book = Self::default();
        for record in records.into_iter().filter(|record| basis.counts(record, day)) {
            book.apply(record).map_err(|error| Broken { seq: record.seq, why: error.why })?;
        }
        Ok(book)
    }

    /// Returns the plan that holds in a year, with the names of agency and ministry.
    pub fn plan(&self, stream: Stream) -> Option<Plan> {
        let year = self.years.get(&stream)?;
        let party = |id: OrganisationId| {
            let known = self.directory.organisations.get(&id);
            known.map_or_else(Party::default, |one| Party {
                name: Some(one.name.clone()),
                short: one.short.clone(),
            })
        };
        Some(Plan {
            agency: party(year.agency),
            ministry: party(year.ministry),
            year: Some(year.year),
            kind: LetterKind::Allocation,
            ..year.letters.plan()
        })
    }

    /// Folds records into a book, checking that each follows the one before.
    ///
    /// # Errors
    /// The number of the first record that does not belong there or cannot be read, and why.
    pub fn replay<'a>(records: impl IntoIterator<Item = &'a Record>) -> Result<(Self, Link), Broken> {
        let (mut book, mut link) = (Self::default(), Link::default());
        for record in records {
            record
                .follows(Some(&link))
                .map_err(|fault| Broken { seq: link.seq + 1, why: format!("{fault:?}") })?;
            book.apply(record).map_err(|error| Broken { seq: record.seq, why: error.why })?;
            link = record.link();
        }
        Ok((book, link))
    }
}

/// A journal that cannot be replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The number of the first record that is wrong.
    pub seq: u64,
    /// What is wrong with it, in English.
    pub why: String,
}

/// Which day a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// What was known by the end of the day: records by the time at which they were made.
    Known,
    /// What held on the day, as far as is known now: records by the day on which they hold.
    InForce,
}

impl Basis {
    /// Tells whether a record counts when it is asked how things stood on `day`.
    pub fn counts(self, record: &Record, day: Date) -> bool {
        match self {
            Basis::Known => record.at.date() <= day,
            Basis::InForce => record.on <= day,
        }
    }
}
