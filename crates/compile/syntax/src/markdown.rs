//! Markdown, as people and converters write it, to blocks.

use crate::inline::{self, Piece};
use crate::starters::{bullet, leading_label, leading_number};
use crate::tree::{Block, BlockKind, Cell, Leaf, LeafKind, Row, Table, Tree};
use std::ops::Range;
use styrbord_source::{Flow, Source, Span};

/// Parses Markdown.
pub(crate) fn parse(source: &Source) -> Tree {
    let mut parser = Parser { source, tree: Tree::default(), line: 0 };
    parser.front_matter();
    while parser.line < source.line_count() {
        parser.block();
    }
    let mut tree = parser.tree;
    tree.leaves = leaves(source);
    tree
}

struct Parser<'a> {
    source: &'a Source,
    tree: Tree,
    line: usize,
}

impl Parser<'_> {
    /// Returns the text of a line without white space at its ends, with its bytes.
    fn text(&self, line: usize) -> (&str, Range<usize>) {
        let whole = self.source.line_range(line);
        let text = &self.source.text()[whole.clone()];
        let start = whole.start + (text.len() - text.trim_start().len());
        let trimmed = text.trim();
        (trimmed, start..start + trimmed.len())
    }

    fn indent(&self, line: usize) -> usize {
        let whole = self.source.line_range(line);
        let text = &self.source.text()[whole];
        text.chars().take_while(|c| *c == ' ' || *c == '\t').map(|c| if c == '\t' { 4 } else { 1 }).sum()
    }

    fn front_matter(&mut self) {
        if self.source.line_count() < 3 || self.text(0).0 != "---" {
            return;
        }
        let end =
            (1..self.source.line_count().min(200)).find(|line| matches!(self.text(*line).0, "---" | "..."));
        self.line = end.map_or(0, |end| end + 1);
    }

    fn block(&mut self) {
        let (text, range) = self.text(self.line);
        let (text, range) = (text.to_owned(), range);
        if text.is_empty() || is_only_markup(self.source.text(), range.clone()) || is_rule(&text) {
            self.line += 1;
        } else if let Some(level) = heading_level(&text) {
            self.heading(range.start + level..range.end, level as u8);
        } else if text.starts_with('|') {
            self.table();
        } else {
            self.paragraph(&text, range);
        }
    }

    fn heading(&mut self, range: Range<usize>, level: u8) {
        let mut flow = Flow::new();
        inline::push_clean(&mut flow, self.source.text(), range.clone());
        let flow = trim_flow(&flow, &['#', ' ']);
        self.line += 1;
        if !flow.is_blank() {
            self.push(BlockKind::Heading { level }, flow);
        }
    }

    fn push(&mut self, kind: BlockKind, flow: Flow) {
        let span = flow.span();
        self.tree.blocks.push(Block { kind, flow, span });
    }

    /// Reads a paragraph or a list item: a line and the lines that go on with it.
    fn paragraph(&mut self, text: &str, range: Range<usize>) {
        let (marker, body, depth) = self.item_marker(text, range.clone());
        let mut flow = Flow::new();
        inline::push_clean(&mut flow, self.source.text(), body);
        self.line += 1;
        while self.line < self.source.line_count() && self.goes_on() {
            let (_, range) = self.text(self.line);
            let mut next = Flow::new();
            inline::push_clean(&mut next, self.source.text(), range);
            flow.append(&next, "\n");
            self.line += 1;
        }
        if flow.is_blank() {
            return;
        }
        let bold = text.starts_with("**")
            && text.ends_with("**")
            && text.len() > 4
            && !text[2..text.len() - 2].contains("**");
        let kind = match marker {
            Some(marker) => BlockKind::Item { marker, depth },
            None if bold && !flow.as_str().contains('\n') && reads_as_heading(flow.as_str()) => {
                BlockKind::Heading { level: Block::MINOR - 1 }
            }
            None => BlockKind::Paragraph,
        };
        self.push(kind, flow);
    }

    fn item_marker(&self, text: &str, range: Range<usize>) -> (Option<String>, Range<usize>, u8) {
        let depth = (self.indent(self.line) / 2).min(8) as u8;
        let plain = text.trim_start_matches('*');
        let starred = text.len() - plain.len();
        if starred != 2
            && starred != 3
            && let Some((mark, start)) = bullet(text)
        {
            return (Some(mark.to_owned()), range.start + start..range.end, depth);
        }
        if let Some((number, start)) = leading_number(text)
            && !number.contains('.')
            && (text.starts_with('(') || text[number.len()..].starts_with(['.', ')']))
        {
            return (Some(format!("{number}.")), range.start + start..range.end, depth);
        }
        (None, range, depth)
    }

    /// Tells whether the current line goes on with the paragraph above it.
    fn goes_on(&self) -> bool {
        let (text, range) = self.text(self.line);
        let starts_label = leading_label(text.trim_start_matches('*')).is_some_and(|label| label.separated);
        !(text.is_empty()
            || text.starts_with('|')
            || heading_level(text).is_some()
            || is_rule(text)
            || self.item_marker(text, range.clone()).0.is_some()
            || text.starts_with("**")
            || starts_label
            || is_only_markup(self.source.text(), range))
    }

    fn table(&mut self) {
        let mut rows = Vec::new();
        let mut has_head = false;
        let mut columns = 0;
        while self.line < self.source.line_count() {
            let (text, range) = self.text(self.line);
            if !text.starts_with('|') {
                break;
            }
            if let Some(count) = ruler_columns(text) {
                has_head |= rows.len() == 1;
                columns = columns.max(count);
            } else {
                rows.push(row(self.source, range));
            }
            self.line += 1;
        }
        if has_head
            && rows.first().is_some_and(|head: &Row| head.cells.iter().all(|cell| cell.flow.is_blank()))
        {
            rows.remove(0);
            has_head = false;
        }
        rows.retain(|row| row.cells.iter().any(|cell| !cell.flow.is_blank()));
        let Some((first, last)) = rows.first().zip(rows.last()) else { return };
        let span = first.span.to(last.span);
        let kind = BlockKind::Table(Table { has_head, rows, columns });
        self.tree.blocks.push(Block { kind, flow: Flow::new(), span });
    }
}

/// Cuts a table row into cells at pipes that are not escaped.
fn row(source: &Source, range: Range<usize>) -> Row {
    let text = &source.text()[range.clone()];
    let mut cells = Vec::new();
    let mut start = 1;
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == '|' && !escaped {
            cells.push(cell(source, range.start + start..range.start + at));
            start = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    if start < text.len() && !text[start..].trim().is_empty() {
        cells.push(cell(source, range.start + start..range.end));
    }
    Row { cells, span: Span::new(range.start, range.end) }
}

fn cell(source: &Source, range: Range<usize>) -> Cell {
    let mut flow = Flow::new();
    inline::push_clean(&mut flow, source.text(), range);
    let end = flow.as_str().len();
    Cell { flow: flow.slice(0..end) }
}

/// Returns the number of columns of a line such as `|---|:--|`.
fn ruler_columns(text: &str) -> Option<usize> {
    let inner = text.trim_matches('|');
    let is_ruler = inner.contains('-') && inner.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b' '));
    is_ruler.then(|| inner.split('|').count())
}

fn heading_level(text: &str) -> Option<usize> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&level) && text[level..].starts_with([' ', '\t'])).then_some(level)
}

fn is_rule(text: &str) -> bool {
    text.len() >= 3
        && (text.bytes().all(|byte| matches!(byte, b'-' | b' '))
            || text.bytes().all(|byte| matches!(byte, b'*' | b' '))
            || text.bytes().all(|byte| byte == b'_'))
}

/// Tells whether a line is nothing but anchors, comments or an image.
fn is_only_markup(source: &str, range: Range<usize>) -> bool {
    let text = &source[range.clone()];
    if text.starts_with("![") && text.ends_with(')') {
        return true;
    }
    text.starts_with('<')
        && inline::pieces(source, range).iter().all(|piece| match piece {
            Piece::Text(text) => source[text.clone()].trim().is_empty(),
            Piece::Character(..) => false,
            Piece::Markup(_) | Piece::Break(_) => true,
        })
}

/// Tells whether a bold line of its own reads as a heading and not as a sentence or a labelled field.
fn reads_as_heading(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 120 && !text.ends_with(['.', ':', ';', ','])
}

/// Returns a flow without the given characters at its ends.
fn trim_flow(flow: &Flow, unwanted: &[char]) -> Flow {
    let text = flow.as_str();
    let start = text.len() - text.trim_start_matches(unwanted).len();
    let end = text.trim_end_matches(unwanted).len().max(start);
    flow.slice(start..end)
}

/// Returns the leaves of a Markdown source, line by line.
fn leaves(source: &Source) -> Vec<Leaf> {
    let mut out = Vec::new();
    for line in 0..source.line_count() {
        let range = source.line_range(line);
        let text = &source.text()[range.clone()];
        if text.trim().is_empty() {
            out.push(Leaf { kind: LeafKind::Space, span: Span::new(range.start, range.end) });
            continue;
        }
        for piece in inline::pieces(source.text(), range) {
            let (kind, range) = match piece {
                Piece::Text(range) => (LeafKind::Text, range),
                Piece::Markup(range) | Piece::Break(range) | Piece::Character(range, _) => {
                    (LeafKind::Markup, range)
                }
            };
            out.push(Leaf { kind, span: Span::new(range.start, range.end) });
        }
    }
    out
}
