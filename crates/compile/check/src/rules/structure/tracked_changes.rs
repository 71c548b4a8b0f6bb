//! The file holds tracked changes that nobody has accepted or rejected.
//!
//! ## Why it matters
//! Two readers may see two letters: one with the changes, one without. Here words that were put in are read as a part
//! of the letter, and words that were taken out are not.
//!
//! ## Example
//! > Frist: ~~1. mars~~ **1. juni** 2026
//!
//! ## What to ask
//! Accept or reject the changes in the original, save it, and check that file. If the letter came so, ask the ministry
//! which words hold.
//!
//! ## What it does not report
//! More than one finding a letter; the first places are marked. A paragraph or a cell counts as one place, however many
//! changes it holds.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{LABELS_MAX, Message, Severity};
use styrbord_source::{RemarkKind, Span};

pub(crate) const RULE: Rule = Rule {
    code: "tracked-changes",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("tracked_changes.rs"),
    check,
};

/// What changes do at one place.
#[derive(Debug, Clone, Copy, Default)]
struct Change {
    puts_in: bool,
    takes_out: bool,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let Some(layout) = letter.source.layout() else { return };
    let mut places: BTreeMap<Span, Change> = BTreeMap::new();
    for (kind, span) in &layout.remarks {
        match kind {
            RemarkKind::Inserted => places.entry(*span).or_default().puts_in = true,
            RemarkKind::Deleted => places.entry(*span).or_default().takes_out = true,
            RemarkKind::Commented | RemarkKind::PageWithoutText => {}
        }
    }
    if places.is_empty() {
        return;
    }
    let put_in = places.values().filter(|change| change.puts_in).count();
    let taken_out = places.values().filter(|change| change.takes_out).count();
    let labels: Vec<_> =
        places.iter().take(LABELS_MAX).map(|(span, change)| (*span, Some(note(*change)))).collect();
    sink.find(
        Message::new(
            format!(
                "Filen har endringer som ikke er godtatt eller forkastet: tekst satt inn på {}, strøket på {}",
                places_nb(put_in), places_nb(taken_out)
            ),
            format!(
                "Fila har endringar som ikkje er godtekne eller forkasta: tekst sett inn på {}, stroken på {}",
                places_nn(put_in), places_nn(taken_out)
            ),
            format!(
                "The file has changes that are neither accepted nor rejected: text put in at {}, taken out at {}",
                places_en(put_in), places_en(taken_out)
            ),
        ),
        &labels,
        Message::new(
            "Godta eller forkast endringene i originalen, og sjekk den på nytt.",
            "Godta eller forkast endringane i originalen, og sjekk han på nytt.",
            "Accept or reject the changes in the original, and check it again.",
        ),
    );
}

fn note(change: Change) -> Message {
    match (change.puts_in, change.takes_out) {
        (true, true) => Message::new("satt inn og strøket", "sett inn og stroke", "put in and taken out"),
        (true, false) => Message::new("satt inn", "sett inn", "put in"),
        _ => Message::new("strøket her", "stroke her", "taken out here"),
    }
}

fn places_nb(count: usize) -> String {
    if count == 1 { "1 sted".to_owned() } else { format!("{count} steder") }
}

fn places_nn(count: usize) -> String {
    if count == 1 { "1 stad".to_owned() } else { format!("{count} stader") }
}

fn places_en(count: usize) -> String {
    if count == 1 { "1 place".to_owned() } else { format!("{count} places") }
}
