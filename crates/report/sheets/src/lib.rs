//! Sheets: rows and days become files that other programs open, and tables come back.
//!
//! From: words, dates and whole numbers. To: bytes. A cell is text, a number or a day and never a formula, whatever it
//! says. [`to_csv`] and [`to_xlsx`] write a [`Table`], [`read`] reads either back.
//! It adds no facts, and does not know where they come from.
//!
//! ```
//! use styrbord_sheets::{Cell, Column, Kind, Table, read, to_csv};
//!
//! let columns = vec![Column::new("Nr.", Kind::Text, 8), Column::new("Antall", Kind::Number, 8)];
//! let rows = vec![vec![Cell::text("=1+1"), Cell::Number(3)]];
//! let table = Table { name: "Liste".to_owned(), columns, rows };
//! let file = to_csv(&table);
//! assert_eq!(String::from_utf8_lossy(&file), "\u{feff}Nr.;Antall\r\n'=1+1;3\r\n");
//! assert_eq!(read(&file, "Liste", &table.columns).map(|rows| rows[0].cells.clone()), Ok(table.rows[0].clone()));
//! ```

mod csv;
mod days;
mod error;
mod inert;
mod read;
mod table;
mod xlsx;

pub use csv::to_csv;
pub use days::{DayCalendar, DayEntry, UtcTime, icalendar};
pub use error::{SheetError, Spot, Wrong};
pub use inert::{ert, inert};
pub use read::{ROWS_MAX, read};
pub use table::{Cell, Column, Kind, Row, Table};
pub use xlsx::to_xlsx;
