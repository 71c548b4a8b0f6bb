//! The descriptions are sorted under the goals, and one goal that has new assignments is left out.
//!
//! ## Why it matters
//! What stands under a missing heading seems to belong to the goal before it.
//!
//! ## Example
//! > (list) 2031-04 under goal 2
//! >
//! > (annex) Mål 1, then Mål 3
//!
//! ## What to ask
//! Ask the ministry which goal the assignments under the missing heading belong to.
//!
//! ## What it does not report
//! A goal without new assignments, the first and the last goal of the descriptions, and letters whose descriptions
//! name fewer than two goals.

use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::TitleKind;
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "goal-skipped-in-list",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("goal_skipped_in_list.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let named = named_again(letter);
    let goals: Vec<(&str, Option<Span>)> =
        letter.plan.goals.iter().map(|goal| (goal.label.as_str(), goal.span.map(|spot| spot.span))).collect();
    let with_new: BTreeSet<&str> = letter
        .plan
        .assignments
        .iter()
        .filter(|assignment| assignment.new)
        .filter_map(|assignment| assignment.goal_label.as_deref())
        .collect();
    let stands = |at: &usize| named.contains_key(goals[*at].0);
    let (Some(first), Some(last)) = ((0..goals.len()).find(&stands), (0..goals.len()).rfind(&stands)) else {
        return;
    };
    for at in first..last {
        let (label, place) = goals[at];
        if stands(&at) || !with_new.contains(label) {
            continue;
        }
        let span = |at: Option<usize>| at.and_then(|at| named.get(goals[at].0));
        let before = span((first..at).rev().find(&stands));
        let (Some(before), Some(after)) = (before, span((at..=last).find(&stands))) else { continue };
        if heads_a_line(letter, label, *before, *after) {
            continue;
        }
        let note = Message::new(
            "målet før, i beskrivelsene",
            "målet føre, i skildringane",
            "the goal before, in the descriptions",
        );
        let mut labels = vec![(*before, Some(note))];
        labels.extend(place.map(|place| (place, None)));
        sink.find(
            Message::new(
                format!("{label} har nye oppdrag, men mangler blant målene i beskrivelsene"),
                format!("{label} har nye oppdrag, men manglar blant måla i skildringane"),
                format!("{label} has new assignments, but is missing among the goals of the descriptions"),
            ),
            &labels,
            Message::new(
                "Spør departementet hvilket mål oppdragene hører til.",
                "Spør departementet kva mål oppdraga høyrer til.",
                "Ask the ministry which goal the assignments belong to.",
            ),
        );
    }
}

/// Returns the goals that stand again behind the place where the last of them was given.
fn named_again<'a>(letter: &Letter<'a>) -> BTreeMap<&'a str, Span> {
    let goals = || letter.evidence().titles.iter().filter(|used| used.kind == TitleKind::Goal);
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for used in goals() {
        first.entry(&used.key).or_insert(used.spot.span);
    }
    let given = first.values().map(|span| span.start).max().unwrap_or_default();
    let mut again = BTreeMap::new();
    for used in goals().filter(|used| used.spot.span.start > given) {
        again.entry(used.key.as_str()).or_insert(used.spot.span);
    }
    again
}

/// Tells whether a line between two places begins with a label all the same.
fn heads_a_line(letter: &Letter<'_>, label: &str, before: Span, after: Span) -> bool {
    let between = Span { start: before.end, end: after.start.max(before.end) };
    let label = label.to_lowercase();
    letter.source.slice(between).lines().any(|line| {
        line.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase().starts_with(&label)
    })
}
