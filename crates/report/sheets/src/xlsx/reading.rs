//! A sheet of a workbook becomes rows.
#![expect(
    clippy::cast_precision_loss,
    reason = "every whole number up to 2^53 has its own place, and others are refused"
)]

use super::guard;
use crate::read::{COLUMNS_MAX, ROWS_MAX, Raw, RawRow};
use crate::{SheetError, Wrong};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;
use styrbord_calendar::Date;

/// Reads the sheet of a name, or the first one. Returns its name and its rows. Cells come one by one: a workbook that
/// says it is a million columns wide takes no more memory than what stands in it.
///
/// # Errors
/// When it is no workbook, or too large.
pub(crate) fn rows(bytes: &[u8], name: &str) -> Result<(String, Vec<RawRow>), SheetError> {
    guard::check(bytes)?;
    let damaged = || SheetError::of_file(Wrong::NotASheet);
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_: calamine::XlsxError| damaged())?;
    let names = book.sheet_names();
    let known = names.iter().find(|known| *known == name).or(names.first());
    let sheet = known.cloned().ok_or_else(damaged)?;
    let mut reader = book.worksheet_cells_reader(&sheet).map_err(|_| damaged())?;
    let mut rows: BTreeMap<u32, BTreeMap<usize, Raw>> = BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(|_| damaged())? {
        let (row, column) = cell.get_position();
        let raw = raw(cell.get_value());
        if raw == Raw::Empty {
            continue;
        }
        if rows.len() > ROWS_MAX || column as usize >= COLUMNS_MAX {
            return Err(SheetError::of_file(Wrong::TooMany));
        }
        rows.entry(row).or_default().insert(column as usize, raw);
    }
    let row = |(row, cells): (u32, BTreeMap<usize, Raw>)| RawRow { number: row.saturating_add(1), cells };
    Ok((sheet, rows.into_iter().map(row).collect()))
}

fn raw(value: &DataRef<'_>) -> Raw {
    let text = |text: &str| if text.is_empty() { Raw::Empty } else { Raw::Text(text.to_owned()) };
    match value {
        DataRef::Empty => Raw::Empty,
        DataRef::Int(number) => Raw::Number(*number as f64),
        DataRef::Float(number) => Raw::Number(*number),
        DataRef::String(said) => text(said),
        DataRef::SharedString(said) => text(said),
        DataRef::DateTime(time) => date(time),
        DataRef::DateTimeIso(said) => iso(said).map_or_else(|| Raw::Other(said.clone()), Raw::Date),
        DataRef::Bool(said) => Raw::Other(said.to_string()),
        DataRef::DurationIso(said) => Raw::Other(said.clone()),
        DataRef::Error(error) => Raw::Other(format!("{error:?}")),
    }
}

fn iso(text: &str) -> Option<Date> {
    Date::parse_iso(text.split('T').next().unwrap_or_default())
}

/// A day without a time of day; anything else is not a day.
fn date(time: &ExcelDateTime) -> Raw {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let other = || Raw::Other(time.as_f64().to_string());
    let is_midnight = (hour, minute, second) == (0, 0, 0);
    if !time.is_datetime() || !is_midnight || time.as_f64() < 1.0 {
        return other();
    }
    Date::new(year as i16, month, day).map_or_else(other, Raw::Date)
}
