//! Deadlines that running text gives an assignment by its number: "fristen for oppdrag 5 er satt til 31. januar 2026".

use super::places;
use crate::Letter;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use styrbord_calendar::{Date, DateValue, find_dates};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, ReferenceKind, Where};
use styrbord_source::Span;

/// How far behind the word for deadline its date may stand, in bytes.
const REACH: usize = 60;

/// Words that tie a deadline to its date.
const TIES: [&str; 8] = [" til ", " er ", " blir ", " vert ", " den ", " innen ", " innan ", " på "];

/// Words that make it an old deadline, or that of a part.
const OTHER: [&str; 13] = [
    " var ",
    "opprinnelig",
    "opphavleg",
    "tidligere",
    "tidlegare",
    "gamle",
    "fra ",
    "frå ",
    "del ",
    "deloppdrag",
    "underveis",
    "utkast",
    "delrapport",
];

/// Returns the deadlines in running text that the plan does not hold, by the index of their assignment.
pub(super) fn deadlines(letter: &Letter<'_>) -> BTreeMap<usize, Vec<Deadline>> {
    let numbers = numbers(&letter.plan.assignments);
    let mut sentences: BTreeMap<usize, (&str, BTreeSet<&str>)> = BTreeMap::new();
    for reference in &letter.evidence().references {
        if reference.kind == ReferenceKind::Assignment && !reference.foreign {
            let sentence = places::sentence(letter, reference.spot.span);
            let start = sentence.as_ptr() as usize - letter.source.text().as_ptr() as usize;
            sentences.entry(start).or_insert((sentence, BTreeSet::new())).1.insert(&reference.key);
        }
    }
    let mut out: BTreeMap<usize, Vec<Deadline>> = BTreeMap::new();
    for (start, (sentence, keys)) in sentences {
        let mut keys = keys.into_iter();
        let (Some(key), None) = (keys.next(), keys.next()) else { continue };
        let Some((at, Some(assignment))) = numbers.get(key) else { continue };
        let Some((date, range)) = stated(sentence) else { continue };
        let span = Span::new(start + range.start, start + range.end);
        let known = assignment
            .places
            .iter()
            .map(|place| place.whole.span)
            .chain(assignment.deadlines.iter().filter_map(|deadline| Some(deadline.span?.span)))
            .any(|known| known.overlaps(span));
        if !known {
            out.entry(*at).or_default().push(Deadline {
                kind: DeadlineKind::Date,
                date: Some(date),
                printed: sentence[range].to_owned(),
                place: Where::Prose,
                span: Some(letter.source.spot(span)),
                ..Deadline::default()
            });
        }
    }
    out
}

/// Returns the assignments by number, none for a number that two of them have.
fn numbers(assignments: &[Assignment]) -> BTreeMap<&str, (usize, Option<&Assignment>)> {
    let mut out = BTreeMap::new();
    for (at, assignment) in assignments.iter().enumerate() {
        if let Some(number) = &assignment.number {
            out.entry(number.as_str())
                .and_modify(|known| *known = (at, None))
                .or_insert((at, Some(assignment)));
        }
    }
    out
}

/// Returns the one day that a sentence says is the deadline.
fn stated(sentence: &str) -> Option<(Date, Range<usize>)> {
    let low = sentence.to_lowercase();
    if low.len() != sentence.len() || OTHER.iter().any(|word| low.contains(word)) {
        return None;
    }
    let frist = low.find("frist")?;
    let mut mentions = find_dates(sentence).into_iter().filter(|mention| mention.range.start > frist);
    let mention = mentions.next().filter(|_| mentions.next().is_none())?;
    let between = low.get(frist..mention.range.start).filter(|between| between.len() <= REACH)?;
    let between = format!("{} ", between.split_whitespace().collect::<Vec<_>>().join(" "));
    let DateValue::Day(date) = mention.value else { return None };
    TIES.iter().any(|tie| between.contains(tie)).then_some((date, mention.range))
}
