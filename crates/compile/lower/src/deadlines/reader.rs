//! From the pieces of a deadline's words to deadlines: one for each date, with its part and how it repeats.

use super::Context;
use super::elements::{Element, What, elements, part_name};
use crate::view::View;
use std::ops::Range;
use styrbord_calendar::{Date, Frequency};
use styrbord_plan::{Deadline, DeadlineKind};
use styrbord_source::Flow;

/// Dates that one phrase joins: `1. oktober 2025, 2026 og 2027`.
#[derive(Debug, Clone)]
struct Group {
    dates: Vec<(DeadlineKind, Option<Date>)>,
    range: Range<usize>,
}

/// A piece, or dates joined to one.
#[derive(Debug, Clone)]
enum Step {
    Dates(Group),
    Other(Element),
}

/// What was met since the last date of a part.
#[derive(Debug, Clone, Default)]
struct Pending {
    frequency: Option<Frequency>,
    from: bool,
    kind: Option<(DeadlineKind, Range<usize>)>,
}

struct Reader<'a> {
    view: &'a View<'a>,
    flow: &'a Flow,
    context: &'a Context,
    out: Vec<Deadline>,
    /// For each deadline: it stands in brackets of its own, or the next one says that it replaces it.
    bracketed: Vec<bool>,
    /// Where the words begin that belong to the next piece.
    from: usize,
    part: Option<String>,
    part_start: usize,
    sub: Option<String>,
    pending: Pending,
    /// How many dates the part has.
    dated: usize,
}

/// Reads every deadline in a flow that is known to hold deadlines.
pub(super) fn read(view: &View<'_>, flow: &Flow, context: &Context) -> Vec<Deadline> {
    let text = flow.as_str();
    let steps = steps(text, context.year);
    let mut reader = Reader {
        view,
        flow,
        context,
        out: Vec::new(),
        bracketed: Vec::new(),
        from: 0,
        part: context.part.clone(),
        part_start: 0,
        sub: None,
        pending: Pending::default(),
        dated: 0,
    };
    for (at, step) in steps.iter().enumerate() {
        match step {
            Step::Dates(group) => {
                let more = steps[at + 1..]
                    .iter()
                    .take_while(|step| !is_part(step))
                    .any(|step| matches!(step, Step::Dates(_)));
                reader.dates(group, more, steps.get(at + 1));
            }
            Step::Other(element) => reader.other(element),
        }
    }
    reader.close(text.len());
    if reader.out.is_empty() && !text.trim().is_empty() {
        reader.push(DeadlineKind::None, None, None, 0..text.len());
    }
    reader.finish()
}

fn is_part(step: &Step) -> bool {
    matches!(step, Step::Other(Element { what: What::Part(_), .. }))
}

/// Tells whether a part's label stands in brackets of its own behind its date: `15. mai (del 1)`.
fn is_part_behind(text: &str, last: &Step, element: &Element) -> bool {
    let (Step::Dates(group), What::Part(_)) = (last, &element.what) else { return false };
    let between = text.get(group.range.end..element.range.start).unwrap_or_default();
    between.trim() == "(" && text[element.range.end..].trim_start().starts_with(')')
}

/// Joins dates between which only commas and `og` stand.
fn steps(text: &str, year: i16) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    for element in elements(text, year) {
        let date = match &element.what {
            What::Day(date) => (DeadlineKind::Date, Some(*date)),
            What::Impossible => (DeadlineKind::Invalid, None),
            What::DayWithoutYear => (DeadlineKind::Date, None),
            What::Period(last) => (DeadlineKind::Period, Some(*last)),
            _ => {
                let behind = out.last().is_some_and(|last| is_part_behind(text, last, &element));
                let place = out.len() - usize::from(behind);
                out.insert(place, Step::Other(element));
                continue;
            }
        };
        if let Some(Step::Dates(group)) = out.last_mut() {
            let between = text.get(group.range.end..element.range.start).unwrap_or_default();
            if between.split(|c: char| c.is_whitespace() || c == ',').all(|word| matches!(word, "" | "og"))
                && between.contains([',', 'o'])
            {
                group.dates.push(date);
                group.range.end = element.range.end;
                continue;
            }
        }
        out.push(Step::Dates(Group { dates: vec![date], range: element.range }));
    }
    out
}

impl Reader<'_> {
    fn other(&mut self, element: &Element) {
        let range = element.range.clone();
        match &element.what {
            What::Part(label) => {
                self.close(range.start);
                self.part = Some(label.clone());
                self.part_start = range.start;
                self.from = range.end;
            }
            What::Named(name) => {
                if self.sub.is_some() {
                    self.close_sub(range.start);
                }
                self.sub = Some(name.clone());
                self.from = range.end;
            }
            What::Frequency(frequency) => {
                let behind = self.apply_behind(*frequency, range.clone());
                if !behind {
                    self.pending.frequency.get_or_insert(*frequency);
                }
            }
            What::From => self.pending.from = true,
            What::Ongoing => self.soft(DeadlineKind::Ongoing, range),
            What::Report => self.soft(DeadlineKind::InReport, range),
            What::Undecided => self.soft(DeadlineKind::None, range),
            What::Day(_) | What::Impossible | What::DayWithoutYear | What::Period(_) => {}
        }
    }

    /// Notes a word that gives a deadline only when no date stands beside it; a report outranks what is ongoing.
    fn soft(&mut self, kind: DeadlineKind, range: Range<usize>) {
        match &mut self.pending.kind {
            Some((known, whole)) if *known == DeadlineKind::InReport || kind == *known => {
                whole.end = whole.end.max(range.end);
            }
            slot => *slot = Some((kind, range)),
        }
    }

    /// Gives a frequency that stands right behind a date, in brackets or not, to that date.
    fn apply_behind(&mut self, frequency: Frequency, range: Range<usize>) -> bool {
        let text = self.flow.as_str();
        let between = text.get(self.from..range.start).unwrap_or_default();
        let bare = between.trim().trim_matches(['(', ',']).trim();
        let close =
            matches!(bare, "" | "deretter" | "og deretter" | "så" | "og så") && !between.contains('\n');
        let Some(last) = self.out.last_mut() else { return false };
        if self.dated == 0 || !close || last.kind != DeadlineKind::Date {
            return false;
        }
        last.kind = DeadlineKind::Recurring;
        last.frequency = Some(frequency);
        let end = if between.contains('(') {
            text[range.end..].find(')').filter(|at| *at < 24).map_or(range.end, |at| range.end + at + 1)
        } else {
            range.end
        };
        last.printed = joined(&format!("{}{}", last.printed, &text[self.from..end]));
        self.from = end;
        true
    }

    fn dates(&mut self, group: &Group, more: bool, next: Option<&Step>) {
        let text = self.flow.as_str();
        let words = text.get(self.from..group.range.start).unwrap_or_default();
        let alone = self.dated == 0 && !more;
        let soft = self.pending.kind.is_some() || self.pending.frequency.is_some() || self.pending.from;
        if self.sub.is_none() && !alone && !soft {
            self.sub = part_name(words);
        }
        let moved = says_moved(words);
        if moved {
            self.sub = None;
            self.bracketed.iter_mut().rev().take(1).for_each(|last| *last = true);
        }
        let start = if moved || self.sub.is_some() {
            group.range.start
        } else {
            lead_start(text, self.from, group.range.start)
        };
        let end = self.trailing_end(group.range.end, more, next);
        let frequency =
            self.pending.frequency.or(self.pending.from.then_some(self.context.frequency).flatten());
        let report = self.pending.kind.as_ref().is_some_and(|(kind, _)| *kind == DeadlineKind::InReport);
        for (kind, date) in &group.dates {
            let kind = match kind {
                DeadlineKind::Date if report => DeadlineKind::InReport,
                DeadlineKind::Date if self.pending.from || frequency.is_some() => DeadlineKind::Recurring,
                kind => *kind,
            };
            let frequency = if kind == DeadlineKind::Recurring { frequency } else { None };
            self.push(kind, *date, frequency, start..end);
            self.dated += 1;
        }
        self.from = end.max(group.range.end);
        self.sub = None;
        self.pending = Pending {
            frequency: self.pending.frequency.filter(|_| group.dates.len() == 1 && more),
            ..Pending::default()
        };
    }

    /// Returns the end of the phrase: `samt ved behov` behind the last date belongs to it.
    fn trailing_end(&self, end: usize, more: bool, next: Option<&Step>) -> usize {
        let text = self.flow.as_str();
        let rest = text.get(end..).unwrap_or_default();
        match next {
            Some(Step::Other(Element { what: What::Ongoing, range })) if !more => {
                let between = text.get(end..range.start).unwrap_or_default();
                let joins = between
                    .split_whitespace()
                    .all(|word| matches!(word.trim_matches(','), "" | "og" | "samt" | "eller"));
                if joins && rest.len() < 60 { range.end } else { end }
            }
            _ => end,
        }
    }

    fn push(
        &mut self,
        kind: DeadlineKind,
        date: Option<Date>,
        frequency: Option<Frequency>,
        range: Range<usize>,
    ) {
        let text = self.flow.as_str();
        let words = printed(&text[range.clone()]);
        let start = range.start + text[range].find(words).unwrap_or(0);
        let end = close_bracket(text, start, start + words.len());
        let own_bracket =
            text[..start].trim_end().ends_with('(') && text[end..].trim_start().starts_with(')');
        let (part, parent_part) = match (&self.sub, &self.part) {
            (Some(sub), parent) => (Some(sub.clone()), parent.clone()),
            (None, part) => (part.clone(), None),
        };
        self.bracketed.push(own_bracket);
        self.out.push(Deadline {
            part,
            parent_part,
            lead: None,
            superseded: false,
            kind,
            date,
            frequency,
            printed: joined(&text[start..end]),
            place: self.context.place,
            span: Some(self.view.spot(self.flow.span_of(start..end))),
        });
    }

    /// Ends a named part without a date.
    fn close_sub(&mut self, end: usize) {
        if self.dated == 0 || self.sub.is_some() {
            self.undated(end);
        }
        self.sub = None;
        self.from = end;
    }

    /// Ends a part: what it says without a date becomes its deadline.
    fn close(&mut self, end: usize) {
        let labelled = self.part.is_some() && self.part != self.context.part;
        if self.sub.is_some()
            || self.dated == 0
                && (labelled || self.pending.kind.is_some() || self.pending.frequency.is_some())
        {
            self.undated(end);
        }
        self.dated = 0;
        self.sub = None;
        self.pending = Pending::default();
        self.from = end;
    }

    fn undated(&mut self, end: usize) {
        let end = end.max(self.from);
        let pending = std::mem::take(&mut self.pending);
        match (pending.kind, pending.frequency) {
            (Some((kind, _)), _) => self.push(kind, None, None, self.from..end),
            (None, Some(frequency)) => {
                self.push(DeadlineKind::Recurring, None, Some(frequency), self.from..end);
            }
            (None, None) => {
                self.push(DeadlineKind::None, None, None, self.from..end);
                if let Some(last) = self.out.last_mut().filter(|last| last.printed.is_empty()) {
                    last.span = Some(
                        self.view
                            .spot(self.flow.span_of(self.part_start..self.from.max(self.part_start + 1))),
                    );
                }
            }
        }
    }

    /// Marks dates in brackets that another date of the same part replaces.
    fn finish(mut self) -> Vec<Deadline> {
        for at in 0..self.out.len().saturating_sub(1) {
            let (this, next) = (&self.out[at], &self.out[at + 1]);
            let same = this.part == next.part && this.parent_part == next.parent_part;
            if self.bracketed[at] && same && this.date.is_some() && next.date.is_some() {
                self.out[at].superseded = true;
            }
        }
        self.out
    }
}

/// Tells whether the words of a date say that it replaces the one before it: `31.12.2024 (utsatt til 31.03.2025)`.
fn says_moved(words: &str) -> bool {
    let low = crate::words::lower(words);
    [
        "utsatt til",
        "utsett til",
        "forlenget til",
        "forlenga til",
        "endret til",
        "endra til",
        "flyttet til",
        "flytta til",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
}

/// Returns where the printed words of a date begin: with the words that lead to it in the same phrase.
fn lead_start(text: &str, from: usize, at: usize) -> usize {
    let words = text.get(from..at).unwrap_or_default();
    let lead = words.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    if lead.chars().any(char::is_alphanumeric) { at - lead.len() } else { at }
}

/// Returns a text without the separators and the bare word `Frist` at its ends.
fn printed(text: &str) -> &str {
    let trim = |c: char| c.is_whitespace() || matches!(c, ':' | ';' | ',' | '–' | '-' | '•' | '|');
    let mut text = text.trim_matches(trim);
    for word in ["Frist", "frist", "(frist", "og", "samt", "med"] {
        if let Some(rest) = text.strip_prefix(word)
            && rest.starts_with([' ', ':', '\n', '\u{a0}'])
        {
            text = rest.trim_start_matches(trim);
        }
    }
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ';' | ','));
    let open = text.matches('(').count() < text.matches(')').count();
    let text = if open { text.trim_end_matches(')') } else { text };
    text.trim_end_matches(" og").trim_end()
}

/// Returns the end of a range, one further when it opened a bracket that closes right behind it.
fn close_bracket(text: &str, start: usize, end: usize) -> usize {
    let inner = &text[start..end];
    let open = inner.matches('(').count() > inner.matches(')').count();
    if open && text[end..].starts_with(')') { end + 1 } else { end }
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
