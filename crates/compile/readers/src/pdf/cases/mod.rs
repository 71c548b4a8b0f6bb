//! Small documents written by hand, whose truth is known.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]

mod content;
mod fonts;
mod limits;
mod pages;
mod poppler;
mod structure;

use super::document::tests::paper;
use super::page::{Glyph, Paper};
use crate::ReadError;

/// The font of cases that are not about fonts: every glyph is 0.5 wide.
const FONT: &str = "<</Type/Font/Subtype/TrueType/BaseFont/Test/Encoding/WinAnsiEncoding/FirstChar 0/Widths[]\
    /FontDescriptor<</MissingWidth 500>>>>";

/// Writes a document of these objects, the first of which is its catalog.
fn document(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").as_bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    bytes
}

/// Writes a stream.
fn stream(dictionary: &str, content: &str) -> String {
    format!("<<{dictionary}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// Writes a document of one page, 200 wide and 100 high, whose font `F` and further objects from 6 on are given.
fn one_page(page: &str, resources: &str, content: &str, font: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>{page}>>"),
        stream("", content),
        font.to_owned(),
    ];
    objects.extend_from_slice(more);
    document(&objects)
}

/// Opens a document of one page with this content.
fn drawn(content: &str) -> Paper {
    paper(&one_page("", "", content, FONT, &[])).unwrap()
}

/// Returns what the glyphs of a document say.
fn text(paper: &Paper) -> String {
    let glyphs = paper.pages.iter().flat_map(|page| &page.glyphs);
    glyphs.flat_map(|glyph| glyph.text.as_slice().to_vec()).collect()
}

/// Returns a glyph as a row: what it says, where, how wide, how large; in tenths of a point.
fn row(glyph: &Glyph) -> (String, [i32; 4]) {
    let tenths = |length: f32| (length * 10.0).round() as i32;
    let text = glyph.text.as_slice().iter().collect();
    (text, [tenths(glyph.x), tenths(glyph.y), tenths(glyph.advance), tenths(glyph.size)])
}

/// Returns the rows of all glyphs.
fn rows(paper: &Paper) -> Vec<(String, [i32; 4])> {
    paper.pages.iter().flat_map(|page| &page.glyphs).map(row).collect()
}

/// Returns why bytes are refused.
fn refused(bytes: &[u8]) -> ReadError {
    paper(bytes).unwrap_err()
}
