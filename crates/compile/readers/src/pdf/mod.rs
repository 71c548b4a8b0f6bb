//! PDF to blocks.

mod page;

use crate::ReadError;
use styrbord_source::Laid;

/// Reads a document.
pub(crate) fn read(_bytes: &[u8]) -> Result<Vec<Laid>, ReadError> {
    Err(ReadError::Unsupported("PDF"))
}
