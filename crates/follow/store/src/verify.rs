//! Whether a journal is still what was written.

use crate::StoreError;
use crate::contents::{Counts, Portion, Progress, Tell, check_attachment, check_text};
use crate::journal::{Journal, StoredText};
use crate::keeper::take;
use std::collections::BTreeSet;
use styrbord_events::{Book, Hash, Link, TextRef};

/// The most faults that are told; the first one of the records, then those of texts and attachments.
const FAULTS_MAX: usize = 100;

/// How many records or texts are read at a time.
const PAGE: usize = 1000;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// How much was read and found in order.
    pub counts: Counts,
    /// The last record that is in order.
    pub head: Link,
    /// What is wrong: nothing when the journal is as it was written.
    pub faults: Vec<StoreError>,
}

/// Reads all of a journal and checks the file, the chain, each text and each attachment. It goes on after a fault.
pub fn verify(journal: &mut dyn Journal, tell: Tell<'_>) -> Verified {
    let mut verified = Verified::default();
    let mut named = BTreeSet::new();
    if let Err(fault) = records(journal, &mut verified, &mut named, tell) {
        verified.faults.push(fault);
    }
    // The database may tell the same record as the chain, and knows less of what is wrong with it.
    if let Err(fault) = journal.check()
        && !matches!((&fault, verified.faults.first()), (StoreError::Broken { .. }, Some(_)))
    {
        verified.faults.push(fault);
    }
    if let Err(fault) = texts(journal, &mut verified, &mut named, tell) {
        verified.faults.push(fault);
    }
    verified.faults.extend(named.into_iter().map(|text| StoreError::TextMissing { text }));
    if let Err(fault) = attachments(journal, &mut verified, tell) {
        verified.faults.push(fault);
    }
    if let Err(fault) = deeds(journal, &mut verified) {
        verified.faults.push(fault);
    }
    verified.faults.truncate(FAULTS_MAX);
    verified
}

fn records(
    journal: &mut dyn Journal,
    verified: &mut Verified,
    named: &mut BTreeSet<TextRef>,
    tell: Tell<'_>,
) -> Result<(), StoreError> {
    let total = journal.head().ok().map(|head| head.seq);
    let mut book = Book::default();
    loop {
        let page = journal.records(verified.head.seq, PAGE)?;
        if page.is_empty() {
            return Ok(());
        }
        for record in page {
            take(&mut book, &mut verified.head, &record)?;
            named.extend(record.reason);
            let payload = serde_json::from_str(&record.payload).unwrap_or_default();
            named.extend(TextRef::named_in(&payload));
            verified.counts.records += 1;
        }
        tell(Progress { portion: Portion::Records, done: verified.counts.records, total });
    }
}

/// Checks the texts, and takes those that are there out of the ones that records name.
fn texts(
    journal: &mut dyn Journal,
    verified: &mut Verified,
    named: &mut BTreeSet<TextRef>,
    tell: Tell<'_>,
) -> Result<(), StoreError> {
    let mut after: Option<TextRef> = None;
    loop {
        let page = journal.texts(after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.reference());
        for text in page {
            named.remove(&text.reference());
            match check_text(&text) {
                Ok(()) => {
                    verified.counts.texts += 1;
                    verified.counts.erased += u64::from(matches!(text, StoredText::Erased(_)));
                }
                Err(fault) => verified.faults.push(fault),
            }
        }
        tell(Progress { portion: Portion::Texts, done: verified.counts.texts, total: None });
    }
}

fn attachments(journal: &mut dyn Journal, verified: &mut Verified, tell: Tell<'_>) -> Result<(), StoreError> {
    let mut after: Option<Hash> = None;
    while let Some(attachment) = journal.attachment_after(after)? {
        after = Some(attachment.hash);
        match check_attachment(&attachment) {
            Ok(()) => verified.counts.attachments += 1,
            Err(fault) => verified.faults.push(fault),
        }
        tell(Progress { portion: Portion::Attachments, done: verified.counts.attachments, total: None });
    }
    Ok(())
}

/// Counts what was done to accounts; what cannot be read is at fault.
fn deeds(journal: &mut dyn Journal, verified: &mut Verified) -> Result<(), StoreError> {
    let mut after = 0;
    loop {
        let page = journal.deeds_after(after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.seq;
        verified.counts.deeds += page.len() as u64;
    }
}
