//! A journal into a file of its own, and back: made beside its place, checked, and moved there whole.
#![expect(clippy::disallowed_types, reason = "the database is a file")]

use crate::contents::{Counts, Tell, copy};
use crate::sqlite::witness::ENDING;
use crate::{Journal, Open, Sqlite, StoreError};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// It stays, and nothing is done.
    Never,
    /// It is replaced when the new one is whole.
    Yes,
}

/// Copies a journal into a file, checking it on the way, while others go on writing to it.
///
/// # Errors
/// The first thing that is not as it was written, [`StoreError::NotEmpty`], or that the file cannot be written.
pub fn backup(
    journal: &mut dyn Journal,
    target: &Path,
    overwrite: Overwrite,
    tell: Tell<'_>,
) -> Result<Counts, StoreError> {
    make(target, overwrite, |new| copy(journal, new, &target.display().to_string(), tell))
}

/// Makes a file with what `fill` puts into an empty journal; whole or not at all.
///
/// # Errors
/// That of `fill`, [`StoreError::NotEmpty`], or that the file cannot be written.
pub fn make(
    target: &Path,
    overwrite: Overwrite,
    fill: impl FnOnce(&mut Sqlite) -> Result<Counts, StoreError>,
) -> Result<Counts, StoreError> {
    if overwrite == Overwrite::Never && target.exists() {
        return Err(StoreError::NotEmpty { path: target.display().to_string() });
    }
    let part = Part::new(target);
    let mut new = Sqlite::open(&part.path, Open::OrCreate)?;
    let counts = fill(&mut new)?;
    new.close()?;
    part.move_to(target)?;
    Ok(counts)
}

/// Brings a journal back from a file that [`backup`] made. A damaged file is refused, and nothing is changed then.
///
/// # Errors
/// The first thing in the file that is not as it was written; [`StoreError::NotEmpty`];
/// [`StoreError::Busy`] when another process has the journal open that is to be replaced.
pub fn restore(
    source: &Path,
    target: &Path,
    overwrite: Overwrite,
    tell: Tell<'_>,
) -> Result<Counts, StoreError> {
    let mut source = Sqlite::open(source, Open::ToRead)?;
    source.check()?;
    backup(&mut source, target, overwrite, tell)
}

/// A file that is being made; it is taken away again unless it was moved to its place.
struct Part {
    path: PathBuf,
}

impl Part {
    fn new(target: &Path) -> Self {
        let part = Self { path: beside(target, ".part") };
        part.remove();
        part
    }

    fn move_to(self, target: &Path) -> Result<(), StoreError> {
        let failed = |error: io::Error| StoreError::failed("moving the copy to its place", error);
        File::open(&self.path).and_then(|file| file.sync_all()).map_err(failed)?;
        if target.exists() {
            Sqlite::take_leave(target)?;
        }
        for ending in ["-wal", "-shm", ENDING] {
            remove(&beside(target, ending)).map_err(failed)?;
        }
        fs::rename(&self.path, target).map_err(failed)?;
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        // Some systems do not let folders be synced; the file itself is safe.
        let _ = File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all());
        Ok(())
    }

    fn remove(&self) {
        for ending in ["", "-wal", "-shm", ENDING] {
            // What cannot be removed shows when the file is made.
            let _ = remove(&beside(&self.path, ending));
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        self.remove();
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
