//! Letters are rehearsed and taken into a year.

use super::{Site, Visitor};
use crate::problem::Problem;
use styrbord_app::Date;
use styrbord_app::follow::events::{Expected, ObjectId, Stream};
use styrbord_app::follow::{Failure, Incoming, Question, Received, Reception};
use styrbord_app::site::Asking;

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
        let asking = Asking { on: intake.on, ..self.asking() };
        match self.site.rehearse_receive(&visitor.asks, stream, incoming, &intake.reception, &asking) {
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
        let asking = Asking { on: intake.on, expected: Expected::Stream(seen), ..self.asking() };
        Ok(self.site.receive(&visitor.asks, stream, incoming, &intake.reception, &asking)?.letter)
    }
}
