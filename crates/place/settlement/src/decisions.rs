//! What people have decided on; a plan is made around it.

/// People's decisions, as indexes of cases and places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// A case, and the place that it gets.
    pub locked: Vec<(usize, usize)>,
    /// A case, and a place that it must not get.
    pub forbidden: Vec<(usize, usize)>,
}

impl Decisions {
    /// Tells whether nothing is decided.
    pub fn is_empty(&self) -> bool {
        self.locked.is_empty() && self.forbidden.is_empty()
    }
}
