//! The tree as a run of lines, each with its section: what every recogniser reads.

use crate::outline::Outline;
use std::ops::Range;
use styrbord_plan::SectionRole;
use styrbord_source::{Flow, Source, Span, Spot};
use styrbord_syntax::{BlockKind, Tree};

/// What kind of line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// A heading.
    Heading(u8),
    /// Running text.
    Text,
    /// A list item's first line; its further lines are [`LineKind::Text`].
    Item(String),
    /// A whole row of a table.
    Row,
}

/// One physical line, or one row of a table.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// What kind.
    pub kind: LineKind,
    /// The text; a row's cells stand one under the other.
    pub flow: Flow,
    /// The block it stands in.
    pub block: usize,
    /// The row, within its table.
    pub row: usize,
    /// Whether it is the first line of its block.
    pub first: bool,
    /// The section's role.
    pub role: SectionRole,
}

impl Line {
    /// Returns the text.
    pub fn text(&self) -> &str {
        self.flow.as_str()
    }
}

/// The letter as the recognisers see it.
pub(crate) struct View<'a> {
    /// The text.
    pub source: &'a Source,
    /// The layout.
    pub tree: &'a Tree,
    /// Headings and roles.
    pub outline: Outline,
    /// All lines, in order; tables of contents and notes are left out.
    pub lines: Vec<Line>,
}

impl<'a> View<'a> {
    /// Returns the view of a letter.
    pub fn new(source: &'a Source, tree: &'a Tree) -> Self {
        let outline = Outline::new(source, tree);
        let mut lines = Vec::new();
        for (block, node) in tree.blocks.iter().enumerate() {
            let role = outline.role(block);
            let kind = match &node.kind {
                BlockKind::Contents | BlockKind::Note => continue,
                _ if role == SectionRole::Contents => continue,
                BlockKind::Table(table) => {
                    for (row, node) in table.rows.iter().enumerate() {
                        let mut flow = Flow::new();
                        for cell in &node.cells {
                            flow.append(&cell.flow, "\n");
                        }
                        lines.push(Line { kind: LineKind::Row, flow, block, row, first: row == 0, role });
                    }
                    continue;
                }
                BlockKind::Heading { level } => {
                    let flow = node.flow.clone();
                    lines.push(Line {
                        kind: LineKind::Heading(*level),
                        flow,
                        block,
                        row: 0,
                        first: true,
                        role,
                    });
                    continue;
                }
                BlockKind::Item { marker, .. } => LineKind::Item(marker.clone()),
                BlockKind::Paragraph => LineKind::Text,
            };
            for (at, flow) in node.flow.lines().enumerate() {
                let kind = if at == 0 { kind.clone() } else { LineKind::Text };
                lines.push(Line { kind, flow, block, row: 0, first: at == 0, role });
            }
        }
        View { source, tree, outline, lines }
    }

    /// Returns a span with its place.
    pub fn spot(&self, span: Span) -> Spot {
        self.source.spot(span)
    }

    /// Returns the lines of a range as one flow, with `\n` between them.
    pub fn flow(&self, range: Range<usize>) -> Flow {
        let mut flow = Flow::new();
        for line in self.lines.get(range).unwrap_or_default() {
            flow.append(&line.flow, "\n");
        }
        flow
    }

    /// Returns the first line at or after a block.
    pub fn line_of_block(&self, block: usize) -> usize {
        self.lines.partition_point(|line| line.block < block)
    }
}
