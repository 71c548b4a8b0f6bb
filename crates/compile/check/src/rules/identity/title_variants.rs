//! The title of one thing is not worded alike in all places.
//!
//! Goals, steering parameters, assignments and posts are compared, each by its number. The differences are
//! collected, up to three in one finding, so that each can be marked in both places.
//!
//! ## Why it matters
//! Searches and comparisons by title miss one of the places, and a report may quote either. Seldom is more at
//! stake; when the titles of one post have little in common, the number may be wrong, and that is a warning.
//!
//! ## Example
//! > 2031-02 Lage en side om gamle brygger
//! >
//! > Oppdrag nr. 2031-02 Lage side om brygger
//!
//! ## What to ask
//! Nothing, unless the difference changes what is to be done. Use the wording of the list.
//!
//! ## What it does not report
//! Differences of case, punctuation, hyphens and research markers (see `research-marking-differs`), and titles
//! with little in common (see `number-with-two-titles`).

use super::numbering::{self, Named};
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{TitleKind, TitleUse};
use styrbord_titles::{Title, shortened};

pub(crate) const RULE: Rule = Rule {
    code: "title-variants",
    family: Family::Identity,
    severity: Severity::Info,
    file: include_str!("title_variants.rs"),
    check,
};

/// How many differences one finding holds: two labels for each.
const PAIRS_MAX: usize = 3;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let named = numbering::named(letter);
    for kind in [TitleKind::Goal, TitleKind::Parameter, TitleKind::Assignment, TitleKind::Post] {
        let mut pairs: Vec<(&TitleUse, &TitleUse)> = Vec::new();
        for named in named.iter().filter(|named| named.kind == kind) {
            pairs.extend(variants(named));
            if kind == TitleKind::Post && named.groups.len() > 1 {
                unlike_posts(named, sink);
            }
        }
        pairs.sort_by_key(|(first, _)| first.spot.span);
        for some in pairs.chunks(PAIRS_MAX) {
            report(kind, some, sink);
        }
    }
}

/// Returns the first pair of wordings in each group that has more than one.
fn variants<'a>(named: &Named<'a>) -> Vec<(&'a TitleUse, &'a TitleUse)> {
    let differs = |one: &Title, other: &str| {
        let other = Title::new(other);
        one.key() != other.key() && !one.runs_on(&other)
    };
    named
        .groups
        .iter()
        .filter_map(|group| {
            let first = *group.uses.first()?;
            let mut others = group.uses.iter().copied().filter(|other| other.title != first.title);
            let second = others.find(|other| differs(&group.title, &other.title))?;
            Some((first, second))
        })
        .collect()
}

fn report(kind: TitleKind, pairs: &[(&TitleUse, &TitleUse)], sink: &mut Sink<'_>) {
    let mut labels = Vec::new();
    for used in pairs.iter().flat_map(|(first, second)| [*first, *second]) {
        labels.push((used.spot.span, Some(numbering::place_name(used.place))));
    }
    let names: Vec<Message> = pairs.iter().map(|(first, _)| numbering::name(kind, &first.key)).collect();
    let joined = |form: fn(&Message) -> &str| names.iter().map(form).collect::<Vec<_>>().join(", ");
    let message = if let [(first, second)] = pairs {
        let (name, one, other) = (&names[0], shortened(&first.title), shortened(&second.title));
        Message::new(
            format!("{} heter «{one}» ett sted og «{other}» et annet", name.nb),
            format!("{} heiter «{one}» éin stad og «{other}» ein annan", name.nn),
            format!("{} is “{one}” in one place and “{other}” in another", name.en),
        )
    } else {
        Message::new(
            format!("Tittelen er ikke lik overalt: {}", joined(|name| &name.nb)),
            format!("Tittelen er ikkje lik overalt: {}", joined(|name| &name.nn)),
            format!("The title is not the same everywhere: {}", joined(|name| &name.en)),
        )
    };
    sink.find(message, &labels, help());
}

/// Reports a post whose titles share little.
fn unlike_posts(named: &Named<'_>, sink: &mut Sink<'_>) {
    let [first, second, ..] = named.groups.as_slice() else { return };
    let (Some(first), Some(second)) = (first.uses.first(), second.uses.first()) else { return };
    let (name, one, other) =
        (numbering::name(named.kind, named.number), shortened(&first.title), shortened(&second.title));
    sink.find_as(
        Severity::Warning,
        Message::new(
            format!("{} heter «{one}» ett sted og «{other}» et annet", name.nb),
            format!("{} heiter «{one}» éin stad og «{other}» ein annan", name.nn),
            format!("{} is “{one}” in one place and “{other}” in another", name.en),
        ),
        &[(first.spot.span, None), (second.spot.span, None)],
        Message::new(
            "Spør departementet om det er samme post.",
            "Spør departementet om det er same posten.",
            "Ask the ministry whether it is the same post.",
        ),
    );
}

fn help() -> Message {
    Message::new(
        "Bruk ordlyden i listen. Spør bare hvis forskjellen endrer hva som skal gjøres.",
        "Bruk ordlyden i lista. Spør berre om skilnaden endrar kva som skal gjerast.",
        "Use the wording of the list. Ask only if the difference changes what is to be done.",
    )
}
