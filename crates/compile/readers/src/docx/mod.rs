//! Word documents to blocks.

use crate::ReadError;
use styrbord_source::Laid;

/// Reads a document.
pub(crate) fn read(_bytes: &[u8]) -> Result<Vec<Laid>, ReadError> {
    Err(ReadError::Unsupported("DOCX"))
}
