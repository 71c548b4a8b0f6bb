//! Days that the agency sets itself. They bind nobody else, so nobody has to agree.

use super::{Desk, check_comment};
use crate::book::Outcome;
use crate::checks;
use crate::ids::ObjectId;
use crate::refusal::Refusal;
use crate::work::{Event, MilestoneState, refusals};
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;

/// So many days of its own an object has at most.
const MILESTONES_MAX: usize = 100;

/// A day that somebody sets or changes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub milestone: Option<u32>,
    pub title: &'a str,
    pub day: Date,
    pub state: MilestoneState,
}

pub(super) fn set(
    desk: &Desk<'_>,
    object: ObjectId,
    wish: Wish<'_>,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    desk.work_with_status(object)?;
    checks::title(&Message::new("tittelen", "tittelen", "the title"), wish.title)?;
    checks::day(wish.day)?;
    check_comment(comment)?;
    let known = desk.year.work.items.get(&object).map(|item| &item.milestones);
    let milestone = match wish.milestone {
        Some(number) if known.is_some_and(|known| known.contains_key(&number)) => number,
        Some(number) => return Err(refusals::no_such_milestone(object, number)),
        None if known.is_some_and(|known| known.len() >= MILESTONES_MAX) => {
            return Err(refusals::too_many_milestones(object, MILESTONES_MAX));
        }
        None => known.and_then(|known| known.keys().next_back()).map_or(1, |last| last.saturating_add(1)),
    };
    let (title, comment) = (out.scribe.write(wish.title), out.scribe.write_some(comment));
    let Wish { day, state, .. } = wish;
    Ok(Event::MilestoneSet { object, milestone, title, day, state, comment })
}
