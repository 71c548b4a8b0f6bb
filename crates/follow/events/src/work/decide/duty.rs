//! Which duties in running text count, and what is material.

use super::{Desk, check_comment};
use crate::book::Outcome;
use crate::checks;
use crate::ids::{Actor, ObjectId};
use crate::letters::PartValue;
use crate::refusal::Refusal;
use crate::work::{DutyVerdict, Event, refusals};
use styrbord_diagnostics::Message;

pub(super) fn judge(
    desk: &Desk<'_>,
    object: ObjectId,
    verdict: DutyVerdict,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let part = desk.part(object)?;
    let PartValue::Duty(duty) = &part.value else { return Err(refusals::not_a_duty(object)) };
    check_comment(comment)?;
    if !matches!(desk.context.envelope.actor, Actor::Person(_)) {
        return Err(refusals::needs_person());
    }
    match verdict {
        DutyVerdict::Declined if !desk.has_words(comment) => return Err(refusals::words_missing(object)),
        DutyVerdict::Confirmed { due: Some(day) } => {
            checks::day(day)?;
            if let Some(printed) = duty.due.filter(|printed| *printed != day) {
                return Err(refusals::letter_has_day(object, printed));
            }
        }
        DutyVerdict::Declined | DutyVerdict::Confirmed { due: None } => {}
    }
    Ok(Event::DutyJudged { object, verdict, comment: out.scribe.write_some(comment) })
}

pub(super) fn mark(
    desk: &Desk<'_>,
    object: ObjectId,
    material: bool,
    why: &str,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    desk.part(object)?;
    checks::text(&Message::new("begrunnelsen", "grunngivinga", "the reason"), why)?;
    Ok(Event::MaterialityMarked { object, material, why: out.scribe.write(why) })
}
