//! An assignment has a date in one place and another kind of deadline in the other.
//!
//! ## Why it matters
//! A date asks for one delivery, "årlig" for one each year, "i årsrapporten" for a section in a report, "løpende" for
//! nothing on any day. Who plans by one place delivers something else than who plans by the other.
//!
//! ## Example
//! > 2025-07 Veiledning om båtfester: 31.12.2027
//! >
//! > Oppdrag 2025-07 Veiledning om båtfester. Frist: Rapporteres i årsrapporten
//!
//! ## What to ask
//! Ask the ministry whether the agency is to deliver on the date, report in the way that is named, or both.
//!
//! ## What it does not report
//! The same date in both places, one of them with the words "inngår i årsrapporten".

use super::{parts, places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Where};

pub(crate) const RULE: Rule = Rule {
    code: "deadline-kind-differs",
    family: Family::Dates,
    severity: Severity::Warning,
    file: include_str!("deadline_kind_differs.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for assignment in &letter.plan.assignments {
        let mut first: BTreeMap<parts::Path, (Where, Vec<&Deadline>)> = BTreeMap::new();
        for said in places::said(assignment).iter().filter(|said| said.place != Where::Prose) {
            let mut here: BTreeMap<parts::Path, Vec<&Deadline>> = BTreeMap::new();
            for deadline in &said.deadlines {
                here.entry(parts::path(deadline)).or_default().push(deadline);
            }
            for (part, deadlines) in here {
                let Some((place, earlier)) = first.get(&part) else {
                    first.insert(part, (said.place, deadlines));
                    continue;
                };
                if let ([before], [after]) = (earlier.as_slice(), deadlines.as_slice())
                    && let Some(severity) = clash(before, after)
                {
                    report(sink, assignment, severity, [(*place, before), (said.place, after)]);
                }
            }
        }
    }
}

/// Tells how much two deadlines of one part differ in kind.
fn clash(first: &Deadline, second: &Deadline) -> Option<Severity> {
    use DeadlineKind::{Date, InReport, Invalid, None as NoDeadline, Ongoing, Period, Recurring};
    if first.kind == Recurring && second.kind == Recurring {
        let named = first.frequency.is_some() && second.frequency.is_some();
        return (named && first.frequency != second.frequency).then_some(Severity::Warning);
    }
    let (dated, other) = match (first.kind, second.kind) {
        (Date | Period, _) => (first, second),
        (_, Date | Period) => (second, first),
        _ => return None,
    };
    match other.kind {
        Ongoing => Some(Severity::Warning),
        InReport | Recurring if other.date.is_none() => Some(Severity::Warning),
        // The one date may be the first of those that recur.
        Recurring => (other.date == dated.date).then_some(Severity::Info),
        NoDeadline => (!other.printed.is_empty()).then_some(Severity::Warning),
        Date | Period | Invalid | InReport => None,
    }
}

fn report(sink: &mut Sink<'_>, assignment: &Assignment, severity: Severity, pair: [(Where, &Deadline); 2]) {
    let labels: Vec<_> = pair
        .iter()
        .filter_map(|(place, deadline)| Some((deadline.span?.span, Some(words::place(*place)))))
        .collect();
    let [(first, before), (second, after)] = pair;
    let who = words::part_of(assignment, before);
    let (first, second) = words::both_places(first, second);
    let (before, after) = (words::quoted(&before.printed), words::quoted(&after.printed));
    sink.find_as(
        severity,
        Message::new(
            format!("{}: fristen er {} i {}, men {} i {}", who.nb, before.nb, first.nb, after.nb, second.nb),
            format!("{}: fristen er {} i {}, men {} i {}", who.nn, before.nn, first.nn, after.nn, second.nn),
            format!(
                "{}: the deadline is {} in {}, but {} in {}",
                who.en, before.en, first.en, after.en, second.en
            ),
        ),
        &labels,
        Message::new(
            "Spør departementet hva som skal leveres, og når.",
            "Spør departementet kva som skal leverast, og når.",
            "Ask the ministry what is to be delivered, and when.",
        ),
    );
}
