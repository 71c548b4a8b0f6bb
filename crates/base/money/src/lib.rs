//! From printed Norwegian amounts to whole øre.
//!
//! Takes running text, table cells and table captions; gives [`Nok`] (øre in an integer), [`Unit`] (what one
//! printed digit counts) and [`Printed`] (an amount with its place, its unit and its precision), so that a
//! rounded figure in prose can be held against an exact one in a table.
//!
//! It does not know chapters, posts, years or tables: whether a bare "2024" is money is for the caller to say.
//! The first end of a range ("10–12 mill. kroner") is not reported; the last end is, as approximate.
//!
//! ```
//! use styrbord_money::{Nok, Unit, find_amounts, parse_caption, parse_cell};
//!
//! let amounts = find_amounts("Departementet stiller om lag 25,2 mill. kroner til disposisjon.");
//! assert_eq!(amounts[0].amount, Nok::from_kroner(25_200_000));
//! assert!(amounts[0].approximate);
//! assert!(amounts[0].agrees_with(Nok::from_kroner(25_187_000)));
//!
//! let unit = parse_caption("(i 1 000 kroner)").unwrap_or(Unit::Kroner);
//! let cell = parse_cell("377 140", unit).map(|printed| printed.amount);
//! assert_eq!(cell, Some(Nok::from_kroner(377_140_000)));
//! ```

mod amounts;
mod caption;
mod cell;
mod nok;
mod number;
mod printed;
mod scan;
mod suffix;
mod unit;

pub use amounts::find_amounts;
pub use caption::parse_caption;
pub use cell::parse_cell;
pub use nok::{Nok, group_digits};
pub use printed::Printed;
pub use unit::Unit;
