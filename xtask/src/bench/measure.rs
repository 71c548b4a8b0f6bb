//! CPU time and peak memory of a program, run several times.
//!
//! The system counts both for all children of a process together. So each program is measured by a process of its own,
//! `xtask` again: its difference before and after a run is that run, and its peak is that program's alone.

use crate::process;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The hidden task that measures: `xtask measure-here RUNS PROGRAM ARG…`.
pub(crate) const MEASURE_TASK: &str = "measure-here";

/// A program to run, with its arguments.
pub(super) struct Call {
    program: PathBuf,
    args: Vec<OsString>,
}

impl Call {
    pub(super) fn new<T: Into<OsString>>(program: &Path, args: impl IntoIterator<Item = T>) -> Self {
        Call { program: program.to_path_buf(), args: args.into_iter().map(Into::into).collect() }
    }
}

/// What one program costs, start to exit.
#[derive(Default)]
pub(super) struct Cost {
    /// User and system time of each run in microseconds, sorted.
    pub(super) cpu_us: Vec<u64>,
    /// Time from start to exit of each run in microseconds, sorted.
    pub(super) wall_us: Vec<u64>,
    /// The most memory that a run held, in kB; of several processes the largest.
    pub(super) peak_kb: u64,
    /// The memory of the measuring process: on Linux a child begins as its copy, so a peak below this is not seen.
    pub(super) floor_kb: u64,
}

impl Cost {
    pub(super) fn median_us(&self) -> u64 {
        median(&self.cpu_us)
    }

    pub(super) fn median_wall_us(&self) -> u64 {
        median(&self.wall_us)
    }

    pub(super) fn min_us(&self) -> u64 {
        self.cpu_us.first().copied().unwrap_or_default()
    }

    pub(super) fn max_us(&self) -> u64 {
        self.cpu_us.last().copied().unwrap_or_default()
    }
}

fn median(sorted: &[u64]) -> u64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// Runs a program so many times and returns what it cost. Exit code 1 (there are findings) is no failure.
pub(super) fn measure(call: &Call, runs: usize) -> Result<Cost> {
    let itself = std::env::current_exe().context("finding the path of xtask")?;
    let mut command = Command::new(itself);
    command.args([MEASURE_TASK, &runs.to_string()]).arg(&call.program).args(&call.args);
    let printed = process::capture(&mut command)?;
    cost_of(&serde_json::from_str(&printed).context("reading what was measured")?)
        .context("what was measured is not whole")
}

/// Runs programs in turn, so many rounds, so that what else the machine does falls on all of them alike.
///
/// A program that fails is not run again; in place of its cost stands why.
pub(super) fn side_by_side(calls: &[Call], rounds: usize) -> Vec<Result<Cost>> {
    let mut costs: Vec<Result<Cost>> = calls.iter().map(|_| Ok(Cost::default())).collect();
    for _ in 0..rounds {
        for (call, cost) in calls.iter().zip(&mut costs) {
            let Ok(sum) = cost else { continue };
            match measure(call, 1) {
                Ok(run) => sum.add(run),
                Err(error) => *cost = Err(error),
            }
        }
    }
    costs
}

impl Cost {
    fn add(&mut self, run: Cost) {
        self.cpu_us.extend(run.cpu_us);
        self.wall_us.extend(run.wall_us);
        self.cpu_us.sort_unstable();
        self.wall_us.sort_unstable();
        self.peak_kb = self.peak_kb.max(run.peak_kb);
        self.floor_kb = self.floor_kb.max(run.floor_kb);
    }
}

fn cost_of(measured: &Value) -> Option<Cost> {
    let sorted = |name: &str| {
        let mut times: Vec<u64> = measured[name].as_array()?.iter().filter_map(Value::as_u64).collect();
        times.sort_unstable();
        Some(times)
    };
    Some(Cost {
        cpu_us: sorted("cpu_us")?,
        wall_us: sorted("wall_us")?,
        peak_kb: measured["peak_kb"].as_u64()?,
        floor_kb: measured["floor_kb"].as_u64()?,
    })
}

/// Runs the program in `args` here and prints its cost as JSON.
pub(crate) fn measure_here(args: &[&str]) -> Result<()> {
    let [runs, program, args @ ..] = args else { bail!("usage: {MEASURE_TASK} RUNS PROGRAM ARG…") };
    let runs: usize = runs.parse().with_context(|| format!("expected a number of runs, found `{runs}`"))?;
    let (mut cpu_us, mut wall_us) = (Vec::with_capacity(runs), Vec::with_capacity(runs));
    for _ in 0..runs {
        let (before, begun) = (usage::children_cpu_us()?, Instant::now());
        let status = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).status();
        let status = status.with_context(|| format!("starting {program}"))?;
        if !matches!(status.code(), Some(0 | 1)) {
            bail!("`{program} {}` ended with {status}", args.join(" "));
        }
        wall_us.push(u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX));
        cpu_us.push(usage::children_cpu_us()?.saturating_sub(before));
    }
    println!(
        "{}",
        json!({
            "cpu_us": cpu_us,
            "wall_us": wall_us,
            "peak_kb": usage::children_peak_kb()?,
            "floor_kb": own_peak_kb(),
        })
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
        let cost = cost_of(&json!({"cpu_us": [30, 10, 20], "wall_us": [9, 8], "peak_kb": 7, "floor_kb": 5}));
        let cost = cost.unwrap();
        assert_eq!(cost.wall_us, [8, 9]);
        assert_eq!((cost.min_us(), cost.median_us(), cost.max_us()), (10, 20, 30));
        assert!(cost_of(&json!({"cpu_us": [30]})).is_none());
    }

    #[test]
    fn runs_are_added() {
        let run = |cpu, peak_kb| Cost { cpu_us: vec![cpu], wall_us: vec![cpu + 1], peak_kb, floor_kb: 3 };
        let mut sum = Cost::default();
        for one in [run(30, 5), run(10, 9), run(20, 7)] {
            sum.add(one);
        }
        assert_eq!((sum.median_us(), sum.median_wall_us(), sum.peak_kb), (20, 21, 9));
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
