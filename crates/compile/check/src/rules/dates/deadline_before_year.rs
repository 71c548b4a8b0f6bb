//! A deadline lies before the letter, that of an assignment or of a duty in running text.
//!
//! ## Why it matters
//! What is ordered now cannot be delivered last year. Often the year is that of an older letter that was copied.
//!
//! ## Example
//! > Tildelingsbrev 2025. Nytt oppdrag 2025-02 Kart over brønner. Frist: 1. oktober 2024
//!
//! ## What to ask
//! Ask the ministry for the right date. For an earlier assignment, ask whether it is delivered or has a new deadline.
//!
//! ## What it does not report
//! Reports for last year that are due this year; an old deadline that a new one has replaced; the first date of
//! something that recurs; letters in which most new assignments would be late, since the year is then misread. An
//! earlier assignment, and a date early in the letter's own year, are only warnings. A duty in running text is looked
//! at when the letter prints its own date; it is an error when it must be done `innen` or `senest`, and none when the
//! sentence tells of the past (`ble`, `skulle`).

use super::{parts, places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Where};

pub(crate) const RULE: Rule = Rule {
    code: "deadline-before-year",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("deadline_before_year.rs"),
    check,
};

/// How many new assignments make it likely that the year, not the deadlines, was misread.
const SUSPECT_MIN: usize = 3;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let Some(start) = letter.plan.year.and_then(|year| Date::new(year, 1, 1)) else { return };
    // A date that is not near the year is hardly the letter's.
    let near = |sent: &Date| (start.year() - 1..=start.year()).contains(&sent.year());
    let sent = letter.evidence().letter_date.map(|(date, _)| date).filter(near);
    // A letter is written some weeks before its year, and from then on it can order things.
    let certain = sent.map_or(start, |sent| sent.min(start));
    let late: Vec<(&Assignment, Vec<&Deadline>)> = letter
        .plan
        .assignments
        .iter()
        .map(|assignment| (assignment, passed(assignment, sent.unwrap_or(start))))
        .collect();
    let is_new = |late: &&(&Assignment, Vec<&Deadline>)| {
        late.0.new && late.0.deadlines.iter().any(|d| d.date.is_some())
    };
    let new = late.iter().filter(is_new).count();
    let before = late.iter().filter(is_new).filter(|(_, passed)| !passed.is_empty()).count();
    if new >= SUSPECT_MIN && before * 2 > new {
        return;
    }
    if let Some(sent) = sent {
        duties(letter, sent.min(start), sink);
    }
    for (assignment, passed) in late {
        let Some(first) = passed.first().and_then(|deadline| deadline.date) else { continue };
        let sure = assignment.new && first < certain;
        let severity = if sure { Severity::Error } else { Severity::Warning };
        let labels: Vec<_> = passed
            .iter()
            .filter(|deadline| deadline.date == Some(first))
            .filter_map(|deadline| Some((places::deadline_span(letter, deadline)?, None)))
            .collect();
        sink.find_as(severity, message(assignment, first, sent, start), &labels, help(assignment));
    }
}

/// Reports duties in running text that were due before the letter was sent.
fn duties(letter: &Letter<'_>, sent: Date, sink: &mut Sink<'_>) {
    for duty in &letter.plan.duties {
        let (Some(due), Some(spot)) = (duty.due.filter(|due| *due < sent), duty.span) else { continue };
        let text = duty.text.to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        let has = |these: &[&str]| words.iter().any(|word| these.contains(word));
        let printed = places::date_span(letter, spot, due);
        if has(&["ble", "vart", "blei", "skulle", "var", "hadde", "tidligere", "tidlegare"]) {
            continue;
        }
        let sure = has(&["skal", "må", "bes", "ber"]) && has(&["innen", "innan", "senest", "seinast"]);
        let (due, sent) = (words::day(due), words::day(sent));
        sink.find_as(
            if sure { Severity::Error } else { Severity::Warning },
            Message::new(
                format!("Teksten setter fristen til {}, før brevets dato {}", due.nb, sent.nb),
                format!("Teksten set fristen til {}, før datoen på brevet, {}", due.nn, sent.nn),
                format!("The text sets the deadline to {}, before the letter's date {}", due.en, sent.en),
            ),
            &[(printed, None)],
            Message::new(
                "Spør departementet hvilken dato som er ment.",
                "Spør departementet kva dato som er meint.",
                "Ask the ministry which date is meant.",
            ),
        );
    }
}

/// Returns the deadlines before a day, of parts that have no later one.
fn passed(assignment: &Assignment, day: Date) -> Vec<&Deadline> {
    let counts = |deadline: &&Deadline| {
        let dated =
            matches!(deadline.kind, DeadlineKind::Date | DeadlineKind::InReport | DeadlineKind::Period);
        dated && !deadline.superseded && deadline.place != Where::Prose
    };
    let mut latest: BTreeMap<parts::Path, Date> = BTreeMap::new();
    for deadline in assignment.deadlines.iter().filter(counts) {
        let Some(date) = deadline.date else { continue };
        let last = latest.entry(parts::path(deadline)).or_insert(date);
        *last = date.max(*last);
    }
    let is_past = |deadline: &&Deadline| latest.get(&parts::path(deadline)).is_some_and(|last| *last < day);
    let dated = assignment.deadlines.iter().filter(|deadline| deadline.date.is_some());
    dated.filter(counts).filter(is_past).collect()
}

fn message(assignment: &Assignment, date: Date, sent: Option<Date>, start: Date) -> Message {
    let (who, date) = (words::assignment(assignment), words::day(date));
    let Some(sent) = sent.map(words::day) else {
        let year = start.year();
        return Message::new(
            format!("Fristen for {} er {}, før budsjettåret {year}", who.nb, date.nb),
            format!("Fristen for {} er {}, før budsjettåret {year}", who.nn, date.nn),
            format!("The deadline of {} is {}, before the budget year {year}", who.en, date.en),
        );
    };
    Message::new(
        format!("Fristen for {} er {}, før brevets dato {}", who.nb, date.nb, sent.nb),
        format!("Fristen for {} er {}, før datoen på brevet, {}", who.nn, date.nn, sent.nn),
        format!("The deadline of {} is {}, before the letter's date {}", who.en, date.en, sent.en),
    )
}

fn help(assignment: &Assignment) -> Message {
    if assignment.new {
        return Message::new(
            "Spør departementet hvilken dato som er ment.",
            "Spør departementet kva dato som er meint.",
            "Ask the ministry which date is meant.",
        );
    }
    Message::new(
        "Spør departementet om oppdraget er levert, eller om det har fått ny frist.",
        "Spør departementet om oppdraget er levert, eller om det har fått ny frist.",
        "Ask the ministry whether the assignment is delivered or has a new deadline.",
    )
}
