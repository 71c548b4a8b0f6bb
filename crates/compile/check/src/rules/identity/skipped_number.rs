//! A number is left out in a row of goals, steering parameters, attachments or this letter's own assignments.
//!
//! ## Why it matters
//! A gap may mean that something fell out of the letter. It may also be something that was taken away late, and
//! then nobody needs to look for it.
//!
//! ## Example
//! > SP 1: Antall fyrlys i drift
//! >
//! > SP 2: Andel lys som er kontrollert
//! >
//! > SP 4: Antall meldinger fra båtfolk
//!
//! ## What to ask
//! Ask the ministry whether something with that number is missing.
//!
//! ## What it does not report
//! Rows that do not begin with 1, rows with fewer than three members (two are enough for subgoals such as `2.1` and
//! `2.3`, and for attachments), and rows with many gaps, as when several agencies share one series. Among attachments
//! only a single number that is left out counts, and only when all of them have numbers. A supplementary letter gives
//! only what changes, so its gaps mean nothing. Gaps among assignments numbered by year are worth knowing only: such a
//! number may have been used in another letter.

use super::numbering;
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{LetterKind, TitleKind};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "skipped-number",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("skipped_number.rs"),
    check,
};

/// The members of one series, by number, with the place of the first use; a withheld one has none.
type Members = BTreeMap<u32, Option<Span>>;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    if letter.plan.kind != LetterKind::Allocation && letter.plan.kind != LetterKind::Other {
        return;
    }
    attachments(letter, sink);
    for ((kind, series), members) in series(letter) {
        let gaps = gaps(&members);
        // `Delmål 2.1` and `Delmål 2.3` are series enough; elsewhere three are.
        let below = kind == TitleKind::Goal && series.ends_with('.') && gaps.len() == 1;
        let shared = gaps.len() * 3 > members.len() && !below;
        if members.len() < if below { 2 } else { 3 } || !members.contains_key(&1) || shared {
            continue;
        }
        for gap in gaps {
            report(kind, series, gap, &members, sink);
        }
    }
}

/// Reports a number that the list of attachments leaves out.
fn attachments(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let listed = letter.plan.attachments.iter();
    let numbers: BTreeMap<u32, Span> = listed.filter_map(|own| Some((own.number?, own.span?.span))).collect();
    if numbers.len() != letter.plan.attachments.len() || !numbers.contains_key(&1) {
        return;
    }
    for ((before, first), (after, second)) in numbers.iter().zip(numbers.iter().skip(1)) {
        if *after != before + 2 {
            continue;
        }
        let missing = before + 1;
        sink.find(
            Message::new(
                format!("Vedlegg {missing} mangler mellom vedlegg {before} og vedlegg {after}"),
                format!("Vedlegg {missing} manglar mellom vedlegg {before} og vedlegg {after}"),
                format!("Attachment {missing} is missing between attachment {before} and attachment {after}"),
            ),
            &[(*first, None), (*second, None)],
            Message::new(
                "Spør departementet om et vedlegg er falt ut.",
                "Spør departementet om eit vedlegg er falle ut.",
                "Ask the ministry whether an attachment has fallen out.",
            ),
        );
    }
}

/// Returns the numbers of the letter, by kind and by what stands before the last digits.
fn series<'a>(letter: &Letter<'a>) -> BTreeMap<(TitleKind, &'a str), Members> {
    let plan = letter.plan;
    let goals = plan.goals.iter().map(|goal| (TitleKind::Goal, goal.label.as_str(), goal.span));
    let parameters = plan
        .steering_parameters
        .iter()
        .map(|parameter| (TitleKind::Parameter, parameter.label.as_str(), parameter.span));
    let assignments = plan.assignments.iter().filter_map(|assignment| {
        let number = assignment.number.as_deref()?;
        let own = numbering::year(number).is_none_or(|year| Some(year) == plan.year);
        own.then(|| (TitleKind::Assignment, number, assignment.spans.first().copied()))
    });
    let mut out: BTreeMap<(TitleKind, &'a str), Members> = BTreeMap::new();
    for (kind, number, spot) in goals.chain(parameters).chain(assignments) {
        if let Some((series, ordinal)) = numbering::split(number) {
            let span = spot.map(|spot| spot.span);
            out.entry((kind, series)).or_default().entry(ordinal).or_insert(span);
        }
    }
    for used in &letter.evidence().titles {
        if let Some((series, ordinal)) = numbering::split(&used.key)
            && let Some(members) = out.get_mut(&(used.kind, series))
        {
            members.entry(ordinal).or_insert(Some(used.spot.span));
        }
    }
    out
}

fn gaps(members: &Members) -> Vec<u32> {
    let last = members.keys().next_back().copied().unwrap_or_default();
    if last as usize > members.len() * 2 {
        return vec![0; members.len()];
    }
    (1..last).filter(|number| !members.contains_key(number)).collect()
}

fn report(kind: TitleKind, series: &str, gap: u32, members: &Members, sink: &mut Sink<'_>) {
    let beside = |found: Option<(&u32, &Option<Span>)>| found.map(|(number, span)| (*number, *span));
    let (Some((before, first)), Some((after, second))) =
        (beside(members.range(..gap).next_back()), beside(members.range(gap + 1..).next()))
    else {
        return;
    };
    let yearly = kind == TitleKind::Assignment && series.ends_with(['-', '/']);
    let digits = if yearly { 2 } else { 1 };
    let numbered = |number: u32| numbering::name(kind, &format!("{series}{number:0digits$}"));
    let (missing, before, after) = (numbered(gap), numbered(before), numbered(after));
    let labels: Vec<_> = first.into_iter().chain(second).map(|span| (span, None)).collect();
    let severity = if yearly { Severity::Info } else { Severity::Warning };
    sink.find_as(
        severity,
        Message::new(
            format!("{} mangler mellom {} og {}", missing.nb, lower(&before.nb), lower(&after.nb)),
            format!("{} manglar mellom {} og {}", missing.nn, lower(&before.nn), lower(&after.nn)),
            format!("{} is missing between {} and {}", missing.en, lower(&before.en), lower(&after.en)),
        ),
        &labels,
        Message::new(
            "Spør departementet om noe med det nummeret er falt ut.",
            "Spør departementet om noko med det nummeret er falle ut.",
            "Ask the ministry whether something with that number has fallen out.",
        ),
    );
}

/// Returns a name as it stands inside a sentence: `Oppdrag 2031-04` with a small letter, `SP 3` as it is.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}
