//! CPU time and peak memory of a program, run several times.
//!
//! The system counts both for all children of a process together. So each program is measured by a process of its own,
//! `xtask` again: its difference before and after a run is that run, and its peak is that program's alone.

use crate::process;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};

/// The hidden task that measures: `xtask measure-here RUNS PROGRAM ARG…`.
pub(crate) const MEASURE_TASK: &str = "measure-here";

/// What one program costs, start to exit.
pub(super) struct Cost {
    /// User and system time of each run in microseconds, sorted.
    pub(super) cpu_us: Vec<u64>,
    /// The most memory that a run held, in kB.
    pub(super) peak_kb: u64,
    /// The memory of the measuring process: on Linux a child begins as its copy, so a peak below this is not seen.
    pub(super) floor_kb: u64,
}

impl Cost {
    pub(super) fn median_us(&self) -> u64 {
        self.cpu_us.get(self.cpu_us.len() / 2).copied().unwrap_or_default()
    }

    pub(super) fn min_us(&self) -> u64 {
        self.cpu_us.first().copied().unwrap_or_default()
    }

    pub(super) fn max_us(&self) -> u64 {
        self.cpu_us.last().copied().unwrap_or_default()
    }
}

/// Runs `program` with `args` so many times and returns what it cost. Exit code 1 (there are findings) is no failure.
pub(super) fn measure(program: &Path, args: &[&str], runs: usize) -> Result<Cost> {
    let itself = std::env::current_exe().context("finding the path of xtask")?;
    let mut command = Command::new(itself);
    command.args([MEASURE_TASK, &runs.to_string()]).arg(program).args(args);
    let printed = process::capture(&mut command)?;
    cost_of(&serde_json::from_str(&printed).context("reading what was measured")?)
        .context("what was measured is not whole")
}

fn cost_of(measured: &Value) -> Option<Cost> {
    let mut cpu_us: Vec<u64> = measured["cpu_us"].as_array()?.iter().filter_map(Value::as_u64).collect();
    cpu_us.sort_unstable();
    Some(Cost { cpu_us, peak_kb: measured["peak_kb"].as_u64()?, floor_kb: measured["floor_kb"].as_u64()? })
}

/// Runs the program in `args` here and prints its cost as JSON.
pub(crate) fn measure_here(args: &[&str]) -> Result<()> {
    let [runs, program, args @ ..] = args else { bail!("usage: {MEASURE_TASK} RUNS PROGRAM ARG…") };
    let runs: usize = runs.parse().with_context(|| format!("expected a number of runs, found `{runs}`"))?;
    let mut cpu_us = Vec::with_capacity(runs);
    for _ in 0..runs {
        let before = usage::children_cpu_us()?;
        let status = Command::new(program).args(args).stdout(Stdio::null()).status();
        let status = status.with_context(|| format!("starting {program}"))?;
        if !matches!(status.code(), Some(0 | 1)) {
            bail!("`{program} {}` ended with {status}", args.join(" "));
        }
        cpu_us.push(usage::children_cpu_us()?.saturating_sub(before));
    }
    println!(
        "{}",
        json!({"cpu_us": cpu_us, "peak_kb": usage::children_peak_kb()?, "floor_kb": own_peak_kb()})
    );
    Ok(())
}

/// Returns the most memory that this process held itself; 0 where the system does not tell, as outside Linux.
///
/// `getrusage` would count in what the process was a copy of before it was itself.
fn own_peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

#[cfg(unix)]
mod usage {
    use anyhow::{Context, Result};
    use nix::sys::resource::{Usage, UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    pub(super) fn children_cpu_us() -> Result<u64> {
        let usage = usage()?;
        let both = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
        u64::try_from(both).context("reading the CPU time of the children")
    }

    pub(super) fn children_peak_kb() -> Result<u64> {
        let peak = u64::try_from(usage()?.max_rss()).context("reading the peak memory")?;
        // macOS counts bytes where Linux counts kB.
        Ok(if cfg!(target_os = "macos") { peak / 1024 } else { peak })
    }

    fn usage() -> Result<Usage> {
        getrusage(UsageWho::RUSAGE_CHILDREN).context("asking for the usage of resources")
    }
}

#[cfg(not(unix))]
mod usage {
    use anyhow::{Result, bail};

    pub(super) fn children_cpu_us() -> Result<u64> {
        bail!("CPU time of child processes is measured on Unix only")
    }

    pub(super) fn children_peak_kb() -> Result<u64> {
        children_cpu_us()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_sorted() {
        let cost = cost_of(&json!({"cpu_us": [30, 10, 20], "peak_kb": 7, "floor_kb": 5})).unwrap();
        assert_eq!((cost.min_us(), cost.median_us(), cost.max_us()), (10, 20, 30));
        assert!(cost_of(&json!({"cpu_us": [30]})).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_child_that_works_costs_time() {
        let before = usage::children_cpu_us().unwrap();
        process::capture(Command::new("sh").args(["-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"]))
            .unwrap();
        assert!(usage::children_cpu_us().unwrap() > before + 1000);
        assert!(usage::children_peak_kb().unwrap() > 100);
    }
}
