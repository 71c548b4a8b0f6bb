//! Files: letters before and after a year has them, and what shows that something was delivered.

use super::Site;
use crate::access::{Sight, Target, UseCase, Visitor, may, may_somewhere, not_allowed};
use crate::follow::as_sent;
use styrbord_calendar::Date;
use styrbord_events::work::Evidence;
use styrbord_events::{Book, Command, Hash, Year, letters, work};
use styrbord_store::{Attachment, Rejection};

/// A file that was kept, as a deliverable names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its sum.
    pub hash: Hash,
    /// Its media type, told by its content.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
}

impl Site {
    /// Keeps a letter that was read, under the sum of its bytes. Who sent it reads it until a year has it.
    ///
    /// # Errors
    /// When the visitor could do nothing with it, or it cannot be kept.
    pub fn keep_letter(
        &self,
        visitor: &Visitor,
        media_type: &str,
        bytes: &[u8],
        today: Date,
    ) -> Result<Hash, Rejection> {
        self.check_sends(visitor, today)?;
        self.keep(visitor, as_sent(media_type, bytes.to_vec())).map(|kept| kept.hash)
    }

    /// Keeps a file that is to show something, of at most so many bytes.
    ///
    /// # Errors
    /// When the visitor could do nothing with it, its size or content is refused, or it cannot be kept.
    pub fn attach(
        &self,
        visitor: &Visitor,
        bytes: Vec<u8>,
        size_max: u64,
        today: Date,
    ) -> Result<KeptFile, Rejection> {
        self.check_sends(visitor, today)?;
        self.keep(visitor, Attachment::of(bytes, size_max)?)
    }

    /// Returns a file of a year of which the visitor sees the inside, or that the visitor sent.
    ///
    /// # Errors
    /// When the visitor may not, whether the file is there or not.
    pub fn file(&self, visitor: &Visitor, hash: Hash, today: Date) -> Result<Attachment, Rejection> {
        self.check_file(visitor, hash, today)?;
        Ok(self.reader.attachment(hash)?)
    }

    /// Checks that a command names no file that the visitor may not read: it would be open by that.
    pub(super) fn check_files(
        &self,
        visitor: &Visitor,
        command: &Command,
        today: Date,
    ) -> Result<(), Rejection> {
        files_of(command).into_iter().try_for_each(|hash| self.check_file(visitor, hash, today))
    }

    fn check_file(&self, visitor: &Visitor, hash: Hash, today: Date) -> Result<(), Rejection> {
        if is_seen_in_a_year(&self.book(), visitor, hash, today) {
            return Ok(());
        }
        self.check_sends(visitor, today)?;
        let sent = self.accounts.has_uploaded(visitor.person, hash)?;
        if sent { Ok(()) } else { Err(not_allowed().into()) }
    }

    fn check_sends(&self, visitor: &Visitor, today: Date) -> Result<(), Rejection> {
        let book = self.book();
        let may = |use_case| may_somewhere(&book, visitor, use_case, today);
        let sends = may(UseCase::TakeInLetter) || may(UseCase::Deliver);
        if sends { Ok(()) } else { Err(not_allowed().into()) }
    }

    fn keep(&self, visitor: &Visitor, file: Attachment) -> Result<KeptFile, Rejection> {
        let kept =
            KeptFile { hash: file.hash, media_type: file.media_type.clone(), size: file.bytes.len() as u64 };
        self.desk.ask(move |keeper| keeper.keep_attachment(&file))??;
        self.accounts.note_upload(visitor.person, kept.hash)?;
        Ok(kept)
    }
}

/// Tells whether a file is a letter of a year, or shows a deliverable, whose inside the visitor sees.
fn is_seen_in_a_year(book: &Book, visitor: &Visitor, hash: Hash, today: Date) -> bool {
    let inside = |use_case, target| may(book, visitor, use_case, target, today) == Some(Sight::Inside);
    book.years.values().any(|year| {
        let plan = || inside(UseCase::ReadPlan, Target::Year(year.stream));
        let work = |object| inside(UseCase::ReadWork, Target::Object(year.stream, object));
        (is_letter(year, hash) && plan()) || shown_by(year, hash).any(work)
    })
}

fn is_letter(year: &Year, hash: Hash) -> bool {
    year.letters.letters.values().any(|letter| letter.document.hash == Some(hash))
}

/// Returns the deliverables that a file shows.
fn shown_by(year: &Year, hash: Hash) -> impl Iterator<Item = styrbord_events::ObjectId> + '_ {
    let is_it = move |evidence: &Evidence<_>| sum(evidence) == Some(hash);
    let all = year.work.deliverables.iter();
    all.filter(move |(_, known)| known.evidence.iter().any(|version| is_it(&version.value)))
        .map(|(id, _)| *id)
}

fn sum<T>(evidence: &Evidence<T>) -> Option<Hash> {
    match evidence {
        Evidence::File { hash, .. } => Some(*hash),
        Evidence::Link { .. } => None,
    }
}

/// Returns the files that a command names.
fn files_of(command: &Command) -> Vec<Hash> {
    match command {
        Command::Letters(letters::Command::Receive { document, .. }) => document.hash.into_iter().collect(),
        Command::Work(work::Command::RegisterDeliverable { evidence, .. }) => {
            evidence.iter().filter_map(sum).collect()
        }
        Command::Work(work::Command::AddEvidence { evidence, .. }) => sum(evidence).into_iter().collect(),
        _ => Vec::new(),
    }
}
