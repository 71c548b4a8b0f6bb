//! The files of letters, kept beside the journal under the sum of their bytes.

use super::incoming::Incoming;
use super::office::{Failure, Office};
use styrbord_events::Hash;
use styrbord_source::Format;
use styrbord_store::{Attachment, Journal, StoreError};

impl<J: Journal> Office<J> {
    /// Keeps a file, and returns the sum under which it lies. One that is there already stays.
    ///
    /// # Errors
    /// When the journal cannot keep it.
    pub fn keep_file(&mut self, media_type: &str, bytes: &[u8]) -> Result<Hash, Failure> {
        Ok(self.keeper.keep_attachment(&as_sent(media_type, bytes.to_vec()))?)
    }

    /// Keeps the file of a letter that was taken in, so that its text is to be read again. A plan as data has none.
    ///
    /// # Errors
    /// When the journal cannot keep it.
    pub fn keep_letter(&mut self, incoming: &Incoming, bytes: &[u8]) -> Result<(), Failure> {
        if let Some(format) = incoming.format {
            self.keep_file(media_type(format), bytes)?;
        }
        Ok(())
    }

    /// Returns the bytes of a file; none when it is not kept.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn file(&mut self, hash: Hash) -> Result<Option<Vec<u8>>, Failure> {
        match self.keeper.attachment(hash) {
            Ok(attachment) => Ok(Some(attachment.bytes)),
            Err(StoreError::AttachmentMissing { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Returns the media type of a format.
pub fn media_type(format: Format) -> &'static str {
    match format {
        Format::Pdf => "application/pdf",
        Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Format::Html => "text/html",
        Format::Markdown => "text/markdown",
        Format::Text => "text/plain",
    }
}

/// Makes an attachment of a file whose kind is known already: a letter that was read.
pub(crate) fn as_sent(media_type: &str, bytes: Vec<u8>) -> Attachment {
    Attachment { hash: Hash::of_bytes(&bytes), media_type: media_type.to_owned(), bytes }
}
