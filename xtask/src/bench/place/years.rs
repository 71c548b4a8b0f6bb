//! Invented years, made once and kept in the folder for temporary files.

use super::ours::Programs;
use crate::process;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the generator and the peers lie, seen from the checkout.
const TOOLS: &str = "../shared/tools/settlement";

/// A year in files.
pub(super) struct Year {
    /// What it is called in tables and among the answers that are kept.
    pub(super) name: String,
    pub(super) persons: u32,
    /// How much it matters who goes where.
    pub(super) kappa: String,
    /// The exchange folder, with a pool.
    pub(super) folder: PathBuf,
    /// The file that the peers read; none for a year of the program's own generator.
    pub(super) peers_file: Option<PathBuf>,
}

/// Returns the folder of the generator and the peers, when it is there.
pub(super) fn tools() -> Option<PathBuf> {
    let folder = process::root().join(TOOLS);
    folder.join("gen.py").is_file().then_some(folder)
}

/// Returns what a year is called.
pub(super) fn name(kappa: &str, persons: u32, seed: u64) -> String {
    let origin = if tools().is_some() { "" } else { "own-" };
    format!("{origin}kappa-{kappa}-persons-{persons}-seed-{seed}")
}

/// Makes a year, or takes the one that was made before.
pub(super) fn make(programs: &Programs, kappa: &str, persons: u32, seed: u64) -> Result<Year> {
    let tools = tools();
    let name = name(kappa, persons, seed);
    let folder = std::env::temp_dir().join("styrbord-bench-years").join(&name);
    let file = folder.join("year.npz");
    let year = |peers_file| Year {
        name: name.clone(),
        persons,
        kappa: kappa.to_owned(),
        folder: folder.clone(),
        peers_file,
    };
    let done = folder.join("done");
    if !done.is_file() {
        println!("making {name}");
        // A year that was left half made is made anew.
        let _ = std::fs::remove_dir_all(&folder);
        match &tools {
            Some(tools) => {
                generated(tools, &folder, &file, &[&persons.to_string(), &seed.to_string(), kappa])?;
            }
            None => programs.generate(&folder, persons, seed, kappa)?,
        }
        std::fs::write(&done, "").with_context(|| format!("writing {}", done.display()))?;
    }
    Ok(year(tools.map(|_| file)))
}

fn generated(tools: &Path, folder: &Path, file: &Path, [persons, seed, kappa]: &[&str; 3]) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let python = |script: &str| {
        let mut command = Command::new("python3");
        command.arg("-B").arg(tools.join(script));
        command
    };
    process::capture(python("gen.py").args([persons, seed]).arg(file).arg(kappa))?;
    process::capture(python("export_instance.py").arg(file).arg(folder))?;
    Ok(())
}
