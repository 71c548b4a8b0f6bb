//! The plan of each example in each format: how far it is from the letter's truth.

use crate::{markers, process};
use anyhow::{Context, Result, bail};

const DOCUMENT: &str = "docs/benchmarks.md";

/// Tries every format and prints the table; with `--write` also into the document.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let write = match args {
        [] => false,
        ["--write"] => true,
        _ => bail!("usage: cargo xtask formats [--write]"),
    };
    let table = process::capture(process::cargo().args(["run", "--quiet", "--package=styrbord-formats"]))?;
    println!("{table}");
    if !write {
        return Ok(());
    }
    let path = process::root().join(DOCUMENT);
    let page = std::fs::read_to_string(&path).with_context(|| format!("reading {DOCUMENT}"))?;
    let new = markers::rewrite(&page, "formats", |_, _| Ok(table.clone()))?;
    if !new.contains(table.trim_end()) {
        bail!("{DOCUMENT} has no line `<!-- formats:plans -->`");
    }
    std::fs::write(&path, new).with_context(|| format!("writing {DOCUMENT}"))?;
    println!("wrote {DOCUMENT}");
    Ok(())
}
