//! The text raises or lowers a post by another amount than the table of changes does.
//!
//! ## Why it matters
//! Both are the ministry's word on the same change, and they cannot both be right.
//!
//! ## Example
//! > 60 Tilskot til kommunar: 245 000, endring −12 000, ny løyving 233 000
//! > Løyvinga på posten er sett ned med 21 mill. kroner.
//!
//! ## What to ask
//! By how much is the post changed?
//!
//! ## What it does not report
//! Texts that name several changes of one post, and differences that rounding can explain. A sentence that begins with
//! the post's number alone (`Post 60 reduseres med …`) counts when one chapter only has such a post.

use super::changes::{self, Change};
use super::posts::{self, Book, Key};
use crate::{Family, Letter, Rule, Sink};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_diagnostics::{Message, Severity};
use styrbord_money::Nok;
use styrbord_source::Span;

pub(crate) const RULE: Rule = Rule {
    code: "prose-change-mismatch",
    family: Family::Money,
    severity: Severity::Error,
    file: include_str!("prose_change_mismatch.rs"),
    check,
};

/// The change that a table prints.
struct InTable {
    amount: Nok,
    tolerance: i64,
    span: Span,
}

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let changed = |post: &styrbord_plan::Post| post.change_nok.is_some();
    if !letter.plan.budget.iter().flat_map(|chapter| &chapter.posts).any(changed) {
        return;
    }
    let book = Book::of(letter);
    let mut by_post: BTreeMap<Key, Vec<Change>> = BTreeMap::new();
    let chapters = letter.plan.budget.iter();
    let known: BTreeSet<Key> =
        chapters.flat_map(|chapter| chapter.posts.iter().map(|post| (chapter.chapter, post.post))).collect();
    for change in changes::of(letter.tree, &known) {
        by_post.entry(change.post).or_default().push(change);
    }
    for (key, changes) in by_post {
        let Some(post) = book.post(key) else { continue };
        let (Some(amount), Some(row)) = (post.change_nok, post.span) else { continue };
        let printed = book.printed(row, amount);
        let table = InTable { amount, tolerance: printed.tolerance.ore(), span: printed.span };
        compare(key, &table, &changes, sink);
    }
}

fn compare(key: Key, table: &InTable, changes: &[Change], sink: &mut Sink<'_>) {
    let fits = |amount: i64, tolerance: i64| {
        amount.abs_diff(table.amount.ore()) <= tolerance.saturating_add(table.tolerance).unsigned_abs()
    };
    let all = changes.iter().fold((0_i64, 0_i64), |all, change| {
        (all.0.saturating_add(change.amount.ore()), all.1.saturating_add(change.tolerance.ore()))
    });
    let one = changes.iter().find(|change| fits(change.amount.ore(), change.tolerance.ore()));
    if let Some(change) = one.or(changes.first().filter(|_| fits(all.0, all.1))) {
        let (name, amount) = (posts::name(key), table.amount);
        let what = Message::new(
            format!("Tekst og tabell gir samme endring på {name}: {amount}"),
            format!("Tekst og tabell gjev same endring på {name}: {amount}"),
            format!("Text and table give the same change of {name}: {amount}"),
        );
        sink.verify(what, &[change.span, table.span]);
    } else if let [change] = changes {
        report(key, table, change, sink);
    }
}

fn report(key: Key, table: &InTable, change: &Change, sink: &mut Sink<'_>) {
    let (name, in_table, in_text) = (posts::name(key), table.amount, change.amount);
    sink.find(
        Message::new(
            format!("Tabellen endrer {name} med {in_table}, men teksten sier {in_text}"),
            format!("Tabellen endrar {name} med {in_table}, men teksten seier {in_text}"),
            format!("The table changes {name} by {in_table}, but the text says {in_text}"),
        ),
        &[
            (change.span, Some(Message::new("i teksten", "i teksten", "in the text"))),
            (table.span, Some(Message::new("i tabellen", "i tabellen", "in the table"))),
        ],
        Message::new(
            "Spør departementet hvor mye posten er endret.",
            "Spør departementet kor mykje posten er endra.",
            "Ask the ministry by how much the post is changed.",
        ),
    );
}
