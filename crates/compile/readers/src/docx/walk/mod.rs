//! One part of the document, from its first element to its last.
//!
//! What is open stands in two stacks: `frames` has an entry for each element and says what its end does; `scopes` has
//! the stories, tables and paragraphs that gather text. Nothing here recurses, however deep a document nests.

use crate::docx::FORMAT;
use crate::docx::budget::Budget;
mod ends;
mod props;
mod words;

use crate::ReadError;
use crate::docx::fields::Fields;
use crate::docx::numbering::{Counters, Numbering};
use crate::docx::scope::{CellProps, NoteKind, Row, Scope, Story, Table};
use crate::docx::styles::Styles;
use crate::docx::symbols;
use crate::docx::xml::{Element, Event, Events};
use crate::limits::DEPTH_MAX;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_source::{Laid, LaidText, RemarkKind};

/// The most scopes in each other: a table takes four for each of its own depth.
const SCOPES_MAX: usize = DEPTH_MAX * 4;

/// The texts of notes, by what points at them.
pub(in crate::docx) type Notes = BTreeMap<(NoteKind, String), Vec<LaidText>>;

/// What parts share.
#[derive(Debug, Default)]
pub(in crate::docx) struct Shared {
    /// The styles.
    pub styles: Styles,
    /// The lists.
    pub numbering: Numbering,
    /// The notes.
    pub notes: Notes,
}

/// What a part holds.
#[derive(Debug, Default)]
pub(in crate::docx) struct Walked {
    /// The blocks of its story.
    pub blocks: Vec<Laid>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The notes, by their ids.
    pub notes: BTreeMap<String, Vec<LaidText>>,
}

/// What a section says about its pages.
#[derive(Debug, Default)]
pub(in crate::docx) struct Section {
    /// Its headers and footers.
    pub furniture: Vec<Furniture>,
    /// The first page has headers and footers of its own.
    pub title_page: bool,
}

/// A header or footer that a section names.
#[derive(Debug)]
pub(in crate::docx) struct Furniture {
    /// It is a footer.
    pub is_footer: bool,
    /// The pages that have it: `default`, `first`, `even`.
    pub pages: String,
    /// The relation to its part.
    pub id: String,
}

/// Reads a part.
pub(in crate::docx) fn walk(text: &str, shared: &Shared, budget: &Budget) -> Result<Walked, ReadError> {
    let (walked, sound) = pass(text, shared, budget, Fields::default())?;
    if sound {
        return Ok(walked);
    }
    // A field that never ends would hide all that follows it.
    Ok(pass(text, shared, budget, Fields::ignored())?.0)
}

/// Reads a part once; tells too whether every field ended.
fn pass(text: &str, shared: &Shared, budget: &Budget, fields: Fields) -> Result<(Walked, bool), ReadError> {
    let mut walker = Walker {
        shared,
        budget,
        counters: Counters::default(),
        frames: Vec::new(),
        scopes: vec![Scope::Story(Story::default())],
        runs: vec![Run::default()],
        fields,
        buffer: String::new(),
        inserted: 0,
        deleted: 0,
        silent: 0,
        seen: BTreeSet::new(),
        walked: Walked::default(),
    };
    let mut events = Events::new(text, budget);
    while let Some(event) = events.next()? {
        match event {
            Event::Open(element) => walker.open(&element)?,
            Event::Close => walker.close()?,
            Event::Text(text) => walker.text(&text),
        }
    }
    if let Some(Scope::Story(story)) = walker.scopes.pop() {
        walker.walked.blocks = walker.story_blocks(story).0;
    }
    let sound = walker.fields.all_ended();
    Ok((walker.walked, sound))
}

/// What an element is, and what its end does.
#[derive(Debug)]
enum Frame {
    Other,
    /// Nothing in it counts.
    Skip,
    /// Its words do not count, but its cells and paragraphs do.
    Silent,
    Inserted,
    Deleted,
    /// A text box; whether it is hidden.
    Box(bool),
    Note(String),
    Table,
    TableProps,
    Row,
    RowProps,
    Cell,
    CellProps,
    Paragraph,
    ParagraphProps,
    MarkProps,
    Run,
    RunProps,
    /// Words, and whether white space at their ends counts.
    Text(bool),
    /// Words that a tracked change takes out.
    DeletedText,
    /// The instruction of a field.
    Code,
    /// A field in one element.
    Field,
    /// The same thing in several forms; whether one was taken.
    Alternate(bool),
    /// A content control; whether it shows what it asks for.
    Control(bool),
    ControlProps,
    SectionProps,
}

/// What a run's properties say.
#[derive(Debug, Default)]
struct Run {
    style: Option<String>,
    bold: Option<bool>,
    hidden: Option<bool>,
    /// What follows in it is the mark of a note.
    is_mark: bool,
}

struct Walker<'a> {
    shared: &'a Shared,
    budget: &'a Budget,
    counters: Counters,
    frames: Vec<Frame>,
    scopes: Vec<Scope>,
    runs: Vec<Run>,
    fields: Fields,
    /// The words of the text element that is open.
    buffer: String,
    inserted: usize,
    deleted: usize,
    silent: usize,
    /// The notes that were given.
    seen: BTreeSet<(NoteKind, String)>,
    walked: Walked,
}

impl Walker<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let frame = match self.frames.last_mut() {
            Some(Frame::Skip) => Frame::Skip,
            Some(Frame::ParagraphProps) => self.paragraph_property(element),
            Some(Frame::MarkProps) => self.mark_property(element),
            Some(Frame::RunProps) => self.run_property(element),
            Some(Frame::TableProps) => self.table_property(element),
            Some(Frame::RowProps) => self.row_property(element),
            Some(Frame::CellProps) => self.cell_property(element),
            Some(Frame::ControlProps) => self.control_property(element),
            Some(Frame::SectionProps) => self.section_property(element),
            Some(Frame::Alternate(taken)) => alternative(element.name(), taken),
            Some(Frame::Control(true)) if element.name() == "sdtContent" => {
                self.silent += 1;
                Frame::Silent
            }
            _ => self.content(element)?,
        };
        self.frames.push(frame);
        Ok(())
    }

    /// Opens an element that is no property.
    fn content(&mut self, element: &Element<'_>) -> Result<Frame, ReadError> {
        Ok(match element.name() {
            "p" => self.begin_paragraph()?,
            "r" => {
                self.runs.push(Run::default());
                Frame::Run
            }
            "pPr" => Frame::ParagraphProps,
            "rPr" if matches!(self.frames.last(), Some(Frame::Run)) => Frame::RunProps,
            "t" => {
                self.begin_words(Frame::Text(element.attribute("space").is_some_and(|it| it == "preserve")))
            }
            "delText" => {
                self.deleted += 1;
                self.begin_words(Frame::DeletedText)
            }
            "instrText" => Frame::Code,
            "fldSimple" => {
                self.fields.simple(&element.attribute("instr").unwrap_or_default());
                Frame::Field
            }
            "ins" | "moveTo" => {
                self.inserted += 1;
                Frame::Inserted
            }
            "del" | "moveFrom" => {
                self.deleted += 1;
                Frame::Deleted
            }
            "tbl" => self.begin(Scope::Table(Table::default()), Frame::Table)?,
            "tr" if matches!(self.scopes.last(), Some(Scope::Table(_))) => {
                self.begin(Scope::Row(Row::default()), Frame::Row)?
            }
            "tc" if matches!(self.scopes.last(), Some(Scope::Row(_))) => {
                let story = Story { cell: Some(CellProps::default()), ..Story::default() };
                self.begin(Scope::Story(story), Frame::Cell)?
            }
            "tblPr" => Frame::TableProps,
            "trPr" => Frame::RowProps,
            "tcPr" => Frame::CellProps,
            "txbxContent" | "txBody" => self.begin_box()?,
            "footnote" | "endnote" => {
                let id = element.attribute("id").unwrap_or_default();
                self.begin(Scope::Story(Story::default()), Frame::Note(id))?
            }
            "AlternateContent" => Frame::Alternate(false),
            "sdt" => Frame::Control(false),
            "sdtPr" => Frame::ControlProps,
            "sectPr" => {
                self.walked.sections.push(Section::default());
                Frame::SectionProps
            }
            name if is_passed_over(name) => Frame::Skip,
            _ => {
                self.character(element);
                Frame::Other
            }
        })
    }

    /// Reads an element that stands for a character or points at something.
    fn character(&mut self, element: &Element<'_>) {
        match element.name() {
            "tab" | "ptab" => self.words("\t"),
            "br" | "cr" => self.break_line(),
            "noBreakHyphen" => self.words("-"),
            "sym" => {
                let font = element.attribute("font").unwrap_or_default();
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(symbol) = code.and_then(|code| symbols::symbol(&font, code)) {
                    self.words(symbol.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => self.fields.mark(&element.attribute("fldCharType").unwrap_or_default()),
            "footnoteReference" => self.note(NoteKind::Foot, element),
            "endnoteReference" => self.note(NoteKind::End, element),
            "commentReference" => {
                if let (true, Some(Scope::Paragraph(paragraph))) = (self.is_shown(), self.scopes.last_mut()) {
                    paragraph.remark(RemarkKind::Commented);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self) -> Result<(), ReadError> {
        match self.frames.pop() {
            Some(Frame::Text(keeps_space)) => {
                let buffer = std::mem::take(&mut self.buffer);
                let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
                self.words(if keeps_space { &buffer } else { buffer.trim_matches(is_space) });
            }
            Some(Frame::DeletedText) => {
                let buffer = std::mem::take(&mut self.buffer);
                self.words(&buffer);
                self.deleted -= 1;
            }
            Some(Frame::Inserted) => self.inserted -= 1,
            Some(Frame::Deleted) => self.deleted -= 1,
            Some(Frame::Silent) => self.silent -= 1,
            Some(Frame::Run) => {
                self.runs.pop();
            }
            Some(Frame::Field) => self.fields.simple_end(),
            Some(Frame::Paragraph) => self.end_paragraph(),
            Some(Frame::Box(hidden)) => self.end_box(hidden),
            Some(Frame::Note(id)) => self.end_note(id),
            Some(Frame::Cell) => self.end_cell(),
            Some(Frame::Row) => self.end_row(),
            Some(Frame::Table) => self.end_table()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match self.frames.last() {
            Some(Frame::Text(_) | Frame::DeletedText) => self.buffer.push_str(text),
            Some(Frame::Code) => self.fields.code(text),
            _ => {}
        }
    }

    /// Opens a scope, unless there are too many in each other.
    fn begin(&mut self, scope: Scope, frame: Frame) -> Result<Frame, ReadError> {
        if self.scopes.len() >= SCOPES_MAX {
            return Err(ReadError::TooMuchInside(FORMAT));
        }
        self.scopes.push(scope);
        Ok(frame)
    }

    fn begin_words(&mut self, frame: Frame) -> Frame {
        self.buffer.clear();
        frame
    }

    fn begin_paragraph(&mut self) -> Result<Frame, ReadError> {
        if let Some(Scope::Paragraph(paragraph)) = self.scopes.last_mut() {
            paragraph.break_line();
            return Ok(Frame::Other);
        }
        self.begin(Scope::Paragraph(Box::default()), Frame::Paragraph)
    }

    fn begin_box(&mut self) -> Result<Frame, ReadError> {
        let hidden = !self.is_shown() || self.is_hidden();
        self.silent += usize::from(hidden);
        self.runs.push(Run::default());
        self.begin(Scope::Story(Story::default()), Frame::Box(hidden))
    }
}

/// Takes the first form of a thing that comes in several.
fn alternative(name: &str, taken: &mut bool) -> Frame {
    if *taken || !matches!(name, "Choice" | "Fallback") {
        return Frame::Skip;
    }
    *taken = true;
    Frame::Other
}

/// Tells whether nothing in an element is text of the letter.
fn is_passed_over(name: &str) -> bool {
    matches!(
        name,
        "rPr"
            | "delInstrText"
            | "ffData"
            | "rt"
            | "customXmlPr"
            | "smartTagPr"
            | "tblGrid"
            | "sdtEndPr"
            | "fldData"
            | "pPrChange"
            | "rPrChange"
            | "tblPrEx"
            | "binData"
            | "bodyPr"
            | "lstStyle"
    )
}
