//! One line of an export.

use super::base64;
use crate::contents::{Counts, Item};
use crate::journal::{Attachment, StoredText};
use crate::vault::{Deed, DeedKind};
use serde::{Deserialize, Serialize};
use styrbord_events::{Actor, Hash, Instant, Nonce, Note, PersonId, Record, TextRef};

/// A line: an object with one member, which names what it holds.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    /// The first one, with the version of the format.
    StyrbordJournal(u32),
    Record(Box<Record>),
    Text(Text),
    Attachment(File),
    Account(Done),
    /// The last one.
    End(End),
}

/// A text; an erased one has neither salt nor words.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    hash: Hash,
    salt: Option<String>,
    words: Option<String>,
}

/// An attachment.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    hash: Hash,
    media_type: String,
    base64: String,
}

/// What was done to an account.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Done {
    at: Instant,
    by: Option<Actor>,
    kind: String,
    whom: Option<PersonId>,
}

/// What all lines before must give.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct End {
    records: u64,
    texts: u64,
    attachments: u64,
    /// Not there when there are none, as before there were any.
    #[serde(default, skip_serializing_if = "is_none")]
    accounts: u64,
    sha256: Hash,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
fn is_none(count: &u64) -> bool {
    *count == 0
}

impl End {
    pub(super) fn new(counts: Counts, sha256: Hash) -> Self {
        let Counts { records, texts, attachments, deeds: accounts, .. } = counts;
        Self { records, texts, attachments, accounts, sha256 }
    }
}

impl Line {
    /// Returns the line of an item.
    pub(super) fn of(item: Item) -> Self {
        match item {
            Item::Record(record) => Line::Record(Box::new(record)),
            Item::Text(StoredText::Erased(reference)) => {
                Line::Text(Text { hash: reference.0, salt: None, words: None })
            }
            Item::Text(StoredText::Kept(note)) => Line::Text(Text {
                hash: note.reference.0,
                salt: Some(base64::encode(&note.salt)),
                words: Some(note.text),
            }),
            Item::Attachment(Attachment { hash, media_type, bytes }) => {
                Line::Attachment(File { hash, media_type, base64: base64::encode(&bytes) })
            }
            Item::Deed(Deed { at, by, kind, whom, .. }) => {
                Line::Account(Done { at, by, kind: kind.word().to_owned(), whom })
            }
        }
    }

    /// Returns the item of a line, or what is wrong with it.
    pub(super) fn into_item(self) -> Result<Item, &'static str> {
        Ok(match self {
            Line::Record(record) => Item::Record(*record),
            Line::Text(Text { hash, salt: None, words: None }) => {
                Item::Text(StoredText::Erased(TextRef(hash)))
            }
            Line::Text(Text { hash, salt: Some(salt), words: Some(text) }) => {
                let salt = base64::decode(&salt).and_then(|bytes| Nonce::try_from(bytes).ok());
                let salt = salt.ok_or("the salt is not 16 bytes as Base64")?;
                Item::Text(StoredText::Kept(Note { reference: TextRef(hash), salt, text }))
            }
            Line::Text(_) => return Err("a text has both salt and words, or neither"),
            Line::Attachment(File { hash, media_type, base64 }) => {
                let bytes = base64::decode(&base64).ok_or("the file is not Base64")?;
                Item::Attachment(Attachment { hash, media_type, bytes })
            }
            Line::Account(Done { at, by, kind, whom }) => {
                let kind = DeedKind::ALL.iter().copied().find(|known| known.word() == kind);
                let kind = kind.ok_or("it is nothing that is done to accounts")?;
                Item::Deed(Deed { seq: 0, at, by, kind, whom })
            }
            Line::StyrbordJournal(_) | Line::End(_) => return Err("it stands in the wrong place"),
        })
    }
}
