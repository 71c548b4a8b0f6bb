//! Letters side by side: what differs, and the plan that holds after supplementary letters.

use serde::Serialize;
use styrbord_compare::{Basis, Changes};
use styrbord_plan::Plan;
use styrbord_readers::ReadError;

/// What comparing letters gives.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// One for each letter after the first, against what held before it.
    pub comparisons: Vec<Changes>,
    /// The plan that holds after all of them, when each one amends the first.
    #[serde(skip)]
    pub consolidated: Option<Plan>,
}

/// A letter that could not be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Which one, counted from 0.
    pub letter: usize,
    /// Why.
    pub error: ReadError,
}

/// Compares letters in the order in which they were sent. A supplementary letter is held against the letter that it
/// amends with the supplements before it; any other letter against the one before.
///
/// # Errors
/// When the bytes of one of them cannot be read as a letter.
pub fn compare(letters: &[&[u8]]) -> Result<Compared, Unreadable> {
    let mut held: Option<Plan> = None;
    let mut comparisons = Vec::new();
    let mut amended = true;
    for (letter, bytes) in letters.iter().enumerate() {
        let compiled = styrbord_pipeline::compile(bytes).map_err(|error| Unreadable { letter, error })?;
        let plan = styrbord_compare::of_letter(compiled.plan, letter + 1);
        let Some(before) = held else {
            held = Some(plan);
            continue;
        };
        let changes = styrbord_compare::compare(&before, &plan);
        let amends = changes.basis == Basis::Amendment;
        held = Some(if amends { styrbord_compare::consolidate(&before, &plan) } else { plan });
        amended &= amends;
        comparisons.push(changes);
    }
    Ok(Compared { comparisons, consolidated: held.filter(|_| amended) })
}

impl Compared {
    /// Tells whether the letters differ.
    pub fn differs(&self) -> bool {
        self.comparisons.iter().any(|changes| !changes.changes.is_empty())
    }
}
