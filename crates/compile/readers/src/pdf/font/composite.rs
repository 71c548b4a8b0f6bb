//! Composite fonts: codes of several bytes, glyph numbers, widths by number.
#![expect(clippy::float_arithmetic, reason = "widths are lengths")]

use super::cmap::CMap;
use super::{Shown, UNKNOWN};
use crate::ReadError;
use crate::pdf::file::File;
use lopdf::{Dictionary, Object};
use std::collections::BTreeMap;

/// The width of glyphs that have none of their own, when the font does not say.
const WIDTH_DEFAULT: f64 = 1000.0;

/// A composite font.
#[derive(Debug)]
pub(super) struct Composite {
    /// How codes are cut from a string; without it they have two bytes and are glyph numbers.
    encoding: Option<CMap>,
    to_unicode: CMap,
    widths: Widths,
    /// Its text stands from top to bottom.
    pub is_vertical: bool,
}

/// Widths by glyph number.
#[derive(Debug)]
struct Widths {
    single: BTreeMap<u32, f64>,
    /// First and last glyph, width; in order of the first.
    ranges: Vec<(u32, u32, f64)>,
    default: f64,
}

/// Reads a font.
pub(super) fn load(
    file: &File,
    dictionary: &Dictionary,
    descendant: &Dictionary,
) -> Result<Composite, ReadError> {
    let encoding = match file.get(dictionary, b"Encoding") {
        Some(Object::Stream(stream)) => Some(CMap::parse(&file.unpack(stream)?)),
        _ => None,
    };
    let to_unicode = match file.stream(dictionary, b"ToUnicode") {
        Some(stream) => CMap::parse(&file.unpack(stream)?),
        None => CMap::default(),
    };
    let by_name = file.name(dictionary, b"Encoding").is_some_and(|name| name.ends_with(b"-V"));
    let is_vertical = by_name || encoding.as_ref().is_some_and(|map| map.is_vertical);
    Ok(Composite { encoding, to_unicode, widths: widths(file, descendant)?, is_vertical })
}

impl Composite {
    /// Shows a string, glyph by glyph.
    pub fn show(&self, bytes: &[u8], each: &mut impl FnMut(Shown<'_>)) {
        let mut rest = bytes;
        let mut text = Vec::new();
        while !rest.is_empty() {
            let (length, code) = match &self.encoding {
                Some(map) => map.code(rest),
                None => two_bytes(rest),
            };
            let length = length.clamp(1, rest.len());
            let glyph = match &self.encoding {
                Some(map) => map.glyph(code).unwrap_or(0),
                None => code,
            };
            if !self.to_unicode.text(code, &mut text) {
                text.clear();
                text.push(UNKNOWN);
            }
            let is_space = length == 1 && code == 32;
            each(Shown { text: &text, width: self.widths.of(glyph) / 1000.0, is_space });
            rest = &rest[length..];
        }
    }
}

fn two_bytes(bytes: &[u8]) -> (usize, u32) {
    match bytes {
        [high, low, ..] => (2, u32::from(*high) << 8 | u32::from(*low)),
        [byte] => (1, u32::from(*byte)),
        [] => (0, 0),
    }
}

impl Widths {
    fn of(&self, glyph: u32) -> f64 {
        if let Some(width) = self.single.get(&glyph) {
            return *width;
        }
        let after = self.ranges.partition_point(|(low, _, _)| *low <= glyph);
        let range = self.ranges[..after].iter().rev().take(4).find(|(_, high, _)| *high >= glyph);
        range.map_or(self.default, |(_, _, width)| *width)
    }
}

/// Reads the widths: `first [width …]` and `first last width`, mixed.
fn widths(file: &File, descendant: &Dictionary) -> Result<Widths, ReadError> {
    let default = file.number(descendant, b"DW").unwrap_or(WIDTH_DEFAULT);
    let mut widths = Widths { single: BTreeMap::new(), ranges: Vec::new(), default };
    let mut rest = file.array(descendant, b"W").unwrap_or_default();
    while let [first, second, after @ ..] = rest {
        file.step(1)?;
        let number = |object: &Object| file.as_number(object);
        let Some(low) = number(first).map(|low| low.max(0.0) as u32) else {
            rest = &rest[1..];
            continue;
        };
        if let Some(Object::Array(row)) = file.follow(second) {
            file.step(row.len())?;
            let glyphs = (low..).zip(row);
            widths.single.extend(glyphs.filter_map(|(glyph, width)| Some((glyph, number(width)?))));
            rest = after;
        } else if let ([third, after @ ..], Some(high)) = (after, number(second)) {
            widths.ranges.extend(number(third).map(|width| (low, high.max(0.0) as u32, width)));
            rest = after;
        } else {
            rest = after;
        }
    }
    widths.ranges.sort_by_key(|(low, _, _)| *low);
    Ok(widths)
}
