//! Deadlines that running text sets or moves for an assignment it names.

use crate::deadlines::{Context, first_dated, read as read_deadlines};
use crate::parties::sentences;
use crate::view::{LineKind, View};
use crate::words::{bare, find_stem, lower};
use styrbord_plan::{Plan, Where};
use styrbord_source::Flow;

/// Words that say that a deadline is set or moved.
const SET: [&str; 12] = [
    "satt til", "sett til", "settes til", "utsettes til", "utsatt til", "utsett til", "flyttes til", "flytta til", "flyttet til", "endres til",
    "endra til", "forlenges til",
];

/// Reads sentences outside the assignments' own text: `fristen for oppdrag 5 er sett til 31. januar 2026`.
pub(super) fn read(view: &View<'_>, plan: &mut Plan, taken: &[bool]) {
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        let skip = line.block == block || taken.get(at) == Some(&true) || matches!(line.kind, LineKind::Row | LineKind::Heading(_));
        block = line.block;
        if skip {
            continue;
        }
        let flow = &view.tree.blocks[block].flow;
        for range in sentences(flow.as_str()) {
            sentence(view, plan, &flow.slice(range));
        }
    }
}

fn sentence(view: &View<'_>, plan: &mut Plan, flow: &Flow) {
    let text = flow.as_str();
    let low = lower(text);
    let Some(at) = SET.iter().filter_map(|phrase| low.find(phrase).map(|at| at + phrase.len())).min() else { return };
    let of_part = ["del ", "delen", "deloppdrag", "punkt "].iter().any(|word| find_stem(&low[..at], word).is_some());
    if of_part || find_stem(&low, "frist").is_none() {
        return;
    }
    let Some(number) = assignment_in(&low, text) else { return };
    let year = plan.year.unwrap_or(2000);
    let tail = flow.slice(at..text.len());
    let Some(range) = first_dated(tail.as_str(), year).filter(|range| range.start < 12) else { return };
    let context = Context { year, frequency: None, part: None, place: Where::Prose };
    let deadlines = read_deadlines(view, &tail.slice(range), &context);
    let named: Vec<usize> = (0..plan.assignments.len()).filter(|at| plan.assignments[*at].number.as_deref() == Some(number)).collect();
    if let [only] = named.as_slice() {
        plan.assignments[*only].deadlines.extend(deadlines);
    }
}

/// Returns the number of the only assignment that a sentence names.
fn assignment_in<'t>(low: &str, text: &'t str) -> Option<&'t str> {
    let at = find_stem(low, "oppdrag")?;
    let rest = text.get(at..)?;
    let word = rest.split_whitespace().skip(1).find(|word| !lower(word).starts_with("nr"))?;
    let number = bare(word);
    (number.bytes().any(|byte| byte.is_ascii_digit()) && low.matches("oppdrag ").count() == 1).then_some(number)
}
