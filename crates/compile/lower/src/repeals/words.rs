//! The words of a sentence, with where each stands.

use crate::words::{bare, lower};

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// In lower case, without punctuation at its ends.
    pub low: String,
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether a comma, semicolon or colon stands before it.
    pub opens: bool,
}

impl Word {
    /// Tells whether it is one of a list.
    pub fn is(&self, list: &[&str]) -> bool {
        list.contains(&self.low.as_str())
    }
}

/// Returns the words of a text; signs that stand alone are none.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut opens = false;
    for printed in text.split_whitespace() {
        let core = bare(printed);
        if !core.is_empty() {
            let start = core.as_ptr() as usize - text.as_ptr() as usize;
            out.push(Word { low: lower(core), start, end: start + core.len(), opens });
            opens = false;
        }
        opens |= printed.ends_with([',', ';', ':']);
    }
    out
}
