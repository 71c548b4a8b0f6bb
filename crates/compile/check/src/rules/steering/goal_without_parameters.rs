//! A goal has no steering parameter or requirement, though other goals of the letter have.
//!
//! ## Why it matters
//! Nothing tells whether the goal is reached, and the annual report will have words only.
//!
//! ## Example
//! > Mål 3: Kunnskapen om isen blir delt (and nothing under it but assignments)
//!
//! ## What to ask
//! Which parameter is meant for the goal? Has a line fallen out?
//!
//! ## What it does not report
//! Goals whose sub-goals have parameters or requirements, supplementary letters, and letters that have none at all.

use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Goal, LetterKind, Plan};

pub(crate) const RULE: Rule = Rule {
    code: "goal-without-parameters",
    family: Family::Steering,
    severity: Severity::Warning,
    file: include_str!("goal_without_parameters.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let plan = letter.plan;
    let measured = measured_goals(plan);
    if plan.kind == LetterKind::Supplement || measured.is_empty() || has_loose_parameters(plan) {
        return;
    }
    for goal in plan.goals.iter().filter(|goal| !measured.contains(goal.label.as_str())) {
        report(goal, sink);
    }
}

/// Tells whether a parameter has no goal; it may belong to any of them.
fn has_loose_parameters(plan: &Plan) -> bool {
    plan.steering_parameters.iter().any(|parameter| parameter.goal_label.is_none())
}

/// Returns the labels of goals that have a parameter or a requirement, themselves or below.
fn measured_goals(plan: &Plan) -> BTreeSet<&str> {
    let parents: BTreeMap<&str, &str> =
        plan.goals.iter().filter_map(|goal| Some((goal.label.as_str(), goal.parent.as_deref()?))).collect();
    let of_parameters =
        plan.steering_parameters.iter().filter_map(|parameter| parameter.goal_label.as_deref());
    let of_requirements = plan.requirements.iter().filter_map(|requirement| requirement.parent.as_deref());
    let mut measured = BTreeSet::new();
    for label in of_parameters.chain(of_requirements) {
        let mut label = Some(label);
        while let Some(this) = label.filter(|this| measured.insert(*this)) {
            label = parents.get(this).copied();
        }
    }
    let labels: BTreeSet<&str> = plan.goals.iter().map(|goal| goal.label.as_str()).collect();
    measured.retain(|label| labels.contains(label));
    measured
}

fn report(goal: &Goal, sink: &mut Sink<'_>) {
    let Some(spot) = goal.span else { return };
    let label = if goal.label.is_empty() { format!("«{}»", goal.title) } else { goal.label.clone() };
    sink.find(
        Message::new(
            format!("{label} har ingen styringsparameter"),
            format!("{label} har ingen styringsparameter"),
            format!("{label} has no steering parameter"),
        ),
        &[(spot.span, None)],
        Message::new(
            "Spør departementet hvordan måloppnåelsen skal vises, eller om en linje er falt ut.",
            "Spør departementet korleis måloppnåinga skal visast, eller om ei linje er falle ut.",
            "Ask the ministry how goal achievement is to be shown, or whether a line has fallen out.",
        ),
    );
}
