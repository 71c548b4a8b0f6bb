//! The stages of compiling a letter, in order.
//!
//! From: bytes. To: [`Compiled`], which holds what every stage gave. The order is the whole content of this crate.
//!
//! ```
//! let compiled = styrbord_pipeline::compile("Mål 1: Trygg ferdsel\n".as_bytes()).unwrap();
//! assert_eq!(compiled.plan.goals.len(), 1);
//! ```

use styrbord_diagnostics::Findings;
use styrbord_plan::Plan;
use styrbord_readers::{Encoding, ReadError};
use styrbord_source::Source;
use styrbord_syntax::Tree;

/// What every stage gave.
#[derive(Debug)]
pub struct Compiled {
    /// How the file was encoded; a PDF or a Word document has encodings of its own inside.
    pub encoding: Option<Encoding>,
    /// The text.
    pub source: Source,
    /// The layout.
    pub tree: Tree,
    /// What the letter holds.
    pub plan: Plan,
    /// What is wrong in it, and what checks out.
    pub findings: Findings,
}

/// Compiles a letter: bytes to source, tree, plan and findings. The same bytes give the same result.
pub fn compile(bytes: &[u8]) -> Result<Compiled, ReadError> {
    let styrbord_readers::Read { source, encoding } = styrbord_readers::read(bytes)?;
    let tree = styrbord_syntax::parse(&source);
    let plan = styrbord_lower::lower(&source, &tree);
    let findings =
        styrbord_check::check(&styrbord_check::Letter { source: &source, tree: &tree, plan: &plan });
    Ok(Compiled { encoding, source, tree, plan, findings })
}
