//! More simulated years than CI has time for, in release.

use crate::process;
use anyhow::Result;

/// Runs the simulation; it tells of the first seed that fails, and how to see it again.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--release", "--package", "styrbord-years", "--"]).args(args);
    process::run(&mut command)
}
