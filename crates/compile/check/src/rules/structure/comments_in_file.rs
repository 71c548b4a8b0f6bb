//! The file holds comments.
//!
//! ## Why it matters
//! Comments are no part of the letter, and are not checked. They often come from work on the draft, and are seldom
//! meant for those who get the letter.
//!
//! ## Example
//! > A comment of a Word document: «Skal dette stå her?»
//!
//! ## What to ask
//! Read the comments in the original, and take them out before the letter is sent or filed.
//!
//! ## What it does not report
//! More than one finding a letter; the first places are marked.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_diagnostics::{LABELS_MAX, Message, Severity};
use styrbord_source::{RemarkKind, Span};

pub(crate) const RULE: Rule = Rule {
    code: "comments-in-file",
    family: Family::Structure,
    severity: Severity::Info,
    file: include_str!("comments_in_file.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let Some(layout) = letter.source.layout() else { return };
    let commented = layout.remarks.iter().filter(|(kind, _)| *kind == RemarkKind::Commented);
    let places: BTreeSet<Span> = commented.map(|(_, span)| *span).collect();
    let labels: Vec<_> = places.iter().take(LABELS_MAX).map(|span| (*span, None)).collect();
    let [nb, nn, en] = match places.len() {
        0 => return,
        1 => ["1 sted", "1 stad", "1 place"].map(str::to_owned),
        count => [format!("{count} steder"), format!("{count} stader"), format!("{count} places")],
    };
    sink.find(
        Message::new(
            format!("Filen har kommentarer på {nb}"),
            format!("Fila har kommentarar på {nn}"),
            format!("The file has comments at {en}"),
        ),
        &labels,
        Message::new(
            "Les kommentarene i originalen, og ta dem ut før brevet sendes eller arkiveres.",
            "Les kommentarane i originalen, og ta dei ut før brevet blir sendt eller arkivert.",
            "Read the comments in the original, and take them out before the letter is sent or filed.",
        ),
    );
}
