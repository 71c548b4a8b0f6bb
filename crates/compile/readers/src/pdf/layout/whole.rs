//! All pages to one document: paragraphs, tables and notes in their places.

use super::aligned;
use super::columns::columns;
use super::flow::{Block, Lists, Usual, count_on};
use super::headings::Levels;
use super::leaf::{Item, Leaf};
use super::line::{Line, Vocabulary, laid};
use super::notes::{self, Note};
use super::table::TablePart;
use super::table_over_pages::Whole;
use super::usual::{Margins, usual};
use std::collections::BTreeMap;
use styrbord_source::{Laid, RemarkKind, TextKind};

/// What comes next in reading order.
enum Next {
    Line(Line, usize),
    Contents(Line, usize),
    Table(TablePart),
    Furniture(Vec<Line>),
    Picture(u32),
}

/// A block that is done, or that the next page may go on with.
enum Done {
    Text(Block),
    Table(Whole),
    Furniture(Vec<Line>),
    Picture(u32),
}

/// Returns the blocks of a document.
pub(super) fn document(leaves: Vec<Leaf>, size: f32) -> Vec<Laid> {
    let mut notes = Vec::new();
    let mut words = Vocabulary::default();
    let mut nexts = Vec::new();
    let mut margins = Margins::default();
    let mut widths: Vec<f32> = Vec::new();
    let mut column = 0;
    let mut gutter = None;
    for mut leaf in leaves {
        let width = leaf.width;
        nexts.push(Next::Furniture(std::mem::take(&mut leaf.head)));
        let foot = Next::Furniture(std::mem::take(&mut leaf.foot));
        if leaf.is_picture {
            nexts.push(Next::Picture(leaf.number));
        }
        notes.extend(notes::take(&mut leaf, size));
        for part in columns(std::mem::take(&mut leaf.items), width, &mut gutter) {
            column += 1;
            widths.resize(column + 1, width);
            for item in aligned::tables(part.items, &leaf.free, leaf.number) {
                match item {
                    Item::Table(table) => {
                        words.learn_cells(&table);
                        nexts.push(Next::Table(table));
                    }
                    Item::Row(row) => {
                        let Some(mut line) = Line::of_row(&row, leaf.number) else { continue };
                        words.learn(&line, false);
                        match part.margin {
                            Some(margin) => line.margin = margin,
                            None => margins.learn(width, &line),
                        }
                        let dotted = leads_to_number(&line.text);
                        let next = if dotted { Next::Contents } else { Next::Line };
                        nexts.push(next(line, column));
                    }
                    Item::Contents(row) => {
                        nexts
                            .extend(Line::of_row(&row, leaf.number).map(|line| Next::Contents(line, column)));
                    }
                }
            }
        }
        nexts.push(foot);
    }
    margins.settle();
    for next in &mut nexts {
        if let Next::Line(line, column) = next
            && line.margin <= 0.0
        {
            let width = widths.get(*column).copied().unwrap_or_default();
            line.margin = margins.of(width).unwrap_or(line.x1).max(line.x1);
        }
    }
    let pairs = nexts.iter().zip(nexts.iter().skip(1)).filter_map(|pair| match pair {
        (Next::Line(line, a), Next::Line(next, b)) if a == b => Some((line, next)),
        _ => None,
    });
    let usual = usual(size, pairs);
    let mut done = flowed(nexts, usual, &words);
    count_on(done.iter_mut().filter_map(|done| match done {
        Done::Text(block) => Some(block),
        _ => None,
    }));
    emitted(&done, notes, usual, &words)
}

/// Tells whether dots lead to a page number.
fn leads_to_number(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - before.len();
    let dots =
        before.chars().rev().take_while(|c| matches!(c, '.' | '…' | '·' | ' ' | '_')).collect::<String>();
    let count: usize = dots.chars().map(|c| if c == '…' { 3 } else { usize::from(c != ' ') }).sum();
    (1..=3).contains(&digits) && count >= 3
}

/// Puts together what goes on.
fn flowed(nexts: Vec<Next>, usual: Usual, words: &Vocabulary) -> Vec<Done> {
    let mut done: Vec<Done> = Vec::new();
    let mut open: Option<usize> = None;
    let mut lists = Lists::default();
    for next in nexts {
        let current = open.and_then(|open| done.get_mut(open));
        match (next, current) {
            (Next::Line(line, column), Some(Done::Text(block)))
                if block.goes_on(&line, column, usual, words) =>
            {
                block.take(line, column);
            }
            (Next::Table(part), Some(Done::Table(whole))) if whole.goes_on(&part) => whole.take(part, words),
            (Next::Line(line, column), _) => {
                open = Some(done.len());
                done.push(Done::Text(Block::begin(line, column, Some(usual), &mut lists)));
            }
            (Next::Contents(line, column), _) => {
                open = None;
                done.push(Done::Text(Block::contents(line, column)));
            }
            (Next::Table(part), _) => {
                open = Some(done.len());
                done.push(Done::Table(Whole::new(part)));
            }
            (Next::Furniture(lines), _) if lines.is_empty() => {}
            (Next::Furniture(lines), _) => done.push(Done::Furniture(lines)),
            (Next::Picture(page), _) => done.push(Done::Picture(page)),
        }
    }
    done
}

/// Returns the blocks as a reader gives them, each note behind the block that points at it.
fn emitted(done: &[Done], notes: Vec<Note>, usual: Usual, words: &Vocabulary) -> Vec<Laid> {
    let texts = done.iter().filter_map(|done| match done {
        Done::Text(block) => Some(block),
        _ => None,
    });
    let levels = Levels::of(texts, usual);
    let mut places = places(done, notes);
    let mut all = Vec::new();
    for (at, done) in done.iter().enumerate() {
        match done {
            Done::Text(block) => {
                let kind = levels.kind(block, usual);
                all.push(Laid::Text(kind, laid(&block.lines, words)));
            }
            Done::Table(table) => all.push(Laid::Table(table.laid(words))),
            Done::Furniture(lines) => all.push(Laid::Text(TextKind::Furniture, laid(lines, words))),
            Done::Picture(page) => all.push(Laid::Remark(RemarkKind::PageWithoutText, Some(*page))),
        }
        let notes = places.remove(&at).unwrap_or_default();
        all.extend(notes.iter().map(|note| Laid::Text(TextKind::Note, laid(&note.lines, words))));
    }
    all
}

/// Returns behind which block each note belongs: the one that has its mark on its page, else the last of the page.
fn places(done: &[Done], notes: Vec<Note>) -> BTreeMap<usize, Vec<Note>> {
    let mut marks: BTreeMap<(u32, &str), usize> = BTreeMap::new();
    let mut lasts: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, done) in done.iter().enumerate() {
        match done {
            Done::Text(block) => {
                for line in &block.lines {
                    lasts.insert(line.page, at);
                    for mark in &line.refs {
                        marks.entry((line.page, mark)).or_insert(at);
                    }
                }
            }
            Done::Table(table) => {
                for (page, mark) in table.refs() {
                    marks.entry((page, mark)).or_insert(at);
                }
            }
            _ => {}
        }
    }
    let mut places: BTreeMap<usize, Vec<Note>> = BTreeMap::new();
    for note in notes {
        let marked = marks.get(&(note.page, note.mark.as_str())).or_else(|| lasts.get(&note.page));
        let place = marked.copied().unwrap_or(done.len().saturating_sub(1));
        places.entry(place).or_default().push(note);
    }
    places
}
