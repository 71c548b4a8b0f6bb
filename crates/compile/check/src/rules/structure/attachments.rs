//! The list of attachments, for the rules that compare the text with it.

use crate::Letter;
use std::collections::BTreeMap;
use styrbord_plan::{Attachment, Reference, ReferenceKind};

/// Returns the attachments that the letter lists, by number.
pub(super) fn listed<'a>(letter: &Letter<'a>) -> BTreeMap<u32, &'a Attachment> {
    letter.plan.attachments.iter().filter_map(|attachment| Some((attachment.number?, attachment))).collect()
}

/// Returns the mentions of this letter's attachments that carry a number, outside the list itself.
pub(super) fn references<'a>(letter: &Letter<'a>) -> Vec<(u32, &'a Reference)> {
    let spots: Vec<_> = letter
        .plan
        .attachments
        .iter()
        .filter_map(|attachment| attachment.span)
        .map(|spot| spot.span)
        .collect();
    let in_list = |reference: &Reference| {
        let at = spots.partition_point(|span| span.start <= reference.spot.span.start);
        at.checked_sub(1).is_some_and(|at| spots[at].overlaps(reference.spot.span))
    };
    letter
        .evidence()
        .references
        .iter()
        .filter(|reference| reference.kind == ReferenceKind::Attachment && !reference.foreign)
        .filter(|reference| {
            !in_list(reference) && !opens(letter, reference) && !of_another(letter, reference)
        })
        .filter_map(|reference| Some((number(&reference.key)?, reference)))
        .collect()
}

/// Tells whether a mention opens a heading or a short line: it is the attachment's own title then.
fn opens(letter: &Letter<'_>, reference: &Reference) -> bool {
    let blocks = &letter.tree.blocks;
    let at = blocks.partition_point(|block| block.span.start <= reference.spot.span.start);
    at.checked_sub(1).and_then(|at| blocks.get(at)).is_some_and(|block| {
        let text = block.flow.as_str().trim_end();
        let short = text.len() < 120 && !text.ends_with(['.', ':', ';']);
        block.span.start == reference.spot.span.start && (block.level().is_some() || short)
    })
}

/// Returns the number that a key says in digits or as a small Roman numeral.
fn number(key: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let roman = || ROMAN.iter().position(|numeral| *numeral == key).map(|at| at as u32 + 1);
    key.parse().ok().or_else(roman)
}

/// Documents that may have attachments of their own.
const DOCUMENTS: [&str; 12] = [
    "instruks",
    "hovedinstruks",
    "hovudinstruks",
    "reglement",
    "rundskriv",
    "forskrift",
    "lov",
    "prop",
    "innst",
    "avtale",
    "meld",
    "tildelingsbrev",
];

/// Tells whether the words behind a mention say that the attachment belongs to another document.
fn of_another(letter: &Letter<'_>, reference: &Reference) -> bool {
    let after = &letter.source.text()[reference.spot.span.end as usize..];
    let mut words = after.split_whitespace().take(3);
    let first = words.next().unwrap_or_default();
    ["til", "i", "av"].contains(&first)
        && words.any(|word| {
            let word = word.to_lowercase();
            DOCUMENTS.iter().any(|document| word.starts_with(document))
        })
}
