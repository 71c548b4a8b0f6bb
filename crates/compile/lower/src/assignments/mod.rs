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
use crate::repeals::Repeals;
use crate::view::View;
use styrbord_plan::Plan;

pub(crate) use heads::{Form, Head, is_assignment_number, leading_assignment_number};
pub(crate) use merge::research_in;
pub(crate) use occurrence::Occurrence;

/// Reads every assignment into the plan; returns for each line whether it belongs to one.
///
/// What the letter takes away is none, but its lines are taken.
pub(crate) fn read(
    view: &View<'_>,
    plan: &mut Plan,
    marks: &[Mark],
    bodies: &Bodies,
    repeals: &mut Repeals,
) -> Vec<bool> {
    let heads = heads::find(view, plan);
    let (mut found, mut gone): (Vec<Occurrence>, Vec<Occurrence>) = (Vec::new(), Vec::new());
    for (at, head) in heads.iter().enumerate() {
        let limit = heads.get(at + 1).map_or(view.lines.len(), |next| next.line);
        let end = repeals.end(view, head.line..heads::extent(view, head, limit));
        match occurrence::read(view, plan, head, end) {
            Some(one) if repeals.take(view, head, &one) => gone.push(one),
            one => found.extend(one),
        }
    }
    let taken = lines_of(view, found.iter().chain(&gone));
    for (head, one) in unnumbered::read(view, plan, &taken) {
        if repeals.take(view, &head, &one) {
            gone.push(one);
        } else {
            found.push(one);
        }
    }
    found.sort_by_key(|one| one.lines.start);
    for one in &mut found {
        let named = one.goal_text.as_deref().and_then(|text| goal_of_field(plan, text));
        one.goal = named.or_else(|| goal_at(marks, one.lines.start));
        one.goal_number = goal_number_at(marks, one.lines.start);
    }
    let lines = lines_of(view, found.iter().chain(&gone));
    merge::merge(view, plan, bodies, found);
    moved::read(view, plan, &lines);
    lines
}

/// Returns for each line whether an assignment takes it.
fn lines_of<'a>(view: &View<'_>, found: impl Iterator<Item = &'a Occurrence>) -> Vec<bool> {
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
