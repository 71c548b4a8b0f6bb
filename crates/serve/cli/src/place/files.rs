//! Folders and files of settlement.

use crate::texts::{errors, place as words};
use anyhow::{Error, Result, bail};
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use styrbord_app::Language;
use styrbord_app::place::{Input, PoolTables, Table, Tables};

/// Opens the tables of a folder, those of further kinds when they are there, and those of a pool.
pub(super) fn tables(folder: &Path, pool: Option<&Path>, language: Language) -> Result<Tables> {
    let needed = |folder: &Path, name| {
        let path = found(folder, name, language)?;
        let missing = || words::NO_TABLE.with(language, &[&folder.display(), &name, &name, &name]);
        table(&path.ok_or_else(|| Error::msg(missing()))?, language)
    };
    let optional = |name| found(folder, name, language)?.map(|path| table(&path, language)).transpose();
    let pool = match pool {
        Some(pool) => Some(PoolTables { cases: needed(pool, "cases")?, values: needed(pool, "values")? }),
        None => None,
    };
    Ok(Tables {
        cases: needed(folder, "cases")?,
        places: needed(folder, "places")?,
        values: needed(folder, "values")?,
        capacities: optional("capacities")?,
        needs: optional("needs")?,
        pool,
    })
}

/// Returns where the table of a name lies, as CSV or as Parquet.
fn found(folder: &Path, name: &str, language: Language) -> Result<Option<PathBuf>> {
    let paths = ["csv", "parquet"].map(|ending| folder.join(format!("{name}.{ending}")));
    match paths.map(|path| Some(path).filter(|path| path.exists())) {
        [Some(_), Some(_)] => {
            bail!(words::TWO_TABLES.with(language, &[&folder.display(), &name, &name]))
        }
        [csv, parquet] => Ok(csv.or(parquet)),
    }
}

/// Opens a table.
pub(super) fn table(path: &Path, language: Language) -> Result<Table> {
    let name = path.display().to_string();
    let explain = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => Error::msg(errors::MISSING.with(language, &[&name])),
        ErrorKind::PermissionDenied => Error::msg(errors::DENIED.with(language, &[&name])),
        _ => Error::new(error).context(errors::UNREADABLE.with(language, &[&name])),
    };
    let file = File::open(path).map_err(explain)?;
    let metadata = file.metadata().map_err(explain)?;
    if metadata.is_dir() {
        bail!(errors::IS_FOLDER.with(language, &[&name]));
    }
    let input = OnDisk { file: Mutex::new(file), size: metadata.len() };
    Table::open(&name, Arc::new(input))
        .map_err(|error| Error::msg(super::refusal::sentence(&error.into(), language)))
}

/// A file that is read where it is needed.
struct OnDisk {
    file: Mutex<File>,
    size: u64,
}

impl Input for OnDisk {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(offset))?;
        file.read(buffer)
    }
}

/// Makes a folder, or takes one that is empty.
pub(super) fn make_folder(folder: &Path, language: Language) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| not_written(folder, error, language))?;
    let mut entries = fs::read_dir(folder).map_err(|error| not_written(folder, error, language))?;
    if entries.next().is_some() {
        bail!(words::NOT_EMPTY.with(language, &[&folder.display()]));
    }
    Ok(())
}

/// Begins a file.
pub(super) fn create(path: &Path) -> io::Result<BufWriter<File>> {
    File::create(path).map(BufWriter::new)
}

/// Writes a file.
pub(super) fn write(path: &Path, text: &str, language: Language) -> Result<()> {
    fs::write(path, text).map_err(|error| not_written(path, error, language))
}

/// Returns the error that a path cannot be written.
pub(super) fn not_written(path: &Path, error: io::Error, language: Language) -> Error {
    Error::new(error).context(words::NOT_WRITTEN.with(language, &[&path.display()]))
}
