//! An assignment, or a part of it, has no deadline.
//!
//! ## Why it matters
//! Without a deadline nobody can plan the work or say that it is late, and the assignment drops out of every calendar.
//!
//! ## Example
//! > 2025-09 Oppfølging av plan for seterveger. Deloppdrag 2
//!
//! ## What to ask
//! Ask the ministry when the assignment is due, or whether it is an ongoing duty.
//!
//! ## What it does not report
//! Assignments whose text is withheld, and earlier assignments in a supplementary letter. A deadline that is to be
//! agreed is only worth knowing. Where most assignments have none, that is said once.

use super::{parts, places, words};
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{LABELS_MAX, Message, Severity};
use styrbord_plan::{Assignment, Deadline, DeadlineKind, LetterKind};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "assignment-without-deadline",
    family: Family::Dates,
    severity: Severity::Warning,
    file: include_str!("assignment_without_deadline.rs"),
    check,
};

/// What an assignment lacks.
struct Lack<'a> {
    assignment: &'a Assignment,
    /// The parts without a deadline; the assignment's head when it is the whole.
    spans: Vec<Span>,
    /// Only parts lack one.
    partly: bool,
    /// The letter says that the deadline is to be agreed.
    agreed: bool,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let asked = |assignment: &&Assignment| {
        !assignment.withheld && (assignment.new || letter.plan.kind != LetterKind::Supplement)
    };
    let all: Vec<&Assignment> = letter.plan.assignments.iter().filter(asked).collect();
    let lacking: Vec<Lack<'_>> = all.iter().filter_map(|assignment| lack(letter, assignment)).collect();
    let wholly: Vec<&Lack<'_>> = lacking.iter().filter(|lack| !lack.partly && !lack.agreed).collect();
    let common = wholly.len() > LABELS_MAX && wholly.len() * 2 > all.len();
    if common {
        say_once(sink, &wholly, all.len());
    }
    for lack in lacking.iter().filter(|lack| !common || lack.partly || lack.agreed) {
        let severity = if lack.agreed { Severity::Info } else { Severity::Warning };
        let labels: Vec<_> = lack.spans.iter().map(|span| (*span, None)).collect();
        sink.find_as(severity, message(lack), &labels, help(lack));
    }
}

fn is_given(deadline: &Deadline) -> bool {
    deadline.kind != DeadlineKind::None && !deadline.superseded
}

fn lack<'a>(letter: &Letter<'_>, assignment: &'a Assignment) -> Option<Lack<'a>> {
    let given: Vec<parts::Path> =
        assignment.deadlines.iter().filter(|deadline| is_given(deadline)).map(parts::path).collect();
    // A deadline of the whole, or of a part of the part, is enough.
    let covered =
        |part: &parts::Path| given.iter().any(|given| given.starts_with(part) || part.starts_with(given));
    let open: Vec<&Deadline> = assignment
        .deadlines
        .iter()
        .filter(|deadline| deadline.kind == DeadlineKind::None && !covered(&parts::path(deadline)))
        .collect();
    if open.is_empty() && !given.is_empty() {
        return None;
    }
    let mut spans: Vec<Span> = open.iter().filter_map(|deadline| Some(deadline.span?.span)).collect();
    if spans.is_empty() {
        spans.extend(places::head(assignment));
    }
    let agreed = if open.is_empty() {
        assignment.places.iter().any(|place| promises_deadline(letter.source.slice(place.whole.span)))
    } else {
        open.iter().all(|deadline| is_to_be_agreed(&deadline.printed))
    };
    Some(Lack { assignment, spans, partly: !given.is_empty(), agreed })
}

/// Tells whether a place says of its deadline that it is to be agreed.
fn promises_deadline(place: &str) -> bool {
    /// How far behind the word for deadline, in bytes.
    const REACH: usize = 60;
    let lower = place.to_lowercase();
    lower.match_indices("frist").any(|(at, _)| {
        let end = lower.floor_char_boundary((at + REACH).min(lower.len()));
        is_to_be_agreed(&lower[at..end])
    })
}

fn is_to_be_agreed(printed: &str) -> bool {
    let lower = printed.to_lowercase();
    ["avtal", "avklar", "dialog", "fastset", "samråd", "nærmere", "nærare", "senere", "seinare"]
        .iter()
        .any(|word| lower.contains(word))
}

fn message(lack: &Lack<'_>) -> Message {
    let called = words::called(lack.assignment);
    if lack.agreed {
        return Message::new(
            format!("Fristen for oppdrag {} er ikke satt ennå", called.nb),
            format!("Fristen for oppdrag {} er ikkje sett enno", called.nn),
            format!("The deadline of assignment {} is not set yet", called.en),
        );
    }
    if lack.partly {
        return Message::new(
            format!("Oppdrag {} har deler uten frist", called.nb),
            format!("Oppdrag {} har delar utan frist", called.nn),
            format!("Assignment {} has parts without a deadline", called.en),
        );
    }
    Message::new(
        format!("Oppdrag {} har ingen frist", called.nb),
        format!("Oppdrag {} har ingen frist", called.nn),
        format!("Assignment {} has no deadline", called.en),
    )
}

fn help(lack: &Lack<'_>) -> Message {
    if lack.agreed {
        return Message::new(
            "Avtal fristen med departementet, og før den inn med dato og kilde.",
            "Avtal fristen med departementet, og før han inn med dato og kjelde.",
            "Agree on the deadline with the ministry, and enter it with its date and source.",
        );
    }
    Message::new(
        "Spør departementet når det skal leveres, eller om oppgaven er løpende.",
        "Spør departementet når det skal leverast, eller om oppgåva er løpande.",
        "Ask the ministry when it is due, or whether the task is ongoing.",
    )
}

/// Says of a letter that gives few deadlines that it does.
fn say_once(sink: &mut Sink<'_>, lacking: &[&Lack<'_>], all: usize) {
    let labels: Vec<_> = lacking
        .iter()
        .filter_map(|lack| lack.spans.first())
        .take(LABELS_MAX)
        .map(|span| (*span, None))
        .collect();
    let count = lacking.len();
    sink.find(
        Message::new(
            format!("{count} av {all} oppdrag har ingen frist"),
            format!("{count} av {all} oppdrag har ingen frist"),
            format!("{count} of {all} assignments have no deadline"),
        ),
        &labels,
        Message::new(
            "Spør departementet om oppdragene skal være ferdige i løpet av året, eller om de er løpende.",
            "Spør departementet om oppdraga skal vere ferdige i løpet av året, eller om dei er løpande.",
            "Ask the ministry whether the assignments are to be done within the year, or are ongoing.",
        ),
    );
}
