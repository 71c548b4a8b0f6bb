//! Byte ranges of a source, and the places that people see.

use std::borrow::Cow;
use std::ops::Range;

/// A range of bytes in the text of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Span {
    /// Returns the span from `start` to `end`, in bytes.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start: start as u32, end: end.max(start) as u32 }
    }

    /// Returns the span as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Tells whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Where a span stands, as the user sees it: lines counted from 1.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
pub struct Place {
    /// First line.
    pub line: u32,
    /// Last line.
    #[serde(default)]
    pub end_line: u32,
    /// Page, when the format has pages.
    #[serde(default)]
    pub page: Option<u32>,
    /// Table, counted from 1 in the document, when the format has tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// Row of the table, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Which letter, counted from 1, when a plan holds parts of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<u32>,
}

/// A span together with its place: machines use the bytes, people the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The bytes.
    pub span: Span,
    /// The lines.
    pub place: Place,
}

impl serde::Serialize for Spot {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.place.serialize(serializer)
    }
}

impl schemars::JsonSchema for Spot {
    fn inline_schema() -> bool {
        Place::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        Place::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        Place::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Place::json_schema(generator)
    }
}

impl<'de> serde::Deserialize<'de> for Spot {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let place = Place::deserialize(deserializer)?;
        Ok(Spot { span: Span::default(), place })
    }
}
