//! The pages: what people meet in a browser.
//!
//! From: requests over HTTP. To: pages that the server has written, and the calls of use cases behind them.
//! [`serve`] runs until it is told to stop; [`router`] gives the same pages to a test. A page is a module of `pages`:
//! a handler, a view model without markup, its texts in three languages, and a template.
//!
//! This crate decides nothing about letters, years or people (`app` does), and it has no page that needs a script.

mod api;
mod assets;
mod clock;
mod fields;
mod form;
mod frame;
mod guard;
mod house;
mod pages;
mod problem;
mod server;
mod site;
mod visit;
mod words;
mod written;
mod zip;

pub use house::{House, Settings};
pub use pages::router;
pub use server::{ServeError, serve};
pub use site::{Opened, Pack, Site};
