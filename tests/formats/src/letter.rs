//! A letter as its author had it in a word processor.

use crate::layout::Layout;
use anyhow::{Result, bail};
use std::path::Path;
use styrbord_source::{Format, Source};
use styrbord_syntax::{Block, BlockKind, LeafKind, Tree, leading_label, leading_number};

/// A letter in parts.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// One part of a letter; no text holds a line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The title of the letter.
    Title(String),
    /// A heading, level 1 to 6.
    Heading(u8, String),
    /// A line in bold that is no heading, such as a name in the letterhead.
    Strong(String),
    /// A paragraph.
    Paragraph(String),
    /// A list item: its marker as printed, its depth from 0, its text.
    Item(String, u8, String),
    /// A table.
    Table(Table),
    /// A line of the table of contents: title and page.
    Contents(String, String),
}

/// A table; each cell is a list of paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The first row is a head.
    pub has_head: bool,
    /// The rows, all of the same length.
    pub rows: Vec<Vec<Vec<String>>>,
}

impl Table {
    /// Returns the number of columns.
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Returns the column that a row's only cell may have to itself: a text too long for one column.
    pub fn spans(row: &[Vec<String>]) -> bool {
        let filled: Vec<usize> = (0..row.len()).filter(|at| !row[*at].is_empty()).collect();
        filled == [0] && row.len() > 1 && row[0].iter().map(|text| text.chars().count()).sum::<usize>() > 60
    }
}

impl Letter {
    /// Returns the letter whose text or Markdown is `source`, with the layout file that belongs to it, if any.
    pub fn read(source: &Source, layout: &str) -> Result<Self> {
        let layout = Layout::parse(layout)?;
        let tree = styrbord_syntax::parse(source);
        let mut writer = Writer { source, layout: &layout, parts: Vec::new(), numbered: 0, labelled: 0 };
        let mut last = 0;
        let mut until = 0;
        for block in &tree.blocks {
            let place = source.place(block.span);
            if place.line <= until {
                if place.end_line > until {
                    bail!("lines {}-{} stand half in a table", place.line, place.end_line);
                }
                continue;
            }
            if let Some((lines, table)) = layout.tables.get(&place.line) {
                until = *lines.end();
                same_words(source, &tree, lines.clone(), table)?;
                writer.parts.push(Part::Table(table.clone()));
                continue;
            }
            let cut = page_between(source, &tree, last, place.line);
            writer.block(block, place.line, cut);
            last = place.end_line;
        }
        Ok(Letter { parts: writer.parts })
    }

    /// Reads an example letter by its path.
    pub fn open(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)?;
        let is_markdown = path.extension().is_some_and(|ending| ending == "md");
        let format = if is_markdown { Format::Markdown } else { Format::Text };
        let name = path.file_stem().unwrap_or_default();
        let layout =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts").join(name).with_extension("layout");
        let layout = std::fs::read_to_string(layout).unwrap_or_default();
        Letter::read(&Source::new(text, format), &layout)
    }

    /// Returns all words, in order, without list markers and contents.
    pub fn words(&self) -> Vec<String> {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Title(one) | Part::Heading(_, one) | Part::Strong(one) | Part::Paragraph(one) => {
                    text.push_str(one);
                }
                Part::Item(_, _, one) => text.push_str(one),
                Part::Table(table) => {
                    for paragraph in table.rows.iter().flatten().flatten() {
                        text.push_str(paragraph);
                        text.push('\n');
                    }
                }
                Part::Contents(..) => {}
            }
            text.push('\n');
        }
        text.split_whitespace().map(str::to_owned).collect()
    }
}

/// Fails when a table has other letters than the lines that it stands for.
fn same_words(
    source: &Source,
    tree: &Tree,
    lines: std::ops::RangeInclusive<u32>,
    table: &Table,
) -> Result<()> {
    let letters = |text: &str| -> Vec<char> {
        let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        letters.sort_unstable();
        letters
    };
    let leaves = tree.leaves.iter().filter(|leaf| leaf.kind == LeafKind::Text);
    let there: String = leaves
        .filter(|leaf| lines.contains(&source.place(leaf.span).line))
        .map(|leaf| source.slice(leaf.span))
        .collect();
    let here = table.rows.iter().flatten().flatten().cloned().collect::<String>();
    if letters(&there) != letters(&here) {
        bail!("the table at lines {lines:?} has other words than the letter:\n{there}\n{here}");
    }
    Ok(())
}

/// Tells whether a page ends between two lines.
fn page_between(source: &Source, tree: &Tree, from: u32, to: u32) -> bool {
    let at = tree.leaves.partition_point(|leaf| source.place(leaf.span).line <= from);
    tree.leaves[at..]
        .iter()
        .take_while(|leaf| source.place(leaf.span).line < to)
        .any(|leaf| leaf.kind == LeafKind::Furniture)
}

struct Writer<'a> {
    source: &'a Source,
    layout: &'a Layout,
    parts: Vec<Part>,
    /// The level of the last heading with a number, and of the last one with a label.
    numbered: u8,
    labelled: u8,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block, line: u32, cut: bool) {
        match &block.kind {
            BlockKind::Table(table) => {
                let columns = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
                let rows = table.rows.iter().map(|row| {
                    let mut cells: Vec<Vec<String>> =
                        row.cells.iter().map(|cell| self.cell(cell.flow.as_str())).collect();
                    cells.resize(columns, Vec::new());
                    cells
                });
                let rows: Vec<Vec<Vec<String>>> = rows.collect();
                let has_head = table.has_head || self.source.format() == Format::Text && reads_as_head(&rows);
                self.parts.push(Part::Table(Table { has_head, rows }));
            }
            BlockKind::Contents => {
                let text = block.flow.joined();
                let title = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
                let page = text.rsplit([' ', '.']).next().unwrap_or_default();
                self.parts.push(Part::Contents(title.to_owned(), page.to_owned()));
            }
            BlockKind::Item { marker, depth } => {
                for (at, text) in self.paragraphs(block, line).into_iter().enumerate() {
                    self.parts.push(if at == 0 {
                        Part::Item(marker.clone(), *depth, text)
                    } else {
                        Part::Paragraph(text)
                    });
                }
            }
            BlockKind::Heading { level } => self.heading(*level, line, block.flow.joined()),
            BlockKind::Paragraph | BlockKind::Note => {
                for text in self.paragraphs(block, line) {
                    self.paragraph(line, text, cut);
                }
            }
        }
    }

    /// Returns the paragraphs of a cell.
    fn cell(&self, text: &str) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let anew = leading_label(line).is_some_and(|label| label.separated) || line.starts_with("- ");
            match out.last_mut() {
                Some(last) if self.source.format() == Format::Text && !anew => {
                    last.push('\n');
                    last.push_str(line);
                }
                _ => out.push(line.to_owned()),
            }
        }
        out.iter().map(|lines| styrbord_source::Flow::copy(lines, 0..lines.len()).joined()).collect()
    }

    /// Returns the paragraphs of a block: one, but where the layout or a label that comes again says otherwise.
    fn paragraphs(&self, block: &Block, line: u32) -> Vec<String> {
        let word = |text: &str| leading_label(text).map(|label| label.word.to_owned());
        let mut out = vec![styrbord_source::Flow::new()];
        let mut first = None;
        for (at, flow) in block.flow.lines().enumerate() {
            let label = word(flow.as_str());
            let again = at > 0 && label.is_some() && label == first;
            if at == 0 {
                first = label;
            }
            if again || at > 0 && self.layout.splits.contains(&(line + at as u32)) {
                out.push(styrbord_source::Flow::new());
            }
            if let Some(last) = out.last_mut() {
                last.append(&flow, "\n");
            }
        }
        out.iter().map(styrbord_source::Flow::joined).collect()
    }

    fn heading(&mut self, level: u8, line: u32, text: String) {
        if let Some(level) = self.layout.headings.get(&line) {
            return match level {
                0 => self.parts.push(Part::Paragraph(text)),
                level => self.numbered_heading(*level, text),
            };
        }
        if level < Block::MINOR - 1 {
            return self.numbered_heading(level, text);
        }
        if self.numbered == 0 && is_title(&text) {
            self.parts.push(Part::Title(text));
            return;
        }
        let is_bold_line = self.source.format() == Format::Markdown;
        if self.numbered == 0 || is_bold_line {
            self.parts.push(Part::Strong(text));
            return;
        }
        let level = self.numbered.max(self.labelled) + 1;
        self.parts.push(Part::Heading(level.min(6), text));
    }

    fn numbered_heading(&mut self, level: u8, text: String) {
        self.numbered = level;
        self.labelled = 0;
        self.parts.push(Part::Heading(level.min(6), text));
    }

    fn paragraph(&mut self, line: u32, text: String, cut: bool) {
        if let Some(level) = self.layout.headings.get(&line).filter(|level| **level > 0) {
            return self.numbered_heading(*level, text);
        }
        if cut
            && let Some(Part::Paragraph(before) | Part::Item(_, _, before)) = self.parts.last_mut()
            && text.starts_with(char::is_lowercase)
            && !before.ends_with(['.', ':', '?', '!'])
        {
            let lines = format!("{before}\n{text}");
            *before = styrbord_source::Flow::copy(&lines, 0..lines.len()).joined();
            return;
        }
        if self.numbered == 0 && is_title(&text) && !self.parts.is_empty() {
            return self.parts.push(Part::Title(text));
        }
        match self.label_level(&text) {
            Some(level) => {
                self.labelled = level;
                self.parts.push(Part::Heading(level.min(6), text));
            }
            None => self.parts.push(Part::Paragraph(text)),
        }
    }

    /// Returns the level of a paragraph that an author would have made a heading: a goal, an assignment, a post.
    fn label_level(&self, text: &str) -> Option<u8> {
        if self.numbered == 0 || text.ends_with(['.', ':']) || text.chars().count() > 160 {
            return None;
        }
        let base = self.numbered + 1;
        if is_post(text) {
            return Some(base);
        }
        let label = leading_label(text).filter(|label| !label.number.is_empty())?;
        let word = label.word.to_lowercase();
        let has_goals = self
            .parts
            .iter()
            .rev()
            .take_while(|part| !matches!(part, Part::Heading(level, _) if *level < base));
        let has_goals =
            has_goals.into_iter().any(|part| matches!(part, Part::Heading(level, _) if *level == base));
        match word.split(' ').next().unwrap_or_default() {
            "mål" | "hovedmål" | "hovudmål" | "styringsmål" => Some(base),
            "delmål" => Some(base + 1),
            "oppdrag" => Some(base + u8::from(has_goals)),
            _ => None,
        }
    }
}

/// Tells whether the first of several rows names the columns: words in each, figures in none.
fn reads_as_head(rows: &[Vec<Vec<String>>]) -> bool {
    let [head, _, ..] = rows else { return false };
    head.iter().flatten().all(|text| !text.starts_with(|c: char| c.is_ascii_digit()))
        && head.iter().filter(|cell| !cell.is_empty()).count() * 2 > head.len()
}

fn is_title(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.chars().count() <= 100
        && ["tildelingsbrev", "supplerande", "oppdragsdokument", "instruks om"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Tells whether a text is `Post 21 …` or `Kap. 1386 post 01`.
fn is_post(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let label = words.next().unwrap_or_default();
    let number = words.next().unwrap_or_default();
    (label == "Post" || label == "Kap.") && leading_number(number).is_some() | number.parse::<u32>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(text: &str, layout: &str) -> Letter {
        Letter::read(&Source::new(text.to_owned(), Format::Text), layout).unwrap()
    }

    #[test]
    fn a_paragraph_is_one_line_also_over_a_page() {
        let text = "1. Innledning\n\nBrevet er langt og det har flere linjer i arbeids-\nlivet, og det går videre på\n\n\
                    Side 1 av 2\n\nneste side.\n";
        let parts = letter(text, "").parts;
        assert_eq!(parts[0], Part::Heading(1, "1. Innledning".to_owned()));
        let Part::Paragraph(paragraph) = &parts[1] else { panic!("{parts:?}") };
        assert!(paragraph.ends_with("i arbeidslivet, og det går videre på neste side."), "{paragraph}");
    }

    #[test]
    fn a_table_of_the_layout_stands_for_its_lines() {
        let text = "1. Oppdrag\n\n2025-01 Analyse av ru-\nter 20.05.2025\n2025-02 Kart Løpende\n";
        let layout = "table 3-5\n2025-01 | Analyse av ruter | 20.05.2025\n2025-02 | Kart | Løpende\n";
        let parts = letter(text, layout).parts;
        let Part::Table(table) = &parts[1] else { panic!("{parts:?}") };
        assert_eq!((table.rows.len(), table.columns()), (2, 3));
        let wrong = layout.replace("ruter", "stier");
        let source = Source::new(text.to_owned(), Format::Text);
        assert!(Letter::read(&source, &wrong).unwrap_err().to_string().contains("other words"));
    }
}
