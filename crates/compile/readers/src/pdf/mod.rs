//! PDF to blocks.
#![allow(dead_code, reason = "the blocks are made of it next")]

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
    Ok(layout::read(document::open(bytes)?))
}
