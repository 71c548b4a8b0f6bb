//! The text refers to an attachment that the list of attachments does not have.
//!
//! ## Why it matters
//! What the sentence leans on, often authorisations or terms, cannot be found.
//!
//! ## Example
//! > Øvrige fullmakter går fram av vedlegg 6.
//! >
//! > Vedlegg 1: Instruks. Vedlegg 2: Kalender.
//!
//! ## What to ask
//! Ask the ministry which attachment is meant.
//!
//! ## What it does not report
//! Letters without a numbered list of attachments, and attachments of another document. When the list does not run
//! from 1 without a gap it may have been read only in part, so that is a warning; so is a supplementary letter,
//! which may mean the attachments of the letter that it supplements.

use super::attachments;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Attachment, LetterKind};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "attachment-reference-unknown",
    family: Family::Structure,
    severity: Severity::Error,
    file: include_str!("attachment_reference_unknown.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let listed = attachments::listed(letter);
    let Some((last, last_attachment)) = listed.last_key_value() else { return };
    let whole = *last as usize == listed.len() && listed.contains_key(&1);
    let certain = whole && letter.plan.kind == LetterKind::Allocation;
    let severity = if certain { Severity::Error } else { Severity::Warning };
    for (number, reference) in attachments::references(letter) {
        let span = reference.spot.span;
        match listed.get(&number).map(|attachment| attachment.span) {
            Some(Some(place)) => verify(number, span, place.span, sink),
            Some(None) => {}
            None => report(number, (*last, last_attachment), span, severity, sink),
        }
    }
}

fn verify(number: u32, span: Span, place: Span, sink: &mut Sink<'_>) {
    sink.verify(
        Message::new(
            format!("Vedlegg {number}, som teksten viser til, står i listen"),
            format!("Vedlegg {number}, som teksten viser til, står i lista"),
            format!("Attachment {number}, which the text refers to, is listed"),
        ),
        &[span, place],
    );
}

fn report(number: u32, last: (u32, &Attachment), span: Span, severity: Severity, sink: &mut Sink<'_>) {
    let (highest, attachment) = last;
    let note = Message::new("det siste vedlegget", "det siste vedlegget", "the last attachment");
    let mut labels = vec![(span, None)];
    labels.extend(attachment.span.map(|spot| (spot.span, Some(note))));
    sink.find_as(
        severity,
        Message::new(
            format!(
                "Teksten viser til vedlegg {number}, men listen har ikke noe slikt; det siste er {highest}"
            ),
            format!(
                "Teksten viser til vedlegg {number}, men lista har ikkje noko slikt; det siste er {highest}"
            ),
            format!(
                "The text refers to attachment {number}, which the list does not have; its last is {highest}"
            ),
        ),
        &labels,
        Message::new(
            "Spør departementet hvilket vedlegg som er ment.",
            "Spør departementet kva vedlegg som er meint.",
            "Ask the ministry which attachment is meant.",
        ),
    );
}
