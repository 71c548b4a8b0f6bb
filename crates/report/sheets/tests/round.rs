//! What was written comes back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use proptest::prelude::*;
use std::io::Cursor;
use styrbord_calendar::Date;
use styrbord_money::Nok;
use styrbord_sheets::{Cell, Column, Kind, Spot, Table, Wrong, read, to_csv, to_xlsx};

fn columns() -> Vec<Column> {
    vec![
        Column::new("Nøkkel", Kind::Number, 8),
        Column::new("Tekst; med \"alt\"", Kind::Text, 40),
        Column::new("=Dag", Kind::Date, 12),
        Column::new("Beløp", Kind::Amount, 14),
    ]
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table { name: "Oppdrag".to_owned(), columns: columns(), rows }
}

/// Signs that separate, quote, break, run or vanish somewhere, and what surrounds them.
fn nasty() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        prop::sample::select(vec![
            '=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', '\'', ' ', '\u{a0}', '\0', '\u{1}',
            '\u{1f}', '\u{7f}', '\u{85}', '\u{feff}', '\u{fffe}', '\u{ffff}', '_', 'x', '0', 'D', '<', '&',
            '>', 'å', '😀', '\u{202e}', '|', '`',
        ]),
        any::<char>(),
    ];
    prop::collection::vec(sign, 0..12).prop_map(|signs| signs.into_iter().collect())
}

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let date = prop::option::of((1i16..=9999, 1u8..=12, 1u8..=31))
        .prop_map(|day| Cell::date(day.and_then(|(year, month, day)| Date::new(year, month, day))));
    let amount = prop::option::of(-100_000_000_000_000i64..100_000_000_000_000)
        .prop_map(|ore| ore.map_or(Cell::Empty, |ore| Cell::Amount(Nok::from_ore(ore))));
    let number = -(1i64 << 53)..=(1i64 << 53);
    (number, nasty(), date, amount)
        .prop_map(|(number, text, date, amount)| vec![Cell::Number(number), Cell::text(text), date, amount])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_whatever_it_says(rows in prop::collection::vec(cells(), 0..6)) {
        let table = table(rows);
        for file in [to_csv(&table), to_xlsx(std::slice::from_ref(&table)).unwrap()] {
            let found = read(&file, "Oppdrag", &table.columns).unwrap();
            let found: Vec<Vec<Cell>> = found.into_iter().map(|row| row.cells).collect();
            prop_assert_eq!(&found, &table.rows);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), packed: bool) {
        let bytes = if packed { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
        let _ = read(&bytes, "x", &columns());
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(at in 0usize..6000, byte: u8) {
        let mut file = to_xlsx(&[table(vec![vec![Cell::Number(1), Cell::text("a"), Cell::Empty, Cell::Empty]])]).unwrap();
        let place = at % file.len();
        file[place] = byte;
        let _ = read(&file, "Oppdrag", &columns());
    }
}

#[test]
fn equal_tables_give_equal_bytes() {
    let one =
        || table(vec![vec![Cell::Number(1), Cell::text("x"), Cell::Empty, Cell::Amount(Nok::from_ore(5))]]);
    assert_eq!(to_xlsx(&[one()]).unwrap(), to_xlsx(&[one()]).unwrap());
    assert_eq!(to_csv(&one()), to_csv(&one()));
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    let rows = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "http://x.test", "{=1}"];
    let rows = rows.map(|text| vec![Cell::Number(1), Cell::text(text), Cell::Empty, Cell::Empty]);
    let file = to_xlsx(&[table(rows.to_vec())]).unwrap();
    let mut package = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let sheet = std::io::read_to_string(package.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:D8\"/>") && sheet.contains("state=\"frozen\""), "{sheet}");
    let styles = std::io::read_to_string(package.by_name("xl/styles.xml").unwrap()).unwrap();
    assert!(styles.contains("quotePrefix=\"1\""), "{styles}");
}

#[test]
fn csv_as_a_spreadsheet_saves_it_is_read() {
    let file = b"Bel\xf8p;N\xf8kkel;Mer;'=Dag;\"Tekst; med \"\"alt\"\"\"\r\n\r\n\xa012\xa0345,5;7;x;1.6.2025;bl\xe5\r\n";
    let rows = read(file, "x", &columns()).unwrap();
    assert_eq!(rows[0].number, 3);
    assert_eq!(
        rows[0].cells,
        [
            Cell::Number(7),
            Cell::text("blå"),
            Cell::date(Date::new(2025, 6, 1)),
            Cell::Amount(Nok::from_ore(1_234_550))
        ]
    );
}

#[test]
fn every_wrong_cell_is_named_with_its_place_and_value() {
    let wrong = "Nøkkel;\"Tekst; med \"\"alt\"\"\";'=Dag;Beløp\n1,5;a;31.02.2025;1,234\n2;b;;\n";
    let errors = read(wrong.as_bytes(), "x", &columns()).unwrap_err();
    let told: Vec<(u32, &str, &str, Wrong)> = errors
        .iter()
        .map(|error| {
            let Spot { sheet: None, row: Some(row), column: Some(column) } = &error.spot else {
                panic!("{error}")
            };
            (*row, column.as_str(), error.value.as_deref().unwrap(), error.wrong)
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "Nøkkel", "1,5", Wrong::NotANumber),
            (2, "=Dag", "31.02.2025", Wrong::NotADate),
            (2, "Beløp", "1,234", Wrong::NotAnAmount)
        ]
    );
    let errors =
        read(b"a;a\n1;2\n", "x", &[Column::new("a", Kind::Text, 1), Column::new("b", Kind::Text, 1)]);
    let wrong: Vec<Wrong> = errors.unwrap_err().iter().map(|error| error.wrong).collect();
    assert_eq!(wrong, [Wrong::TwoColumns, Wrong::NoColumn]);
}

#[test]
fn what_does_not_fit_into_a_workbook_is_named() {
    let long = "x".repeat(32_768);
    for cells in [
        vec![Cell::Number(i64::MAX), Cell::Empty, Cell::Empty, Cell::Empty],
        vec![Cell::Empty, Cell::text(long), Cell::Empty, Cell::Empty],
        vec![Cell::Empty, Cell::Empty, Cell::Empty, Cell::Amount(Nok::from_ore(i64::MAX))],
    ] {
        let error = to_xlsx(&[table(vec![cells])]).unwrap_err();
        assert_eq!((error.wrong, error.spot.row), (Wrong::DoesNotFit, Some(2)));
    }
}
