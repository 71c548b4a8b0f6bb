//! The posts of the plan by number, and the amounts that the tables print for them.

use crate::Letter;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_money::Nok;
use styrbord_plan::{Post, Term, TitleKind, Where};
use styrbord_source::{Span, Spot};

/// A chapter with one of its posts.
pub(super) type Key = (u32, u32);

/// Reads a key such as `671.21`.
pub(super) fn parse_key(key: &str) -> Option<Key> {
    let (chapter, post) = key.split_once('.')?;
    Some((chapter.trim().parse().ok()?, post.trim().parse().ok()?))
}

/// Names a post as letters do: `kap. 671 post 01`.
pub(super) fn name((chapter, post): Key) -> String {
    format!("kap. {chapter} post {post:02}")
}

/// Returns how far two amounts lie apart.
pub(super) fn gap(one: Nok, other: Nok) -> Nok {
    Nok::from_ore(i64::try_from(one.ore().abs_diff(other.ore())).unwrap_or(i64::MAX))
}

/// Tells whether an amount stands in a table that does not say its unit, with figures too small to be kroner.
pub(super) fn unit_unknown(letter: &Letter<'_>, span: Span) -> bool {
    /// So many digits show that an amount is whole kroner.
    const KRONER_DIGITS: usize = 7;
    let printed = letter.source.slice(span);
    let bare = !printed.contains(char::is_alphabetic);
    let small = printed.chars().filter(char::is_ascii_digit).count() < KRONER_DIGITS;
    let tables = letter.evidence().units.iter().filter(|table| table.spot.span.start <= span.start);
    let table = tables.max_by_key(|table| table.spot.span.start);
    let silent =
        table.is_some_and(|table| table.unit.is_none() && usize::from(table.largest_digits) < KRONER_DIGITS);
    bare && small && silent
}

/// An amount where the table prints it.
pub(super) struct TableAmount {
    pub(super) amount: Nok,
    pub(super) tolerance: Nok,
    pub(super) span: Span,
}

/// All posts, and the amounts of all tables by their place.
pub(super) struct Book<'a> {
    posts: BTreeMap<Key, &'a Post>,
    /// Each amount of a sum, by its first byte.
    printed: BTreeMap<u32, &'a Term>,
    /// The posts that a table gives a row.
    rows: BTreeSet<Key>,
}

impl<'a> Book<'a> {
    pub(super) fn of(letter: &Letter<'a>) -> Self {
        let mut posts = BTreeMap::new();
        for chapter in &letter.plan.budget {
            for post in &chapter.posts {
                posts.entry((chapter.chapter, post.post)).or_insert(post);
            }
        }
        let sums = letter.plan.evidence.sums.iter();
        let terms = sums.flat_map(|sum| sum.parts.iter().chain([&sum.total]));
        let titles = letter.plan.evidence.titles.iter();
        let rows = titles.filter(|title| title.kind == TitleKind::Post && title.place == Where::Money);
        Book {
            posts,
            printed: terms.map(|term| (term.spot.span.start, term)).collect(),
            rows: rows.filter_map(|title| parse_key(&title.key)).collect(),
        }
    }

    /// Returns a post.
    pub(super) fn post(&self, key: Key) -> Option<&'a Post> {
        self.posts.get(&key).copied()
    }

    /// Tells whether a table has a row for a post; the others are read from prose alone.
    pub(super) fn has_row(&self, key: Key) -> bool {
        self.rows.contains(&key)
    }

    /// Tells whether any post of a chapter is allocated.
    pub(super) fn has_chapter(&self, chapter: u32) -> bool {
        self.posts.range((chapter, 0)..=(chapter, u32::MAX)).next().is_some()
    }

    /// Tells whether no post is allocated.
    pub(super) fn is_empty(&self) -> bool {
        self.posts.is_empty()
    }

    /// Finds an amount of a row where it is printed; exact, and at the row's title, where it is not found.
    pub(super) fn printed(&self, row: Spot, amount: Nok) -> TableAmount {
        let term = self.term(row.span, amount);
        TableAmount {
            amount,
            tolerance: term.map_or(Nok::ZERO, |term| term.tolerance),
            span: term.map_or(row.span, |term| term.spot.span),
        }
    }

    /// Finds an amount in a row that begins at a title.
    pub(super) fn term(&self, row: Span, amount: Nok) -> Option<&'a Term> {
        /// How many bytes behind the title the amounts of the row may stand.
        const REACH: u32 = 400;
        let reach = row.start..row.end.saturating_add(REACH);
        self.printed.range(reach).map(|(_, term)| *term).find(|term| term.amount == amount)
    }
}
