//! The built binary as a person or a script meets it: exit codes, formats, languages, files that are no letters.
#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test of the command line writes files and starts the program"
)]

mod accept;
mod account;
mod check;
mod compile;
mod diff;
mod explain;
mod export;
mod input;
mod journal;
mod languages;
mod place;
mod place_proof;
mod program;
#[cfg(feature = "postgres")]
mod server;
#[cfg(feature = "web")]
mod serving;
mod survey;
mod terminal;
mod year;
mod year_money;
