//! Search in a year: a throw-away index in memory, made of the book and of the letters' text.
//!
//! From: a [`Book`](styrbord_events::Book) and what its texts say. To: an [`Index`] that gives [`Hit`]s for what
//! somebody types, each with the words that were found marked. Who may see a hit is for the asker to say.

mod ask;
mod gather;
mod index;
mod marked;
mod shelf;
mod spelling;
mod stem;
mod words;

pub use ask::{Found, Hit};
pub use gather::{Gathered, gather, gather_shown, lines, spot_of};
pub use index::{Entry, Index, Kind, Spot};
pub use marked::Piece;
pub use shelf::{Key, Shelf};

#[cfg(test)]
mod tests;
