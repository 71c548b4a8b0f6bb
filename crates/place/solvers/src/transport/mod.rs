//! The relaxed problem, in which a family may be split: exact flows and prices.
//!
//! A case uses as many places as it has persons wherever it goes, so the relaxation is a transportation problem.
//! There are many more cases than places; the state is therefore kept place by place. `loss[j][k]` is the least
//! that is lost when somebody who lives in `j` moves to `k`; a shortest path over places, weighted by that loss and
//! the prices, is the cheapest way to make room. Prices and flows stay optimal for those who are placed already.
//!
//! The start are prices from a sample of the cases with as large a share of the room, by the same method. Then most
//! cases are placed by a single look at their row, and few paths are needed.

mod flow;
mod paths;
mod start;

pub use flow::Flow;
use styrbord_settlement::Gains;

/// A relaxed problem.
#[derive(Debug, Clone, Copy)]
pub struct Transport<'a> {
    /// The persons of each case.
    pub persons: &'a [u32],
    /// The room of each place.
    pub capacity: &'a [u32],
    /// What a person of each case gains in each place.
    pub gains: &'a Gains,
}

/// Persons of a case who live in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home {
    /// The case.
    pub case: u32,
    /// The place.
    pub place: u32,
    /// How many of its persons.
    pub persons: u32,
}

/// Solves the relaxed problem.
pub fn solve(problem: Transport<'_>) -> Flow {
    let prices = start::prices(problem);
    solve_from(problem, &prices)
}

/// Solves the relaxed problem from prices that are believed to be near the best ones, units per person.
pub fn solve_from(problem: Transport<'_>, prices: &[i32]) -> Flow {
    solve_again(problem, prices, &[])
}

/// Solves the relaxed problem from what an earlier, similar one came to: its prices, units per person, and who lived
/// where. Whoever would still choose the same stays there; only the others are placed anew.
pub fn solve_again(problem: Transport<'_>, prices: &[i32], homes: &[Home]) -> Flow {
    let mut flow = Flow::begin(problem, prices, homes);
    flow.place_all();
    flow.fill_priced();
    flow
}

/// Places everybody from prices that are believed to be a little below the best ones, units per person, and stops
/// there: everybody lives where they gain most, but a place may keep a price and room. Takes a third of the time.
pub fn solve_roughly(problem: Transport<'_>, prices: &[i32]) -> Flow {
    let mut flow = Flow::begin(problem, prices, &[]);
    flow.place_all();
    flow
}
