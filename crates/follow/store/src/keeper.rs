//! A journal and the book that is folded from it, always in step.

mod earlier;

use crate::StoreError;
use crate::contents::{Portion, Progress, Tell, check_attachment};
use crate::journal::{Attachment, Batch, Journal, StoredText};
use earlier::Earlier;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use styrbord_calendar::Date;
use styrbord_diagnostics::Message;
use styrbord_events::{
    Basis, Book, Command, CommandId, Decision, Envelope, Hash, Instant, Link, Nonce, Record, Refusal, TextRef,
};

/// How far the clock may show a time before the last record, in milliseconds: as much as two machines may differ.
/// What lies within is recorded at the time of the last record; more is refused.
pub const CLOCK_STEP_MAX_MS: i64 = 60_000;

/// How many records are read at a time.
const PAGE: usize = 2000;

/// A command with its circumstances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The circumstances.
    pub envelope: Envelope,
    /// What is asked.
    pub command: Command,
}

/// What was kept of a command. It is given only when the records are safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The numbers of its records.
    pub seqs: Range<u64>,
    /// Whether the same command had been done before, and these are its first records.
    pub done_before: bool,
}

/// Why a command was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// It is not allowed as things stand.
    Refused(Refusal),
    /// It could not be kept. Sent again with the same id, it is done once.
    Store(StoreError),
}

impl From<Refusal> for Rejection {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Rejection {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Rejection {}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// The words.
    Kept(String),
    /// They were erased.
    Erased,
}

/// Returns random bytes for the texts of one command, from the operating system.
///
/// # Errors
/// When the system has none.
pub fn fresh_nonce() -> Result<Nonce, StoreError> {
    let mut nonce = Nonce::default();
    getrandom::fill(&mut nonce).map_err(|error| StoreError::failed("asking for random bytes", error))?;
    Ok(nonce)
}

/// A journal and its book.
#[derive(Debug)]
pub struct Keeper<J> {
    journal: J,
    book: Book,
    head: Link,
    /// Whether the book may hold what the journal does not: then it is folded anew before it is used.
    stale: bool,
    earlier: Earlier,
}

impl<J: Journal> Keeper<J> {
    /// Folds everything that the journal holds, checking that each record follows the one before.
    ///
    /// # Errors
    /// [`StoreError::Broken`] with the number of the first record that is wrong, or that the journal cannot be read.
    pub fn open(journal: J) -> Result<Self, StoreError> {
        Self::open_and_tell(journal, &mut |_| ())
    }

    /// Does the same, and tells how far it has come.
    ///
    /// # Errors
    /// As [`Keeper::open`].
    pub fn open_and_tell(mut journal: J, tell: Tell<'_>) -> Result<Self, StoreError> {
        let total = Some(journal.head()?.seq);
        let mut keeper = Self {
            journal,
            book: Book::default(),
            head: Link::default(),
            stale: false,
            earlier: Earlier::default(),
        };
        while keeper.take_in_a_page()? {
            tell(Progress { portion: Portion::Records, done: keeper.head.seq, total });
        }
        Ok(keeper)
    }

    /// Returns the state as of the last record that was taken in.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Returns the end of the chain as far as it was taken in.
    pub fn head(&self) -> Link {
        self.head
    }

    /// Returns the journal itself.
    pub fn journal(&mut self) -> &mut J {
        &mut self.journal
    }

    /// Takes in what other processes have written, and returns how many records that were.
    ///
    /// # Errors
    /// As [`Keeper::open`].
    pub fn catch_up(&mut self) -> Result<u64, StoreError> {
        if self.stale {
            (self.book, self.head) = (Book::default(), Link::default());
            self.earlier.clear();
            self.stale = false;
        }
        let before = self.head.seq;
        loop {
            match self.take_in_a_page() {
                Ok(true) => {}
                Ok(false) => return Ok(self.head.seq - before),
                Err(error) => {
                    self.stale = true;
                    return Err(error);
                }
            }
        }
    }

    /// Takes in some more records; tells whether there were any.
    fn take_in_a_page(&mut self) -> Result<bool, StoreError> {
        let page = self.journal.records(self.head.seq, PAGE)?;
        for record in &page {
            take(&mut self.book, &mut self.head, record)?;
        }
        Ok(!page.is_empty())
    }

    /// Decides a command and keeps what it gives. The same command id is done once, and answered alike ever after.
    ///
    /// # Errors
    /// The refusal, or why it could not be kept; then nothing has changed.
    pub fn submit(&mut self, envelope: &Envelope, command: &Command) -> Result<Receipt, Rejection> {
        self.submit_each([(envelope, command)]).pop().unwrap_or_else(|| Err(no_answer().into()))
    }

    /// Decides commands one after the other and keeps them together; each gets its own answer, in order. One that is
    /// refused does not spoil the others. When they cannot be kept, none of them is.
    pub fn submit_all(&mut self, requests: &[Request]) -> Vec<Result<Receipt, Rejection>> {
        self.submit_each(requests.iter().map(|request| (&request.envelope, &request.command)))
    }

    /// Decides commands that belong together, one after the other, and keeps what all of them give, or nothing.
    ///
    /// # Errors
    /// The first reason why one of them cannot be kept.
    pub fn submit_together(&mut self, requests: &[Request]) -> Result<Vec<Receipt>, Rejection> {
        if let Err(error) = self.begin() {
            self.journal.rollback();
            return Err(error.into());
        }
        let mut group = Group::default();
        let receipts: Result<Vec<Receipt>, Rejection> = requests
            .iter()
            .map(|request| self.decide(&request.envelope, &request.command, &mut group))
            .collect();
        if receipts.is_err() {
            self.undo();
            return receipts;
        }
        self.keep(&group.batch)?;
        receipts
    }

    /// Forgets what the book has seen and was not kept. When it cannot be folded anew now, it will be before it is used.
    fn undo(&mut self) {
        self.journal.rollback();
        self.stale = true;
        let _ = self.catch_up();
    }

    fn submit_each<'a>(
        &mut self,
        requests: impl IntoIterator<Item = (&'a Envelope, &'a Command)>,
    ) -> Vec<Result<Receipt, Rejection>> {
        let requests: Vec<_> = requests.into_iter().collect();
        if let Err(error) = self.begin() {
            self.journal.rollback();
            return requests.iter().map(|_| Err(error.clone().into())).collect();
        }
        let mut group = Group::default();
        let mut answers: Vec<_> =
            requests.iter().map(|(envelope, command)| self.decide(envelope, command, &mut group)).collect();
        if let Err(error) = self.keep(&group.batch) {
            let kept = |answer: &Result<Receipt, Rejection>| answer.is_ok();
            for answer in answers.iter_mut().filter(|answer| kept(answer)) {
                *answer = Err(error.clone().into());
            }
        }
        answers
    }

    /// Keeps others from writing and takes in what they have written.
    fn begin(&mut self) -> Result<(), StoreError> {
        let head = self.journal.begin()?;
        if self.stale || head != self.head {
            self.catch_up()?;
        }
        if head == self.head { Ok(()) } else { Err(StoreError::Behind { head: head.seq }) }
    }

    fn decide(
        &mut self,
        envelope: &Envelope,
        command: &Command,
        group: &mut Group,
    ) -> Result<Receipt, Rejection> {
        if let Some(seqs) = group.done.get(&envelope.id) {
            return Ok(Receipt { seqs: seqs.clone(), done_before: true });
        }
        if let Some(done) = self.journal.done(&envelope.id)? {
            let same = done.stream == envelope.stream && done.actor == envelope.actor;
            return if same {
                Ok(Receipt { seqs: done.seqs, done_before: true })
            } else {
                Err(id_is_used(&envelope.id).into())
            };
        }
        let at = time_of_recording(envelope.at, &self.head)?;
        let decision = self.book.decide(&Envelope { at, ..envelope.clone() }, command)?;
        let first = self.head.seq + 1;
        self.seal(decision, group)?;
        let seqs = first..self.head.seq + 1;
        group.done.insert(envelope.id.clone(), seqs.clone());
        Ok(Receipt { seqs, done_before: false })
    }

    /// Chains the records of a decision to the head, and folds them in.
    fn seal(&mut self, decision: Decision, group: &mut Group) -> Result<(), StoreError> {
        for draft in decision.drafts {
            let version = self.book.version(draft.stream) + 1;
            let record = Record::seal(draft, self.head.seq + 1, version, self.head.hash);
            take(&mut self.book, &mut self.head, &record).inspect_err(|_| self.stale = true)?;
            group.batch.records.push(record);
        }
        group.batch.notes.extend(decision.notes);
        group.batch.erase.extend(decision.erase);
        Ok(())
    }

    fn keep(&mut self, batch: &Batch) -> Result<(), StoreError> {
        if batch.is_empty() && !self.stale {
            self.journal.rollback();
            return Ok(());
        }
        let kept = if self.stale {
            Err(no_answer())
        } else {
            self.journal.append(batch).and_then(|()| self.journal.commit())
        };
        if kept.is_err() {
            self.undo();
        }
        kept
    }

    /// Returns what a text says.
    ///
    /// # Errors
    /// When it is not there, or is not the one that was written.
    pub fn text(&mut self, reference: TextRef) -> Result<Words, StoreError> {
        match self.journal.text(reference)? {
            Some(StoredText::Erased(_)) => Ok(Words::Erased),
            Some(StoredText::Kept(note)) if note.is_genuine() && note.reference == reference => {
                Ok(Words::Kept(note.text))
            }
            Some(StoredText::Kept(_)) => Err(StoreError::TextChanged { text: reference }),
            None => Err(StoreError::TextMissing { text: reference }),
        }
    }

    /// Keeps a file of at most `size_max` bytes beside the records, and returns its sum. One that is there already
    /// stays. A command may refer to it from now on.
    ///
    /// # Errors
    /// When its size or its content is refused, or it could not be kept.
    pub fn attach(&mut self, bytes: Vec<u8>, size_max: u64) -> Result<Hash, StoreError> {
        self.keep_attachment(&Attachment::of(bytes, size_max)?)
    }

    /// Keeps a file whose content was looked at already, and returns its sum. One that is there already stays.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn keep_attachment(&mut self, attachment: &Attachment) -> Result<Hash, StoreError> {
        self.journal.begin()?;
        let kept = self.journal.put_attachment(attachment).and_then(|()| self.journal.commit());
        kept.inspect_err(|_| self.journal.rollback())?;
        Ok(attachment.hash)
    }

    /// Returns a file that is kept beside the records.
    ///
    /// # Errors
    /// When it is not there, or is not the one that was put in.
    pub fn attachment(&mut self, hash: Hash) -> Result<Attachment, StoreError> {
        let found = self.journal.attachment(hash)?.ok_or(StoreError::AttachmentMissing { hash })?;
        check_attachment(&found)?;
        Ok(found)
    }

    /// Returns the state as of the end of a day (UTC), as far as the records are taken in.
    ///
    /// # Errors
    /// As [`Keeper::open`].
    pub fn as_of(&mut self, basis: Basis, day: Date) -> Result<Book, StoreError> {
        self.as_of_shared(basis, day).map(Arc::unwrap_or_clone)
    }

    /// Does the same without a copy of its own. The last few states are kept at hand, and later ones go on from them.
    ///
    /// # Errors
    /// As [`Keeper::open`].
    pub fn as_of_shared(&mut self, basis: Basis, day: Date) -> Result<Arc<Book>, StoreError> {
        if let Some(book) = self.earlier.get(basis, day, &self.head) {
            return Ok(book);
        }
        let mut book = self.earlier.start(basis, day).cloned().unwrap_or_default();
        self.fold_until(&mut book, basis, day)?;
        let book = Arc::new(book);
        self.earlier.put(basis, day, self.head, &book);
        Ok(book)
    }

    /// Folds the records after those of a book that count when it is asked how things stood on a day.
    fn fold_until(&mut self, book: &mut Book, basis: Basis, day: Date) -> Result<(), StoreError> {
        let mut after = book.seq;
        while after < self.head.seq {
            let page = self.journal.records(after, PAGE.min((self.head.seq - after) as usize))?;
            let Some(last) = page.last() else {
                return Err(broken(after + 1, "the next number is missing"));
            };
            after = last.seq;
            for record in &page {
                if basis.counts(record, day) {
                    book.apply(record).map_err(|error| broken(record.seq, error.why))?;
                } else if basis == Basis::Known {
                    // No later record is older than this one.
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// Commands that are kept together.
#[derive(Debug, Default)]
struct Group {
    batch: Batch,
    done: BTreeMap<CommandId, Range<u64>>,
}

/// Folds a record in after checking that it belongs there. When it does not, nothing changes.
pub(crate) fn take(book: &mut Book, head: &mut Link, record: &Record) -> Result<(), StoreError> {
    let expected = head.seq + 1;
    record.follows(Some(head)).map_err(|fault| broken(expected, fault_in_words(fault)))?;
    if record.version != book.version(record.stream) + 1 {
        return Err(broken(expected, "it is not the next one of its stream"));
    }
    book.apply(record).map_err(|error| broken(expected, error.why))?;
    *head = record.link();
    Ok(())
}

fn fault_in_words(fault: styrbord_events::Fault) -> &'static str {
    use styrbord_events::Fault;
    match fault {
        Fault::Number => "the next number is missing",
        Fault::Chain => "it is not chained to the record before",
        Fault::Content => "its content does not give its hash",
        Fault::Time => "it is older than the record before",
    }
}

fn broken(seq: u64, why: impl Into<String>) -> StoreError {
    StoreError::Broken { seq, why: why.into() }
}

fn no_answer() -> StoreError {
    StoreError::failed("deciding", "an event of this program could not be read back")
}

/// Returns the time at which a command is recorded: that of the clock, but never before the last record.
fn time_of_recording(clock: Instant, head: &Link) -> Result<Instant, StoreError> {
    if head.seq > 0 && clock.millis().saturating_add(CLOCK_STEP_MAX_MS) < head.at.millis() {
        return Err(StoreError::ClockBack { clock, last: head.at });
    }
    Ok(if head.seq == 0 { clock } else { clock.max(head.at) })
}

fn id_is_used(id: &CommandId) -> Refusal {
    Refusal::new(
        "command-id-used",
        Message::new(
            format!("Kommandoen {id} er alt utført av en annen eller for et annet år"),
            format!("Kommandoen {id} er alt utført av ein annan eller for eit anna år"),
            format!("The command {id} was done already by somebody else or for another year"),
        ),
        Message::new(
            "Gi hver kommando sin egen id",
            "Gi kvar kommando sin eigen id",
            "Give each command an id of its own",
        ),
    )
}
