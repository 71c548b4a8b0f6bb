//! The pages as a person meets them: the built program serves, and Chromium walks through it.
#![cfg(feature = "web")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test of the pages writes files and starts programs"
)]

mod api;
mod server;
mod walks;
