//! Where a list row's title ends and its deadline begins.

use super::{is_deadline_text, starts_with_part};
use styrbord_source::Flow;

/// The most lines that a deadline column takes in one row.
const LINES_MAX: usize = 14;

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
/// The deadline is the longest run of lines at the end that holds nothing but a deadline; when no whole line does,
/// the end of the last line is tried; and when the first words are a date, the deadline stands before the title.
pub(crate) fn split_tail(row: &Flow, year: i16) -> Tail {
    let lines: Vec<std::ops::Range<usize>> = row.line_ranges().collect();
    let text = row.as_str();
    let earliest = lines.len().saturating_sub(LINES_MAX).max(1);
    let start = (earliest..lines.len()).find(|at| is_deadline_text(&text[lines[*at].start..], year));
    if let Some(at) = start {
        let cut = lines[at].start;
        let title_line = &text[lines[at - 1].clone()];
        let inner = starts_with_part(&text[cut..])
            .then(|| part_at_end(title_line))
            .flatten()
            .map(|offset| lines[at - 1].start + offset);
        return cut_at(row, inner.unwrap_or(cut));
    }
    if let Some(cut) = lines.last().and_then(|line| inline_cut(text, line.clone(), year)) {
        return cut_at(row, cut);
    }
    if let Some(end) = leading_deadline(text, &lines, year) {
        let title = row.slice(end..text.len());
        return Tail { title, deadline: Some(row.slice(0..end)) };
    }
    Tail { title: row.slice(0..text.len()), deadline: None }
}

fn cut_at(row: &Flow, cut: usize) -> Tail {
    let text = row.as_str();
    let deadline = row.slice(cut..text.len());
    Tail { title: row.slice(0..cut), deadline: (!deadline.is_blank()).then_some(deadline) }
}

/// Returns where a part's label stands at the end of a line.
fn part_at_end(line: &str) -> Option<usize> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let from = words.len().checked_sub(2)?;
    let at = words[from].as_ptr() as usize - line.as_ptr() as usize;
    (at > 0 && starts_with_part(&line[at..])).then_some(at)
}

/// Returns where in the last line a deadline begins: at a date with its year, or behind a wide gap.
fn inline_cut(text: &str, line: std::ops::Range<usize>, year: i16) -> Option<usize> {
    let part = &text[line.clone()];
    let mut candidates = part.char_indices().zip(part.chars().skip(1)).filter_map(|((at, c), next)| {
        let space = |c: char| c == ' ' || c == '\t' || c == '\u{a0}';
        (space(c) && !space(next)).then_some(at + c.len_utf8())
    });
    candidates.find_map(|at| {
        let rest = &part[at..];
        let wide = part[..at].ends_with("  ") || part[..at].ends_with('\t');
        let strong = rest.starts_with(|c: char| c.is_ascii_digit() || c == '(') && has_year(rest)
            || ["frist", "(frist", "innen", "innan"].iter().any(|word| rest.to_lowercase().starts_with(word))
            || starts_with_part(rest);
        ((wide || strong) && at > 0 && starts_with_piece(rest, year) && is_deadline_text(rest, year))
            .then_some(line.start + at)
    })
}

fn has_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four.starts_with(b"20") && four.iter().all(u8::is_ascii_digit))
        || text.matches('.').count() >= 2
}

/// Tells whether a deadline's piece stands at the very start, or a filler that leads to it.
fn starts_with_piece(text: &str, year: i16) -> bool {
    super::elements::elements(text, year).first().is_some_and(|first| {
        let lead = text[..first.range.start].trim();
        lead.trim_matches('(').is_empty()
            || lead.split_whitespace().all(|word| {
                crate::words::is_one_of(
                    word,
                    &["frist", "innen", "innan", "senest", "seinast", "i", "med", "ut", "(frist"],
                )
            })
    })
}

/// Returns the end of a deadline that stands before its title.
fn leading_deadline(text: &str, lines: &[std::ops::Range<usize>], year: i16) -> Option<usize> {
    let first = lines.first()?;
    if lines.len() > 1 && is_deadline_text(&text[first.clone()], year) {
        return Some(first.end);
    }
    let line = &text[first.clone()];
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = super::elements::elements(line, year);
    let date = found.first().filter(|element| element.range.start == 0 && element.is_dated())?;
    line[date.range.end..]
        .trim_start()
        .starts_with(char::is_uppercase)
        .then_some(first.start + date.range.end)
}
