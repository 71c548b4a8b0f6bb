//! Cleaned text in which every character knows its place in the source.

use crate::Span;
use std::ops::Range;

/// Text taken out of the source, without markup; line breaks of the source stand as `\n`.
///
/// Each piece copies a range of the source byte for byte, or stands for bytes that were cleaned away (a line
/// break, a tag); so any range of the text leads back to a [`Span`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flow {
    text: String,
    /// (offset in `text`, offset in the source), ascending; a piece runs to the next one.
    pieces: Vec<(u32, u32)>,
    /// End in the source of the last piece.
    source_end: u32,
}

impl Flow {
    /// Returns an empty flow.
    pub fn new() -> Self {
        Flow::default()
    }

    /// Returns a flow that copies one range of the source.
    pub fn copy(source: &str, range: Range<usize>) -> Self {
        let mut flow = Flow::new();
        flow.push(source, range);
        flow
    }

    /// Appends a range of the source as it is.
    pub fn push(&mut self, source: &str, range: Range<usize>) {
        let Some(part) = source.get(range.clone()) else { return };
        if part.is_empty() {
            return;
        }
        self.pieces.push((self.text.len() as u32, range.start as u32));
        self.text.push_str(part);
        self.source_end = range.end as u32;
    }

    /// Appends a text that stands for a range of the source, such as a character for its entity.
    pub fn push_for(&mut self, text: &str, range: Range<usize>) {
        self.pieces.push((self.text.len() as u32, range.start as u32));
        self.text.push_str(text);
        self.source_end = range.end as u32;
    }

    /// Appends another flow behind a break character.
    pub fn append(&mut self, other: &Flow, between: &str) {
        if other.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.pieces.push((self.text.len() as u32, self.source_end));
            self.text.push_str(between);
        }
        let offset = self.text.len() as u32;
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|(at, source)| (at + offset, *source)));
        self.source_end = other.source_end;
    }

    /// Joins the end of the flow to a line that comes next and begins with `next`; white space of the source in
    /// between is cleaned away. A hyphen that only breaks a word at the margin goes.
    pub(crate) fn join(&mut self, join: LineJoin, next: &str) {
        let between = match join {
            LineJoin::Break => "\n",
            LineJoin::InWord => "",
            LineJoin::Wrap => match broken_word(&self.text, next) {
                Break::Word => {
                    self.text.pop();
                    ""
                }
                Break::Hyphen => "",
                Break::Space => " ",
            },
        };
        self.pieces.push((self.text.len() as u32, self.source_end));
        self.text.push_str(between);
    }

    /// Returns the cleaned text, with `\n` for the source's line breaks.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Tells whether there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns the span of the whole flow.
    pub fn span(&self) -> Span {
        self.span_of(0..self.text.len())
    }

    /// Returns the span of a range of the cleaned text.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let trimmed = trim_range(&self.text, range);
        if trimmed.is_empty() {
            let at = self.source_offset(trimmed.start);
            return Span::new(at, at);
        }
        Span::new(self.source_offset(trimmed.start), self.source_offset(trimmed.end - 1) + 1)
    }

    /// Returns where in the source a byte of the cleaned text comes from.
    fn source_offset(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|(text, _)| *text as usize <= at);
        match index.checked_sub(1).and_then(|index| self.pieces.get(index)) {
            Some((text, source)) => {
                let offset = *source as usize + (at - *text as usize);
                let limit = self.pieces.get(index).map_or(self.source_end, |(_, next)| *next) as usize;
                offset.min(limit.max(*source as usize + 1).saturating_sub(1)).max(*source as usize)
            }
            None => self.source_end as usize,
        }
    }

    /// Returns the part of the flow in a range of the cleaned text.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Flow {
        let range = trim_range(&self.text, range);
        let mut flow = Flow { source_end: self.span_of(range.clone()).end, ..Flow::default() };
        let Some(part) = self.text.get(range.clone()) else { return flow };
        flow.text.push_str(part);
        let first = self.pieces.partition_point(|(at, _)| *at as usize <= range.start).saturating_sub(1);
        for (at, source) in self.pieces.iter().skip(first) {
            let at = *at as usize;
            if at >= range.end {
                break;
            }
            if at < range.start {
                flow.pieces.push((0, *source + (range.start - at) as u32));
            } else {
                flow.pieces.push(((at - range.start) as u32, *source));
            }
        }
        flow
    }

    /// Returns the lines of the flow that hold something, each trimmed.
    pub fn lines(&self) -> impl Iterator<Item = Flow> + '_ {
        self.line_ranges().map(|range| self.slice(range))
    }

    /// Returns the ranges of the lines that hold something, each trimmed.
    pub fn line_ranges(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        self.text.split('\n').filter_map(move |line| {
            let range = start..start + line.len();
            start = range.end + 1;
            let range = trim_range(&self.text, range);
            (!range.is_empty()).then_some(range)
        })
    }

    /// Returns the text as one line, as titles are read: line breaks become single spaces, and a hyphen that
    /// only breaks a word at a line end is taken out.
    ///
    /// A hyphen stays when the next line begins with a capital, a digit or a joining word: `FoU-` + `post` has a
    /// capital inside and stays, `plan-` + `og strategiarbeid` stays.
    pub fn joined(&self) -> String {
        join_lines(&self.text)
    }
}

/// Returns `text` as one line; see [`Flow::joined`].
pub(crate) fn join_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        match broken_word(&out, line) {
            Break::Word => {
                out.pop();
            }
            Break::Hyphen => {}
            Break::Space if out.is_empty() => {}
            Break::Space => out.push(' '),
        }
        push_words(&mut out, line);
    }
    if out.contains('\u{ad}') { out.replace('\u{ad}', "") } else { out }
}

/// Appends the words of a line, which has no white space at its ends, with one space between them.
fn push_words(out: &mut String, line: &str) {
    // White space of other kinds begins with one of these bytes.
    let odd = |byte: u8| matches!(byte, 0..b' ' | 0xc2 | 0xe1 | 0xe2 | 0xe3);
    let mut before = 0;
    let is_even = line.bytes().all(|byte| {
        let even = !odd(byte) && (byte, before) != (b' ', b' ');
        before = byte;
        even
    });
    if is_even {
        out.push_str(line);
        return;
    }
    for (at, word) in line.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// What ended a line of a laid-out text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum LineJoin {
    /// The author.
    Break,
    /// The margin.
    Wrap,
    /// The margin, within a word and without a hyphen.
    InWord,
}

/// How the end of one line and the start of the next belong together.
enum Break {
    /// A word was cut: the hyphen goes.
    Word,
    /// The hyphen belongs to the word: no space.
    Hyphen,
    /// Two words.
    Space,
}

fn broken_word(before: &str, next: &str) -> Break {
    if !before.ends_with(['-', '\u{ad}']) {
        return Break::Space;
    }
    let Some(stem) = before.strip_suffix('-').or_else(|| before.strip_suffix('\u{ad}')) else {
        return Break::Space;
    };
    let last_word = stem.rsplit([' ', '\u{a0}', '/', '(']).next().unwrap_or_default();
    if last_word.is_empty() {
        return Break::Space;
    }
    let next_word: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    if ["og", "eller", "samt", "til", "som"].contains(&next_word.as_str()) {
        return Break::Space;
    }
    if last_word.chars().next_back().is_some_and(char::is_numeric) {
        return Break::Hyphen;
    }
    let next_lower = next_word.chars().next().is_some_and(char::is_lowercase);
    let inner_capital = last_word.chars().skip(1).any(char::is_uppercase);
    if !next_lower || inner_capital { Break::Hyphen } else { Break::Word }
}

/// Returns `range` without the white space at its ends.
fn trim_range(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(part) = text.get(range.clone()) else { return range.start..range.start };
    let start = range.start + (part.len() - part.trim_start().len());
    let end = (range.start + part.trim_end().len()).max(start);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(source: &str) -> Flow {
        Flow::copy(source, 0..source.len())
    }

    #[test]
    fn joins_lines_as_titles_are_read() {
        for (lines, title) in [
            ("Utarbeide rammeverk for \n\n indikatorer", "Utarbeide rammeverk for indikatorer"),
            ("arbeids-\nmarkedet", "arbeidsmarkedet"),
            ("mangfolds- \nog inkluderings", "mangfolds- og inkluderings"),
            ("sentrale FoU-\npost", "sentrale FoU-post"),
            ("Arbeids-\nog velferd", "Arbeids- og velferd"),
            ("Prop. 1 S (2023-\n2024)", "Prop. 1 S (2023-2024)"),
            ("tolkebrukere -\nog", "tolkebrukere - og"),
        ] {
            assert_eq!(flow(lines).joined(), title);
        }
    }

    #[test]
    fn every_range_leads_back() {
        let source = "**Mål 1:** Flere&nbsp;i arbeid";
        let mut clean = Flow::new();
        clean.push(source, 2..9);
        clean.push(source, 11..17);
        clean.push_for(" ", 17..23);
        clean.push(source, 23..source.len());
        assert_eq!(clean.as_str(), "Mål 1: Flere i arbeid");
        let at = clean.as_str().find("arbeid").unwrap();
        let span = clean.span_of(at..at + 6);
        assert_eq!(&source[span.range()], "arbeid");
        let part = clean.slice(8..clean.as_str().len());
        assert_eq!(part.as_str(), "Flere i arbeid");
        assert_eq!(&source[part.span().range()], "Flere&nbsp;i arbeid");
    }

    #[test]
    fn lines_are_trimmed_and_blank_ones_left_out() {
        let two = flow(" a \n\n b ");
        assert_eq!(two.lines().map(|line| line.as_str().to_owned()).collect::<Vec<_>>(), ["a", "b"]);
    }
}
