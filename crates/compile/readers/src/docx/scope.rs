//! What is open while a part is read: stories, tables, paragraphs.

use styrbord_source::{Laid, LaidLine, LaidText, RemarkKind};

/// One thing that is open and gathers what stands in it.
#[derive(Debug)]
pub(super) enum Scope {
    /// A flow of blocks: a body, a cell, a note, a text box.
    Story(Story),
    /// A table.
    Table(Table),
    /// A row of a table.
    Row(Row),
    /// A paragraph.
    Paragraph(Box<Paragraph>),
}

/// A flow of blocks.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The blocks.
    pub blocks: Vec<Laid>,
    /// A paragraph whose mark a tracked change takes out: the next one joins it.
    pub pending: Option<Box<Paragraph>>,
    /// Which blocks are numbered lines in bold letters.
    pub bold_items: Vec<usize>,
    /// What its words look like.
    pub weight: Weight,
    /// The cell that the story stands in.
    pub cell: Option<CellProps>,
}

/// Whether words are bold.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    /// Some words are.
    pub bold: bool,
    /// Some words are not.
    pub light: bool,
}

impl Weight {
    /// Tells whether there are words and all are bold.
    pub fn is_bold(self) -> bool {
        self.bold && !self.light
    }

    /// Adds words.
    pub fn add(&mut self, other: Weight) {
        self.bold |= other.bold;
        self.light |= other.light;
    }
}

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The rows.
    pub rows: Vec<Row>,
    /// The table's style.
    pub style: Option<String>,
    /// The first row is to look as its style has it for heads.
    pub first_row: bool,
}

/// A row of a table.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// The column at which the next cell begins.
    pub next_column: usize,
    /// The row is repeated on each page as a head.
    pub is_head: bool,
    /// A tracked change puts the row in.
    pub inserted: bool,
    /// A tracked change takes the row out.
    pub deleted: bool,
}

/// A cell.
#[derive(Debug)]
pub(super) struct Cell {
    /// The column at which it begins.
    pub column: usize,
    /// The blocks in it.
    pub blocks: Vec<Laid>,
    /// All its words are bold.
    pub is_bold: bool,
    /// It has a colour behind it.
    pub is_shaded: bool,
}

/// What a cell's properties say.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellProps {
    /// How many columns it spans.
    pub span: usize,
    /// It has a colour behind it.
    pub is_shaded: bool,
    /// A tracked change takes the cell out.
    pub deleted: bool,
}

impl Default for CellProps {
    fn default() -> Self {
        CellProps { span: 1, is_shaded: false, deleted: false }
    }
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// The properties.
    pub props: ParagraphProps,
    /// The lines.
    pub lines: Vec<String>,
    /// What the reader must tell, each once.
    pub remarks: Vec<RemarkKind>,
    /// What its words look like.
    pub weight: Weight,
    /// Its text comes out of a field that makes a table of contents.
    pub in_contents: bool,
    /// The notes that it points at.
    pub notes: Vec<(NoteKind, String)>,
    /// What hangs on it: the blocks of text boxes.
    pub hanging: Vec<Laid>,
}

/// What a paragraph's properties say.
#[derive(Debug, Default)]
pub(super) struct ParagraphProps {
    /// The style.
    pub style: Option<String>,
    /// The level of the outline, from 0.
    pub outline: Option<i64>,
    /// The list; 0 for none.
    pub list: Option<i64>,
    /// The level in the list, from 0.
    pub list_level: Option<i64>,
    /// A tracked change takes the mark at its end out.
    pub mark_deleted: bool,
}

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NoteKind {
    /// At the foot of the page.
    Foot,
    /// At the end of the document.
    End,
}

impl Paragraph {
    /// Adds words to the last line.
    pub fn push(&mut self, text: &str) {
        match self.lines.last_mut() {
            Some(line) => line.push_str(text),
            None => self.lines.push(text.to_owned()),
        }
    }

    /// Ends the line.
    pub fn break_line(&mut self) {
        if self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(String::new());
    }

    /// Notes what the reader must tell, once.
    pub fn remark(&mut self, kind: RemarkKind) {
        if !self.remarks.contains(&kind) {
            self.remarks.push(kind);
        }
    }

    /// Tells whether there are no words.
    pub fn is_blank(&self) -> bool {
        !self.weight.bold && !self.weight.light
    }

    /// Returns the paragraph with the one that follows it joined to it. The first words decide what it is.
    pub fn joined(mut self, next: Paragraph) -> Paragraph {
        let mark_deleted = next.props.mark_deleted;
        if self.is_blank() {
            self.props = next.props;
        }
        self.props.mark_deleted = mark_deleted;
        let mut lines = next.lines.into_iter();
        if let Some(first) = lines.next() {
            self.push(&first);
        }
        self.lines.extend(lines);
        for kind in next.remarks {
            self.remark(kind);
        }
        self.weight.add(next.weight);
        self.in_contents |= next.in_contents;
        self.notes.extend(next.notes);
        self.hanging.extend(next.hanging);
        self
    }

    /// Returns the text with what stands in front of it.
    pub fn text(&mut self, label: &str) -> LaidText {
        let mut lines = std::mem::take(&mut self.lines);
        if let Some(first) = lines.iter_mut().find(|line| !line.trim().is_empty()) {
            *first = format!("{label}{}", first.trim_start());
        }
        LaidText {
            lines: lines.into_iter().map(LaidLine::new).collect(),
            remarks: std::mem::take(&mut self.remarks),
        }
    }
}
