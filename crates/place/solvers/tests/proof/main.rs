//! What a solver says is held against roads that share nothing with it: all plans tried, HiGHS, and what must follow
//! when an instance is changed.
#![expect(
    clippy::disallowed_methods,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::unwrap_used,
    reason = "a test stops at its first surprise; the second oracle is a program that reckons in reals"
)]

mod instances;
mod simulated;
mod years;

mod changed;
mod highs;
mod hostile;
mod repeated;
mod tried;
