//! A sentence says how many there are, and another number follows.
//!
//! ## Why it matters
//! Either the count was not changed when the list was, or one of the list is missing.
//!
//! ## Example
//! > Departementet har satt tre styringsparametere:
//! >
//! > SP 1, SP 2
//!
//! ## What to ask
//! Ask the ministry whether one is missing, or the count is wrong.
//!
//! ## What it does not report
//! A count of something that the plan has no list of, unless items follow; a count with `minst`, `inntil` or `av`
//! before it; and a count that fits one goal or one chapter where it does not fit the whole letter. Lists that do not
//! follow at all (see `announced-list-empty`), and counts that the same paragraph adds up to another way ("five new
//! ones, and one from last year"). It is an error when the sentence with the count ends with a colon, so that the list
//! is exactly what follows; when the sentence itself names another number of them; and when the ministry says how many
//! it has set, and the letter's own are numbered without a gap. Posts, attachments and assignments are a warning, and
//! so is a count of meetings of which the calendar has one.

use super::claims::{self, Claim, Thing};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::AnnouncedList;
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "count-differs",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("count_differs.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for (at, claim) in claims::read(letter) {
        judge(letter, at, &claim, sink);
    }
    for list in letter.evidence().announced_lists.iter().filter(|list| list.found > 0) {
        let Some(announced) = list.announced else { continue };
        let (found, thing) = (list.found, list.thing.as_deref().unwrap_or_default());
        if announced == found {
            sink.verify(
                Message::new(
                    format!("{announced} {thing} er varslet, og så mange følger"),
                    format!("{announced} {thing} er varsla, og så mange følgjer"),
                    format!("{announced} {thing} are announced, and as many follow"),
                ),
                &[list.spot.span],
            );
        } else if !adds_up(letter, list, announced) {
            let sure = letter.source.slice(list.spot.span).trim_end().ends_with(':');
            let severity = if sure { Severity::Error } else { Severity::Warning };
            report(severity, &format!("{announced} {thing}"), found as usize, list.spot.span, sink);
        }
    }
}

/// Compares a count with what the sentence names, with the list behind it, or with the letter's own set.
fn judge(letter: &Letter<'_>, at: usize, claim: &Claim, sink: &mut Sink<'_>) {
    let listed = |list: &AnnouncedList| list.announced.is_some() && list.spot.span.contains(claim.span);
    if letter.evidence().announced_lists.iter().any(listed) {
        return;
    }
    let list = (claim.after.trim() == ":").then(|| claims::items_behind(&letter.tree.blocks, at)).flatten();
    if let Some(found) = claims::enumerated(claim).or(list) {
        if found != claim.count {
            report(Severity::Error, &claim.phrase, found as usize, claim.span, sink);
            return;
        }
        if claim.thing == Thing::Other {
            agree(claim, sink);
            return;
        }
    }
    if !claims::is_own(letter, claim) {
        return;
    }
    let (known, whole) = claims::known(letter, claim);
    if known.contains(&(claim.count as usize)) {
        agree(claim, sink);
    } else if let Some(found) = nearest(&known, claim.count as usize) {
        // A meeting alone in the calendar may have lost its fellow to a date that cannot be read.
        let lone = claim.thing == Thing::Meetings && found < 2;
        let sure = whole && !lone && !matches!(claim.thing, Thing::Posts | Thing::Attachments);
        let severity = if sure { Severity::Error } else { Severity::Warning };
        report(severity, &claim.phrase, found, claim.span, sink);
    }
}

fn nearest(known: &BTreeSet<usize>, count: usize) -> Option<usize> {
    known.iter().copied().min_by_key(|own| own.abs_diff(count))
}

fn agree(claim: &Claim, sink: &mut Sink<'_>) {
    let phrase = &claim.phrase;
    sink.verify(
        Message::new(
            format!("Teksten sier {phrase}, og så mange har brevet"),
            format!("Teksten seier {phrase}, og så mange har brevet"),
            format!("The text says {phrase}, and the letter has as many"),
        ),
        &[claim.span],
    );
}

fn report(severity: Severity, phrase: &str, found: usize, span: Span, sink: &mut Sink<'_>) {
    sink.find_as(
        severity,
        Message::new(
            format!("Teksten sier {phrase}, men {found} følger"),
            format!("Teksten seier {phrase}, men {found} følgjer"),
            format!("The text says {phrase}, but {found} follow"),
        ),
        &[(span, None)],
        Message::new(
            "Spør departementet om noe mangler, eller om antallet er feil.",
            "Spør departementet om noko manglar, eller om talet er feil.",
            "Ask the ministry whether something is missing, or the count is wrong.",
        ),
    );
}

/// Tells whether the paragraph of the announcement names other counts that make up the difference.
fn adds_up(letter: &Letter<'_>, list: &AnnouncedList, announced: u32) -> bool {
    let blocks = &letter.tree.blocks;
    let at = blocks.partition_point(|block| block.span.start <= list.spot.span.start);
    let Some(block) = at.checked_sub(1).and_then(|at| blocks.get(at)) else { return false };
    let text = block.flow.as_str().to_lowercase();
    let counts: Vec<u32> = text.split(|c: char| !c.is_alphanumeric()).filter_map(count).collect();
    let others = counts.iter().sum::<u32>().saturating_sub(announced);
    counts.contains(&list.found) || announced + others == list.found || others == list.found
}

/// Returns what a small number word says, in bokmål and nynorsk; one included.
fn count(word: &str) -> Option<u32> {
    if ["en", "én", "ett", "ein", "éin", "eitt", "ei", "1"].contains(&word) {
        return Some(1);
    }
    claims::number(word)
}
