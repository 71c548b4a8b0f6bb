//! What a workbook unpacks to, before anything is made of it.

use crate::{SheetError, Wrong};
use std::io::{Cursor, Read, copy, sink};

/// The most bytes of all parts together, unpacked.
const UNPACKED_MAX: u64 = 32 * 1024 * 1024;
/// The most parts.
const PARTS_MAX: usize = 2_000;

/// Tells whether bytes are a package, as workbooks are.
pub(crate) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Checks that a package unpacks to no more than a table needs, whatever it says of itself.
///
/// # Errors
/// When it does not, or is damaged.
pub(super) fn check(bytes: &[u8]) -> Result<(), SheetError> {
    let damaged = || SheetError::of_file(Wrong::NotASheet);
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if package.len() > PARTS_MAX {
        return Err(SheetError::of_file(Wrong::TooLarge));
    }
    let mut left = UNPACKED_MAX;
    for at in 0..package.len() {
        let part = package.by_index(at).map_err(|_| damaged())?;
        let read = copy(&mut part.take(left + 1), &mut sink()).map_err(|_| damaged())?;
        left = left.checked_sub(read).ok_or(SheetError::of_file(Wrong::TooLarge))?;
    }
    Ok(())
}
