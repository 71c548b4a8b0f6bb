//! The same word stands twice in a row.
//!
//! ## Why it matters
//! A doubled word is nearly always a slip from editing, and sometimes the trace of a word that fell out.
//!
//! ## Example
//! > IMDi skal skal rapportere om bosetting.
//!
//! ## What to ask
//! Ask the ministry only if a word may be missing; otherwise correct it in the next version.
//!
//! ## What it does not report
//! Pairs that Norwegian allows, such as `har har`, `det det` and `som som regel`, numbers, and a word with a capital
//! that begins the line below: there a title ends and another begins.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};

pub(crate) const RULE: Rule = Rule {
    code: "doubled-word",
    family: Family::Language,
    severity: Severity::Info,
    file: include_str!("doubled_word.rs"),
    check,
};

/// Pairs that can be right.
const ALLOWED: [&str; 6] = ["det", "har", "er", "at", "den", "de"];

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for block in &letter.tree.blocks {
        let text = block.flow.as_str();
        let mut before: Option<(usize, &str)> = None;
        for word in text.split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            if let Some((at, last)) = before
                && last == word
                && word.chars().all(char::is_alphabetic)
                && !(word == "som" && text[start + word.len()..].trim_start().starts_with("regel"))
                && !ALLOWED.contains(&word)
                && !begins_a_line(&text[at..start], word)
            {
                let span = block.flow.span_of(at..start + word.len());
                sink.find(
                    Message::new(
                        format!("Ordet «{word}» står to ganger"),
                        format!("Ordet «{word}» står to gonger"),
                        format!("The word “{word}” stands twice"),
                    ),
                    &[(span, None)],
                    Message::new(
                        "Stryk det ene, eller se om et ord er falt ut.",
                        "Stryk det eine, eller sjå om eit ord er falle ut.",
                        "Delete one, or see whether a word has fallen out.",
                    ),
                );
            }
            before = Some((start, word));
        }
    }
}

/// Tells whether a word with a capital begins a line, as a title below a heading does.
fn begins_a_line(between: &str, word: &str) -> bool {
    word.starts_with(char::is_uppercase) && between.contains('\n')
}
