//! The text refers to a section of the letter that does not exist.
//!
//! ## Why it matters
//! Requirements are often given by reference ("reported as said in point 8.4"). When the section is not there, the
//! requirement is not there either, or it stands where nobody looks.
//!
//! ## Example
//! > Rapporteringen følger kravene i pkt. 8.4.
//! >
//! > (the letter's chapter 8 ends with 8.2)
//!
//! ## What to ask
//! Ask the ministry which section is meant.
//!
//! ## What it does not report
//! References to another document (regulations, an instruction, a proposition), unless `i brevet` or
//! `i tildelingsbrevet` stands right behind the number (the latter is another document to an instruction); chapters of
//! the budget (`kap.` with a number that the letter allocates, from 30 on, or followed by a post); supplementary
//! letters, and letters with fewer than three numbered sections; and single numbers that a numbered list has. A section
//! exists too when only its subsections have headings.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{LetterKind, ReferenceKind};
use styrbord_source::Span;
use styrbord_syntax::{BlockKind, leading_number};

pub(crate) const RULE: Rule = Rule {
    code: "section-reference-unknown",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("section_reference_unknown.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let sections = sections(letter);
    if sections.len() < 3 || letter.plan.kind == LetterKind::Supplement {
        return;
    }
    for reference in &letter.evidence().references {
        let (key, span) = (reference.key.trim_end_matches('.'), reference.spot.span);
        let elsewhere = match document_behind(letter, span) {
            Some(this) => !this,
            None => reference.foreign || speaks_of_another_document(letter, span),
        };
        if reference.kind != ReferenceKind::Section || elsewhere {
            continue;
        }
        let numeric = key.split('.').all(|part| part.parse::<u32>().is_ok_and(|number| number < 100));
        if !numeric || is_budget_chapter(letter, key, span) {
            continue;
        }
        if let Some(heading) = sections.get(key) {
            sink.verify(
                Message::new(
                    format!("Punkt {key}, som teksten viser til, finnes"),
                    format!("Punkt {key}, som teksten viser til, finst"),
                    format!("Section {key}, which the text refers to, exists"),
                ),
                &[span, *heading],
            );
        } else {
            report(key, span, sink);
        }
    }
}

/// Returns the numbers that stand before headings, with those of the sections around them; and, with a heading
/// or not, those that begin a block of text.
fn sections<'a>(letter: &Letter<'a>) -> BTreeMap<&'a str, Span> {
    let mut out = BTreeMap::new();
    for heading in &letter.evidence().headings {
        let Some(number) = heading.number.as_deref() else { continue };
        let number = number.trim_end_matches(['.', ')']);
        for (at, _) in number.match_indices('.').chain([(number.len(), "")]) {
            out.entry(&number[..at]).or_insert(heading.spot.span);
        }
    }
    for block in &letter.tree.blocks {
        let number = match &block.kind {
            BlockKind::Item { marker, .. } => Some(marker.trim_end_matches(['.', ')'])),
            _ => leading_number(block.flow.as_str()).map(|(number, _)| number),
        };
        if let Some(number) = number.filter(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
            out.entry(number).or_insert(block.span);
        }
    }
    out
}

/// Tells whether a mention such as `kap. 77` speaks of a chapter of the budget.
fn is_budget_chapter(letter: &Letter<'_>, key: &str, span: Span) -> bool {
    /// A letter has fewer sections than this.
    const SECTIONS_MAX: u32 = 30;
    let Ok(number) = key.parse::<u32>() else { return false };
    let named = letter.source.slice(span).to_lowercase().starts_with("kap");
    let behind = letter.source.text()[span.end as usize..].split_whitespace().next().unwrap_or_default();
    let allocated = letter.plan.budget.iter().any(|chapter| chapter.chapter == number);
    named && (allocated || number >= SECTIONS_MAX || behind.to_lowercase().starts_with("post"))
}

/// Documents that have numbered points of their own.
const DOCUMENTS: [&str; 14] = [
    "instruks",
    "bestemmels",
    "føresegn",
    "reglement",
    "forskrift",
    "lov",
    "prop",
    "innst",
    "meld",
    "rundskriv",
    "vedtekt",
    "avtale",
    "r-1",
    "vedlegg",
];

/// Tells whether a letter named right behind a reference is this one: `pkt. 3.4 i tildelingsbrevet`.
fn document_behind(letter: &Letter<'_>, span: Span) -> Option<bool> {
    let mut behind = letter.source.text()[span.end as usize..].split_whitespace().map(str::to_lowercase);
    behind.next().filter(|word| word == "i")?;
    match behind.next()?.trim_end_matches(['.', ',']) {
        "brevet" => Some(true),
        "tildelingsbrevet" | "oppdragsbrevet" => Some(letter.plan.kind != LetterKind::Instruction),
        _ => None,
    }
}

/// Tells whether the words around a reference name another document: `instruksens punkt 3.1`, `pkt. 2.3.2 i
/// Bestemmelser om …`.
fn speaks_of_another_document(letter: &Letter<'_>, span: Span) -> bool {
    let text = letter.source.text();
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let near = |words: Vec<&str>| {
        words.iter().any(|word| {
            let word = word.to_lowercase();
            DOCUMENTS.iter().any(|document| word.trim_start_matches('(').starts_with(document))
                || word.contains("instruks")
        })
    };
    near(before.split_whitespace().rev().take(4).collect())
        || near(after.split_whitespace().take(6).collect())
}

fn report(key: &str, span: Span, sink: &mut Sink<'_>) {
    sink.find(
        Message::new(
            format!("Teksten viser til punkt {key}, som ikke finnes i brevet"),
            format!("Teksten viser til punkt {key}, som ikkje finst i brevet"),
            format!("The text refers to section {key}, which the letter does not have"),
        ),
        &[(span, None)],
        Message::new(
            "Spør departementet hvilket punkt som er ment.",
            "Spør departementet kva punkt som er meint.",
            "Ask the ministry which section is meant.",
        ),
    );
}
