//! The files that are measured, made anew by the generators of the tests.

use super::Bench;
use crate::process;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Makes the files, once for all benches, and returns their folder. What makes a format may be missing: then its files
/// are.
pub(super) fn make(bench: &Bench) -> Result<PathBuf> {
    let folder = bench.folder.join("files");
    if !folder.is_dir() {
        let maker = process::binary("styrbord-formats", "styrbord-bench-files", "dev")?;
        std::fs::create_dir_all(&folder)?;
        process::run(Command::new(maker).arg(&folder).current_dir(process::root()))?;
    }
    Ok(folder)
}
