//! Pages drawn as text: each case is a drawing and what it is read as.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod drawing;
mod hostile;
mod pages;
mod structure;
mod tables;
