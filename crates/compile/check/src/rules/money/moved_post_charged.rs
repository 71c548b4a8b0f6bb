//! Money is charged to a post that the letter says is moved elsewhere.
//!
//! ## Why it matters
//! The old post has no money any more. The agency books on a post where nothing is allocated.
//!
//! ## Example
//! > Fra og med 2025 overføres posten fra kap. 1420 post 21 til kap. 1400 post 21.
//! > Oppdraget finansieres med 1 mill. kroner over kap. 1420 post 21.
//!
//! ## What to ask
//! Is the new post meant?
//!
//! ## What it does not report
//! References to the money of earlier years, and posts that the letter also allocates under the old number.

use super::posts::{self, Book, Key};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Move, Reference, ReferenceKind};

pub(crate) const RULE: Rule = Rule {
    code: "moved-post-charged",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("moved_post_charged.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let book = Book::of(letter);
    let moves: BTreeMap<Key, &Move> = letter
        .evidence()
        .moves
        .iter()
        .filter(|moved| moved.from != moved.to)
        .filter_map(|moved| Some((posts::parse_key(&moved.from)?, moved)))
        .filter(|(from, _)| !book.has_row(*from))
        .collect();
    for reference in &letter.evidence().references {
        if reference.kind != ReferenceKind::Post || !reference.charges || reference.foreign {
            continue;
        }
        let Some(key) = posts::parse_key(&reference.key) else { continue };
        if let Some(moved) = moves.get(&key)
            && !moved.spot.span.overlaps(reference.spot.span)
        {
            report(key, reference, moved, sink);
        }
    }
}

fn report(key: Key, reference: &Reference, moved: &Move, sink: &mut Sink<'_>) {
    let old = posts::name(key);
    let new = posts::parse_key(&moved.to).map_or_else(|| moved.to.clone(), posts::name);
    sink.find(
        Message::new(
            format!("Posten er flyttet til {new}, men midlene belastes {old}"),
            format!("Posten er flytta til {new}, men midlane blir belasta {old}"),
            format!("The post is moved to {new}, but the money is charged to {old}"),
        ),
        &[
            (
                reference.spot.span,
                Some(Message::new(
                    "her brukes den gamle posten",
                    "her blir den gamle posten brukt",
                    "the old post is used here",
                )),
            ),
            (
                moved.spot.span,
                Some(Message::new("her flyttes posten", "her blir posten flytta", "the post is moved here")),
            ),
        ],
        Message::new(
            format!("Spør departementet om {new} er ment."),
            format!("Spør departementet om {new} er meint."),
            format!("Ask the ministry whether {new} is meant."),
        ),
    );
}
