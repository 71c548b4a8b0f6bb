//! The name of a font, and whether it is bold or italic.

use crate::pdf::file::File;
use crate::pdf::page::Face;
use lopdf::Dictionary;

/// The bit of a descriptor's flags that says italic.
const ITALIC: i64 = 1 << 6;
/// The bit that says that small bold text is drawn bold.
const FORCE_BOLD: i64 = 1 << 18;
/// Stems of a thousandth of the size from which a font is bold; regular ones have 70 to 100.
const STEM_BOLD: f64 = 120.0;
/// The weight from which a font is bold.
const WEIGHT_BOLD: f64 = 600.0;

/// Returns what is known of a font by its dictionary and its descriptor.
pub(super) fn face(file: &File, dictionary: &Dictionary, descriptor: Option<&Dictionary>) -> Face {
    let raw = file
        .name(dictionary, b"BaseFont")
        .or_else(|| file.name(descriptor?, b"FontName"))
        .or_else(|| file.name(dictionary, b"Name"))
        .unwrap_or_default();
    let raw = String::from_utf8_lossy(raw);
    let name = without_tag(&raw).trim_end_matches("-Identity-H").trim_end_matches("-Identity-V").to_owned();
    let lower = name.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let flags = descriptor.and_then(|descriptor| file.integer(descriptor, b"Flags")).unwrap_or(0);
    let number = |key: &[u8]| descriptor.and_then(|descriptor| file.number(descriptor, key)).unwrap_or(0.0);
    let by_name = says(&["bold", "black", "heavy", "demi"]);
    let by_numbers = flags & FORCE_BOLD != 0
        || number(b"FontWeight") >= WEIGHT_BOLD
        || number(b"StemV") >= STEM_BOLD && !says(&["regular", "light", "book"]);
    Face {
        bold: by_name || by_numbers,
        italic: flags & ITALIC != 0
            || number(b"ItalicAngle").abs() > 1.0
            || says(&["italic", "oblique", "kursiv"]),
        name,
    }
}

/// Leaves out the six letters and the plus that mark a subset.
pub(super) fn without_tag(name: &str) -> &str {
    match name.split_once('+') {
        Some((tag, rest)) if tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()) => rest,
        _ => name,
    }
}
