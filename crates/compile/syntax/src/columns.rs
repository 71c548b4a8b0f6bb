//! Tables without rules in plain text: columns that only spaces keep apart.

use crate::lines::Line;
use crate::tree::{Cell, Row, Table};
use std::ops::Range;
use styrbord_source::{Flow, Source, Span};

/// A run of text between wide gaps, with the columns that it covers.
#[derive(Debug, Clone)]
struct Segment {
    range: Range<usize>,
    from: usize,
    to: usize,
}

/// The spaces that divide two columns.
const GAP: usize = 3;

/// Returns the table that starts at a line, and how many lines it takes.
///
/// A table is at least two lines in a row that divide into two columns or more at the same places; a line with
/// text only under later columns goes on with the row above.
pub(crate) fn table_at(source: &Source, lines: &[Line]) -> Option<(Table, usize)> {
    let mut head = segments(source, lines.first()?, GAP, true);
    if head.len() < 2 {
        return None;
    }
    let second = lines.get(1).map(|line| segments(source, line, GAP, false)).unwrap_or_default();
    let finer = segments(source, lines.first()?, 2, false);
    if second.len() > head.len() && finer.len() == second.len() {
        head = finer;
    }
    let mut rows: Vec<Vec<Segment>> = vec![head];
    let mut divided = 1;
    for line in lines.iter().skip(1).take(400) {
        if line.gap > 2 {
            break;
        }
        let wide = rows.iter().map(Vec::len).max().unwrap_or(0) >= 3;
        let found = segments(source, line, GAP, !wide);
        let dense = rows.len() >= 3
            && lines[..rows.len()].iter().skip(1).filter(|line| line.gap == 0).count() * 2 >= rows.len();
        let heads = wide
            && dense
            && line.gap >= 1
            && segments(source, line, GAP, true).len() == 1
            && found.len() == 2;
        let fits = if heads {
            false
        } else if found.len() >= 2 {
            overlaps_any(&rows, &found)
        } else {
            line.gap == 0 && found.first().is_some_and(|only| continues(source, &rows, only, line))
        };
        if !fits {
            break;
        }
        divided += usize::from(found.len() >= 2);
        rows.push(found);
    }
    if divided < 2 {
        return None;
    }
    let taken = rows.len();
    let columns = columns(&rows);
    if columns.len() < 2 {
        return None;
    }
    let table = build(source, &rows, &columns);
    Some((table, taken))
}

/// Cuts a line at tabs and wide gaps.
fn segments(source: &Source, line: &Line, gap: usize, labels: bool) -> Vec<Segment> {
    let text = &source.text()[line.range.clone()];
    let mut out: Vec<Segment> = Vec::new();
    let mut column = line.indent;
    let mut open: Option<(usize, usize)> = None;
    let mut last_text = (0, 0);
    let mut spaces = 0;
    for (at, c) in text.char_indices() {
        if c == '\t' || c == ' ' || c == '\u{a0}' {
            let width = if c == '\t' { GAP } else { 1 };
            spaces += width;
            column += width;
            continue;
        }
        if spaces >= gap
            && let Some((start, from)) = open.take()
        {
            let range = line.range.start + start..line.range.start + last_text.0;
            out.push(Segment { range, from, to: last_text.1 });
        }
        spaces = 0;
        open.get_or_insert((at, column));
        column += 1;
        last_text = (at + c.len_utf8(), column);
    }
    if let Some((start, from)) = open {
        let range = line.range.start + start..line.range.start + last_text.0;
        out.push(Segment { range, from, to: last_text.1 });
    }
    if labels
        && let [label, title] = out.as_slice()
        && is_label(&source.text()[label.range.clone()])
        && (source.text()[title.range.clone()].starts_with(char::is_uppercase)
            || crate::starters::bullet(&format!("{} x", &source.text()[label.range.clone()])).is_some())
        && label.from <= 12
    {
        return vec![Segment { range: label.range.start..title.range.end, from: label.from, to: title.to }];
    }
    out
}

/// Tells whether a text is only a label before a title: `3`, `9.1`, `Hovedmål 1`, `O4`, `Frist:`.
fn is_label(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (first, second, more) = (words.next().unwrap_or_default(), words.next(), words.next());
    let numeric = |word: &str| {
        !word.is_empty() && word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let squeezed = |word: &str| {
        word.len() <= 4
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.ends_with(|c: char| c.is_ascii_digit())
    };
    let bulleted = more.is_none()
        && second.is_none()
        && (crate::starters::bullet(&format!("{first} x")).is_some()
            || crate::starters::is_roman_marker(first));
    let section = numeric(first) && (first.contains('.') || first.len() <= 2 && !first.starts_with('0'));
    match second {
        None => section || squeezed(first) || first.ends_with(':') || bulleted,
        Some(second) => {
            more.is_none()
                && first.starts_with(char::is_uppercase)
                && numeric(second.trim_end_matches(':'))
                && first.chars().all(char::is_alphabetic)
        }
    }
}

fn overlaps_any(rows: &[Vec<Segment>], found: &[Segment]) -> bool {
    rows.iter().rev().take(6).any(|row| {
        let shared = found
            .iter()
            .skip(1)
            .filter(|segment| {
                row.iter().skip(1).any(|other| {
                    segment.from.abs_diff(other.from) <= 2
                        || segment.to.abs_diff(other.to) <= 2
                        || (segment.from < other.to && other.from < segment.to)
                })
            })
            .count();
        shared >= 1
    })
}

/// Tells whether a line of one segment goes on with a cell of the row above.
fn continues(source: &Source, rows: &[Vec<Segment>], only: &Segment, line: &Line) -> bool {
    let Some(row) = rows.iter().rev().find(|row| row.len() >= 2) else { return false };
    let Some((first, later)) = row.split_first() else { return false };
    let under_later = later.iter().any(|segment| only.from.abs_diff(segment.from) <= 2);
    let lower = source.text()[only.range.clone()].starts_with(|c: char| c.is_lowercase() || c == '(');
    let hung = only.from >= first.from && only.from - first.from <= 6;
    let under_first = lower
        && (hung || only.from.abs_diff(first.from) <= 2)
        && later.first().is_some_and(|next| only.to <= next.from)
        && line.gap == 0;
    under_later || under_first || is_late_amount(source, rows, only)
}

/// Tells whether a lone number belongs to the row above, whose last cell it fills: a title took that line's whole width.
fn is_late_amount(source: &Source, rows: &[Vec<Segment>], only: &Segment) -> bool {
    let text = &source.text()[only.range.clone()];
    let number = text.len() <= 15
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'.'));
    let under = |segment: &Segment| segment.to.abs_diff(only.to) <= 1;
    let above = |row: &&Vec<Segment>| row.len() >= 3 && row.last().is_some_and(under);
    number
        && rows.last().is_some_and(|row| {
            row.len() >= 2 && row.last().is_some_and(|last| last.from < only.from) && !row.iter().any(under)
        })
        && rows.iter().rev().take(6).any(|row| above(&row))
}

/// Returns the columns as ranges of character positions, from the rows with most segments.
fn columns(rows: &[Vec<Segment>]) -> Vec<(usize, usize)> {
    let most = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<(usize, usize)> = vec![(usize::MAX, 0); most];
    for row in rows.iter().filter(|row| row.len() == most) {
        for (column, segment) in columns.iter_mut().zip(row) {
            column.0 = column.0.min(segment.from);
            column.1 = column.1.max(segment.to);
        }
    }
    columns
}

/// Returns the column that a segment belongs to: the one it overlaps most, else the nearest.
fn column_of(columns: &[(usize, usize)], segment: &Segment) -> usize {
    let overlap =
        |column: &(usize, usize)| segment.to.min(column.1).saturating_sub(segment.from.max(column.0));
    let distance =
        |column: &(usize, usize)| segment.from.abs_diff(column.0).min(segment.to.abs_diff(column.1));
    (0..columns.len())
        .max_by_key(|at| (overlap(&columns[*at]), usize::MAX - distance(&columns[*at])))
        .unwrap_or(0)
}

/// Tells whether the segments of a line begin a new row: further left than the row above ended, or that row is full.
///
/// A line of one segment goes on with its cell, unless it stands in the first column and begins with a capital.
fn begins_row(row: &Row, placed: &[(usize, Flow)]) -> bool {
    let Some((first, flow)) = placed.first() else { return false };
    let filled = |column: usize| row.cells.get(column).is_some_and(|cell| !cell.flow.is_blank());
    let last = (0..row.cells.len()).rev().find(|column| filled(*column)).unwrap_or(0);
    let full = last + 1 == row.cells.len();
    if placed.len() == 1 {
        let goes_on = flow.as_str().starts_with(|c: char| c.is_lowercase() || c == '(');
        return *first == 0 && !goes_on || full && !filled(*first);
    }
    full || *first < last || !filled(*first)
}

fn build(source: &Source, lines: &[Vec<Segment>], columns: &[(usize, usize)]) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        let placed: Vec<(usize, Flow)> = line
            .iter()
            .map(|segment| (column_of(columns, segment), Flow::copy(source.text(), segment.range.clone())))
            .collect();
        let new_row = rows.last().is_none_or(|row| begins_row(row, &placed));
        if new_row {
            rows.push(Row { cells: vec![Cell::default(); columns.len()], span: Span::default() });
        }
        let Some(row) = rows.last_mut() else { continue };
        for (column, flow) in placed {
            let span = flow.span();
            row.span = if row.span == Span::default() { span } else { row.span.to(span) };
            if let Some(cell) = row.cells.get_mut(column) {
                cell.flow.append(&flow, "\n");
            }
        }
    }
    Table { has_head: false, rows, columns: columns.len() }
}
