//! Fonts: from the bytes of a string to glyphs with their characters and widths.

mod cmap;
mod composite;
mod encoding;
mod face;
mod names;
mod simple;
mod standard;
mod type1;

use super::file::{File, as_dictionary};
use super::page::Face;
use crate::ReadError;
use lopdf::{Dictionary, Object};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The character for a glyph that stands for nothing known.
pub(super) const UNKNOWN: char = '\u{fffd}';

/// A glyph of a string.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'f> {
    /// What it says.
    pub text: &'f [char],
    /// Its width, in units of the font's size.
    pub width: f64,
    /// It is the single byte 32, which word spacing widens.
    pub is_space: bool,
}

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    /// Its index among the faces of the document.
    pub face: u16,
    /// Its glyphs stand below each other.
    pub is_vertical: bool,
    /// Its height at size 1; only fonts drawn by the page itself have one other than 1.
    pub height: f64,
    glyphs: Glyphs,
}

#[derive(Debug)]
enum Glyphs {
    Simple(simple::Simple),
    Composite(composite::Composite),
}

impl Font {
    /// Shows a string, glyph by glyph.
    pub fn show(&self, bytes: &[u8], mut each: impl FnMut(Shown<'_>)) {
        match &self.glyphs {
            Glyphs::Simple(simple) => {
                for byte in bytes {
                    each(simple.glyph(*byte));
                }
            }
            Glyphs::Composite(composite) => composite.show(bytes, &mut each),
        }
    }
}

/// The fonts that were used so far.
#[derive(Default)]
pub(super) struct Fonts {
    /// By the place of the dictionary, which stands still as long as the file is open.
    known: BTreeMap<usize, Option<Rc<Font>>>,
    faces: Vec<Face>,
    bases: encoding::Bases,
}

impl Fonts {
    /// Returns the font that a dictionary describes.
    pub fn font(&mut self, file: &File, object: &Object) -> Result<Option<Rc<Font>>, ReadError> {
        let Some(dictionary) = file.follow(object).and_then(as_dictionary) else { return Ok(None) };
        let place = std::ptr::from_ref(dictionary).addr();
        if let Some(font) = self.known.get(&place) {
            return Ok(font.clone());
        }
        let font = self.load(file, dictionary)?.map(Rc::new);
        self.known.insert(place, font.clone());
        Ok(font)
    }

    /// Returns the bold face of the same name.
    pub fn bolder(&mut self, face: u16) -> u16 {
        match self.faces.get(usize::from(face)).cloned() {
            Some(face) => self.face(Face { bold: true, ..face }),
            None => face,
        }
    }

    /// Returns the faces of the fonts met so far.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// Returns the faces of all fonts.
    pub fn into_faces(self) -> Vec<Face> {
        self.faces
    }

    fn load(&mut self, file: &File, dictionary: &Dictionary) -> Result<Option<Font>, ReadError> {
        let is_composite = file.name(dictionary, b"Subtype") == Some(b"Type0");
        let descendant = file
            .array(dictionary, b"DescendantFonts")
            .and_then(|fonts| file.follow(fonts.first()?))
            .and_then(as_dictionary);
        let inner = descendant.unwrap_or(dictionary);
        let descriptor = file.dictionary(inner, b"FontDescriptor");
        let face = self.face(face::face(file, dictionary, descriptor));
        if is_composite {
            let Some(descendant) = descendant else { return Ok(None) };
            let composite = composite::load(file, dictionary, descendant)?;
            let is_vertical = composite.is_vertical;
            return Ok(Some(Font { face, is_vertical, height: 1.0, glyphs: Glyphs::Composite(composite) }));
        }
        let (simple, height) = simple::load(file, dictionary, descriptor, &mut self.bases)?;
        Ok(Some(Font { face, is_vertical: false, height, glyphs: Glyphs::Simple(simple) }))
    }

    fn face(&mut self, face: Face) -> u16 {
        let is_same =
            |known: &Face| known.name == face.name && known.bold == face.bold && known.italic == face.italic;
        let index = self.faces.iter().position(is_same).unwrap_or_else(|| {
            self.faces.push(face);
            self.faces.len() - 1
        });
        u16::try_from(index).unwrap_or(u16::MAX)
    }
}

/// Writes ligatures out.
fn written_out(text: &str) -> Box<[char]> {
    let mut all = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => all.extend("ff".chars()),
            '\u{fb01}' => all.extend("fi".chars()),
            '\u{fb02}' => all.extend("fl".chars()),
            '\u{fb03}' => all.extend("ffi".chars()),
            '\u{fb04}' => all.extend("ffl".chars()),
            '\u{fb05}' | '\u{fb06}' => all.extend("st".chars()),
            '\0' => {}
            c => all.push(c),
        }
    }
    all.into_boxed_slice()
}
