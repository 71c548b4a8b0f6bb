//! An old deadline is still printed beside the new one.
//!
//! ## Why it matters
//! The assignment is already late once, and a reader who sees only the first date believes that it has passed.
//!
//! ## Example
//! > 2023-14 Felles mal for losjournaler (01.06.2023) 31.12.2025
//!
//! ## What to ask
//! Nothing, when the new date is clear. Otherwise ask the ministry which of the two holds.
//!
//! ## What it does not report
//! Supplementary letters, which print both on purpose.

use super::{parts, places, words};
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Deadline, LetterKind};

pub(crate) const RULE: Rule = Rule {
    code: "superseded-deadline",
    family: Family::Dates,
    severity: Severity::Info,
    file: include_str!("superseded_deadline.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    if letter.plan.kind == LetterKind::Supplement {
        return;
    }
    for assignment in &letter.plan.assignments {
        for (at, old) in assignment.deadlines.iter().enumerate().filter(|(_, deadline)| deadline.superseded) {
            let replaces = |new: &&Deadline| !new.superseded && parts::path(new) == parts::path(old);
            let new = assignment.deadlines[at + 1..].iter().find(replaces);
            let labels: Vec<_> = [Some(old), new]
                .into_iter()
                .flatten()
                .filter_map(|deadline| Some((places::deadline_span(letter, deadline)?, None)))
                .collect();
            let who = words::part_of(assignment, old);
            let (old, new) = (words::deadline(old), new.map(words::deadline));
            let message = match new {
                Some(new) => Message::new(
                    format!(
                        "{}: den gamle fristen {} står ennå ved siden av den nye, {}",
                        who.nb, old.nb, new.nb
                    ),
                    format!(
                        "{}: den gamle fristen {} står enno ved sida av den nye, {}",
                        who.nn, old.nn, new.nn
                    ),
                    format!(
                        "{}: the old deadline {} still stands beside the new one, {}",
                        who.en, old.en, new.en
                    ),
                ),
                None => Message::new(
                    format!("{}: den gamle fristen {} står uten en ny", who.nb, old.nb),
                    format!("{}: den gamle fristen {} står utan ein ny", who.nn, old.nn),
                    format!("{}: the old deadline {} stands without a new one", who.en, old.en),
                ),
            };
            sink.find(
                message,
                &labels,
                Message::new(
                    "Følg den nye datoen; spør departementet hvis den ikke er klar.",
                    "Følg den nye datoen; spør departementet om han ikkje er klar.",
                    "Go by the new date; ask the ministry if it is not clear.",
                ),
            );
        }
    }
}
