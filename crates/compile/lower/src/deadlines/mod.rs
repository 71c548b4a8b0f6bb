//! Deadlines: from the words of a cell, a line's tail or a `Frist:` field to [`Deadline`]s.

mod elements;
mod tail;

use crate::view::View;
use crate::words::{PART_WORDS, bare, is_one_of, lower};
use elements::{Element, What, elements};
use std::ops::Range;
use styrbord_calendar::{Date, Frequency};
use styrbord_plan::{Deadline, DeadlineKind, Where};
use styrbord_source::Flow;

pub(crate) use elements::{is_deadline_text, starts_with_part};
pub(crate) use tail::split_tail;

/// What is known around a deadline's words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// The letter's year, for dates without one.
    pub year: i16,
    /// How often, when the title says so and the deadline does not.
    pub frequency: Option<Frequency>,
    /// The label of the part that the words belong to.
    pub part: Option<String>,
    /// The kind of place.
    pub place: Where,
}

/// A part's label as it was met while reading.
#[derive(Debug, Clone, Default)]
struct Parts {
    part: Option<String>,
    sub: Option<String>,
}

/// Reads every deadline in a flow that is known to hold deadlines.
pub(crate) fn read(view: &View<'_>, flow: &Flow, context: &Context) -> Vec<Deadline> {
    let text = flow.as_str();
    let found = elements(text, context.year);
    let mut reader = Reader {
        view,
        flow,
        context,
        out: Vec::new(),
        open: Range { start: 0, end: 0 },
        parts: Parts { part: context.part.clone(), sub: None },
        pending: Pending::default(),
        dated: 0,
    };
    for (at, element) in found.iter().enumerate() {
        reader.take(element, found.get(at + 1));
    }
    reader.close(text.len());
    if reader.out.is_empty() && !text.trim().is_empty() {
        reader.push(DeadlineKind::None, None, 0..text.len());
    }
    mark_superseded(text, flow, &mut reader.out);
    reader.out
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
    /// Text since the last element that is not part of anything yet.
    open: Range<usize>,
    parts: Parts,
    pending: Pending,
    /// How many deadlines the current part has.
    dated: usize,
}

impl Reader<'_> {
    fn take(&mut self, element: &Element, next: Option<&Element>) {
        let before = self.open.end..element.range.start;
        match &element.what {
            What::Part(label) => {
                self.close(element.range.start);
                self.parts = Parts { part: Some(label.clone()), sub: None };
                self.open = element.range.end..element.range.end;
                return;
            }
            What::Named(name) => {
                if self.parts.sub.is_some() || self.dated > 0 {
                    self.close(element.range.start);
                }
                self.parts.sub = Some(name.clone());
                self.open = element.range.end..element.range.end;
                return;
            }
            What::Frequency(frequency) => {
                self.pending.frequency.get_or_insert(*frequency);
                self.describe(element.range.clone());
                self.apply_frequency(*frequency, element.range.clone());
            }
            What::From => self.pending.from = true,
            What::Ongoing => self.soft(DeadlineKind::Ongoing, element.range.clone()),
            What::Report => self.soft(DeadlineKind::InReport, element.range.clone()),
            What::Undecided => self.soft(DeadlineKind::None, element.range.clone()),
            What::Day(date) => self.dated(DeadlineKind::Date, Some(*date), before, element, next),
            What::Impossible => self.dated(DeadlineKind::Invalid, None, before, element, next),
            What::Period(last) => self.dated(DeadlineKind::Period, Some(*last), before, element, next),
        }
        if !matches!(
            element.what,
            What::Frequency(_) | What::From | What::Ongoing | What::Report | What::Undecided
        ) {
            self.open = element.range.end..element.range.end;
        }
    }

    /// Notes a word that gives a deadline only when no date stands beside it.
    fn soft(&mut self, kind: DeadlineKind, range: Range<usize>) {
        match &mut self.pending.kind {
            Some((known, whole)) if *known != DeadlineKind::None || kind == DeadlineKind::None => {
                whole.end = whole.end.max(range.end);
            }
            slot => *slot = Some((kind, range)),
        }
    }

    fn describe(&mut self, range: Range<usize>) {
        if let Some((_, whole)) = &mut self.pending.kind {
            whole.end = whole.end.max(range.end);
        }
    }

    /// Gives a frequency that stands behind its date to that date.
    fn apply_frequency(&mut self, frequency: Frequency, range: Range<usize>) {
        let text = self.flow.as_str();
        let Some(last) = self.out.last_mut() else { return };
        let behind = last.span.is_some_and(|span| {
            let end = span.span.end as usize;
            let here = self.flow.span_of(range.clone()).start as usize;
            here >= end && here - end <= 3
        });
        if behind && self.dated > 0 && last.kind == DeadlineKind::Date {
            last.kind = DeadlineKind::Recurring;
            last.frequency = Some(frequency);
            let close =
                text[range.end..].find(')').filter(|at| *at < 24).map_or(range.end, |at| range.end + at + 1);
            if let Some(start) = text.find(last.printed.as_str()) {
                last.printed = joined(&text[start..close]);
            }
            self.pending.frequency = None;
        }
    }

    fn dated(
        &mut self,
        kind: DeadlineKind,
        date: Option<Date>,
        before: Range<usize>,
        element: &Element,
        next: Option<&Element>,
    ) {
        let text = self.flow.as_str();
        let words = text.get(before.clone()).unwrap_or_default();
        let name = elements::part_name(words);
        let lone = self.dated == 0 && !next.is_some_and(|next| next.is_dated());
        if let Some(name) = name.filter(|_| self.parts.sub.is_none() && !lone)
            && self.pending.kind.is_none()
        {
            self.parts.sub = Some(name);
        }
        let start = self.printed_start(before, element.range.start, self.parts.sub.is_some());
        let report = self.pending.kind.as_ref().is_some_and(|(kind, _)| *kind == DeadlineKind::InReport);
        let frequency =
            self.pending.frequency.or(self.pending.from.then_some(self.context.frequency).flatten());
        let several = self.dated > 0 || next.is_some_and(|next| next.is_dated());
        let kind = match kind {
            DeadlineKind::Date if report => DeadlineKind::InReport,
            DeadlineKind::Date if self.pending.from => DeadlineKind::Recurring,
            DeadlineKind::Date if frequency.is_some() && !several => DeadlineKind::Recurring,
            kind => kind,
        };
        let frequency = if kind == DeadlineKind::Recurring { frequency } else { None };
        self.push(kind, date, start..element.range.end);
        if let Some(last) = self.out.last_mut() {
            last.frequency = frequency;
        }
        self.dated += 1;
        self.parts.sub = None;
        self.pending.from = false;
        self.pending.kind = None;
    }

    /// Returns where the printed words of a date begin: with the words that make it recurring or a report.
    fn printed_start(&self, before: Range<usize>, at: usize, named: bool) -> usize {
        if named {
            return at;
        }
        let text = self.flow.as_str();
        let words = text.get(before.clone()).unwrap_or_default();
        let lead = words.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
        if lead.chars().any(char::is_alphanumeric) { before.end - lead.len() } else { at }
    }

    fn push(&mut self, kind: DeadlineKind, date: Option<Date>, range: Range<usize>) {
        let text = self.flow.as_str();
        let printed = printed(&text[range.clone()]);
        let start = range.start + text[range.clone()].find(printed).unwrap_or(0);
        let end = close_bracket(text, start, start + printed.len());
        let (part, parent_part) = match (&self.parts.sub, &self.parts.part) {
            (Some(sub), parent) => (Some(sub.clone()), parent.clone()),
            (None, part) => (part.clone(), None),
        };
        self.out.push(Deadline {
            part,
            parent_part,
            lead: None,
            superseded: false,
            kind,
            date,
            frequency: None,
            printed: joined(&text[start..end]),
            place: self.context.place,
            span: Some(self.view.spot(self.flow.span_of(start..end))),
        });
    }

    /// Ends a part: what it says without a date becomes its deadline.
    fn close(&mut self, end: usize) {
        let labelled =
            self.parts.sub.is_some() || self.parts.part.is_some() && self.parts.part != self.context.part;
        if self.dated == 0 {
            if let Some((kind, range)) = self.pending.kind.take() {
                let start = self.printed_start(self.open.end..range.start, range.start, false);
                let stop = end.max(range.end);
                let whole = if kind == DeadlineKind::None { start..stop } else { start..range.end.max(stop) };
                self.push(kind, None, whole);
            } else if let Some(frequency) = self.pending.frequency {
                self.push(DeadlineKind::Recurring, None, self.open.end..end);
                if let Some(last) = self.out.last_mut() {
                    last.frequency = Some(frequency);
                }
            } else if labelled {
                self.push(DeadlineKind::None, None, self.open.end..end.max(self.open.end));
                if let Some(last) = self.out.last_mut().filter(|last| last.printed.is_empty()) {
                    last.span = Some(
                        self.view
                            .spot(self.flow.span_of(self.open.start..self.open.end.max(self.open.start + 1))),
                    );
                }
            }
        }
        self.dated = 0;
        self.parts.sub = None;
        self.pending = Pending::default();
    }
}

/// Returns a text without the separators and the bare word `Frist` at its ends.
fn printed(text: &str) -> &str {
    let trim = |c: char| c.is_whitespace() || matches!(c, ':' | ';' | ',' | '–' | '-' | '•' | '|');
    let mut text = text.trim_matches(trim);
    for word in ["Frist", "frist", "og", "samt"] {
        if let Some(rest) = text.strip_prefix(word)
            && rest.starts_with([' ', ':', '\n', '\u{a0}'])
        {
            text = rest.trim_start_matches(trim);
        }
    }
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ';' | ','))
        .trim_end_matches(" og")
        .trim_end()
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

/// Marks dates in brackets that another date follows in the same part.
fn mark_superseded(_text: &str, flow: &Flow, deadlines: &mut [Deadline]) {
    let _ = flow;
    for at in 0..deadlines.len().saturating_sub(1) {
        let (this, next) = (&deadlines[at], &deadlines[at + 1]);
        let bracketed =
            this.printed.starts_with('(') && this.printed.ends_with(')') && !this.printed[1..].contains('(');
        let replaced = lower(&next.printed).contains("ny frist");
        let same = this.part == next.part && this.parent_part == next.parent_part;
        if same && (bracketed || replaced) && this.kind == DeadlineKind::Date && next.date.is_some() {
            deadlines[at].superseded = true;
        }
    }
}

/// Returns the label of the only part that a title names at its end or start, such as `Deloppdrag 5`.
pub(crate) fn part_in_title(title: &str) -> Option<Range<usize>> {
    let mut found = None;
    let mut words = title.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let Some(number) = words.peek() else { break };
        if is_one_of(word, &PART_WORDS) && word.starts_with(char::is_uppercase) && number.ends_with(':') {
            let start = word.as_ptr() as usize - title.as_ptr() as usize;
            let end = bare(number).as_ptr() as usize - title.as_ptr() as usize + bare(number).len();
            if found.is_some() {
                return None;
            }
            found = Some(start..end);
        }
    }
    found
}

/// Returns the range from the start of a text to its first date or period.
pub(crate) fn first_dated(text: &str, year: i16) -> Option<Range<usize>> {
    let found = elements(text, year);
    let dated = found.iter().find(|element| element.is_dated())?;
    Some(dated.range.clone())
}
