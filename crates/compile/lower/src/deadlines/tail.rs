//! Where a list row's title ends and its deadline begins.

use super::elements::{Element, TEXT_MAX, elements, holds_nothing_else, last_free_word};
use super::{is_deadline_text, starts_with_part};
use std::ops::Range;
use styrbord_source::Flow;

/// The most lines that a deadline column takes in one row.
const LINES_MAX: usize = 14;

/// The most bytes that a row of a list takes; longer texts are descriptions.
const ROW_MAX: usize = 2_400;

/// A row cut in two.
#[derive(Debug, Clone)]
pub(crate) struct Tail {
    /// The title.
    pub title: Flow,
    /// The deadline's words, when there are any.
    pub deadline: Option<Flow>,
}

/// Cuts a row that begins behind its number into title and deadline.
///
/// The deadline is the longest run of lines at the end that holds nothing but a deadline, with the end of the line
/// above when the deadline begins there. Failing that, a text from a PDF may print it before the title or between
/// two lines of it.
pub(crate) fn split_tail(row: &Flow, year: i16) -> Tail {
    let text = row.as_str();
    if text.len() > ROW_MAX {
        return Tail { title: row.clone(), deadline: None };
    }
    let lines: Vec<Range<usize>> = row.line_ranges().collect();
    let earliest = lines.len().saturating_sub(LINES_MAX).max(1);
    let free = last_free_word(text, year);
    let start = (earliest..lines.len())
        .find(|at| lines[*at].start >= free && is_deadline_text(&text[lines[*at].start..], year));
    if let Some(at) = start {
        let whole = lines[at].start;
        let cut = inline_cut(text, lines[at - 1].clone(), free, year).unwrap_or(whole);
        return cut_at(row, cut);
    }
    if let Some(cut) = lines.last().and_then(|line| inline_cut(text, line.clone(), free, year)) {
        return cut_at(row, cut);
    }
    if let Some(end) = leading_deadline(text, &lines, year) {
        let title = row.slice(end..text.len());
        return Tail { title, deadline: Some(row.slice(0..end)) };
    }
    if let Some(inner) = inner_deadline(text, &lines, year) {
        let mut title = row.slice(0..inner.start);
        title.append(&row.slice(inner.end..text.len()), "\n");
        return Tail { title, deadline: Some(row.slice(inner)) };
    }
    if let Some(middle) = middle_deadline(text, &lines, year) {
        let mut title = row.slice(0..middle.start);
        title.append(&row.slice(middle.end..text.len()), "\n");
        return Tail { title, deadline: Some(row.slice(middle)) };
    }
    Tail { title: row.slice(0..text.len()), deadline: None }
}

fn cut_at(row: &Flow, cut: usize) -> Tail {
    let text = row.as_str();
    let deadline = row.slice(cut..text.len());
    Tail { title: row.slice(0..cut), deadline: (!deadline.is_blank()).then_some(deadline) }
}

/// Returns where in a line a deadline begins that runs to the end of the row.
///
/// It begins with a capital, a digit or a bracket, and not behind a preposition that binds it to the title
/// (`Rapport per 30. juni 2025`).
fn inline_cut(text: &str, line: Range<usize>, free: usize, year: i16) -> Option<usize> {
    const BINDING: [&str; 16] = [
        "per", "pr.", "for", "i", "av", "fra", "frå", "til", "om", "og", "etter", "før", "på", "ved", "mot",
        "den",
    ];
    let part = &text[line.clone()];
    let space = |c: char| c == ' ' || c == '\t' || c == '\u{a0}';
    let starts = part
        .char_indices()
        .zip(part.chars().skip(1))
        .filter_map(|((at, c), next)| (space(c) && !space(next)).then_some(at + c.len_utf8()));
    for at in starts {
        let rest = &text[line.start + at..];
        let before = &part[..at];
        let opens = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(')
            || ["frist", "innen", "innan"].iter().any(|word| rest.starts_with(word));
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let bound = BINDING.contains(&last) || last.ends_with(',') || last.ends_with('–');
        if !opens || bound || line.start + at < free || rest.len() > TEXT_MAX {
            continue;
        }
        let found = elements(rest, year);
        if starts_with_piece(rest, &found) && holds_nothing_else(rest, &found) {
            return Some(line.start + at);
        }
    }
    None
}

/// Tells whether a deadline's piece stands at the very start, or a filler that leads to it.
fn starts_with_piece(text: &str, found: &[Element]) -> bool {
    found.first().is_some_and(|first| {
        let lead = text[..first.range.start].trim();
        let whole = text.lines().next().unwrap_or_default();
        let lone_year = whole.len() == 4 && whole.bytes().all(|byte| byte.is_ascii_digit());
        !lone_year
            && (lead.trim_matches('(').is_empty()
                || lead.split_whitespace().all(|word| {
                    crate::words::is_one_of(
                        word,
                        &[
                            "frist", "innen", "innan", "senest", "seinast", "med", "ut", "inngå", "inngår",
                            "i", "omtales",
                        ],
                    )
                }))
    })
}

/// Returns the end of a deadline that stands before its title.
fn leading_deadline(text: &str, lines: &[Range<usize>], year: i16) -> Option<usize> {
    let first = lines.first()?;
    if lines.len() > 1 && is_deadline_text(&text[first.clone()], year) {
        return Some(first.end);
    }
    let line = &text[first.clone()];
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = elements(line, year);
    let date = found.first().filter(|element| element.range.start == 0 && element.is_dated())?;
    line[date.range.end..]
        .trim_start()
        .starts_with(char::is_uppercase)
        .then_some(first.start + date.range.end)
}

/// Returns the lines between two lines of the title that hold a deadline and nothing else.
fn middle_deadline(text: &str, lines: &[Range<usize>], year: i16) -> Option<Range<usize>> {
    let short = |range: &Range<usize>| range.len() <= 60;
    let is = |from: usize, to: usize| is_deadline_text(&text[lines[from].start..lines[to].end], year);
    let from = (1..lines.len().saturating_sub(1))
        .find(|at| short(&lines[*at]) && is(*at, *at) && !starts_with_part(&text[lines[*at].start..]))?;
    let to = (from..lines.len() - 1).rev().find(|to| is(from, *to))?;
    Some(lines[from].start..lines[to].end)
}

/// Returns a day that ends a line of the title which goes on below: the deadline column stood beside its first line.
fn inner_deadline(text: &str, lines: &[Range<usize>], year: i16) -> Option<Range<usize>> {
    lines.iter().rev().skip(1).rev().find_map(|line| {
        let part = &text[line.clone()];
        let found = elements(part, year);
        let last = found
            .last()
            .filter(|element| element.is_dated() && element.range.end == part.trim_end().len())?;
        let before = part[..last.range.start].trim_end();
        let strong = part[last.range.clone()].starts_with(|c: char| c.is_ascii_digit())
            && part[last.range.clone()].matches('.').count() == 2;
        let bound = before
            .split_whitespace()
            .next_back()
            .is_some_and(|word| ["per", "pr.", "fra", "til", "innen", "av", "av."].contains(&word));
        (strong && !bound && !before.is_empty())
            .then(|| line.start + last.range.start..line.start + last.range.end)
    })
}
