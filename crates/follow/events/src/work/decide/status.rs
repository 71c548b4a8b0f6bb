//! How far something is.

use super::{Desk, check_comment};
use crate::book::Outcome;
use crate::ids::ObjectId;
use crate::refusal::Refusal;
use crate::refusals as shared;
use crate::work::status::Step;
use crate::work::{DelayReason, DueKey, Event, Status, refusals};

/// A status that somebody reports.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    pub status: Status,
    pub comment: Option<&'a str>,
    pub delay: Option<DelayReason>,
    pub letter: Option<ObjectId>,
}

pub(super) fn report(
    desk: &Desk<'_>,
    object: ObjectId,
    due: Option<&DueKey>,
    said: Said<'_>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let part = desk.work_with_status(object)?;
    check_comment(said.comment)?;
    let whole = desk.year.work.status(object);
    let mut now = whole;
    if let Some(key) = due {
        desk.key(object, part, key)?;
        if whole.is_settled() {
            return Err(refusals::settled(object));
        }
        now = desk.year.work.report(object, Some(key)).map(|report| report.status).unwrap_or_default();
    }
    if said.delay.is_some() && !matches!(said.status, Status::AtRisk | Status::Delayed) {
        return Err(refusals::delay_out_of_place());
    }
    check_step(desk, object, now, said)?;
    let comment = out.scribe.write_some(said.comment);
    let Said { status, delay, letter, .. } = said;
    Ok(Event::StatusReported { object, due: due.cloned(), status, comment, delay, letter })
}

/// Takes the last status back. What the ministry said itself the agency cannot unsay.
pub(super) fn take_back(desk: &Desk<'_>, object: ObjectId, due: Option<&DueKey>) -> Result<Event, Refusal> {
    desk.work_with_status(object)?;
    if !desk.has_words(None) {
        return Err(shared::reason_missing());
    }
    if due.is_some() && desk.year.work.status(object).is_settled() {
        return Err(refusals::settled(object));
    }
    let item = desk.year.work.items.get(&object).ok_or_else(|| refusals::no_status(object))?;
    let mut standing = item.standing(due);
    let last = standing.pop().filter(|last| item.is_of_this_year(last));
    let last = last.ok_or_else(|| refusals::no_status(object))?;
    if last.status == Status::Accepted && last.letter.is_none() && !desk.is_ministry() {
        return Err(refusals::ministry_said_so(object));
    }
    let (status, now) = (last.status, standing.last().map(|before| before.status));
    Ok(Event::StatusTakenBack { object, due: due.cloned(), status, now })
}

fn check_step(desk: &Desk<'_>, object: ObjectId, now: Status, said: Said<'_>) -> Result<(), Refusal> {
    if let Some(letter) = said.letter {
        desk.answer(object, letter)?;
    }
    // Why something is delayed belongs to the status itself, not to the command.
    let words = match said.status {
        Status::Delayed => said.comment.is_some_and(|comment| !comment.trim().is_empty()),
        _ => desk.has_words(said.comment),
    };
    match now.step(said.status) {
        Step::Words if !words => Err(refusals::words_missing(object)),
        Step::Free | Step::Words => Ok(()),
        Step::Approval => desk.approval(object, said.letter),
        Step::DeliverFirst => Err(refusals::not_delivered(object)),
        Step::ReopenFirst => Err(refusals::reopen_first(object)),
    }
}
