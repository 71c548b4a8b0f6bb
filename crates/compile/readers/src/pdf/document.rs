//! A file to its pages, fonts and structure.

use super::accents;
use super::content::{MARKS_MAX, Painter, Shared};
use super::file::File;
use super::font::Fonts;
use super::layers::Layers;
use super::page::{Face, Page, Tag};
use super::pages::{Sheet, sheets};
use super::tags::structure;
use crate::ReadError;
use lopdf::Object;

/// A longer document is read by its looks alone: a structure goes across pages, so all would have to be kept.
const TAGGED_PAGES_MAX: usize = 250;

/// Takes the pages of a document one after the other, so that none is kept longer than it is needed.
pub(crate) trait Takes {
    /// Begins; tells whether the document has a structure.
    fn begin(&mut self, is_tagged: bool);

    /// Takes a page with the fonts known so far, of which [`super::page::Glyph::font`] is an index.
    fn page(&mut self, page: Page, faces: &[Face]);
}

/// Opens a document and hands over what stands on its pages. Returns the fonts of all pages and the structure.
pub(crate) fn open(bytes: &[u8], taker: &mut impl Takes) -> Result<(Vec<Face>, Option<Vec<Tag>>), ReadError> {
    let file = File::open(bytes)?;
    let sheets = sheets(&file)?;
    let mut shared = Shared {
        file: &file,
        fonts: Fonts::default(),
        layers: Layers::read(&file),
        structure: if sheets.len() <= TAGGED_PAGES_MAX { structure(&file, &sheets)? } else { None },
        marks_left: MARKS_MAX,
    };
    taker.begin(shared.structure.is_some());
    let mut has_text = false;
    for (sheet, number) in sheets.iter().zip(1..) {
        let page = page(&mut shared, sheet, number)?;
        has_text = has_text || page.glyphs.iter().any(|glyph| !is_blank(glyph.text.as_slice()));
        taker.page(page, shared.fonts.faces());
    }
    if !has_text {
        return Err(ReadError::NoText(sheets.len()));
    }
    Ok((shared.fonts.into_faces(), shared.structure.map(|structure| structure.tags)))
}

fn is_blank(text: &[char]) -> bool {
    text.iter().all(|c| c.is_whitespace())
}

fn page<'a>(shared: &mut Shared<'a>, sheet: &Sheet<'a>, number: u32) -> Result<Page, ReadError> {
    let mut page = Page { number, width: sheet.width as f32, height: sheet.height as f32, ..Page::default() };
    let content = content(shared.file, sheet)?;
    Painter::new(shared, &mut page, sheet.base).run(&content, sheet.resources)?;
    accents::combine(&mut page.glyphs);
    page.glyphs.shrink_to_fit();
    Ok(page)
}

/// Returns the content of a page; its parts are one stream, cut between words.
fn content(file: &File, sheet: &Sheet<'_>) -> Result<Vec<u8>, ReadError> {
    let parts = match file.get(sheet.dictionary, b"Contents") {
        Some(Object::Array(parts)) => parts.as_slice(),
        Some(Object::Stream(stream)) => return file.unpack(stream),
        _ => &[],
    };
    let mut all = Vec::new();
    for part in parts {
        if let Some(Object::Stream(stream)) = file.follow(part) {
            all.extend(file.unpack(stream)?);
            all.push(b'\n');
        }
    }
    Ok(all)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::page::Paper;
    use super::*;

    impl Takes for Paper {
        fn begin(&mut self, _: bool) {}

        fn page(&mut self, page: Page, _: &[Face]) {
            self.pages.push(page);
        }
    }

    /// Returns a whole document.
    pub(crate) fn paper(bytes: &[u8]) -> Result<Paper, ReadError> {
        let mut paper = Paper::default();
        (paper.fonts, paper.tags) = open(bytes, &mut paper)?;
        Ok(paper)
    }

    /// Shows the document of a path: `STYRBORD_PDF=letter.pdf cargo test -p styrbord-readers dump -- --nocapture`.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a person asks for it by naming a file")]
    fn dump() {
        let Ok(path) = std::env::var("STYRBORD_PDF") else { return };
        let paper = paper(&std::fs::read(path).unwrap()).unwrap();
        for page in &paper.pages {
            println!("page {} {}x{} pictures {}", page.number, page.width, page.height, page.pictures);
            for glyph in &page.glyphs {
                let text: String = glyph.text.as_slice().iter().collect();
                let (x, y, advance, size) = (glyph.x, glyph.y, glyph.advance, glyph.size);
                let font = paper.fonts.get(usize::from(glyph.font)).map_or("?", |face| &face.name);
                let (turn, mark, artifact) = (glyph.turn, glyph.mark, glyph.artifact);
                println!(
                    "{text:?} {x:.2} {y:.2} +{advance:.2} {size:.1} {font} {turn:?} {mark:?} {artifact}"
                );
            }
            for rule in &page.rules {
                println!("{rule:?}");
            }
        }
        println!("{:#?}", paper.tags);
    }
}
