//! The work on assignments, duties, reports and meetings.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

#[path = "../common/mod.rs"]
mod common;

mod amendments;
mod deadlines;
mod delivery;
mod desk;
mod duties;
mod milestones;
mod order;
mod pack;
mod questions;
mod status;
mod totality;
mod traces;
