//! The fonts that every reader of PDF has: their widths, and the alphabets of the two that are no letters.

use super::encoding::Table;

/// Returns the alphabet of a font that has its own.
pub(super) fn own_alphabet(_name: &[u8]) -> Option<Table> {
    None
}

/// Returns the width of a glyph in a font that does not say, in thousandths of its size.
pub(super) fn width(name: &[u8], text: Option<&[char]>) -> f64 {
    let is_fixed = name.windows(4).any(|four| four.eq_ignore_ascii_case(b"Cour"));
    match text {
        _ if is_fixed => 600.0,
        Some([' ' | 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | 'I' | 't' | 'f' | '/']) => 278.0,
        Some(['m' | 'w' | 'M' | 'W']) => 833.0,
        Some([c]) if c.is_uppercase() => 667.0,
        _ => 556.0,
    }
}
