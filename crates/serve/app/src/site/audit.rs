//! Who did what, when and why, from the journal and from what was done to accounts: as much of it as a visitor may see.

use super::Site;
use crate::access::{Sight, Target, UseCase, Visitor, may};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_events::directory::Event as DirectoryEvent;
use styrbord_events::{
    Actor, Book, Event, Instant, ObjectId, OrganisationId, PersonId, Record, Stream, TextRef, UnitId, Year,
};
use styrbord_store::{Deed, StoreError};

/// As many things that were done to accounts are read at a time.
const PAGE: usize = 500;

/// What a record was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditSubject {
    /// An organisation.
    Organisation(OrganisationId),
    /// A unit.
    Unit(UnitId),
    /// A person.
    Person(PersonId),
    /// The installation: a text that named nobody.
    Installation,
    /// A year as a whole.
    Year,
    /// Objects of a year, the main one first.
    Objects(Vec<ObjectId>),
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// Whether it was done to an account: the journal has no record of it.
    pub of_account: bool,
    /// The number of the record, or of what was done to accounts.
    pub seq: u64,
    /// The line of history.
    pub stream: Stream,
    /// When it was recorded.
    pub at: Instant,
    /// The day on which it holds.
    pub on: Date,
    /// Who did it; none when that is not known.
    pub actor: Option<Actor>,
    /// What was done, as `work.status_reported`.
    pub kind: String,
    /// To what.
    pub subject: AuditSubject,
    /// Who got or lost a role by it.
    pub whom: Option<PersonId>,
    /// Why, in words; to be asked of [`Site::words`].
    pub reason: Option<TextRef>,
}

/// Which lines are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AuditQuery {
    /// Of one line of history alone.
    pub stream: Option<Stream>,
    /// About one thing alone.
    pub about: Option<Target>,
    /// By one actor alone.
    pub actor: Option<Actor>,
    /// Recorded at this time or later.
    pub since: Option<Instant>,
    /// Recorded before this time.
    pub until: Option<Instant>,
    /// Before the record with this number, for the next page.
    pub before: Option<u64>,
    /// Of what was done to accounts, before that with this number.
    pub before_account: Option<u64>,
}

/// What is kept of a record for the audit.
#[derive(Debug, Clone)]
pub(super) struct Trace(AuditLine);

impl Site {
    /// Returns the lines that a visitor may see, the latest first, at most `limit`.
    ///
    /// # Errors
    /// When what was done to accounts cannot be read.
    pub fn audit(
        &self,
        visitor: &Visitor,
        query: AuditQuery,
        today: Date,
        limit: usize,
    ) -> Result<Vec<AuditLine>, StoreError> {
        let (book, trail) = (self.book(), self.reader.trail());
        let mut eyes = Eyes { book: &book, visitor, today, known: BTreeMap::new() };
        let lines = query.among(&trail).iter().rev().map(|trace| &trace.0);
        let asked = lines.filter(|line| query.asks_for(line));
        let found: Vec<AuditLine> = asked.filter(|line| eyes.see(line)).take(limit).cloned().collect();
        if query.stream.is_some_and(|stream| stream != Stream::Directory) {
            return Ok(found);
        }
        let done = self.done_to_accounts(&query, &mut eyes, limit)?;
        Ok(latest_first(found, done, limit))
    }

    fn done_to_accounts(
        &self,
        query: &AuditQuery,
        eyes: &mut Eyes<'_>,
        limit: usize,
    ) -> Result<Vec<AuditLine>, StoreError> {
        let since = query.since.unwrap_or(Instant::from_millis(i64::MIN));
        let until = query.until.unwrap_or(Instant::from_millis(i64::MAX));
        let mut before = query.before_account.unwrap_or(u64::MAX);
        let mut found = Vec::new();
        while found.len() < limit {
            let page = self.accounts.deeds_before(before, (since, until), PAGE)?;
            let Some(last) = page.last() else { break };
            before = last.seq;
            let lines = page.iter().map(of_deed);
            found.extend(lines.filter(|line| query.asks_for(line) && eyes.see(line)));
        }
        found.truncate(limit);
        Ok(found)
    }

    /// Returns the objects of a year whose last change is another's than the reader's and not older than a time, the
    /// latest first, each with the number of that record. Whether somebody may see them is asked elsewhere.
    pub fn changed_since(&self, year: &Year, since: Instant, reader: PersonId) -> Vec<(u64, ObjectId)> {
        let trail = self.reader.trail();
        let older = trail.partition_point(|trace| trace.0.at < since) as u64;
        let last =
            |seq: u64| line_of(&trail, seq).is_some_and(|line| line.actor != Some(Actor::Person(reader)));
        let new = year.touched.iter().filter(|(_, seq)| **seq > older && last(**seq));
        let mut changed: Vec<(u64, ObjectId)> = new.map(|(object, seq)| (*seq, *object)).collect();
        changed.sort_unstable_by(|one, other| other.cmp(one));
        changed
    }

    /// Returns the line of a record; none when there is no such record. Whether somebody may see it is asked elsewhere.
    pub fn audit_line(&self, seq: u64) -> Option<AuditLine> {
        line_of(&self.reader.trail(), seq).cloned()
    }
}

/// Finds the line of a record: they are numbered from 1 without gaps.
fn line_of(trail: &[Trace], seq: u64) -> Option<&AuditLine> {
    let at = usize::try_from(seq.checked_sub(1)?).ok()?;
    Some(&trail.get(at)?.0)
}

impl Trace {
    /// Returns when it was recorded.
    pub(super) fn at(&self) -> Instant {
        self.0.at
    }
}

impl AuditQuery {
    /// Returns the part of the trail in which all that is asked for lies: it goes by number and by time alike.
    fn among<'a>(&self, trail: &'a [Trace]) -> &'a [Trace] {
        let older = |time: Instant| trail.partition_point(|trace| trace.0.at < time);
        let first = self.since.map_or(0, older);
        let last = self.until.map_or(trail.len(), older);
        let before = self.before.map(|before| trail.partition_point(|trace| trace.0.seq < before));
        trail.get(first..before.map_or(last, |before| before.min(last))).unwrap_or_default()
    }

    fn asks_for(&self, line: &AuditLine) -> bool {
        let before = if line.of_account { self.before_account } else { self.before };
        before.is_none_or(|before| line.seq < before)
            && self.since.is_none_or(|since| since <= line.at)
            && self.until.is_none_or(|until| line.at < until)
            && self.stream.is_none_or(|stream| line.stream == stream)
            && self.actor.is_none_or(|actor| line.actor == Some(actor))
            && self.about.is_none_or(|target| line.is_about(target))
    }
}

impl AuditLine {
    /// Tells whether it is about something.
    fn is_about(&self, target: Target) -> bool {
        match (&self.subject, target) {
            (AuditSubject::Organisation(one), Target::Organisation(other)) => *one == other,
            (AuditSubject::Unit(one), Target::Unit(other)) => *one == other,
            (AuditSubject::Person(one), Target::Person(other)) => *one == other,
            (_, Target::Person(other)) => self.whom == Some(other),
            (AuditSubject::Objects(objects), Target::Object(stream, object)) => {
                stream == self.stream && objects.contains(&object)
            }
            (AuditSubject::Year, Target::Year(stream)) => stream == self.stream,
            (AuditSubject::Installation, Target::Installation) => true,
            _ => false,
        }
    }
}

/// Who looks at the trail, and what was found out about that; each thing is asked about once.
struct Eyes<'a> {
    book: &'a Book,
    visitor: &'a Visitor,
    today: Date,
    known: BTreeMap<Target, bool>,
}

impl Eyes<'_> {
    /// Tells whether the visitor sees a line: the inside of everything that it is about.
    fn see(&mut self, line: &AuditLine) -> bool {
        match &line.subject {
            AuditSubject::Organisation(id) => self.reach(Target::Organisation(*id)),
            AuditSubject::Unit(id) => self.reach(Target::Unit(*id)),
            AuditSubject::Person(id) => self.reach(Target::Person(*id)),
            AuditSubject::Installation => self.reach(Target::Installation),
            AuditSubject::Year => self.reach(Target::Year(line.stream)),
            AuditSubject::Objects(objects) => {
                objects.iter().all(|object| self.reach(Target::Object(line.stream, *object)))
            }
        }
    }

    fn reach(&mut self, target: Target) -> bool {
        let use_case = match target {
            Target::Year(_) | Target::Object(..) => UseCase::ReadHistory,
            _ => UseCase::ReadAudit,
        };
        let Self { book, visitor, today, known } = self;
        let inside = || may(book, visitor, use_case, target, *today) == Some(Sight::Inside);
        *known.entry(target).or_insert_with(inside)
    }
}

/// Puts two lists into one by their times; each keeps its own order, so that the next page goes on in both.
fn latest_first(one: Vec<AuditLine>, other: Vec<AuditLine>, limit: usize) -> Vec<AuditLine> {
    let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
    let next = || match (one.peek(), other.peek()) {
        (Some(first), Some(second)) if first.at >= second.at => one.next(),
        (Some(_), None) => one.next(),
        _ => other.next(),
    };
    std::iter::from_fn(next).take(limit).collect()
}

/// Returns the line of something that was done to an account.
fn of_deed(deed: &Deed) -> AuditLine {
    AuditLine {
        of_account: true,
        seq: deed.seq,
        stream: Stream::Directory,
        at: deed.at,
        on: deed.at.date(),
        actor: deed.by,
        kind: deed.kind.word().to_owned(),
        subject: deed.whom.map_or(AuditSubject::Installation, AuditSubject::Person),
        whom: None,
        reason: None,
    }
}

/// Returns what is kept of a record.
pub(super) fn trace(record: &Record, event: &Event) -> Trace {
    let whom = match event {
        Event::Directory(
            DirectoryEvent::RoleGiven { person, .. } | DirectoryEvent::RoleTaken { person, .. },
        ) => Some(*person),
        _ => None,
    };
    let subject = match event {
        Event::Directory(event) => of_directory(event),
        other => match other.objects() {
            objects if objects.is_empty() => AuditSubject::Year,
            objects => AuditSubject::Objects(objects),
        },
    };
    Trace(AuditLine {
        of_account: false,
        seq: record.seq,
        stream: record.stream,
        at: record.at,
        on: record.on,
        actor: Some(record.actor),
        kind: record.kind.clone(),
        subject,
        whom,
        reason: record.reason,
    })
}

fn of_directory(event: &DirectoryEvent) -> AuditSubject {
    use DirectoryEvent as D;
    match event {
        D::OrganisationRegistered { organisation, .. }
        | D::OrganisationRenamed { organisation, .. }
        | D::OrganisationNumbered { organisation, .. } => AuditSubject::Organisation(*organisation),
        D::UnitAdded { unit, .. } | D::UnitChanged { unit, .. } | D::UnitClosed { unit } => {
            AuditSubject::Unit(*unit)
        }
        // A role is the organisation's that gives it, whoever gets it.
        D::RoleGiven { role, .. } | D::RoleTaken { role, .. } => {
            role.unit.map_or(AuditSubject::Organisation(role.organisation), AuditSubject::Unit)
        }
        D::PersonRegistered { person, .. }
        | D::PersonRenamed { person, .. }
        | D::ContactSet { person, .. }
        | D::PersonMoved { person, .. }
        | D::PersonDeactivated { person }
        | D::PersonReactivated { person } => AuditSubject::Person(*person),
        D::TextErased { person, .. } => person.map_or(AuditSubject::Installation, AuditSubject::Person),
    }
}
