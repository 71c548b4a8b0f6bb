//! Letters are rehearsed and taken into a year.

use super::{Site, Visitor, lock};
use crate::problem::Problem;
use styrbord_app::Date;
use styrbord_app::access::{self, Target, UseCase};
use styrbord_app::follow::events::{Actor, ObjectId, Stream};
use styrbord_app::follow::{
    Circumstances, Database, Failure, Incoming, Office, Question, Received, Reception,
};

/// What taking a document into a year would give.
pub(crate) enum Rehearsed {
    /// These questions come first.
    Asked(Vec<Question>),
    /// It would be taken in like this.
    Received(Box<Received>),
}

/// How a document is to be taken in, and the day on which it holds; its own when it is not said.
#[derive(Debug, Clone, Default)]
pub(crate) struct Intake {
    /// How.
    pub(crate) reception: Reception,
    /// The day.
    pub(crate) on: Option<Date>,
}

impl Site {
    /// Tells what taking a document into a year would give; nothing is kept.
    ///
    /// # Errors
    /// When the visitor may not, or the document is not one of the year.
    pub(crate) fn rehearse(
        &self,
        visitor: &Visitor,
        stream: Stream,
        incoming: &Incoming,
        intake: &Intake,
    ) -> Result<Rehearsed, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        let how = Circumstances { dry_run: true, ..self.intake(&office, visitor, stream, intake)? };
        match office.receive(&how, stream, incoming, &intake.reception) {
            Ok(received) => Ok(Rehearsed::Received(Box::new(received))),
            Err(Failure::Asked(questions)) => Ok(Rehearsed::Asked(questions)),
            Err(failure) => Err(failure.into()),
        }
    }

    /// Takes a document into a year that is as the visitor saw it: at that version.
    ///
    /// # Errors
    /// When the visitor may not, the year has changed since, a question is open, or the journal fails.
    pub(crate) fn receive(
        &self,
        visitor: &Visitor,
        stream: Stream,
        incoming: &Incoming,
        (intake, seen): (&Intake, u64),
    ) -> Result<ObjectId, Problem> {
        let mut office = lock(&self.office);
        office.catch_up()?;
        let how = self.intake(&office, visitor, stream, intake)?;
        if office.book().version(stream) != seen {
            return Err(Problem::Conflict);
        }
        Ok(office.receive(&how, stream, incoming, &intake.reception)?.letter)
    }

    fn intake(
        &self,
        office: &Office<Database>,
        visitor: &Visitor,
        stream: Stream,
        intake: &Intake,
    ) -> Result<Circumstances, Problem> {
        let targets = [Target::Year(stream)];
        access::check(office.book(), &visitor.asks, UseCase::TakeInLetter, &targets, self.today())?;
        let how = self.circumstances(Actor::Person(visitor.person), None);
        Ok(Circumstances { on: intake.on, ..how })
    }
}
