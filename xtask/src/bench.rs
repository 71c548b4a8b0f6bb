//! What `styrbord check` costs: CPU time and peak memory of the whole process, by size of the letter.

mod letter;
mod measure;
mod table;

pub(crate) use measure::{MEASURE_TASK, measure_here};

use crate::{markers, process};
use anyhow::{Context, Result, bail};
use measure::measure;
use std::path::{Path, PathBuf};
use table::Row;

/// Runs of each letter; short runs are repeated more often, for what the clock cannot tell apart.
const RUNS: usize = 15;
const RUNS_SHORT: usize = 60;
/// Assignments, and as many posts, of the letters that are made.
const SIZES: [usize; 5] = [10, 30, 100, 300, 1000];
/// Letters as they are; the first comes from outside the repository and need not be there.
const LETTERS: [&str; 2] = ["../shared/letters/imdi-2024.txt", "examples/letters/fjellvett-2025.txt"];
const DOCUMENT: &str = "docs/benchmarks.md";
const DOCUMENT_AT_FIRST: &str = "\
# Benchmarks

Whole processes, from start to exit. The table is written by `cargo xtask bench --write`.

<!-- bench:check -->
<!-- /bench -->
";

/// Measures and prints the table; with `--write` also into the document.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let write = match args {
        [] | ["check"] => false,
        ["--write"] | ["check", "--write"] => true,
        _ => bail!("usage: cargo xtask bench [check] [--write]"),
    };
    let folder = Scratch::new()?;
    // A copy, so that a build going on beside the measurement changes nothing.
    let styrbord = folder.0.join("styrbord");
    std::fs::copy(process::styrbord("release")?, &styrbord).context("copying the binary")?;
    let report = check(&styrbord, &folder.0)?;
    println!("{report}");
    if write { write_into_document(&report) } else { Ok(()) }
}

fn check(styrbord: &Path, folder: &Path) -> Result<String> {
    let start = measure(styrbord, &["--version"], RUNS_SHORT)?;
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
    Ok(table::report(&table::Figures { start, made, given, skipped, machine: machine() }))
}

fn row(styrbord: &Path, letter: &Path, name: String, size: Option<usize>, runs: usize) -> Result<Row> {
    let path = letter.to_str().context("the letter's path is no text")?;
    let bytes = std::fs::metadata(letter).with_context(|| format!("reading {path}"))?.len();
    let cost = measure(styrbord, &["check", path, "--format", "json"], runs)?;
    Ok(Row { name, bytes, size, cost })
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Says on what was measured: processor, compiler, state of the tree.
fn machine() -> String {
    let mut parts = Vec::new();
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name));
    parts.extend(model.map(str::to_owned));
    let answer = |program: &str, args: &[&str]| {
        let mut command = std::process::Command::new(program);
        let out = command
            .args(args)
            .current_dir(process::root())
            .output()
            .ok()
            .filter(|out| out.status.success())?;
        Some(String::from_utf8_lossy(&out.stdout).trim().to_owned())
    };
    parts.extend(answer("rustc", &["--version"]));
    parts
        .extend(answer("git", &["describe", "--always", "--dirty"]).map(|commit| format!("commit {commit}")));
    parts.join(", ")
}

fn write_into_document(report: &str) -> Result<()> {
    let path = process::root().join(DOCUMENT);
    let page = if path.exists() { std::fs::read_to_string(&path)? } else { DOCUMENT_AT_FIRST.to_owned() };
    let new = markers::rewrite(&page, "bench", |which| {
        if which != "check" {
            bail!("the benches are: check");
        }
        Ok(report.to_owned())
    })?;
    if !new.contains(report.trim_end()) {
        bail!("{DOCUMENT} has no line `<!-- bench:check -->`");
    }
    std::fs::write(&path, new).with_context(|| format!("writing {DOCUMENT}"))?;
    println!("wrote {DOCUMENT}");
    Ok(())
}

/// A folder that is gone when the measurement is over.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self> {
        let path = std::env::temp_dir().join(format!("styrbord-bench-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("making {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind lies in the folder for temporary files: no reason to fail.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_document_has_the_place_for_the_table() {
        let new = markers::rewrite(DOCUMENT_AT_FIRST, "bench", |_| Ok("table".to_owned())).unwrap();
        assert!(new.ends_with("<!-- bench:check -->\ntable\n<!-- /bench -->\n"));
    }
}
