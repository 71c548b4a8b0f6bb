//! What a rule sees: the letter in its three forms.

use styrbord_plan::{Evidence, Plan};
use styrbord_source::Source;
use styrbord_syntax::Tree;

/// A letter as text, as layout and as plan.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// The text.
    pub source: &'a Source,
    /// The layout.
    pub tree: &'a Tree,
    /// What it holds.
    pub plan: &'a Plan,
}

impl<'a> Letter<'a> {
    /// Returns what the plan was read from.
    pub fn evidence(&self) -> &'a Evidence {
        &self.plan.evidence
    }
}
