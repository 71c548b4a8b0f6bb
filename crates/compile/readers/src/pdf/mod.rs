//! PDF to blocks.

mod accents;
#[cfg(test)]
mod cases;
mod content;
mod document;
mod file;
mod font;
mod layers;
mod layout;
mod lexer;
mod matrix;
mod page;
mod pages;
mod tags;
mod text_string;

use crate::ReadError;
use styrbord_source::Laid;
use text_string::text_string;

/// Reads a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Laid>, ReadError> {
    let mut layout = layout::Layout::default();
    let (faces, tags) = document::open(bytes, &mut layout)?;
    Ok(layout.finish(&faces, tags))
}
