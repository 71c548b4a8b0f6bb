//! Text that a spreadsheet might take for a formula.

use std::borrow::Cow;

/// The signs by which spreadsheets tell a formula.
const BEGINS_A_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Returns text for a CSV cell that no spreadsheet runs: what would begin a formula stands behind an apostrophe.
/// [`ert`](fn@ert) takes it away again.
pub fn inert(text: &str) -> Cow<'_, str> {
    let begins = text.trim_start_matches('\'').chars().next().unwrap_or_default();
    if BEGINS_A_FORMULA.contains(&begins) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Returns the text that [`inert`] was given.
pub fn ert(text: &str) -> &str {
    let begins = text.trim_start_matches('\'').chars().next().unwrap_or_default();
    if BEGINS_A_FORMULA.contains(&begins) { text.strip_prefix('\'').unwrap_or(text) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_text_and_comes_back() {
        for text in ["=1+1", "+47 22", "-3", "@x", "\t=1", "'=1", "''@", "2024-01", "", "'quoted'", "Å"] {
            let cell = inert(text);
            assert!(!cell.starts_with(BEGINS_A_FORMULA), "{cell}");
            assert_eq!(ert(&cell), text);
        }
    }
}
