//! The plan that holds after an amendment: what it names is changed, added or taken away, all else stands.
//!
//! Every part keeps the span of the letter that says it last. A deadline that is moved stays, marked as superseded.

mod assignments;
mod budget;

pub(crate) use assignments::withdraw as withdraw_deadlines;

use crate::matched::{Matched, matched};
use crate::pairs::Pins;
use crate::{Basis, PartKind, frames, repeals};
use styrbord_plan::{Authorisation, Meeting, Plan, Report};

/// Returns the plan after an amendment.
pub fn consolidate(old: &Plan, new: &Plan) -> Plan {
    let frames = frames(old, new, Basis::Amendment);
    let (held, _) = repeals::apply(old, new, frames.old);
    of_matched(&held, new, &matched(&held, new, frames, &Pins::default()))
}

/// Returns the plan after an amendment whose parts are paired already.
pub(crate) fn of_matched(old: &Plan, new: &Plan, all: &[Matched]) -> Plan {
    let mut plan = old.clone();
    for one in all {
        match one.kind {
            PartKind::Goal => merge(&mut plan.goals, &new.goals, one, |old, new| {
                old.title.clone_from(&new.title);
                old.span = new.span;
            }),
            PartKind::SteeringParameter => {
                merge(&mut plan.steering_parameters, &new.steering_parameters, one, |old, new| {
                    old.title.clone_from(&new.title);
                    if new.goal_label.is_some() {
                        (old.goal, old.goal_label) = (new.goal, new.goal_label.clone());
                    }
                    old.span = new.span;
                });
            }
            PartKind::Requirement => merge(&mut plan.requirements, &new.requirements, one, |old, new| {
                let parent = new.parent.clone().or(old.parent.take());
                *old = new.clone();
                old.parent = parent;
            }),
            PartKind::Assignment => {
                merge(&mut plan.assignments, &new.assignments, one, assignments::amend);
            }
            PartKind::Deadline => assignments::deadlines(&mut plan, old, new, one),
            PartKind::Report => merge(&mut plan.reports, &new.reports, one, report),
            PartKind::Meeting => merge(&mut plan.meetings, &new.meetings, one, meeting),
            PartKind::Duty => merge(&mut plan.duties, &new.duties, one, |old, new| {
                let due = new.due.or(old.due);
                *old = new.clone();
                old.due = due;
            }),
            PartKind::Announcement => {
                merge(&mut plan.announcements, &new.announcements, one, |old, new| {
                    let expected = new.expected.clone().or(old.expected.take());
                    *old = new.clone();
                    old.expected = expected;
                });
            }
            PartKind::Authorisation => merge(&mut plan.authorisations, &new.authorisations, one, limit),
            PartKind::CommonDirection => {
                merge(&mut plan.common_directions, &new.common_directions, one, Clone::clone_from);
            }
            PartKind::Attachment => {
                merge(&mut plan.attachments, &new.attachments, one, |old, new| {
                    let number = old.number;
                    *old = new.clone();
                    old.number = number;
                });
            }
            PartKind::Letter | PartKind::Chapter | PartKind::Post | PartKind::Portion | PartKind::Other => {}
        }
    }
    budget::amend(&mut plan, new, all);
    plan.not_understood.extend(new.not_understood.iter().cloned());
    plan
}

/// Amends the parts that both letters have, and adds those that only the amendment has.
fn merge<T: Clone>(plan: &mut Vec<T>, new: &[T], matched: &Matched, amend: impl Fn(&mut T, &T)) {
    for (old, now, _) in &matched.pairs.found {
        let old = matched.old.get(*old).and_then(|part| plan.get_mut(*part.path.first()?));
        let now = matched.new.get(*now).and_then(|part| new.get(*part.path.first()?));
        if let (Some(old), Some(now)) = (old, now) {
            amend(old, now);
        }
    }
    for at in matched.new_alone() {
        let added = matched.new.get(at).and_then(|part| new.get(*part.path.first()?));
        plan.extend(added.cloned());
    }
}

fn report(old: &mut Report, new: &Report) {
    old.due = new.due.or(old.due);
    old.count_date = new.count_date.or(old.count_date);
    old.frequency = new.frequency.or(old.frequency);
    old.title.clone_from(&new.title);
    old.span = new.span;
}

fn meeting(old: &mut Meeting, new: &Meeting) {
    if new.date.is_some() || new.when.is_some() {
        (old.date, old.when) = (new.date, new.when.clone());
    }
    old.count = new.count.or(old.count);
    old.title.clone_from(&new.title);
    old.span = new.span;
}

fn limit(old: &mut Authorisation, new: &Authorisation) {
    let (post, limit) =
        (new.chapter.zip(new.post).or(old.chapter.zip(old.post)), new.limit_nok.or(old.limit_nok));
    *old = new.clone();
    (old.chapter, old.post, old.limit_nok) =
        (post.map(|(chapter, _)| chapter), post.map(|(_, post)| post), limit);
}
