//! What Styrbord costs, as whole processes: by size of the letter, by format beside other programs, by many letters.

mod check;
mod documents;
mod files;
mod journal;
mod letter;
mod many;
mod measure;
mod pages;
mod place;
mod table;

pub(crate) use measure::{MEASURE_TASK, measure_here};

use crate::{markers, process};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

type Report = fn(&Bench) -> Result<String>;

/// The benches, in the order of the document.
const BENCHES: [(&str, Report); 5] = [
    ("check", check::report),
    ("documents", documents::report),
    ("survey", many::report),
    ("journal", journal::report),
    ("pages", pages::report),
];
const DOCUMENT: &str = "docs/benchmarks.md";

/// What every bench needs.
struct Bench {
    /// The release build. A copy, so that a build going on beside the measurement changes nothing.
    styrbord: PathBuf,
    /// A folder that is gone when all is over.
    folder: PathBuf,
}

/// Measures and prints the tables of the benches that are named, or of all; with `--write` also into the document.
///
/// Settlement is measured by name alone: it takes hours.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    if let ["place", args @ ..] = args {
        return place::run(args);
    }
    let is_bench = |name: &&&str| BENCHES.iter().any(|(known, _)| known == *name);
    if let Some(unknown) = args.iter().filter(|name| **name != "--write").find(|name| !is_bench(name)) {
        let known = BENCHES.map(|(name, _)| name).join("|");
        bail!("usage: cargo xtask bench [{known}]… [--write], or bench place …; found `{unknown}`");
    }
    let wanted = |name: &str| args.contains(&name) || !args.iter().any(|name| is_bench(&name));
    let scratch = Scratch::new()?;
    let styrbord = scratch.0.join("styrbord");
    std::fs::copy(process::styrbord("release")?, &styrbord).context("copying the binary")?;
    let bench = Bench { styrbord, folder: scratch.0.clone() };
    for (name, report) in BENCHES.into_iter().filter(|(name, _)| wanted(name)) {
        let report = report(&bench).with_context(|| format!("measuring {name}"))?;
        println!("== {name} ==\n{report}");
        if args.contains(&"--write") {
            write_into_document(name, &report)?;
        }
    }
    Ok(())
}

/// Says on what was measured: processor, compiler, state of the tree.
fn machine() -> String {
    let mut parts = vec![processor()];
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

/// Returns the name of the processor.
fn processor() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name));
    model.unwrap_or("unknown processor").to_owned()
}

fn write_into_document(bench: &str, report: &str) -> Result<()> {
    let path = process::root().join(DOCUMENT);
    let page = std::fs::read_to_string(&path).with_context(|| format!("reading {DOCUMENT}"))?;
    let new = markers::rewrite(&page, "bench", |which, old| {
        Ok(if which == bench { report.to_owned() } else { old.to_owned() })
    })?;
    if !new.contains(report.trim_end()) {
        bail!("{DOCUMENT} has no line `<!-- bench:{bench} -->`");
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
    fn the_document_has_a_place_for_each_bench() {
        let page = std::fs::read_to_string(process::root().join(DOCUMENT)).unwrap();
        for (name, _) in BENCHES {
            assert!(page.contains(&format!("<!-- bench:{name} -->\n")), "{name}");
        }
    }

    #[test]
    fn a_bench_that_is_none_is_told() {
        let error = run(&["chek"]).unwrap_err().to_string();
        assert!(
            error.contains(
                "[check|documents|survey|journal|pages]… [--write], or bench place …; found `chek`"
            ),
            "{error}"
        );
    }
}
