//! Tables that are written.

mod lines;
mod pages;

use crate::batch::{Batch, Column};
use std::io::{self, Write};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Names in the first line, values between commas.
    Csv,
    /// Column by column, compressed with Snappy.
    Parquet,
}

impl Format {
    /// Returns how the name of a file of the format ends.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Parquet => "parquet",
        }
    }
}

/// A table that is being written, some rows at a time.
pub struct Writer<W: Write + Send>(Kind<W>);

enum Kind<W: Write + Send> {
    Lines(lines::Lines<W>),
    Pages(pages::Pages<W>),
}

impl<W: Write + Send> Writer<W> {
    /// Begins a table with some columns. A key column of Parquet holds whole numbers, or texts when `texts` names it.
    pub fn new(format: Format, columns: &[Column], texts: &[&str], out: W) -> io::Result<Self> {
        Ok(Writer(match format {
            Format::Csv => Kind::Lines(lines::Lines::new(columns, out)?),
            Format::Parquet => Kind::Pages(pages::Pages::new(columns, texts, out)?),
        }))
    }

    /// Adds rows: a column for each that the table began with.
    pub fn write(&mut self, batch: &Batch) -> io::Result<()> {
        match &mut self.0 {
            Kind::Lines(lines) => lines.write(batch),
            Kind::Pages(pages) => pages.write(batch),
        }
    }

    /// Ends the table.
    pub fn finish(self) -> io::Result<()> {
        match self.0 {
            Kind::Lines(lines) => lines.finish(),
            Kind::Pages(pages) => pages.finish(),
        }
    }
}
