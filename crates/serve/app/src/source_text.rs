//! The first stage as a value: the letter's lines, and how the file was read.

use serde::Serialize;
use styrbord_readers::Encoding;
use styrbord_source::{Format, Source, Span};

/// The text of a letter, line by line.
#[derive(Debug, Serialize)]
pub struct SourceText<'a> {
    /// The document format.
    pub format: Format,
    /// The name of the encoding of a text or a web page.
    pub encoding: Option<&'static str>,
    /// The lines without their breaks; the first one is line 1 of every span.
    pub lines: Vec<&'a str>,
    /// For each line its page, when the format has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<Vec<Option<u32>>>,
}

impl<'a> SourceText<'a> {
    /// Returns the lines of a source.
    pub fn of(source: &'a Source, encoding: Option<Encoding>) -> Self {
        let lines = (0..source.line_count())
            .map(|line| source.text().get(source.line_range(line)).unwrap_or_default())
            .map(|line| line.trim_end_matches(['\n', '\r']))
            .collect();
        let pages: Vec<Option<u32>> = (0..source.line_count())
            .map(|line| {
                source.place(Span::new(source.line_range(line).start, source.line_range(line).start)).page
            })
            .collect();
        let pages = pages.iter().any(Option::is_some).then_some(pages);
        SourceText { format: source.format(), encoding: encoding.map(encoding_name), lines, pages }
    }
}

/// Returns the name of an encoding as the web registers it.
pub fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf16 => "utf-16",
        Encoding::Windows1252 => "windows-1252",
        Encoding::Named(name) => name,
    }
}
