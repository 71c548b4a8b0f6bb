//! The letter's lines with their numbers.

use super::wrap::{length, pad_left};
use crate::output::plain;
use styrbord_app::SourceText;

/// The most digits of a page's number.
const PAGE_WIDTH: usize = 4;

/// Returns the lines, each with its number; the first line of a page has the page's number before it.
pub(crate) fn write(source: &SourceText<'_>) -> String {
    let width = length(&source.lines.len().to_string());
    let mut text = String::new();
    let mut page = None;
    for (line, number) in source.lines.iter().zip(1..) {
        let number: usize = number;
        if let Some(pages) = &source.pages {
            let own = pages.get(number - 1).copied().flatten();
            let begun = own.filter(|_| own != page).map(|page| page.to_string());
            text.push_str(&pad_left(&begun.unwrap_or_default(), PAGE_WIDTH));
            text.push_str(" │ ");
            page = own.or(page);
        }
        text.push_str(format!("{}  {}", pad_left(&number.to_string(), width), plain(line)).trim_end());
        text.push('\n');
    }
    text
}
