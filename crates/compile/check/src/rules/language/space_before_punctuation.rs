//! A space stands before a comma, a full stop, a semicolon, a question mark or an exclamation mark.
//!
//! ## Why it matters
//! It is a slip, and often the place where a word was taken out or should have been filled in.
//!
//! ## Example
//! > Fristen er 1. juni , og rapporten sendes til departementet.
//!
//! ## What to ask
//! Ask the ministry only if a word may be missing before the mark; otherwise correct it in the next version.
//!
//! ## What it does not report
//! Marks at the start of a line, dots in a row, and marks that a number or a dash follows (`,-`, `.5`).

use super::texts;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};

pub(crate) const RULE: Rule = Rule {
    code: "space-before-punctuation",
    family: Family::Language,
    severity: Severity::Info,
    file: include_str!("space_before_punctuation.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for flow in texts::flows(letter.tree) {
        let text = flow.as_str();
        for (space, _) in text.match_indices(' ') {
            let Some(mark) = text[space + 1..].chars().next().filter(|c| ",.;!?".contains(*c)) else {
                continue;
            };
            let before = text[..space].chars().next_back();
            let after = text[space + 2..].chars().next();
            let follows_word = before.is_some_and(|c| c.is_alphanumeric() || c == ')');
            if !follows_word || after.is_some_and(|c| !c.is_whitespace()) || in_dotted_line(text, space) {
                continue;
            }
            sink.find(
                Message::new(
                    format!("Det står et mellomrom foran «{mark}»"),
                    format!("Det står eit mellomrom framfor «{mark}»"),
                    format!("There is a space before “{mark}”"),
                ),
                &[(flow.span_of(texts::word_start(text, space)..space + 2), None)],
                Message::new(
                    "Ta bort mellomrommet, eller se om et ord er falt ut foran tegnet.",
                    "Ta bort mellomrommet, eller sjå om eit ord er falle ut framfor teiknet.",
                    "Remove the space, or see whether a word has fallen out before the mark.",
                ),
            );
        }
    }
}

/// Tells whether the mark is one of several dots that lead to a page number (`Mål . . . . 4`).
fn in_dotted_line(text: &str, space: usize) -> bool {
    text[space + 2..].trim_start_matches(' ').starts_with(['.', '…'])
}
