//! A layout that the format itself tells to blocks.

use crate::plain::contents_page;
use crate::starters::{bullet, leading_label, leading_number};
use crate::tree::{Block, BlockKind, Cell, Leaf, LeafKind, Row, Table, Tree};
use styrbord_source::{Flow, Layout, Mark, Piece, Source, Span, TextKind};

/// Returns the tree of a source that has a layout.
pub(crate) fn parse(source: &Source, layout: &Layout) -> Tree {
    let mut blocks = Vec::new();
    for piece in &layout.pieces {
        match piece {
            Piece::Text(kind, flow) => text(kind, flow, &mut blocks),
            Piece::Table { has_head, columns, rows } => {
                let rows = rows.iter().map(|(cells, span)| Row {
                    cells: cells.iter().map(|flow| Cell { flow: flow.clone() }).collect(),
                    span: *span,
                });
                let table = Table { has_head: *has_head, rows: rows.collect(), columns: *columns };
                blocks.push(Block { kind: BlockKind::Table(table), flow: Flow::new(), span: piece.span() });
            }
        }
    }
    Tree { blocks, leaves: leaves(source, layout) }
}

fn text(kind: &TextKind, flow: &Flow, blocks: &mut Vec<Block>) {
    let kind = match kind {
        TextKind::Heading { level } => BlockKind::Heading { level: level_of(*level, flow.as_str()) },
        TextKind::Item { marker, depth } => BlockKind::Item { marker: marker.clone(), depth: *depth },
        TextKind::Contents => BlockKind::Contents,
        TextKind::Furniture => return,
        TextKind::Note => BlockKind::Note,
        TextKind::Paragraph => return paragraphs(flow, blocks),
    };
    blocks.push(Block { kind, flow: flow.clone(), span: flow.span() });
}

/// Returns the level of a heading; one that only its bold type shows has the level of its number, when it has one.
fn level_of(level: u8, text: &str) -> u8 {
    if level < Block::MINOR - 1 {
        return level.max(1);
    }
    let number = leading_number(text).map(|(number, _)| number);
    match number.filter(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
        Some(number) => number.split('.').count().min(6) as u8,
        None => level.min(Block::MINOR),
    }
}

/// Cuts a paragraph where the author broke the line before something new: a label, a typed list marker.
fn paragraphs(flow: &Flow, blocks: &mut Vec<Block>) {
    let mut current: Option<std::ops::Range<usize>> = None;
    for line in flow.line_ranges() {
        let start = match current.take() {
            Some(open) if begins_anew(&flow.as_str()[line.clone()]) => {
                paragraph(&flow.slice(open), blocks);
                line.start
            }
            Some(open) => open.start,
            None => line.start,
        };
        current = Some(start..line.end);
    }
    if let Some(open) = current {
        paragraph(&flow.slice(open), blocks);
    }
}

fn begins_anew(line: &str) -> bool {
    item(line).is_some() || leading_label(line).is_some_and(|label| label.separated)
}

fn paragraph(flow: &Flow, blocks: &mut Vec<Block>) {
    let text = flow.as_str();
    let span = flow.span();
    let (kind, flow) = match item(text) {
        Some((marker, start)) => (BlockKind::Item { marker, depth: 0 }, flow.slice(start..text.len())),
        None if contents_page(text).is_some() => (BlockKind::Contents, flow.clone()),
        None => (BlockKind::Paragraph, flow.clone()),
    };
    blocks.push(Block { kind, flow, span });
}

/// Returns the marker that the author typed before an item, and where the item's text begins.
fn item(text: &str) -> Option<(String, usize)> {
    if let Some((marker, start)) = bullet(text) {
        return Some((marker.to_owned(), start));
    }
    let (number, start) = leading_number(text)?;
    let marked = text.starts_with('(') || text[number.len()..].starts_with(['.', ')']);
    (!number.contains('.') && marked).then(|| (format!("{number}."), start))
}

/// Returns the leaves: what is marked, and the words between.
fn leaves(source: &Source, layout: &Layout) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let mut at = 0;
    for (mark, span) in &layout.marks {
        if at < span.start {
            leaves.push(Leaf { kind: LeafKind::Text, span: Span { start: at, end: span.start } });
        }
        let kind = match mark {
            Mark::Space => LeafKind::Space,
            Mark::Markup => LeafKind::Markup,
            Mark::Furniture => LeafKind::Furniture,
        };
        leaves.push(Leaf { kind, span: *span });
        at = span.end;
    }
    let end = source.text().len() as u32;
    if at < end {
        leaves.push(Leaf { kind: LeafKind::Text, span: Span { start: at, end } });
    }
    leaves
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_source::{Format, Laid};

    #[test]
    fn bold_headings_have_the_level_of_their_number() {
        for (level, text, expected) in [
            (7, "3. Oppdrag", 1),
            (7, "3.1 Nye oppdrag", 2),
            (7, "Oppdrag 3: Beredskap", 7),
            (2, "4 Budsjett", 2),
        ] {
            let source = Source::from_laid(&[Laid::line(TextKind::Heading { level }, text)], Format::Docx);
            let tree = crate::parse(&source);
            assert_eq!(tree.blocks[0].level(), Some(expected), "{text}");
        }
    }
}
