//! Years as far as somebody may read them, kept for as long as nothing is written.

use super::{Site, lock};
use crate::access::{Entry, Extract, Visitor, extract};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use styrbord_calendar::Date;
use styrbord_events::{Book, PersonId, Stream};

/// As many are kept.
const EXTRACTS_MAX: usize = 32;

/// What was taken out for whom: person, way in, year, and the day as of which it is looked at.
type Key = (PersonId, Entry, Stream, Option<Date>);

/// Extracts, each with the number of the last record and the day by which it was made.
#[derive(Debug, Default)]
pub(super) struct Extracts(Mutex<BTreeMap<Key, (u64, Date, Extract)>>);

impl Site {
    /// Returns what a visitor who sees the inside of a year may read of a book; `as_of` is the day of the book, or none
    /// for the book of today, which is `present`.
    pub fn extract(
        &self,
        visitor: &Visitor,
        stream: Stream,
        (book, as_of): (&Arc<Book>, Option<Date>),
        (present, today): (&Book, Date),
    ) -> Extract {
        let key = (visitor.person, visitor.entry, stream, as_of);
        let made = lock(&self.extracts.0).get(&key).cloned();
        if let Some((_, _, extract)) = made.filter(|(seq, day, _)| (*seq, *day) == (present.seq, today)) {
            return extract;
        }
        let extract = extract(book, stream, visitor, (present, today));
        // What is the whole costs nothing, and is not held.
        if extract.followed.is_some() {
            let mut kept = lock(&self.extracts.0);
            kept.retain(|_, (seq, day, _)| (*seq, *day) >= (present.seq, today));
            while kept.len() >= EXTRACTS_MAX && kept.pop_first().is_some() {}
            kept.insert(key, (present.seq, today, extract.clone()));
        }
        extract
    }
}
