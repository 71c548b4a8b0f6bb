//! A money row names an assignment number that no list and no description gives.
//!
//! ## Why it matters
//! Money without an assignment has no goal, no deadline and nobody to report on it.
//!
//! ## Example
//! > 2030-07 Studie av bruken av kystleder (FoU) 1,2 mill. kroner
//!
//! ## What to ask
//! Ask the ministry for the list and the goal that the assignment belongs to, and for its deadline; or for the
//! right number.
//!
//! ## What it does not report
//! Letters that number no assignments, and supplementary letters, whose numbers may stand in the letter that they
//! supplement. When a description without a number has the same title, it is pointed out.

use super::numbering;
use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, LetterKind, TitleKind, Where};
use styrbord_source::Span;
use styrbord_titles::{Title, TitleIndex, shortened};

pub(crate) const RULE: Rule = Rule {
    code: "number-not-defined",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("number_not_defined.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let defined = numbering::defined(letter);
    if defined.is_empty() || letter.plan.kind == LetterKind::Supplement {
        return;
    }
    let nameless: Vec<&Assignment> =
        letter.plan.assignments.iter().filter(|assignment| numbering::is_nameless(assignment)).collect();
    let titles = TitleIndex::new(nameless.iter().map(|assignment| Title::new(&assignment.title)));
    for (number, row) in rows(letter) {
        if !defined.contains(number) {
            let twin = titles.near(&Title::new(row.title)).and_then(|at| nameless.get(at).copied());
            report(number, &row, twin, sink);
        }
    }
}

/// A money row: what it is called and where it stands.
struct Row<'a> {
    title: &'a str,
    spans: BTreeSet<Span>,
}

/// Returns the money rows that carry a number, by number.
fn rows<'a>(letter: &Letter<'a>) -> BTreeMap<&'a str, Row<'a>> {
    let mut rows: BTreeMap<&str, Row<'_>> = BTreeMap::new();
    let named = letter.evidence().titles.iter();
    for used in named.filter(|used| used.kind == TitleKind::Assignment && used.place == Where::Money) {
        let row = rows.entry(&used.key).or_insert(Row { title: &used.title, spans: BTreeSet::new() });
        row.spans.insert(used.spot.span);
    }
    for portion in numbering::portions(letter) {
        if let (Some(number), Some(spot)) = (portion.assignment.as_deref(), portion.span) {
            rows.entry(number)
                .or_insert_with(|| Row { title: &portion.title, spans: [spot.span].into_iter().collect() });
        }
    }
    rows
}

fn report(number: &str, row: &Row<'_>, twin: Option<&Assignment>, sink: &mut Sink<'_>) {
    let mut labels: Vec<_> =
        row.spans.iter().map(|span| (*span, Some(numbering::place_name(Where::Money)))).collect();
    if let Some(span) = twin.and_then(numbering::home) {
        let note = Message::new("beskrevet uten nummer", "skildra utan nummer", "described without a number");
        labels.push((span, Some(note)));
    }
    let title = shortened(row.title);
    sink.find(
        Message::new(
            format!("Oppdrag {number} «{title}» får penger, men står ikke i noen liste"),
            format!("Oppdrag {number} «{title}» får pengar, men står ikkje i noka liste"),
            format!("Assignment {number} “{title}” gets money but stands in no list"),
        ),
        &labels,
        Message::new(
            "Spør departementet hvilket mål oppdraget hører til og hvilken frist det har, eller om nummeret er feil.",
            "Spør departementet kva mål oppdraget høyrer til og kva frist det har, eller om nummeret er feil.",
            "Ask the ministry which goal and deadline the assignment has, or whether the number is wrong.",
        ),
    );
}
