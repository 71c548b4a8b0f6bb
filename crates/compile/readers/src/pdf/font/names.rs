//! From the name of a glyph to what it says.

use super::written_out;
use lopdf::{Dictionary, Document, Object};

/// Returns what the glyph of a name says: `a`, `oslash`, `f_f_i`, `uni00E5`, `u1F600`, `a.sc`.
pub(super) fn text(name: &[u8]) -> Option<Box<[char]>> {
    let name = std::str::from_utf8(name).ok()?;
    let base = match name.split_once('.') {
        Some(("", _)) => return None,
        Some((base, _)) => base,
        None => name,
    };
    let mut all = String::new();
    for part in base.split('_') {
        all.push_str(&component(part)?);
    }
    (!all.is_empty()).then(|| written_out(&all))
}

fn component(name: &str) -> Option<String> {
    if let Some(text) = listed(name) {
        return Some(text);
    }
    if let Some(digits) = name.strip_prefix("uni")
        && digits.len() >= 4
        && digits.len() % 4 == 0
        && digits.is_ascii()
    {
        let units: Option<Vec<u16>> = digits
            .as_bytes()
            .chunks(4)
            .map(|four| hexadecimal(four).and_then(|n| u16::try_from(n).ok()))
            .collect();
        return String::from_utf16(&units?).ok();
    }
    let digits = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?;
    char::from_u32(hexadecimal(digits.as_bytes())?).map(String::from)
}

fn hexadecimal(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |value, digit| Some(value << 4 | char::from(*digit).to_digit(16)?))
}

/// Asks the library's list of glyph names.
fn listed(name: &str) -> Option<String> {
    let document = Document::new();
    let mut encoding = Dictionary::new();
    encoding.set("Differences", Object::Array(vec![Object::Integer(1), Object::Name(name.into())]));
    let mut font = Dictionary::new();
    font.set("Type", "Font");
    font.set("Encoding", encoding);
    // Of a name that it does not know, the library makes the standard encoding, where 1 means nothing.
    let text = font.get_font_encoding(&document).ok()?.bytes_to_string(&[1]).ok()?;
    (!text.is_empty()).then_some(text)
}
