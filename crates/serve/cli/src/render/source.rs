//! The letter's lines with their numbers.

use super::wrap::{length, pad_left};
use crate::output::plain;
use styrbord_app::SourceText;

/// Returns the lines, each with its number.
pub(crate) fn write(source: &SourceText<'_>) -> String {
    let width = length(&source.lines.len().to_string());
    let mut text = String::new();
    for (line, number) in source.lines.iter().zip(1..) {
        let number: usize = number;
        text.push_str(format!("{}  {}", pad_left(&number.to_string(), width), plain(line)).trim_end());
        text.push('\n');
    }
    text
}
