//! What hangs on open work goes with it into the next year.

use super::slots::{Slot, renamed};
use super::state::{DueState, Item};
use super::{CarriedDue, CarriedStatus, CarriedWork, DueKey, Event, MilestoneState, StatusReport};
use crate::book::Outcome;
use crate::event;
use crate::ids::ObjectId;
use crate::letters::Part;
use crate::year::Year;
use std::collections::BTreeMap;
use styrbord_calendar::Date;

/// Carries over to the next year what hangs on the parts that are open, under their ids there.
pub(crate) fn carry(old: &Year, carried: &BTreeMap<ObjectId, ObjectId>, out: &mut Outcome) {
    for (was, object) in carried {
        let (Some(item), Some(part)) = (old.work.items.get(was), old.letters.parts.get(was)) else {
            continue;
        };
        let work = Box::new(of_item(item, part, carried));
        if *work != CarriedWork::default() {
            let event = Event::CarriedOver { object: *object, from: old.stream, was: *was, work };
            out.events.push(event::Event::Work(event));
        }
    }
}

fn of_item(item: &Item, part: &Part, carried: &BTreeMap<ObjectId, ObjectId>) -> CarriedWork {
    let due = |(old, new): (Slot, DueKey)| {
        let state = item.dues.get(&old.key)?;
        let due = CarriedDue {
            due: new,
            responsibility: state.responsibility.as_ref().map(|held| held.value.clone()),
            status: state.status.as_ref().map(of_report),
            moved: moved(state, &old),
        };
        let empty = due.responsibility.is_none() && due.status.is_none() && due.moved.is_none();
        (!empty).then_some(due)
    };
    let open = item.milestones.values().filter(|milestone| milestone.value.state == MilestoneState::Open);
    CarriedWork {
        responsibility: item.responsibility.as_ref().map(|held| held.value.clone()),
        status: item.status.as_ref().map(of_report),
        material: item.material.as_ref().map(|marked| marked.value),
        depends_on: item.depends_on.iter().filter_map(|on| carried.get(on).copied()).collect(),
        dues: renamed(part).into_iter().filter_map(due).collect(),
        milestones: open.map(|milestone| milestone.value).collect(),
    }
}

fn of_report(report: &StatusReport) -> CarriedStatus {
    CarriedStatus { status: report.status, comment: report.comment, delay: report.delay }
}

/// Returns the printed day and the one to which it was moved, unless a later letter overtook the move.
fn moved(state: &DueState, slot: &Slot) -> Option<(Option<Date>, Date)> {
    let (last, printed) = (state.moves.last()?, slot.last()?);
    (last.stamp.seq > printed.seq).then_some((printed.deadline.date, last.to))
}
