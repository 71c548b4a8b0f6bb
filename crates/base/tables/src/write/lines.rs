//! CSV, written.

use crate::batch::{Batch, Column, Values};
use std::io::{self, Write};

/// A CSV file that is being written.
pub(super) struct Lines<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> Lines<W> {
    pub(super) fn new(columns: &[Column], out: W) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(columns.iter().map(|column| column.name))?;
        Ok(Lines { writer })
    }

    pub(super) fn write(&mut self, batch: &Batch) -> io::Result<()> {
        let mut cell = String::new();
        for row in 0..batch.len() {
            for cells in &batch.columns {
                cell.clear();
                if !cells.is_missing(row) {
                    put(&mut cell, &cells.values, row);
                }
                self.writer.write_field(&cell)?;
            }
            self.writer.write_record(None::<&[u8]>)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

fn put(cell: &mut String, values: &Values, row: usize) {
    use std::fmt::Write as _;
    // Writing into a text cannot fail.
    let _ = match values {
        Values::Integers(numbers) => write!(cell, "{}", numbers.get(row).copied().unwrap_or_default()),
        Values::Reals(numbers) => write!(cell, "{}", numbers.get(row).copied().unwrap_or_default()),
        Values::Keys(keys) => write!(cell, "{}", keys.get(row)),
    };
}
