//! A document by its own structure: what it calls a heading, an item, a row is one; geometry tells lines apart.

use super::super::page::{Kid, Tag};
use super::flow::{Block, Kind, Lists, Usual};
use super::ink::Sheet;
use super::line::{Line, Vocabulary, laid};
use super::marked::Marked;
use super::tagged_table::Cells;
use super::usual::{Margins, usual};
use std::collections::BTreeMap;
use styrbord_source::{Laid, LaidTable, TextKind};

/// A block in the order of the structure.
pub(super) enum Told {
    /// Running text, a heading, an item.
    Text(Block),
    /// A table.
    Table(Cells),
    /// A note.
    Note(Vec<Line>),
}

/// Reads the structure of a document.
struct Reader<'a> {
    marked: &'a mut Marked,
    told: Vec<Told>,
    /// Notes found within the block that is being read.
    notes: Vec<Vec<Line>>,
    lists: Lists,
}

/// Returns the blocks that the structure tells; none when it leaves too much out or says too little.
pub(super) fn told(tags: &[Tag], sheets: &[Sheet]) -> Option<(Vec<Told>, Marked)> {
    let mut marked = Marked::new(sheets);
    let all = marked.len();
    let mut reader =
        Reader { marked: &mut marked, told: Vec::new(), notes: Vec::new(), lists: Lists::default() };
    for tag in tags {
        reader.element(tag, 0);
    }
    let told = reader.told;
    let largest = told.iter().map(Told::length).max().unwrap_or(0);
    let taken = all - marked.len();
    let enough = taken > 0 && (all - taken) * 30 <= all;
    let telling = largest * 2 < taken || taken < 1500;
    (enough && telling).then_some((told, marked))
}

impl Told {
    /// Returns about how many characters it has.
    fn length(&self) -> usize {
        let count = |lines: &[Line]| lines.iter().map(|line| line.text.len()).sum();
        match self {
            Told::Text(block) => count(&block.lines),
            Told::Note(lines) => count(lines),
            Told::Table(_) => 0,
        }
    }

    /// Returns its first page.
    pub fn page(&self) -> Option<u32> {
        match self {
            Told::Text(block) => block.lines.first().map(|line| line.page),
            Told::Note(lines) => lines.first().map(|line| line.page),
            Told::Table(cells) => cells.lines().next().map(|line| line.page),
        }
    }
}

/// Returns the level of a heading by its role.
fn level(role: &str) -> Option<u8> {
    match role {
        "Title" | "H" => Some(1),
        _ => role.strip_prefix('H')?.parse().ok().filter(|level| (1..=9).contains(level)),
    }
}

/// Tells whether an element only holds others, or words amid those of others.
fn is_inline(role: &str) -> bool {
    matches!(
        role,
        "Span"
            | "Link"
            | "Reference"
            | "Quote"
            | "Em"
            | "Strong"
            | "Sub"
            | "Annot"
            | "BibEntry"
            | "Code"
            | "Lbl"
    )
}

/// Tells whether an element is a block with blocks or words in it.
fn holds_blocks(tag: &Tag) -> bool {
    tag.kids.iter().any(|kid| matches!(kid, Kid::Tag(kid) if !is_inline(&kid.role) && !is_note(&kid.role)))
}

/// Tells whether a label amid words is the mark of a note: a link to it.
fn points_away(label: &Tag) -> bool {
    label
        .kids
        .iter()
        .any(|kid| matches!(kid, Kid::Tag(kid) if matches!(kid.role.as_str(), "Link" | "Reference")))
}

fn is_note(role: &str) -> bool {
    matches!(role, "Note" | "FENote")
}

impl Reader<'_> {
    fn element(&mut self, tag: &Tag, depth: u8) {
        match tag.role.as_str() {
            "Artifact" => {}
            "Table" => {
                let cells = Cells::of(tag, &mut |cell| self.cell(cell));
                self.told.push(Told::Table(cells));
                self.flush();
            }
            "L" => self.list(tag, depth),
            "TOCI" => {
                let lines = self.lines(tag, true);
                self.told.extend(lines.into_iter().map(|line| Told::Text(Block::contents(line, 0))));
            }
            role if is_note(role) => {
                let lines = self.lines(tag, false);
                self.told.push(Told::Note(lines));
                self.flush();
            }
            role if level(role).is_some() => {
                let lines = self.lines(tag, true);
                let long = lines.iter().map(|line| line.text.len()).sum::<usize>() > 300;
                let kind = level(role).filter(|_| !long).map_or(Kind::Text, Kind::Heading);
                self.block(kind, lines);
            }
            _ if holds_blocks(tag) => self.mixed(tag, depth),
            _ => self.text(tag),
        }
    }

    /// Reads an element that holds blocks, and perhaps words of its own between them.
    fn mixed(&mut self, tag: &Tag, depth: u8) {
        for kid in &tag.kids {
            match kid {
                Kid::Tag(kid) => self.element(kid, depth),
                Kid::Mark(page, mark) => {
                    let lines = self.marked.lines(&[(*page, *mark)]);
                    self.block(Kind::Text, lines);
                }
            }
        }
    }

    fn text(&mut self, tag: &Tag) {
        let lines = self.lines(tag, true);
        self.block(Kind::Text, lines);
    }

    fn block(&mut self, kind: Kind, lines: Vec<Line>) {
        let mut lines = lines.into_iter();
        if let Some(first) = lines.next() {
            let mut block = Block::begin(first, 0, None, &mut self.lists);
            if kind != Kind::Text {
                block.kind = kind;
            }
            block.lines.extend(lines);
            self.told.push(Told::Text(block));
        }
        self.flush();
    }

    /// Puts the notes that were met behind the block that has their marks.
    fn flush(&mut self) {
        self.told.extend(self.notes.drain(..).map(Told::Note));
    }

    fn list(&mut self, tag: &Tag, depth: u8) {
        for kid in &tag.kids {
            let Kid::Tag(item) = kid else { continue };
            match item.role.as_str() {
                "LI" => self.item(item, depth),
                "L" => self.list(item, depth + 1),
                _ => self.element(item, depth),
            }
        }
    }

    fn item(&mut self, tag: &Tag, depth: u8) {
        let mut marker = String::new();
        let mut lines: Vec<Line> = Vec::new();
        let mut lists: Vec<&Tag> = Vec::new();
        for kid in &tag.kids {
            match kid {
                Kid::Tag(kid) if kid.role == "Lbl" => {
                    marker = self.lines(kid, true).first().map(|line| line.text.clone()).unwrap_or_default();
                }
                Kid::Tag(kid) if kid.role == "L" => lists.push(kid),
                Kid::Tag(kid) => {
                    let (own, inner) = self.body(kid);
                    lines.extend(own);
                    lists.extend(inner);
                }
                Kid::Mark(page, mark) => lines.extend(self.marked.lines(&[(*page, *mark)])),
            }
        }
        if marker.is_empty() {
            self.block(Kind::Text, lines);
        } else if !lines.is_empty() {
            self.told.push(Told::Text(Block::item(marker, depth, lines)));
            self.flush();
        }
        for list in lists {
            self.list(list, depth.saturating_add(1).min(8));
        }
    }

    /// Returns the lines of an item's body and the lists within it.
    fn body<'t>(&mut self, tag: &'t Tag) -> (Vec<Line>, Vec<&'t Tag>) {
        if !holds_blocks(tag) {
            return (self.lines(tag, true), Vec::new());
        }
        let (mut lines, mut lists) = (Vec::new(), Vec::new());
        for kid in &tag.kids {
            match kid {
                Kid::Tag(kid) if kid.role == "L" => lists.push(kid),
                Kid::Tag(kid) => {
                    let (own, inner) = self.body(kid);
                    lines.extend(own);
                    lists.extend(inner);
                }
                Kid::Mark(page, mark) => lines.extend(self.marked.lines(&[(*page, *mark)])),
            }
        }
        (lines, lists)
    }

    /// Returns the blocks of lines of a table's cell.
    fn cell(&mut self, tag: &Tag) -> Vec<Vec<Line>> {
        if tag.role == "LI" {
            return vec![self.lines(tag, true)];
        }
        if !holds_blocks(tag) {
            return vec![self.lines(tag, true)];
        }
        let mut all = Vec::new();
        for kid in &tag.kids {
            match kid {
                Kid::Tag(kid) => all.extend(self.cell(kid)),
                Kid::Mark(page, mark) => all.push(self.marked.lines(&[(*page, *mark)])),
            }
        }
        all
    }

    /// Returns the lines of all words in an element; notes in it are kept for later, labels left out when asked.
    fn lines(&mut self, tag: &Tag, labels: bool) -> Vec<Line> {
        let mut marks = Vec::new();
        self.marks(tag, labels, &mut marks);
        self.marked.lines(&marks)
    }

    fn marks(&mut self, tag: &Tag, labels: bool, marks: &mut Vec<(u32, u32)>) {
        for kid in &tag.kids {
            match kid {
                Kid::Mark(page, mark) => marks.push((*page, *mark)),
                Kid::Tag(kid) if is_note(&kid.role) => {
                    let lines = self.lines(kid, false);
                    self.notes.push(lines);
                }
                Kid::Tag(kid) if kid.role == "Lbl" && (!labels || points_away(kid)) => {
                    let mut label = Vec::new();
                    self.marks(kid, true, &mut label);
                    self.marked.lines(&label);
                }
                Kid::Tag(kid) if kid.role == "Artifact" => {}
                Kid::Tag(kid) => self.marks(kid, labels, marks),
            }
        }
    }
}

/// Sets how far lines run, and returns what is usual and the words of the document.
pub(super) fn settle(told: &mut [Told], widths: &dyn Fn(u32) -> f32, size: f32) -> (Usual, Vocabulary) {
    let (mut words, mut margins) = (Vocabulary::default(), Margins::default());
    for told in told.iter() {
        match told {
            Told::Text(block) => {
                for line in &block.lines {
                    words.learn(line, false);
                    margins.learn(widths(line.page), line);
                }
            }
            Told::Table(cells) => cells.lines().for_each(|line| words.learn(line, true)),
            Told::Note(_) => {}
        }
    }
    margins.settle();
    let halves = Halves::of(told, widths);
    for told in told.iter_mut() {
        let lines = match told {
            Told::Text(block) => &mut block.lines,
            Told::Note(lines) => {
                without_mark(lines);
                lines
            }
            Told::Table(_) => continue,
        };
        for line in lines {
            let margin = halves.margin(line, widths).or_else(|| margins.of(widths(line.page)));
            line.margin = margin.unwrap_or(line.x1).max(line.x1);
        }
    }
    let pairs = told.iter().filter_map(|told| match told {
        Told::Text(block) => Some(block.lines.iter().zip(block.lines.iter().skip(1))),
        _ => None,
    });
    (usual(size, pairs.flatten()), words)
}

/// Where the lines of the two columns of a page end, for pages that have two.
struct Halves(BTreeMap<u32, [f32; 2]>);

impl Halves {
    fn of(told: &[Told], widths: &dyn Fn(u32) -> f32) -> Halves {
        const LINES_MIN: usize = 6;
        let mut pages: BTreeMap<u32, ([Vec<f32>; 2], usize)> = BTreeMap::new();
        let texts = told.iter().filter_map(|told| match told {
            Told::Text(block) => Some(&block.lines),
            _ => None,
        });
        for line in texts.flatten() {
            let (sides, crossing) = pages.entry(line.page).or_default();
            match side(line, widths).and_then(|side| sides.get_mut(side)) {
                Some(ends) => ends.push(line.x1),
                None => *crossing += 1,
            }
        }
        let two = pages.into_iter().filter_map(|(page, (mut sides, crossing))| {
            let [left, right] = &mut sides;
            left.sort_by(f32::total_cmp);
            right.sort_by(f32::total_cmp);
            let few = left.len().min(right.len());
            let end = |ends: &[f32]| ends.get(ends.len() * 96 / 100).copied();
            let is_two = few >= LINES_MIN && crossing * 8 <= left.len() + right.len();
            is_two.then_some((page, [end(left)?, end(right)?]))
        });
        Halves(two.collect())
    }

    fn margin(&self, line: &Line, widths: &dyn Fn(u32) -> f32) -> Option<f32> {
        self.0.get(&line.page)?.get(side(line, widths)?).copied()
    }
}

/// Returns the half of its page in which a line stands wholly.
fn side(line: &Line, widths: &dyn Fn(u32) -> f32) -> Option<usize> {
    let middle = widths(line.page) / 2.0;
    match (line.x1 < middle, line.x0 > middle) {
        (true, _) => Some(0),
        (_, true) => Some(1),
        _ => None,
    }
}

/// Takes the mark off the beginning of a note.
fn without_mark(lines: &mut [Line]) {
    let Some(line) = lines.first_mut().filter(|line| line.lead.is_none()) else { return };
    let rest = line.text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.text.len() - rest.len();
    if (1..=3).contains(&digits) && rest.starts_with(|c: char| c == ' ' || c.is_uppercase()) {
        line.text = rest.trim_start().to_owned();
    }
}

/// Returns a table as a reader gives it.
pub(super) fn table(cells: &Cells, words: &Vocabulary) -> LaidTable {
    cells.laid(words)
}

/// Returns a note as a reader gives it.
pub(super) fn note(lines: &[Line], words: &Vocabulary) -> Laid {
    Laid::Text(TextKind::Note, laid(lines, words))
}
