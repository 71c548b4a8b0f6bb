//! `styrbord survey` over a thousand letters, beside `pdftotext` in a loop.

use super::measure::{Call, Cost, side_by_side};
use super::table::{self, tenths};
use super::{Bench, files};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

const LETTERS: usize = 1000;
const ROUNDS: usize = 3;
/// How the peer is run: two processes side by side, a letter each.
const LOOP: &str = "find \"$0\" -type f -print0 | xargs -0 -P2 -I{} pdftotext -layout {} -";

/// Measures folders of letters: the examples over and over, a file of its own each time.
pub(super) fn report(bench: &Bench) -> Result<String> {
    let made = files::make(bench)?.join("letters");
    let mut lines = vec![
        "| letters | MB | program | seconds, median | min | letters a second | CPU s | peak MB | runs |"
            .to_owned(),
        "|---|---:|---|---:|---:|---:|---:|---:|---:|".to_owned(),
    ];
    let mut notes = Vec::new();
    for ending in ["pdf", "docx"] {
        let Some((folder, bytes)) = letters(bench, &made, ending)? else {
            notes.push(format!("Skipped: {ending}, for the program that makes it is not installed."));
            continue;
        };
        let path = folder.to_str().context("the path is no text")?;
        let mut calls = vec![Call::new(&bench.styrbord, ["survey", path, "--quiet", "--format", "json"])];
        if ending == "pdf" {
            calls.push(Call::new(Path::new("sh"), ["-c", LOOP, path]));
        }
        let names = ["`styrbord survey`", "`xargs -P2 pdftotext -layout`"];
        for (name, cost) in names.iter().zip(side_by_side(&calls, ROUNDS)) {
            lines.push(line(ending, bytes, name, &cost));
        }
        std::fs::remove_dir_all(&folder)?;
    }
    lines.push(String::new());
    lines.extend(notes);
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    lines.push(format!(
        "The {LETTERS} letters are the examples over and over, a file each. Seconds from start to exit on {processors} \
         processors; the peak is that of the largest process."
    ));
    lines.push(format!("Measured on: {}.", super::machine()));
    Ok(lines.join("\n") + "\n")
}

/// Makes a folder of letters in one format, and returns it with its size; none when there is no letter to copy.
fn letters(bench: &Bench, made: &Path, ending: &str) -> Result<Option<(PathBuf, u64)>> {
    let mut from: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(made)? {
        let path = entry?.path();
        from.extend(path.extension().is_some_and(|found| found == ending).then_some(path));
    }
    from.sort();
    if from.is_empty() {
        return Ok(None);
    }
    let folder = bench.folder.join(format!("many-{ending}"));
    std::fs::create_dir_all(&folder)?;
    let mut bytes = 0;
    for (number, path) in from.iter().cycle().take(LETTERS).enumerate() {
        bytes += std::fs::copy(path, folder.join(format!("{number:04}.{ending}")))?;
    }
    Ok(Some((folder, bytes)))
}

fn line(ending: &str, bytes: u64, program: &str, cost: &Result<Cost>) -> String {
    let mut cells = vec![
        format!("{LETTERS} {}", ending.to_uppercase()),
        tenths(bytes * 10, 1_000_000),
        program.to_owned(),
    ];
    match cost {
        Ok(cost) => cells.extend([
            tenths(cost.median_wall_us() * 10, 1_000_000),
            tenths(cost.wall_us.first().copied().unwrap_or_default() * 10, 1_000_000),
            tenths(LETTERS as u64 * 10_000_000, cost.median_wall_us()),
            tenths(cost.median_us() * 10, 1_000_000),
            table::peak(cost),
            cost.wall_us.len().to_string(),
        ]),
        Err(_) => cells
            .extend(["not measured: it failed or is not installed", "", "", "", "", ""].map(str::to_owned)),
    }
    format!("| {} |", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_a_second_are_by_the_clock() {
        let cost =
            Cost { cpu_us: vec![30_000_000], wall_us: vec![16_000_000], peak_kb: 24_000, floor_kb: 3000 };
        let expected = "| 1000 PDF | 90.0 | `styrbord survey` | 16.0 | 16.0 | 62.5 | 30.0 | 24.0 | 1 |";
        assert_eq!(line("pdf", 90_000_000, "`styrbord survey`", &Ok(cost)), expected);
    }
}
