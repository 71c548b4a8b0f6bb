//! The layout of pages: glyphs and ruled lines to blocks in reading order.
//!
//! A page becomes rows of words outside and lines inside ruled tables ([`leaf`]); what repeats from page to page is
//! set aside ([`furniture`]), notes are taken off its foot ([`notes`]), two columns are parted ([`columns`]), and
//! rows that stand in columns become tables ([`aligned`]). Then lines flow into paragraphs and tables into each
//! other, over all pages ([`whole`]).
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]

mod aligned;
mod columns;
mod flow;
mod furniture;
mod grid;
mod headings;
mod ink;
mod leaf;
mod line;
mod marked;
mod markers;
mod notes;
mod rules;
mod table;
mod table_over_pages;
mod tagged;
mod tagged_table;
mod told;
mod usual;
mod whole;
mod words;

#[cfg(test)]
mod tests;

use super::document::Takes;
use super::page::{Face, Page, Tag};
use styrbord_source::Laid;

/// Lays out a document page by page. A page's glyphs go as soon as its rows are known; only a document with a
/// structure, which goes across pages, is kept whole.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The document has a structure.
    is_tagged: bool,
    /// Pages that wait: all of a document with a structure, else the first ones.
    waiting: Vec<Page>,
    /// Whether the document's word on what is no content is trusted, once that is settled.
    trusted: Option<bool>,
    leaves: Vec<leaf::Leaf>,
}

/// So many pages tell whether the document's word on what is no content is to be trusted.
const TELLING_PAGES: usize = 64;

impl Takes for Layout {
    fn begin(&mut self, is_tagged: bool) {
        self.is_tagged = is_tagged;
    }

    fn page(&mut self, page: Page, faces: &[Face]) {
        match self.trusted {
            Some(trusted) => self.leaves.push(leaf_of(&page, faces, trusted)),
            None => self.waiting.push(page),
        }
        if self.trusted.is_none() && !self.is_tagged && self.waiting.len() >= TELLING_PAGES {
            self.settle(faces);
        }
    }
}

impl Layout {
    /// Returns the blocks: by the structure when the document has a good one, else by what its pages look like.
    pub(super) fn finish(mut self, faces: &[Face], tags: Option<Vec<Tag>>) -> Vec<Laid> {
        if let Some(tags) = tags.filter(|_| self.is_tagged) {
            let trusted = artifacts_are_few(&self.waiting);
            let sheets: Vec<ink::Sheet> =
                self.waiting.iter().map(|page| ink::sheet(page, faces, trusted)).collect();
            if let Some(blocks) = told::document(&self.waiting, &tags, &sheets) {
                return blocks;
            }
        }
        self.settle(faces);
        let size = usual::size(&self.leaves);
        furniture::set_aside(&mut self.leaves, size);
        whole::document(self.leaves, size)
    }

    /// Lays out the pages that wait.
    fn settle(&mut self, faces: &[Face]) {
        let trusted = *self.trusted.get_or_insert_with(|| artifacts_are_few(&self.waiting));
        let waiting = std::mem::take(&mut self.waiting);
        self.leaves.extend(waiting.into_iter().map(|page| leaf_of(&page, faces, trusted)));
    }
}

fn leaf_of(page: &Page, faces: &[Face], trusted: bool) -> leaf::Leaf {
    leaf::leaf(&ink::sheet(page, faces, trusted), page)
}

/// Tells whether less than half of the glyphs are called no content.
fn artifacts_are_few(pages: &[Page]) -> bool {
    let glyphs = || pages.iter().flat_map(|page| &page.glyphs);
    glyphs().filter(|glyph| glyph.artifact).count() * 2 < glyphs().count()
}

/// Returns the blocks of a whole document.
#[cfg(test)]
fn read(paper: super::page::Paper) -> Vec<Laid> {
    let mut layout = Layout::default();
    layout.begin(paper.tags.is_some());
    for page in paper.pages {
        layout.page(page, &paper.fonts);
    }
    layout.finish(&paper.fonts, paper.tags)
}
