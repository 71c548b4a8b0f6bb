//! Fetches the style sheets that the pages wear.

use crate::process;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// The package that names them, with its lock.
const WEB: &str = "crates/serve/web";
/// Each sheet: where the package has it, and under which name the build looks for it.
const SHEETS: [(&str, &str); 2] = [
    ("@digdir/designsystemet-css/dist/src/index.css", "designsystemet.css"),
    ("@digdir/designsystemet-theme/brand/digdir.css", "theme.css"),
];

/// Tells whether the sheets are where the build looks for them.
pub(crate) fn are_there() -> bool {
    let assets = process::root().join(WEB).join("assets/npm");
    SHEETS.iter().all(|(_, name)| assets.join(name).is_file())
}

/// Installs what the lock names, runs none of its scripts, and copies the sheets to where the build embeds them.
pub(crate) fn run() -> Result<()> {
    let web = process::root().join(WEB);
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&web);
    process::run(&mut npm)?;
    let assets = web.join("assets/npm");
    std::fs::create_dir_all(&assets).with_context(|| format!("making {}", assets.display()))?;
    for (from, to) in SHEETS {
        copy(&web.join("node_modules").join(from), &assets.join(to))?;
    }
    println!("{} sheets in {WEB}/assets/npm", SHEETS.len());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to).with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
    Ok(())
}
