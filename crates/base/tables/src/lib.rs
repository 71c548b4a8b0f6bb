//! CSV and Parquet to batches of typed columns, and back.
//!
//! From: the bytes of a file, behind [`Input`], and the columns that are wanted. To: [`Batch`]es of some ten
//! thousand rows, so that a table of any length takes little memory. The format is told by content and never by name.
//! What is not as wanted is a [`TableError`] that names file, row, column and value.
//!
//! This crate opens no files and does not know what the columns mean.
//!
//! ```
//! use std::sync::Arc;
//! use styrbord_tables::{Column, Kind, Table, TableError, Values};
//!
//! let table = Table::open("rooms.csv", Arc::new(b"place,rooms\n0301,12\n".to_vec()))?;
//! let mut rooms = 0;
//! table.read(&[Column::new("place", Kind::Key), Column::new("rooms", Kind::Integer)], |batch| {
//!     assert_eq!(batch.key(0, 0).to_string(), "0301");
//!     if let Values::Integers(numbers) = &batch.columns[1].values {
//!         rooms += numbers.iter().sum::<i64>();
//!     }
//!     Ok::<(), TableError>(())
//! })?;
//! assert_eq!(rooms, 12);
//! # Ok::<(), TableError>(())
//! ```

mod batch;
mod error;
mod input;
mod read;
mod write;

pub use batch::{Batch, Cells, Column, Key, Keys, Kind, Values};
pub use error::{Row, Spot, TableError, Wrong};
pub use input::Input;
pub use read::{Read, Table};
pub use write::{Format, Writer};
