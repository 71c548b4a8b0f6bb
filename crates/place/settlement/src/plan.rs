//! Who lives where.

use crate::Instance;

/// Where each case of an instance is placed; an index into its places, or none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// One home for each case, in the order of the cases.
    pub homes: Vec<Option<u32>>,
}

impl Plan {
    /// Returns a plan that places nobody.
    pub fn empty(instance: &Instance) -> Self {
        Plan { homes: vec![None; instance.cases.len()] }
    }

    /// Returns how many persons are placed.
    pub fn placed_persons(&self, instance: &Instance) -> u64 {
        let placed = self.homes.iter().zip(&instance.cases).filter(|(home, _)| home.is_some());
        placed.map(|(_, case)| u64::from(case.persons)).sum()
    }

    /// Returns how many cases are not placed.
    pub fn unplaced_cases(&self) -> usize {
        self.homes.iter().filter(|home| home.is_none()).count()
    }
}
