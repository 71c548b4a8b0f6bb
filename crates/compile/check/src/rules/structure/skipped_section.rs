//! A section number is left out (3.2 without 3.1, 5 after 3, or 9.1 without 9), or two sections in a row have the same.
//!
//! ## Why it matters
//! The section may have fallen out, or its heading has lost the number; references to it then lead nowhere.
//!
//! ## Example
//! > 3 Mål
//! >
//! > 3.2 Rapportering om målene
//!
//! ## What to ask
//! Ask the ministry whether a section is missing.
//!
//! ## What it does not report
//! Letters with fewer than three numbered sections, steps of more than three, and numbers that stand before some other
//! piece of text, which may be the heading in a form that was not seen as one. A heading above that is missing is worth
//! knowing only. Two sections with one number are reported when they are of one level and have different titles; the
//! table of contents does not count.

use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Heading, SectionRole};
use styrbord_source::Span;
use styrbord_syntax::{BlockKind, leading_number};

pub(crate) const RULE: Rule = Rule {
    code: "skipped-section",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("skipped_section.rs"),
    check,
};

/// A larger step from one number to the next is no numbering of sections.
const GAP_MAX: u32 = 3;

/// A section number, `[8, 1]`.
type Number = Vec<u32>;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    repeated(letter, sink);
    let mut sections: BTreeMap<Number, Span> = BTreeMap::new();
    for heading in &letter.evidence().headings {
        if let Some(number) = heading.number.as_deref().and_then(parse) {
            sections.entry(number).or_insert(heading.spot.span);
        }
    }
    let top = sections.keys().filter(|number| number.len() == 1).count();
    if sections.len() < 3 || top < 2 {
        return;
    }
    let seen = seen_elsewhere(letter);
    for (number, span) in &sections {
        let Some((last, above)) = number.split_last() else { continue };
        if !above.is_empty() && !sections.contains_key(above) && !seen.contains(above) {
            let first = sections.range(above.to_vec()..).next().map(|(first, _)| first) == Some(number);
            if first {
                report(above, number, (*span, None), Severity::Info, sink);
            }
        }
        let Some(before) = last.checked_sub(1).filter(|before| *before > 0) else { continue };
        let missing: Number = above.iter().copied().chain([before]).collect();
        let has_children =
            sections.range(missing.clone()..).next().is_some_and(|(next, _)| next.starts_with(&missing));
        let nearest = sections.range(..missing.clone()).next_back();
        let near = *last <= GAP_MAX
            || nearest.is_some_and(|(number, _)| {
                number.get(above.len()).is_some_and(|number| number + GAP_MAX >= *last)
            });
        if !has_children && near && !seen.contains(missing.as_slice()) {
            let nearest = nearest.map(|(_, span)| *span);
            report(&missing, number, (*span, nearest), Severity::Warning, sink);
        }
    }
}

/// Reports a section with the number of the section before it, and another title.
fn repeated(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut last: BTreeMap<usize, (Number, &Heading)> = BTreeMap::new();
    for heading in letter.evidence().headings.iter().filter(|heading| heading.role != SectionRole::Contents) {
        let Some(number) = heading.number.as_deref().and_then(parse) else { continue };
        let before = last.get(&number.len()).filter(|(own, _)| *own == number);
        if let Some((_, before)) = before
            && before.level == heading.level
            && before.title.to_lowercase() != heading.title.to_lowercase()
        {
            let printed = printed(&number);
            sink.find(
                Message::new(
                    format!("To punkter etter hverandre har nummer {printed}"),
                    format!("To punkt etter kvarandre har nummer {printed}"),
                    format!("Two sections in a row have the number {printed}"),
                ),
                &[(heading.spot.span, None), (before.spot.span, None)],
                Message::new(
                    "Spør departementet hvilket nummer punktet skal ha.",
                    "Spør departementet kva nummer punktet skal ha.",
                    "Ask the ministry what number the section should have.",
                ),
            );
        }
        last.retain(|depth, _| *depth < number.len());
        last.insert(number.len(), (number, heading));
    }
}

fn parse(number: &str) -> Option<Number> {
    let number = number.trim_end_matches(['.', ')']);
    number.split('.').map(|part| part.parse().ok().filter(|part| *part < 100)).collect()
}

/// Returns the numbers that begin any line or row, but for items of lists and lines of a table of contents.
fn seen_elsewhere(letter: &Letter<'_>) -> BTreeSet<Number> {
    let mut out = BTreeSet::new();
    let mut see = |line: &str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        out.extend(parse(leading_number(line).map_or(first, |(number, _)| number)));
    };
    for block in &letter.tree.blocks {
        match &block.kind {
            BlockKind::Item { .. } | BlockKind::Contents => {}
            BlockKind::Table(table) => {
                let cells = table.rows.iter().filter_map(|row| row.cells.first());
                cells.for_each(|cell| cell.flow.as_str().lines().for_each(|line| see(line.trim())));
            }
            _ => block.flow.as_str().lines().for_each(|line| see(line.trim())),
        }
    }
    out
}

fn printed(number: &[u32]) -> String {
    number.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

fn report(
    missing: &[u32],
    after: &[u32],
    places: (Span, Option<Span>),
    severity: Severity,
    sink: &mut Sink<'_>,
) {
    let (missing, after) = (printed(missing), printed(after));
    let note = Message::new("det som står før", "det som står føre", "what stands before");
    let mut labels = vec![(places.0, None)];
    labels.extend(places.1.map(|before| (before, Some(note))));
    sink.find_as(
        severity,
        Message::new(
            format!("Punkt {missing} mangler; brevet har {after}"),
            format!("Punkt {missing} manglar; brevet har {after}"),
            format!("Section {missing} is missing; the letter has {after}"),
        ),
        &labels,
        Message::new(
            "Spør departementet om et punkt er falt ut.",
            "Spør departementet om eit punkt er falle ut.",
            "Ask the ministry whether a section has fallen out.",
        ),
    );
}
