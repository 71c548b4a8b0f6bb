//! A second book, always one command behind, fed by the records alone as they come back from their JSON.

use super::money::{self, Booked};
use super::shown::Seen;
use super::{Checked, ensure};
use crate::draw::MARKER;
use styrbord_events::{
    Book, Event, Link, ObjectId, Record, Stream, directory, letters, measure, money as area, work,
};

/// The book before the command that is looked at, and what was told from the records until then.
#[derive(Debug, Default)]
pub(crate) struct Mirror {
    /// The book before.
    pub book: Book,
    /// Each record as JSON, as it was seen first.
    pub lines: Vec<String>,
    link: Link,
    booked: Booked,
    seen: Seen,
}

impl Mirror {
    /// Checks what one command gave: the records since the last one, and the book that is claimed to be their fold.
    pub(crate) fn take_in(&mut self, stream: Stream, records: &[Record], live: &Book) -> Checked {
        self.check_isolation(stream, live)?;
        let about_money = records.iter().any(|record| record.kind.starts_with("money."));
        if let (true, Some(before), Some(after)) =
            (about_money, self.book.years.get(&stream), live.years.get(&stream))
        {
            money::check_bounds(before, after, records)?;
        }
        for record in records {
            self.take(stream, record)?;
        }
        ensure(self.book == *live, || "the records do not give the live book".to_owned())
    }

    /// Checks that years which the command is not about are as they were.
    fn check_isolation(&self, stream: Stream, live: &Book) -> Checked {
        let others = |book: &Book| book.years.keys().filter(|of| **of != stream).count();
        ensure(others(&self.book) == others(live), || "another year came or went".to_owned())?;
        for (of, before) in self.book.years.iter().filter(|(of, _)| **of != stream) {
            ensure(live.years.get(of) == Some(before), || format!("a command about {stream} changed {of}"))?;
        }
        let apart = stream == Stream::Directory || self.book.directory == live.directory;
        ensure(apart, || format!("a command about {stream} changed the directory"))
    }

    fn take(&mut self, stream: Stream, record: &Record) -> Checked {
        let line = serde_json::to_string(record).map_err(|error| error.to_string())?;
        let read: Record = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        ensure(read == *record, || format!("record {} comes back from JSON as another", record.seq))?;
        ensure(!line.contains(MARKER), || {
            format!("record {} holds what a person wrote: {line}", record.seq)
        })?;
        ensure(record.stream == stream, || format!("record {} is of another stream", record.seq))?;
        read.follows(Some(&self.link)).map_err(|fault| format!("record {}: {fault:?}", record.seq))?;
        let version = self.book.version(stream) + 1;
        ensure(read.version == version, || format!("record {} is not version {version}", record.seq))?;
        let event = read.event().map_err(|error| error.why)?;
        self.check_new(stream, &event)?;
        match (&event, self.book.years.get(&stream)) {
            (Event::Sharing(event), Some(year)) => self.seen.take(year, event),
            (Event::Money(event), Some(_)) => self.booked.take(stream, event),
            _ => {}
        }
        self.book.take(&read, &event);
        self.link = read.link();
        self.lines.push(line);
        Ok(())
    }

    /// Checks that what is made has an id that nothing has had.
    fn check_new(&self, stream: Stream, event: &Event) -> Checked {
        let known = &self.book.directory;
        let used = match event {
            Event::Directory(directory::Event::OrganisationRegistered { organisation, .. }) => {
                known.organisations.contains_key(organisation)
            }
            Event::Directory(directory::Event::UnitAdded { unit, .. }) => known.units.contains_key(unit),
            Event::Directory(directory::Event::PersonRegistered { person, .. }) => {
                known.people.contains_key(person)
            }
            _ => made(event).is_some_and(|id| self.book.touched(stream, id) != 0),
        };
        ensure(!used, || format!("an id is used again: {event:?}"))
    }

    /// Checks what takes longer to look at.
    pub(crate) fn check_views(&self) -> Checked {
        for (stream, year) in &self.book.years {
            money::check_sums(year)?;
            self.booked.check(year)?;
            self.seen.check(&self.book, *stream)?;
        }
        Ok(())
    }
}

/// Returns the object that an event makes.
fn made(event: &Event) -> Option<ObjectId> {
    match event {
        Event::Letters(
            letters::Event::LetterReceived { letter: id, .. }
            | letters::Event::PartAdded { part: id, .. }
            | letters::Event::PartCarried { part: id, .. },
        )
        | Event::Work(work::Event::DeliverableRegistered { deliverable: id, .. })
        | Event::Measure(
            measure::Event::SeriesDefined { series: id, .. }
            | measure::Event::SeriesCarried { series: id, .. },
        )
        | Event::Money(
            area::Event::Committed { commitment: id, .. }
            | area::Event::SubAllocated { sub_allocation: id, .. }
            | area::Event::Charged { charge: id, .. }
            | area::Event::ProjectRegistered { project: id, .. }
            | area::Event::ActualsImported { import: id, .. },
        ) => Some(*id),
        _ => None,
    }
}
