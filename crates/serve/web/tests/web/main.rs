//! The pages by their addresses, as a browser meets them but for the network.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod account;
mod admin;
mod amendments;
mod api;
mod assignments;
mod browser;
mod calendar;
mod colleagues;
mod commands;
mod coverage;
mod feeds;
mod findings;
mod forms;
mod guard;
mod hostile;
mod letters;
mod money;
mod objects;
mod outside;
mod overview;
mod own;
mod parameters;
mod reach;
mod search;
mod sharing;
mod slow;
mod tasks;
mod walk;
mod years;
