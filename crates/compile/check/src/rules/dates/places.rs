//! Where dates and deadlines stand: the texts of a letter, the exact words of a date, what each place says.

use crate::Letter;
use std::ops::Range;
use styrbord_calendar::{Date, DateValue, find_dates};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Where};
use styrbord_source::{Flow, Span, Spot};
use styrbord_syntax::{Block, BlockKind, Row, Tree};

/// How far a sentence is followed to either side, in bytes.
const SENTENCE_MAX: usize = 800;

/// Returns every text that stands alone, in order: blocks and the cells of tables, without the contents list.
pub(super) fn texts(tree: &Tree) -> Vec<&Flow> {
    let mut out = Vec::new();
    for block in &tree.blocks {
        match &block.kind {
            BlockKind::Contents => {}
            BlockKind::Table(table) => {
                out.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.flow));
            }
            _ => out.push(&block.flow),
        }
    }
    out
}

/// Returns the exact words of a date within a place or the rest of its table row; else the whole place.
pub(super) fn date_span(letter: &Letter<'_>, spot: Spot, date: Date) -> Span {
    let start = spot.span.start as usize;
    if let Some(range) = find_date(letter.source.slice(spot.span), date) {
        return Span::new(start + range.start, start + range.end);
    }
    let cells = row(letter, spot.span).map_or(&[][..], |row| &row.cells);
    let found = cells.iter().find_map(|cell| Some(cell.flow.span_of(find_date(cell.flow.as_str(), date)?)));
    found.unwrap_or(spot.span)
}

fn find_date(text: &str, date: Date) -> Option<Range<usize>> {
    let says = |value: DateValue| match value {
        DateValue::WithoutYear { month, day } => (date.month(), date.day()) == (month, day),
        value => value.last_day() == Some(date),
    };
    find_dates(text).into_iter().find(|mention| says(mention.value)).map(|mention| mention.range)
}

/// Returns the table row that a span begins in.
fn row<'a>(letter: &Letter<'a>, span: Span) -> Option<&'a Row> {
    let rows = &block(letter, span)?.table()?.rows;
    let after = rows.partition_point(|row| row.span.start <= span.start);
    rows.get(after.checked_sub(1)?)
}

/// Returns the exact words of a deadline.
pub(super) fn deadline_span(letter: &Letter<'_>, deadline: &Deadline) -> Option<Span> {
    let spot = deadline.span?;
    let date = deadline.date.filter(|_| deadline.kind != DeadlineKind::Period);
    Some(date.map_or(spot.span, |date| date_span(letter, spot, date)))
}

/// What one place says of an assignment's deadlines; old ones are left out.
#[derive(Debug)]
pub(super) struct Said<'a> {
    /// The kind of place.
    pub place: Where,
    /// Its deadlines, in order.
    pub deadlines: Vec<&'a Deadline>,
}

/// Returns an assignment's deadlines place by place, in the order of the letter.
pub(super) fn said(assignment: &Assignment) -> Vec<Said<'_>> {
    let mut out: Vec<(Option<usize>, Said<'_>)> = Vec::new();
    for deadline in assignment.deadlines.iter().filter(|deadline| !deadline.superseded) {
        let within = deadline
            .span
            .and_then(|spot| assignment.places.iter().position(|place| place.whole.span.contains(spot.span)));
        let same =
            |(place, said): &&mut (Option<usize>, Said<'_>)| (*place, said.place) == (within, deadline.place);
        match out.iter_mut().find(same) {
            Some((_, said)) => said.deadlines.push(deadline),
            None => out.push((within, Said { place: deadline.place, deadlines: vec![deadline] })),
        }
    }
    out.into_iter().map(|(_, said)| said).collect()
}

/// Returns the span of an assignment's first place: its number and title.
pub(super) fn head(assignment: &Assignment) -> Option<Span> {
    let first = assignment.places.first().map(|place| place.head.span);
    first.or_else(|| assignment.spans.first().map(|spot| spot.span))
}

/// Returns the block that a span begins in.
fn block<'a>(letter: &Letter<'a>, span: Span) -> Option<&'a Block> {
    let after = letter.tree.blocks.partition_point(|block| block.span.start <= span.start);
    letter.tree.blocks.get(after.checked_sub(1)?)
}

/// Returns the sentence that a span stands in; in a table, the span's own words.
pub(super) fn sentence<'a>(letter: &Letter<'a>, span: Span) -> &'a str {
    let Some(block) = block(letter, span).filter(|block| block.table().is_none()) else {
        return letter.source.slice(span);
    };
    let whole = block.span.to(span);
    let text = letter.source.slice(whole);
    let (from, to) = ((span.start - whole.start) as usize, (span.end - whole.start) as usize);
    let text = &text[..text.floor_char_boundary(to + SENTENCE_MAX)];
    let window = text.floor_char_boundary(from.saturating_sub(SENTENCE_MAX));
    let start = ends(&text[window..]).map(|end| window + end).take_while(|end| *end <= from).last();
    let end = ends(&text[window..]).map(|end| window + end).find(|end| *end >= to);
    text.get(start.unwrap_or(window)..end.unwrap_or(text.len())).unwrap_or_default()
}

/// Returns where sentences end: behind a full stop before white space and a capital.
fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(['.', '?', '!']).filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let next = rest.trim_start();
        let abbreviated = ["nr", "kap", "jf", "pkt", "mill", "mrd", "Prop", "Innst", "St"]
            .iter()
            .any(|short| text[..at].ends_with(short));
        let spaced = next.len() < rest.len();
        (spaced && !abbreviated && next.starts_with(char::is_uppercase)).then_some(at + 1)
    })
}
