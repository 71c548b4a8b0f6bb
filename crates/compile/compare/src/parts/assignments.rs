//! Assignments and their deadlines as parts.

use super::Owners;
use crate::changes::{Field, PartKind, Value};
use crate::part::{Frame, Number, Part, Stated, frequency_code, plain};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Measure, Plan, Research};

/// Returns the assignments, without their deadlines.
pub(crate) fn assignments(plan: &Plan, frame: Frame, owners: &Owners) -> Vec<Part> {
    plan.assignments.iter().enumerate().map(|(at, one)| assignment(at, one, frame, owners)).collect()
}

fn assignment(at: usize, one: &Assignment, frame: Frame, owners: &Owners) -> Part {
    let number = one.number.as_deref().unwrap_or_default();
    let known = one.number.as_deref().map(|number| frame.assignment(number));
    let mut part = Part::new(PartKind::Assignment, at, &one.title, frame)
        .labelled(number, known)
        .below(one.goal_label.as_deref(), owners)
        .at(one.spans.first().copied())
        .with(Field::Withheld, if one.withheld { Value::Flag(true) } else { Value::Nothing })
        .with(Field::Research, research(one.research))
        .with_text(Field::Lead, one.lead.as_deref())
        .with(Field::Partners, list(one.partners.clone()))
        .with(Field::Measures, list(one.measures.iter().map(measure).collect()))
        .with(Field::Funding, funding(one))
        .with(Field::Estimates, estimates(one));
    part.carried = !one.new;
    part.also.push((Field::Deadlines, list(groups(one).iter().map(|group| said(group)).collect())));
    part
}

fn research(research: Research) -> Value {
    match research {
        Research::None => Value::Nothing,
        Research::Partly => Value::Code("partly"),
        Research::Full => Value::Code("full"),
    }
}

fn list(texts: Vec<String>) -> Value {
    if texts.is_empty() { Value::Nothing } else { Value::List(texts) }
}

fn measure(measure: &Measure) -> String {
    match &measure.plan {
        Some(plan) => format!("{} ({plan})", measure.number),
        None => measure.number.clone(),
    }
}

/// Returns the money: one amount when there is only one, else each with its year.
fn funding(one: &Assignment) -> Value {
    match one.funding.as_slice() {
        [] => Value::Nothing,
        [only] => Value::Amount(only.amount_nok),
        several => {
            Value::List(several.iter().map(|one| dated(&one.amount_nok.to_string(), one.year)).collect())
        }
    }
}

fn dated(amount: &str, year: Option<i16>) -> String {
    year.map_or_else(|| amount.to_owned(), |year| format!("{amount} ({year})"))
}

fn estimates(one: &Assignment) -> Value {
    let estimate =
        |one: &styrbord_plan::Estimate| format!("{} ({}–{})", one.amount_nok, one.from_year, one.to_year);
    list(one.estimates.iter().map(estimate).collect())
}

/// Returns a name for a part of an assignment that is the same wherever the letter prints it.
pub(crate) fn part_key(deadline: &Deadline) -> String {
    let label = |label: &Option<String>| label.as_deref().map(plain).unwrap_or_default();
    format!("{}/{}", label(&deadline.parent_part), label(&deadline.part))
}

/// Returns the deadlines of the assignments that both letters have, one part for each label.
///
/// `owners` names those assignments by their place in the plan.
pub(crate) fn deadlines(plan: &Plan, frame: Frame, owners: &BTreeMap<usize, String>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (at, assignment) in plan.assignments.iter().enumerate() {
        let Some(owner) = owners.get(&at) else { continue };
        let inside = assignment.number.clone().unwrap_or_else(|| assignment.title.clone());
        for (number, group) in groups(assignment).into_iter().enumerate() {
            let key = group.first().map(|deadline| part_key(deadline)).unwrap_or_default();
            let mut part = deadline_part(&group, frame).under(Some(owner.clone()), Some(inside.clone()));
            part.number = Some(Number { key: format!("{owner}/{key}"), lasts: true });
            part.path = vec![at, number];
            parts.push(part);
        }
    }
    parts
}

/// Returns the deadlines of an assignment by the label of their part, in order of appearance.
fn groups(assignment: &Assignment) -> Vec<Vec<&Deadline>> {
    let mut order: Vec<String> = Vec::new();
    let mut by_part: BTreeMap<String, Vec<&Deadline>> = BTreeMap::new();
    for deadline in &assignment.deadlines {
        let key = part_key(deadline);
        if !by_part.contains_key(&key) {
            order.push(key.clone());
        }
        by_part.entry(key).or_default().push(deadline);
    }
    order.iter().filter_map(|key| by_part.remove(key)).collect()
}

/// Returns the label of a part and its deadlines, as printed.
fn said(group: &[&Deadline]) -> String {
    let valid: Vec<&Deadline> = group.iter().copied().filter(|deadline| !deadline.superseded).collect();
    let label = group.first().map(|deadline| label(deadline)).unwrap_or_default();
    if label.is_empty() { printed(&valid) } else { format!("{label}: {}", printed(&valid)) }
}

fn deadline_part(group: &[&Deadline], frame: Frame) -> Part {
    let valid: Vec<&Deadline> = group.iter().copied().filter(|deadline| !deadline.superseded).collect();
    let shown = if valid.is_empty() { group } else { valid.as_slice() };
    let first = shown.first();
    let mut part = Part::new(PartKind::Deadline, 0, &printed(shown), frame)
        .labelled(&first.map(|deadline| label(deadline)).unwrap_or_default(), None)
        .at(first.and_then(|deadline| deadline.span))
        .with(Field::Date, days(shown))
        .with(Field::Frequency, frequency(shown))
        .with(Field::Deadline, nature(shown))
        .with_text(Field::Lead, shown.iter().find_map(|deadline| deadline.lead.as_deref()));
    let superseded: Vec<&Deadline> = group.iter().copied().filter(|deadline| deadline.superseded).collect();
    let old = days(&superseded);
    part.stated = Stated { old: (!old.is_nothing()).then_some(old), difference: None };
    part
}

fn label(deadline: &Deadline) -> String {
    let labels = [deadline.parent_part.as_deref(), deadline.part.as_deref()];
    labels.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Returns the different phrases, in order.
fn printed(group: &[&Deadline]) -> String {
    let mut phrases: Vec<&str> = Vec::new();
    for deadline in group {
        if !phrases.iter().any(|phrase| plain(phrase) == plain(&deadline.printed)) {
            phrases.push(&deadline.printed);
        }
    }
    phrases.join("; ")
}

/// Returns the days; "ut 2025" is its last day. A date that the letter prints twice counts once.
fn days(group: &[&Deadline]) -> Value {
    let mut days: Vec<Date> = group.iter().filter_map(|deadline| deadline.date).collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => Value::Nothing,
        [only] => Value::Day(*only),
        _ => Value::Days(days),
    }
}

fn frequency(group: &[&Deadline]) -> Value {
    let found = group.iter().find_map(|deadline| deadline.frequency);
    found.map_or(Value::Nothing, |frequency| Value::Code(frequency_code(frequency)))
}

/// Returns what kind of deadline it is when no day says it.
fn nature(group: &[&Deadline]) -> Value {
    let mut kinds: Vec<DeadlineKind> = group.iter().map(|deadline| deadline.kind).collect();
    kinds.sort_unstable();
    let code = kinds.into_iter().find_map(|kind| match kind {
        DeadlineKind::Date | DeadlineKind::Period => None,
        DeadlineKind::Recurring => Some("recurring"),
        DeadlineKind::Ongoing => Some("ongoing"),
        DeadlineKind::InReport => Some("in_report"),
        DeadlineKind::Invalid => Some("invalid"),
        DeadlineKind::None => Some("none"),
    });
    code.map_or(Value::Nothing, Value::Code)
}
