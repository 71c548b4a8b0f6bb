//! One place gives a date for the whole assignment, the other only for a part of it.
//!
//! ## Why it matters
//! If the date is for an inquiry that is only the first part, nobody has said when the rest is to be done; if it is for
//! the whole, the inquiry comes too late to build on.
//!
//! ## Example
//! > 2025-06 Videreutvikle kartportalen: 1. oktober 2025
//! >
//! > Oppdrag 2025-06 Videreutvikle kartportalen. Frist: Utredning: 1. oktober 2025
//!
//! ## What to ask
//! Ask the ministry whether the date holds for the whole assignment, and when the other parts are due.
//!
//! ## What it does not report
//! A list that gives the date of the last part; a final report, which is the whole; a place that gives dates for the
//! part and for the whole.

use super::places::{self, Said};
use super::{parts, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Where};

pub(crate) const RULE: Rule = Rule {
    code: "deadline-covers-part",
    family: Family::Dates,
    severity: Severity::Warning,
    file: include_str!("deadline_covers_part.rs"),
    check,
};

/// The dated deadlines of one place, by part.
type Parts<'a> = BTreeMap<parts::Path, &'a Deadline>;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for assignment in &letter.plan.assignments {
        let said = places::said(assignment);
        let dated: Vec<(Where, Parts<'_>)> = said
            .iter()
            .filter(|said| said.place != Where::Prose)
            .map(|said| (said.place, parts(said)))
            .collect();
        for pair in dated.windows(2) {
            let [(first, before), (second, after)] = pair else { continue };
            if let Some((whole, part)) = covered(before, after) {
                report(letter, sink, assignment, [(*first, whole), (*second, part)], true);
            } else if let Some((whole, part)) = covered(after, before) {
                report(letter, sink, assignment, [(*first, part), (*second, whole)], false);
            }
        }
    }
}

fn parts<'a>(said: &Said<'a>) -> Parts<'a> {
    let dated = |deadline: &&&Deadline| deadline.date.is_some() && deadline.kind != DeadlineKind::Recurring;
    let mut out = Parts::new();
    for deadline in said.deadlines.iter().filter(dated) {
        out.entry(parts::path(deadline)).or_insert(deadline);
    }
    out
}

/// Returns the deadline of a whole in one place and the part in the other that it does not fit.
fn covered<'a>(one: &Parts<'a>, other: &Parts<'a>) -> Option<(&'a Deadline, &'a Deadline)> {
    for (path, whole) in one {
        let is_part = |part: &parts::Path| part.len() > path.len() && part.starts_with(path);
        let children: Vec<(&parts::Path, &Deadline)> = other
            .iter()
            .filter(|(part, _)| is_part(part))
            .map(|(part, deadline)| (part, *deadline))
            .collect();
        let Some((first_part, first)) = children.first() else { continue };
        if let Some(same) = other.get(path) {
            // Both give the whole; the one date may be that of a part at the other place.
            let as_part = children.iter().find(|(_, part)| part.date == whole.date);
            if let Some((part, deadline)) = as_part.filter(|(part, _)| !one.contains_key(*part))
                && same.date != whole.date
                && !part.is_empty()
            {
                return Some((whole, deadline));
            }
            continue;
        }
        if children.len() == 1 && !one.contains_key(*first_part) {
            return Some((whole, first));
        }
        let dates: Vec<Date> = children.iter().filter_map(|(_, deadline)| deadline.date).collect();
        let split_alike = children.iter().all(|(part, _)| one.contains_key(*part));
        if children.len() > 1 && !split_alike && whole.date.is_some_and(|date| !dates.contains(&date)) {
            return Some((whole, first));
        }
    }
    None
}

fn report(
    letter: &Letter<'_>,
    sink: &mut Sink<'_>,
    assignment: &Assignment,
    pair: [(Where, &Deadline); 2],
    whole_first: bool,
) {
    let labels: Vec<_> = pair
        .iter()
        .filter_map(|(place, deadline)| {
            Some((places::deadline_span(letter, deadline)?, Some(words::place(*place))))
        })
        .collect();
    let [(first, before), (second, after)] = pair;
    let (first, second) = words::both_places(first, second);
    let [(whole_place, whole), (part_place, part)] =
        if whole_first { [(first, before), (second, after)] } else { [(second, after), (first, before)] };
    let who = words::part_of(assignment, whole);
    let name = words::quoted(&parts::printed(part).unwrap_or_default());
    let (date, part_date) = (words::deadline(whole), words::deadline(part));
    sink.find(
        Message::new(
            format!(
                "{}: {} er fristen i {}, men {} gir {} bare for {}",
                who.nb, date.nb, whole_place.nb, part_place.nb, part_date.nb, name.nb
            ),
            format!(
                "{}: {} er fristen i {}, men {} gjev {} berre for {}",
                who.nn, date.nn, whole_place.nn, part_place.nn, part_date.nn, name.nn
            ),
            format!(
                "{}: {} is the deadline in {}, but {} gives {} only for {}",
                who.en, date.en, whole_place.en, part_place.en, part_date.en, name.en
            ),
        ),
        &labels,
        Message::new(
            "Spør departementet om datoen gjelder hele oppdraget, og når resten har frist.",
            "Spør departementet om datoen gjeld heile oppdraget, og når resten har frist.",
            "Ask the ministry whether the date holds for the whole assignment, and when the rest is due.",
        ),
    );
}
