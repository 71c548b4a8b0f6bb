//! Sheets: rows and days become files that other programs open.
//!
//! From: words, dates and whole numbers. To: bytes. A cell is text or a number and never a formula, whatever it says.
//! It adds no facts, and does not know where they come from.

mod days;
mod inert;

pub use days::{DayCalendar, DayEntry, UtcTime, icalendar};
pub use inert::{ert, inert};
