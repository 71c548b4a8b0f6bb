//! Assignments, duties, reports and meetings.

use crate::draw::Draw;
use styrbord_events::work::{
    Agreement, Command, DelayReason, DeliverableVerdict, DueKey, DutyVerdict, Evidence, Ground, MeetingStep,
    MilestoneState, Responsibility, Status,
};
use styrbord_events::{Hash, ObjectId, ObjectKind};

pub(super) fn draw(draw: &mut Draw<'_>) -> Command {
    match draw.chance.below(29) {
        0..=2 => assigned(draw),
        3..=8 => status(draw),
        9..=11 => moved(draw),
        12 => {
            let object = draw.work();
            let (due, frequency, first) = (draw.due(object), draw.frequency(), draw.day());
            Command::SetSchedule { object, due, frequency, first, comment: draw.some_text() }
        }
        13 => {
            let object = draw.object(&[ObjectKind::Assignment]);
            Command::TieToReport { object, due: draw.due(object), report: draw.object(&[ObjectKind::Report]) }
        }
        14 | 15 => Command::AddDependency { object: draw.work(), on: draw.work(), comment: draw.some_text() },
        16 => untied(draw),
        17 | 18 => delivered(draw),
        19 => Command::AddEvidence {
            deliverable: draw.object(&[ObjectKind::Deliverable]),
            evidence: evidence(draw),
        },
        20 => judged(draw),
        21 | 22 => {
            let due = draw.chance.percent(40).then(|| draw.day());
            let verdict =
                if draw.chance.percent(75) { DutyVerdict::Confirmed { due } } else { DutyVerdict::Declined };
            Command::JudgeDuty {
                object: draw.object(&[ObjectKind::Duty]),
                verdict,
                comment: draw.some_text(),
            }
        }
        23 => {
            let material = draw.chance.percent(50);
            Command::MarkMateriality { object: draw.work(), material, why: draw.text() }
        }
        24 => taken_back(draw),
        25 | 26 => milestone(draw),
        _ => meeting(draw),
    }
}

fn assigned(draw: &mut Draw<'_>) -> Command {
    let object = draw.work();
    let due = draw.chance.percent(30).then(|| draw.due(object));
    let responsibility = Responsibility {
        owner: draw.chance.percent(70).then(|| draw.person()),
        unit: draw.chance.percent(30).then(|| draw.unit()),
        lead: draw.chance.percent(20).then(|| draw.organisation()),
        partners: if draw.chance.percent(30) { vec![draw.organisation()] } else { Vec::new() },
    };
    Command::Assign { object, due, responsibility }
}

fn status(draw: &mut Draw<'_>) -> Command {
    let object = draw.work();
    let due = draw.chance.percent(40).then(|| draw.due(object));
    let status = draw.chance.pick(Status::ALL).unwrap_or_default();
    let reasons = [DelayReason::Capacity, DelayReason::Ministry, DelayReason::Data];
    let delay = if matches!(status, Status::AtRisk | Status::Delayed) && draw.chance.percent(60) {
        draw.chance.pick(&reasons)
    } else {
        draw.chance.percent(3).then_some(DelayReason::Other)
    };
    let letter = draw.chance.percent(20).then(|| draw.object(&[ObjectKind::Letter]));
    Command::ReportStatus { object, due, status, comment: draw.some_text(), delay, letter }
}

/// Takes back a status that somebody reported, mostly.
fn taken_back(draw: &mut Draw<'_>) -> Command {
    let items = draw.year().map(|year| &year.work.items).into_iter().flatten();
    let mut reported: Vec<(ObjectId, Option<DueKey>)> = Vec::new();
    for (object, item) in items {
        let dues = item.dues.iter().filter(|(_, state)| state.status.is_some());
        reported.extend(item.status.iter().map(|_| (*object, None)));
        reported.extend(dues.map(|(due, _)| (*object, Some(due.clone()))));
    }
    let (object, due) = draw.chance.pick(&reported).unwrap_or_else(|| (draw.work(), None));
    Command::TakeBackStatus { object, due }
}

/// Sets a day, or changes one that is there.
fn milestone(draw: &mut Draw<'_>) -> Command {
    use MilestoneState::{Dropped, Open, Reached};
    let object = draw.work();
    let milestone = draw.chance.percent(40).then(|| 1 + draw.chance.below(3) as u32);
    let state = draw.chance.pick(&[Open, Open, Reached, Dropped]).unwrap_or(Open);
    let (title, day) = (draw.text(), draw.day());
    Command::SetMilestone { object, milestone, title, day, state, comment: draw.some_text() }
}

fn moved(draw: &mut Draw<'_>) -> Command {
    let object = draw.object(&[ObjectKind::Assignment, ObjectKind::Assignment, ObjectKind::Report]);
    let ground = if draw.chance.percent(60) {
        let dated = if draw.chance.percent(90) { draw.past() } else { draw.day() };
        Ground::Writing { dated, reference: draw.text() }
    } else {
        Ground::Letter(draw.object(&[ObjectKind::Letter]))
    };
    let person = draw.chance.percent(20).then(|| draw.person());
    let agreed = Agreement { organisation: draw.organisation(), person, ground };
    let (due, to) = (draw.due(object), draw.day());
    Command::MoveDeadline { object, due, to, agreed, comment: draw.some_text() }
}

/// Unties two that are tied, mostly.
fn untied(draw: &mut Draw<'_>) -> Command {
    let items = draw.year().map(|year| &year.work.items);
    let ties = items.into_iter().flatten().flat_map(|(id, item)| item.depends_on.iter().map(|on| (*id, *on)));
    let ties: Vec<(ObjectId, ObjectId)> = ties.collect();
    let (object, on) = draw.chance.pick(&ties).unwrap_or_else(|| (draw.work(), draw.work()));
    Command::RemoveDependency { object, on, comment: draw.some_text() }
}

fn delivered(draw: &mut Draw<'_>) -> Command {
    let object = draw.work();
    let due = draw.chance.percent(30).then(|| draw.due(object));
    let count = draw.chance.below(3);
    let evidence = (0..count).map(|_| evidence(draw)).collect();
    Command::RegisterDeliverable { object, due, title: draw.text(), evidence }
}

fn evidence(draw: &mut Draw<'_>) -> Evidence<String> {
    if draw.chance.percent(50) {
        return Evidence::Link { address: draw.text(), note: draw.some_text() };
    }
    let bytes = draw.chance.below(20) as u64 * 1000;
    let hash = Hash::of_bytes(&bytes.to_be_bytes());
    let media_type = draw.chance.word(&["application/pdf", "text/plain", "pdf"]);
    Evidence::File { hash, name: draw.text(), media_type, bytes, note: draw.some_text() }
}

fn judged(draw: &mut Draw<'_>) -> Command {
    use DeliverableVerdict::{Accepted, Returned, Withdrawn};
    let verdict = draw.chance.pick(&[Accepted, Returned, Withdrawn]).unwrap_or(Accepted);
    let deliverable = draw.object(&[ObjectKind::Deliverable]);
    let letter = draw.some_letter();
    Command::JudgeDeliverable { deliverable, verdict, letter, comment: draw.some_text() }
}

fn meeting(draw: &mut Draw<'_>) -> Command {
    let object = draw.object(&[ObjectKind::Meeting]);
    let step = match draw.chance.below(6) {
        0 | 1 => MeetingStep::Called(draw.day()),
        2 | 3 => MeetingStep::Held(draw.past()),
        4 => MeetingStep::MinutesSent(draw.past()),
        _ => MeetingStep::Cancelled,
    };
    Command::RecordMeeting { object, sitting: draw.chance.below(3) as u32, step, comment: draw.some_text() }
}
