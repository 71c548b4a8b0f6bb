//! The layout of a source, beside its text.

use crate::flow::LineJoin;
use crate::laid::{Laid, LaidTable, LaidText, LineEnd, RemarkKind, TextKind};
use crate::{Flow, Span};
use std::ops::Range;

/// How a format laid out the text of a source.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The blocks, in order.
    pub pieces: Vec<Piece>,
    /// What is not words of the letter, in order: the rest of the text is.
    pub marks: Vec<(Mark, Span)>,
    /// What the reader must tell, in order.
    pub remarks: Vec<(RemarkKind, Span)>,
    /// Pages that have pictures and no text, each with what stands before it.
    pub pages_without_text: Vec<(u32, Span)>,
    /// For each line its page; 0 for none.
    pages: Vec<u32>,
    /// Every row of every table, in order.
    rows: Vec<RowPlace>,
}

/// One block of a layout.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Running text.
    Text(TextKind, Flow),
    /// Rows and cells.
    Table {
        /// The first row is a head.
        has_head: bool,
        /// How many columns the table has.
        columns: usize,
        /// The rows: their cells, and where they stand.
        rows: Vec<(Vec<Flow>, Span)>,
    },
}

/// What a range of the text is when it is no word of the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// White space between blocks.
    Space,
    /// What stands for the layout: a bar between cells, a list marker.
    Markup,
    /// Running heads and feet, page numbers.
    Furniture,
}

/// Where a row of a table stands.
#[derive(Debug, Clone, Copy)]
struct RowPlace {
    span: Span,
    table: u32,
    row: u32,
}

/// What stands between two cells in the text of a row.
const BAR: &str = " | ";

impl Layout {
    /// Returns the page of a line counted from 0.
    pub(crate) fn page(&self, line: usize) -> Option<u32> {
        self.pages.get(line).copied().filter(|page| *page > 0)
    }

    /// Returns the table and the row, both counted from 1, in which a byte stands.
    pub(crate) fn row(&self, byte: u32) -> Option<(u32, u32)> {
        let at = self.rows.partition_point(|row| row.span.end <= byte);
        self.rows.get(at).filter(|row| row.span.start <= byte).map(|row| (row.table, row.row))
    }

    /// Returns the number of the section in which a byte stands, or its title when it has no number.
    pub fn section(&self, byte: u32) -> Option<&str> {
        let headings = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(TextKind::Heading { .. }, flow) => Some(flow),
            _ => None,
        });
        let heading = headings.take_while(|flow| flow.span().start <= byte).last()?.as_str();
        let number = heading.split_whitespace().next()?.trim_end_matches('.');
        let is_number = number.starts_with(|c: char| c.is_ascii_digit())
            && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        Some(if is_number { number } else { heading.lines().next().unwrap_or_default() })
    }
}

/// Returns the text of a document and its layout; notes stand at its end, where they cut no list or sentence in two.
pub(crate) fn set(document: &[Laid]) -> (String, Layout) {
    let mut setter = Setter::default();
    let is_note = |block: &&Laid| matches!(block, Laid::Text(TextKind::Note, _));
    let notes = document.iter().filter(is_note);
    let blocks: Vec<&Laid> = document.iter().filter(|block| !is_note(block)).chain(notes).collect();
    for (at, block) in blocks.iter().enumerate() {
        setter.block(block);
        if let Some(next) = blocks.get(at + 1) {
            setter.gap(block, next);
        }
    }
    (setter.text, setter.layout)
}

/// Writes blocks one after the other.
#[derive(Default)]
struct Setter {
    text: String,
    layout: Layout,
    tables: u32,
}

impl Setter {
    fn block(&mut self, block: &Laid) {
        match block {
            Laid::Text(_, text) if text.is_blank() => self.remarks(text, self.text.len()),
            Laid::Text(kind, text) => self.running(kind, text),
            Laid::Table(table) => self.table(table),
            Laid::Remark(kind, page) => {
                let at = self.layout.pieces.last().map_or(Span::default(), Piece::span);
                self.layout.remarks.push((*kind, at));
                if let (RemarkKind::PageWithoutText, Some(page)) = (kind, page) {
                    self.layout.pages_without_text.push((*page, at));
                }
            }
        }
    }

    fn running(&mut self, kind: &TextKind, text: &LaidText) {
        let start = self.text.len();
        if let TextKind::Item { marker, depth } = kind {
            for _ in 0..*depth {
                self.text.push_str("  ");
            }
            self.text.push_str(marker);
            self.text.push(' ');
            self.mark(Mark::Markup, start..self.text.len());
        }
        let flow = self.lines(text);
        self.end_line(text.lines.last().and_then(|line| line.page));
        self.remarks(text, start);
        if *kind == TextKind::Furniture {
            self.mark(Mark::Furniture, start..self.text.len());
        } else {
            self.layout.pieces.push(Piece::Text(kind.clone(), flow));
        }
    }

    fn table(&mut self, table: &LaidTable) {
        self.tables += 1;
        let mut rows = Vec::new();
        for (row, number) in table.rows.iter().zip(1..) {
            if row.iter().all(LaidText::is_blank) {
                continue;
            }
            let start = self.text.len();
            let mut cells = Vec::new();
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    let bar = self.text.len();
                    self.text.push_str(BAR);
                    self.mark(Mark::Markup, bar..bar + BAR.len());
                }
                let cell_start = self.text.len();
                cells.push(self.lines(cell));
                self.remarks(cell, cell_start);
            }
            let span = Span::new(start, self.text.len());
            let page = row.iter().rev().find_map(|cell| cell.lines.last()).and_then(|line| line.page);
            self.end_line(page);
            self.layout.rows.push(RowPlace { span, table: self.tables, row: number });
            rows.push((cells, span));
        }
        if !rows.is_empty() {
            let piece = Piece::Table { has_head: table.has_head, columns: table.columns, rows };
            self.layout.pieces.push(piece);
        }
    }

    /// Writes lines and returns their flow.
    fn lines(&mut self, text: &LaidText) -> Flow {
        let mut flow = Flow::new();
        let lines: Vec<_> = text.lines.iter().filter(|line| !line.text.trim().is_empty()).collect();
        let mut end = None;
        for line in lines {
            if let Some((end, page)) = end {
                self.end_line(page);
                let join = match end {
                    LineEnd::Break => LineJoin::Break,
                    LineEnd::Wrap => LineJoin::Wrap,
                    LineEnd::InWord => LineJoin::InWord,
                };
                flow.join(join, line.text.trim_start());
            }
            let start = self.text.len();
            self.text.extend(line.text.trim().chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
            flow.push(&self.text, start..self.text.len());
            end = Some((line.end, line.page));
        }
        flow
    }

    /// Ends the line that is being written, which stands on `page`.
    fn end_line(&mut self, page: Option<u32>) {
        self.text.push('\n');
        self.layout.pages.push(page.unwrap_or(0));
    }

    /// Leaves a blank line between blocks, but for items of one list.
    fn gap(&mut self, block: &Laid, next: &Laid) {
        let is_item = |block: &Laid| matches!(block, Laid::Text(TextKind::Item { .. }, _));
        if is_item(block) && is_item(next) || self.text.is_empty() || self.text.ends_with("\n\n") {
            return;
        }
        let start = self.text.len();
        self.end_line(None);
        self.mark(Mark::Space, start..start + 1);
    }

    fn mark(&mut self, mark: Mark, range: Range<usize>) {
        self.layout.marks.push((mark, Span::new(range.start, range.end)));
    }

    fn remarks(&mut self, text: &LaidText, start: usize) {
        let span = if start < self.text.len() {
            Span::new(start, self.text.trim_end().len().max(start))
        } else {
            self.layout.pieces.last().map_or(Span::default(), Piece::span)
        };
        self.layout.remarks.extend(text.remarks.iter().map(|kind| (*kind, span)));
    }
}

impl Piece {
    /// Returns where the piece stands.
    pub fn span(&self) -> Span {
        match self {
            Piece::Text(_, flow) => flow.span(),
            Piece::Table { rows, .. } => match (rows.first(), rows.last()) {
                (Some((_, first)), Some((_, last))) => first.to(*last),
                _ => Span::default(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, LaidLine, Source};

    fn wrapped(lines: &[&str]) -> LaidText {
        let line = |text: &&str| LaidLine { end: LineEnd::Wrap, page: Some(3), ..LaidLine::new(*text) };
        LaidText { lines: lines.iter().map(line).collect(), remarks: Vec::new() }
    }

    fn document() -> Vec<Laid> {
        vec![
            Laid::line(TextKind::Heading { level: 2 }, "3.1 Mål for arbeids-"),
            Laid::Text(TextKind::Paragraph, wrapped(&["Flere i arbeids-", "livet, jf. plan-", "og mål"])),
            Laid::line(TextKind::Furniture, "Side 3"),
            Laid::Table(LaidTable {
                has_head: true,
                columns: 2,
                rows: vec![
                    vec![LaidText::line("Post"), LaidText::line("Beløp")],
                    vec![wrapped(&["Drift av", "fyr"]), LaidText::line("12 000")],
                ],
            }),
            Laid::line(TextKind::Note, "1 Se kartet."),
            Laid::line(TextKind::Item { marker: "a)".into(), depth: 1 }, "Fyrtårn"),
        ]
    }

    #[test]
    fn a_document_becomes_text_that_keeps_its_lines() {
        let source = Source::from_laid(&document(), Format::Pdf);
        let expected = "3.1 Mål for arbeids-\n\nFlere i arbeids-\nlivet, jf. plan-\nog mål\n\nSide 3\n\n\
                        Post | Beløp\nDrift av\nfyr | 12 000\n\n  a) Fyrtårn\n\n1 Se kartet.\n";
        assert_eq!(source.text(), expected);
        let place = |words: &str| {
            let at = source.text().find(words).unwrap();
            source.place(Span::new(at, at + words.len()))
        };
        let livet = place("livet");
        assert_eq!((livet.line, livet.page, livet.table), (4, Some(3), None));
        let amount = place("12 000");
        assert_eq!((amount.line, amount.table, amount.row), (11, Some(1), Some(2)));
        assert_eq!(source.layout().unwrap().section(amount.line), Some("3.1"));
    }

    #[test]
    fn lines_that_the_margin_ended_are_one_line_of_the_flow() {
        let source = Source::from_laid(&document(), Format::Pdf);
        let flows: Vec<&str> = source
            .layout()
            .unwrap()
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Text(_, flow) => Some(flow.as_str()),
                Piece::Table { .. } => None,
            })
            .collect();
        let expected =
            ["3.1 Mål for arbeids-", "Flere i arbeidslivet, jf. plan- og mål", "Fyrtårn", "1 Se kartet."];
        assert_eq!(flows, expected);
    }

    #[test]
    fn marks_and_words_cover_the_text() {
        let source = Source::from_laid(&document(), Format::Pdf);
        let marks = &source.layout().unwrap().marks;
        assert!(marks.windows(2).all(|pair| pair[0].1.end <= pair[1].1.start), "{marks:?}");
        let furniture = marks.iter().find(|(mark, _)| *mark == Mark::Furniture).unwrap();
        assert_eq!(source.slice(furniture.1), "Side 3\n");
    }
}
