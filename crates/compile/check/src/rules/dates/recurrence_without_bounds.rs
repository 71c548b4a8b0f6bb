//! A recurring deadline has neither a date nor an end.
//!
//! ## Why it matters
//! "Årlig" says how often, not when. The first delivery cannot be put in a calendar, and nobody sees when the last one
//! is done.
//!
//! ## Example
//! > 2025-02 Råd til orgelbyggere. Frist: tertialvis
//!
//! ## What to ask
//! Ask the ministry for the first date, and whether the assignment ends.
//!
//! ## What it does not report
//! What another place of the letter gives a date, and what ends with a period ("årlig ut 2027").

use super::{parts, places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_calendar::{find_dates, find_periods};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Deadline, DeadlineKind};

pub(crate) const RULE: Rule = Rule {
    code: "recurrence-without-bounds",
    family: Family::Dates,
    severity: Severity::Info,
    file: include_str!("recurrence_without_bounds.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let year = letter.plan.year.unwrap_or_default();
    for assignment in &letter.plan.assignments {
        let dated: BTreeSet<parts::Path> = assignment
            .deadlines
            .iter()
            .filter(|deadline| deadline.date.is_some() && !deadline.superseded)
            .map(parts::path)
            .collect();
        let open: Vec<&Deadline> = assignment
            .deadlines
            .iter()
            .filter(|deadline| is_open(deadline, year) && !dated.contains(&parts::path(deadline)))
            .collect();
        let Some(first) = open.first() else { continue };
        let labels: Vec<_> = open
            .iter()
            .filter_map(|deadline| Some((places::deadline_span(letter, deadline)?, None)))
            .collect();
        let (who, printed) = (words::part_of(assignment, first), words::quoted(&first.printed));
        sink.find(
            Message::new(
                format!("{}: {} har verken dato eller slutt", who.nb, printed.nb),
                format!("{}: {} har korkje dato eller slutt", who.nn, printed.nn),
                format!("{}: {} has neither a date nor an end", who.en, printed.en),
            ),
            &labels,
            Message::new(
                "Spør departementet om datoen for første levering, og om når oppdraget er slutt.",
                "Spør departementet om datoen for første levering, og om når oppdraget er slutt.",
                "Ask the ministry for the date of the first delivery, and when the assignment ends.",
            ),
        );
    }
}

fn is_open(deadline: &Deadline, year: i16) -> bool {
    deadline.kind == DeadlineKind::Recurring
        && !deadline.superseded
        && deadline.date.is_none()
        && find_dates(&deadline.printed).is_empty()
        && find_periods(&deadline.printed, year).is_empty()
}
