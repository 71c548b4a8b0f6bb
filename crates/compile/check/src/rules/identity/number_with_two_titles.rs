//! One number stands for two different things in two kinds of places.
//!
//! The places are the list, the description (annex or card) and the money rows. Assignments, goals and steering
//! parameters are compared, each by its own numbers.
//!
//! ## Why it matters
//! People, accounts and reports refer to an assignment by its number. When a money row has the number of another
//! assignment, the money is booked on the wrong one, and the right one has none.
//!
//! ## Example
//! > 2031-04 Kartlegge gamle tømmerrenner
//! >
//! > Nye prosjekter på post 21: 2031-04 Evaluere tilskuddet til fløterminner 1,2 mill. kroner
//!
//! ## What to ask
//! Ask the ministry which of the two the number belongs to, and what number the other one has.
//!
//! ## What it does not report
//! Titles that share most of their words (see `title-variants`), two titles in the same kind of place (see
//! `duplicate-number`), and numbers that start anew under each goal. Titles that share some words, or one that is
//! a single word, give a warning only. A supplementary letter may rename, so it gives a warning too.

use super::numbering::{self, Conflict, Named};
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{LetterKind, TitleKind};
use styrbord_titles::shortened;

pub(crate) const RULE: Rule = Rule {
    code: "number-with-two-titles",
    family: Family::Identity,
    severity: Severity::Error,
    file: include_str!("number_with_two_titles.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for named in numbering::named(letter) {
        match named.conflict() {
            None => verify(&named, sink),
            Some(conflict) if !conflict.same_place && named.kind != TitleKind::Post && !named.anew => {
                report(letter, &named, &conflict, sink);
            }
            Some(_) => {}
        }
    }
}

fn report(letter: &Letter<'_>, named: &Named<'_>, conflict: &Conflict<'_>, sink: &mut Sink<'_>) {
    let certain = conflict.clear && letter.plan.kind != LetterKind::Supplement;
    let severity = if certain { Severity::Error } else { Severity::Warning };
    let name = numbering::name(named.kind, named.number);
    let (first, second) = (shortened(&conflict.first.title), shortened(&conflict.second.title));
    let (here, there) =
        (numbering::place_name(conflict.first.place), numbering::place_name(conflict.second.place));
    let labels: Vec<_> = named
        .groups
        .iter()
        .flat_map(|group| &group.uses)
        .map(|used| (used.spot.span, Some(numbering::place_name(used.place))))
        .collect();
    sink.find_as(
        severity,
        Message::new(
            format!("{} heter «{first}» {}, men «{second}» {}", name.nb, here.nb, there.nb),
            format!("{} heiter «{first}» {}, men «{second}» {}", name.nn, here.nn, there.nn),
            format!("{} is “{first}” {}, but “{second}” {}", name.en, here.en, there.en),
        ),
        &labels,
        Message::new(
            "Spør departementet hvilken av de to nummeret gjelder, og hvilket nummer den andre har.",
            "Spør departementet kva for ein av dei to nummeret gjeld, og kva nummer den andre har.",
            "Ask the ministry which of the two the number belongs to, and what number the other one has.",
        ),
    );
}

/// Says that the number has the same title in more than one kind of place.
fn verify(named: &Named<'_>, sink: &mut Sink<'_>) {
    let Some(group) = named.groups.first() else { return };
    let Some(first) = group.uses.first() else { return };
    if named.kind == TitleKind::Post || group.uses.iter().all(|used| used.place == first.place) {
        return;
    }
    let name = numbering::name(named.kind, named.number);
    let spans: Vec<_> = group.uses.iter().map(|used| used.spot.span).collect();
    sink.verify(
        Message::new(
            format!("{} gjelder det samme på {} steder", name.nb, spans.len()),
            format!("{} gjeld det same på {} stader", name.nn, spans.len()),
            format!("{} names the same thing in {} places", name.en, spans.len()),
        ),
        &spans,
    );
}
