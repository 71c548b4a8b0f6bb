//! Web pages to blocks.

use crate::ReadError;
use styrbord_source::Laid;

/// Reads a page.
pub(crate) fn read(_text: &str) -> Result<Vec<Laid>, ReadError> {
    Err(ReadError::Unsupported("HTML"))
}
