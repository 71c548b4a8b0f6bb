//! CSV as Norwegian spreadsheets open it: `;` between cells, UTF-8 with its mark, `,` in amounts.

mod cells;
mod legacy;

use cells::separated;

use crate::inert::{ert, inert};
use crate::read::{Raw, RawRow};
use crate::table::{Cell, Table};
use crate::{SheetError, Wrong};
use styrbord_calendar::Date;
use styrbord_money::Nok;

/// By which spreadsheets know that a file is UTF-8.
const MARK: &str = "\u{feff}";

/// Returns a table as a CSV file. Text that begins as a formula stands behind an apostrophe.
pub fn to_csv(table: &Table) -> Vec<u8> {
    let mut text = String::from(MARK);
    let heads: Vec<String> = table.columns.iter().map(|column| inert(&column.name).into_owned()).collect();
    push_line(&mut text, &heads);
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(written).collect();
        push_line(&mut text, &cells);
    }
    text.into_bytes()
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => inert(text).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => short(*date),
        Cell::Amount(amount) => decimal(*amount),
    }
}

/// Returns a day as it is written in Norway, which spreadsheets there take for a day.
pub(crate) fn short(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// Returns an amount with its øre and without groups: `-1234,50`.
fn decimal(amount: Nok) -> String {
    let ore = amount.ore();
    let sign = if ore < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", ore.unsigned_abs() / 100, ore.unsigned_abs() % 100)
}

fn push_line(text: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(';');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

/// Puts a cell into quotation marks when it would not come back otherwise.
fn push_cell(text: &mut String, cell: &str) {
    let is_plain = !cell.contains([';', ',', '\t', '"', '\n', '\r']) && cell.trim() == cell;
    if is_plain {
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// Reads the rows of a CSV file: UTF-8 or the older Windows code page; `;`, tabulator or `,` between cells.
///
/// # Errors
/// When a quotation mark is open to the end, or it is no text.
pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<RawRow>, SheetError> {
    let text = legacy::decode(bytes).ok_or(SheetError::of_file(Wrong::NotASheet))?;
    let text = text.strip_prefix(MARK).unwrap_or(&text);
    let raw = |cell: String| match ert(&cell) {
        "" => Raw::Empty,
        text => Raw::Text(text.to_owned()),
    };
    let of_line = |(number, cells): (u32, Vec<String>)| RawRow {
        number,
        cells: cells.into_iter().map(raw).enumerate().collect(),
    };
    Ok(separated(text)?.into_iter().map(of_line).collect())
}
