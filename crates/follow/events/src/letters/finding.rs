//! What people decided about the findings of a letter.

use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};

/// A finding of a letter, known by its code and the words that it marks, not by lines: a letter that is read anew by a
/// better program has its findings on other lines, and they are the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FindingKey {
    /// The letter.
    pub letter: ObjectId,
    /// The code of the rule.
    pub code: String,
    /// The words that the finding marks.
    pub quote: String,
    /// Counted from 1 among the findings of the letter with that code and those words.
    pub number: u32,
}

/// What was done about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingStep {
    /// It was accepted, for this reason.
    Accepted(TextRef),
    /// The acceptance was taken back, for this reason.
    TakenBack(TextRef),
    /// It was put on the list of what the ministry is to clarify, with a note or none.
    Listed(Option<TextRef>),
    /// It was taken off that list.
    Unlisted,
}

/// What was done about the findings of all letters of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Findings(Vec<FindingHistory>);

impl Findings {
    /// Returns each finding about which something was done, in the order of letter, code and words.
    pub fn iter(&self) -> impl Iterator<Item = &FindingHistory> {
        self.0.iter()
    }

    /// Returns what was done about a finding; none when nothing was.
    pub fn get(&self, finding: &FindingKey) -> Option<&FindingHistory> {
        self.0.get(self.place(finding).ok()?)
    }

    /// Adds what was done about a finding.
    pub(super) fn add(&mut self, finding: &FindingKey, step: FindingStep, stamp: &Stamp) {
        match self.place(finding) {
            Ok(at) => self.0.iter_mut().skip(at).take(1).for_each(|known| known.steps.push((step, *stamp))),
            Err(at) => {
                self.0.insert(at, FindingHistory { finding: finding.clone(), steps: vec![(step, *stamp)] });
            }
        }
    }

    fn place(&self, finding: &FindingKey) -> Result<usize, usize> {
        self.0.binary_search_by(|known| known.finding.cmp(finding))
    }
}

/// All that was done about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingHistory {
    /// Which one.
    pub finding: FindingKey,
    /// What was done and when, the oldest first.
    pub steps: Vec<(FindingStep, Stamp)>,
}

impl FindingHistory {
    /// Returns the reason for which it is accepted and when that was said; none when it is not.
    pub fn accepted(&self) -> Option<(TextRef, Stamp)> {
        let mut last = self.steps.iter().rev().filter_map(|(step, stamp)| match step {
            FindingStep::Accepted(reason) => Some(Some((*reason, *stamp))),
            FindingStep::TakenBack(_) => Some(None),
            _ => None,
        });
        last.next().flatten()
    }

    /// Returns the note with which it is on the list of what is to be clarified, and when it was put there; none when
    /// it is not on it.
    pub fn listed(&self) -> Option<(Option<TextRef>, Stamp)> {
        let mut last = self.steps.iter().rev().filter_map(|(step, stamp)| match step {
            FindingStep::Listed(note) => Some(Some((*note, *stamp))),
            FindingStep::Unlisted => Some(None),
            _ => None,
        });
        last.next().flatten()
    }

    /// Returns the number of the record that changed it last.
    pub fn touched(&self) -> u64 {
        self.steps.last().map_or(0, |(_, stamp)| stamp.seq)
    }
}
