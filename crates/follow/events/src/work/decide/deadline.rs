//! When something is due: what is agreed, set, or delivered with a report.

use super::{Desk, check_comment};
use crate::book::Outcome;
use crate::checks;
use crate::ids::{ObjectId, ObjectKind};
use crate::letters::Part;
use crate::refusal::Refusal;
use crate::refusals as shared;
use crate::work::dues::scheduled;
use crate::work::slots::{Printed, slots};
use crate::work::state::Schedule;
use crate::work::{Agreement, DueKey, Event, Ground, refusals};
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;
use styrbord_plan::DeadlineKind;

pub(super) fn shift(
    desk: &Desk<'_>,
    object: ObjectId,
    key: &DueKey,
    to: Date,
    agreed: &Agreement<String>,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let part = desk.work_with_status(object)?;
    let due = desk.due(object, key)?;
    checks::day(to)?;
    check_comment(comment)?;
    if due.status.is_settled() {
        return Err(refusals::settled(object));
    }
    if due.date == Some(to) {
        return Err(refusals::same_deadline(to));
    }
    check_agreement(desk, object, part, agreed)?;
    let agreed = agreed.map(|reference| out.scribe.write(reference));
    let comment = out.scribe.write_some(comment);
    Ok(Event::DeadlineMoved { object, due: key.clone(), from: due.date, to, agreed, comment })
}

fn check_agreement(
    desk: &Desk<'_>,
    object: ObjectId,
    part: &Part,
    agreed: &Agreement<String>,
) -> Result<(), Refusal> {
    let directory = &desk.context.book.directory;
    if !directory.organisations.contains_key(&agreed.organisation) {
        return Err(shared::unknown_organisation(agreed.organisation));
    }
    if agreed.organisation == desk.year.agency && !desk.is_order(part) {
        return Err(refusals::agency_alone());
    }
    if let Some(person) = agreed.person {
        // Who agreed may have left since.
        let known = directory.people.get(&person).ok_or_else(|| shared::unknown_person(person))?;
        if known.organisation != agreed.organisation {
            return Err(refusals::person_elsewhere(person, agreed.organisation));
        }
    }
    match &agreed.ground {
        Ground::Letter(letter) => desk.answer(object, *letter),
        Ground::Writing { dated, reference } => {
            checks::day(*dated)?;
            if *dated > desk.context.envelope.on {
                return Err(shared::day_to_come(*dated));
            }
            checks::text(&Message::new("henvisningen", "tilvisinga", "the reference"), reference)
        }
    }
}

pub(super) fn schedule(
    desk: &Desk<'_>,
    object: ObjectId,
    key: &DueKey,
    schedule: Schedule,
    comment: Option<&str>,
    out: &mut Outcome,
) -> Result<Event, Refusal> {
    let part = desk.work_with_status(object)?;
    let printed = printed(object, part, key)?;
    check_comment(comment)?;
    checks::day(schedule.first)?;
    if let Some(day) = printed.deadline.date {
        return Err(refusals::letter_has_day(object, day));
    }
    let to_be_agreed = matches!(printed.deadline.kind, DeadlineKind::None | DeadlineKind::Invalid);
    if to_be_agreed && object.kind == ObjectKind::Assignment {
        return Err(refusals::needs_agreement(object));
    }
    if scheduled(schedule, desk.year.year).is_empty() {
        return Err(refusals::no_day_in_year(desk.year.year));
    }
    let Schedule { frequency, first } = schedule;
    let comment = out.scribe.write_some(comment);
    Ok(Event::ScheduleSet { object, due: key.clone(), frequency, first, comment })
}

pub(super) fn tie(
    desk: &Desk<'_>,
    object: ObjectId,
    key: &DueKey,
    report: ObjectId,
) -> Result<Event, Refusal> {
    let part = desk.work_with_status(object)?;
    let printed = printed(object, part, key)?;
    desk.part(report)?;
    if report.kind != ObjectKind::Report || object.kind == ObjectKind::Report {
        return Err(refusals::not_a_report(report));
    }
    if let Some(day) = printed.deadline.date {
        return Err(refusals::letter_has_day(object, day));
    }
    Ok(Event::TiedToReport { object, due: key.clone(), report })
}

/// Returns a deadline as the last letter has it.
fn printed(object: ObjectId, part: &Part, key: &DueKey) -> Result<Printed, Refusal> {
    let mut live = slots(part).into_iter().filter(|slot| slot.in_force);
    let slot = live.find(|slot| slot.key == *key);
    slot.and_then(|slot| slot.last().cloned()).ok_or_else(|| refusals::no_such_due(object, key))
}
