//! All that a journal holds, in the one order in which it is exported, copied and verified: records, texts,
//! attachments, and what was done to accounts.

use crate::StoreError;
use crate::journal::{Attachment, Batch, Journal, StoredText};
use crate::keeper::take;
use crate::vault::Deed;
use std::mem;
use styrbord_events::{Book, Hash, Link, Record, TextRef};

/// How many records or texts are read or written at a time.
const PAGE: usize = 1000;

/// Which part of a journal is being worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portion {
    /// The records.
    Records,
    /// The texts.
    Texts,
    /// The attachments.
    Attachments,
}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being worked on.
    pub portion: Portion,
    /// How many are done.
    pub done: u64,
    /// How many there are, where that is known.
    pub total: Option<u64>,
}

/// Is told how far the work has come.
pub type Tell<'a> = &'a mut dyn FnMut(Progress);

/// How much a journal holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Counts {
    /// Records.
    pub records: u64,
    /// Texts, erased ones too.
    pub texts: u64,
    /// Texts whose words were erased.
    pub erased: u64,
    /// Attachments.
    pub attachments: u64,
    /// Things that were done to accounts.
    pub deeds: u64,
}

/// One thing that a journal holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Record(Record),
    Text(StoredText),
    Attachment(Attachment),
    Deed(Deed),
}

/// Gives all that a journal holds to `take`, up to the record that is the last one now.
pub(crate) fn each(
    journal: &mut dyn Journal,
    tell: Tell<'_>,
    take: &mut dyn FnMut(Item) -> Result<(), StoreError>,
) -> Result<Counts, StoreError> {
    let mut counts = Counts::default();
    let last = journal.head()?.seq;
    while counts.records < last {
        let page = journal.records(counts.records, PAGE.min((last - counts.records) as usize))?;
        if page.is_empty() {
            let why = "the next number is missing".to_owned();
            return Err(StoreError::Broken { seq: counts.records + 1, why });
        }
        for record in page {
            counts.records += 1;
            take(Item::Record(record))?;
        }
        tell(Progress { portion: Portion::Records, done: counts.records, total: Some(last) });
    }
    each_text(journal, &mut counts, tell, take)?;
    let mut after: Option<Hash> = None;
    while let Some(attachment) = journal.attachment_after(after)? {
        after = Some(attachment.hash);
        counts.attachments += 1;
        take(Item::Attachment(attachment))?;
        tell(Progress { portion: Portion::Attachments, done: counts.attachments, total: None });
    }
    each_deed(journal, &mut counts, take)?;
    Ok(counts)
}

fn each_deed(
    journal: &mut dyn Journal,
    counts: &mut Counts,
    take: &mut dyn FnMut(Item) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut after = 0;
    loop {
        let page = journal.deeds_after(after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.seq;
        for deed in page {
            counts.deeds += 1;
            take(Item::Deed(deed))?;
        }
    }
}

fn each_text(
    journal: &mut dyn Journal,
    counts: &mut Counts,
    tell: Tell<'_>,
    take: &mut dyn FnMut(Item) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut after: Option<TextRef> = None;
    loop {
        let page = journal.texts(after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.reference());
        for text in page {
            counts.texts += 1;
            counts.erased += u64::from(matches!(text, StoredText::Erased(_)));
            take(Item::Text(text))?;
        }
        tell(Progress { portion: Portion::Texts, done: counts.texts, total: None });
    }
}

/// Checks a text against its hash.
pub(crate) fn check_text(text: &StoredText) -> Result<(), StoreError> {
    match text {
        StoredText::Kept(note) if !note.is_genuine() => Err(StoreError::TextChanged { text: note.reference }),
        _ => Ok(()),
    }
}

/// Checks an attachment against its hash.
pub(crate) fn check_attachment(attachment: &Attachment) -> Result<(), StoreError> {
    let hash = attachment.hash;
    if Hash::of_bytes(&attachment.bytes) == hash {
        Ok(())
    } else {
        Err(StoreError::AttachmentChanged { hash })
    }
}

/// Fills an empty journal, checking everything that comes in: all of it or nothing.
pub(crate) struct Intake<'a> {
    journal: &'a mut dyn Journal,
    book: Book,
    head: Link,
    records: Vec<Record>,
    texts: Vec<StoredText>,
    last_text: Option<TextRef>,
    last_attachment: Option<Hash>,
}

impl<'a> Intake<'a> {
    /// Begins; `name` is what the journal is called when it is not empty.
    pub(crate) fn begin(journal: &'a mut dyn Journal, name: &str) -> Result<Self, StoreError> {
        let head = journal.begin()?;
        let empty = head == Link::default()
            && journal.texts(None, 1)?.is_empty()
            && journal.attachment_after(None)?.is_none()
            && journal.deeds_after(0, 1)?.is_empty();
        if !empty {
            journal.rollback();
            return Err(StoreError::NotEmpty { path: name.to_owned() });
        }
        Ok(Self {
            journal,
            book: Book::default(),
            head,
            records: Vec::new(),
            texts: Vec::new(),
            last_text: None,
            last_attachment: None,
        })
    }

    /// Takes one thing in.
    pub(crate) fn put(&mut self, item: Item) -> Result<(), StoreError> {
        match item {
            Item::Record(record) => {
                take(&mut self.book, &mut self.head, &record)?;
                self.records.push(record);
            }
            Item::Text(text) => {
                check_text(&text)?;
                let reference = Some(text.reference());
                if reference <= self.last_text {
                    return Err(StoreError::failed("taking in texts", "they are not in order"));
                }
                self.last_text = reference;
                self.texts.push(text);
            }
            Item::Attachment(attachment) => {
                check_attachment(&attachment)?;
                if Some(attachment.hash) <= self.last_attachment {
                    return Err(StoreError::failed("taking in attachments", "they are not in order"));
                }
                self.last_attachment = Some(attachment.hash);
                self.journal.put_attachment(&attachment)?;
            }
            Item::Deed(deed) => self.journal.put_deeds(&[deed])?,
        }
        if self.records.len() + self.texts.len() >= PAGE { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        let records = mem::take(&mut self.records);
        self.journal.append(&Batch { records, ..Batch::default() })?;
        self.journal.put_texts(&mem::take(&mut self.texts))
    }

    /// Makes it safe.
    pub(crate) fn finish(mut self) -> Result<(), StoreError> {
        self.flush()?;
        self.journal.commit()
    }
}

impl Drop for Intake<'_> {
    fn drop(&mut self) {
        self.journal.rollback();
    }
}

/// Copies all that a journal holds into an empty one, checking it on the way. `name` is that of the empty one.
///
/// # Errors
/// The first thing that is not as it was written, with its number; nothing is copied then.
pub fn copy(
    from: &mut dyn Journal,
    to: &mut dyn Journal,
    name: &str,
    tell: Tell<'_>,
) -> Result<Counts, StoreError> {
    let mut intake = Intake::begin(to, name)?;
    let counts = each(from, tell, &mut |item| intake.put(item))?;
    intake.finish()?;
    Ok(counts)
}
