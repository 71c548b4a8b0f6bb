//! The pages by their addresses, as a browser meets them but for the network.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod account;
mod browser;
mod calendar;
mod guard;
mod letters;
mod search;
mod sharing;
mod years;
