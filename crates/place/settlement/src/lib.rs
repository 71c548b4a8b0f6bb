//! Cases, places and what a placement is worth; plans, certificates, and their verifier.

mod instance;

pub use instance::{Case, Gains, Instance, Place};
