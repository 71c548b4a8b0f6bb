//! The encodings of simple fonts: from a byte to its characters.

use super::{names, written_out};
use lopdf::{Dictionary, Document, Object};

/// What each byte stands for; nothing where a byte has no meaning.
pub(super) type Table = Vec<Option<Box<[char]>>>;

/// The encodings that have names.
#[derive(Default)]
pub(super) struct Bases {
    standard: Option<Table>,
    mac_roman: Option<Table>,
    mac_expert: Option<Table>,
    win_ansi: Option<Table>,
}

impl Bases {
    /// Returns the encoding of a name.
    pub fn named(&mut self, name: &[u8]) -> Option<&Table> {
        let (place, name) = match name {
            b"StandardEncoding" => (&mut self.standard, "StandardEncoding"),
            b"MacRomanEncoding" => (&mut self.mac_roman, "MacRomanEncoding"),
            b"MacExpertEncoding" => (&mut self.mac_expert, "MacExpertEncoding"),
            b"WinAnsiEncoding" => (&mut self.win_ansi, "WinAnsiEncoding"),
            _ => return None,
        };
        Some(place.get_or_insert_with(|| table(name)))
    }
}

/// Asks the library for the encoding of a name, byte by byte.
fn table(name: &str) -> Table {
    let document = Document::new();
    let mut font = Dictionary::new();
    font.set("Type", "Font");
    font.set("Encoding", name);
    let encoding = font.get_font_encoding(&document).ok();
    let text = |byte: u8| match (name, byte) {
        // Soft hyphens and hard spaces of these encodings are painted as hyphens and spaces.
        ("WinAnsiEncoding", 0xa0) | ("MacRomanEncoding", 0xca) => Some(Box::from([' '])),
        ("WinAnsiEncoding", 0xad) => Some(Box::from(['-'])),
        _ => {
            let text = encoding.as_ref()?.bytes_to_string(&[byte]).ok()?;
            (!text.is_empty()).then(|| written_out(&text))
        }
    };
    (0..=255).map(text).collect()
}

/// Lays the differences of an encoding over it: a code, then the names of the glyphs from there on.
pub(super) fn differ(table: &mut Table, differences: &[Object]) {
    let mut code = 0_usize;
    for object in differences {
        match object {
            Object::Integer(number) => code = usize::try_from(*number).unwrap_or(256),
            Object::Name(name) => {
                if let Some(place) = table.get_mut(code) {
                    *place = names::text(name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
}
