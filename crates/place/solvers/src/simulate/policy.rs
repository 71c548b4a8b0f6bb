//! How a year is run.

use styrbord_settlement::{Floors, Opening};

/// How the weeks of a year are placed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Policy {
    /// Best for the batch; the future is worth nothing.
    Greedy,
    /// Potentials of Ahani and others (2024): the largest prices of the cases to come.
    Pot1,
    /// Potentials of the same: the smallest prices of the batch and the cases to come.
    Pot2,
    /// Pot2 with a price on a lead over an even intake, in hundredths of the worth of a person.
    Balanced(u32),
    /// Potentials that remember, with a price on a lead; everybody who waits is placed when there is room, whoever
    /// waited longest first; and a forecast that learns.
    #[default]
    Steady,
}

/// What a simulation is run with.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The policy.
    pub policy: Policy,
    /// How many futures are drawn each week.
    pub futures: u32,
    /// The most cases of a future; more are thinned out and the room with them.
    pub cases_max: usize,
    /// How many cases are believed to come in the whole year; none is the true number.
    pub believed_total: Option<usize>,
    /// Where the drawing begins.
    pub seed: u64,
    /// What regions and groups are to get at least, and regions at most.
    pub floors: Floors,
    /// Room that opens later.
    pub openings: Vec<Opening>,
}

impl Default for Setting {
    fn default() -> Self {
        Setting {
            policy: Policy::Steady,
            futures: 5,
            cases_max: 4_000,
            believed_total: None,
            seed: 7,
            floors: Floors::default(),
            openings: Vec::new(),
        }
    }
}
