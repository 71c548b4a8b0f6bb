//! The XML of a part as opened elements, closed elements and text.
//!
//! Names are local: Word writes one of two namespaces for the same element, and other programs choose other
//! prefixes. A document type is passed over and no entity of its own is ever expanded.

use super::FORMAT;
use super::budget::Budget;
use crate::ReadError;
use crate::limits::DEPTH_MAX;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event as Raw};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// The deepest nesting of elements: a cell or a text box takes up to a dozen of them.
const ELEMENTS_DEEP_MAX: usize = DEPTH_MAX * 16;

/// One thing that a part holds.
pub(super) enum Event<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// The element that began last ends.
    Close,
    /// Text, with character references resolved.
    Text(Cow<'a, str>),
}

/// An element that begins.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Returns the name without its prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Returns the attribute of that local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }

    /// Returns the attribute `val`.
    pub fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Returns the attribute `val` as a number.
    pub fn number(&self) -> Option<i64> {
        self.value()?.trim().parse().ok()
    }

    /// Tells whether a property that is on or off is on: it is when it says nothing.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads a part from its beginning to its end.
pub(super) struct Events<'a> {
    reader: Reader<&'a [u8]>,
    budget: &'a Budget,
    depth: usize,
    /// An empty element was given as opened; its end comes next.
    closing: bool,
}

impl<'a> Events<'a> {
    /// Returns the reader of a part.
    pub fn new(text: &'a str, budget: &'a Budget) -> Self {
        Events { reader: Reader::from_str(text), budget, depth: 0, closing: false }
    }

    /// Returns what comes next; nothing at the end.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, ReadError> {
        if self.closing {
            self.closing = false;
            return Ok(Some(Event::Close));
        }
        loop {
            match self.reader.read_event().map_err(|error| damaged(&error))? {
                Raw::Start(start) => {
                    self.budget.element()?;
                    self.depth += 1;
                    if self.depth > ELEMENTS_DEEP_MAX {
                        return Err(ReadError::TooMuchInside(FORMAT));
                    }
                    return Ok(Some(Event::Open(Element(start))));
                }
                Raw::Empty(start) => {
                    self.budget.element()?;
                    self.closing = true;
                    return Ok(Some(Event::Open(Element(start))));
                }
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Event::Close));
                }
                Raw::Text(text) => return Ok(Some(Event::Text(text.into_inner()))),
                Raw::CData(text) => return Ok(Some(Event::Text(text.into_inner()))),
                Raw::GeneralRef(reference) => {
                    if let Some(character) = character(&reference) {
                        return Ok(Some(Event::Text(Cow::Owned(character.to_string()))));
                    }
                }
                Raw::Decl(_) | Raw::PI(_) | Raw::DocType(_) | Raw::Comment(_) => {}
                Raw::Eof if self.depth > 0 => {
                    return Err(ReadError::Damaged(FORMAT, "a part ends before its end".to_owned()));
                }
                Raw::Eof => return Ok(None),
            }
        }
    }
}

/// Returns the character of a reference; nothing for an entity that the part would have to declare.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character);
    }
    match reference.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn damaged(error: &quick_xml::Error) -> ReadError {
    ReadError::Damaged(FORMAT, error.to_string())
}
