//! The verifier against planted violations and prices of every kind, and reading against files of every make.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod certificates;
mod made;
mod plans;
mod refused;
