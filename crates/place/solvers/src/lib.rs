//! An instance to a plan with a bound and prices.

pub mod round;
pub mod transport;
