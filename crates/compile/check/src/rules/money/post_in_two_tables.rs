//! One post stands in two tables with different amounts.
//!
//! ## Why it matters
//! The agency does not know which of the two it may spend.
//!
//! ## Example
//! > Oversikt: 346.21 Spesielle driftsutgifter 9 860 000
//! > Kap. 346: Post 21 Spesielle driftsutgifter 9 680 000
//!
//! ## What to ask
//! Which amount applies?
//!
//! ## What it does not report
//! Supplementary letters, whose tables hold several amounts for one post. Where the heads of the two tables differ
//! (`Bevilgning` and `Tildeling`, or two years), the amounts may mean different things, and the finding is a warning.
//! Rows with several amounts are not compared.

use super::posts::{self, Key};
use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_money::{Unit, parse_cell};
use styrbord_plan::{LetterKind, TitleKind, Where};
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "post-in-two-tables",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("post_in_two_tables.rs"),
    check,
};

/// A post's amount in one table, in the table's own unit.
#[derive(Clone, Copy)]
struct Amount {
    /// The printed number, in hundredths.
    number: i64,
    span: Span,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    if letter.plan.kind == LetterKind::Supplement {
        return;
    }
    let mut first: BTreeMap<Key, Amount> = BTreeMap::new();
    for (key, amount) in rows(letter) {
        match first.get(&key) {
            Some(other) => compare(letter, key, *other, amount, sink),
            None => drop(first.insert(key, amount)),
        }
    }
}

/// Returns the rows of all tables that hold one amount, in the order of the letter.
fn rows(letter: &Letter<'_>) -> Vec<(Key, Amount)> {
    let titles = letter.evidence().titles.iter();
    titles
        .filter(|title| title.kind == TitleKind::Post && title.place == Where::Money)
        .filter_map(|title| Some((posts::parse_key(&title.key)?, amount_behind(letter, title.spot.span)?)))
        .collect()
}

/// Reads the amount behind a title, when the row holds nothing else; words make it running text.
fn amount_behind(letter: &Letter<'_>, title: Span) -> Option<Amount> {
    let text = letter.source.text();
    let rest = text.get(title.end as usize..)?;
    let gap = rest.find(|c: char| !c.is_whitespace() && !matches!(c, '|' | '*'))?;
    let line = rest[gap..].lines().next()?.trim_end().trim_end_matches(['|', ' ', '*']);
    let printed = parse_cell(line, Unit::Kroner).filter(|_| !line.contains(char::is_alphabetic))?;
    let start = title.end as usize + gap;
    Some(Amount { number: printed.amount.ore(), span: Span::new(start, start + line.len()) })
}

fn compare(letter: &Letter<'_>, key: Key, one: Amount, other: Amount, sink: &mut Sink<'_>) {
    let name = posts::name(key);
    let (first, second) = (letter.source.quote(one.span), letter.source.quote(other.span));
    if agree(one.number, other.number) || agree(other.number, one.number) {
        let what = Message::new(
            format!("Begge tabellene har samme beløp på {name}: {first}"),
            format!("Begge tabellane har same beløp på {name}: {first}"),
            format!("Both tables have the same amount on {name}: {first}"),
        );
        sink.verify(what, &[one.span, other.span]);
        return;
    }
    let alike = head_words(letter, one).is_some_and(|head| head_words(letter, other) == Some(head));
    sink.find_as(
        if alike { Severity::Error } else { Severity::Warning },
        Message::new(
            format!("Den ene tabellen gir {first} på {name}, den andre {second}"),
            format!("Den eine tabellen gjev {first} på {name}, den andre {second}"),
            format!("One table gives {first} on {name}, the other {second}"),
        ),
        &[(one.span, None), (other.span, None)],
        Message::new(
            "Spør departementet hvilket av de to beløpene som gjelder.",
            "Spør departementet kva for eit av dei to beløpa som gjeld.",
            "Ask the ministry which of the two amounts applies.",
        ),
    );
}

/// Tells whether two numbers are one amount, the first in the same or a larger unit.
fn agree(large: i64, exact: i64) -> bool {
    [1, 1_000, 1_000_000].iter().any(|unit| {
        large.saturating_mul(*unit).abs_diff(exact) <= (unit * 50).unsigned_abs() * u64::from(*unit > 1)
    })
}

/// Returns what the head of the table above an amount says of its amounts: kind, year and unit.
fn head_words(letter: &Letter<'_>, amount: Amount) -> Option<BTreeSet<String>> {
    /// How many lines above the amount the head may stand.
    const REACH: usize = 60;
    const KINDS: [&str; 7] = ["tildel", "bevilg", "løyv", "beløp", "ramme", "andel", "forslag"];
    let above = letter.source.text().get(..amount.span.start as usize)?;
    above.lines().rev().skip(1).take(REACH).find_map(|line| {
        let low = line.to_lowercase();
        let words = low.split(|c: char| !c.is_alphanumeric());
        let telling = |word: &&str| {
            KINDS.iter().any(|kind| word.starts_with(kind)) || word.len() == 4 && word.starts_with("20")
        };
        let head: BTreeSet<String> = words.filter(telling).map(str::to_owned).collect();
        let is_head = low.contains("post") && !low.trim_end().ends_with(['.', ':']);
        (is_head && head.iter().any(|word| !word.starts_with("20"))).then_some(head)
    })
}
