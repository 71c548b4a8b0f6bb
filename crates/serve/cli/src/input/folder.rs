//! The files under a folder, in the order of their paths.

use crate::texts::errors;
use anyhow::{Context, Result, bail};
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use styrbord_app::Language;

/// A file that lies under a folder, or a folder in it that could not be read.
pub(crate) struct Found {
    /// Its path, from the folder on.
    pub(crate) name: PathBuf,
    /// Its path.
    pub(crate) path: PathBuf,
    /// It is a folder that could not be looked into.
    pub(crate) is_closed_folder: bool,
}

/// Returns every file under a folder that is not hidden, sorted by path.
///
/// Links to files are files. Links to folders are not followed: so none is read twice, and no circle is endless.
/// What is neither file nor folder (a device, a pipe) is none of ours.
pub(crate) fn folder(path: &Path, language: Language) -> Result<Vec<Found>> {
    let shown = path.display();
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_dir() => bail!(errors::NO_FOLDER_BUT_FILE.with(language, &[&shown])),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            bail!(errors::NO_FOLDER.with(language, &[&shown]))
        }
        _ => {}
    }
    let unreadable = || errors::FOLDER_UNREADABLE.with(language, &[&shown]);
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(name) = folders.pop() {
        match look_into(path, &name, &mut folders, &mut found) {
            Err(error) if name.as_os_str().is_empty() => return Err(error).with_context(unreadable),
            Err(_) => found.push(Found { path: path.join(&name), name, is_closed_folder: true }),
            Ok(()) => {}
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Adds the files of one folder, and the folders in it.
fn look_into(root: &Path, name: &Path, folders: &mut Vec<PathBuf>, found: &mut Vec<Found>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(name))? {
        let entry = entry?;
        if is_hidden(&entry) {
            continue;
        }
        let name = name.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            folders.push(name);
        } else if kind.is_file() || (kind.is_symlink() && !leads_elsewhere(&entry.path())) {
            found.push(Found { name, path: entry.path(), is_closed_folder: false });
        }
    }
    Ok(())
}

/// Tells whether a file is hidden, or the mark that Word leaves beside an open document.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

/// Tells whether a link leads to something that is no file. One that leads nowhere is told when it is read.
fn leads_elsewhere(link: &Path) -> bool {
    fs::metadata(link).is_ok_and(|metadata| !metadata.is_file())
}
