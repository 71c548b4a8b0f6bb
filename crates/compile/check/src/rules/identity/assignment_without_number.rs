//! Some assignments have no number, though the letter numbers its assignments.
//!
//! ## Why it matters
//! Lists, accounts and reports hold assignments together by number. One without a number is easily lost, or taken
//! for a part of another.
//!
//! ## Example
//! > 2031-01 Merke gamle leder
//! >
//! > 2031-02 Måle dybder i indre lei
//! >
//! > 2031-03 Rydde skjær av garnrester
//! >
//! > Oppdrag: Evaluering av kystledene (FoU)
//!
//! ## What to ask
//! Ask the ministry for the number, and for the goal that the assignment serves.
//!
//! ## What it does not report
//! Letters with fewer than three numbered assignments, and letters that leave at least as many without a number as
//! they number. It is a warning when a money row has the same title with a number, and otherwise worth knowing.

use super::numbering;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, TitleKind, Where};
use styrbord_source::Span;
use styrbord_titles::{Title, TitleIndex, shortened};

pub(crate) const RULE: Rule = Rule {
    code: "assignment-without-number",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("assignment_without_number.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let (numbered, nameless): (Vec<&Assignment>, Vec<&Assignment>) =
        letter.plan.assignments.iter().partition(|assignment| !numbering::is_nameless(assignment));
    if nameless.is_empty() || numbered.len() < 3 || nameless.len() >= numbered.len() {
        return;
    }
    let rows = rows(letter);
    let titles = TitleIndex::new(rows.iter().map(|row| Title::new(row.title)));
    let row_of = |assignment: &Assignment| rows.get(titles.near(&Title::new(&assignment.title))?);
    let (mut labels, mut paid) = (Vec::new(), Vec::new());
    for assignment in &nameless {
        let row = row_of(assignment);
        let number = row.and_then(|row| row.number);
        labels.extend(numbering::home(assignment).map(|span| (span, number.map(note))));
        paid.extend(row.map(|row| (row.span, Some(row.number.map_or_else(plain_note, note)))));
    }
    let numbered_row = nameless.iter().any(|own| row_of(own).is_some_and(|row| row.number.is_some()));
    let severity = if numbered_row { Severity::Warning } else { Severity::Info };
    labels.extend(paid);
    sink.find_as(
        severity,
        message(&nameless, numbered.len()),
        &labels,
        Message::new(
            "Spør departementet om nummer og om hvilket mål oppdraget hører til.",
            "Spør departementet om nummer og om kva mål oppdraget høyrer til.",
            "Ask the ministry for the number and for the goal that the assignment serves.",
        ),
    );
}

/// A money row that may pay for an assignment.
struct Row<'a> {
    number: Option<&'a str>,
    title: &'a str,
    span: Span,
}

/// Returns the money rows with a number, and then those without.
fn rows<'a>(letter: &Letter<'a>) -> Vec<Row<'a>> {
    let titles = letter.evidence().titles.iter();
    let numbered = titles
        .filter(|used| used.kind == TitleKind::Assignment && used.place == Where::Money)
        .map(|used| Row { number: Some(&used.key), title: &used.title, span: used.spot.span });
    let plain = numbering::portions(letter)
        .into_iter()
        .filter(|portion| portion.assignment.is_none())
        .filter_map(|portion| Some(Row { number: None, title: &portion.title, span: portion.span?.span }));
    numbered.chain(plain).collect()
}

fn plain_note() -> Message {
    Message::new("pengeraden, uten nummer", "pengerada, utan nummer", "the money row, without a number")
}

/// Returns the number that a money row with the same title has.
fn note(number: &str) -> Message {
    let place = numbering::place_name(Where::Money);
    Message::new(
        format!("{number} {}", place.nb),
        format!("{number} {}", place.nn),
        format!("{number} {}", place.en),
    )
}

fn message(nameless: &[&Assignment], with: usize) -> Message {
    if let [only] = nameless {
        let title = shortened(&only.title);
        return Message::new(
            format!("Oppdraget «{title}» har ikke nummer; {with} andre har det"),
            format!("Oppdraget «{title}» har ikkje nummer; {with} andre har det"),
            format!("The assignment “{title}” has no number; {with} others have one"),
        );
    }
    let without = nameless.len();
    Message::new(
        format!("{without} oppdrag har ikke nummer; {with} andre har det"),
        format!("{without} oppdrag har ikkje nummer; {with} andre har det"),
        format!("{without} assignments have no number; {with} others have one"),
    )
}
