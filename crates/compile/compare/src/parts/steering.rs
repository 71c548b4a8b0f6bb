//! Goals, steering parameters and requirements as parts.

use super::Owners;
use crate::changes::PartKind;
use crate::part::{Frame, Number, Part};
use styrbord_plan::{Goal, Plan, Requirement, SteeringParameter};

/// Returns the goals; those with a parent only when its name for both letters is known.
pub(crate) fn goals(plan: &Plan, frame: Frame, owners: &Owners, below: bool) -> Vec<Part> {
    let of_depth = plan.goals.iter().enumerate().filter(|(_, goal)| goal.parent.is_some() == below);
    of_depth.map(|(at, goal)| goal_part(at, goal, frame, owners)).collect()
}

fn goal_part(at: usize, goal: &Goal, frame: Frame, owners: &Owners) -> Part {
    Part::new(PartKind::Goal, at, &goal.title, frame)
        .labelled(&goal.label, listed(&goal.label, frame))
        .below(goal.parent.as_deref(), owners)
        .at(goal.span)
}

/// Returns the steering parameters.
pub(crate) fn parameters(plan: &Plan, frame: Frame, owners: &Owners) -> Vec<Part> {
    let part = |(at, one): (usize, &SteeringParameter)| {
        Part::new(PartKind::SteeringParameter, at, &one.title, frame)
            .labelled(&one.label, listed(&one.label, frame))
            .below(one.goal_label.as_deref(), owners)
            .at(one.span)
    };
    plan.steering_parameters.iter().enumerate().map(part).collect()
}

/// Returns the requirements.
pub(crate) fn requirements(plan: &Plan, frame: Frame, owners: &Owners) -> Vec<Part> {
    let part = |(at, one): (usize, &Requirement)| {
        Part::new(PartKind::Requirement, at, &one.text, frame)
            .below(one.parent.as_deref(), owners)
            .at(one.span)
    };
    plan.requirements.iter().enumerate().map(part).collect()
}

/// Returns the digits and points of a label, `1.2` of `Delmål 1.2`.
fn listed(label: &str, frame: Frame) -> Option<Number> {
    let digits: String = label.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let key = digits.trim_matches('.');
    (!key.is_empty()).then(|| frame.listed(key))
}
