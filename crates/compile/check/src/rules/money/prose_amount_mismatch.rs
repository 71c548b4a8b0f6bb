//! The text gives another amount for a post than the table does.
//!
//! ## Why it matters
//! Both are the ministry's word on the same money, and they cannot both be right.
//!
//! ## Example
//! > Post 74 Tilskudd til lokale spillesteder 36 500 000
//! > Det er bevilget 35,6 mill. kroner på posten.
//!
//! ## What to ask
//! Which amount applies: the one in the table, or the one in the text?
//!
//! ## What it does not report
//! Tables that do not say their unit (see `unit-missing`), and amounts that agree when the table's amount is rounded to
//! the digits of the text. The whole appropriation is not compared where the letter gives the agency's share besides;
//! where a post is changed, neither is the amount before the change, nor the change. An amount that is off by one in
//! its last printed digit is a warning, since it may be cut off instead of rounded; so is any amount of a changed post,
//! and a larger amount in a paragraph that speaks of other parts of the appropriation.

use super::posts::{self, Book, Key, TableAmount};
use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_money::Nok;
use styrbord_plan::{AmountRole, AmountUse, LetterKind, Post, Term};

pub(crate) const RULE: Rule = Rule {
    code: "prose-amount-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("prose_amount_mismatch.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut uses: BTreeMap<Key, Vec<&AmountUse>> = BTreeMap::new();
    for amount in &letter.evidence().amounts {
        uses.entry((amount.chapter, amount.post)).or_default().push(amount);
    }
    let book = Book::of(letter);
    for (key, uses) in uses {
        let Some(post) = book.post(key).filter(|_| book.has_row(key)) else { continue };
        let (Some(amount), Some(row)) = (post.amount_nok, post.span) else { continue };
        let table = book.printed(row, amount);
        if posts::unit_unknown(letter, table.span) {
            continue;
        }
        let own = uses.iter().any(|amount| amount.role != AmountRole::Appropriation);
        for role in [AmountRole::Appropriation, AmountRole::Share, AmountRole::Available] {
            if role == AmountRole::Appropriation && own {
                continue;
            }
            let terms: Vec<&Term> = uses
                .iter()
                .filter(|amount| amount.role == role && !amount.term.spot.span.overlaps(table.span))
                .map(|amount| &amount.term)
                .collect();
            compare(letter, key, post, &table, &terms, sink);
        }
    }
}

/// Compares the amounts that the text gives in one role with the table; one that agrees settles the rest.
fn compare(
    letter: &Letter<'_>,
    key: Key,
    post: &Post,
    table: &TableAmount,
    terms: &[&Term],
    sink: &mut Sink<'_>,
) {
    let agrees = |term: &&&Term| apart(term, table.amount) <= slack(term, table);
    if let Some(term) = terms.iter().find(agrees) {
        let (name, amount) = (posts::name(key), table.amount);
        let what = Message::new(
            format!("Tekst og tabell gir samme beløp for {name}: {amount}"),
            format!("Tekst og tabell gjev same beløp for {name}: {amount}"),
            format!("Text and table give the same amount for {name}: {amount}"),
        );
        sink.verify(what, &[term.spot.span, table.span]);
        return;
    }
    let supplement = letter.plan.kind == LetterKind::Supplement || post.change_nok.is_some();
    let others = [post.previous_nok, post.change_nok, post.appropriation_nok.filter(|_| supplement)];
    for term in terms {
        let known = |amount: &Nok| {
            let size = Nok::from_ore(amount.ore().saturating_abs());
            apart(term, size) <= slack(term, table)
        };
        if supplement && others.iter().flatten().any(known) {
            continue;
        }
        let cut_off = apart(term, table.amount) <= 2 * slack(term, table);
        let shared = term.amount > table.amount && speaks_of_others(letter, term);
        let severity = if cut_off || supplement || shared { Severity::Warning } else { Severity::Error };
        report(severity, key, table, term, sink);
    }
}

/// Tells whether the paragraph speaks of parts or of others, so that the text may mean more than the table.
fn speaks_of_others(letter: &Letter<'_>, term: &Term) -> bool {
    const OTHERS: [&str; 9] = [
        "andel",
        "del av",
        "resten",
        "øvrig",
        "attståande",
        "forvaltes av",
        "forvaltast av",
        "forvalta av",
        "andre",
    ];
    let start = term.spot.span.start;
    let blocks = &letter.tree.blocks;
    let at = blocks.partition_point(|block| block.span.end <= start);
    blocks.get(at).is_some_and(|block| {
        let text = letter.source.quote(block.span).to_lowercase();
        OTHERS.iter().any(|word| text.contains(word))
    })
}

fn apart(term: &Term, amount: Nok) -> i64 {
    posts::gap(term.amount, amount).ore()
}

fn slack(term: &Term, table: &TableAmount) -> i64 {
    term.tolerance.ore().saturating_add(table.tolerance.ore())
}

fn report(severity: Severity, key: Key, table: &TableAmount, term: &Term, sink: &mut Sink<'_>) {
    let (name, in_table, in_text) = (posts::name(key), table.amount, term.amount);
    sink.find_as(
        severity,
        Message::new(
            format!("Tabellen gir {in_table} på {name}, men teksten sier {in_text}"),
            format!("Tabellen gjev {in_table} på {name}, men teksten seier {in_text}"),
            format!("The table gives {in_table} on {name}, but the text says {in_text}"),
        ),
        &[
            (term.spot.span, Some(Message::new("i teksten", "i teksten", "in the text"))),
            (table.span, Some(Message::new("i tabellen", "i tabellen", "in the table"))),
        ],
        Message::new(
            "Spør departementet hvilket av de to beløpene som gjelder.",
            "Spør departementet kva for eit av dei to beløpa som gjeld.",
            "Ask the ministry which of the two amounts applies.",
        ),
    );
}
