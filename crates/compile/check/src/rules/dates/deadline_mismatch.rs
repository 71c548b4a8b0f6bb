//! An assignment, or a part of it, has different deadlines in two places of the letter.
//!
//! ## Why it matters
//! The list is what people plan by, the description what they are held to. When the two differ, the agency may
//! deliver months late in the ministry's eyes and on time in its own.
//!
//! ## Example
//! > 2025-03 Plan for trygge gangveger. Del 2: 1. august 2025
//! >
//! > Oppdrag 2025-03 Plan for trygge gangveger. Frist: Del II: 1. august 2026
//!
//! ## What to ask
//! Ask the ministry which of the two dates holds, and to have the other one corrected.
//!
//! ## What it does not report
//! A deadline that a new one has replaced; a day that lies within a period named at the other place; one day for the
//! whole that the other place gives for a part, or among others; parts that stand in brackets behind their dates
//! (`15. mai 2026 (del 1)`). Parts are matched by their labels: `Del 1`, `Del I` and `Deloppdrag 1` are one. Where both
//! places count up several days, and one leaves some of them out, it is a warning, as is a date in running text that
//! the sentence does not call a deadline.

use super::compare::{Verdict, compare};
use super::mentioned;
use super::parts::{self, Path};
use super::places::{self, Said};
use super::words;
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, Deadline, Where};

pub(crate) const RULE: Rule = Rule {
    code: "deadline-mismatch",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("deadline_mismatch.rs"),
    check,
};

/// What one place says of one part.
#[derive(Clone)]
struct Stand<'a> {
    place: Where,
    deadlines: Vec<&'a Deadline>,
    /// Everything that the same place says of the assignment.
    all: &'a [&'a Deadline],
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mentioned = mentioned::deadlines(letter);
    for (at, assignment) in letter.plan.assignments.iter().enumerate() {
        let mut said = places::said(assignment);
        let prose: Vec<&Deadline> = mentioned.get(&at).into_iter().flatten().collect();
        if !prose.is_empty() {
            said.push(Said { place: Where::Prose, deadlines: prose });
        }
        let mut first: BTreeMap<Path, Stand<'_>> = BTreeMap::new();
        for place in &said {
            for (part, stand) in by_part(place) {
                match first.get(&part) {
                    Some(earlier) => report(letter, sink, assignment, &part, earlier, &stand),
                    None => drop(first.insert(part, stand)),
                }
            }
        }
    }
}

fn by_part<'a>(said: &'a Said<'a>) -> BTreeMap<Path, Stand<'a>> {
    let mut out: BTreeMap<Path, Stand<'a>> = BTreeMap::new();
    for deadline in &said.deadlines {
        let new = || Stand { place: said.place, deadlines: Vec::new(), all: &said.deadlines };
        out.entry(parts::path(deadline)).or_insert_with(new).deadlines.push(deadline);
    }
    out
}

fn report(
    letter: &Letter<'_>,
    sink: &mut Sink<'_>,
    assignment: &Assignment,
    part: &Path,
    first: &Stand<'_>,
    second: &Stand<'_>,
) {
    let year = letter.plan.year.unwrap_or_default();
    let verdict = compare(&first.deadlines, &second.deadlines, year);
    if [first, second].iter().any(|stand| labelled_behind(letter, stand)) && verdict != Verdict::Same {
        return;
    }
    if verdict == Verdict::Compatible || explained(part, first, second) && verdict != Verdict::Same {
        return;
    }
    let (Some(before), Some(after)) = (first.deadlines.first(), second.deadlines.first()) else { return };
    let (who, places) = (words::part_of(assignment, before), words::both_places(first.place, second.place));
    if verdict == Verdict::Same {
        let spans: Vec<_> = [first, second]
            .iter()
            .flat_map(|stand| &stand.deadlines)
            .filter_map(|deadline| places::deadline_span(letter, deadline))
            .collect();
        return sink.verify(agrees(&who, &places, &first.deadlines), &spans);
    }
    let (before, after) = differing(&first.deadlines, &second.deadlines).unwrap_or((before, after));
    let labels: Vec<_> = [(first, before), (second, after)]
        .into_iter()
        .filter_map(|(stand, deadline)| {
            Some((places::deadline_span(letter, deadline)?, Some(words::place(stand.place))))
        })
        .collect();
    let sure = verdict == Verdict::Differs && [first, second].iter().all(|stand| is_explicit(letter, stand));
    let severity = if sure { Severity::Error } else { Severity::Warning };
    sink.find_as(severity, differs(&who, &places, before, after), &labels, help(before, after));
}

/// Tells whether the part stands in brackets behind its date: `15. mai 2026 (del 1) og 1. desember 2026 (del 2)`.
fn labelled_behind(letter: &Letter<'_>, stand: &Stand<'_>) -> bool {
    /// How many bytes behind the date the bracket may open.
    const REACH: usize = 12;
    stand.deadlines.iter().filter_map(|deadline| places::deadline_span(letter, deadline)).any(|span| {
        let text = letter.source.text();
        let end = text.ceil_char_boundary((span.end as usize + REACH).min(text.len()));
        let around = text[span.start as usize..end].to_lowercase();
        around.contains("(del")
    })
}

/// Tells whether one place gives a day for the whole that the other gives for a part of it.
fn explained(part: &Path, first: &Stand<'_>, second: &Stand<'_>) -> bool {
    let is_in = |stand: &Stand<'_>, other: &Stand<'_>| {
        stand.deadlines.iter().all(|deadline| {
            let in_part = |said: &&Deadline| said.date == deadline.date && !parts::path(said).is_empty();
            deadline.date.is_some() && other.all.iter().any(in_part)
        })
    };
    part.is_empty() && (is_in(first, second) || is_in(second, first))
}

/// Returns the first pair that is not in both places.
fn differing<'a>(first: &[&'a Deadline], second: &[&'a Deadline]) -> Option<(&'a Deadline, &'a Deadline)> {
    let lone = |these: &[&'a Deadline], those: &[&'a Deadline]| {
        these.iter().find(|this| those.iter().all(|that| that.date != this.date)).copied()
    };
    Some((lone(first, second)?, lone(second, first)?))
}

/// Tells whether a date in running text is said to be the deadline.
fn is_explicit(letter: &Letter<'_>, stand: &Stand<'_>) -> bool {
    let says = |deadline: &&Deadline| {
        deadline.span.is_some_and(|spot| places::sentence(letter, spot.span).to_lowercase().contains("frist"))
    };
    stand.place != Where::Prose || stand.deadlines.iter().all(says)
}

fn agrees(who: &Message, (first, second): &(Message, Message), deadlines: &[&Deadline]) -> Message {
    let all: Vec<Message> = deadlines.iter().map(|deadline| words::deadline(deadline)).collect();
    let join = |form: fn(&Message) -> &str| all.iter().map(form).collect::<Vec<_>>().join(", ");
    let value = Message::new(join(|day| &day.nb), join(|day| &day.nn), join(|day| &day.en));
    Message::new(
        format!("{}: samme frist i {} og {}: {}", who.nb, first.nb, second.nb, value.nb),
        format!("{}: same frist i {} og {}: {}", who.nn, first.nn, second.nn, value.nn),
        format!("{}: the same deadline in {} and {}: {}", who.en, first.en, second.en, value.en),
    )
}

fn differs(
    who: &Message,
    (first, second): &(Message, Message),
    before: &Deadline,
    after: &Deadline,
) -> Message {
    let (before, after) = (words::deadline(before), words::deadline(after));
    Message::new(
        format!("{}: fristen er {} i {}, men {} i {}", who.nb, before.nb, first.nb, after.nb, second.nb),
        format!("{}: fristen er {} i {}, men {} i {}", who.nn, before.nn, first.nn, after.nn, second.nn),
        format!(
            "{}: the deadline is {} in {}, but {} in {}",
            who.en, before.en, first.en, after.en, second.en
        ),
    )
}

fn help(before: &Deadline, after: &Deadline) -> Message {
    let (before, after) = (words::deadline(before), words::deadline(after));
    Message::new(
        format!("Spør departementet om {} eller {} gjelder.", before.nb, after.nb),
        format!("Spør departementet om {} eller {} gjeld.", before.nn, after.nn),
        format!("Ask the ministry whether {} or {} holds.", before.en, after.en),
    )
}
