//! An instance to a plan with a bound and prices.
//!
//! From: an [`styrbord_settlement::Instance`] and an [`Order`]. To: a [`Solution`]: a plan of whole families, a bound
//! that no plan exceeds, and what proves it. All figures are whole numbers, so the same instance gives the same
//! plan on every machine.
//!
//! This crate reads no files, knows no clock and decides nothing: people do.

mod decided;
mod dive;
mod exact;
mod improve;
mod kinds;
mod knapsack;
mod order;
pub mod prices;
mod random;
mod relax;
mod round;
mod shortage;
pub mod simulate;
mod solve;
mod table;
pub mod transport;

pub use order::{Begin, Effort, Order, Progress, Shortage, Solution};
pub use solve::solve;
