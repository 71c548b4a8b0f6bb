//! The texts of a letter that are read as language: paragraphs, headings, list items and cells.

use styrbord_source::Flow;
use styrbord_syntax::{Block, BlockKind, Tree};

/// Returns every text in the order of the letter; tables give one text for each cell, contents give none.
pub(super) fn flows(tree: &Tree) -> impl Iterator<Item = &Flow> {
    tree.blocks.iter().flat_map(|block| {
        let own =
            (block.table().is_none() && !matches!(block.kind, BlockKind::Contents)).then_some(&block.flow);
        own.into_iter().chain(cells(block))
    })
}

fn cells(block: &Block) -> impl Iterator<Item = &Flow> {
    block.table().into_iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells).map(|cell| &cell.flow)
}

/// The longest word that is looked at or shown, in bytes; text without white space must not cost more.
const WORD_MAX: usize = 80;

/// Returns the start of the word that ends at byte `end`.
pub(super) fn word_start(text: &str, end: usize) -> usize {
    let from = text.floor_char_boundary(end.saturating_sub(WORD_MAX));
    let before = &text[from..end];
    let space = before.char_indices().rev().find(|(_, c)| c.is_whitespace());
    space.map_or(from, |(at, c)| from + at + c.len_utf8())
}

/// Returns the end of the word that starts at byte `start`.
pub(super) fn word_end(text: &str, start: usize) -> usize {
    let to = text.floor_char_boundary((start + WORD_MAX).min(text.len()));
    text[start..to].find(char::is_whitespace).map_or(to, |length| start + length)
}
