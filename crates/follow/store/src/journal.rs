//! What a database has to do to keep a journal.

use crate::StoreError;
use crate::vault::Deed;
use std::ops::Range;
use std::time::Duration;
use styrbord_events::{Actor, CommandId, Hash, Link, Note, Record, Stream, TextRef};

/// What is kept together: all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    /// Sealed records; the first follows the head, each other the one before it.
    pub records: Vec<Record>,
    /// The texts that they refer to.
    pub notes: Vec<Note>,
    /// Texts to be erased; among them may be some of `notes`.
    pub erase: Vec<TextRef>,
}

impl Batch {
    /// Tells whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.notes.is_empty() && self.erase.is_empty()
    }
}

/// What became of a command that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The numbers of its records.
    pub seqs: Range<u64>,
    /// The line of history that it was about.
    pub stream: Stream,
    /// Who asked.
    pub actor: Actor,
}

/// A text as the journal has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredText {
    /// With its words.
    Kept(Note),
    /// Its words were erased; that there was a text is still known.
    Erased(TextRef),
}

impl StoredText {
    /// Returns the hash by which records know it.
    pub fn reference(&self) -> TextRef {
        match self {
            Self::Kept(note) => note.reference,
            Self::Erased(reference) => *reference,
        }
    }
}

/// A file beside the records, known by the plain SHA-256 sum of its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The sum.
    pub hash: Hash,
    /// Its media type, told by its content.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Keeps records, texts and attachments. Several processes may use one journal at the same time.
///
/// Writing is [`begin`](Journal::begin), [`append`](Journal::append), then [`commit`](Journal::commit) or
/// [`rollback`](Journal::rollback); in between nobody else writes. What `commit` returned from is safe: it survives
/// the end of the process and of the machine.
pub trait Journal: Send {
    /// Returns the end of the chain.
    fn head(&mut self) -> Result<Link, StoreError>;

    /// Waits until nobody else writes, keeps others from writing, and returns the end of the chain.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when it took too long, or that the journal cannot be written to.
    fn begin(&mut self) -> Result<Link, StoreError>;

    /// Adds a batch to what the next commit keeps.
    ///
    /// # Errors
    /// [`StoreError::Behind`] when the first record does not follow the head. Nothing is kept then.
    fn append(&mut self, batch: &Batch) -> Result<(), StoreError>;

    /// Makes everything since `begin` safe and visible to others, and lets them write.
    ///
    /// # Errors
    /// When it could not be kept. Whether it is there after all is known when the journal can be read again.
    fn commit(&mut self) -> Result<(), StoreError>;

    /// Forgets everything since `begin` and lets others write; without `begin` it does nothing.
    fn rollback(&mut self);

    /// Returns records in order, beginning after number `after`: at least one if there is one, at most `limit`.
    ///
    /// # Errors
    /// When the record at `after + 1` cannot be read; the ones before a damaged record are returned first.
    fn records(&mut self, after: u64, limit: usize) -> Result<Vec<Record>, StoreError>;

    /// Returns what became of a command, when it was done.
    fn done(&mut self, command: &CommandId) -> Result<Option<Done>, StoreError>;

    /// Returns a text.
    fn text(&mut self, reference: TextRef) -> Result<Option<StoredText>, StoreError>;

    /// Returns texts in the order of their hashes, beginning after one.
    fn texts(&mut self, after: Option<TextRef>, limit: usize) -> Result<Vec<StoredText>, StoreError>;

    /// Keeps texts as they are, erased ones too, for an import; between `begin` and `commit`.
    fn put_texts(&mut self, texts: &[StoredText]) -> Result<(), StoreError>;

    /// Keeps an attachment, between `begin` and `commit`; one that is there already stays.
    fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError>;

    /// Returns an attachment.
    fn attachment(&mut self, hash: Hash) -> Result<Option<Attachment>, StoreError>;

    /// Returns the first attachment in the order of hashes after one.
    fn attachment_after(&mut self, after: Option<Hash>) -> Result<Option<Attachment>, StoreError>;

    /// Returns what was done to accounts after the line with a number, in order, at most so many; nothing where the
    /// accounts lie elsewhere.
    fn deeds_after(&mut self, _after: u64, _limit: usize) -> Result<Vec<Deed>, StoreError> {
        Ok(Vec::new())
    }

    /// Keeps what was done to accounts, for an import; between `begin` and `commit`.
    ///
    /// # Errors
    /// When the accounts lie elsewhere, or it cannot be kept.
    fn put_deeds(&mut self, deeds: &[Deed]) -> Result<(), StoreError> {
        let none = deeds.is_empty();
        none.then_some(())
            .ok_or_else(|| StoreError::failed("taking in accounts", "there is no place for them"))
    }

    /// Checks what the database itself knows to check: its file, its indexes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] with what is wrong.
    fn check(&mut self) -> Result<(), StoreError>;

    /// Waits until another process has written, at most so long; tells whether one has.
    fn wait(&mut self, at_most: Duration) -> Result<bool, StoreError>;
}

/// A journal of a kind that is chosen while the program runs.
impl<J: Journal + ?Sized> Journal for Box<J> {
    fn head(&mut self) -> Result<Link, StoreError> {
        (**self).head()
    }

    fn begin(&mut self) -> Result<Link, StoreError> {
        (**self).begin()
    }

    fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        (**self).append(batch)
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        (**self).commit()
    }

    fn rollback(&mut self) {
        (**self).rollback();
    }

    fn records(&mut self, after: u64, limit: usize) -> Result<Vec<Record>, StoreError> {
        (**self).records(after, limit)
    }

    fn done(&mut self, command: &CommandId) -> Result<Option<Done>, StoreError> {
        (**self).done(command)
    }

    fn text(&mut self, reference: TextRef) -> Result<Option<StoredText>, StoreError> {
        (**self).text(reference)
    }

    fn texts(&mut self, after: Option<TextRef>, limit: usize) -> Result<Vec<StoredText>, StoreError> {
        (**self).texts(after, limit)
    }

    fn put_texts(&mut self, texts: &[StoredText]) -> Result<(), StoreError> {
        (**self).put_texts(texts)
    }

    fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        (**self).put_attachment(attachment)
    }

    fn attachment(&mut self, hash: Hash) -> Result<Option<Attachment>, StoreError> {
        (**self).attachment(hash)
    }

    fn attachment_after(&mut self, after: Option<Hash>) -> Result<Option<Attachment>, StoreError> {
        (**self).attachment_after(after)
    }

    fn deeds_after(&mut self, after: u64, limit: usize) -> Result<Vec<Deed>, StoreError> {
        (**self).deeds_after(after, limit)
    }

    fn put_deeds(&mut self, deeds: &[Deed]) -> Result<(), StoreError> {
        (**self).put_deeds(deeds)
    }

    fn check(&mut self) -> Result<(), StoreError> {
        (**self).check()
    }

    fn wait(&mut self, at_most: Duration) -> Result<bool, StoreError> {
        (**self).wait(at_most)
    }
}
