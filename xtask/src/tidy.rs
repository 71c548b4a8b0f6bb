//! What no compiler checks: lengths, unfinished code, and whether the documents tell the truth about the tree.

mod documents;
mod invariants;
mod lengths;
mod rust_source;
mod tree;
mod unfinished;

pub(crate) use tree::Tree;

use anyhow::{Result, bail};

/// Fails with each place that is not tidy.
pub(crate) fn run() -> Result<()> {
    let tree = Tree::read()?;
    let mut wrong = lengths::violations(&tree)?;
    wrong.extend(unfinished::violations(&tree));
    wrong.extend(documents::violations(&tree));
    wrong.extend(invariants::violations(&tree));
    if !wrong.is_empty() {
        bail!("{} places are not tidy:\n  {}", wrong.len(), wrong.join("\n  "));
    }
    println!("tidy: {} Rust files and {} documents", tree.rust().count(), tree.documents().count());
    Ok(())
}
