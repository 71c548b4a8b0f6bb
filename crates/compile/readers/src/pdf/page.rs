//! What stands on a page: glyphs and ruled lines with their places, and what the document says of their meaning.
//!
//! Lengths are points (1/72 inch). `x` grows to the right, `y` grows downwards from the top of the page as it is
//! shown, so the page's own rotation and crop box are already taken into account.

/// One page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    /// Its number, counted from 1.
    pub number: u32,
    /// Width as shown.
    pub width: f32,
    /// Height as shown.
    pub height: f32,
    /// The glyphs, in the order in which the page paints them.
    pub glyphs: Vec<Glyph>,
    /// The ruled lines.
    pub rules: Vec<Rule>,
    /// How many pictures it has.
    pub pictures: u32,
}

/// One glyph, with the characters it stands for.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// What it says; a ligature says several characters, a space says " ".
    pub text: Characters,
    /// Left end of its baseline.
    pub x: f32,
    /// Its baseline.
    pub y: f32,
    /// How far it moves the pen along the baseline.
    pub advance: f32,
    /// The size of its font as shown.
    pub size: f32,
    /// Its font, an index into the fonts of the document.
    pub font: u16,
    /// The direction in which it reads.
    pub turn: Turn,
    /// The number of the marked content in which it stands, when the document has a structure.
    pub mark: Option<u32>,
    /// The document says that it is no content: a running head, a page number, a decoration.
    pub artifact: bool,
}

/// The one to four characters of a glyph; most have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Characters(pub [char; 4], pub u8);

impl Characters {
    /// Returns the characters of a text, four at most.
    #[cfg(test)]
    pub fn new(text: &str) -> Self {
        let mut all = ['\0'; 4];
        let mut count = 0;
        for (place, c) in all.iter_mut().zip(text.chars()) {
            *place = c;
            count += 1;
        }
        Characters(all, count)
    }

    /// Returns these characters, the first four at most.
    pub fn of(text: &[char]) -> Self {
        let mut all = ['\0'; 4];
        let count = text.len().min(4);
        all[..count].copy_from_slice(&text[..count]);
        Characters(all, count as u8)
    }

    /// Returns the characters.
    pub fn as_slice(&self) -> &[char] {
        &self.0[..usize::from(self.1)]
    }
}

/// The direction in which a glyph reads on the page as shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// From left to right.
    #[default]
    Right,
    /// From top to bottom.
    Down,
    /// From right to left, upside down.
    Left,
    /// From bottom to top.
    Up,
    /// Neither.
    Slanted,
}

/// A straight line, or a filled bar that is as thin as one: upright or level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    /// Left end.
    pub x0: f32,
    /// Upper end.
    pub y0: f32,
    /// Right end.
    pub x1: f32,
    /// Lower end.
    pub y1: f32,
}

/// What is known of a font.
#[derive(Debug, Clone, Default)]
pub(crate) struct Face {
    /// Its name, without the tag of a subset.
    pub name: String,
    /// It is bold.
    pub bold: bool,
    /// It is italic.
    pub italic: bool,
}

/// A document: its pages, its fonts, its structure.
#[cfg(test)]
#[derive(Debug, Clone, Default)]
pub(crate) struct Paper {
    /// The pages.
    pub pages: Vec<Page>,
    /// The fonts of all pages.
    pub fonts: Vec<Face>,
    /// The structure tree, when the document says that it is tagged.
    pub tags: Option<Vec<Tag>>,
}

/// An element of the structure tree, in reading order.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    /// Its role after the role map: `P`, `H1`, `Table`, `TR`, `TH`, `TD`, `L`, `LI`, `Lbl`, `LBody`, `Note`, ….
    pub role: String,
    /// How many columns a cell spans.
    pub columns: u32,
    /// How many rows a cell spans.
    pub rows: u32,
    /// What stands in it.
    pub kids: Vec<Kid>,
}

/// What stands in an element of the structure.
#[derive(Debug, Clone)]
pub(crate) enum Kid {
    /// Another element.
    Tag(Tag),
    /// Marked content: its page, counted from 1, and its number there ([`Glyph::mark`]).
    Mark(u32, u32),
}
