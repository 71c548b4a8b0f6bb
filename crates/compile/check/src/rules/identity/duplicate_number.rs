//! A number is given out twice in the same kind of place.
//!
//! Two goals, two steering parameters or two assignments of one list have the same number and different titles.
//!
//! ## Why it matters
//! A number that stands twice is most often a row that was copied and not renumbered. Reports by number then mix
//! two things, and whoever follows up sees one of them only.
//!
//! ## Example
//! > SP 3: Andel kaier som er kontrollert
//! >
//! > SP 3: Antall meldinger om feil på fyrlys
//!
//! ## What to ask
//! Ask the ministry for the right number of the second one.
//!
//! ## What it does not report
//! A clash between different kinds of places, such as list and money row: that is `number-with-two-titles`. When a
//! number clashes in both ways, it is reported here, once. Numbers that start anew under each goal are left alone, and
//! so are titles that share most of their words. Titles that share some words are a warning; so is any clash in a
//! supplementary letter. Two steering parameters that share no more than half their words are an error.

use super::numbering;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{LetterKind, TitleKind};
use styrbord_titles::{Title, shortened};

pub(crate) const RULE: Rule = Rule {
    code: "duplicate-number",
    family: Family::Identity,
    severity: Severity::Error,
    file: include_str!("duplicate_number.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for named in numbering::named(letter) {
        let Some(conflict) = named.conflict().filter(|conflict| conflict.same_place) else { continue };
        if named.kind == TitleKind::Post || named.anew {
            continue;
        }
        // Two parameters that stand under each other with one number are two, even when they share a word.
        let differs =
            || Title::new(&conflict.first.title).mostly_differs(&Title::new(&conflict.second.title));
        let clear = conflict.clear || named.kind == TitleKind::Parameter && differs();
        let certain = clear && letter.plan.kind != LetterKind::Supplement;
        let severity = if certain { Severity::Error } else { Severity::Warning };
        let name = numbering::name(named.kind, named.number);
        let (first, second) = (shortened(&conflict.first.title), shortened(&conflict.second.title));
        let mut labels = vec![
            (conflict.first.spot.span, Some(numbering::place_name(conflict.first.place))),
            (conflict.second.spot.span, Some(numbering::place_name(conflict.second.place))),
        ];
        for used in named.groups.iter().flat_map(|group| &group.uses) {
            labels.push((used.spot.span, Some(numbering::place_name(used.place))));
        }
        sink.find_as(
            severity,
            Message::new(
                format!("{} står to ganger: «{first}» og «{second}»", name.nb),
                format!("{} står to gonger: «{first}» og «{second}»", name.nn),
                format!("{} stands twice: “{first}” and “{second}”", name.en),
            ),
            &labels,
            Message::new(
                "Spør departementet hvilket nummer den andre skal ha.",
                "Spør departementet kva nummer den andre skal ha.",
                "Ask the ministry what number the second one should have.",
            ),
        );
    }
}
