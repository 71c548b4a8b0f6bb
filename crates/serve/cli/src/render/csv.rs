//! Tables of comma-separated values, by RFC 4180; or as Norwegian Excel opens them.

pub(crate) mod findings;
pub(crate) mod parts;
pub(crate) mod survey;

use serde::Serialize;
use serde_json::Value;
use styrbord_app::{Date, Nok};

/// What stands in a cell.
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Words, which no program is to compute with.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Kroner, with two decimals where there are øre.
    Amount(Nok),
    /// A day, as `2025-12-31`.
    Day(Date),
}

impl Cell {
    /// Returns a cell with words.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    /// Returns a cell with words, when there are some.
    pub(crate) fn words(text: Option<&String>) -> Self {
        text.map_or(Cell::Empty, |text| Cell::Text(text.clone()))
    }

    /// Returns a cell with the word that JSON has for a value; empty for none.
    pub(crate) fn word(value: impl Serialize) -> Self {
        match serde_json::to_value(value) {
            Ok(Value::String(word)) => Cell::Text(word),
            _ => Cell::Empty,
        }
    }

    /// Returns a cell with a count.
    pub(crate) fn count(count: usize) -> Self {
        Cell::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Returns a cell with a number, when there is one.
    pub(crate) fn number(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Cell::Empty, |number| Cell::Number(number.into()))
    }

    /// Returns a cell with an amount, when there is one.
    pub(crate) fn amount(amount: Option<Nok>) -> Self {
        amount.map_or(Cell::Empty, Cell::Amount)
    }

    /// Returns a cell with a day, when there is one.
    pub(crate) fn day(day: Option<Date>) -> Self {
        day.map_or(Cell::Empty, Cell::Day)
    }

    fn plain(self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text,
            Cell::Number(number) => number.to_string(),
            Cell::Amount(amount) => kroner(amount, '.'),
            Cell::Day(day) => day.to_string(),
        }
    }

    fn for_excel(self) -> String {
        match self {
            Cell::Text(text) => kept_as_text(text),
            Cell::Amount(amount) => kroner(amount, ','),
            other => other.plain(),
        }
    }
}

/// Returns the table: a head, and a row for each thing. For Excel: semicolons, a byte order mark, decimal commas, and
/// no words that it takes for a formula, a date or a number.
pub(crate) fn table(
    head: impl IntoIterator<Item = String>,
    rows: impl Iterator<Item = Vec<Cell>>,
    excel: bool,
) -> String {
    let (mark, separator) = if excel { ("\u{feff}", ";") } else { ("", ",") };
    let mut table = mark.to_owned();
    let mut push = |cells: Vec<String>| {
        table.push_str(&cells.join(separator));
        table.push_str("\r\n");
    };
    push(head.into_iter().collect());
    for row in rows {
        let cell = |cell: Cell| quoted(&if excel { cell.for_excel() } else { cell.plain() }, separator);
        push(row.into_iter().map(cell).collect());
    }
    table
}

fn kroner(amount: Nok, mark: char) -> String {
    if let Some(kroner) = amount.whole_kroner() {
        return kroner.to_string();
    }
    let sign = if amount < Nok::ZERO { "-" } else { "" };
    let ore = amount.ore().unsigned_abs();
    format!("{sign}{}{mark}{:02}", ore / 100, ore % 100)
}

fn quoted(cell: &str, separator: &str) -> String {
    if cell.contains(['"', '\r', '\n']) || cell.contains(separator) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Excel computes words that begin like a formula, quoted or not: an apostrophe keeps them words. It makes a date of
/// `2024-05` and a number of `512.10`: as the value of a formula they stay what they are.
fn kept_as_text(text: String) -> String {
    let is_separator = |one: char| "-./ ".contains(one);
    let is_figures = text.chars().all(|one| one.is_ascii_digit() || is_separator(one));
    let is_changed = text.contains(is_separator) || (text.starts_with('0') && text.len() > 1);
    if is_figures && is_changed && text.starts_with(|one: char| one.is_ascii_digit()) {
        format!("=\"{text}\"")
    } else if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: [Cell; 2], excel: bool) -> String {
        let table = table(["a".to_owned(), "b".to_owned()], std::iter::once(cells.into()), excel);
        table.split("\r\n").nth(1).unwrap().to_owned()
    }

    #[test]
    fn cells_that_need_it_are_quoted() {
        for (text, plain, excel) in [
            ("a;b", "a;b", "\"a;b\""),
            ("a,b", "\"a,b\"", "a,b"),
            ("si \"nei\"", "\"si \"\"nei\"\"\"", "\"si \"\"nei\"\"\""),
            ("=1+1", "=1+1", "'=1+1"),
            ("-0,5 prosent", "\"-0,5 prosent\"", "'-0,5 prosent"),
            ("2024-05", "2024-05", "\"=\"\"2024-05\"\"\""),
            ("512.10", "512.10", "\"=\"\"512.10\"\"\""),
            ("007", "007", "\"=\"\"007\"\"\""),
            ("512", "512", "512"),
            ("10 % av 5", "10 % av 5", "10 % av 5"),
        ] {
            assert_eq!(row([Cell::text(text), Cell::Empty], false), format!("{plain},"));
            assert_eq!(row([Cell::text(text), Cell::Empty], true), format!("{excel};"));
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let cells = || [Cell::Amount(Nok::from_ore(-1250)), Cell::Amount(Nok::from_kroner(-300))];
        assert_eq!(row(cells(), false), "-12.50,-300");
        assert_eq!(row(cells(), true), "-12,50;-300");
    }
}
