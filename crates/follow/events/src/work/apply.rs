//! Events into state.

use super::state::{Deliverable, DueState, Item, Judgement, Milestone, Move, Schedule};
use super::{CarriedStatus, CarriedWork, DueKey, Event, MeetingStep, Responsibility, StatusReport};
use crate::book::Stamp;
use crate::history::Version;
use crate::ids::{ObjectId, Stream};
use crate::year::Year;

/// Takes an event in. What refers to an unknown part or deliverable changes nothing.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let about = match event {
        Event::EvidenceAdded { deliverable, .. } | Event::DeliverableJudged { deliverable, .. } => {
            year.work.deliverables.get(deliverable).map(|known| known.object)
        }
        Event::DeliverableRegistered { object, .. } => Some(*object),
        _ => event.objects().first().copied(),
    };
    let Some(object) = about.filter(|object| year.letters.parts.contains_key(object)) else { return };
    apply_deliverable(year, event, stamp);
    let item = year.work.items.entry(object).or_default();
    apply_item(item, event, stamp);
    item.log.push(Version::new(event.clone(), stamp));
}

fn apply_deliverable(year: &mut Year, event: &Event, stamp: &Stamp) {
    let known = &mut year.work.deliverables;
    match event {
        Event::DeliverableRegistered { deliverable, object, due, title, evidence } => {
            let evidence = evidence.iter().map(|one| Version::new(one.clone(), stamp)).collect();
            let (object, due, title) = (*object, due.clone(), *title);
            let registered =
                Deliverable { object, due, title, evidence, verdicts: Vec::new(), registered: *stamp };
            known.entry(*deliverable).or_insert(registered);
        }
        Event::EvidenceAdded { deliverable, evidence } => {
            if let Some(deliverable) = known.get_mut(deliverable) {
                deliverable.evidence.push(Version::new(evidence.clone(), stamp));
            }
        }
        Event::DeliverableJudged { deliverable, verdict, letter, comment } => {
            if let Some(deliverable) = known.get_mut(deliverable) {
                let judged = Judgement { verdict: *verdict, letter: *letter, comment: *comment };
                deliverable.verdicts.push(Version::new(judged, stamp));
            }
        }
        _ => {}
    }
}

fn apply_item(item: &mut Item, event: &Event, stamp: &Stamp) {
    match event {
        Event::Assigned { due, responsibility, .. } => {
            let given = Some(Version::new(responsibility.clone(), stamp));
            match due {
                None => item.responsibility = given,
                Some(key) => due_state(item, key).responsibility = given,
            }
        }
        Event::StatusReported { due, status, comment, delay, letter, .. } => {
            let (status, comment, delay, letter) = (*status, *comment, *delay, *letter);
            let report = Some(StatusReport { status, comment, delay, letter, stamp: *stamp });
            match due {
                None => item.status = report,
                Some(key) => due_state(item, key).status = report,
            }
        }
        Event::StatusTakenBack { due, .. } => {
            let mut standing = item.standing(due.as_ref());
            standing.pop();
            match due {
                None => item.status = standing.pop(),
                Some(key) => due_state(item, key).status = standing.pop(),
            }
        }
        Event::MilestoneSet { milestone, title, day, state, .. } => {
            let set = Milestone { title: *title, day: *day, state: *state };
            item.milestones.insert(*milestone, Version::new(set, stamp));
        }
        Event::DeadlineMoved { due, from, to, agreed, comment, .. } => {
            let (from, to, agreed, comment) = (*from, *to, Some(agreed.clone()), *comment);
            due_state(item, due).moves.push(Move { from, to, agreed, comment, stamp: *stamp });
        }
        Event::ScheduleSet { due, frequency, first, .. } => {
            let schedule = Schedule { frequency: *frequency, first: *first };
            due_state(item, due).schedule = Some(Version::new(schedule, stamp));
        }
        Event::TiedToReport { due, report, .. } => due_state(item, due).report = Some(*report),
        Event::DependencyAdded { on, .. } => {
            item.depends_on.insert(*on);
        }
        Event::DependencyRemoved { on, .. } => {
            item.depends_on.remove(on);
        }
        Event::DeliverableRegistered { deliverable, .. } => add_deliverable(item, *deliverable),
        Event::DutyJudged { verdict, .. } => item.verdict = Some(Version::new(*verdict, stamp)),
        Event::MaterialityMarked { material, .. } => item.material = Some(Version::new(*material, stamp)),
        Event::MeetingRecorded { sitting, step, .. } => record_meeting(item, *sitting, *step),
        Event::CarriedOver { from, was, work, .. } => carry_over(item, *from, *was, work, stamp),
        Event::EvidenceAdded { .. } | Event::DeliverableJudged { .. } => {}
    }
}

fn due_state<'a>(item: &'a mut Item, key: &DueKey) -> &'a mut DueState {
    item.dues.entry(key.clone()).or_default()
}

fn add_deliverable(item: &mut Item, deliverable: ObjectId) {
    if !item.deliverables.contains(&deliverable) {
        item.deliverables.push(deliverable);
    }
}

fn record_meeting(item: &mut Item, sitting: u32, step: MeetingStep) {
    let sitting = item.sittings.entry(sitting).or_default();
    match step {
        MeetingStep::Called(day) => {
            sitting.called = Some(day);
            sitting.cancelled = false;
        }
        MeetingStep::Held(day) => sitting.held = Some(day),
        MeetingStep::MinutesSent(day) => sitting.minutes = Some(day),
        MeetingStep::Cancelled => sitting.cancelled = true,
    }
}

fn carry_over(item: &mut Item, from: Stream, was: ObjectId, work: &CarriedWork, stamp: &Stamp) {
    item.carried = Some((from, was));
    let given = |held: &Responsibility| Version::new(held.clone(), stamp);
    let reported = |last: &CarriedStatus| last.reported(stamp);
    if let Some(held) = &work.responsibility {
        item.responsibility = Some(given(held));
    }
    if let Some(last) = &work.status {
        item.status = Some(reported(last));
    }
    if let Some(material) = work.material {
        item.material = Some(Version::new(material, stamp));
    }
    item.depends_on.extend(&work.depends_on);
    for (number, milestone) in (1..).zip(&work.milestones) {
        item.milestones.insert(number, Version::new(*milestone, stamp));
    }
    for due in &work.dues {
        let state = due_state(item, &due.due);
        state.responsibility = due.responsibility.as_ref().map(given).or(state.responsibility.take());
        state.status = due.status.as_ref().map(reported).or(state.status.take());
        if let Some((from, to)) = due.moved {
            state.moves.push(Move { from, to, agreed: None, comment: None, stamp: *stamp });
        }
    }
}
