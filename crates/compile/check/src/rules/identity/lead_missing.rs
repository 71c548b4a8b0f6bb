//! An assignment is given to two parties together, and none of them has the main responsibility.
//!
//! ## Why it matters
//! When two are to do it together, each may wait for the other, and the ministry does not know whom to ask.
//!
//! ## Example
//! > Fyrlyktkontoret og Havnerådet skal sammen merke de gamle ledene.
//!
//! ## What to ask
//! Ask the ministry which of them leads.
//!
//! ## What it does not report
//! Assignments where somebody is said to lead, to have the main responsibility or to coordinate, and those that one
//! party does "in cooperation with" another: there the first one leads.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, AssignmentPlace};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "lead-missing",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("lead_missing.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for assignment in letter.plan.assignments.iter().filter(|assignment| assignment.lead.is_none()) {
        let leads = assignment.deadlines.iter().any(|deadline| deadline.lead.is_some())
            || assignment.places.iter().any(|place| names_lead(letter, place));
        let together = assignment.places.iter().find_map(|place| together(letter, place));
        if let Some(span) = together.filter(|_| !leads) {
            report(assignment, span, sink);
        }
    }
}

/// Tells whether a place says in some way who leads.
fn names_lead(letter: &Letter<'_>, place: &AssignmentPlace) -> bool {
    let text = letter.source.slice(place.whole.span).to_lowercase();
    let words =
        ["hovedansvar", "hovudansvar", "lede arbeidet", "leder arbeidet", "leie arbeidet", "leier arbeidet"];
    let more = ["koordiner", "samordningsansvar", "ansvarlig", "ansvarleg"];
    !place.leads.is_empty() || words.iter().chain(&more).any(|word| text.contains(word))
}

/// Returns the words by which a place gives the assignment to two named parties together: `A og B skal sammen`.
fn together(letter: &Letter<'_>, place: &AssignmentPlace) -> Option<Span> {
    let start = place.whole.span.start as usize;
    let text = letter.source.slice(place.whole.span);
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    words.windows(5).find_map(|window| {
        let [one, and, other, shall, how] = window else { return None };
        let named =
            |word: &str| word.chars().next().is_some_and(char::is_uppercase) && !word.ends_with(['.', ',']);
        let how = how.trim_end_matches(',');
        let joint = ["sammen", "saman", "samarbeide", "i"].contains(&how);
        let fits = named(one) && *and == "og" && named(other) && ["skal", "bes"].contains(shall) && joint;
        let fellowship = how != "i" || text[at(shall)..].starts_with("skal i fellesskap");
        (fits && fellowship).then(|| Span::new(start + at(one), start + at(window[4]) + how.len()))
    })
}

fn report(assignment: &Assignment, span: Span, sink: &mut Sink<'_>) {
    let name = assignment.number.as_deref().unwrap_or(&assignment.title);
    let mut labels: Vec<_> = assignment.spans.first().map(|spot| (spot.span, None)).into_iter().collect();
    labels.push((
        span,
        Some(Message::new("sammen, uten leder", "saman, utan leiar", "together, without a lead")),
    ));
    sink.find(
        Message::new(
            format!("Oppdrag {name} er gitt til flere sammen, men ingen har hovedansvaret"),
            format!("Oppdrag {name} er gjeve til fleire saman, men ingen har hovudansvaret"),
            format!("Assignment {name} is given to several together, but none has the main responsibility"),
        ),
        &labels,
        Message::new(
            "Spør departementet hvem som leder.",
            "Spør departementet kven som leier.",
            "Ask the ministry which of them leads.",
        ),
    );
}
