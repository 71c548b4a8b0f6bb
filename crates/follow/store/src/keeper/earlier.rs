//! States of earlier days that were asked for lately: a cache, which may be thrown away at any time.

use std::collections::VecDeque;
use std::sync::Arc;
use styrbord_calendar::Date;
use styrbord_events::{Basis, Book, Link};

/// How many are kept.
const KEPT_MAX: usize = 4;

/// Folded states, the one asked for last at the end.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    kept: VecDeque<Kept>,
}

#[derive(Debug)]
struct Kept {
    basis: Basis,
    day: Date,
    /// The end of the chain when it was folded.
    head: Link,
    book: Arc<Book>,
}

impl Kept {
    /// Tells whether no record that came since can belong to it: what was known by a day is settled when a record of a
    /// later day is there, for no record is older than the one before it.
    fn holds(&self, head: &Link) -> bool {
        self.head == *head || (self.basis == Basis::Known && self.head.at.date() > self.day)
    }
}

impl Earlier {
    /// Returns a state that was folded before and still holds.
    pub(super) fn get(&self, basis: Basis, day: Date, head: &Link) -> Option<Arc<Book>> {
        let mut kept = self.kept.iter().filter(|kept| (kept.basis, kept.day) == (basis, day));
        kept.find(|kept| kept.holds(head)).map(|kept| Arc::clone(&kept.book))
    }

    /// Returns the latest state on the way to the one asked for, to go on from. What holds on a day is no beginning of
    /// what holds on a later one: records come in another order than the days on which they hold.
    pub(super) fn start(&self, basis: Basis, day: Date) -> Option<&Book> {
        let before =
            self.kept.iter().filter(|kept| basis == Basis::Known && kept.basis == basis && kept.day <= day);
        before.map(|kept| kept.book.as_ref()).max_by_key(|book| book.seq)
    }

    /// Keeps a state, and forgets the oldest when there are many.
    pub(super) fn put(&mut self, basis: Basis, day: Date, head: Link, book: &Arc<Book>) {
        self.kept.retain(|kept| (kept.basis, kept.day) != (basis, day));
        if self.kept.len() == KEPT_MAX {
            self.kept.pop_front();
        }
        self.kept.push_back(Kept { basis, day, head, book: Arc::clone(book) });
    }

    /// Forgets all of them.
    pub(super) fn clear(&mut self) {
        self.kept.clear();
    }
}
