//! Assignments after an amendment.

use crate::matched::Matched;
use crate::part::Part;
use crate::parts::assignments::part_key;
use styrbord_plan::{Assignment, Plan, Research};

/// Changes what the amendment says of an assignment; its deadlines are amended apart.
pub(super) fn amend(old: &mut Assignment, new: &Assignment) {
    if !new.title.trim().is_empty() {
        old.title.clone_from(&new.title);
    }
    if new.goal_label.is_some() {
        (old.goal, old.goal_label) = (new.goal, new.goal_label.clone());
    }
    if new.research != Research::None {
        old.research = new.research;
    }
    if new.lead.is_some() {
        old.lead.clone_from(&new.lead);
    }
    replace(&mut old.partners, &new.partners);
    replace(&mut old.measures, &new.measures);
    replace(&mut old.funding, &new.funding);
    replace(&mut old.estimates, &new.estimates);
    old.withheld |= new.withheld;
    old.spans.extend(&new.spans);
}

fn replace<T: Clone>(old: &mut Vec<T>, new: &[T]) {
    if !new.is_empty() {
        new.clone_into(old);
    }
}

/// Moves deadlines: the old ones of a part are superseded by those that the amendment gives it.
pub(super) fn deadlines(plan: &mut Plan, old: &Plan, new: &Plan, matched: &Matched) {
    let pairs = matched
        .pairs
        .found
        .iter()
        .filter_map(|(one, other, _)| Some((matched.old.get(*one)?, matched.new.get(*other)?)));
    for (one, other) in pairs.filter(|(one, other)| one.fields != other.fields) {
        let Some(key) = key_of(old, one) else { continue };
        let assignment = one.path.first().and_then(|at| plan.assignments.get_mut(*at));
        let Some(assignment) = assignment else { continue };
        let mut lead = None;
        for deadline in assignment.deadlines.iter_mut().filter(|deadline| part_key(deadline) == key) {
            deadline.superseded = true;
            lead = lead.or_else(|| deadline.lead.clone());
        }
        add(assignment, new, other, lead.as_ref());
    }
    for other in matched.new_alone().filter_map(|at| matched.new.get(at)) {
        let owner = other.owner.as_ref().and_then(|name| matched.owner_at.get(name));
        if let Some(assignment) = owner.and_then(|at| plan.assignments.get_mut(*at)) {
            add(assignment, new, other, None);
        }
    }
}

/// Adds the deadlines of one part of an assignment that still hold; who leads the part stands unless it is said anew.
fn add(assignment: &mut Assignment, new: &Plan, part: &Part, lead: Option<&String>) {
    let Some(key) = key_of(new, part) else { return };
    let from = part.path.first().and_then(|at| new.assignments.get(*at));
    let all = from.into_iter().flat_map(|from| &from.deadlines);
    let added = all.filter(|deadline| !deadline.superseded && part_key(deadline) == key);
    assignment.deadlines.extend(added.cloned().map(|mut deadline| {
        deadline.lead = deadline.lead.or_else(|| lead.cloned());
        deadline
    }));
}

/// Returns the name of the part of an assignment that a deadline is for.
fn key_of(plan: &Plan, part: &Part) -> Option<String> {
    let [assignment, group] = part.path.as_slice() else { return None };
    let mut keys: Vec<String> = Vec::new();
    for deadline in &plan.assignments.get(*assignment)?.deadlines {
        let key = part_key(deadline);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.get(*group).cloned()
}
