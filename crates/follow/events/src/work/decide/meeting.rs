//! Meetings: called, held, minuted, or cancelled.

use super::{Desk, check_comment};
use crate::book::Outcome;
use crate::checks;
use crate::ids::{ObjectId, ObjectKind};
use crate::letters::PartValue;
use crate::refusal::Refusal;
use crate::refusals as shared;
use crate::work::state::Sitting;
use crate::work::{Event, MeetingStep, refusals};

pub(super) fn record(
    desk: &Desk<'_>,
    object: ObjectId,
    sitting: u32,
    step: MeetingStep,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let part = desk.work(object)?;
    if object.kind != ObjectKind::Meeting {
        return Err(refusals::not_a_meeting(object));
    }
    check_comment(comment)?;
    let sittings = desk.year.work.items.get(&object).map(|item| &item.sittings);
    let last = sittings.and_then(|sittings| sittings.keys().next_back().copied()).unwrap_or_default();
    let now = sittings.and_then(|sittings| sittings.get(&sitting).copied()).unwrap_or_default();
    if sitting == 0 || sitting > last.saturating_add(1) {
        return Err(refusals::no_such_sitting(object, sitting));
    }
    let dated = sitting == 1 && matches!(&part.value, PartValue::Meeting(meeting) if meeting.date.is_some());
    if !fits(now, dated, step) {
        return Err(refusals::out_of_step(object, sitting));
    }
    match step {
        MeetingStep::Called(day) => checks::day(day)?,
        MeetingStep::Held(day) | MeetingStep::MinutesSent(day) => {
            checks::day(day)?;
            if day > desk.context.envelope.on {
                return Err(shared::day_to_come(day));
            }
        }
        MeetingStep::Cancelled if !desk.has_words(comment) => return Err(refusals::words_missing(object)),
        MeetingStep::Cancelled => {}
    }
    Ok(Event::MeetingRecorded { object, sitting, step, comment: out.scribe.write_some(comment) })
}

/// Tells whether a step comes after what happened so far. `dated`: the letter gives the day, so nobody has to call.
fn fits(now: Sitting, dated: bool, step: MeetingStep) -> bool {
    let called = now.called.is_some() || dated;
    match step {
        MeetingStep::Called(_) => now.held.is_none(),
        MeetingStep::Held(_) | MeetingStep::Cancelled => called && now.held.is_none() && !now.cancelled,
        MeetingStep::MinutesSent(day) => now.held.is_some_and(|held| held <= day),
    }
}
