//! Years begin and take letters in: rehearsed while others work, then kept as one.

use super::{Asking, Site};
use crate::access::{self, Target, UseCase, Visitor, not_allowed};
use crate::follow::{
    Circumstances, Failure, Incoming, Received, Reception, Rehearsed, Start, YearError, anything,
    rehearse_receive, rehearse_start,
};
use styrbord_events::refusals::changed_meanwhile;
use styrbord_events::{Actor, Book, Command, Expected, Refusal, Stream};
use styrbord_store::Rejection;

/// As often it is rehearsed anew when somebody else wrote meanwhile.
const TRIES_MAX: usize = 5;

impl Site {
    /// Starts a year with its letter, and registers the agency and its ministry when they are not yet known.
    ///
    /// # Errors
    /// When the visitor may not, the letter does not say whose and which year it is, or the year is there.
    pub fn start(
        &self,
        visitor: &Visitor,
        incoming: &Incoming,
        start: &Start,
        asking: &Asking,
    ) -> Result<Received, Failure> {
        let how = circumstances(Actor::Person(visitor.person), asking);
        let allow = allowed(visitor, asking);
        let rehearse = |book: &Book| {
            let rehearsed = rehearse_start(book, (&how, &allow), incoming, start);
            rehearsed.map_err(|failure| match failure {
                Failure::Refused(refusal) if refusal.code == not_allowed().code => {
                    of_another(book, visitor, incoming, start).unwrap_or(Failure::Refused(refusal))
                }
                other => other,
            })
        };
        self.together(rehearse)
    }

    /// Starts a year on behalf of whoever has the database in hand.
    ///
    /// # Errors
    /// When the plan does not say whose and which year it is, the year is there, or the journal fails.
    pub fn start_by_operator(
        &self,
        incoming: &Incoming,
        start: &Start,
        asking: &Asking,
    ) -> Result<Received, Failure> {
        let how = circumstances(Actor::Operator, asking);
        self.together(|book| rehearse_start(book, (&how, &anything), incoming, start))
    }

    /// Takes a document into a year. The year's letter given again is a correction of it.
    ///
    /// # Errors
    /// When the visitor may not, questions are open, or the document is not of this year.
    pub fn receive(
        &self,
        visitor: &Visitor,
        stream: Stream,
        incoming: &Incoming,
        reception: &Reception,
        asking: &Asking,
    ) -> Result<Received, Failure> {
        let how = circumstances(Actor::Person(visitor.person), asking);
        let allow = allowed(visitor, asking);
        self.check_takes_in(visitor, stream, asking)?;
        self.together(|book| {
            check_is_seen(book, stream, asking.expected)?;
            rehearse_receive(book, (&how, &allow), stream, incoming, reception)
        })
    }

    /// Returns what taking a document in would give; nothing is kept.
    ///
    /// # Errors
    /// As [`Site::receive`].
    pub fn rehearse_receive(
        &self,
        visitor: &Visitor,
        stream: Stream,
        incoming: &Incoming,
        reception: &Reception,
        asking: &Asking,
    ) -> Result<Received, Failure> {
        let how = circumstances(Actor::Person(visitor.person), asking);
        self.check_takes_in(visitor, stream, asking)?;
        let allow = allowed(visitor, asking);
        let rehearsed = rehearse_receive(&self.book(), (&how, &allow), stream, incoming, reception)?;
        let Rehearsed { work, stream, letter, questions } = rehearsed;
        Ok(Received { book: work.done().0.into(), stream, letter, questions })
    }

    /// The questions that a document raises tell of the year: who may not take it in is not asked.
    fn check_takes_in(&self, visitor: &Visitor, stream: Stream, asking: &Asking) -> Result<(), Failure> {
        Ok(self.check(visitor, UseCase::TakeInLetter, &[Target::Year(stream)], asking.today)?)
    }

    /// Keeps commands that were rehearsed together. When somebody else wrote to the same year, they are rehearsed anew.
    fn together<'a>(
        &self,
        rehearse: impl Fn(&Book) -> Result<Rehearsed<'a>, Failure>,
    ) -> Result<Received, Failure> {
        for _ in 0..TRIES_MAX {
            self.refresh()?;
            let Rehearsed { work, stream, letter, questions } = rehearse(&self.book())?;
            let (_, requests) = work.done();
            match self.desk.ask(move |keeper| keeper.submit_together(&requests))? {
                Ok(_) => {
                    self.refresh()?;
                    return Ok(Received { book: self.book(), stream, letter, questions });
                }
                Err(Rejection::Refused(refusal)) if refusal.code == changed_meanwhile().code => {}
                Err(rejection) => return Err(rejection.into()),
            }
        }
        Err(changed_meanwhile().into())
    }
}

fn circumstances(actor: Actor, asking: &Asking) -> Circumstances {
    let Asking { now, today, on, reason, .. } = asking.clone();
    Circumstances { now, today, set: false, on, actor, reason, dry_run: false }
}

/// Holds each command against the matrix before it is rehearsed.
fn allowed(visitor: &Visitor, asking: &Asking) -> impl Fn(&Book, Stream, &Command) -> Result<(), Refusal> {
    move |book, stream, command| {
        let (use_case, targets) = access::asked_by(stream, command);
        access::check(book, visitor, use_case, &targets, asking.today)
    }
}

/// Returns that a letter is another agency's than the visitor's, when that is so.
fn of_another(book: &Book, visitor: &Visitor, incoming: &Incoming, start: &Start) -> Option<Failure> {
    let own = book.directory.people.get(&visitor.person)?.organisation;
    let own = book.directory.organisations.get(&own)?;
    let party = &incoming.plan.agency;
    let theirs = start.agency.as_ref().or(party.name.as_ref()).or(party.short.as_ref())?;
    let is = |name: &str| name.trim().to_lowercase() == theirs.trim().to_lowercase();
    let same = is(&own.name) || own.short.as_deref().is_some_and(is);
    (!same).then(|| YearError::OtherAgency(own.name.clone(), theirs.clone()).into())
}

/// Checks that a year is as it was when its visitor saw it.
fn check_is_seen(book: &Book, stream: Stream, expected: Expected) -> Result<(), Refusal> {
    let same = match expected {
        Expected::Any => true,
        Expected::Stream(version) => book.version(stream) == version,
        Expected::Object(object, seq) => book.touched(stream, object) == seq,
    };
    if same { Ok(()) } else { Err(changed_meanwhile()) }
}
