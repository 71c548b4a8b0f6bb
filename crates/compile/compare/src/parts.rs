//! Plan to parts, kind by kind.

pub(crate) mod assignments;
pub(crate) mod money;
pub(crate) mod rest;
pub(crate) mod steering;

use crate::part::Part;
use std::collections::BTreeMap;

/// One name for both letters of what parts stand under, by the label that one letter prints.
#[derive(Debug, Clone, Default)]
pub(crate) struct Owners {
    names: BTreeMap<String, String>,
    side: &'static str,
}

impl Owners {
    /// Returns the names in one letter: a pair has one name in both, what stands alone has one of its own.
    pub(crate) fn new(side: &'static str) -> Self {
        Owners { names: BTreeMap::new(), side }
    }

    /// Adds the name of a part, unless its label names another one already.
    pub(crate) fn add(&mut self, part: &Part, name: String) {
        if let Some(label) = &part.label {
            self.names.entry(label.clone()).or_insert(name);
        }
    }

    /// Returns the name of what a label names.
    pub(crate) fn of(&self, label: Option<&str>) -> Option<String> {
        let label = label?;
        let known = self.names.get(label).cloned();
        Some(known.unwrap_or_else(|| format!("{}:{label}", self.side)))
    }
}
