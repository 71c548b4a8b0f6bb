//! The elements of a page, one by one, to blocks.
//!
//! Elements nest as deep as a page likes, so their state lies on a stack of its own.

use super::content::{Around, At, is_left_out};
use super::element::{Kind, has_style, is_bold, kind};
use super::grid::{Cell, Grid};
use super::list::List;
use super::note::{Notes, is_note, is_sign};
use super::running::{Running, Style, Taken};
use scraper::node::Element;
use scraper::{ElementRef, Node};
use std::collections::BTreeSet;
use styrbord_source::{Laid, RemarkKind, TextKind};

/// Above this level a heading is one that nothing but its looks tells.
const LOOKS_LIKE_HEADING: u8 = 7;
/// The longest line that its bold type makes a heading, in characters.
const HEADING_MAX: usize = 120;

/// Returns the blocks of an element.
pub(super) fn blocks(root: ElementRef<'_>) -> Vec<Laid> {
    let mut walk = Walk { headings: headings(root), sinks: vec![Cell::default()], ..Walk::default() };
    let top: At<'_> = *root;
    let mut at = top;
    loop {
        if walk.open(at)
            && let Some(child) = at.first_child()
        {
            at = child;
            continue;
        }
        loop {
            walk.close(at);
            if at == top {
                return walk.finish();
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            let Some(parent) = at.parent() else { return walk.finish() };
            at = parent;
        }
    }
}

/// Returns the texts of the headings, by which a table of contents is told from other lists of links.
fn headings(root: ElementRef<'_>) -> BTreeSet<String> {
    let headings = root.descendent_elements().filter(|one| matches!(kind(one.value()), Kind::Heading(_)));
    headings.map(|one| words(one.text().take(50).flat_map(str::split_whitespace))).collect()
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// What an open element changed, to be undone at its end.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    kind: Option<Kind>,
    style: Style,
    around: Option<Around>,
    is_note: bool,
    is_furniture: bool,
    is_sup: bool,
}

#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    style: Style,
    around: Option<Around>,
    text: Running,
    /// The level of the heading that is being read.
    heading: Option<u8>,
    /// The marker that the next text gets.
    marker: Option<String>,
    lists: Vec<List>,
    tables: Vec<Grid>,
    /// What is read goes here: the page, then a cell for each open cell or title of a table.
    sinks: Vec<Cell>,
    /// Empty cells for which spans of cells asked.
    spanned: usize,
    notes: Notes,
    in_note: usize,
    in_furniture: usize,
    in_sup: usize,
    inserted: usize,
    /// The tracked change that is being read was remarked.
    is_remarked: bool,
    /// Elements that buttons in headings unfold.
    unfolded: BTreeSet<String>,
    headings: BTreeSet<String>,
}

impl Walk {
    /// Begins a node; tells whether to go into it.
    fn open(&mut self, node: At<'_>) -> bool {
        let mut open = Open { style: self.style, around: self.around, ..Open::default() };
        let goes_in = match node.value() {
            Node::Text(text) => {
                self.words(text);
                false
            }
            Node::Element(element) => match ElementRef::wrap(node) {
                Some(wrapped) if !self.is_left_out(wrapped) => self.element(node, element, &mut open),
                _ => false,
            },
            _ => false,
        };
        self.open.push(open);
        goes_in
    }

    fn around(&self) -> Around {
        self.around.unwrap_or(Around { in_section: false, in_heading: false })
    }

    fn is_left_out(&mut self, node: ElementRef<'_>) -> bool {
        if self.open.is_empty() {
            return false;
        }
        let element = node.value();
        if self.around().in_heading
            && let Some(target) = element.attr("aria-controls")
        {
            self.unfolded.insert(target.to_owned());
        }
        let is_unfolded =
            !self.unfolded.is_empty() && element.id().is_some_and(|id| self.unfolded.contains(id));
        !is_unfolded && is_left_out(node, self.around())
    }

    /// Begins an element; tells whether to go into it.
    fn element(&mut self, node: At<'_>, element: &Element, open: &mut Open) -> bool {
        if element.name() == "a" && is_sign(node, element, self.in_note > 0, self.in_sup > 0) {
            if self.in_note > 0 {
                self.notes.name(element);
            } else {
                self.notes.point(element);
            }
            return false;
        }
        let kind = kind(element);
        open.kind = Some(kind);
        let mut around = self.around();
        around.in_section |= matches!(element.name(), "article" | "main" | "section" | "blockquote");
        around.in_section |= element.attr("role").map(str::trim) == Some("main");
        around.in_heading |= matches!(kind, Kind::Heading(_) | Kind::Summary);
        self.around = Some(around);
        self.begin(kind, node, element);
        self.style.bold |= is_bold(element) || kind == Kind::Summary;
        self.style.linked |= element.attr("href").is_some_and(|href| href.starts_with('#') && href.len() > 1);
        self.style.preformatted |=
            kind == Kind::Preformatted || has_style(element, "white-space", &["pre", "pre-wrap", "pre-line"]);
        open.is_note = is_note(element);
        // The words by which an office suite marks the head and foot of its pages.
        open.is_furniture =
            element.name() == "div" && matches!(element.attr("title"), Some("header" | "footer"));
        open.is_sup = element.name() == "sup";
        self.in_note += usize::from(open.is_note);
        self.in_furniture += usize::from(open.is_furniture);
        self.in_sup += usize::from(open.is_sup);
        if self.in_note > 0 {
            self.notes.name(element);
        }
        kind != Kind::Deleted
    }

    fn begin(&mut self, kind: Kind, node: At<'_>, element: &Element) {
        match kind {
            Kind::Inline => {}
            Kind::Inserted => {
                self.inserted += 1;
                self.is_remarked = false;
            }
            Kind::Deleted => {
                if !words(node.descendants().filter_map(|one| one.value().as_text().map(|text| text.trim())))
                    .is_empty()
                {
                    self.text.remark(RemarkKind::Deleted);
                }
            }
            Kind::Break => self.end_line(),
            _ if self.heading.is_some() => self.text.push(" ", self.style),
            Kind::Block | Kind::Preformatted | Kind::Summary | Kind::Rows(_) => {
                self.flush();
                if let Kind::Rows(is_head) = kind {
                    self.with_table(|table| table.in_head = is_head);
                }
            }
            Kind::Heading(level) => {
                self.flush();
                self.heading = Some(level);
            }
            Kind::List(is_ordered) => {
                self.flush();
                let items = || {
                    node.children()
                        .filter(|one| one.value().as_element().is_some_and(|one| one.name() == "li"))
                        .count()
                };
                self.lists.push(List::new(element, is_ordered, items));
            }
            Kind::Item => {
                self.flush();
                self.marker = match self.lists.last_mut() {
                    Some(list) => list.marker(element),
                    None => Some(List::BULLET.to_owned()),
                };
            }
            Kind::Table => {
                self.flush();
                self.tables.push(Grid::new(element));
            }
            Kind::Row => {
                self.flush();
                self.with_table(Grid::row);
            }
            Kind::Caption | Kind::Cell(_) => {
                self.flush();
                self.marker = None;
                self.sinks.push(Cell { is_head: kind == Kind::Cell(true), ..Cell::default() });
            }
        }
    }

    /// Ends a node.
    fn close(&mut self, node: At<'_>) {
        let Some(open) = self.open.pop() else { return };
        self.style = open.style;
        if let (Some(kind), Some(element)) = (open.kind, node.value().as_element()) {
            self.end(kind, element);
        }
        self.around = open.around;
        self.in_note -= usize::from(open.is_note);
        self.in_furniture -= usize::from(open.is_furniture);
        self.in_sup -= usize::from(open.is_sup);
    }

    fn end(&mut self, kind: Kind, element: &Element) {
        match kind {
            Kind::Inline | Kind::Deleted | Kind::Break => {}
            Kind::Inserted => self.inserted -= 1,
            Kind::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            _ if self.heading.is_some() => self.text.push(" ", self.style),
            Kind::Block | Kind::Preformatted | Kind::Summary => self.flush(),
            Kind::Rows(_) => {
                self.flush();
                self.with_table(|table| table.in_head = false);
            }
            Kind::List(_) => {
                self.flush();
                self.lists.pop();
            }
            Kind::Item => {
                self.flush();
                self.marker = None;
            }
            Kind::Row => {
                self.flush();
                self.with_table(Grid::end_row);
            }
            Kind::Caption | Kind::Cell(_) => self.end_cell(kind, element),
            Kind::Table => self.end_table(),
        }
    }

    fn with_table(&mut self, change: impl FnOnce(&mut Grid)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn end_cell(&mut self, kind: Kind, element: &Element) {
        self.flush();
        self.marker = None;
        let Some(cell) = (self.sinks.len() > 1).then(|| self.sinks.pop()).flatten() else { return };
        match self.tables.last_mut() {
            Some(table) if kind == Kind::Caption => table.caption.extend(cell.blocks),
            Some(table) => table.cell(element, cell, &mut self.spanned),
            None => cell.blocks.into_iter().for_each(|block| self.push(block)),
        }
    }

    fn end_table(&mut self) {
        self.flush();
        let Some(table) = self.tables.pop() else { return };
        let (blocks, is_table) = table.finish();
        for block in blocks {
            self.push(block);
        }
        if let Some(sink) = self.sinks.last_mut() {
            sink.has_structure |= is_table;
        }
    }

    fn words(&mut self, text: &str) {
        if !self.style.preformatted {
            self.push_words(text);
            return;
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.push_words(line);
        }
    }

    fn push_words(&mut self, text: &str) {
        if self.inserted > 0 && !self.is_remarked && !text.trim().is_empty() {
            self.text.remark(RemarkKind::Inserted);
            self.is_remarked = true;
        }
        self.text.push(text, self.style);
    }

    fn end_line(&mut self) {
        if self.text.end_line() && self.heading.is_none() {
            self.flush();
        }
    }

    /// Ends the running text and keeps it as a block.
    fn flush(&mut self) {
        let Some(taken) = self.text.take() else { return };
        self.is_remarked = false;
        let kind = self.text_kind(&taken);
        let Taken { mut text, bold, .. } = taken;
        if let (TextKind::Heading { .. }, Some(marker)) = (&kind, self.marker.take())
            && marker != List::BULLET
            && let Some(first) = text.lines.first_mut()
        {
            first.text.insert_str(0, &format!("{marker} "));
        }
        if let Some(sink) = self.sinks.last_mut() {
            sink.is_light |= !bold;
            sink.has_structure |= matches!(kind, TextKind::Heading { level } if level < LOOKS_LIKE_HEADING);
        }
        let block = Laid::Text(kind, text);
        if self.in_note > 0 && self.sinks.len() == 1 {
            self.notes.push(block);
        } else {
            self.push(block);
        }
    }

    fn push(&mut self, block: Laid) {
        let is_page = self.sinks.len() == 1;
        let Some(sink) = self.sinks.last_mut() else { return };
        if is_page {
            self.notes.place(sink.blocks.len());
        }
        sink.blocks.push(block);
    }

    fn text_kind(&mut self, taken: &Taken) -> TextKind {
        if self.in_furniture > 0 {
            return TextKind::Furniture;
        }
        if taken.text.is_blank() {
            return TextKind::Paragraph;
        }
        if self.in_note > 0 {
            self.marker = None;
            return TextKind::Note;
        }
        if let Some(level) = self.heading {
            return TextKind::Heading { level };
        }
        if taken.linked && self.is_contents(taken) {
            self.marker = None;
            return TextKind::Contents;
        }
        if let Some(marker) = self.marker.take() {
            let depth = self.lists.len().saturating_sub(1).min(8) as u8;
            return TextKind::Item { marker, depth };
        }
        if taken.bold && reads_as_heading(taken) {
            return TextKind::Heading { level: LOOKS_LIKE_HEADING };
        }
        TextKind::Paragraph
    }

    /// Tells whether a text that links to the page itself repeats a heading, with or without a page number.
    fn is_contents(&self, taken: &Taken) -> bool {
        let text = words(taken.text.lines.iter().flat_map(|line| line.text.split_whitespace()));
        let without_page = text.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['.', ' ']);
        self.headings.contains(&text) || self.headings.contains(without_page)
    }

    fn finish(mut self) -> Vec<Laid> {
        self.flush();
        let mut blocks = Vec::new();
        // Malformed markup may leave cells open.
        for sink in self.sinks {
            blocks.extend(sink.blocks);
        }
        self.notes.insert(blocks)
    }
}

/// Tells whether a bold line of its own reads as a heading and not as a sentence or a labelled field.
fn reads_as_heading(taken: &Taken) -> bool {
    let [line] = taken.text.lines.as_slice() else { return false };
    let text = line.text.trim();
    text.chars().count() <= HEADING_MAX && !text.ends_with(['.', ':', ';', ','])
}
