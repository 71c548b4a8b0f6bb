//! `styrbord check` on text, by size of the letter.

use super::measure::{Call, measure};
use super::table::{self, Row};
use super::{Bench, letter};
use crate::process;
use anyhow::{Context, Result};
use std::path::Path;

/// Runs of each letter; short runs are repeated more often, for what the clock cannot tell apart.
const RUNS: usize = 15;
const RUNS_SHORT: usize = 60;
/// Assignments, and as many posts, of the letters that are made.
const SIZES: [usize; 5] = [10, 30, 100, 300, 1000];
/// Letters as they are; the first comes from outside the repository and need not be there.
const LETTERS: [&str; 2] = ["../shared/letters/imdi-2024.txt", "examples/letters/fjellvett-2025.txt"];

/// Measures letters that are made, of growing size, and letters as they are.
pub(super) fn report(bench: &Bench) -> Result<String> {
    let (styrbord, folder) = (bench.styrbord.as_path(), bench.folder.as_path());
    let start = measure(&Call::new(styrbord, ["--version"]), RUNS_SHORT)?;
    let mut made = Vec::new();
    for size in SIZES {
        let path = folder.join(format!("{size}.txt"));
        std::fs::write(&path, letter::letter(size)).with_context(|| format!("writing {}", path.display()))?;
        let runs = if size < 300 { RUNS_SHORT } else { RUNS };
        made.push(row(styrbord, &path, format!("generated, {size}"), Some(size), runs)?);
    }
    let (mut given, mut skipped) = (Vec::new(), Vec::new());
    for letter in LETTERS {
        let path = process::root().join(letter);
        if path.is_file() {
            given.push(row(styrbord, &path, format!("`{}`", name_of(letter)), None, RUNS_SHORT)?);
        } else {
            skipped.push(letter);
        }
    }
    Ok(table::report(&table::Figures { start, made, given, skipped, machine: super::machine() }))
}

fn row(styrbord: &Path, letter: &Path, name: String, size: Option<usize>, runs: usize) -> Result<Row> {
    let path = letter.to_str().context("the letter's path is no text")?;
    let bytes = std::fs::metadata(letter).with_context(|| format!("reading {path}"))?.len();
    let cost = measure(&Call::new(styrbord, ["check", path, "--format", "json"]), runs)?;
    Ok(Row { name, bytes, size, cost })
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
