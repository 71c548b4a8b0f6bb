//! The text refers to an assignment that the letter does not list.
//!
//! ## Why it matters
//! Who reads the reference cannot find what it leans on. With a number of this letter's own year the number is
//! nearly always wrong, or an assignment fell out.
//!
//! ## Example
//! > Forslaget skal bygge på erfaringene fra oppdrag 2031-19.
//!
//! ## What to ask
//! Ask the ministry which assignment is meant.
//!
//! ## What it does not report
//! Assignments of other agencies, and references in supplementary letters and instructions, which lean on another
//! document. An assignment of an earlier year may be delivered already: that is worth knowing only, and a warning
//! when money is given with reference to it. Numbers without a year give a warning, and so do steering parameters
//! (`SP 15`) where the letter's own are numbered without a gap.

use super::numbering;
use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{LetterKind, Reference, ReferenceKind, TitleKind, Where};
use styrbord_source::Span;
use styrbord_syntax::BlockKind;

pub(crate) const RULE: Rule = Rule {
    code: "reference-not-listed",
    family: Family::Identity,
    severity: Severity::Error,
    file: include_str!("reference_not_listed.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    parameters(letter, sink);
    let defined = numbering::defined(letter);
    if defined.is_empty() || matches!(letter.plan.kind, LetterKind::Supplement | LetterKind::Instruction) {
        return;
    }
    // What heads a money row is looked at by `number-not-defined`.
    let heads = letter.evidence().titles.iter();
    let heads = heads.filter(|used| used.kind == TitleKind::Assignment && used.place == Where::Money);
    let rows: Vec<Span> = heads.map(|used| used.spot.span).collect();
    let mut by_number: BTreeMap<&str, Vec<&Reference>> = BTreeMap::new();
    for reference in &letter.evidence().references {
        let heads_row = rows.iter().any(|span| span.overlaps(reference.spot.span));
        if reference.kind == ReferenceKind::Assignment && !reference.foreign && !heads_row {
            by_number.entry(&reference.key).or_default().push(reference);
        }
    }
    for (number, references) in by_number {
        if defined.contains(number) {
            verify(number, &references, letter, sink);
        } else {
            report(letter, number, &references, sink);
        }
    }
}

/// Looks for parameters named in running text, `SP 15`, where the letter's own are numbered without a gap.
fn parameters(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let labels: Vec<(&str, u32)> =
        letter.plan.steering_parameters.iter().filter_map(|own| numbering::split(&own.label)).collect();
    let Some((series, _)) = labels.first().copied().filter(|(series, _)| !series.trim().is_empty()) else {
        return;
    };
    let numbers: BTreeSet<u32> = labels.iter().map(|(_, number)| *number).collect();
    let whole =
        labels.iter().all(|(own, _)| *own == series) && numbers.iter().zip(1..).all(|(own, at)| *own == at);
    if !whole || labels.len() < 3 || letter.plan.kind != LetterKind::Allocation {
        return;
    }
    let paragraphs = letter.tree.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph));
    for block in paragraphs {
        let text = block.flow.as_str();
        for (at, _) in text.match_indices(series) {
            let digits =
                text[at + series.len()..].split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
            let begins_word = !text[..at].ends_with(char::is_alphanumeric);
            let Some(number) = digits.parse::<u32>().ok().filter(|number| begins_word && *number > 0) else {
                continue;
            };
            if at > 0 && !numbers.contains(&number) {
                let span = block.flow.span_of(at..at + series.len() + digits.len());
                report_parameter(&format!("{series}{number}"), span, sink);
            }
        }
    }
}

fn report_parameter(name: &str, span: Span, sink: &mut Sink<'_>) {
    sink.find_as(
        Severity::Warning,
        Message::new(
            format!("Teksten viser til {name}, som ikke står i brevet"),
            format!("Teksten viser til {name}, som ikkje står i brevet"),
            format!("The text refers to {name}, which the letter does not list"),
        ),
        &[(span, None)],
        Message::new(
            "Spør departementet hvilken styringsparameter som er ment.",
            "Spør departementet kva styringsparameter som er meint.",
            "Ask the ministry which steering parameter is meant.",
        ),
    );
}

fn severity(letter: &Letter<'_>, number: &str, references: &[&Reference]) -> Severity {
    let listed = |year| {
        let mut numbers = letter.plan.assignments.iter().filter_map(|own| own.number.as_deref());
        numbers.any(|number| numbering::year(number) == Some(year))
    };
    let paid = || references.iter().any(|reference| reference.charges || follows_amount(letter, reference));
    match (numbering::year(number), letter.plan.year) {
        (Some(year), Some(own)) if year == own && listed(year) => Severity::Error,
        (Some(year), Some(own)) if year < own && !paid() => Severity::Info,
        _ => Severity::Warning,
    }
}

/// Tells whether an amount stands shortly before a mention: `48,9 mill. kroner … jf. oppdrag nr. 2030-14`.
fn follows_amount(letter: &Letter<'_>, reference: &Reference) -> bool {
    const WORDS: usize = 14;
    let before = &letter.source.text()[..reference.spot.span.start as usize];
    before.split_whitespace().rev().take(WORDS).any(|word| word.trim_end_matches([',', '.']) == "kroner")
}

fn report(letter: &Letter<'_>, number: &str, references: &[&Reference], sink: &mut Sink<'_>) {
    let labels: Vec<_> = references.iter().map(|reference| (reference.spot.span, None)).collect();
    sink.find_as(
        severity(letter, number, references),
        Message::new(
            format!("Teksten viser til oppdrag {number}, som ikke står i brevet"),
            format!("Teksten viser til oppdrag {number}, som ikkje står i brevet"),
            format!("The text refers to assignment {number}, which the letter does not list"),
        ),
        &labels,
        Message::new(
            "Spør departementet hvilket oppdrag som er ment, eller om det er avsluttet.",
            "Spør departementet kva oppdrag som er meint, eller om det er avslutta.",
            "Ask the ministry which assignment is meant, or whether it is finished.",
        ),
    );
}

fn verify(number: &str, references: &[&Reference], letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let target = letter
        .plan
        .assignments
        .iter()
        .find(|assignment| assignment.number.as_deref() == Some(number))
        .and_then(|assignment| assignment.spans.first());
    let Some(target) = target else { return };
    let elsewhere = references.iter().filter(|reference| !target.span.overlaps(reference.spot.span));
    let mut spans: Vec<_> = elsewhere.map(|reference| reference.spot.span).collect();
    if spans.is_empty() {
        return;
    }
    spans.push(target.span);
    sink.verify(
        Message::new(
            format!("Oppdrag {number}, som teksten viser til, står i brevet"),
            format!("Oppdrag {number}, som teksten viser til, står i brevet"),
            format!("Assignment {number}, which the text refers to, stands in the letter"),
        ),
        &spans,
    );
}
