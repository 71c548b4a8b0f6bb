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
    check_to(bytes, UNPACKED_MAX)
}

fn check_to(bytes: &[u8], unpacked_max: u64) -> Result<(), SheetError> {
    let damaged = || SheetError::of_file(Wrong::NotASheet);
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if package.len() > PARTS_MAX {
        return Err(SheetError::of_file(Wrong::TooLarge));
    }
    let mut left = unpacked_max;
    for at in 0..package.len() {
        let part = package.by_index(at).map_err(|_| damaged())?;
        let read = copy(&mut part.take(left + 1), &mut sink()).map_err(|_| damaged())?;
        left = left.checked_sub(read).ok_or(SheetError::of_file(Wrong::TooLarge))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    #[test]
    fn a_package_that_unpacks_to_too_much_is_refused() {
        let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/workbook.xml", "xl/styles.xml"] {
            package.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            package.write_all(&[b' '; 4000]).unwrap();
        }
        let file = package.finish().unwrap().into_inner();
        assert!(is_package(&file) && file.len() < 1000);
        assert_eq!(check_to(&file, 8000), Ok(()));
        assert_eq!(check_to(&file, 7999).unwrap_err().wrong, Wrong::TooLarge);
        assert_eq!(check(b"PK\x03\x04").unwrap_err().wrong, Wrong::NotASheet);
    }
}
