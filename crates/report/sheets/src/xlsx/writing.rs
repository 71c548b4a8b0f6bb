//! Tables become a workbook.
#![expect(
    clippy::cast_precision_loss,
    reason = "every whole number up to 2^53 has its own place, and others are refused"
)]

use crate::csv::short;
use crate::read::WHOLE_MAX;
use crate::table::{Cell, Column, Kind, Table};
use crate::{SheetError, Spot, Wrong};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use styrbord_calendar::Date;

/// The most characters of a cell, counted as spreadsheets do.
const TEXT_MAX: usize = 32_767;
/// The longest name of a sheet.
const NAME_MAX: usize = 31;
/// From this width on lines are broken.
const WIDE: u8 = 30;

/// The forms of cells.
struct Forms {
    head: Format,
    text: Format,
    wide: Format,
    number: Format,
    date: Format,
    amount: Format,
}

/// Returns tables as a workbook, one sheet each: the heading stays and filters, dates and numbers are such, no cell is
/// a formula. Equal tables give equal bytes.
///
/// # Errors
/// The first cell that does not fit into a workbook.
pub fn to_xlsx(tables: &[Table]) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|_| SheetError::of_file(Wrong::DoesNotFit))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made).set_author("Styrbord"));
    let forms = Forms::new();
    for (at, table) in tables.iter().enumerate() {
        let sheet = book.add_worksheet();
        let named = name(&table.name, at);
        sheet.set_name(&named).map_err(|_| no_room(&named, None, None))?;
        layout(sheet, table, &forms).map_err(|_| no_room(&named, None, None))?;
        for (row, cells) in (1_u32..).zip(&table.rows) {
            for ((at, cell), column) in (0_u16..).zip(cells).zip(&table.columns) {
                let place = (row, at);
                put(sheet, place, cell, column, &forms)
                    .map_err(|_| no_room(&named, Some(row + 1), Some(column)))?;
            }
        }
    }
    book.save_to_buffer().map_err(|_| SheetError::of_file(Wrong::DoesNotFit))
}

fn no_room(sheet: &str, row: Option<u32>, column: Option<&Column>) -> SheetError {
    let column = column.map(|column| column.name.clone());
    let spot = Spot { sheet: Some(sheet.to_owned()), row, column };
    SheetError { spot, value: None, wrong: Wrong::DoesNotFit }
}

impl Forms {
    fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: plain()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E8_EEF4))
                .set_border_bottom(FormatBorder::Thin),
            text: plain(),
            wide: plain().set_text_wrap(),
            number: plain().set_num_format("0"),
            date: plain().set_num_format("dd.mm.yyyy"),
            amount: plain().set_num_format("#,##0.00"),
        }
    }
}

/// Writes the heading, and what makes a long table readable.
fn layout(sheet: &mut Worksheet, table: &Table, forms: &Forms) -> Result<(), XlsxError> {
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.name, &forms.head)?;
        sheet.set_column_width(at, f64::from(column.width))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let (rows, columns) = (table.rows.len() as u32, table.columns.len() as u16);
    if columns > 0 {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    cell: &Cell,
    column: &Column,
    forms: &Forms,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => put_text(sheet, (row, at), text, column, forms)?,
        Cell::Number(number) => {
            sheet.write_number_with_format(row, at, exact(*number)?, &forms.number)?;
        }
        Cell::Date(date) => match day(*date) {
            Some(day) => {
                sheet.write_datetime_with_format(row, at, day, &forms.date)?;
            }
            None => put_text(sheet, (row, at), &short(*date), column, forms)?,
        },
        Cell::Amount(amount) => {
            sheet.write_number_with_format(row, at, kroner(amount.ore())?, &forms.amount)?;
        }
    }
    Ok(())
}

/// Writes text as text. What begins as a formula stays text also when somebody edits it.
fn put_text(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    text: &str,
    column: &Column,
    forms: &Forms,
) -> Result<(), XlsxError> {
    if text.encode_utf16().count() > TEXT_MAX {
        return Err(XlsxError::MaxStringLengthExceeded);
    }
    let is_wide = column.kind == Kind::Text && column.width >= WIDE;
    let form = if is_wide { &forms.wide } else { &forms.text };
    if matches!(crate::inert(text), std::borrow::Cow::Owned(_)) {
        sheet.write_string_with_format(row, at, text, &form.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, at, text, form)?;
    }
    Ok(())
}

/// Returns a whole number as workbooks keep it, when it has a place of its own there.
fn exact(number: i64) -> Result<f64, XlsxError> {
    let fits = number.unsigned_abs() <= WHOLE_MAX.unsigned_abs();
    if fits { Ok(number as f64) } else { Err(XlsxError::ParameterError("a number too large".to_owned())) }
}

#[expect(clippy::float_arithmetic, reason = "workbooks know no other numbers")]
fn kroner(ore: i64) -> Result<f64, XlsxError> {
    // Øre must come back by rounding, so that a tenth of the numbers are out of reach.
    exact(ore.saturating_mul(8)).map(|_| ore as f64 / 100.0)
}

/// Returns a day that workbooks know; theirs begin in March 1900, after a day that never was.
fn day(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, date.month(), date.day()).ok()
}

/// Returns a name that a sheet may have.
fn name(name: &str, at: usize) -> String {
    let allowed = |sign: &char| !sign.is_control() && !"[]:*?/\\'".contains(*sign);
    let plain: String = name.chars().filter(allowed).take(NAME_MAX).collect();
    let plain = plain.trim();
    if plain.is_empty() { format!("{}", at + 1) } else { plain.to_owned() }
}
