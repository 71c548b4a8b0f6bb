//! Two parties are given the main responsibility for the same assignment, or for the same part of it.
//!
//! ## Why it matters
//! With two leads there is none: each may wait for the other, and both are asked for the report.
//!
//! ## Example
//! > Kystledkontoret har hovedansvaret for oppdraget. Havnerådet skal ha hovedansvar og samarbeide med kommunene.
//!
//! ## What to ask
//! Ask the ministry which of the two leads, and what the other one's part is.
//!
//! ## What it does not report
//! A lead for the whole beside leads for its parts or for single measures, the agency by its full name and by its
//! short one, and words such as `direktoratet`, which may mean either.

use crate::{Family, Letter, Rule, Sink};
use std::cell::LazyCell;
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Assignment;
use styrbord_source::{Span, Spot};
use styrbord_syntax::leading_label;

pub(crate) const RULE: Rule = Rule {
    code: "lead-unclear",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("lead_unclear.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let text = LazyCell::new(|| letter.source.text().to_lowercase());
    for assignment in &letter.plan.assignments {
        let mut by_part: BTreeMap<String, (&str, Span)> = BTreeMap::new();
        for (party, spot) in claims(assignment) {
            if party.chars().next().is_none_or(char::is_lowercase) {
                continue;
            }
            match by_part.get(&part_at(letter, spot.span)) {
                Some((first, span)) if !same_party(letter, first, party, || &text) => {
                    report(assignment, (first, *span), (party, spot.span), sink);
                    break;
                }
                Some(_) => {}
                None => {
                    by_part.insert(part_at(letter, spot.span), (party, spot.span));
                }
            }
        }
    }
}

/// Returns every party that some place gives the main responsibility.
fn claims(assignment: &Assignment) -> impl Iterator<Item = (&str, Spot)> {
    let leads = assignment.places.iter().flat_map(|place| &place.leads);
    leads.map(|(party, spot)| (party.trim(), *spot))
}

/// Returns the part that a place speaks of: its label (`Del 2`), or the measure that the sentence names; empty for
/// the whole.
fn part_at(letter: &Letter<'_>, span: Span) -> String {
    let blocks = &letter.tree.blocks;
    let Some(block) = blocks.partition_point(|block| block.span.start <= span.start).checked_sub(1) else {
        return String::new();
    };
    let before = letter.source.slice(Span { start: blocks[block].span.start, end: span.start });
    let sentence = before.rsplit(['.', ';']).next().unwrap_or_default().to_lowercase();
    if let Some(at) = sentence.rfind("tiltak ") {
        let number = sentence[at + 7..].split_whitespace().next().unwrap_or_default();
        if number.starts_with(|c: char| c.is_ascii_digit()) {
            return format!("tiltak {number}");
        }
    }
    let mut part = String::new();
    for line in before.lines().map(str::trim) {
        if let Some(label) = leading_label(line).filter(|label| label.word.to_lowercase().starts_with("del"))
        {
            label.number.clone_into(&mut part);
        }
    }
    part
}

/// Tells whether two names are one party: the same, one the short form that the letter gives for the other, or a
/// genitive.
fn same_party<'t>(letter: &Letter<'_>, one: &str, other: &str, text: impl FnOnce() -> &'t str) -> bool {
    let (one, other) = (plain(one), plain(other));
    if one == other || one.contains(&other) || other.contains(&one) {
        return true;
    }
    let agency = &letter.plan.agency;
    let names: Vec<String> =
        [&agency.name, &agency.short].into_iter().flatten().map(|name| plain(name)).collect();
    if names.contains(&one) && names.contains(&other) {
        return true;
    }
    let text = text();
    text.contains(&format!("{one} ({other})")) || text.contains(&format!("{other} ({one})"))
}

fn plain(name: &str) -> String {
    name.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn report(assignment: &Assignment, first: (&str, Span), second: (&str, Span), sink: &mut Sink<'_>) {
    let title = assignment.number.as_deref().unwrap_or(&assignment.title);
    let (one, other) = (first.0, second.0);
    sink.find(
        Message::new(
            format!("Oppdrag {title} har to med hovedansvar: {one} og {other}"),
            format!("Oppdrag {title} har to med hovudansvar: {one} og {other}"),
            format!("Assignment {title} has two with the main responsibility: {one} and {other}"),
        ),
        &[(first.1, Some(Message::same(one))), (second.1, Some(Message::same(other)))],
        Message::new(
            "Spør departementet hvem av de to som leder, og hva den andre skal gjøre.",
            "Spør departementet kven av dei to som leier, og kva den andre skal gjere.",
            "Ask the ministry which of the two leads, and what the other one's part is.",
        ),
    );
}
