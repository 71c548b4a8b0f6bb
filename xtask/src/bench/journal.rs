//! What the journal costs: writing for many, folding, opening, asking for an earlier day.

use super::Bench;
use super::table::tenths;
use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const EVENTS: [u64; 2] = [100_000, 1_000_000];
const ROUNDS: usize = 5;
/// Commands in a round of writing.
const COMMANDS: u64 = 4_000;
/// Rows in a round of the single writer: each waits for the disk.
const ROWS: u64 = 1_000;
/// By when half of the 100 000 events have happened.
const HALF: &str = "2025-06-23";

/// A program of the store that measures one part in a process of its own.
struct Parts {
    program: PathBuf,
    folder: PathBuf,
}

/// Measures all parts and returns the table.
pub(super) fn report(bench: &Bench) -> Result<String> {
    let parts = Parts {
        program: process::bench("styrbord-store", "journal", "release")?,
        folder: bench.folder.join("journals"),
    };
    std::fs::create_dir_all(&parts.folder)?;
    let mut lines =
        vec!["| what | Styrbord | peer | ratio | target |".to_owned(), "|---|---:|---:|---:|---|".to_owned()];
    lines.push(parts.writing()?);
    for events in EVENTS {
        let file = parts.folder.join(format!("{events}.db"));
        let filled = parts.run("fill", &file, &[&events.to_string()])?;
        lines.extend(parts.folding(&file, events, number(&filled, "bytes")?)?);
        if events == EVENTS[0] {
            lines.extend(parts.earlier_day(&file)?);
        }
        for ending in ["", "-wal", "-shm"] {
            // What is not there need not be removed.
            let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
        }
    }
    lines.push(String::new());
    lines.push(format!(
        "Medians of {ROUNDS} runs, ours and the peer's in turn. The events are statuses with a comment on 500 \
         assignments, each with its erasable text."
    ));
    lines.push(format!("Measured on: {}.", super::machine()));
    Ok(lines.join("\n") + "\n")
}

impl Parts {
    fn run(&self, part: &str, file: &Path, args: &[&str]) -> Result<Value> {
        let printed = process::capture(Command::new(&self.program).arg(part).arg(file).args(args))?;
        serde_json::from_str(&printed).with_context(|| format!("reading what {part} measured"))
    }

    /// Runs parts in turn, so that what else the machine does falls on all of them alike, and returns the medians.
    fn medians(&self, calls: &[(&str, &Path, &[&str], &str)]) -> Result<Vec<u64>> {
        let mut figures = vec![Vec::new(); calls.len()];
        for _ in 0..ROUNDS {
            for ((part, file, args, field), figures) in calls.iter().zip(&mut figures) {
                figures.push(number(&self.run(part, file, args)?, field)?);
            }
        }
        Ok(figures.into_iter().map(median).collect())
    }

    fn writing(&self) -> Result<String> {
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let file = |name: &str| self.folder.join(format!("{name}-{round}.db"));
            let desk = self.run("desk", &file("desk"), &[&COMMANDS.to_string()])?;
            ours.push(rate(COMMANDS, number(&desk, "wall_us")?));
            let alone = self.run("bare", &file("bare"), &[&ROWS.to_string()])?;
            bare.push(rate(ROWS, number(&alone, "wall_us")?));
        }
        let (ours, bare) = (median(ours), median(bare));
        Ok(format!(
            "| commands a second by 8 writers, each safe on the disk; peer: one bare SQLite writer | {ours} | {bare} | \
             {} | at least 4 |",
            tenths(ours * 10, bare.max(1))
        ))
    }

    fn folding(&self, file: &Path, events: u64, bytes: u64) -> Result<Vec<String>> {
        let found = self.medians(&[
            ("open", file, &[], "cpu_us"),
            ("decode", file, &[], "cpu_us"),
            ("chain", file, &[], "wall_us"),
            ("open", file, &[], "wall_us"),
            ("open", file, &[], "resident_kb"),
        ])?;
        let [replay, decode, chain, open, held] = found[..] else { anyhow::bail!("a figure is missing") };
        let fold = replay.saturating_sub(chain);
        let mut lines = vec![
            format!(
                "| {events} events, ms of CPU to fold them; peer: select and decode alone | {} | {} | {} | at most 3 |",
                ms(fold),
                ms(decode),
                tenths(fold * 10, decode.max(1))
            ),
            format!("| … ms to check the hash chain besides | {} | | | |", ms(chain)),
        ];
        let target = if events == EVENTS[0] { "at most 500" } else { "" };
        lines.push(format!(
            "| … ms from nothing to an open journal, chain checked | {} | | | {target} |",
            ms(open)
        ));
        lines.push(format!(
            "| … MB of memory held; MB on the disk | {} | {} | | |",
            held / 1024,
            bytes / 1_000_000
        ));
        Ok(lines)
    }

    fn earlier_day(&self, file: &Path) -> Result<Vec<String>> {
        let found = self.medians(&[
            ("as-of", file, &[HALF], "wall_us"),
            ("as-of", file, &[HALF], "prefix_us"),
            ("as-of", file, &[HALF], "again_us"),
        ])?;
        let [first, prefix, again] = found[..] else { anyhow::bail!("a figure is missing") };
        Ok(vec![
            format!(
                "| … ms to ask how things stood half-way; peer: folding that half | {} | {} | {} | at most 1 |",
                ms(first),
                ms(prefix),
                tenths(first * 10, prefix.max(1))
            ),
            format!("| … ms to ask again | {} | | | at most 50 |", ms(again)),
        ])
    }
}

fn number(figures: &Value, field: &str) -> Result<u64> {
    figures[field].as_u64().with_context(|| format!("no figure `{field}` in {figures}"))
}

fn median(mut figures: Vec<u64>) -> u64 {
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn rate(count: u64, wall_us: u64) -> u64 {
    count * 1_000_000 / wall_us.max(1)
}

fn ms(micros: u64) -> String {
    tenths(micros * 10, 1000)
}
