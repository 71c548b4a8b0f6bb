//! A document as its format lays it out: what a reader of PDF, DOCX or HTML hands over.
//!
//! Blocks stand in reading order. A reader says what the format tells or shows; what a heading or a row means is
//! for others. [`crate::Source::from_laid`] makes the text of it, and keeps the layout beside the text.

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Laid {
    /// Running text of some kind.
    Text(TextKind, LaidText),
    /// Rows and cells.
    Table(LaidTable),
    /// Something that the reader must tell about the place between two blocks, and its page when there are pages.
    Remark(RemarkKind, Option<u32>),
}

impl Laid {
    /// Returns a block of one line.
    pub fn line(kind: TextKind, text: impl Into<String>) -> Self {
        Laid::Text(kind, LaidText::line(text))
    }
}

/// What a running text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextKind {
    /// A heading; the level counts from 1.
    Heading {
        /// Depth, 1 to 9.
        level: u8,
    },
    /// A paragraph.
    Paragraph,
    /// A list item; its marker is no part of its text.
    Item {
        /// The marker as printed: `-`, `1.`, `a)`.
        marker: String,
        /// Depth, from 0.
        depth: u8,
    },
    /// A line of a table of contents.
    Contents,
    /// A footnote or endnote, placed behind the block that points at it; the text of the source has it at its end.
    Note,
    /// Running heads and feet, page numbers: kept in the text, no part of the letter's flow.
    Furniture,
}

/// A text as lines, as the page has them or as the author broke them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LaidText {
    /// The lines; none holds a line break.
    pub lines: Vec<LaidLine>,
    /// What the reader must tell about this text.
    pub remarks: Vec<RemarkKind>,
}

impl LaidText {
    /// Returns a text of one line.
    pub fn line(text: impl Into<String>) -> Self {
        LaidText { lines: vec![LaidLine::new(text)], remarks: Vec::new() }
    }

    /// Tells whether there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| line.text.trim().is_empty())
    }
}

/// One line of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LaidLine {
    /// The words.
    pub text: String,
    /// How it goes on.
    pub end: LineEnd,
    /// Its page, counted from 1, when the format has pages.
    pub page: Option<u32>,
}

impl LaidLine {
    /// Returns a line that ends its paragraph.
    pub fn new(text: impl Into<String>) -> Self {
        LaidLine { text: text.into(), end: LineEnd::Break, page: None }
    }
}

/// How a line goes on in the next line of its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LineEnd {
    /// The author ended the line or the paragraph.
    #[default]
    Break,
    /// The margin ended the line: a space stands between, or a hyphen that only breaks the word.
    Wrap,
    /// The margin cut a word without a hyphen: nothing stands between.
    InWord,
}

/// A table; cells that span columns stand in the first of them, with empty cells behind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LaidTable {
    /// The first row is a head, by the format's own word or by its looks.
    pub has_head: bool,
    /// How many columns the table has.
    pub columns: usize,
    /// The rows, each with one text for each column; one that spans rows stands in the first of them.
    pub rows: Vec<Vec<LaidText>>,
}

/// What a reader must tell beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    /// Words that a tracked change puts in; they are in the text.
    Inserted,
    /// Words that a tracked change takes out; they are not in the text.
    Deleted,
    /// A comment hangs on the text; its words are not in it.
    Commented,
    /// A page that has pictures and no text.
    PageWithoutText,
}
