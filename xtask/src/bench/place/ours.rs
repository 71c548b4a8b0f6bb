//! The program itself, and its example that times the relaxation.

use crate::bench::measure::{Call, measure};
use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds, as copies, so that a build going on beside the measurement changes nothing.
pub(super) struct Programs {
    styrbord: PathBuf,
    relaxation: PathBuf,
}

impl Programs {
    pub(super) fn build(profile: &str, folder: &Path) -> Result<Self> {
        let copy = |from: PathBuf, name: &str| -> Result<PathBuf> {
            let to = folder.join(name);
            std::fs::copy(&from, &to).with_context(|| format!("copying {}", from.display()))?;
            Ok(to)
        };
        Ok(Programs {
            styrbord: copy(process::styrbord(profile)?, "styrbord")?,
            relaxation: copy(process::example("styrbord-solvers", "relaxation", profile)?, "relaxation")?,
        })
    }

    /// Returns the same with the program of another build.
    pub(super) fn styrbord_of(profile: &str, folder: &Path) -> Result<PathBuf> {
        let to = folder.join(format!("styrbord-{profile}"));
        std::fs::copy(process::styrbord(profile)?, &to).context("copying the binary")?;
        Ok(to)
    }

    pub(super) fn styrbord(&self) -> &Path {
        &self.styrbord
    }

    /// Makes a year by the program's own generator.
    pub(super) fn generate(&self, folder: &Path, persons: u32, seed: u64, kappa: &str) -> Result<()> {
        let mut command = Command::new(&self.styrbord);
        let (persons, seed) = (persons.to_string(), seed.to_string());
        command.args(["place", "generate", "--format", "parquet", "--persons", &persons, "--seed", &seed]);
        process::capture(command.args(["--strength", kappa]).arg(folder)).map(drop)
    }

    /// Runs `styrbord place` with words and paths; returns what it says as JSON. Exit code 1 is an answer too.
    pub(super) fn place(&self, words: &[&str], paths: &[&Path]) -> Result<Value> {
        place(&self.styrbord, words, paths)
    }

    /// Returns what the relaxation of a year costs.
    pub(super) fn relaxation(&self, folder: &Path, rounds: u32) -> Result<Value> {
        let mut command = Command::new(&self.relaxation);
        let said = process::capture(command.arg(folder).arg(rounds.to_string()))?;
        serde_json::from_str(&said).context("reading what the relaxation took")
    }

    /// Returns the CPU seconds and the peak in MB of a whole process that only relaxes and rounds, start to exit.
    pub(super) fn explain_cost(&self, folder: &Path, case: &str) -> Result<(f64, f64)> {
        let words = ["place", "explain"].map(Into::into);
        let args = words.into_iter().chain([folder.as_os_str().to_owned(), case.into()]);
        let cost = measure(&Call::new(&self.styrbord, args), 1)?;
        Ok((micro(cost.median_us()), kilo(cost.peak_kb)))
    }
}

fn micro(us: u64) -> f64 {
    std::time::Duration::from_micros(us).as_secs_f64()
}

#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "a figure for a table")]
fn kilo(kb: u64) -> f64 {
    kb as f64 / 1024.0
}

/// Runs a build of the program.
pub(super) fn place(styrbord: &Path, words: &[&str], paths: &[&Path]) -> Result<Value> {
    let mut command = Command::new(styrbord);
    command.arg("place").args(words.iter().take(1)).args(paths).args(words.iter().skip(1));
    let said = process::capture_if(command.args(["--format", "json"]), |code| code <= 1)?;
    serde_json::from_str(&said).context("reading what the program said")
}
