//! A page of a PDF has pictures and no text.
//!
//! ## Why it matters
//! What stands on such a page, a scanned attachment or a table pasted as a picture, is not checked, and it is missing
//! for all who search, copy or listen.
//!
//! ## Example
//! > Page 7 is a scan of the letter's annex.
//!
//! ## What to ask
//! Run the file through text recognition, or ask the sender for the original.
//!
//! ## What it does not report
//! Blank pages. A file without any text at all is refused with the same advice.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "page-without-text",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("page_without_text.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let Some(layout) = letter.source.layout() else { return };
    let mut places: BTreeMap<Span, Vec<u32>> = BTreeMap::new();
    for (page, before) in &layout.pages_without_text {
        places.entry(*before).or_default().push(*page);
    }
    let all: Vec<u32> = layout.pages_without_text.iter().map(|(page, _)| *page).collect();
    if all.is_empty() {
        return;
    }
    let pages = named(&all);
    let labels: Vec<_> = places.iter().map(|(before, pages)| (*before, Some(note(*before, pages)))).collect();
    sink.find(
        Message::new(
            format!("Bilder og ingen tekst på {}", pages.nb),
            format!("Bilete og ingen tekst på {}", pages.nn),
            format!("Pictures and no text on {}", pages.en),
        ),
        &labels,
        Message::new(
            "Kjør filen gjennom tekstgjenkjenning, eller be avsenderen om originalen.",
            "Køyr fila gjennom tekstattkjenning, eller be avsendaren om originalen.",
            "Run the file through text recognition, or ask the sender for the original.",
        ),
    );
}

/// Returns where pages lie: behind the words that are marked, or before the first ones.
fn note(before: Span, pages: &[u32]) -> Message {
    let pages = named(pages);
    let [nb, nn, en] = if before.start == before.end {
        ["før dette", "før dette", "before this"]
    } else {
        ["etter dette", "etter dette", "after this"]
    };
    Message::new(
        format!("{} står {nb}", pages.nb),
        format!("{} står {nn}", pages.nn),
        format!("{en}: {}", pages.en),
    )
}

/// Returns `page 3` or `pages 3, 4`.
fn named(pages: &[u32]) -> Message {
    let numbers: Vec<String> = pages.iter().map(u32::to_string).collect();
    let numbers = numbers.join(", ");
    match pages {
        [_] => Message::new(format!("side {numbers}"), format!("side {numbers}"), format!("page {numbers}")),
        _ => {
            Message::new(format!("sidene {numbers}"), format!("sidene {numbers}"), format!("pages {numbers}"))
        }
    }
}
