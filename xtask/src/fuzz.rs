//! Any bytes at all: the fuzz targets, by cargo-fuzz, on the stable toolchain.
//!
//! cargo-fuzz asks for a nightly compiler because sanitizers and coverage are unstable flags. The product has no
//! unsafe code for a sanitizer to watch; coverage alone works on stable with `RUSTC_BOOTSTRAP=1`.

use crate::process;
use anyhow::{Context, Result, bail};
use std::path::Path;

const FOLDER: &str = "fuzz/fuzz_targets";
/// Letters to start from, with those for the target alone; what is found goes to `fuzz/corpus/TARGET`.
const SEEDS: &str = "examples/letters";
const SEEDS_OF_TARGET: &str = "fuzz/seeds";
const SECONDS: u32 = 60;
/// Longer inputs are slower and find no more; a hang is what takes longer than `TIMEOUT_S` on one input.
const BYTES_MAX: u32 = 16_384;
const TIMEOUT_S: u32 = 10;

const INSTALL: &str = "cargo-fuzz is not installed:
  cargo install cargo-fuzz --locked
It needs a C++ compiler for libFuzzer (Debian: apt-get install g++), and no nightly toolchain.";

/// Runs one target, or each of them, for the seconds given.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let targets = targets(&process::root().join(FOLDER))?;
    let (chosen, seconds) = chosen(args, &targets)?;
    if !process::has_cargo_command("fuzz") {
        bail!("{INSTALL}");
    }
    for target in chosen {
        println!("== fuzz {target}, {seconds} s ==");
        fuzz(&target, seconds)?;
    }
    println!("fuzz: no input broke a target");
    Ok(())
}

fn fuzz(target: &str, seconds: u32) -> Result<()> {
    let root = process::root();
    let corpus = format!("fuzz/corpus/{target}");
    std::fs::create_dir_all(root.join(&corpus)).with_context(|| format!("making {corpus}"))?;
    let mut command = process::cargo();
    command
        .args(["fuzz", "run", "--sanitizer", "none", "--debug-assertions", target, &corpus])
        .args(
            [SEEDS, &format!("{SEEDS_OF_TARGET}/{target}")].iter().filter(|seeds| root.join(seeds).is_dir()),
        )
        .arg("--")
        .args([
            format!("-max_total_time={seconds}"),
            format!("-max_len={BYTES_MAX}"),
            format!("-timeout={TIMEOUT_S}"),
            "-print_final_stats=1".to_owned(),
        ])
        .env("RUSTC_BOOTSTRAP", "1");
    process::run(&mut command)
        .with_context(|| format!("an input that broke {target} is kept in fuzz/artifacts/{target}"))
}

fn targets(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("reading {FOLDER}"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// Returns the targets and the seconds that `args` ask for, in either order.
fn chosen(args: &[&str], targets: &[String]) -> Result<(Vec<String>, u32)> {
    let (mut names, mut seconds) = (Vec::new(), SECONDS);
    for arg in args {
        if let Ok(number) = arg.parse() {
            seconds = number;
        } else if targets.iter().any(|target| target == arg) {
            names.push((*arg).to_owned());
        } else {
            bail!("expected seconds or one of the targets {}, found `{arg}`", targets.join(", "));
        }
    }
    if names.is_empty() {
        names = targets.to_vec();
    }
    Ok((names, seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn target_and_seconds_may_each_be_left_out() {
        let all = ["pipeline".to_owned(), "syntax".to_owned()];
        let check = |args: &[&str], names: &[&str], seconds| {
            let found = chosen(args, &all).unwrap();
            assert_eq!(
                (found.0.iter().map(String::as_str).collect::<Vec<_>>(), found.1),
                (names.to_vec(), seconds)
            );
        };
        check(&[], &["pipeline", "syntax"], 60);
        check(&["syntax"], &["syntax"], 60);
        check(&["5"], &["pipeline", "syntax"], 5);
        check(&["syntax", "5"], &["syntax"], 5);
        assert!(chosen(&["parser"], &all).is_err());
    }
}
