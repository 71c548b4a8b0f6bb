//! CSV: names in the first line, a comma between values, or a semicolon as Norwegian spreadsheets write it.

use super::{BATCH, Read, locate};
use crate::batch::{Batch, Cells, Column, Keys, Kind, Rows, Values};
use crate::error::{Row, Spot, TableError, Wrong};
use crate::input::{Input, Reader};
use csv::ByteRecord;
use std::io::BufReader;
use std::sync::Arc;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads the wanted columns of a CSV file.
pub(super) fn read<E: From<TableError>>(
    name: &str,
    input: &Arc<dyn Input>,
    wanted: &[Column],
    see: &mut impl FnMut(&Batch) -> Result<(), E>,
) -> Result<Read, E> {
    let Style { semicolon, carriage_return } = style(name, input)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if semicolon { b';' } else { b',' })
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(BufReader::with_capacity(1 << 16, Reader::new(Arc::clone(input), 0)));
    let mut record = ByteRecord::new();
    if !next(&mut reader, &mut record, name)? {
        return Err(TableError { spot: Spot::file(name), wrong: Wrong::Empty }.into());
    }
    let header: Vec<String> = record.iter().map(column_name).collect();
    let (places, unused) = locate(name, wanted, &header)?;
    let mut read = Read { rows: 0, unused };
    let mut lines =
        Lines { name, wanted, places, width: header.len(), comma: semicolon, batch: empty(wanted) };
    while next(&mut reader, &mut record, name)? {
        lines.add(&record, line(&reader, &record, carriage_return))?;
        read.rows += 1;
        if lines.batch.len() == BATCH {
            see(&lines.batch)?;
            lines.batch = empty(wanted);
        }
    }
    if !lines.batch.is_empty() {
        see(&lines.batch)?;
    }
    Ok(read)
}

fn next<R: std::io::Read>(
    reader: &mut csv::Reader<R>,
    record: &mut ByteRecord,
    name: &str,
) -> Result<bool, TableError> {
    reader
        .read_byte_record(record)
        .map_err(|error| TableError { spot: Spot::file(name), wrong: Wrong::Unreadable(error.to_string()) })
}

fn column_name(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    String::from_utf8_lossy(bytes).trim().to_ascii_lowercase()
}

/// Returns the line in which a record that was just read begins.
///
/// The reader counts empty lines to the record behind them, and stands behind a line feed but before that of a
/// carriage return; so the line is counted back from where it stands.
fn line<R: std::io::Read>(reader: &csv::Reader<R>, record: &ByteRecord, carriage_return: bool) -> u64 {
    let inside = record.as_slice().split(|byte| *byte == b'\n').count() as u64 - 1;
    let behind = inside + u64::from(!carriage_return);
    let first = record.position().map_or(1, csv::Position::line);
    reader.position().line().saturating_sub(behind).max(first)
}

/// How a file is written.
struct Style {
    /// Semicolons and not commas stand between values.
    semicolon: bool,
    /// Lines end with a carriage return and a line feed.
    carriage_return: bool,
}

fn style(name: &str, input: &Arc<dyn Input>) -> Result<Style, TableError> {
    let mut start = vec![0; 4096];
    let length = input.read_at(0, &mut start).map_err(|error| TableError {
        spot: Spot::file(name),
        wrong: Wrong::Unreadable(error.to_string()),
    })?;
    let header = start[..length].split(|byte| *byte == b'\n').next().unwrap_or_default();
    Ok(Style {
        semicolon: header.contains(&b';') && !header.contains(&b','),
        carriage_return: header.ends_with(b"\r"),
    })
}

fn empty(wanted: &[Column]) -> Batch {
    let none = |column: &Column| match column.kind {
        Kind::Integer => Values::Integers(Vec::new()),
        Kind::Real => Values::Reals(Vec::new()),
        Kind::Key => Values::Keys(Keys::texts()),
    };
    Batch {
        columns: wanted.iter().map(|column| Cells::full(none(column))).collect(),
        rows: Rows::Lines(Vec::new()),
    }
}

/// Lines on their way into a batch.
struct Lines<'a> {
    name: &'a str,
    wanted: &'a [Column],
    places: Vec<Option<usize>>,
    width: usize,
    /// The decimal mark is a comma.
    comma: bool,
    batch: Batch,
}

impl Lines<'_> {
    fn add(&mut self, record: &ByteRecord, line: u64) -> Result<(), TableError> {
        if record.len() != self.width {
            let wrong = Wrong::RowLength { expected: self.width, found: record.len() };
            let spot = Spot { row: Some(Row::Line(line)), ..Spot::file(self.name) };
            return Err(TableError { spot, wrong });
        }
        for (index, column) in self.wanted.iter().enumerate() {
            let raw = self.places[index].and_then(|place| record.get(place)).unwrap_or_default().trim_ascii();
            add_cell(&mut self.batch.columns[index], column, raw, self.comma).map_err(|wrong| {
                let value = Some(String::from_utf8_lossy(raw).into_owned()).filter(|value| !value.is_empty());
                let (row, column) = (Some(Row::Line(line)), Some(column.name.to_owned()));
                TableError { spot: Spot { file: self.name.to_owned(), row, column, value }, wrong }
            })?;
        }
        if let Rows::Lines(lines) = &mut self.batch.rows {
            lines.push(line);
        }
        Ok(())
    }
}

fn add_cell(cells: &mut Cells, column: &Column, raw: &[u8], comma: bool) -> Result<(), Wrong> {
    let is_missing = raw.is_empty();
    if is_missing && !column.may_be_empty {
        return Err(Wrong::Missing);
    }
    if column.may_be_empty {
        cells.missing.push(is_missing);
    }
    match &mut cells.values {
        Values::Integers(numbers) => numbers.push(if is_missing { 0 } else { integer(raw, comma)? }),
        Values::Reals(numbers) => numbers.push(if is_missing { 0.0 } else { real(raw, comma)? }),
        Values::Keys(keys) => keys.push(std::str::from_utf8(raw).map_err(|_| Wrong::NotUtf8)?),
    }
    Ok(())
}

/// Returns a whole number; `12.0` is one, because some programs write every number so.
fn integer(raw: &[u8], comma: bool) -> Result<i64, Wrong> {
    let mark = if comma { b',' } else { b'.' };
    let whole = match raw.iter().position(|byte| *byte == mark) {
        Some(at) if at > 0 && raw[at + 1..].iter().all(|byte| *byte == b'0') => &raw[..at],
        _ => raw,
    };
    let text = std::str::from_utf8(whole).map_err(|_| Wrong::NotA(Kind::Integer))?;
    text.parse().map_err(|_| Wrong::NotA(Kind::Integer))
}

fn real(raw: &[u8], comma: bool) -> Result<f64, Wrong> {
    let text = std::str::from_utf8(raw).map_err(|_| Wrong::NotA(Kind::Real))?;
    let number: f64 = if comma && text.contains(',') {
        text.replace(',', ".").parse().map_err(|_| Wrong::NotA(Kind::Real))?
    } else {
        text.parse().map_err(|_| Wrong::NotA(Kind::Real))?
    };
    if number.is_finite() { Ok(number) } else { Err(Wrong::NotFinite) }
}
