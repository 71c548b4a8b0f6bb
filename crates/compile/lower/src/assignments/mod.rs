//! Assignments: every place that describes one, and which places speak of the same.

mod columns;
mod earlier;
mod fields;
mod heads;
mod merge;
mod moved;
mod occurrence;
mod sections;
mod unnumbered;

use crate::goals::{Mark, goal_at, goal_named_in, goal_number_at};
use crate::parties::Bodies;
use crate::view::View;
use styrbord_plan::Plan;

pub(crate) use heads::{is_assignment_number, leading_assignment_number};
pub(crate) use merge::research_in;
pub(crate) use occurrence::Occurrence;

/// Reads every assignment into the plan; returns for each line whether it belongs to one.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, marks: &[Mark], bodies: &Bodies) -> Vec<bool> {
    let heads = heads::find(view, plan);
    let mut found: Vec<Occurrence> = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        let limit = heads.get(at + 1).map_or(view.lines.len(), |next| next.line);
        let end = heads::extent(view, head, limit);
        found.extend(occurrence::read(view, plan, head, end));
    }
    let taken = lines_of(view, &found);
    found.extend(unnumbered::read(view, plan, &taken));
    found.sort_by_key(|one| one.lines.start);
    for one in &mut found {
        let named = one.goal_text.as_deref().and_then(|text| goal_of_field(plan, text));
        one.goal = named.or_else(|| goal_at(marks, one.lines.start));
        one.goal_number = goal_number_at(marks, one.lines.start);
    }
    let lines = lines_of(view, &found);
    merge::merge(view, plan, bodies, found);
    moved::read(view, plan, &lines);
    lines
}

/// Returns for each line whether an assignment takes it.
fn lines_of(view: &View<'_>, found: &[Occurrence]) -> Vec<bool> {
    let mut taken = vec![false; view.lines.len()];
    for one in found {
        if let Some(lines) = taken.get_mut(one.lines.clone()) {
            lines.fill(true);
        }
    }
    taken
}

/// Returns the goal that a field or a cell names: `Mål 2`, `2`.
fn goal_of_field(plan: &Plan, text: &str) -> Option<usize> {
    goal_named_in(plan, text).or_else(|| {
        let number = text.trim().parse::<u32>().ok()?;
        plan.goals.iter().position(|goal| goal.number == Some(number) && goal.parent.is_none())
    })
}
