//! The same decision is dated differently in two places.
//!
//! ## Why it matters
//! The decision of the Storting is what the money stands on. A reader who looks it up by the wrong date finds another
//! decision, or none.
//!
//! ## Example
//! > På bakgrunn av Stortingets budsjettvedtak 12. desember 2024 stilles disse midlene til disposisjon.
//! >
//! > ... jf. Stortingets budsjettvedtak 12. desember 2023.
//!
//! ## What to ask
//! Ask the ministry for the date of the decision, or look it up in the Storting's papers.
//!
//! ## What it does not report
//! Two decisions: sentences that name different sessions or recommendations, or days that are months apart, as the
//! budget and its revision are; and one decision that a sentence gives two days. It is an error where the day is the
//! same and the year another, or the recommendation is the same; it is a warning where the days are up to 30 days
//! apart, or up to three days of one month in two years next to each other.

use super::{places, words};
use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_calendar::{Date, find_dates};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Decision;

pub(crate) const RULE: Rule = Rule {
    code: "decision-date-differs",
    family: Family::Dates,
    severity: Severity::Error,
    file: include_str!("decision_date_differs.rs"),
    check,
};

/// Days between two dates of what may be one decision with a slip in the day.
const SLIP_MAX: i32 = 30;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut decisions: BTreeMap<&str, Vec<&Decision>> = BTreeMap::new();
    for decision in &letter.evidence().decisions {
        decisions.entry(&decision.what).or_default().push(decision);
    }
    for (what, all) in decisions {
        let Some((first, rest)) = all.split_first() else { continue };
        let mut told = BTreeSet::from([first.date]);
        for other in rest {
            if !told.insert(other.date) {
                continue;
            }
            if let Some(severity) = clash(letter, first, other) {
                report(letter, sink, severity, what, first, other);
            }
        }
        if !rest.is_empty() && told.len() == 1 {
            let spans: Vec<_> =
                all.iter().map(|decision| places::date_span(letter, decision.spot, decision.date)).collect();
            sink.verify(agrees(what, first.date), &spans);
        }
    }
}

/// Tells how surely two dates are meant to be those of one decision.
fn clash(letter: &Letter<'_>, first: &Decision, second: &Decision) -> Option<Severity> {
    let (before, after) = (sources(letter, first), sources(letter, second));
    let apart = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
    };
    if apart(&before.sessions, &after.sessions) || apart(&before.papers, &after.papers) {
        return None;
    }
    // "12. og 17. desember" are two days of one decision.
    if before.days.contains(&second.date) || after.days.contains(&first.date) {
        return None;
    }
    let same_day = (first.date.month(), first.date.day()) == (second.date.month(), second.date.day());
    if same_day || !before.papers.is_disjoint(&after.papers) {
        return Some(Severity::Error);
    }
    let near = first.date.days_until(second.date).abs() <= SLIP_MAX || slipped_twice(first.date, second.date);
    near.then_some(Severity::Warning)
}

/// Tells whether two days are a slip in the day and one in the year apart.
fn slipped_twice(first: Date, second: Date) -> bool {
    first.month() == second.month()
        && first.day().abs_diff(second.day()) <= 3
        && first.year().abs_diff(second.year()) == 1
}

/// What the sentence of a decision refers to.
struct Sources {
    /// Recommendations of the Storting's committees: `16 s (2023-2024)`.
    papers: BTreeSet<String>,
    /// Sessions: `2023-2024`.
    sessions: BTreeSet<String>,
    /// Every day that is named.
    days: BTreeSet<Date>,
}

fn sources(letter: &Letter<'_>, decision: &Decision) -> Sources {
    let text = places::sentence(letter, decision.spot.span);
    let flat = text.to_lowercase();
    let flat = flat.split_whitespace().collect::<Vec<_>>().join(" ").replace(['–', '—', '\u{2011}'], "-");
    let flat = flat.replace("- ", "-");
    let paper = |rest: &str| {
        let end = rest.find(')').filter(|end| *end <= 24)?;
        Some(rest[..end].trim().trim_start_matches('.').trim().to_owned())
    };
    let session = |rest: &str| {
        let inner = &rest[..rest.find(')')?];
        (inner.len() == 9 && inner.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
            .then(|| inner.to_owned())
    };
    Sources {
        papers: flat.split("innst").skip(1).filter_map(paper).collect(),
        sessions: flat.split('(').skip(1).filter_map(session).collect(),
        days: find_dates(text).iter().filter_map(|mention| mention.value.last_day()).collect(),
    }
}

fn report(
    letter: &Letter<'_>,
    sink: &mut Sink<'_>,
    severity: Severity,
    what: &str,
    first: &Decision,
    other: &Decision,
) {
    let span = |decision: &Decision| places::date_span(letter, decision.spot, decision.date);
    let (before, after) = (words::day(first.date), words::day(other.date));
    sink.find_as(
        severity,
        Message::new(
            format!("Samme {what} er datert {} ett sted og {} et annet", before.nb, after.nb),
            format!("Same {what} er datert {} éin stad og {} ein annan", before.nn, after.nn),
            format!(
                "The same decision ({what}) is dated {} in one place and {} in another",
                before.en, after.en
            ),
        ),
        &[(span(first), None), (span(other), None)],
        Message::new(
            "Spør departementet hvilken dato som er riktig.",
            "Spør departementet kva dato som er rett.",
            "Ask the ministry which date is right.",
        ),
    );
}

fn agrees(what: &str, date: Date) -> Message {
    let date = words::day(date);
    Message::new(
        format!("Samme dato for {what} alle steder: {}", date.nb),
        format!("Same dato for {what} alle stader: {}", date.nn),
        format!("The same date for {what} in all places: {}", date.en),
    )
}
