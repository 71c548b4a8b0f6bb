//! Files, folders and standard input, read within bounds.

mod folder;

pub(crate) use folder::{Found, folder};

use crate::texts::errors;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use styrbord_app::{Language, PAGES_MAX, ReadError, SIZE_MAX};

/// The path that stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";
const MEGABYTE: u64 = 1024 * 1024;

/// A file that was read.
pub(crate) struct Input {
    /// What to call it in the output.
    pub(crate) name: String,
    /// What to call it in a sentence.
    title: String,
    /// All of it.
    pub(crate) bytes: Vec<u8>,
}

/// Reads a letter, or standard input for `-`.
pub(crate) fn letter(path: &Path, language: Language) -> Result<Input> {
    if path != Path::new(STANDARD_INPUT) {
        return file(path, language);
    }
    let title = errors::STANDARD_INPUT.get(language).to_owned();
    let bytes = bounded(io::stdin().lock(), &title, language)?;
    Ok(Input { name: "<stdin>".to_owned(), title, bytes })
}

/// Reads a file of at most [`SIZE_MAX`] bytes.
pub(crate) fn file(path: &Path, language: Language) -> Result<Input> {
    let name = path.display().to_string();
    let known = |error: &io::Error| match error.kind() {
        ErrorKind::NotFound => Some(errors::MISSING),
        ErrorKind::PermissionDenied => Some(errors::DENIED),
        ErrorKind::IsADirectory => Some(errors::IS_FOLDER),
        _ => None,
    };
    let explain = |error: io::Error| match known(&error) {
        Some(text) => anyhow::Error::msg(text.with(language, &[&name])),
        None => anyhow::Error::new(error).context(errors::UNREADABLE.with(language, &[&name])),
    };
    let metadata = std::fs::metadata(path).map_err(explain)?;
    if metadata.is_dir() {
        bail!(errors::IS_FOLDER.with(language, &[&name]));
    }
    if metadata.len() > SIZE_MAX {
        let size = errors::MEGABYTES.with(language, &[&metadata.len().div_ceil(MEGABYTE)]);
        bail!(too_large(&name, &size, language));
    }
    let bytes = bounded(File::open(path).map_err(explain)?, &name, language)?;
    Ok(Input { title: name.clone(), name, bytes })
}

/// Reads to the end, or one byte more than is allowed: what a device or a pipe holds is not known before.
fn bounded(reader: impl Read, title: &str, language: Language) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader
        .take(SIZE_MAX + 1)
        .read_to_end(&mut bytes)
        .with_context(|| errors::UNREADABLE.with(language, &[&title]))?;
    if bytes.len() as u64 > SIZE_MAX {
        let size = errors::MEGABYTES_OVER.with(language, &[&(SIZE_MAX / MEGABYTE)]);
        bail!(too_large(title, &size, language));
    }
    Ok(bytes)
}

fn too_large(title: &str, size: &str, language: Language) -> String {
    let limit = errors::MEGABYTES.with(language, &[&(SIZE_MAX / MEGABYTE)]);
    errors::TOO_LARGE.with(language, &[&title, &size, &limit])
}

impl Input {
    /// Returns why the bytes are no letter, and what to do, as one sentence.
    pub(crate) fn refusal(&self, error: &ReadError, language: Language) -> String {
        let title = &self.title;
        match error {
            ReadError::Empty => errors::EMPTY.with(language, &[title]),
            ReadError::TooLarge(megabytes) => {
                too_large(title, &errors::MEGABYTES.with(language, &[megabytes]), language)
            }
            ReadError::Unsupported(format) => errors::UNSUPPORTED.with(language, &[title, format]),
            ReadError::Damaged(format, why) => errors::DAMAGED.with(language, &[title, format, why]),
            ReadError::NoText(pages) => errors::NO_TEXT.with(language, &[title, pages]),
            ReadError::Encrypted(format) => errors::ENCRYPTED.with(language, &[title, format]),
            ReadError::TooManyPages(pages) => {
                errors::TOO_MANY_PAGES.with(language, &[title, pages, &PAGES_MAX])
            }
            ReadError::TooMuchInside(format) => errors::TOO_MUCH_INSIDE.with(language, &[title, format]),
            ReadError::Binary(at, byte) => {
                errors::BINARY.with(language, &[title, at, &format!("{byte:#04x}")])
            }
        }
    }

    /// Returns the bytes as text.
    pub(crate) fn text(&self, language: Language) -> Result<&str> {
        std::str::from_utf8(&self.bytes).ok().with_context(|| errors::NOT_UTF8.with(language, &[&self.title]))
    }
}
