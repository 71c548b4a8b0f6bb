//! The book that all readers share, in step with the journal.

use super::audit::{self, Trace};
use super::{lock, words_of};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use styrbord_events::{Book, Event, Hash, Link, Record, TextRef};
use styrbord_store::{Attachment, Journal, Receipt, StoreError};

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

impl Held {
    /// Folds records in, unless somebody else holds the book; tells whether it did.
    fn fold_alone(&mut self, page: &[Record], events: &[Event]) -> bool {
        let alone = Arc::get_mut(&mut self.book).is_some() && Arc::get_mut(&mut self.trail).is_some();
        if alone {
            self.fold(page, events);
        }
        alone
    }

    fn fold(&mut self, page: &[Record], events: &[Event]) {
        let (book, trail) = (Arc::make_mut(&mut self.book), Arc::make_mut(&mut self.trail));
        for (record, event) in page.iter().zip(events) {
            book.take(record, event);
            trail.push(audit::trace(record, event));
        }
    }
}

/// Reads the events of records, each of which must follow the one before it.
fn read(page: &[Record], head: Link) -> Result<Vec<Event>, StoreError> {
    let mut before = head;
    let mut event = |record: &Record| {
        let broken = |why: String| StoreError::Broken { seq: record.seq, why };
        record.follows(Some(&before)).map_err(|fault| broken(format!("{fault:?}")))?;
        before = record.link();
        record.event().map_err(|error| broken(error.why))
    };
    page.iter().map(&mut event).collect()
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
            let events = read(&page, source.head)?;
            self.take(&page, &events);
            source.head = page.last().map_or(source.head, Record::link);
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

    /// Folds records in. Whoever holds the book keeps it as it was: then it is a copy that goes on, and it is made
    /// while others read.
    fn take(&self, page: &[Record], events: &[Event]) {
        let write = || self.held.write().unwrap_or_else(PoisonError::into_inner);
        if write().fold_alone(page, events) {
            return;
        }
        let mut next = self.held.read().unwrap_or_else(PoisonError::into_inner).clone();
        next.fold(page, events);
        *write() = next;
    }

    /// Returns the events of a command that was kept.
    pub(super) fn events(&self, receipt: &Receipt) -> Result<Vec<Event>, StoreError> {
        let count = receipt.seqs.end.saturating_sub(receipt.seqs.start) as usize;
        let after = receipt.seqs.start.saturating_sub(1);
        let records = lock(&self.source).journal.records(after, count)?;
        let event = |record: &Record| {
            record.event().map_err(|error| StoreError::Broken { seq: record.seq, why: error.why })
        };
        records.iter().map(event).collect()
    }

    /// Returns what a text says; none when it was erased.
    pub(super) fn text(&self, reference: TextRef) -> Result<Option<String>, StoreError> {
        words_of(lock(&self.source).journal.text(reference)?, reference)
    }

    /// Returns a file that is kept beside the records.
    pub(super) fn attachment(&self, hash: Hash) -> Result<Attachment, StoreError> {
        let found = lock(&self.source).journal.attachment(hash)?;
        let found = found.ok_or(StoreError::AttachmentMissing { hash })?;
        if Hash::of_bytes(&found.bytes) == hash {
            Ok(found)
        } else {
            Err(StoreError::AttachmentChanged { hash })
        }
    }
}
