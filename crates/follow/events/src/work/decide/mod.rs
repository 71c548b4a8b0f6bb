//! The work: what is allowed, and which events it gives.

mod deadline;
mod delivery;
mod duty;
mod meeting;
mod milestone;
mod order;
mod status;

use super::dues::{Due, counts, due_of, is_work};
use super::slots::slots;
use super::state::Schedule;
use super::{Command, DueKey, Event, refusals};
use crate::book::{Context, Outcome};
use crate::ids::{Actor, ObjectId, ObjectKind};
use crate::letters::{DocumentKind, Part};
use crate::refusal::Refusal;
use crate::refusals as shared;
use crate::year::Year;
use crate::{checks, event};
use status::Said;
use styrbord_diagnostics::Message;

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.open_year()?;
    let desk = Desk { context, year };
    let event = dispatch(&desk, command, out)?;
    out.events.push(event::Event::Work(event));
    Ok(())
}

fn dispatch(desk: &Desk<'_>, command: &Command, out: &mut Outcome) -> Result<Event, Refusal> {
    match command {
        Command::Assign { object, due, responsibility } => {
            order::assign(desk, *object, due.as_ref(), responsibility)
        }
        Command::ReportStatus { object, due, status, comment, delay, letter } => {
            let said = Said { status: *status, comment: comment.as_deref(), delay: *delay, letter: *letter };
            status::report(desk, *object, due.as_ref(), said, out)
        }
        Command::TakeBackStatus { object, due } => status::take_back(desk, *object, due.as_ref()),
        Command::SetMilestone { object, milestone, title, day, state, comment } => {
            let wish = milestone::Wish { milestone: *milestone, title, day: *day, state: *state };
            milestone::set(desk, *object, wish, comment.as_deref(), out)
        }
        Command::MoveDeadline { object, due, to, agreed, comment } => {
            deadline::shift(desk, *object, due, *to, agreed, comment.as_deref(), out)
        }
        Command::SetSchedule { object, due, frequency, first, comment } => {
            let schedule = Schedule { frequency: *frequency, first: *first };
            deadline::schedule(desk, *object, due, schedule, comment.as_deref(), out)
        }
        Command::TieToReport { object, due, report } => deadline::tie(desk, *object, due, *report),
        Command::AddDependency { object, on, comment } => {
            order::add_dependency(desk, *object, *on, comment.as_deref(), out)
        }
        Command::RemoveDependency { object, on, comment } => {
            order::remove_dependency(desk, *object, *on, comment.as_deref(), out)
        }
        Command::RegisterDeliverable { object, due, title, evidence } => {
            delivery::register(desk, *object, due.as_ref(), title, evidence, out)
        }
        Command::AddEvidence { deliverable, evidence } => {
            delivery::add_evidence(desk, *deliverable, evidence, out)
        }
        Command::JudgeDeliverable { deliverable, verdict, letter, comment } => {
            delivery::judge(desk, *deliverable, *verdict, *letter, comment.as_deref(), out)
        }
        Command::JudgeDuty { object, verdict, comment } => {
            duty::judge(desk, *object, *verdict, comment.as_deref(), out)
        }
        Command::MarkMateriality { object, material, why } => duty::mark(desk, *object, *material, why, out),
        Command::RecordMeeting { object, sitting, step, comment } => {
            meeting::record(desk, *object, *sitting, *step, comment.as_deref(), out)
        }
    }
}

/// What is at hand while a command is decided.
struct Desk<'a> {
    context: Context<'a>,
    year: &'a Year,
}

impl<'a> Desk<'a> {
    /// Returns a part that is in force.
    fn part(&self, object: ObjectId) -> Result<&'a Part, Refusal> {
        let part = self.year.letters.parts.get(&object).ok_or_else(|| shared::no_such_object(object))?;
        match &part.repealed {
            Some(repealed) => Err(refusals::part_repealed(object, repealed.letter)),
            None => Ok(part),
        }
    }

    /// Returns a part that is followed up: in force, work, and confirmed when it is a duty in running text.
    fn work(&self, object: ObjectId) -> Result<&'a Part, Refusal> {
        let part = self.part(object)?;
        if !is_work(object.kind) {
            return Err(refusals::not_followed_up(object));
        }
        if counts(self.year, object) { Ok(part) } else { Err(refusals::duty_unconfirmed(object)) }
    }

    /// Returns a part that is followed up by status and deadline.
    fn work_with_status(&self, object: ObjectId) -> Result<&'a Part, Refusal> {
        let part = self.work(object)?;
        if object.kind == ObjectKind::Meeting { Err(refusals::meeting_has_steps(object)) } else { Ok(part) }
    }

    /// Returns one thing that is due.
    fn due(&self, object: ObjectId, key: &DueKey) -> Result<Due, Refusal> {
        due_of(self.year, object, key).ok_or_else(|| refusals::no_such_due(object, key))
    }

    /// Checks that a key names something that is due, or a deadline with all its days.
    fn key(&self, object: ObjectId, part: &Part, key: &DueKey) -> Result<(), Refusal> {
        let named = || slots(part).iter().any(|slot| slot.in_force && slot.key == *key);
        if named() { Ok(()) } else { self.due(object, key).map(|_| ()) }
    }

    /// Checks a letter that says something of a part which an earlier letter gave.
    fn answer(&self, object: ObjectId, letter: ObjectId) -> Result<(), Refusal> {
        let known = self.year.letters.letters.get(&letter);
        if known.is_none_or(|known| known.document.kind == DocumentKind::CarriedOver) {
            return Err(refusals::no_such_letter(letter));
        }
        let part = self.year.letters.parts.get(&object);
        let gave = part.and_then(|part| part.history.first()).is_some_and(|first| first.letter == letter);
        if gave { Err(refusals::letter_gave_it(object, letter)) } else { Ok(()) }
    }

    /// Checks that the ministry itself acts, or that its letter is at hand.
    fn approval(&self, object: ObjectId, letter: Option<ObjectId>) -> Result<(), Refusal> {
        match letter {
            Some(letter) => self.answer(object, letter),
            None if self.is_ministry() => Ok(()),
            None => Err(refusals::needs_ministry(object)),
        }
    }

    fn is_ministry(&self) -> bool {
        let Actor::Person(person) = self.context.envelope.actor else { return false };
        let known = self.context.book.directory.people.get(&person);
        known.is_some_and(|known| known.organisation == self.year.ministry)
    }

    /// Tells whether something was ordered outside the letters, perhaps by the agency itself.
    fn is_order(&self, part: &Part) -> bool {
        let first = part.history.first().and_then(|first| self.year.letters.letters.get(&first.letter));
        first.is_some_and(|letter| letter.document.kind == DocumentKind::Order)
    }

    /// Tells whether the command has a reason or a comment in words.
    fn has_words(&self, comment: Option<&str>) -> bool {
        let said = |words: Option<&str>| words.is_some_and(|words| !words.trim().is_empty());
        said(comment) || said(self.context.envelope.reason.as_deref())
    }
}

/// Checks a comment that may be missing.
fn check_comment(comment: Option<&str>) -> Result<(), Refusal> {
    checks::text_if_any(&Message::new("kommentaren", "kommentaren", "the comment"), comment)
}
