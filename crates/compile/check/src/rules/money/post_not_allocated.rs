//! Money is charged to a chapter or post that the letter does not allocate.
//!
//! ## Why it matters
//! The agency has no money to charge: the number is wrong, the allocation is missing, or it stands in another letter.
//!
//! ## Example
//! > Oppdraget finansieres med 3,2 mill. kroner over kap. 1955 post 21.
//!
//! ## What to ask
//! Which post is meant, and in which letter is its money given?
//!
//! ## What it does not report
//! Income chapters, posts of other bodies or earlier years, posts that the letter moves, supplementary letters and
//! instructions, numbers of sections (`kapittel 7`) where all chapters of the budget have larger numbers, and letters
//! that point elsewhere for the chapters that they do not name.

use super::posts::{self, Book};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{LetterKind, Reference, ReferenceKind};

pub(crate) const RULE: Rule = Rule {
    code: "post-not-allocated",
    family: Family::Money,
    severity: Severity::Warning,
    file: include_str!("post_not_allocated.rs"),
    check,
};

/// From this number on, a chapter holds income.
const INCOME: u32 = 3000;

/// How a letter says that some chapters or posts stand elsewhere.
const LEFT_OUT: [&str; 8] = [
    "ikke nevnes",
    "ikke er nevnt",
    "ikke er omtalt",
    "ikke omtales",
    "ikkje er nemnd",
    "ikkje er nemnt",
    "ikkje blir nemnd",
    "ikkje er omtala",
];

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let book = Book::of(letter);
    let lists_all = matches!(letter.plan.kind, LetterKind::Allocation | LetterKind::Other);
    if book.is_empty() || !lists_all || points_elsewhere(letter) {
        return;
    }
    let moved: BTreeSet<&str> = letter.evidence().moves.iter().map(|moved| moved.from.as_str()).collect();
    for reference in &letter.evidence().references {
        let section = |other: &Reference| {
            other.kind == ReferenceKind::Section && other.spot.span.overlaps(reference.spot.span)
        };
        if small_for_a_chapter(letter, reference) && letter.evidence().references.iter().any(section) {
            continue;
        }
        let charged = reference.kind == ReferenceKind::Post && reference.charges && !reference.foreign;
        if charged && !moved.contains(reference.key.as_str()) && is_missing(&book, reference) {
            report(reference, sink);
        }
    }
}

/// Tells whether a chapter's number is that of a section, in a letter whose chapters all have larger numbers.
fn small_for_a_chapter(letter: &Letter<'_>, reference: &Reference) -> bool {
    const SECTIONS_MAX: u32 = 30;
    let number = reference.key.trim().parse::<u32>();
    number.is_ok_and(|number| number < SECTIONS_MAX)
        && letter.plan.budget.iter().all(|chapter| chapter.chapter >= SECTIONS_MAX)
}

fn is_missing(book: &Book<'_>, reference: &Reference) -> bool {
    if let Some(key) = posts::parse_key(&reference.key) {
        return key.0 < INCOME && book.post(key).is_none();
    }
    let chapter = reference.key.trim().parse::<u32>();
    chapter.is_ok_and(|chapter| chapter < INCOME && !book.has_chapter(chapter))
}

/// Tells whether the letter sends the reader elsewhere for chapters or posts that it does not name.
fn points_elsewhere(letter: &Letter<'_>) -> bool {
    letter.tree.blocks.iter().any(|block| {
        let text = block.flow.joined().to_lowercase();
        LEFT_OUT.iter().any(|phrase| text.contains(phrase))
            && ["kapit", "kap.", "post"].iter().any(|word| text.contains(word))
    })
}

fn report(reference: &Reference, sink: &mut Sink<'_>) {
    let name =
        posts::parse_key(&reference.key).map_or_else(|| format!("kap. {}", reference.key), posts::name);
    sink.find(
        Message::new(
            format!("Midler belastes {name}, som brevet ikke tildeler"),
            format!("Midlar blir belasta {name}, som brevet ikkje tildeler"),
            format!("Money is charged to {name}, which the letter does not allocate"),
        ),
        &[(reference.spot.span, None)],
        Message::new(
            "Spør departementet hvilken post som er ment, og i hvilket brev midlene er tildelt.",
            "Spør departementet kva for ein post som er meint, og i kva for eit brev midlane er tildelte.",
            "Ask the ministry which post is meant, and in which letter its money is given.",
        ),
    );
}
