//! The files of letters, kept beside the journal under the sum of their bytes.

use super::office::{Failure, Office};
use styrbord_events::Hash;
use styrbord_store::{Attachment, Journal, StoreError};

impl<J: Journal> Office<J> {
    /// Keeps a file, and returns the sum under which it lies. One that is there already stays.
    ///
    /// # Errors
    /// When the journal cannot keep it.
    pub fn keep_file(&mut self, media_type: &str, bytes: &[u8]) -> Result<Hash, Failure> {
        Ok(self.keeper.keep_attachment(&as_sent(media_type, bytes.to_vec()))?)
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

/// Makes an attachment of a file whose kind is known already: a letter that was read.
pub(crate) fn as_sent(media_type: &str, bytes: Vec<u8>) -> Attachment {
    Attachment { hash: Hash::of_bytes(&bytes), media_type: media_type.to_owned(), bytes }
}
