//! A first look: the example letter, checked, and what to do next.

use crate::process;
use anyhow::{Context, Result, bail};
use std::process::Command;

const LETTER: &str = "examples/letters/fjellvett-2025.txt";

/// Builds `styrbord` as `cargo run` does (dev profile: no optimising, so it is soon there) and checks the example letter.
pub(crate) fn run() -> Result<()> {
    let styrbord = process::styrbord("dev")?;
    println!("$ styrbord check {LETTER}\n");
    let status = Command::new(&styrbord)
        .args(["check", LETTER])
        .current_dir(process::root())
        .status()
        .context("starting styrbord")?;
    let outcome = match status.code() {
        Some(0) => "It found no contradiction here; its warnings and notes are for the ministry to look at.",
        Some(1) => "Findings are what it is for: each names the lines that clash.",
        _ => bail!("`styrbord check {LETTER}` ended with {status}"),
    };
    println!("{}", explanation(outcome));
    Ok(())
}

fn explanation(outcome: &str) -> String {
    format!(
        "
{LETTER} is a whole allocation letter, invented for this project:
agency, people and sums are made up. Styrbord compiled it and told what is wrong in it and what checks out.
{outcome}

Next:
  cargo run -- check YOUR-LETTER                   your own letter
  cargo run -- explain CODE                        what a finding means and what to do about it
  cargo run -- compile {LETTER} --emit plan --format json"
    )
}
