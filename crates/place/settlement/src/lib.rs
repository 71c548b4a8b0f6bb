//! Cases, places and what a placement is worth; plans, certificates, and their verifier.
//!
//! From: what the files say. To: an [`Instance`] whose gains are whole numbers, a [`Plan`], and what proves how good
//! it is. [`verify`] judges both and shares nothing with those who make them.
//!
//! This crate does not know how a plan is found, nor who decides. A plan is a proposal to people.

mod decisions;
mod instance;
mod plan;
pub mod read;
mod rules;
mod units;
pub mod verify;

pub use decisions::Decisions;
pub use instance::{Case, Gains, Instance, Kind, Place};
pub use plan::Plan;
pub use rules::{Floors, GroupFloor, Opening, RegionFloor};
pub use units::{from_units, to_units};
pub use verify::{Among, Certificate, KindPrices, NoProof, Violation};
