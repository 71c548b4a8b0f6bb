//! Assignments without a number: a title over its background and deadline, a labelled paragraph, or list items
//! in a section for assignments.

use super::fields::{Field, is_field};
use super::heads::{Form, Head, ends_assignment, is_described, is_part_heading};
use super::occurrence::{Occurrence, read as read_occurrence};
use super::sections::{self, Start};
use crate::view::{LineKind, View};
use crate::words::lower;
use styrbord_plan::{Plan, Research, SectionRole, Where};
use styrbord_syntax::{Block, leading_label};

/// Reads assignments without number outside the lines that numbered ones take.
pub(crate) fn read(view: &View<'_>, plan: &Plan, taken: &[bool]) -> Vec<(Head, Occurrence)> {
    let free = |at: usize| taken.get(at) != Some(&true);
    let parts = sections::starts(view, taken);
    let part = |at: usize| parts.get(at).copied().flatten();
    let starts: Vec<usize> =
        (0..view.lines.len()).filter(|at| free(*at) && (part(*at).is_some() || begins(view, *at))).collect();
    let mut out = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let limit = starts.get(index + 1).copied().unwrap_or(view.lines.len());
        let limit = (*start..limit).find(|at| !free(*at)).unwrap_or(limit);
        let head = part_head(view, *start, part(*start));
        let level = match (&view.lines[*start].kind, part(*start)) {
            (_, Some(Start::Section(level))) => level,
            (LineKind::Heading(level), _) => *level,
            _ => Block::MINOR,
        };
        let mut end = head.line + 1;
        while end < limit && !ends_assignment(view, end, level, &head) {
            end += 1;
        }
        let whole = view.flow(*start..end);
        let fielded = whole
            .lines()
            .any(|line| is_field(line.as_str()).is_some_and(|(field, _)| field == Field::Deadline));
        if let Some(mut one) = read_occurrence(view, plan, &head, end)
            && (fielded || part(*start).is_some() || is_described(view, *start) || labelled(view, *start))
        {
            if view.lines[*start].role == SectionRole::Research && one.research == Research::None {
                one.research = Research::Full;
            }
            if one.place == Where::Table && fielded && !one.body.is_blank() {
                one.place = Where::Annex;
            }
            out.push((head, one));
        }
    }
    out
}

/// Tells whether an assignment without number may begin at a line.
fn begins(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at];
    let excluded = matches!(
        line.role,
        SectionRole::Budget
            | SectionRole::Income
            | SectionRole::Contents
            | SectionRole::Attachments
            | SectionRole::Meetings
            | SectionRole::Calendar
            | SectionRole::CommonDirections
    );
    if excluded || !line.first || line.kind == LineKind::Row {
        return false;
    }
    if labelled(view, at) {
        return true;
    }
    let title = view.tree.blocks[line.block].flow.joined();
    let heading = matches!(line.kind, LineKind::Heading(_))
        || title.chars().count() <= 160 && !title.ends_with(['.', ':']);
    let own_section = matches!(line.kind, LineKind::Heading(level) if level >= 3)
        && line.role == SectionRole::Assignments
        && crate::outline::role_of(&title) == SectionRole::Other;
    heading && !is_part_heading(&title) && (is_described(view, at) || own_section)
}

/// Tells whether a line is labelled as an assignment without number: `Oppdrag: …`.
fn labelled(view: &View<'_>, at: usize) -> bool {
    let text = view.lines[at].text();
    leading_label(text).is_some_and(|label| {
        lower(label.word) == "oppdrag"
            && label.number.is_empty()
            && label.separated
            && text[label.text_start..].starts_with(char::is_uppercase)
    })
}

/// Returns the head of an assignment that is a part of its section, else of one with words of its own.
fn part_head(view: &View<'_>, at: usize, start: Option<Start>) -> Head {
    let mut head = head(view, at);
    let text = view.lines[at].text();
    match (start, styrbord_syntax::leading_number(text)) {
        (Some(Start::Item), _) => head.form = Form::Item,
        (Some(Start::Section(_)), Some((_, after))) => {
            head.rest = view.lines[at].flow.slice(after..text.len());
        }
        _ => {}
    }
    head
}

fn head(view: &View<'_>, at: usize) -> Head {
    let line = &view.lines[at];
    let text = line.text();
    let start = match leading_label(text) {
        Some(label) if labelled(view, at) => label.text_start,
        _ => 0,
    };
    let start = match styrbord_syntax::leading_number(text) {
        Some((_, after)) if start == 0 && matches!(line.kind, LineKind::Heading(_)) => after,
        _ => start,
    };
    Head { line: at, number: None, rest: line.flow.slice(start..text.len()), form: Form::Labelled }
}

/// Tells whether a line is a list's row without a number: a title of some words, and a day in figures at the end.
pub(super) fn is_own_row(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at];
    let text = line.text().trim_end();
    let day = text.split_whitespace().next_back().unwrap_or_default();
    let figures = day.len() >= 8 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    line.kind == LineKind::Text
        && figures
        && text.starts_with(char::is_uppercase)
        && !text.contains(':')
        && text.split_whitespace().take(5).count() == 5
        && !crate::deadlines::is_deadline_text(text, 2000)
}
