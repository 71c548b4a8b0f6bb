//! The text of a letter, and the way back to it.
//!
//! From: decoded text. To: [`Source`], which answers for each byte range ([`Span`]) which lines and page it
//! stands on ([`Place`]), and [`Flow`], cleaned text in which every character still knows its place.
//!
//! This crate does not know encodings or file formats (`readers` does) nor what a heading is (`syntax` does).
//!
//! ```
//! use styrbord_source::{Format, Source, Span};
//! let source = Source::new("Mål 1:\nFlere i arbeid\n".to_owned(), Format::Text);
//! let span = Span::new(8, 12);
//! assert_eq!(source.slice(span), "Fler");
//! assert_eq!(source.place(span).line, 2);
//! ```

mod case;
mod flow;
mod laid;
mod layout;
mod span;

pub use case::lower_case;
pub use flow::Flow;
pub use laid::{Laid, LaidLine, LaidTable, LaidText, LineEnd, RemarkKind, TextKind};
pub use layout::{Layout, Mark, Piece};
pub use span::{Place, Span, Spot};

use std::ops::Range;

/// What kind of document the text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text, often taken out of a PDF by another program.
    Text,
    /// Markdown, as people or converters write it.
    Markdown,
    /// A Word document.
    Docx,
    /// A PDF with text in it.
    Pdf,
    /// A web page.
    Html,
}

/// The decoded text of one letter, with its line starts.
#[derive(Debug, Clone)]
pub struct Source {
    text: String,
    line_starts: Vec<u32>,
    format: Format,
    layout: Option<Box<Layout>>,
}

impl Source {
    /// Returns a source over `text`; texts beyond 4 GiB are cut by the readers before they come here.
    pub fn new(text: String, format: Format) -> Self {
        Source { line_starts: line_starts(&text), text, format, layout: None }
    }

    /// Returns the source of a document that its format lays out: a line of text for each line of a block, a row
    /// of a table with bars between its cells, a blank line between blocks.
    pub fn from_laid(document: &[Laid], format: Format) -> Self {
        let (text, layout) = layout::set(document);
        Source { line_starts: line_starts(&text), text, format, layout: Some(Box::new(layout)) }
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the document format that the text came from.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Returns the layout, when the format has one beside its text.
    pub fn layout(&self) -> Option<&Layout> {
        self.layout.as_deref()
    }

    /// Returns the number of lines.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// Returns the byte range of a line, counted from 0, with its line break.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.line_starts.get(line).map_or(self.text.len(), |at| *at as usize);
        let end = self.line_starts.get(line + 1).map_or(self.text.len(), |at| *at as usize);
        start..end
    }

    /// Returns the number of the line, counted from 0, on which a byte stands.
    pub fn line_at(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start as usize <= byte).saturating_sub(1)
    }

    /// Returns the text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Returns the lines of a span, counted from 1, and its page when one is known.
    pub fn place(&self, span: Span) -> Place {
        let first = self.line_at(span.start as usize);
        let last = if span.end > span.start { self.line_at(span.end as usize - 1) } else { first };
        let layout = self.layout();
        let page = layout.and_then(|layout| layout.page(first));
        let (table, row) = layout.and_then(|layout| layout.row(span.start)).unzip();
        Place { line: first as u32 + 1, end_line: last as u32 + 1, page, table, row, letter: None }
    }

    /// Returns a span together with its place.
    pub fn spot(&self, span: Span) -> Spot {
        Spot { span, place: self.place(span) }
    }

    /// Returns the text of a span as one line: runs of white space become one space.
    pub fn quote(&self, span: Span) -> String {
        self.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Returns the byte at which each line begins; a final line break opens no line.
fn line_starts(text: &str) -> Vec<u32> {
    let mut starts = vec![0];
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    starts.extend(breaks.map(|(at, _)| at as u32 + 1));
    if starts.len() > 1 && starts.last() == Some(&(text.len() as u32)) {
        starts.pop();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_from_one() {
        let source = Source::new("a\nbb\n\nc".to_owned(), Format::Text);
        assert_eq!(source.line_count(), 4);
        assert_eq!(source.place(Span::new(0, 1)).line, 1);
        assert_eq!(source.place(Span::new(2, 7)), Place { line: 2, end_line: 4, ..Place::default() });
        assert_eq!(source.line_range(1), 2..5);
    }

    #[test]
    fn a_final_line_break_opens_no_line() {
        assert_eq!(Source::new("a\n".to_owned(), Format::Text).line_count(), 1);
        assert_eq!(Source::new(String::new(), Format::Text).line_count(), 1);
    }
}
