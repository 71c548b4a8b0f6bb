//! The second stage as a value: what the letter consists of, in its order.
//!
//! Page numbers and running heads stand among the blocks where the letter has them, so that one sees what was left out.

use serde::Serialize;
use styrbord_source::{Place, Source, Span};
use styrbord_syntax::{Block, BlockKind, LeafKind, Row, Tree};

/// The layout of a letter.
#[derive(Debug, Serialize)]
pub struct Layout {
    /// The blocks, and the furniture between them.
    pub blocks: Vec<LayoutBlock>,
}

/// One piece of layout.
#[derive(Debug, Serialize)]
pub struct LayoutBlock {
    /// What it is.
    #[serde(flatten)]
    pub kind: LayoutKind,
    /// Where it stands.
    pub span: Place,
    /// Its text, as one line; empty for a table.
    pub text: String,
}

/// What a piece of layout is.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LayoutKind {
    /// A heading.
    Heading {
        /// Depth, from 1.
        level: u8,
    },
    /// Running text, or a line of its own.
    Paragraph,
    /// A list item.
    Item {
        /// The marker as printed.
        marker: String,
        /// Depth, from 0.
        depth: u8,
    },
    /// A table.
    Table {
        /// The first row is a head.
        has_head: bool,
        /// How many columns it has.
        columns: usize,
        /// All rows.
        rows: Vec<LayoutRow>,
    },
    /// A line of a table of contents.
    Contents,
    /// A footnote or endnote.
    Note,
    /// A page number or a running head.
    Furniture,
}

/// A row of a table.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct LayoutRow {
    /// The text of each cell, as one line.
    pub cells: Vec<String>,
    /// Where it stands.
    pub span: Place,
}

impl Layout {
    /// Returns the layout of a parsed letter.
    pub fn of(source: &Source, tree: &Tree) -> Self {
        let blocks = tree.blocks.iter().map(|block| (block.span, of_block(source, block)));
        let furniture = tree.leaves.iter().filter(|leaf| leaf.kind == LeafKind::Furniture);
        let furniture = furniture.map(|leaf| (leaf.span, of_furniture(source, leaf.span)));
        let mut all: Vec<(Span, LayoutBlock)> = blocks.chain(furniture).collect();
        all.sort_by_key(|(span, _)| span.start);
        Layout { blocks: all.into_iter().map(|(_, block)| block).collect() }
    }
}

fn of_block(source: &Source, block: &Block) -> LayoutBlock {
    let kind = match &block.kind {
        BlockKind::Heading { level } => LayoutKind::Heading { level: *level },
        BlockKind::Paragraph => LayoutKind::Paragraph,
        BlockKind::Item { marker, depth } => LayoutKind::Item { marker: marker.clone(), depth: *depth },
        BlockKind::Table(table) => LayoutKind::Table {
            has_head: table.has_head,
            columns: table.columns,
            rows: table.rows.iter().map(|row| of_row(source, row)).collect(),
        },
        BlockKind::Contents => LayoutKind::Contents,
        BlockKind::Note => LayoutKind::Note,
    };
    let text = if block.table().is_some() { String::new() } else { block.flow.joined() };
    LayoutBlock { kind, span: source.place(block.span), text }
}

fn of_row(source: &Source, row: &Row) -> LayoutRow {
    LayoutRow {
        cells: row.cells.iter().map(styrbord_syntax::Cell::joined).collect(),
        span: source.place(row.span),
    }
}

fn of_furniture(source: &Source, span: Span) -> LayoutBlock {
    LayoutBlock { kind: LayoutKind::Furniture, span: source.place(span), text: source.quote(span) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_come_in_the_order_of_the_letter() {
        let letter = "# 1. Mål\n\nTekst.\n\n- punkt\n\n| Post | Beløp |\n|---|---|\n| 01 | 5 |\n";
        let compiled = styrbord_pipeline::compile(letter.as_bytes()).unwrap();
        let layout = Layout::of(&compiled.source, &compiled.tree);
        let json = serde_json::to_value(&layout).unwrap();
        let found: Vec<(&str, u64)> = json["blocks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|block| (block["kind"].as_str().unwrap(), block["span"]["line"].as_u64().unwrap()))
            .collect();
        assert_eq!(found, [("heading", 1), ("paragraph", 3), ("item", 5), ("table", 7)]);
        assert_eq!(json["blocks"][3]["rows"][1]["cells"], serde_json::json!(["01", "5"]));
    }
}
