//! What the structure tells, with what it leaves out: running heads and feet, pages of pictures.

use super::super::page::{Page, Tag};
use super::flow::count_on;
use super::furniture;
use super::headings::Levels;
use super::ink::Sheet;
use super::leaf::{Item, Leaf, leaf};
use super::line::{Line, Vocabulary, laid};
use super::tagged::{Told, note, settle, table, told};
use super::usual;
use std::collections::BTreeMap;
use styrbord_source::{Laid, RemarkKind, TextKind};

/// Returns the blocks of a document by its structure; none when it has no good one.
pub(super) fn document(pages: &[Page], tags: &[Tag], sheets: &[Sheet]) -> Option<Vec<Laid>> {
    let (mut blocks, mut marked) = told(tags, sheets)?;
    let mut leaves = Vec::new();
    let mut sizes = usual::Sizes::default();
    for (sheet, page) in sheets.iter().zip(pages) {
        for ink in &sheet.inks {
            sizes.add(ink.size, 1);
        }
        let rest = Sheet {
            number: sheet.number,
            width: sheet.width,
            height: sheet.height,
            inks: marked.rest(sheet.number),
            artifacts: sheet.artifacts.clone(),
            slanted: sheet.slanted.clone(),
            rules: Vec::new(),
        };
        leaves.push(leaf(&rest, page));
    }
    let size = sizes.most();
    furniture::set_aside(&mut leaves, size);
    let by_page: BTreeMap<u32, f32> = sheets.iter().map(|sheet| (sheet.number, sheet.width)).collect();
    let widths = |page: u32| by_page.get(&page).copied().unwrap_or(0.0);
    let (usual, words) = settle(&mut blocks, &widths, size);
    count_on(blocks.iter_mut().filter_map(|told| match told {
        Told::Text(block) => Some(block),
        _ => None,
    }));
    let texts = blocks.iter().filter_map(|told| match told {
        Told::Text(block) => Some(block),
        _ => None,
    });
    let levels = Levels::of(texts, usual);
    let mut all = Vec::new();
    let mut leaves = leaves.into_iter().peekable();
    let mut open: Option<Leaf> = None;
    for told in &blocks {
        let page = told.page().unwrap_or(0);
        while leaves.peek().is_some_and(|leaf| leaf.number <= page) {
            close(open.take(), &words, &mut all);
            open = leaves.next().inspect(|leaf| begin(leaf, &words, &mut all));
        }
        match told {
            Told::Text(block) => all.push(Laid::Text(levels.kind(block, usual), laid(&block.lines, &words))),
            Told::Table(cells) => all.push(Laid::Table(table(cells, &words))),
            Told::Note(lines) => all.push(note(lines, &words)),
        }
    }
    close(open, &words, &mut all);
    for leaf in leaves {
        begin(&leaf, &words, &mut all);
        close(Some(leaf), &words, &mut all);
    }
    Some(all)
}

/// Writes what stands at the head of a page.
fn begin(leaf: &Leaf, words: &Vocabulary, all: &mut Vec<Laid>) {
    furniture_of(&leaf.head, words, all);
    if leaf.is_picture {
        all.push(Laid::Remark(RemarkKind::PageWithoutText, Some(leaf.number)));
    }
}

/// Writes what the structure left out of a page, and what stands at its foot.
fn close(leaf: Option<Leaf>, words: &Vocabulary, all: &mut Vec<Laid>) {
    let Some(leaf) = leaf else { return };
    for item in &leaf.items {
        if let Item::Row(row) | Item::Contents(row) = item
            && let Some(line) = Line::of_row(row, leaf.number)
        {
            all.push(Laid::Text(TextKind::Paragraph, laid(&[line], words)));
        }
    }
    furniture_of(&leaf.foot, words, all);
}

fn furniture_of(lines: &[Line], words: &Vocabulary, all: &mut Vec<Laid>) {
    if !lines.is_empty() {
        all.push(Laid::Text(TextKind::Furniture, laid(lines, words)));
    }
}
