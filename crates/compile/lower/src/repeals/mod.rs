//! What a letter takes away of an earlier one: sentences, lists under a heading that says so, rows with a word for it.
//!
//! A number or a label makes a sentence sure enough for any letter. By their words alone parts are taken away by
//! supplementary letters only: an ordinary letter speaks of much else that ends.

mod nouns;
mod sentence;
mod target;
mod verbs;
mod words;

use crate::assignments::{Form, Head, Occurrence};
use crate::parties::sentences;
use crate::view::{Line, LineKind, View};
use crate::words::lower;
use sentence::{Letter, entry, heading, is_bare, may_repeal, repealed, replaced_by, uncancelled};
use std::ops::Range;
use styrbord_plan::{LetterKind, Plan, Repeal, RepealKind, SectionRole};
use styrbord_source::{Flow, Span, Spot};
use styrbord_syntax::leading_number;

/// What a letter takes away, in its order.
pub(crate) struct Repeals {
    found: Vec<Repeal>,
    /// Those that the text of an assignment makes of it.
    made: Vec<Repeal>,
}

/// Reads what the letter takes away in sentences and lists.
pub(crate) fn read(view: &View<'_>, plan: &Plan) -> Repeals {
    let letter = if plan.kind == LetterKind::Supplement { Letter::Supplement } else { Letter::Ordinary };
    let mut found = Vec::new();
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        let again = line.block == block || line.kind == LineKind::Row;
        block = line.block;
        if again || matches!(line.role, SectionRole::Contents | SectionRole::Attachments) {
            continue;
        }
        let Some(node) = view.tree.blocks.get(block) else { continue };
        if !may_repeal(&lower(node.flow.as_str())) {
            continue;
        }
        let before = found.len();
        for range in sentences(node.flow.as_str()) {
            if !may_repeal(&lower(&node.flow.as_str()[range.clone()])) {
                continue;
            }
            let sentence = node.flow.slice(range);
            let parts = repealed(sentence.as_str(), letter);
            found.extend(parts.into_iter().filter(is_named).map(|part| said(view, part, &sentence)));
        }
        if found.len() == before
            && let Some((kind, lines)) = list_below(view, at, letter)
        {
            list(view, kind, lines, letter, &mut found);
        }
    }
    found.sort_by_key(start);
    Repeals { found, made: Vec::new() }
}

fn is_named(part: &Repeal) -> bool {
    part.number.is_some() || part.label.is_some() || part.under.is_some() || part.title.is_some()
}

fn said(view: &View<'_>, part: Repeal, flow: &Flow) -> Repeal {
    Repeal { text: flow.joined(), span: Some(view.spot(flow.span())), ..part }
}

fn start(repeal: &Repeal) -> u32 {
    repeal.span.map_or(0, |spot| spot.span.start)
}

/// Returns the lines of the list that a heading, or words that end in a colon, says to be taken away.
fn list_below(view: &View<'_>, at: usize, letter: Letter) -> Option<(RepealKind, Range<usize>)> {
    let line = view.lines.get(at)?;
    let block = view.tree.blocks.get(line.block)?;
    let is_heading = matches!(line.kind, LineKind::Heading(_)) || view.outline.level(line.block).is_some();
    if !is_heading && !block.flow.as_str().trim_end().ends_with(':') {
        return None;
    }
    let title = block.flow.joined();
    let unnumbered = leading_number(&title).and_then(|(_, start)| title.get(start..));
    let kind = heading(unnumbered.unwrap_or(&title), letter)?;
    let behind = view.lines.iter().skip(at).take_while(|next| next.block == line.block).count() + at;
    let level = |line: &Line| match line.kind {
        LineKind::Heading(level) => Some(level),
        _ => view.outline.level(line.block).filter(|_| line.first),
    };
    let ends: Box<dyn Fn(&Line) -> bool> = match level(line) {
        Some(own) => Box::new(move |next: &Line| level(next).is_some_and(|level| level <= own)),
        None if block.flow.as_str().trim_end().ends_with(':') => Box::new(move |next: &Line| {
            let listed = matches!(next.kind, LineKind::Row | LineKind::Item(_)) || !next.first;
            level(next).is_some() || !listed && !begins_entry(next.text())
        }),
        None => return None,
    };
    let end = (behind..view.lines.len()).find(|at| view.lines.get(*at).is_some_and(&ends));
    Some((kind, behind..end.unwrap_or(view.lines.len())))
}

/// Tells whether a line of text begins with the label or number of a part.
fn begins_entry(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && entry(text, RepealKind::Other).iter().any(|part| part.number.is_some() || part.label.is_some())
}

/// Reads the entries of a list of parts that are taken away.
fn list(view: &View<'_>, kind: RepealKind, lines: Range<usize>, letter: Letter, found: &mut Vec<Repeal>) {
    let mut at = lines.start;
    while let Some(line) = view.lines.get(at).filter(|_| at < lines.end) {
        let begins = match &line.kind {
            LineKind::Row => true,
            LineKind::Item(_) => line.first,
            LineKind::Text | LineKind::Heading(_) => begins_entry(line.text()),
        };
        let more = view.lines.iter().take(lines.end).skip(at + 1).take_while(|next| {
            line.kind != LineKind::Row && next.block == line.block && !begins_entry(next.text())
        });
        let end = at + 1 + more.count();
        if begins {
            let flow = view.flow(at..end);
            let text = if line.kind == LineKind::Row { row(view, line) } else { Some(flow.joined()) };
            // A sentence that says it itself has been read, or will be.
            let text = text.filter(|text| !says_itself(text, letter));
            let replaced_by = replaced_by(&flow.joined());
            let with = |part: Repeal| Repeal { replaced_by: replaced_by.clone(), ..part };
            found.extend(
                text.iter().flat_map(|text| entry(text, kind)).map(|part| said(view, with(part), &flow)),
            );
        }
        at = end;
    }
}

fn says_itself(text: &str, letter: Letter) -> bool {
    sentences(text)
        .into_iter()
        .any(|range| text.get(range).is_some_and(|sentence| repealed(sentence, letter).iter().any(is_named)))
}

/// Returns the first two cells of a row that say something; nothing of a row that is the head.
fn row(view: &View<'_>, line: &Line) -> Option<String> {
    let table = view.tree.blocks.get(line.block)?.table()?;
    let cells = table.rows.get(line.row)?.cells.iter().map(|cell| cell.flow.joined());
    let cells: Vec<String> = cells.filter(|cell| !cell.trim().is_empty()).take(2).collect();
    let is_head = line.row == 0 && (table.has_head || !cells.concat().contains(|c: char| c.is_ascii_digit()));
    (!is_head && !cells.is_empty()).then(|| cells.join(": "))
}

impl Repeals {
    /// Returns where an assignment's lines end when a paragraph in them takes something away: it is none of its text.
    pub(crate) fn end(&self, view: &View<'_>, lines: Range<usize>) -> usize {
        let takes = |at: &usize| {
            view.lines.get(*at).filter(|line| line.first && line.kind != LineKind::Row).is_some_and(|line| {
                let span = line.flow.span();
                let near = self.found.partition_point(|repeal| start(repeal) <= span.start);
                near.checked_sub(1)
                    .and_then(|at| self.found.get(at))
                    .is_some_and(|repeal| overlaps(repeal, span))
            })
        };
        lines.clone().skip(1).find(takes).unwrap_or(lines.end)
    }

    /// Tells whether a place describes an assignment that the letter takes away; one whose own text says so is noted.
    pub(crate) fn take(&mut self, view: &View<'_>, head: &Head, one: &Occurrence) -> bool {
        let near = self.found.partition_point(|repeal| start(repeal) < one.head.end);
        let told = self.found.get(..near).unwrap_or_default().iter().rev().take(16).any(|repeal| {
            let number = [&repeal.number, &repeal.under].into_iter().flatten().next();
            overlaps(repeal, one.head)
                && (number.is_none() || one.number.is_none() || number == one.number.as_ref())
        });
        if told {
            return true;
        }
        let Some(kind) = said_inside(view, head, one) else { return false };
        let line = view.flow(one.lines.clone());
        let (number, under) = match kind {
            RepealKind::Deadline => (None, one.number.clone()),
            _ => (one.number.clone(), None),
        };
        let title = uncancelled(&one.title).unwrap_or(&one.title).trim_end_matches('.');
        let title = Some(title.to_owned()).filter(|title| !title.is_empty());
        let all = kind == RepealKind::Deadline;
        self.made.push(said(
            view,
            Repeal {
                kind,
                number,
                under,
                title,
                all,
                replaced_by: replaced_by(&line.joined()),
                ..Repeal::default()
            },
            &line,
        ));
        true
    }

    /// Puts what is taken away into the plan; what is taken away is not given.
    pub(crate) fn finish(self, plan: &mut Plan) {
        let mut all = self.found;
        all.extend(self.made);
        all.sort_by_key(start);
        all.dedup_by(|one, other| one == other);
        let gone = |spot: Option<Spot>, kind: RepealKind| {
            let Some(spot) = spot else { return false };
            let near = all.partition_point(|repeal| start(repeal) < spot.span.end);
            all.get(..near).unwrap_or_default().iter().rev().take(16).any(|repeal| {
                let begins =
                    |said: Spot| spot.span.start >= said.span.start || spot.place.line == said.place.line;
                repeal.kind == kind && overlaps(repeal, spot.span) && repeal.span.is_some_and(begins)
            })
        };
        plan.goals.retain(|one| !gone(one.span, RepealKind::Goal));
        plan.steering_parameters.retain(|one| !gone(one.span, RepealKind::SteeringParameter));
        plan.requirements.retain(|one| !gone(one.span, RepealKind::Requirement));
        plan.reports.retain(|one| !gone(one.span, RepealKind::Report));
        plan.meetings.retain(|one| !gone(one.span, RepealKind::Meeting));
        plan.authorisations.retain(|one| !gone(one.span, RepealKind::Authorisation));
        plan.repeals = all;
    }
}

fn overlaps(repeal: &Repeal, span: Span) -> bool {
    repeal.span.is_some_and(|spot| spot.span.overlaps(span))
}

/// Tells whether the own text of an assignment takes it, or its deadline, away: `Oppdraget utgår.`, a cell `Utgår`.
fn said_inside(view: &View<'_>, head: &Head, one: &Occurrence) -> Option<RepealKind> {
    let line = view.lines.get(one.lines.start)?;
    let bracketed = one.title.trim_end().strip_suffix(')').and_then(|title| title.rsplit_once('('));
    if bracketed.is_some_and(|(_, inner)| is_bare(inner)) || uncancelled(&one.title).is_some() {
        return Some(RepealKind::Assignment);
    }
    if line.kind == LineKind::Row {
        let row = view.tree.blocks.get(line.block)?.table()?.rows.get(line.row)?;
        let cell = row.cells.iter().position(|cell| is_bare(&cell.flow.joined()))?;
        let moves = matches!(&head.form, Form::Row(columns) if columns.old_deadline.is_some() && columns.deadline == Some(cell));
        return Some(if moves { RepealKind::Deadline } else { RepealKind::Assignment });
    }
    let of_itself = |sentence: &str| {
        let parts = repealed(sentence, Letter::Supplement);
        is_bare(sentence)
            || matches!(parts.as_slice(), [part] if part.kind == RepealKind::Assignment && !is_named(part))
    };
    let mut at = one.lines.start;
    let mut said = false;
    while let Some(line) = view.lines.get(at).filter(|_| at < one.lines.end && !said) {
        let more = view.lines.iter().take(one.lines.end).skip(at).take_while(|next| next.block == line.block);
        let end = at + more.count();
        let flow = view.flow(at..end);
        let text = flow.as_str();
        said = may_repeal(&lower(text))
            && sentences(text).into_iter().any(|range| text.get(range).is_some_and(of_itself));
        at = end;
    }
    said.then_some(RepealKind::Assignment)
}
