//! Who may depend on whom: the flow is the tree.
//!
//! Three questions, each answered from cargo's own account of the workspace: do the edges follow the flow, does each
//! heavy crate stay in its home, and does a plain build of `styrbord` do without the heavy engines?

mod flow;
mod homes;
mod workspace;

use crate::process;
use anyhow::{Result, bail};
use workspace::Workspace;

/// Fails with each edge that breaks a rule, and the rule.
pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::from_metadata(&process::metadata()?)?;
    let mut wrong = flow::violations(&workspace);
    wrong.extend(homes::violations(&workspace));
    let mut tree = process::cargo();
    tree.args(["tree", "--package=styrbord", "--edges=normal", "--prefix=none", "--format={p}"]);
    wrong.extend(homes::heavy_in_default_tree(&process::capture(&mut tree)?));
    if !wrong.is_empty() {
        bail!("{} edges break the layers:\n  {}", wrong.len(), wrong.join("\n  "));
    }
    println!("layers: {} crates, each where the flow has it", workspace.crates.len());
    Ok(())
}
