//! The strings of a document that are text.

use lopdf::{Object, StringFormat};

/// Reads a text: UTF-16 or UTF-8 by its byte order mark, else the encoding of PDF documents.
pub(super) fn text_string(bytes: &[u8]) -> Box<[char]> {
    let object = Object::String(bytes.to_vec(), StringFormat::Literal);
    let text = lopdf::decode_text_string(&object).unwrap_or_default();
    text.chars().filter(|c| *c != '\0').collect()
}
