//! What can go wrong with a journal. Each error says what to do.

mod said;

use std::fmt;
use styrbord_diagnostics::Message;
use styrbord_events::{Hash, Instant, TextRef};

/// Why the journal did not do what was asked. Nothing that was acknowledged is lost by any of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// There is no such database.
    NoDatabase {
        /// Where it was looked for.
        path: String,
    },
    /// The database could not be opened.
    CannotOpen {
        /// Which one.
        path: String,
        /// What the system says.
        why: String,
    },
    /// The file is no database, or one of another program.
    NotAJournal {
        /// Which one.
        path: String,
    },
    /// The tables are those of a later version of the program.
    NewerSchema {
        /// The version found.
        found: i64,
        /// The last one that this program knows.
        known: i64,
    },
    /// The database or its folder cannot be written to.
    ReadOnly,
    /// There is no room left.
    Full,
    /// Another process held the journal for too long.
    Busy,
    /// The file is damaged.
    Corrupt {
        /// What the database engine says.
        why: String,
    },
    /// A record is not the one that was kept, is missing, or stands in the wrong place.
    Broken {
        /// The number of the first record that is wrong.
        seq: u64,
        /// What is wrong with it, in English.
        why: String,
    },
    /// The journal ends before records that were acknowledged.
    Lost {
        /// The last number that was acknowledged.
        acknowledged: u64,
        /// The last number that is there.
        found: u64,
    },
    /// Another process has written since the head was read.
    Behind {
        /// The last number that is there.
        head: u64,
    },
    /// The clock shows a time well before the last record.
    ClockBack {
        /// What the clock shows.
        clock: Instant,
        /// When the last record was made.
        last: Instant,
    },
    /// A text that a record refers to is not there.
    TextMissing {
        /// Which one.
        text: TextRef,
    },
    /// A text does not say what it said.
    TextChanged {
        /// Which one.
        text: TextRef,
    },
    /// There is no such attachment.
    AttachmentMissing {
        /// Which one.
        hash: Hash,
    },
    /// An attachment is not the file that it was.
    AttachmentChanged {
        /// Which one.
        hash: Hash,
    },
    /// A file is too large to be an attachment.
    AttachmentTooLarge {
        /// Its size in bytes.
        size: u64,
        /// The most that is taken.
        size_max: u64,
    },
    /// A file is of a kind that is no attachment.
    AttachmentRefused {
        /// What its content looks like, in English.
        found: &'static str,
    },
    /// A journal that is to take an import, or to be overwritten, is not empty.
    NotEmpty {
        /// Which one.
        path: String,
    },
    /// A line of an export is not as it was written.
    BadLine {
        /// Its number, from 1.
        line: u64,
        /// What is wrong with it, in English.
        why: String,
    },
    /// This build has no driver for the database that was named.
    NoDriver {
        /// The kind of database.
        kind: &'static str,
    },
    /// Anything else.
    Failed {
        /// What was being done.
        operation: &'static str,
        /// What the system says.
        why: String,
    },
}

impl StoreError {
    /// Makes the error of an operation for which there is no better one.
    pub fn failed(operation: &'static str, why: impl fmt::Display) -> Self {
        Self::Failed { operation, why: why.to_string() }
    }

    /// Returns the name of the error for machines, as `disk-full`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDatabase { .. } => "no-database",
            Self::CannotOpen { .. } => "cannot-open",
            Self::NotAJournal { .. } => "not-a-journal",
            Self::NewerSchema { .. } => "newer-schema",
            Self::ReadOnly => "read-only",
            Self::Full => "disk-full",
            Self::Busy => "busy",
            Self::Corrupt { .. } => "damaged-file",
            Self::Broken { .. } => "broken-record",
            Self::Lost { .. } => "records-lost",
            Self::Behind { .. } => "behind",
            Self::ClockBack { .. } => "clock-back",
            Self::TextMissing { .. } => "text-missing",
            Self::TextChanged { .. } => "text-changed",
            Self::AttachmentMissing { .. } => "attachment-missing",
            Self::AttachmentChanged { .. } => "attachment-changed",
            Self::AttachmentTooLarge { .. } => "attachment-too-large",
            Self::AttachmentRefused { .. } => "attachment-refused",
            Self::NotEmpty { .. } => "not-empty",
            Self::BadLine { .. } => "bad-line",
            Self::NoDriver { .. } => "no-driver",
            Self::Failed { .. } => "failed",
        }
    }

    /// Returns what is wrong, in three languages.
    pub fn message(&self) -> Message {
        said::message(self)
    }

    /// Returns what to do, in three languages.
    pub fn remedy(&self) -> Message {
        said::remedy(self)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code(), self.message().en)
    }
}

impl std::error::Error for StoreError {}
