//! Simulated years: a seed becomes thousands of commands, and after each of them it is checked what must hold.
//!
//! [`simulate`] lets several invented people of agencies, ministry and partner work through a year, over any
//! [`styrbord_store::Journal`], with crashes and repeats in between. [`Tally`] counts which of them were done and which refused. Agencies and data are invented; the years are marked as
//! simulated.
//!
//! Nothing here knows how a command is decided: what is checked is told from records and states alone.

mod chance;
mod commands;
mod draw;
mod invariants;
mod memory;
mod parts;
mod simulation;

pub use chance::Chance;
pub use draw::{Draw, MARKER};
pub use memory::{Crash, Crashing, Memory};
pub use simulation::{Failure, Settings, Tally, in_memory, simulate};
