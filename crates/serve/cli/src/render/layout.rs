//! The layout of a letter as an indented list: lines, kind, text.

use super::wrap::{cut, pad, pad_left};
use crate::output::{Screen, plain};
use crate::texts::outline as words;
use styrbord_app::{Language, Layout, LayoutBlock, LayoutKind, Place};

const PLACE_WIDTH: usize = 11;
const KIND_WIDTH: usize = 14;
const INDENT: usize = 2;

/// Draws the blocks in the order of the letter, indented by the headings that they stand under.
pub(crate) fn draw(layout: &Layout, screen: Screen) -> String {
    let mut text = String::new();
    let mut headings: Vec<u8> = Vec::new();
    for block in &layout.blocks {
        if let LayoutKind::Heading { level } = block.kind {
            headings.retain(|above| *above < level);
        }
        let indent = match block.kind {
            LayoutKind::Item { depth, .. } => headings.len() + usize::from(depth),
            _ => headings.len(),
        };
        push(
            &mut text,
            block.span,
            kind(block, screen.language),
            &shown(block, screen.language),
            indent,
            screen,
        );
        if let LayoutKind::Table { rows, .. } = &block.kind {
            for row in rows {
                let row_kind = words::ROW.get(screen.language);
                push(&mut text, row.span, row_kind, &row.cells.join(" | "), indent + 1, screen);
            }
        }
        if let LayoutKind::Heading { level } = block.kind {
            headings.push(level);
        }
    }
    text
}

fn push(text: &mut String, place: Place, kind: &str, shown: &str, indent: usize, screen: Screen) {
    let lines = if place.end_line > place.line {
        format!("{}–{}", place.line, place.end_line)
    } else {
        place.line.to_string()
    };
    let before = format!("{}  {}", pad_left(&lines, PLACE_WIDTH), " ".repeat(INDENT * indent));
    let room = screen.width.saturating_sub(before.chars().count() + KIND_WIDTH + 1).max(20);
    let line = format!("{before}{} {}", pad(kind, KIND_WIDTH), cut(&plain(shown), room));
    text.push_str(line.trim_end());
    text.push('\n');
}

fn kind(block: &LayoutBlock, language: Language) -> &'static str {
    let word = match &block.kind {
        LayoutKind::Heading { .. } => words::HEADING,
        LayoutKind::Paragraph => words::PARAGRAPH,
        LayoutKind::Item { .. } => words::ITEM,
        LayoutKind::Table { .. } => words::TABLE,
        LayoutKind::Contents => words::CONTENTS,
        LayoutKind::Note => words::NOTE,
        LayoutKind::Furniture => words::FURNITURE,
    };
    word.get(language)
}

fn shown(block: &LayoutBlock, language: Language) -> String {
    match &block.kind {
        LayoutKind::Item { marker, .. } => format!("{marker} {}", block.text),
        LayoutKind::Table { rows, columns, .. } => words::TABLE_SIZE.with(language, &[&rows.len(), columns]),
        _ => block.text.clone(),
    }
}
