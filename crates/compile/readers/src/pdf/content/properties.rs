//! What marked content says of itself, and what its text replaces.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]
#![expect(clippy::cast_precision_loss, reason = "a string has far fewer characters than 2^23")]

use super::Shared;
use super::marks::Mark;
use super::operands::Operands;
use super::state::Space;
use crate::pdf::file::{File, as_dictionary};
use crate::pdf::lexer::{Lexer, Token};
use crate::pdf::page::{Characters, Glyph, Turn};
use crate::pdf::text_string;
use lopdf::{Dictionary, Object};

/// Returns the sequence that `BMC` or `BDC` opens on a page with so many glyphs.
pub(super) fn mark(
    shared: &Shared<'_>,
    operands: &Operands<'_>,
    lexer: &Lexer<'_>,
    resources: Option<&Dictionary>,
    glyphs: usize,
) -> Mark {
    let tag = operands.name().map(|range| lexer.stored(&range)).unwrap_or_default();
    let mut mark = Mark { is_artifact: tag == b"Artifact", ..Mark::default() };
    match operands.all() {
        [_, Token::Name(range), ..] => {
            let file = shared.file;
            let object = resources
                .and_then(|resources| file.dictionary(resources, b"Properties"))
                .and_then(|properties| properties.get(lexer.stored(range)).ok());
            let Some(object) = object else { return mark };
            if tag == b"OC" {
                mark.is_hidden = !shared.layers.shows(file, object);
            }
            if let Some(properties) = file.follow(object).and_then(as_dictionary) {
                mark.number = file.integer(properties, b"MCID").and_then(|n| u32::try_from(n).ok());
                let actual = file.get(properties, b"ActualText").and_then(|text| text.as_str().ok());
                mark.actual = actual.map(|text| (text_string(text), glyphs));
            }
        }
        [_, Token::DictionaryStart, inside @ ..] => direct(&mut mark, inside, lexer, glyphs),
        _ => {}
    }
    mark
}

/// Reads the properties that stand in the content itself.
fn direct(mark: &mut Mark, tokens: &[Token<'_>], lexer: &Lexer<'_>, glyphs: usize) {
    let mut depth = 0_usize;
    for pair in tokens.windows(2) {
        match pair {
            [Token::DictionaryStart | Token::ArrayStart, _] => depth += 1,
            [Token::DictionaryEnd | Token::ArrayEnd, _] => depth = depth.saturating_sub(1),
            [Token::Name(key), value] if depth == 0 => match (lexer.stored(key), value) {
                (b"MCID", Token::Number(number)) => mark.number = Some(number.max(0.0) as u32),
                (b"ActualText", Token::Text(text)) => {
                    mark.actual = Some((text_string(lexer.stored(text)), glyphs));
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// Puts a text in the place of the glyphs from the first one on.
pub(super) fn replace(glyphs: &mut Vec<Glyph>, first: usize, text: &[char]) {
    let Some(run) = glyphs.get(first..).filter(|run| !run.is_empty()) else { return };
    if says(run, text) {
        return;
    }
    if run.len() == text.len() {
        for (glyph, c) in glyphs.iter_mut().skip(first).zip(text) {
            glyph.text = Characters::of(&[*c]);
        }
        return;
    }
    let spread = spread(run, text);
    glyphs.truncate(first);
    glyphs.extend(spread);
}

/// Tells whether the glyphs say a text already.
fn says(run: &[Glyph], text: &[char]) -> bool {
    let mut rest = text;
    for glyph in run {
        match rest.strip_prefix(glyph.text.as_slice()) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}

/// Spreads a text evenly over the length of the glyphs that stand on the line of the first one.
fn spread(run: &[Glyph], text: &[char]) -> Vec<Glyph> {
    let Some(first) = run.first() else { return Vec::new() };
    let way = |glyph: &Glyph| match first.turn {
        Turn::Right => glyph.x - first.x,
        Turn::Left => first.x - glyph.x,
        Turn::Down => glyph.y - first.y,
        Turn::Up => first.y - glyph.y,
        Turn::Slanted => (glyph.x - first.x).hypot(glyph.y - first.y),
    };
    let is_level = |glyph: &&Glyph| {
        let off =
            if matches!(first.turn, Turn::Down | Turn::Up) { glyph.x - first.x } else { glyph.y - first.y };
        glyph.turn == first.turn && off.abs() <= first.size
    };
    let length = run.iter().filter(is_level).map(|g| way(g) + g.advance).fold(first.advance, f32::max);
    let advance = length / text.len().max(1) as f32;
    let (x, y) = match first.turn {
        Turn::Right | Turn::Slanted => (1.0, 0.0),
        Turn::Left => (-1.0, 0.0),
        Turn::Down => (0.0, 1.0),
        Turn::Up => (0.0, -1.0),
    };
    let place = |(index, c): (usize, &char)| {
        let at = advance * index as f32;
        Glyph {
            text: Characters::of(&[*c]),
            x: first.x + x * at,
            y: first.y + y * at,
            advance,
            ..first.clone()
        }
    };
    text.iter().enumerate().map(place).collect()
}

/// Tells how the numbers of a colour space are meant.
pub(super) fn colour_space(file: &File, name: &[u8], resources: Option<&Dictionary>) -> Space {
    let by_name = |name: &[u8]| match name {
        b"DeviceGray" | b"DeviceRGB" | b"CalGray" | b"CalRGB" => Some(Space::Light),
        b"DeviceCMYK" => Some(Space::Ink),
        _ => None,
    };
    by_name(name).unwrap_or_else(|| {
        let object = resources
            .and_then(|resources| file.dictionary(resources, b"ColorSpace"))
            .and_then(|spaces| file.get(spaces, name));
        let Some(Object::Array(array)) = object else { return Space::Other };
        let kind = array.first().and_then(|object| object.as_name().ok()).unwrap_or_default();
        let profile = array.get(1).and_then(|object| file.follow(object)).and_then(as_dictionary);
        match (kind, profile.and_then(|profile| file.integer(profile, b"N"))) {
            (b"ICCBased", Some(1 | 3)) => Space::Light,
            (b"ICCBased", Some(4)) => Space::Ink,
            (kind, _) => by_name(kind).unwrap_or(Space::Other),
        }
    })
}
