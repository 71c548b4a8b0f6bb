//! The tree: blocks for those who read, leaves for those who count that nothing is lost.

use styrbord_source::{Flow, Source, Span};

/// The layout of one letter.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// What the letter consists of, in order; furniture and blank lines are leaves only.
    pub blocks: Vec<Block>,
    /// Every byte of the source, in order.
    pub leaves: Vec<Leaf>,
}

/// One piece of layout.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text; for a table the text of its caption row is empty and the rows hold the text.
    pub flow: Flow,
    /// Where it stands.
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone)]
pub enum BlockKind {
    /// A heading; the level counts from 1, unnumbered ones in plain text are [`Block::MINOR`].
    Heading {
        /// Depth.
        level: u8,
    },
    /// Running text, or a line of its own.
    Paragraph,
    /// A list item; the marker is not part of the text.
    Item {
        /// The marker as printed: `-`, `1.`, `a)`.
        marker: String,
        /// Depth, from 0.
        depth: u8,
    },
    /// Rows and cells.
    Table(Table),
    /// A line of a table of contents.
    Contents,
    /// A footnote or endnote.
    Note,
}

impl Block {
    /// The level of a heading that has neither number nor `#`.
    pub const MINOR: u8 = 8;

    /// Returns the table, when the block is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Returns the heading's level, when the block is one.
    pub fn level(&self) -> Option<u8> {
        match self.kind {
            BlockKind::Heading { level } => Some(level),
            _ => None,
        }
    }
}

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The first row is a head, by the format's own rules.
    pub has_head: bool,
    /// All rows, the head included; a head without text is left out.
    pub rows: Vec<Row>,
    /// How many columns the table's ruler has.
    pub columns: usize,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Where it stands.
    pub span: Span,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// Its text, with `\n` where a line or paragraph ends.
    pub flow: Flow,
}

impl Cell {
    /// Returns the cell's text as one line.
    pub fn joined(&self) -> String {
        self.flow.joined()
    }
}

/// What a leaf holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LeafKind {
    /// Words of the letter.
    Text,
    /// Markup of the format.
    Markup,
    /// White space between blocks.
    Space,
    /// Page numbers and running heads.
    Furniture,
}

/// A run of bytes of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf {
    /// What it holds.
    pub kind: LeafKind,
    /// Where it stands.
    pub span: Span,
}

impl Tree {
    /// Joins the leaves; the result is the source, byte for byte.
    pub fn rebuild(&self, source: &Source) -> String {
        self.leaves.iter().map(|leaf| source.slice(leaf.span)).collect()
    }
}
