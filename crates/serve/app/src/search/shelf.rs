//! Indexes that were made before, for as long as the journal stays where it was.

use super::index::Index;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use styrbord_calendar::Date;
use styrbord_events::{Hash, OrganisationId, Stream, TextRef};

/// As many indexes are kept.
const INDEXES_MAX: usize = 24;
/// As many letters stay read.
const LETTERS_MAX: usize = 24;

/// What an index is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The number of the last record.
    pub seq: u64,
    /// The year.
    pub stream: Stream,
    /// The day as of which it is asked; none for now.
    pub day: Option<Date>,
    /// The organisation outside the agency that asks; none for those of the agency.
    pub viewer: Option<OrganisationId>,
}

/// Indexes, and the words and lines that they were made of.
#[derive(Debug, Default)]
pub struct Shelf(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    indexes: BTreeMap<Key, Arc<Index>>,
    words: BTreeMap<TextRef, String>,
    lines: BTreeMap<Hash, Arc<Vec<String>>>,
}

impl Shelf {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        // A thread that ended badly left at most an index too few.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns an index that was made before.
    pub fn get(&self, key: Key) -> Option<Arc<Index>> {
        self.kept().indexes.get(&key).cloned()
    }

    /// Keeps an index. Those of an earlier state of the journal go, and of too many the first.
    pub fn put(&self, key: Key, index: &Arc<Index>) {
        let mut kept = self.kept();
        kept.indexes.retain(|known, _| known.seq >= key.seq);
        while kept.indexes.len() >= INDEXES_MAX && kept.indexes.pop_first().is_some() {}
        kept.indexes.insert(key, Arc::clone(index));
    }

    /// Returns those of some texts whose words are known here; first forgets what was erased.
    pub fn words(&self, texts: &BTreeSet<TextRef>, erased: &BTreeSet<TextRef>) -> BTreeMap<TextRef, String> {
        let mut kept = self.kept();
        kept.words.retain(|text, _| !erased.contains(text));
        texts.iter().filter_map(|text| Some((*text, kept.words.get(text)?.clone()))).collect()
    }

    /// Keeps the words of texts.
    pub fn keep_words(&self, words: impl IntoIterator<Item = (TextRef, String)>) {
        self.kept().words.extend(words);
    }

    /// Returns the lines of a letter that was read before.
    pub fn lines(&self, hash: Hash) -> Option<Arc<Vec<String>>> {
        self.kept().lines.get(&hash).cloned()
    }

    /// Keeps the lines of a letter.
    pub fn keep_lines(&self, hash: Hash, lines: &Arc<Vec<String>>) {
        let mut kept = self.kept();
        while kept.lines.len() >= LETTERS_MAX && kept.lines.pop_first().is_some() {}
        kept.lines.insert(hash, Arc::clone(lines));
    }
}
