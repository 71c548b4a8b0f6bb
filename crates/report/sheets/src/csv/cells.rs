//! Text in columns becomes rows of cells.

use crate::{SheetError, Wrong};

/// Rows with their numbers, each with its cells.
pub(crate) type Separated = Vec<(u32, Vec<String>)>;

/// What may stand between cells, the likeliest first.
const SEPARATORS: [char; 3] = [';', '\t', ','];

/// Splits text into rows of cells. A cell in quotation marks may hold anything, and lines of its own.
///
/// # Errors
/// When a quotation mark is open to the end.
pub(crate) fn separated(text: &str) -> Result<Separated, SheetError> {
    let separator = separator(text);
    let mut rows = Separated::new();
    let (mut row, mut cell, mut begun) = (Vec::new(), String::new(), 1);
    let mut number = 1;
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '"' if cell.is_empty() => quoted(&mut rest, &mut cell, begun)?,
            sign if sign == separator => row.push(std::mem::take(&mut cell)),
            '\r' | '\n' => {
                if sign == '\r' && rest.peek() == Some(&'\n') {
                    rest.next();
                }
                row.push(std::mem::take(&mut cell));
                rows.push((begun, std::mem::take(&mut row)));
                number += 1;
                begun = number;
            }
            sign => cell.push(sign),
        }
    }
    if !row.is_empty() || !cell.is_empty() {
        row.push(cell);
        rows.push((begun, row));
    }
    Ok(rows)
}

/// Reads a cell to its closing quotation mark; two of them are one that is meant.
fn quoted(
    rest: &mut std::iter::Peekable<std::str::Chars<'_>>,
    cell: &mut String,
    row: u32,
) -> Result<(), SheetError> {
    while let Some(sign) = rest.next() {
        match sign {
            '"' if rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' => return Ok(()),
            sign => cell.push(sign),
        }
    }
    let mut error = SheetError::of_file(Wrong::OpenQuote);
    error.spot.row = Some(row);
    Err(error)
}

/// Tells by the first line what stands between cells.
fn separator(text: &str) -> char {
    let mut is_quoted = false;
    let line = text.chars().take_while(|sign| {
        if *sign == '"' {
            is_quoted = !is_quoted;
        }
        is_quoted || !matches!(sign, '\r' | '\n')
    });
    let mut open = false;
    let bare: String = line
        .filter(|sign| {
            if *sign == '"' {
                open = !open;
            }
            !open
        })
        .collect();
    SEPARATORS.into_iter().find(|separator| bare.contains(*separator)).unwrap_or(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        separated(text).unwrap().into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn cells_are_split_by_what_stands_between_them() {
        for text in ["a;b\r\n1;2,5\r\n", "a\tb\n1\t2,5\n", "\"a\";b\n1;\"2,5\"", "a,b\r1,\"2,5\"\r"] {
            assert_eq!(cells(text), [["a", "b"], ["1", "2,5"]], "{text:?}");
        }
        assert_eq!(cells("\"a,b\";c\n\"x\"\"y\nz\";"), [["a,b", "c"], ["x\"y\nz", ""]]);
        assert_eq!(cells(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn an_open_quotation_mark_is_named_with_its_row() {
        assert_eq!(separated("a;b\n1;2\n\"x;y\n").unwrap_err().spot.row, Some(3));
    }
}
