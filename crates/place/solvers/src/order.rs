//! What is asked of a solver, and what it says on the way and at the end.

use styrbord_settlement::{Certificate, Decisions, KindPrices, Plan};

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// Everybody is to be settled when that is possible, whatever it costs in value.
    pub must_settle: bool,
    /// What people decided; the rest is solved around it.
    pub decisions: Decisions,
    /// What is known of an earlier, similar problem, to begin with.
    pub begin: Begin,
    /// Where the search for a better plan begins.
    pub seed: u64,
    /// How much work is spent.
    pub effort: Effort,
}

/// What is known of an earlier, similar problem; what is not there, or does not fit, is found anew.
#[derive(Debug, Clone, Default)]
pub struct Begin {
    /// Prices of places, units per person.
    pub places: Option<Vec<i32>>,
    /// Prices of further kinds, in units.
    pub kinds: KindPrices,
    /// Prices of cases, in units.
    pub cases: Option<Vec<i64>>,
    /// A plan. The work stays near it, and is much less.
    pub plan: Option<Plan>,
}

/// How much work is spent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Effort {
    /// The relaxation and whole families from it.
    Quick,
    /// A search for better plans too, and where the size allows it prices on cases for a closer bound.
    #[default]
    Thorough,
}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What the best plan so far is worth, in units.
    pub value: i64,
    /// No plan is worth more, in units.
    pub bound: i64,
}

/// A proposal with what is known of it.
#[derive(Debug, Clone)]
pub struct Solution {
    /// Who lives where.
    pub plan: Plan,
    /// What it is worth, in units.
    pub value: i64,
    /// No plan is worth more, in units; with [`Order::must_settle`] no plan that settles everybody.
    pub bound: i64,
    /// What proves the bound.
    pub certificate: Certificate,
    /// The prices of further kinds that belong to it.
    pub certificate_kinds: KindPrices,
    /// What one more person's room is worth in each place, in units.
    pub prices: Vec<i32>,
    /// What an amount of 1 of each further kind is worth in each place, in units.
    pub kind_prices: KindPrices,
    /// The least persons that no plan can settle, when [`Order::must_settle`] was asked for and some are left.
    pub shortage: Option<Shortage>,
}

/// Why some cannot be settled, as far as that is proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shortage {
    /// These cases can go to these places only, and need more room than there is.
    Room {
        /// The cases.
        cases: Vec<usize>,
        /// The places.
        places: Vec<usize>,
    },
    /// These cases can go to these places only, and need more of a further kind than there is.
    Kind {
        /// The kind.
        kind: usize,
        /// The cases.
        cases: Vec<usize>,
        /// The places.
        places: Vec<usize>,
    },
    /// No plan of whole families settles more persons; the prices of the cases prove it.
    WholeFamilies {
        /// The most persons that any plan settles.
        persons_max: u64,
        /// For each case what it pays, in persons times `scale`.
        prices: Vec<i64>,
        /// What an amount of 1 of each further kind costs in each place, in the same unit.
        kind_prices: KindPrices,
        /// The prices' unit.
        scale: i64,
    },
    /// A plan was not found, and that there is none was not proved.
    Unproved,
}
