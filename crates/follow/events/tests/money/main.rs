//! Money through the year. All agencies, texts and figures are invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod actuals;
mod commitments;
#[path = "../common/mod.rs"]
mod common;
mod desk;
mod others;
mod portfolio;
mod years;
