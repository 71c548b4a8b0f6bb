//! Assignments that are the parts of a section for assignments without numbers of their own: its subsections, and
//! the items of its list.

use super::fields::{Field, is_field};
use super::heads::is_part_heading;
use super::occurrence::title_sentence;
use crate::outline::role_of;
use crate::view::{LineKind, View};
use crate::words::lower;
use std::ops::Range;
use styrbord_plan::SectionRole;
use styrbord_syntax::{Block, leading_number};

/// Where such an assignment begins, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// A subsection's heading, or its number and title before running text.
    Section(u8),
    /// An item of a list.
    Item,
}

/// Returns for each line whether such an assignment begins there.
pub(super) fn starts(view: &View<'_>, taken: &[bool]) -> Vec<Option<Start>> {
    let mut out = vec![None; view.lines.len()];
    let mut at = 0;
    while at < view.lines.len() {
        let Some(level) = root(view, at) else {
            at += 1;
            continue;
        };
        let end = (at + 1..view.lines.len())
            .find(|line| level_of(view, *line).is_some_and(|own| own <= level))
            .unwrap_or(view.lines.len());
        if !taken.get(at..end).unwrap_or_default().contains(&true) {
            section(view, at..end, level, &mut out);
        }
        at = end.max(at + 1);
    }
    out
}

/// Returns the level of a line that is a heading with a section of its own.
fn level_of(view: &View<'_>, at: usize) -> Option<u8> {
    let line = view.lines.get(at)?;
    match line.kind {
        LineKind::Heading(level) => Some(level),
        _ if line.first => view.outline.level(line.block),
        _ => None,
    }
}

/// Returns the level of a line that heads a section for assignments.
fn root(view: &View<'_>, at: usize) -> Option<u8> {
    const WORDS: [&str; 7] = [
        "oppdrag",
        "oppdraga",
        "oppdragene",
        "bestillinger",
        "bestillingar",
        "bestillingene",
        "bestillingane",
    ];
    let level = level_of(view, at)?;
    let line = view.lines.get(at)?;
    let low = lower(line.text());
    let named = low.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word));
    let short = low.split_whitespace().take(10).count() < 10;
    (line.role == SectionRole::Assignments && named && short).then_some(level)
}

/// Finds the assignments of one section: its leaves, else the items that stand directly in it.
fn section(view: &View<'_>, lines: Range<usize>, level: u8, out: &mut [Option<Start>]) {
    let marks: Vec<(usize, u8)> = lines
        .clone()
        .skip(1)
        .filter_map(|at| {
            let own =
                level_of(view, at).filter(|own| *own < Block::MINOR - 1).or_else(|| run_in(view, at))?;
            (own > level || level >= Block::MINOR - 1).then_some((at, own))
        })
        .collect();
    let mut from = lines.start;
    let mut whole = true;
    for (index, (at, own)) in marks.iter().enumerate() {
        let next = marks.get(index + 1);
        let end = next.map_or(lines.end, |(next, _)| *next);
        let leaf = next.is_none_or(|(_, next)| next <= own);
        if leaf
            && is_assignment(view, *at, end)
            && let Some(start) = out.get_mut(*at)
        {
            *start = Some(Start::Section(*own));
            whole = false;
        }
        if root(view, *at).is_some() || index == 0 && from == lines.start {
            items(view, from..*at, out);
            from = *at;
        }
        if root(view, *at).is_none() {
            from = end;
        }
    }
    if whole || from < lines.end {
        items(view, from..lines.end, out);
    }
}

/// Returns the level of a paragraph that begins with a section's number and a title: `3.2.1 Title. Text …`.
fn run_in(view: &View<'_>, at: usize) -> Option<u8> {
    let line = view.lines.get(at).filter(|line| line.first && line.kind == LineKind::Text)?;
    let (number, start) = leading_number(line.text())?;
    let groups = number.split('.').count();
    let flow = &view.tree.blocks.get(line.block)?.flow;
    let rest = flow.slice(start.min(flow.as_str().len())..flow.as_str().len());
    (groups >= 2 && title_sentence(&rest).is_some()).then(|| groups.min(6) as u8)
}

/// Tells whether a subsection asks for something: a duty or a deadline in its text.
fn is_assignment(view: &View<'_>, at: usize, end: usize) -> bool {
    let Some(line) = view.lines.get(at) else { return false };
    let title = line.text();
    let title = leading_number(title).and_then(|(_, start)| title.get(start..)).unwrap_or(title);
    let text = view.flow(at + 1..end);
    let run_in = line.kind == LineKind::Text;
    let first = crate::parties::sentences(title).into_iter().next().filter(|_| run_in);
    let title = first.and_then(|first| title.get(first)).unwrap_or(title);
    let fielded = run_in
        || text
            .lines()
            .any(|line| is_field(line.as_str()).is_some_and(|(field, _)| field == Field::Deadline))
        || text.as_str().contains("Frist:");
    let role = role_of(title);
    let topic = role == SectionRole::Other
        || fielded
            && !matches!(role, SectionRole::Assignments | SectionRole::Goals | SectionRole::Parameters);
    topic && !is_general(title) && !is_part_heading(title) && (fielded || asks(text.as_str()))
}

/// Tells whether a title is that of an introduction, not of an assignment.
fn is_general(title: &str) -> bool {
    let low = lower(title);
    [
        "generelt",
        "generelle",
        "innledning",
        "innleiing",
        "om oppdrag",
        "overordn",
        "felles for",
        "andre forventning",
    ]
    .iter()
    .any(|word| low.starts_with(word))
}

/// Tells whether a text lays a duty on somebody.
fn asks(text: &str) -> bool {
    lower(text)
        .split(|c: char| !c.is_alphabetic())
        .any(|word| ["skal", "bes", "må", "ber", "frist"].contains(&word))
}

/// Finds the items of a list that stands directly under a heading for assignments, when there are two or more.
fn items(view: &View<'_>, lines: Range<usize>, out: &mut [Option<Start>]) {
    if root(view, lines.start).is_none() {
        return;
    }
    let found: Vec<usize> = lines
        .skip(1)
        .filter(|at| {
            view.lines.get(*at).is_some_and(|line| {
                matches!(line.kind, LineKind::Item(_))
                    && view.tree.blocks.get(line.block).is_some_and(|block| {
                        let text = block.flow.as_str();
                        text.starts_with(char::is_uppercase) && asks(text)
                    })
            })
        })
        .collect();
    if found.len() < 2 {
        return;
    }
    for at in found {
        if let Some(start) = out.get_mut(at) {
            *start = Some(Start::Item);
        }
    }
}
