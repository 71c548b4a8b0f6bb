//! What one place says of an assignment: title, deadlines, fields, description.

use super::columns::Columns;
use super::earlier::{given_earlier, says_earlier};
use super::fields::{Field, described, is_field, only_fields};
use super::heads::{Form, Head};
use super::merge::research_in;
use crate::deadlines::{
    Context, is_deadline_text, part_in_title, read as read_deadlines, split_tail, starts_with_part,
};
use crate::view::{LineKind, View};
use crate::words::{find_frequency, lower};
use std::ops::Range;
use styrbord_plan::{Deadline, Plan, Research, Where};
use styrbord_source::{Flow, Span};

/// One place that describes an assignment.
#[derive(Debug, Clone, Default)]
pub(crate) struct Occurrence {
    /// Its lines.
    pub lines: Range<usize>,
    /// The number printed there.
    pub number: Option<String>,
    /// The title printed there.
    pub title: String,
    /// The kind of place.
    pub place: Where,
    /// Number and title.
    pub head: Span,
    /// Everything.
    pub whole: Span,
    /// The text behind the title, for parties, measures and money.
    pub body: Flow,
    /// The deadlines printed there.
    pub deadlines: Vec<Deadline>,
    /// The research marking printed there.
    pub research: Research,
    /// The goal that a field or cell names.
    pub goal_text: Option<String>,
    /// The goal.
    pub goal: Option<usize>,
    /// The party in a field or cell for the lead.
    pub lead: Option<Flow>,
    /// The parties in a field or cell for partners.
    pub partners: Option<Flow>,
    /// The text is withheld.
    pub withheld: bool,
    /// The words over its list or in its text say that it was given before.
    pub earlier: bool,
    /// The place moves its deadline.
    pub moved: bool,
    /// The goal that the words over its list name, when the letter itself has no such goal.
    pub goal_number: Option<u32>,
}

/// Reads what the lines from a head to `end` say.
pub(crate) fn read(view: &View<'_>, plan: &Plan, head: &Head, end: usize) -> Option<Occurrence> {
    let mut one = Occurrence { lines: head.line..end, number: head.number.clone(), ..Occurrence::default() };
    match &head.form {
        Form::Row(columns) => row(view, plan, head, columns, &mut one),
        Form::BareRow => bare_row(view, plan, head, end, &mut one),
        Form::List | Form::Labelled | Form::Item => text(view, plan, head, end, &mut one),
    }
    one.whole = view.flow(one.lines.clone()).span();
    drop_department(&mut one);
    one.earlier |= one.moved
        || continues(&one.title)
        || given_earlier(view, head.line)
        || says_earlier(&lower(&one.body.joined()), plan);
    let low = lower(&format!("{} {}", one.title, one.body.as_str()));
    one.withheld = super::heads::says_withheld(&low);
    if one.withheld {
        one.title.clear();
    }
    if one.deadlines.is_empty() {
        bracketed_deadline(view, plan, head, &mut one);
    }
    let real = one.withheld || !one.title.is_empty();
    one.research = research_in(&one.title);
    real.then_some(one)
}

pub(super) fn context(plan: &Plan, title: &str, place: Where) -> Context {
    let frequency = find_frequency(&lower(title)).map(|found| found.1);
    Context { year: plan.year.unwrap_or(2000), frequency, part: None, place }
}

fn row(view: &View<'_>, plan: &Plan, head: &Head, columns: &Columns, one: &mut Occurrence) {
    let line = &view.lines[head.line];
    let Some(row) = view.tree.blocks[line.block].table().and_then(|table| table.rows.get(line.row)) else {
        return;
    };
    let cell = |column: Option<usize>| {
        column
            .and_then(|column| row.cells.get(column))
            .map(|cell| cell.flow.clone())
            .filter(|flow| !flow.is_blank())
    };
    one.place = Where::Table;
    one.title = head.rest.joined();
    one.head = line.flow.span().to(head.rest.span());
    one.head =
        if head.rest.is_blank() { line.flow.span() } else { first_cell(view, head).to(head.rest.span()) };
    if let Some(deadline) = cell(columns.deadline) {
        one.deadlines = read_deadlines(view, &deadline, &context(plan, &one.title, Where::Table));
    }
    if let Some(old) = cell(columns.old_deadline) {
        let mut old = read_deadlines(view, &old, &context(plan, &one.title, Where::Table));
        if cell(columns.deadline).is_some_and(|new| says_unchanged(&new)) {
            one.deadlines.clear();
        } else {
            for deadline in &mut old {
                deadline.superseded = true;
            }
        }
        old.append(&mut one.deadlines);
        one.deadlines = old;
        one.moved = true;
    }
    let year = plan.year.unwrap_or(2000);
    let party = |column: Option<usize>| cell(column).filter(|flow| !is_deadline_text(&flow.joined(), year));
    if one.deadlines.is_empty()
        && let Some(shifted) = [columns.partners, columns.lead]
            .into_iter()
            .filter_map(cell)
            .find(|flow| is_deadline_text(&flow.joined(), year))
    {
        one.deadlines = read_deadlines(view, &shifted, &context(plan, &one.title, Where::Table));
    }
    one.lead = party(columns.lead);
    one.partners = party(columns.partners);
    one.goal_text = cell(columns.goal).map(|flow| flow.joined());
    one.body = cell(columns.text).unwrap_or_default();
}

/// Takes the department that some ministries print before a title off it: `Avd. ABC Kart over kysten`.
fn drop_department(one: &mut Occurrence) {
    let rest = one.title.strip_prefix("Avd. ").and_then(|rest| rest.split_once(' '));
    if let Some((name, title)) = rest
        && !name.chars().any(char::is_lowercase)
        && title.starts_with(char::is_uppercase)
    {
        one.title = title.to_owned();
    }
}

/// Tells whether a title says that the assignment goes on with one that an earlier letter gave.
fn continues(title: &str) -> bool {
    let low = lower(title);
    ["videreføring av oppdrag ", "vidareføring av oppdrag "].iter().any(|phrase| low.starts_with(phrase))
}

/// Tells whether a cell for the new deadline says that the old one stands.
fn says_unchanged(cell: &Flow) -> bool {
    let low = lower(&cell.joined());
    ["uendret", "uendra", "som før", "ingen endring", "inga endring"].iter().any(|word| low.starts_with(word))
}

fn first_cell(view: &View<'_>, head: &Head) -> Span {
    let line = &view.lines[head.line];
    let row = view.tree.blocks[line.block].table().and_then(|table| table.rows.get(line.row));
    row.and_then(|row| row.cells.iter().find(|cell| !cell.flow.is_blank()))
        .map_or(line.flow.span(), |cell| cell.flow.span())
}

/// Reads a row without a head above: the number in its first cell, a title, perhaps a deadline; text in later rows.
fn bare_row(view: &View<'_>, plan: &Plan, head: &Head, end: usize, one: &mut Occurrence) {
    let line = &view.lines[head.line];
    let Some(row) = view.tree.blocks[line.block].table().and_then(|table| table.rows.get(line.row)) else {
        return;
    };
    let year = plan.year.unwrap_or(2000);
    one.place = Where::Table;
    let mut title = head.rest.clone();
    let mut body = Flow::new();
    let mut deadlines = Vec::new();
    let filled: Vec<_> = row.cells.iter().filter(|cell| !cell.flow.is_blank()).collect();
    one.head = filled.first().map_or(line.flow.span(), |cell| cell.flow.span());
    for cell in filled.iter().skip(1) {
        let text = cell.joined();
        if is_department(&text) {
            continue;
        }
        if is_deadline_text(&text, year) {
            deadlines.push(cell.flow.clone());
        } else if title.is_blank() && text.chars().count() <= 300 {
            title = cell.flow.clone();
        } else {
            body.append(&cell.flow, "\n");
        }
    }
    one.head = if title.is_blank() { one.head } else { one.head.to(title.span()) };
    one.title = title.joined();
    let rest = view.flow(head.line + 1..end);
    for deadline in deadlines {
        one.deadlines.extend(read_deadlines(view, &deadline, &context(plan, &one.title, Where::Table)));
    }
    described(view, plan, &rest, one);
    body.append(&rest, "\n");
    one.body = body;
}

/// Tells whether a cell names the department that sends the assignment, as some ministries print.
fn is_department(text: &str) -> bool {
    let low = lower(text);
    low.starts_with("avd.") || low.starts_with("avdeling") || low.starts_with("avd ")
}

/// Reads running text: a row of a list, or a description with fields.
fn text(view: &View<'_>, plan: &Plan, head: &Head, end: usize, one: &mut Occurrence) {
    let year = plan.year.unwrap_or(2000);
    let mut whole = head.rest.clone();
    whole.append(&view.flow(head.line + 1..end), "\n");
    let number_span = view.lines[head.line].flow.span();
    let titled = title_lines(view, head, end);
    let mut title = head.rest.clone();
    title.append(&view.flow(head.line + 1..titled), "\n");
    let rest = view.flow(titled..end);
    let tail = split_tail(&whole, year);
    let is_row = is_list_row(&tail.title, &title) && head.form == Form::List;
    if is_row {
        one.place = Where::Table;
        let title = tail.title;
        let deadline = tail.deadline;
        list_row(view, plan, &title, deadline, one);
    } else if let Some(cut) = title_cut(view, head, end) {
        one.title = whole.slice(0..cut).joined();
        title = whole.slice(0..cut);
        one.place = Where::Annex;
        one.body =
            if head.form == Form::Item { whole.clone() } else { whole.slice(cut..whole.as_str().len()) };
        let body = one.body.clone();
        described(view, plan, &body, one);
    } else if let Some((flow, deadline)) = inline_deadline(&title, year) {
        one.title = flow.joined();
        one.place = if rest.is_blank() { Where::Table } else { Where::Annex };
        one.deadlines = read_deadlines(view, &deadline, &context(plan, &one.title, one.place));
        described(view, plan, &rest, one);
        one.body = rest.clone();
    } else {
        one.title = title.joined();
        one.place =
            if only_fields(&rest, year) && head.form == Form::List { Where::Table } else { Where::Annex };
        described(view, plan, &rest, one);
        one.body = rest.clone();
    }
    if one.title.is_empty() || is_field(&one.title).is_some() {
        title_below(view, head, end, one);
    }
    let title_end = title.span().end.max(number_span.start + 1);
    one.head = Span { start: number_span.start, end: title_end.max(number_span.end.min(title_end)) };
}

/// Takes a deadline in brackets off the end of the title: `Kart over kysten (frist: avtales i dialog)`.
fn bracketed_deadline(view: &View<'_>, plan: &Plan, head: &Head, one: &mut Occurrence) {
    let flow = view.flow(one.lines.clone());
    let low = lower(flow.as_str());
    let Some(at) = ["(frist:", "(frist "].iter().filter_map(|word| low.find(word)).min() else { return };
    let Some(close) = low.get(at..).and_then(|rest| rest.find(')')).map(|close| at + close) else { return };
    if close - at > 200 {
        return;
    }
    let inner = flow.slice(at + "(frist:".len()..close);
    one.deadlines = read_deadlines(view, &inner, &context(plan, &one.title, one.place));
    let bracket = flow.slice(at..close + 1).joined();
    if let Some(start) = one.title.find(&bracket)
        && head.form != Form::BareRow
    {
        let behind = one.title.get(start + bracket.len()..).unwrap_or_default().trim();
        if behind.is_empty() || behind == "." {
            one.title.truncate(start);
            one.title.truncate(one.title.trim_end().len());
        }
    }
}

/// Returns where in a description its title ends that is a sentence of its own before running text.
fn title_cut(view: &View<'_>, head: &Head, end: usize) -> Option<usize> {
    let block = view.lines.get(head.line)?.block;
    let behind = view.lines.get(head.line + 1..end)?.iter().take_while(|line| line.block == block).count();
    let mut own = head.rest.clone();
    own.append(&view.flow(head.line + 1..head.line + 1 + behind), "\n");
    if head.form == Form::Item {
        return crate::parties::sentences(own.as_str()).first().map(|range| range.end);
    }
    title_sentence(&own)
}

/// Returns the end of the first sentence of a text when it is a title and what follows sets a duty or a deadline:
/// `Kart over kysten. Etaten skal … Frist: 1. mai 2025.`
pub(super) fn title_sentence(text: &Flow) -> Option<usize> {
    let ranges = crate::parties::sentences(text.as_str());
    let (first, second) = ranges.first().zip(ranges.get(1))?;
    let title = text.as_str().get(first.clone())?;
    let rest = text.as_str().get(second.start..)?;
    let asked = lower(rest)
        .split(|c: char| !c.is_alphabetic())
        .any(|word| ["skal", "må", "bes", "ber", "settes", "setjast", "frist"].contains(&word));
    (!has_verb(title) && title.chars().count() <= 200 && asked).then_some(first.end)
}

/// Tells whether the whole place is a title and its deadline: what stands before the deadline is no running text.
fn is_list_row(before_deadline: &Flow, title: &Flow) -> bool {
    let text = before_deadline.joined();
    let titled = title.joined();
    let beyond = text.strip_prefix(titled.as_str()).unwrap_or_default();
    let prose =
        beyond.trim_end().ends_with('.') && has_verb(beyond) || crate::parties::sentences(&text).len() >= 3;
    let field = before_deadline
        .lines()
        .skip(1)
        .any(|line| is_field(line.as_str()).is_some() || super::heads::is_part_heading(line.as_str()));
    !prose && !field && beyond.chars().count() <= 220
}

/// Tells whether a text has a finite verb that titles lack.
pub(super) fn has_verb(text: &str) -> bool {
    const VERBS: [&str; 18] = [
        "skal", "er", "har", "må", "kan", "vil", "blir", "vert", "bes", "ligg", "ligger", "veit", "vet",
        "ble", "vart", "trenger", "gjelder", "gjeld",
    ];
    lower(text).split(|c: char| !c.is_alphabetic()).any(|word| VERBS.contains(&word))
}

fn list_row(view: &View<'_>, plan: &Plan, title: &Flow, deadline: Option<Flow>, one: &mut Occurrence) {
    let mut title = title.clone();
    let mut context = context(plan, "", Where::Table);
    if let Some(part) = part_in_title(&title.joined())
        && part.start > 12
        && let Some(at) = title.as_str().find(title.joined().get(part.clone()).unwrap_or_default())
        && deadline.as_ref().is_some_and(|flow| !starts_with_part(flow.as_str()))
    {
        context.part = Some(title.joined()[part].to_owned());
        one.body = title.slice(at..title.as_str().len());
        title = title.slice(0..at);
    }
    one.title = title.joined();
    context.frequency = find_frequency(&lower(&one.title)).map(|found| found.1);
    if let Some(deadline) = deadline {
        one.deadlines = read_deadlines(view, &deadline, &context);
    }
}

/// Cuts a deadline off the end of a title line, where the rest of the place is a description.
fn inline_deadline(title: &Flow, year: i16) -> Option<(Flow, Flow)> {
    let tail = split_tail(title, year);
    let deadline = tail.deadline?;
    (!tail.title.is_blank()).then_some((tail.title, deadline))
}

/// Returns the line behind the title: the head's own block, cut at a field, a part heading or a sentence's end.
fn title_lines(view: &View<'_>, head: &Head, end: usize) -> usize {
    let block = view.lines[head.line].block;
    let mut at = head.line + 1;
    while at < end {
        let line = &view.lines[at];
        let text = line.text();
        let above = view.lines[at - 1].text();
        let open = above.trim_end().ends_with(['-', ',', '–']) || text.starts_with(char::is_lowercase);
        let goes_on = line.block == block && line.kind == LineKind::Text || open && !view.lines[at].first;
        let stops = is_field(text).is_some()
            || text.starts_with(char::is_uppercase) && is_sentence(text) && !open && !has_verb(above)
            || super::heads::is_part_heading(text) && text.chars().count() < 40
            || text.starts_with(char::is_uppercase)
                && above.trim_end().ends_with('.')
                && !styrbord_unfinished(above);
        if !goes_on || stops {
            break;
        }
        at += 1;
    }
    at
}

/// Tells whether a line is a whole sentence that lays a duty on somebody.
fn is_sentence(text: &str) -> bool {
    let asked = lower(text)
        .split(|c: char| !c.is_alphabetic())
        .any(|word| ["skal", "må", "bes", "ber"].contains(&word));
    asked && text.trim_end().ends_with('.')
}

fn styrbord_unfinished(text: &str) -> bool {
    !styrbord_syntax::sentence_ends(text)
}

/// Takes the title from a field `Tittel:`, else from the first line below that is no field.
fn title_below(view: &View<'_>, head: &Head, end: usize, one: &mut Occurrence) {
    one.title.clear();
    let lines = &view.lines[head.line + 1..end];
    for line in lines {
        if let Some((Field::Title, start)) = is_field(line.text()) {
            one.title = line.flow.slice(start..line.text().len()).joined();
            one.head = view.lines[head.line].flow.span().to(line.flow.span());
            return;
        }
    }
    let below = lines.iter().find(|line| !is_department(line.text()) && is_field(line.text()).is_none());
    if let Some(line) = below
        .filter(|line| line.text().chars().count() <= 200 && line.role != styrbord_plan::SectionRole::Budget)
    {
        one.title = view.tree.blocks[line.block].flow.joined();
        if matches!(line.kind, LineKind::Row) {
            one.title = line.flow.joined();
        }
        one.head = view.lines[head.line].flow.span().to(line.flow.span());
    }
}
