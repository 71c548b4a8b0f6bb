//! Plan to parts, kind by kind.

pub(crate) mod assignments;
pub(crate) mod money;
pub(crate) mod rest;
pub(crate) mod steering;

use crate::part::{Part, plain};
use std::collections::BTreeMap;

/// One name for both letters of what parts stand under, by the label that one letter prints.
#[derive(Debug, Clone, Default)]
pub(crate) struct Owners {
    names: BTreeMap<String, String>,
    /// Label and title, as printed.
    titles: BTreeMap<String, String>,
    /// The names in the other letter, for what this one names without having it.
    elsewhere: BTreeMap<String, String>,
}

impl Owners {
    /// Adds the name of a part, unless its label names another one already.
    pub(crate) fn add(&mut self, part: &Part, name: String) {
        if let Some(label) = &part.label {
            self.names.entry(plain(label)).or_insert(name);
            self.titles.entry(plain(label)).or_insert_with(|| format!("{label}: {}", part.title));
        }
    }

    /// Lets labels that this letter does not explain mean what they mean in the other one.
    pub(crate) fn look_up_in(&mut self, other: &Owners) {
        self.elsewhere.clone_from(&other.names);
    }

    /// Returns the label and the title of what a label names, as printed; the label alone when the letter has no more.
    pub(crate) fn printed(&self, label: Option<&str>) -> Option<String> {
        let label = label?;
        Some(self.titles.get(&plain(label)).cloned().unwrap_or_else(|| label.to_owned()))
    }

    /// Returns the name of what a label names.
    pub(crate) fn of(&self, label: Option<&str>) -> Option<String> {
        let label = plain(label?);
        let known = self.names.get(&label).or_else(|| self.elsewhere.get(&label)).cloned();
        Some(known.unwrap_or_else(|| format!("label {label}")))
    }
}
