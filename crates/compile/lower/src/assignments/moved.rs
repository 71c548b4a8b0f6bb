//! Deadlines that running text sets or moves for an assignment it names.

use super::is_assignment_number;
use crate::deadlines::{Context, first_dated, read as read_deadlines};
use crate::parties::sentences;
use crate::view::{LineKind, View};
use crate::words::{bare, find_stem, lower};
use std::collections::BTreeMap;
use styrbord_plan::{Assignment, Deadline, Plan, SectionRole, Where};
use styrbord_source::Flow;

/// Words that say that a deadline is set or moved.
const SET: [&str; 12] = [
    "satt til",
    "sett til",
    "settes til",
    "utsettes til",
    "utsatt til",
    "utsett til",
    "flyttes til",
    "flytta til",
    "flyttet til",
    "endres til",
    "endra til",
    "forlenges til",
];

/// Where the assignments with a number stand in the plan.
type Numbers = BTreeMap<String, Vec<usize>>;

/// Verbs for moving a deadline.
const VERBS: [&str; 14] = [
    "utsettes",
    "utsettast",
    "utsetjast",
    "utsatt",
    "utsett",
    "forlenges",
    "forlengast",
    "forlenget",
    "forlenga",
    "flyttes",
    "flyttast",
    "endres",
    "endrast",
    "settes",
];

/// Reads sentences outside the assignments' own text: `fristen for oppdrag 5 er sett til 31. januar 2026`.
pub(super) fn read(view: &View<'_>, plan: &mut Plan, taken: &[bool]) {
    let mut known: Numbers = BTreeMap::new();
    for (at, assignment) in plan.assignments.iter().enumerate() {
        if let Some(number) = &assignment.number {
            known.entry(number.clone()).or_default().push(at);
        }
    }
    let before = plan.assignments.len();
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        let skip = line.block == block
            || taken.get(at) == Some(&true)
            || matches!(line.kind, LineKind::Row | LineKind::Heading(_));
        block = line.block;
        if skip {
            continue;
        }
        let flow = &view.tree.blocks[block].flow;
        for range in sentences(flow.as_str()) {
            if !flow.as_str()[range.clone()].bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            sentence(view, plan, &mut known, &flow.slice(range), line.role);
        }
    }
    if plan.assignments.len() > before {
        plan.assignments.sort_by_key(|assignment| assignment.spans.first().map(|spot| spot.span.start));
    }
}

/// Returns the byte behind the words that set or move a deadline; `forlenges fra … til` moves it too.
fn set_at(low: &str) -> Option<usize> {
    let set = SET.iter().filter_map(|phrase| low.find(phrase).map(|at| at + phrase.len())).min();
    set.or_else(|| {
        let verb = VERBS.iter().filter_map(|verb| find_stem(low, verb)).min()?;
        let from = verb + low.get(verb..)?.find([' ', '\n'])?;
        let tail = low.get(from..)?.trim_start();
        let lead = ["fra ", "frå "].iter().any(|word| tail.starts_with(word));
        let to = from + low.get(from..)?.find(" til ")? + " til ".len();
        (lead && to - from < 60).then_some(to)
    })
}

fn sentence(view: &View<'_>, plan: &mut Plan, known: &mut Numbers, flow: &Flow, role: SectionRole) {
    let text = flow.as_str();
    let low = lower(text);
    if !low.contains("oppdrag") || find_stem(&low, "frist").is_none() {
        return;
    }
    let Some(at) = set_at(&low) else { return };
    let of_part =
        ["del ", "delen", "deloppdrag", "punkt "].iter().any(|word| find_stem(&low[..at], word).is_some());
    if of_part {
        return;
    }
    let Some(number) = assignment_in(&low, text) else { return };
    let year = plan.year.unwrap_or(2000);
    let tail = flow.slice(at..text.len());
    let Some(range) = first_dated(tail.as_str(), year).filter(|range| range.start < 12) else { return };
    let context = Context { year, frequency: None, part: None, place: Where::Prose };
    let deadlines = read_deadlines(view, &tail.slice(range), &context);
    let named = known.get(number).map_or(&[][..], Vec::as_slice);
    if let [only] = named {
        if let Some(assignment) = plan.assignments.get_mut(*only) {
            assignment.deadlines.extend(deadlines);
        }
    } else if named.is_empty() && role == SectionRole::Assignments && is_assignment_number(number) {
        let next = plan.assignments.len();
        changed(view, plan, flow, number, at, deadlines);
        if plan.assignments.len() > next {
            known.entry(number.to_owned()).or_default().push(next);
        }
    }
}

/// Adds an assignment that only a sentence under a heading for assignments names, with the deadline it had and the
/// one it gets: `Fristen for oppdrag 2025-08 Ny ordning forlenges fra 1. mai 2025 til 1. mars 2026.`
fn changed(view: &View<'_>, plan: &mut Plan, flow: &Flow, number: &str, at: usize, new: Vec<Deadline>) {
    let text = flow.as_str();
    let start = number.as_ptr() as usize - text.as_ptr() as usize + number.len();
    let low = lower(text);
    let Some(end) = VERBS.iter().filter_map(|verb| find_stem(&low, verb)).filter(|end| *end > start).min()
    else {
        return;
    };
    let title = flow.slice(start..end);
    let title_text = title.joined();
    let title_text =
        title_text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '–' | '«' | '»'));
    if !title_text.starts_with(char::is_uppercase) {
        return;
    }
    let year = plan.year.unwrap_or(2000);
    let context = Context { year, frequency: None, part: None, place: Where::Prose };
    let between = flow.slice(end..at.max(end));
    let mut deadlines: Vec<Deadline> = first_dated(between.as_str(), year)
        .map(|range| read_deadlines(view, &between.slice(range), &context))
        .unwrap_or_default();
    for deadline in &mut deadlines {
        deadline.superseded = true;
    }
    deadlines.extend(new);
    plan.assignments.push(Assignment {
        number: Some(number.to_owned()),
        title: title_text.to_owned(),
        new: false,
        spans: vec![view.spot(flow.span())],
        deadlines,
        ..Assignment::default()
    });
}

/// Returns the number of the only assignment that a sentence names.
fn assignment_in<'t>(low: &str, text: &'t str) -> Option<&'t str> {
    let at = find_stem(low, "oppdrag")?;
    let rest = text.get(at..)?;
    let word = rest.split_whitespace().skip(1).find(|word| !lower(word).starts_with("nr"))?;
    let number = bare(word);
    (number.bytes().any(|byte| byte.is_ascii_digit()) && low.matches("oppdrag ").count() == 1)
        .then_some(number)
}
