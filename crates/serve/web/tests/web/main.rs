//! The pages by their addresses, as a browser meets them but for the network.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod account;
mod admin;
mod browser;
mod calendar;
mod colleagues;
mod guard;
mod letters;
mod own;
mod search;
mod sharing;
mod years;
