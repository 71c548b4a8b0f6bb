//! Everything that can fail, in order; the same for a developer and for CI.

mod tools;

use crate::process::{cargo, has_cargo_command, run as start};
use crate::{generated, layers, tidy};
use anyhow::{Result, bail};
use std::time::{Duration, Instant};

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("tools", tools::run),
    ("fmt", || start(cargo().args(["fmt", "--all", "--check"]))),
    ("clippy", || {
        start(cargo().args([
            "clippy",
            "--workspace",
            "--all-features",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    }),
    ("tests", tests),
    ("doctests", || start(cargo().args(["test", "--doc", "--workspace", "--all-features"]))),
    ("docs", || {
        start(
            cargo()
                .args(["doc", "--workspace", "--all-features", "--no-deps"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    }),
    ("layers", layers::run),
    ("tidy", tidy::run),
    ("generated", generated::run),
];

/// Runs each step, also after one that failed, so that one run tells all there is to mend.
pub(crate) fn run() -> Result<()> {
    let all = Instant::now();
    let skipped = tools::Skipped::of_this_run();
    skipped.clear();
    let outcomes: Vec<(&str, bool, Duration)> = STEPS.iter().map(|step| outcome(*step)).collect();
    println!("\n== ci ==");
    for (name, passed, time) in &outcomes {
        println!("{} {name:<10} {}", if *passed { "ok    " } else { "FAILED" }, seconds(*time));
    }
    let skipped = skipped.take();
    println!("{} skipped{}", skipped.len(), if skipped.is_empty() { "" } else { ":" });
    for what in &skipped {
        println!("  {what}");
    }
    let failed: Vec<&str> =
        outcomes.iter().filter(|(_, passed, _)| !passed).map(|(name, ..)| *name).collect();
    if !failed.is_empty() {
        bail!("ci failed after {}: {}", seconds(all.elapsed()), failed.join(", "));
    }
    println!("ci passed: {} steps in {}", outcomes.len(), seconds(all.elapsed()));
    Ok(())
}

fn outcome((name, step): Step) -> (&'static str, bool, Duration) {
    println!("\n== {name} ==");
    let begun = Instant::now();
    let result = step();
    let time = begun.elapsed();
    match &result {
        Ok(()) => println!("-- {name}: ok, {}", seconds(time)),
        Err(error) => println!("-- {name}: FAILED, {}: {error:#}", seconds(time)),
    }
    (name, result.is_ok(), time)
}

fn tests() -> Result<()> {
    let mut command = cargo();
    command.env(tools::Skipped::VARIABLE, tools::Skipped::of_this_run().path());
    if has_cargo_command("nextest") {
        return start(command.args(["nextest", "run", "--workspace", "--all-features", "--no-fail-fast"]));
    }
    start(command.args([
        "test",
        "--workspace",
        "--all-features",
        "--lib",
        "--bins",
        "--tests",
        "--no-fail-fast",
    ]))
}

fn seconds(time: Duration) -> String {
    let tenths = time.as_millis() / 100;
    format!("{}.{} s", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_is_an_outcome_not_an_end() {
        assert!(!outcome(("broken", || bail!("on purpose"))).1);
        assert!(outcome(("whole", || Ok(()))).1);
    }

    #[test]
    fn times_have_one_decimal() {
        assert_eq!(seconds(Duration::from_millis(12_349)), "12.3 s");
        assert_eq!(seconds(Duration::from_millis(40)), "0.0 s");
    }
}
