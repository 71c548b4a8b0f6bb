//! How the assignments stand, goal by goal.

use crate::ids::{ObjectId, ObjectKind};
use crate::letters::{Part, PartValue};
use crate::work::{Status, dues};
use crate::year::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_plan::{Assignment, Goal};

/// How the assignments of one goal stand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct GoalSummary {
    /// The goal; none for assignments of no goal that the year has.
    pub goal: Option<ObjectId>,
    /// The assignments in force, by status; a status that none has is left out.
    pub statuses: BTreeMap<Status, u32>,
    /// Those in force.
    pub in_force: u32,
    /// Those of them with a deadline that has passed and is not met.
    pub overdue: u32,
    /// Those that a letter took away.
    pub out_of_force: u32,
}

/// Counts the assignments of each goal that has some, in the order of the goals; those of no goal come last.
pub fn by_goal(year: &Year, today: Date) -> Vec<GoalSummary> {
    let named: Vec<(ObjectId, &Goal)> = year.letters.in_force_of(ObjectKind::Goal).filter_map(goal).collect();
    let mut goals: BTreeMap<(bool, Option<ObjectId>), GoalSummary> = BTreeMap::new();
    for (object, part) in &year.letters.parts {
        let PartValue::Assignment(assignment) = &part.value else { continue };
        let goal = goal_of(&named, assignment);
        let summary = goals.entry((goal.is_none(), goal)).or_default();
        summary.goal = goal;
        if part.repealed.is_some() {
            summary.out_of_force += 1;
            continue;
        }
        let late = |date: Option<Date>| date.is_some_and(|date| date < today);
        let overdue = dues(year, *object).iter().any(|due| late(due.date) && !due.status.is_settled());
        summary.in_force += 1;
        summary.overdue += u32::from(overdue);
        *summary.statuses.entry(year.work.status(*object)).or_default() += 1;
    }
    goals.into_values().collect()
}

fn goal((id, part): (ObjectId, &Part)) -> Option<(ObjectId, &Goal)> {
    if let PartValue::Goal(goal) = &part.value { Some((id, goal)) } else { None }
}

/// Returns the goal that an assignment serves: the one with its label, else the one with its number.
fn goal_of(goals: &[(ObjectId, &Goal)], assignment: &Assignment) -> Option<ObjectId> {
    let by_label = assignment.goal_label.as_deref().filter(|label| !label.is_empty());
    let labelled = by_label.and_then(|label| goals.iter().find(|(_, goal)| goal.label == label));
    let numbered =
        || assignment.goal.and_then(|number| goals.iter().find(|(_, goal)| goal.number == Some(number)));
    labelled.or_else(numbered).map(|(id, _)| *id)
}
