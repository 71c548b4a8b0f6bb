//! A round bracket opens and does not close, or closes without having opened.
//!
//! ## Why it matters
//! What belongs inside the bracket is unclear, and a name or a reference may have lost its first half in editing.
//!
//! ## Example
//! > Havnekontoret) skal sammen med kommunene lage en plan.
//!
//! ## What to ask
//! Ask the ministry whether words are missing at the bracket. If nothing is missing, it is corrected in the next version.
//!
//! ## What it does not report
//! List markers such as `a)` and `1)`, smileys, and brackets that close in one of the next blocks, because text from
//! a PDF may have been split in the middle of a paragraph.

use super::texts;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_source::{Flow, Span};

pub(crate) const RULE: Rule = Rule {
    code: "unbalanced-bracket",
    family: Family::Language,
    severity: Severity::Info,
    file: include_str!("unbalanced_bracket.rs"),
    check,
};

/// How many texts further on a bracket may close.
const REACH: usize = 6;

/// How many bytes further on a bracket may close.
const REACH_BYTES: u32 = 600;

/// A bracket without its partner in the same text.
struct Lone {
    /// The number of the text.
    text: usize,
    /// The bracket with its word.
    span: Span,
    opens: bool,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut lone: Vec<Lone> = Vec::new();
    for (number, flow) in texts::flows(letter.tree).enumerate() {
        for (span, opens) in lone_brackets(flow) {
            let partner = lone.iter().rev().take(REACH).position(|open| {
                !opens
                    && open.opens
                    && number - open.text <= REACH
                    && span.start.saturating_sub(open.span.start) <= REACH_BYTES
            });
            match partner {
                Some(back) => drop(lone.remove(lone.len() - 1 - back)),
                None => lone.push(Lone { text: number, span, opens }),
            }
        }
    }
    for bracket in &lone {
        report(bracket, sink);
    }
}

/// Returns the brackets of a text that no reading of its list markers can pair.
fn lone_brackets(flow: &Flow) -> Vec<(Span, bool)> {
    let text = flow.as_str();
    let (mut open, mut closed, mut markers) = (Vec::new(), Vec::new(), 0_usize);
    for (at, bracket) in text.match_indices(['(', ')']) {
        if is_smiley(text, at) {
            continue;
        }
        if bracket == "(" {
            open.push(at);
            continue;
        }
        let marker = is_list_marker(text, at);
        markers += usize::from(marker);
        if open.pop().is_none() && !marker {
            closed.push(at);
        }
    }
    // With markers about, `(jf. a) og b))` and `(jf. a) først` pair in more than one way.
    if markers > 0 && (open.len() + closed.len()) <= markers {
        return Vec::new();
    }
    let word = |at: usize, opens: bool| {
        let range = if opens { at..texts::word_end(text, at) } else { texts::word_start(text, at)..at + 1 };
        (flow.span_of(range), opens)
    };
    let mut lone: Vec<(usize, bool)> =
        open.into_iter().map(|at| (at, true)).chain(closed.into_iter().map(|at| (at, false))).collect();
    lone.sort_unstable();
    lone.into_iter().map(|(at, opens)| word(at, opens)).collect()
}

/// Tells whether the closing bracket at `at` may belong to a marker: `a)`, `12)`, `iv)`.
fn is_list_marker(text: &str, at: usize) -> bool {
    let word = &text[texts::word_start(text, at)..at];
    let roman = !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| b"ivxIVX".contains(&byte));
    let digits = !word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    text[at..].starts_with(')') && (roman || digits || letter)
}

fn is_smiley(text: &str, at: usize) -> bool {
    let eyes = text[..at].trim_end_matches('-');
    eyes.ends_with([':', ';']) && !text[at + 1..].starts_with(|c: char| !c.is_whitespace())
}

fn report(bracket: &Lone, sink: &mut Sink<'_>) {
    let message = if bracket.opens {
        Message::new(
            "Parentesen åpnes, men lukkes ikke",
            "Parentesen blir opna, men ikkje lukka",
            "The bracket opens, but does not close",
        )
    } else {
        Message::new(
            "Parentesen lukkes, men er ikke åpnet",
            "Parentesen blir lukka, men er ikkje opna",
            "The bracket closes, but has not opened",
        )
    };
    sink.find(
        message,
        &[(bracket.span, None)],
        Message::new(
            "Sett inn den andre parentesen, eller se om ord er falt ut.",
            "Set inn den andre parentesen, eller sjå om ord er falle ut.",
            "Put in the other bracket, or see whether words have fallen out.",
        ),
    );
}
