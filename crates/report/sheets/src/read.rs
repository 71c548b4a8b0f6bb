//! Rows of a file become rows of the columns that are asked for.
#![expect(
    clippy::cast_precision_loss,
    reason = "every whole number up to 2^53 has its own place, and others are refused"
)]

use crate::csv::short;
use crate::table::{Cell, Column, Kind, Row};
use crate::{SheetError, Spot, Wrong, csv, xlsx};
use std::collections::BTreeMap;
use styrbord_calendar::Date;
use styrbord_money::Nok;

/// The most rows of a table that is taken in.
pub const ROWS_MAX: usize = 50_000;
/// The most columns.
pub(crate) const COLUMNS_MAX: usize = 500;
/// As many errors are told.
const ERRORS_MAX: usize = 100;
/// The longest piece of a value that an error tells.
const VALUE_MAX: usize = 80;

/// A cell as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Raw {
    Empty,
    Text(String),
    Number(f64),
    Date(Date),
    Other(String),
}

/// A row as the file has it: cells by the number of their column, from 0.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RawRow {
    pub(crate) number: u32,
    pub(crate) cells: BTreeMap<usize, Raw>,
}

/// Reads a CSV or XLSX file, told by content. Of a workbook the sheet of that name is read, or the first one.
/// Columns are found by their headings; further columns, and rows without anything, are passed over.
///
/// # Errors
/// All that is wrong, up to a hundred things, each with sheet, row, column and value.
pub fn read(bytes: &[u8], name: &str, columns: &[Column]) -> Result<Vec<Row>, Vec<SheetError>> {
    let (sheet, rows) = if xlsx::is_package(bytes) {
        let (sheet, rows) = xlsx::rows(bytes, name).map_err(|error| vec![error])?;
        (Some(sheet), rows)
    } else {
        (None, csv::rows(bytes).map_err(|error| vec![error])?)
    };
    let mut rows = rows.into_iter().filter(|row| row.cells.values().any(|cell| *cell != Raw::Empty));
    let head = rows.next().ok_or_else(|| vec![SheetError::of_file(Wrong::Nothing)])?;
    let mut errors = Vec::new();
    let places = places(&head, columns, sheet.as_deref(), &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut found = Vec::new();
    for row in rows {
        if found.len() >= ROWS_MAX || row.cells.len() > COLUMNS_MAX {
            return Err(vec![SheetError::of_file(Wrong::TooMany)]);
        }
        let cells = places.iter().zip(columns).map(|(place, column)| {
            let raw = row.cells.get(place).unwrap_or(&Raw::Empty);
            cell(raw, column.kind).unwrap_or_else(|wrong| {
                let spot = spot(sheet.as_deref(), row.number, column);
                errors.push(SheetError { spot, value: Some(shown(raw)), wrong });
                Cell::Empty
            })
        });
        found.push(Row { number: row.number, cells: cells.collect() });
        if errors.len() >= ERRORS_MAX {
            break;
        }
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

fn spot(sheet: Option<&str>, row: u32, column: &Column) -> Spot {
    Spot { sheet: sheet.map(str::to_owned), row: Some(row), column: Some(column.name.clone()) }
}

/// Finds each column by its heading.
fn places(
    head: &RawRow,
    columns: &[Column],
    sheet: Option<&str>,
    errors: &mut Vec<SheetError>,
) -> Vec<usize> {
    let is = |raw: &Raw, name: &str| matches!(raw, Raw::Text(text) if text.trim() == name.trim());
    let mut place = |column: &Column| {
        let mut at = head.cells.iter().filter(|(_, raw)| is(raw, &column.name)).map(|(at, _)| *at);
        let wrong = match (at.next(), at.next()) {
            (Some(at), None) => return at,
            (Some(_), Some(_)) => Wrong::TwoColumns,
            (None, _) => Wrong::NoColumn,
        };
        let spot = spot(sheet, head.number, column);
        errors.push(SheetError { spot, value: None, wrong });
        0
    };
    columns.iter().map(&mut place).collect()
}

fn cell(raw: &Raw, kind: Kind) -> Result<Cell, Wrong> {
    if *raw == Raw::Empty {
        return Ok(Cell::Empty);
    }
    match kind {
        Kind::Text => match raw {
            Raw::Text(text) => Ok(Cell::text(text.as_str())),
            Raw::Number(number) => {
                whole(*number).map(|number| Cell::text(number.to_string())).ok_or(Wrong::NotText)
            }
            _ => Err(Wrong::NotText),
        },
        Kind::Number => match raw {
            Raw::Text(text) => blank(text).or_else(|| Some(Cell::Number(plain(text).parse().ok()?))),
            Raw::Number(number) => whole(*number).map(Cell::Number),
            _ => None,
        }
        .ok_or(Wrong::NotANumber),
        Kind::Date => match raw {
            Raw::Text(text) => blank(text).or_else(|| date(text.trim()).map(Cell::Date)),
            Raw::Date(date) => Some(Cell::Date(*date)),
            _ => None,
        }
        .ok_or(Wrong::NotADate),
        Kind::Amount => match raw {
            Raw::Text(text) => blank(text).or_else(|| amount(&plain(text)).map(Cell::Amount)),
            Raw::Number(number) => ore(*number).map(|ore| Cell::Amount(Nok::from_ore(ore))),
            _ => None,
        }
        .ok_or(Wrong::NotAnAmount),
    }
}

fn blank(text: &str) -> Option<Cell> {
    text.trim().is_empty().then_some(Cell::Empty)
}

/// Takes away what stands between groups of digits; the minus of books becomes that of programs.
fn plain(text: &str) -> String {
    let signs = text.trim().chars().filter(|sign| !matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'));
    signs.map(|sign| if sign == '\u{2212}' { '-' } else { sign }).collect()
}

fn date(text: &str) -> Option<Date> {
    Date::parse_iso(text).or_else(|| {
        let mut parts = text.split('.').map(str::trim);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        parts.next().is_none().then_some(date)
    })
}

fn amount(text: &str) -> Option<Nok> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (kroner, ore) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(kroner) || !is_number(ore) || ore.len() > 2 {
        return None;
    }
    let ore = format!("{ore:0<2}").parse::<i64>().ok()?;
    let whole = kroner.parse::<i64>().ok()?.checked_mul(100)?.checked_add(ore)?;
    Some(Nok::from_ore(sign * whole))
}

/// Up to here every whole number has a place of its own in a workbook.
pub(crate) const WHOLE_MAX: i64 = 1 << 53;

/// Returns a number of a workbook when it is whole.
fn whole(number: f64) -> Option<i64> {
    let limit = WHOLE_MAX as f64;
    (number.is_finite() && number.trunc().to_bits() == number.to_bits() && number.abs() <= limit)
        .then_some(number as i64)
        .or_else(|| (number.to_bits() == (-0.0_f64).to_bits()).then_some(0))
}

/// Returns a number of a workbook in øre, when it has whole ones.
#[expect(clippy::float_arithmetic, reason = "workbooks know no other numbers")]
fn ore(number: f64) -> Option<i64> {
    let ore = (number * 100.0).round();
    let back = ore / 100.0;
    whole(ore).filter(|_| (back - number).abs() < 1e-6)
}

/// Returns a value for an error, not too long.
fn shown(raw: &Raw) -> String {
    let text = match raw {
        Raw::Empty => String::new(),
        Raw::Text(text) | Raw::Other(text) => text.clone(),
        Raw::Number(number) => number.to_string(),
        Raw::Date(date) => short(*date),
    };
    text.chars().take(VALUE_MAX).collect()
}
