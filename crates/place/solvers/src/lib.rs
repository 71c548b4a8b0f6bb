//! An instance to a plan with a bound and prices.

pub mod dive;
pub mod improve;
pub mod knapsack;
mod random;
pub mod round;
pub mod transport;
