//! The same title stands under two numbers.
//!
//! Titles are compared without case, punctuation and research markers; they must be the same word by word.
//!
//! ## Why it matters
//! It is the other side of `number-with-two-titles`: one of the two numbers is wrong, and money or deadlines
//! that follow the wrong one are lost.
//!
//! ## Example
//! > 2031-06 Råd til eiere av gamle naust
//! >
//! > 2031-05 Råd til eiere av gamle naust 1,0 mill. kroner
//!
//! ## What to ask
//! Ask the ministry which number is right. If two assignments are meant, ask for titles that tell them apart.
//!
//! ## What it does not report
//! Titles of fewer than two words with a meaning, and titles of posts. An assignment of an earlier year that is
//! given again under a new number is worth knowing only; a steering parameter may serve two goals, so that is a
//! warning.

use super::numbering;
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{TitleKind, TitleUse, Where};
use styrbord_titles::{Title, shortened};

pub(crate) const RULE: Rule = Rule {
    code: "title-with-two-numbers",
    family: Family::Identity,
    severity: Severity::Error,
    file: include_str!("title_with_two_numbers.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut by_title: BTreeMap<(TitleKind, String), Vec<&TitleUse>> = BTreeMap::new();
    for used in &letter.evidence().titles {
        let title = Title::new(&used.title);
        if used.kind != TitleKind::Post && used.place != Where::Prose && title.is_rich() {
            by_title.entry((used.kind, title.key().to_owned())).or_default().push(used);
        }
    }
    for uses in by_title.values() {
        let Some(first) = uses.first() else { continue };
        let second = uses.iter().find(|other| numbers_differ(&first.key, &other.key));
        if let Some(second) = second {
            report(first, second, uses, sink);
        }
    }
}

/// Tells whether two numbers are different numbers, not one number printed in two ways (`1`, `Oppdrag 1`).
fn numbers_differ(one: &str, other: &str) -> bool {
    let ordinal = |number: &str| numbering::split(number).map(|(_, ordinal)| ordinal);
    ordinal(one) != ordinal(other) || numbering::year(one) != numbering::year(other)
}

fn severity(first: &TitleUse, second: &TitleUse) -> Severity {
    if first.kind == TitleKind::Parameter {
        return Severity::Warning;
    }
    if numbering::year(&first.key) != numbering::year(&second.key) {
        return Severity::Info;
    }
    Severity::Error
}

fn report(first: &TitleUse, second: &TitleUse, uses: &[&TitleUse], sink: &mut Sink<'_>) {
    let (title, one, other) = (
        shortened(&first.title),
        numbering::name(first.kind, &first.key),
        numbering::name(second.kind, &second.key),
    );
    let mut labels: Vec<_> = Vec::new();
    for used in [first, second].into_iter().chain(uses.iter().copied()) {
        let (number, place) = (&used.key, numbering::place_name(used.place));
        labels.push((
            used.spot.span,
            Some(Message::new(
                format!("{number} {}", place.nb),
                format!("{number} {}", place.nn),
                format!("{number} {}", place.en),
            )),
        ));
    }
    sink.find_as(
        severity(first, second),
        Message::new(
            format!("«{title}» står både som {} og som {}", one.nb, other.nb),
            format!("«{title}» står både som {} og som {}", one.nn, other.nn),
            format!("“{title}” stands both as {} and as {}", one.en, other.en),
        ),
        &labels,
        Message::new(
            "Spør departementet hvilket nummer som er rett, og om penger og frist følger det.",
            "Spør departementet kva nummer som er rett, og om pengar og frist følgjer det.",
            "Ask the ministry which number is right, and whether money and deadline follow it.",
        ),
    );
}
