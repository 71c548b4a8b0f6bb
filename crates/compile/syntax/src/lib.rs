//! Source to syntax tree: blocks, headings, list items, tables. Never fails, loses nothing, linear time.
//!
//! From: a [`Source`]. To: a [`Tree`], whose [`Block`]s say how the letter is laid out and whose leaves joined
//! give the source back. Three readers of layout stand here: Markdown; plain text that came from a PDF, where rows
//! are broken over lines, pages leave their numbers in the middle of things, and only spacing, labels and line
//! length tell what belongs together; and documents whose reader tells their layout beside the text.
//!
//! This crate does not know what a goal or an assignment is (`lower` does).
//!
//! ```
//! use styrbord_source::{Format, Source};
//! let source = Source::new("# 1. Mål\n\nTekst.\n".to_owned(), Format::Markdown);
//! let tree = styrbord_syntax::parse(&source);
//! assert_eq!(tree.blocks.len(), 2);
//! assert_eq!(tree.rebuild(&source), source.text());
//! ```

mod columns;
mod inline;
mod laid;
mod lines;
mod markdown;
mod plain;
mod starters;
mod tree;

pub use starters::{Label, leading_bullet, leading_label, leading_number, sentence_ends};
pub use tree::{Block, BlockKind, Cell, Leaf, LeafKind, Row, Table, Tree};

use styrbord_source::{Format, Source};

/// Parses a source into its tree. Any text gives a tree.
pub fn parse(source: &Source) -> Tree {
    match (source.layout(), source.format()) {
        (Some(layout), _) => laid::parse(source, layout),
        (None, Format::Markdown) => markdown::parse(source),
        (None, _) => plain::parse(source),
    }
}
