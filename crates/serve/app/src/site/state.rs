//! The book that all readers share, in step with the journal.

use super::audit::{self, Trace};
use super::{lock, words_of};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use styrbord_events::{Book, Event, Link, TextRef};
use styrbord_store::{Journal, Receipt, StoreError};

/// How many records are read at a time.
const PAGE: usize = 2000;

/// A connection that reads, and what was read from it.
pub(super) struct Reader {
    source: Mutex<Source>,
    held: RwLock<Held>,
}

struct Source {
    journal: Box<dyn Journal>,
    head: Link,
}

/// What is handed out; whoever has it keeps it as it was.
#[derive(Clone, Default)]
struct Held {
    book: Arc<Book>,
    trail: Arc<Vec<Trace>>,
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

impl Reader {
    /// Reads everything that the journal holds.
    pub(super) fn open(journal: Box<dyn Journal>) -> Result<Self, StoreError> {
        let source = Mutex::new(Source { journal, head: Link::default() });
        let reader = Self { source, held: RwLock::default() };
        reader.catch_up()?;
        Ok(reader)
    }

    pub(super) fn book(&self) -> Arc<Book> {
        Arc::clone(&self.held.read().unwrap_or_else(PoisonError::into_inner).book)
    }

    pub(super) fn trail(&self) -> Arc<Vec<Trace>> {
        Arc::clone(&self.held.read().unwrap_or_else(PoisonError::into_inner).trail)
    }

    /// Takes in the records that are new, each after the one before it. A record that is wrong changes nothing.
    pub(super) fn catch_up(&self) -> Result<(), StoreError> {
        let mut source = lock(&self.source);
        loop {
            let after = source.head.seq;
            let page = source.journal.records(after, PAGE)?;
            if page.is_empty() {
                return Ok(());
            }
            let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
            for record in &page {
                let broken = |why: String| StoreError::Broken { seq: record.seq, why };
                record.follows(Some(&source.head)).map_err(|fault| broken(format!("{fault:?}")))?;
                let event = record.event().map_err(|error| broken(error.why))?;
                Arc::make_mut(&mut held.book).take(record, &event);
                Arc::make_mut(&mut held.trail).push(audit::trace(record, &event));
                source.head = record.link();
            }
        }
    }

    /// Returns the last record that was taken in.
    pub(super) fn head(&self) -> Link {
        lock(&self.source).head
    }

    /// Does something with the connection that reads; all other readers of texts wait.
    pub(super) fn with<R>(&self, work: impl FnOnce(&mut dyn Journal) -> R) -> R {
        work(lock(&self.source).journal.as_mut())
    }

    /// Returns the events of a command that was kept.
    pub(super) fn events(&self, receipt: &Receipt) -> Result<Vec<Event>, StoreError> {
        let count = receipt.seqs.end.saturating_sub(receipt.seqs.start) as usize;
        let after = receipt.seqs.start.saturating_sub(1);
        let records = lock(&self.source).journal.records(after, count)?;
        let event = |record: &styrbord_events::Record| {
            record.event().map_err(|error| StoreError::Broken { seq: record.seq, why: error.why })
        };
        records.iter().map(event).collect()
    }

    /// Returns what a text says; none when it was erased.
    pub(super) fn text(&self, reference: TextRef) -> Result<Option<String>, StoreError> {
        words_of(lock(&self.source).journal.text(reference)?, reference)
    }
}
