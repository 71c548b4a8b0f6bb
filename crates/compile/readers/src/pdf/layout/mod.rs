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

use super::page::{Page, Paper};
use styrbord_source::Laid;

/// Returns the blocks of a document: by its structure when it has a good one, else by what its pages look like.
pub(super) fn read(paper: Paper) -> Vec<Laid> {
    let trusted = artifacts_are_few(&paper);
    if paper.tags.is_some() {
        let sheets: Vec<ink::Sheet> =
            paper.pages.iter().map(|page| ink::sheet(page, &paper.fonts, trusted)).collect();
        if let Some(blocks) = told::document(&paper, &sheets) {
            return blocks;
        }
    }
    // Each page's glyphs go as soon as its rows are known, so that long documents need less memory.
    let Paper { pages, fonts, .. } = paper;
    let leaf = |page: Page| leaf::leaf(&ink::sheet(&page, &fonts, trusted), &page);
    let mut leaves: Vec<leaf::Leaf> = pages.into_iter().map(leaf).collect();
    let size = usual::size(&leaves);
    furniture::set_aside(&mut leaves, size);
    whole::document(leaves, size)
}

/// Tells whether the document calls less than half of its glyphs no content.
fn artifacts_are_few(paper: &Paper) -> bool {
    let glyphs = || paper.pages.iter().flat_map(|page| &page.glyphs);
    glyphs().filter(|glyph| glyph.artifact).count() * 2 < glyphs().count()
}
