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
use styrbord_plan::{TitleKind, Where};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "goal-skipped-in-list",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("goal_skipped_in_list.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut named: BTreeMap<&str, Span> = BTreeMap::new();
    for used in &letter.evidence().titles {
        if used.kind == TitleKind::Goal && used.place == Where::Annex {
            named.entry(&used.key).or_insert(used.spot.span);
        }
    }
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
        let before = (first..at).rev().find(&stands).and_then(|before| named.get(goals[before].0));
        let Some(before) = before else { continue };
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
