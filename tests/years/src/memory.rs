//! A journal in memory, and one that breaks off where it is told to.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use styrbord_events::{CommandId, Hash, Link, Record, TextRef};
use styrbord_store::{Attachment, Batch, Done, Journal, StoreError, StoredText};

/// What is kept.
#[derive(Debug, Clone, Default)]
struct Kept {
    records: Vec<Record>,
    texts: BTreeMap<TextRef, StoredText>,
    attachments: BTreeMap<Hash, Attachment>,
}

/// A journal in memory; clones are connections to the same one.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    kept: Arc<Mutex<Kept>>,
    staged: Option<Kept>,
}

impl Memory {
    /// Returns another connection.
    #[must_use]
    pub fn connect(&self) -> Self {
        Self { kept: Arc::clone(&self.kept), staged: None }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn staged(&mut self) -> Result<&mut Kept, StoreError> {
        self.staged.as_mut().ok_or_else(|| StoreError::failed("writing", "nothing was begun"))
    }
}

impl Journal for Memory {
    fn head(&mut self) -> Result<Link, StoreError> {
        Ok(self.kept().records.last().map(Record::link).unwrap_or_default())
    }

    fn begin(&mut self) -> Result<Link, StoreError> {
        self.staged = Some(Kept::default());
        self.head()
    }

    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let head = self.head()?;
        let staged = self.staged()?;
        let follows = batch.records.first().is_none_or(|first| first.follows(Some(&head)).is_ok());
        if !follows || !staged.records.is_empty() {
            return Err(StoreError::Behind { head: head.seq });
        }
        staged.records.extend(batch.records.iter().cloned());
        let notes = batch.notes.iter().map(|note| (note.reference, StoredText::Kept(note.clone())));
        staged.texts.extend(notes);
        staged.texts.extend(batch.erase.iter().map(|text| (*text, StoredText::Erased(*text))));
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        let staged = self.staged.take().unwrap_or_default();
        let mut kept = self.kept();
        kept.records.extend(staged.records);
        kept.texts.extend(staged.texts);
        kept.attachments.extend(staged.attachments);
        Ok(())
    }

    fn rollback(&mut self) {
        self.staged = None;
    }

    fn records(&mut self, after: u64, limit: usize) -> Result<Vec<Record>, StoreError> {
        Ok(self.kept().records.iter().skip(after as usize).take(limit).cloned().collect())
    }

    fn done(&mut self, command: &CommandId) -> Result<Option<Done>, StoreError> {
        let kept = self.kept();
        let mut records = kept.records.iter().filter(|record| record.command == *command);
        Ok(records.next().map(|first| {
            let last = records.next_back().map_or(first.seq, |last| last.seq);
            Done { seqs: first.seq..last + 1, stream: first.stream, actor: first.actor }
        }))
    }

    fn text(&mut self, reference: TextRef) -> Result<Option<StoredText>, StoreError> {
        Ok(self.kept().texts.get(&reference).cloned())
    }

    fn texts(&mut self, after: Option<TextRef>, limit: usize) -> Result<Vec<StoredText>, StoreError> {
        let kept = self.kept();
        let later = kept.texts.iter().filter(|(id, _)| after.is_none_or(|after| **id > after));
        Ok(later.take(limit).map(|(_, text)| text.clone()).collect())
    }

    fn put_texts(&mut self, texts: &[StoredText]) -> Result<(), StoreError> {
        let texts = texts.iter().map(|text| (text.reference(), text.clone()));
        self.staged()?.texts.extend(texts);
        Ok(())
    }

    fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        self.staged()?.attachments.insert(attachment.hash, attachment.clone());
        Ok(())
    }

    fn attachment(&mut self, hash: Hash) -> Result<Option<Attachment>, StoreError> {
        Ok(self.kept().attachments.get(&hash).cloned())
    }

    fn attachment_after(&mut self, after: Option<Hash>) -> Result<Option<Attachment>, StoreError> {
        let kept = self.kept();
        let mut later = kept.attachments.iter().filter(|(id, _)| after.is_none_or(|after| **id > after));
        Ok(later.next().map(|(_, attachment)| attachment.clone()))
    }

    fn check(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    fn wait(&mut self, _at_most: Duration) -> Result<bool, StoreError> {
        Ok(false)
    }
}

/// Where a journal breaks off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crash {
    /// Before anything was decided.
    Before,
    /// After the decision, before it is kept.
    BeforeCommit,
    /// When it is kept, before the answer.
    AfterCommit,
}

/// A journal that breaks off once, where it is told to.
pub struct Crashing {
    inner: Box<dyn Journal>,
    /// Where it breaks off next.
    pub next: Option<Crash>,
}

impl Crashing {
    /// Makes a journal that does not break off until it is told to.
    pub fn new(inner: Box<dyn Journal>) -> Self {
        Self { inner, next: None }
    }

    fn breaks(&mut self, at: Crash) -> Result<(), StoreError> {
        match self.next {
            Some(next) if next == at => {
                self.next = None;
                Err(StoreError::failed("simulating", "a crash"))
            }
            _ => Ok(()),
        }
    }
}

impl Journal for Crashing {
    fn head(&mut self) -> Result<Link, StoreError> {
        self.inner.head()
    }

    fn begin(&mut self) -> Result<Link, StoreError> {
        self.breaks(Crash::Before)?;
        self.inner.begin()
    }

    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        self.inner.append(batch)
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        self.breaks(Crash::BeforeCommit)?;
        self.inner.commit()?;
        self.breaks(Crash::AfterCommit)
    }

    fn rollback(&mut self) {
        self.inner.rollback();
    }

    fn records(&mut self, after: u64, limit: usize) -> Result<Vec<Record>, StoreError> {
        self.inner.records(after, limit)
    }

    fn done(&mut self, command: &CommandId) -> Result<Option<Done>, StoreError> {
        self.inner.done(command)
    }

    fn text(&mut self, reference: TextRef) -> Result<Option<StoredText>, StoreError> {
        self.inner.text(reference)
    }

    fn texts(&mut self, after: Option<TextRef>, limit: usize) -> Result<Vec<StoredText>, StoreError> {
        self.inner.texts(after, limit)
    }

    fn put_texts(&mut self, texts: &[StoredText]) -> Result<(), StoreError> {
        self.inner.put_texts(texts)
    }

    fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        self.inner.put_attachment(attachment)
    }

    fn attachment(&mut self, hash: Hash) -> Result<Option<Attachment>, StoreError> {
        self.inner.attachment(hash)
    }

    fn attachment_after(&mut self, after: Option<Hash>) -> Result<Option<Attachment>, StoreError> {
        self.inner.attachment_after(after)
    }

    fn check(&mut self) -> Result<(), StoreError> {
        self.inner.check()
    }

    fn wait(&mut self, at_most: Duration) -> Result<bool, StoreError> {
        self.inner.wait(at_most)
    }
}
