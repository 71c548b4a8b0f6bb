//! Simple fonts: one byte for each glyph.
#![expect(clippy::float_arithmetic, reason = "widths are lengths")]

use super::cmap::CMap;
use super::encoding::{self, Bases, Table};
use super::{Shown, UNKNOWN, standard, type1};
use crate::ReadError;
use crate::pdf::file::File;
use lopdf::{Dictionary, Object};

/// The bit of a descriptor's flags that says that the font has an alphabet of its own.
const SYMBOLIC: i64 = 1 << 2;

/// A simple font: 256 glyphs.
#[derive(Debug)]
pub(super) struct Simple {
    texts: Vec<Box<[char]>>,
    widths: Vec<f64>,
}

impl Simple {
    /// Returns the glyph of a byte.
    pub fn glyph(&self, byte: u8) -> Shown<'_> {
        let index = usize::from(byte);
        Shown {
            text: self.texts.get(index).map_or(&[], |text| text),
            width: self.widths.get(index).copied().unwrap_or(0.0),
            is_space: byte == 32,
        }
    }
}

/// Reads a font; the number is its height at size 1.
pub(super) fn load(
    file: &File,
    dictionary: &Dictionary,
    descriptor: Option<&Dictionary>,
    bases: &mut Bases,
) -> Result<(Simple, f64), ReadError> {
    let is_drawn = file.name(dictionary, b"Subtype") == Some(b"Type3");
    let matrix = file.array(dictionary, b"FontMatrix").and_then(|array| file.numbers::<6>(array));
    let [scale, height] = match matrix {
        Some(matrix) if is_drawn => [matrix[0].abs(), drawn_height(file, dictionary, matrix[3].abs())],
        _ => [0.001, 1.0],
    };
    let table = table(file, dictionary, descriptor, bases)?;
    let to_unicode = match file.stream(dictionary, b"ToUnicode") {
        Some(stream) => CMap::parse(&file.unpack(stream)?),
        None => CMap::default(),
    };
    let widths = widths(file, dictionary, descriptor, &table);
    let text = |code: u8| {
        let mut text = Vec::new();
        if to_unicode.text(u32::from(code), &mut text) {
            return text.into_boxed_slice();
        }
        table.get(usize::from(code)).cloned().flatten().unwrap_or_else(|| Box::new([UNKNOWN]))
    };
    let simple =
        Simple { texts: (0..=255).map(text).collect(), widths: widths.iter().map(|w| w * scale).collect() };
    Ok((simple, height))
}

/// Returns the height of a font whose glyphs the page itself draws, by the box round all of them.
fn drawn_height(file: &File, dictionary: &Dictionary, scale: f64) -> f64 {
    let area = file.array(dictionary, b"FontBBox").and_then(|array| file.numbers::<4>(array));
    let height = area.map_or(0.0, |area| (area[3] - area[1]).abs() * scale);
    if (0.01..=100.0).contains(&height) { height } else { 1.0 }
}

/// Returns what each byte stands for: by the encoding that is named, else by the font itself, else by custom.
fn table(
    file: &File,
    dictionary: &Dictionary,
    descriptor: Option<&Dictionary>,
    bases: &mut Bases,
) -> Result<Table, ReadError> {
    let encoding = file.get(dictionary, b"Encoding");
    let named = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        Some(Object::Dictionary(encoding)) => file.name(encoding, b"BaseEncoding"),
        _ => None,
    };
    let name = file.name(dictionary, b"BaseFont").unwrap_or_default();
    let own = standard::own_alphabet(name);
    let named = named.and_then(|name| bases.named(name)).cloned();
    let mut table = match own.or(named) {
        Some(table) => table,
        None => match embedded(file, descriptor)? {
            Some(table) => table,
            None => bases.named(usual(file, dictionary, descriptor)).cloned().unwrap_or_default(),
        },
    };
    if let Some(Object::Dictionary(encoding)) = encoding
        && let Some(differences) = file.array(encoding, b"Differences")
    {
        encoding::differ(&mut table, differences);
    }
    Ok(table)
}

/// Returns the alphabet of the font's own file.
fn embedded(file: &File, descriptor: Option<&Dictionary>) -> Result<Option<Table>, ReadError> {
    match descriptor.and_then(|descriptor| file.stream(descriptor, b"FontFile")) {
        Some(stream) => Ok(type1::alphabet(&file.unpack(stream)?)),
        None => Ok(None),
    }
}

/// Returns the name of the encoding that a font has which does not say.
fn usual(file: &File, dictionary: &Dictionary, descriptor: Option<&Dictionary>) -> &'static [u8] {
    let flags = descriptor.and_then(|descriptor| file.integer(descriptor, b"Flags")).unwrap_or(0);
    let is_true_type = file.name(dictionary, b"Subtype") == Some(b"TrueType");
    if is_true_type && flags & SYMBOLIC == 0 { b"WinAnsiEncoding" } else { b"StandardEncoding" }
}

fn widths(file: &File, dictionary: &Dictionary, descriptor: Option<&Dictionary>, table: &Table) -> Vec<f64> {
    let first = file.integer(dictionary, b"FirstChar").and_then(|first| usize::try_from(first).ok());
    let missing = descriptor.and_then(|descriptor| file.number(descriptor, b"MissingWidth")).unwrap_or(0.0);
    let Some(given) = file.array(dictionary, b"Widths") else {
        let name = file.name(dictionary, b"BaseFont").unwrap_or_default();
        return table.iter().map(|text| standard::width(name, text.as_deref())).collect();
    };
    let mut widths = vec![missing; 256];
    for (place, width) in widths.iter_mut().skip(first.unwrap_or(0)).zip(given) {
        *place = file.as_number(width).unwrap_or(missing);
    }
    widths
}
