//! The files of letters, kept beside the journal under the sum of their bytes.

use super::office::{Failure, Office};
use styrbord_events::Hash;
use styrbord_store::{Attachment, Journal};

impl<J: Journal> Office<J> {
    /// Keeps a file, and returns the sum under which it lies. One that is there already stays.
    ///
    /// # Errors
    /// When the journal cannot keep it.
    pub fn keep_file(&mut self, media_type: &str, bytes: &[u8]) -> Result<Hash, Failure> {
        let hash = Hash::of_bytes(bytes);
        let journal = self.keeper.journal();
        if journal.attachment(hash)?.is_some() {
            return Ok(hash);
        }
        let attachment = Attachment { hash, media_type: media_type.to_owned(), bytes: bytes.to_vec() };
        journal.begin()?;
        match journal.put_attachment(&attachment) {
            Ok(()) => journal.commit()?,
            Err(error) => {
                journal.rollback();
                return Err(error.into());
            }
        }
        Ok(hash)
    }

    /// Returns the bytes of a file; none when it is not kept.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn file(&mut self, hash: Hash) -> Result<Option<Vec<u8>>, Failure> {
        Ok(self.keeper.journal().attachment(hash)?.map(|attachment| attachment.bytes))
    }
}
