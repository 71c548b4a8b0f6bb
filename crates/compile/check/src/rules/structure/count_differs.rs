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
//! Lists that do not follow at all (see `announced-list-empty`), and counts that the same paragraph adds up to
//! another way ("five new ones, and one from last year"). It is an error when the sentence with the count ends with
//! a colon, so that the list is exactly what follows.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::AnnouncedList;

pub(crate) const RULE: Rule = Rule {
    code: "count-differs",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("count_differs.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
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
            sink.find_as(
                if sure { Severity::Error } else { Severity::Warning },
                Message::new(
                    format!("Teksten sier {announced} {thing}, men {found} følger"),
                    format!("Teksten seier {announced} {thing}, men {found} følgjer"),
                    format!("The text says {announced} {thing}, but {found} follow"),
                ),
                &[(list.spot.span, None)],
                Message::new(
                    "Spør departementet om noe mangler, eller om antallet er feil.",
                    "Spør departementet om noko manglar, eller om talet er feil.",
                    "Ask the ministry whether something is missing, or the count is wrong.",
                ),
            );
        }
    }
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

/// Returns what a small number word says, in bokmål and nynorsk.
fn count(word: &str) -> Option<u32> {
    const WORDS: [&[&str]; 12] = [
        &["en", "én", "ett", "ein", "éin", "eitt", "ei"],
        &["to"],
        &["tre"],
        &["fire"],
        &["fem"],
        &["seks"],
        &["sju", "syv"],
        &["åtte"],
        &["ni"],
        &["ti"],
        &["elleve"],
        &["tolv"],
    ];
    let small = word.parse().ok().filter(|number| *number <= 40);
    small.or_else(|| WORDS.iter().position(|forms| forms.contains(&word)).map(|at| at as u32 + 1))
}
