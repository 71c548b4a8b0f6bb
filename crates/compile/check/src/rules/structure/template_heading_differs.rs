//! Introductions made from one template differ in a year, or one of them repeats another's running number.
//!
//! A letter that opens a list under each goal often does so with the same sentence, and only the goal's number
//! runs. When the year in it is not the same everywhere, one of the years is probably an old one.
//!
//! ## Why it matters
//! The sentence says which assignments the list holds. With another year the same list says something else.
//!
//! ## Example
//! > Tidligere oppdrag med frist i 2031 eller senere som bidrar til mål nr. 1:
//! >
//! > Tidligere oppdrag med frist i 2031 eller senere som bidrar til mål nr. 2:
//! >
//! > Tidligere oppdrag med frist i 2030 eller senere som bidrar til mål nr. 3:
//!
//! ## What to ask
//! Ask the ministry which year is meant.
//!
//! ## What it does not report
//! Sentences of fewer than seven words, fewer than three of one kind, and years that all differ. The year that most
//! of them have is taken as expected; when as many have each, the letter's own year.

use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_source::Span;
use styrbord_syntax::Block;

pub(crate) const RULE: Rule = Rule {
    code: "template-heading-differs",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("template_heading_differs.rs"),
    check,
};

/// One sentence made from a template: its numbers, in order, and where it stands.
struct Filled {
    numbers: Vec<String>,
    span: Span,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut by_template: BTreeMap<String, Vec<Filled>> = BTreeMap::new();
    for block in &letter.tree.blocks {
        if let Some((template, numbers)) = template(block) {
            by_template.entry(template).or_default().push(Filled { numbers, span: block.span });
        }
    }
    for filled in by_template.values().filter(|filled| filled.len() >= 3) {
        let slots = filled.first().map_or(0, |first| first.numbers.len());
        for slot in 0..slots {
            let runs =
                (0..slots).any(|other| other != slot && values(filled, other).len() + 1 >= filled.len());
            let values = values(filled, slot);
            let years = values.keys().all(|value| value.len() == 4 && value.starts_with(['1', '2']));
            if runs && years && values.len() == 2 && values.len() < filled.len() {
                report_year(letter, filled, slot, &values, sink);
            } else if !years {
                report_repeated(filled, slot, sink);
            }
        }
    }
}

/// Returns a block's text with `#` for each number, and the numbers, when it introduces something.
fn template(block: &Block) -> Option<(String, Vec<String>)> {
    let text = block.flow.joined();
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    if !(7..=60).contains(&words) || !(text.ends_with(':') || block.level().is_some()) {
        return None;
    }
    let (mut template, mut numbers, mut in_number) = (String::new(), Vec::<String>::new(), false);
    for c in text.chars() {
        if !c.is_ascii_digit() {
            template.push(c);
        } else if in_number {
            numbers.last_mut()?.push(c);
        } else {
            template.push('#');
            numbers.push(c.to_string());
        }
        in_number = c.is_ascii_digit();
    }
    (!numbers.is_empty()).then_some((template, numbers))
}

/// Returns the values of one number, with how often each stands.
fn values(filled: &[Filled], slot: usize) -> BTreeMap<&str, usize> {
    let mut out = BTreeMap::new();
    for value in filled.iter().filter_map(|filled| filled.numbers.get(slot)) {
        *out.entry(value.as_str()).or_default() += 1;
    }
    out
}

fn report_year(
    letter: &Letter<'_>,
    filled: &[Filled],
    slot: usize,
    values: &BTreeMap<&str, usize>,
    sink: &mut Sink<'_>,
) {
    let own = letter.plan.year.map(|year| year.to_string());
    let weight =
        |value: &str| (values.get(value).copied().unwrap_or_default(), own.as_deref() == Some(value));
    let Some(expected) = values.keys().copied().max_by_key(|value| weight(value)) else { return };
    let Some(found) = values.keys().copied().find(|value| *value != expected) else { return };
    let has = |filled: &&Filled, value: &str| filled.numbers.get(slot).is_some_and(|number| number == value);
    let odd = filled.iter().filter(|filled| has(filled, found));
    let usual = filled.iter().filter(|filled| has(filled, expected));
    let labels: Vec<_> = odd
        .map(|filled| (filled.span, Some(Message::same(found))))
        .chain(usual.map(|filled| (filled.span, Some(Message::same(expected)))))
        .collect();
    let (usual, odd, all) = (values[expected], values[found], filled.len());
    sink.find(
        Message::new(
            format!("Av {all} like innledninger sier {usual} «{expected}» og {odd} «{found}»"),
            format!("Av {all} like innleiingar seier {usual} «{expected}» og {odd} «{found}»"),
            format!("Of {all} introductions alike, {usual} say “{expected}” and {odd} “{found}”"),
        ),
        &labels,
        Message::new(
            "Spør departementet hvilket år som gjelder.",
            "Spør departementet kva år som gjeld.",
            "Ask the ministry which year is meant.",
        ),
    );
}

/// Reports a running number that one sentence repeats from the one before, while the next goes on as if it had not.
fn report_repeated(filled: &[Filled], slot: usize, sink: &mut Sink<'_>) {
    let numbers: Vec<Option<u32>> =
        filled.iter().map(|filled| filled.numbers.get(slot).and_then(|value| value.parse().ok())).collect();
    let distinct: BTreeSet<u32> = numbers.iter().copied().flatten().collect();
    if distinct.len() + 1 != filled.len() || distinct.len() < 2 {
        return;
    }
    for (pair, at) in numbers.windows(3).zip(1..) {
        let [Some(before), Some(this), Some(after)] = pair else { continue };
        if before == this && *after == this + 2 {
            let (expected, found) = (this + 1, this);
            sink.find(
                Message::new(
                    format!("Innledningen skulle etter rekkefølgen hatt {expected}, men har {found} som den før"),
                    format!("Innleiinga skulle etter rekkjefølgja hatt {expected}, men har {found} som den føre"),
                    format!("By its order the introduction should have {expected}, but has {found} like the one before"),
                ),
                &[(filled[at].span, None), (filled[at - 1].span, None)],
                Message::new(
                    "Spør departementet hvilket nummer som er ment.",
                    "Spør departementet kva nummer som er meint.",
                    "Ask the ministry which number is meant.",
                ),
            );
        }
    }
}
