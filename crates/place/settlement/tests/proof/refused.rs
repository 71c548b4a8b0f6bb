//! Files that cannot be: each is refused with file, row, column and value, as CSV and as Parquet.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use styrbord_settlement::read::{ReadError, Reading, Tables, read};
use styrbord_tables::{Batch, Cells, Column, Format, Keys, Kind, Table, Values, Writer};

/// A file in memory.
#[derive(Clone, Default)]
struct InMemory(Arc<Mutex<Vec<u8>>>);

impl InMemory {
    fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

impl Write for InMemory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A table as rows of text, an empty text where nothing stands.
#[derive(Clone)]
struct Sheet {
    name: &'static str,
    columns: Vec<(&'static str, Kind)>,
    rows: Vec<Vec<String>>,
}

/// Which tables, in the order of [`sheets`].
const CASES: usize = 0;
const PLACES: usize = 1;
const VALUES: usize = 2;
const CAPACITIES: usize = 3;
const NEEDS: usize = 4;

/// Returns the tables of a small year that is in order.
fn sheets() -> Vec<Sheet> {
    let rows = |text: &str| -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect()).collect()
    };
    let sheet = |name, columns: &[(&'static str, Kind)], text| Sheet {
        name,
        columns: columns.to_vec(),
        rows: rows(text),
    };
    vec![
        sheet(
            "cases",
            &[
                ("case", Kind::Key),
                ("persons", Kind::Integer),
                ("week", Kind::Integer),
                ("origin_group", Kind::Integer),
                ("tied_place", Kind::Key),
            ],
            "a,1,0,0,\nb,2,1,1,0301\nc,3,2,2,\nd,4,51,0,",
        ),
        sheet(
            "places",
            &[
                ("place", Kind::Key),
                ("capacity", Kind::Integer),
                ("population", Kind::Real),
                ("region", Kind::Integer),
            ],
            "0301,9,700000,3\n1101,4,15000,11\n5601,0,2000,56",
        ),
        sheet(
            "values",
            &[("case", Kind::Key), ("place", Kind::Key), ("value", Kind::Real)],
            "a,0301,0.5\na,1101,0.25\nb,0301,1\nc,1101,0\nd,0301,2",
        ),
        sheet(
            "capacities",
            &[("place", Kind::Key), ("kind", Kind::Key), ("capacity", Kind::Integer)],
            "0301,minors,2\n1101,minors,1\n0301,adapted,0",
        ),
        sheet(
            "needs",
            &[("case", Kind::Key), ("kind", Kind::Key), ("amount", Kind::Integer)],
            "a,minors,1\nd,adapted,1",
        ),
    ]
}

/// Returns the bytes of a table; Parquet with a group of rows for each two, so that rows are counted over groups.
fn bytes(sheet: &Sheet, format: Format) -> Vec<u8> {
    let columns: Vec<Column> =
        sheet.columns.iter().map(|(name, kind)| Column::new(name, *kind).or_empty()).collect();
    let texts: Vec<&str> =
        sheet.columns.iter().filter(|(_, kind)| *kind == Kind::Key).map(|(name, _)| *name).collect();
    let file = InMemory::default();
    if matches!(format, Format::Csv) {
        let names: Vec<&str> = sheet.columns.iter().map(|(name, _)| *name).collect();
        let lines = sheet.rows.iter().map(|row| row.join(",") + "\n");
        return (names.join(",") + "\n" + &lines.collect::<String>()).into_bytes();
    }
    let mut writer = Writer::new(format, &columns, &texts, file.clone()).unwrap();
    for rows in sheet.rows.chunks(2) {
        let of_column = |(at, (_, kind)): (usize, &(&str, Kind))| cells(rows, at, *kind);
        writer.write(&Batch::of(sheet.columns.iter().enumerate().map(of_column).collect())).unwrap();
    }
    writer.finish().unwrap();
    file.bytes()
}

fn cells(rows: &[Vec<String>], at: usize, kind: Kind) -> Cells {
    let texts: Vec<&str> = rows.iter().map(|row| row[at].as_str()).collect();
    let values = match kind {
        Kind::Integer => Values::Integers(texts.iter().map(|text| text.parse().unwrap_or(0)).collect()),
        Kind::Real => Values::Reals(texts.iter().map(|text| text.parse().unwrap_or(0.0)).collect()),
        Kind::Key => {
            let mut keys = Keys::texts();
            for text in &texts {
                keys.push(text);
            }
            Values::Keys(keys)
        }
    };
    Cells { values, missing: texts.iter().map(|text| text.is_empty()).collect() }
}

fn read_bytes(files: &[Vec<u8>], sheets: &[Sheet], format: Format) -> Result<Reading, ReadError> {
    let table = |at: usize| {
        let name = format!("{}.{}", sheets[at].name, format.ending());
        Table::open(&name, Arc::new(files[at].clone())).map_err(ReadError::from)
    };
    read(&Tables {
        cases: table(CASES)?,
        places: table(PLACES)?,
        values: table(VALUES)?,
        capacities: Some(table(CAPACITIES)?),
        needs: Some(table(NEEDS)?),
        pool: None,
    })
}

fn read_sheets(sheets: &[Sheet], format: Format) -> Result<Reading, ReadError> {
    let files: Vec<Vec<u8>> = sheets.iter().map(|sheet| bytes(sheet, format)).collect();
    read_bytes(&files, sheets, format)
}

const FORMATS: [Format; 2] = [Format::Csv, Format::Parquet];

/// Returns where a row is said to stand.
fn row_said(format: Format, row: usize) -> String {
    match format {
        Format::Csv => format!("line {}", row + 2),
        Format::Parquet => format!("row {}", row + 1),
    }
}

#[test]
fn both_formats_say_the_same() {
    let [csv, parquet] = FORMATS.map(|format| read_sheets(&sheets(), format).unwrap());
    assert_eq!(
        (&csv.instance.cases, &csv.instance.places),
        (&parquet.instance.cases, &parquet.instance.places)
    );
    assert_eq!(csv.instance.kinds, parquet.instance.kinds);
    for case in 0..4 {
        assert_eq!(csv.instance.gains.row(case), parquet.instance.gains.row(case));
    }
}

/// A table, a column, and what may not stand in it with what is said of each.
type Never = (usize, &'static str, &'static [(&'static str, &'static str)]);

#[test]
fn every_cell_that_cannot_be_is_named_in_every_row() {
    let never: [Never; 12] = [
        (CASES, "persons", &[("0", "at least 1"), ("-3", "at least 1"), ("10001", "at most 10000")]),
        (CASES, "week", &[("-1", "at least 0"), ("520", "at most 519")]),
        (CASES, "origin_group", &[("-1", "at least 0"), ("4294967296", "at most 4294967295")]),
        (CASES, "tied_place", &[("301", "places"), ("0301x", "places")]),
        (PLACES, "capacity", &[("-1", "at least 0"), ("1000001", "at most 1000000")]),
        (PLACES, "population", &[("-1", "at least 0"), ("5000000000", "at most 4294967295")]),
        (PLACES, "region", &[("-1", "at least 0")]),
        (VALUES, "case", &[("e", "cases"), ("A", "cases")]),
        (VALUES, "place", &[("301", "places"), ("12", "places")]),
        (VALUES, "value", &[("-0.5", "at least 0"), ("3000000000", "at most 200000000")]),
        (CAPACITIES, "capacity", &[("-1", "at least 0"), ("1000001", "at most 1000000")]),
        (NEEDS, "amount", &[("-1", "at least 0")]),
    ];
    for format in FORMATS {
        for (table, column, wrong) in never {
            let sheet = &sheets()[table];
            let at = sheet.columns.iter().position(|(name, _)| *name == column).unwrap();
            for row in 0..sheet.rows.len() {
                for (value, says) in wrong.iter().copied() {
                    let mut sheets = sheets();
                    value.clone_into(&mut sheets[table].rows[row][at]);
                    let error = read_sheets(&sheets, format).unwrap_err().to_string();
                    let spot = format!(
                        "{}.{}, {}, column {column}: ",
                        sheet.name,
                        format.ending(),
                        row_said(format, row)
                    );
                    assert!(error.starts_with(&spot) && error.contains(says), "{spot} {value}: {error}");
                    let said = error[spot.len()..].trim_start_matches('"');
                    assert!(said.starts_with(value), "{value}: {error}");
                }
            }
        }
    }
}

#[test]
fn what_is_missing_or_not_finite_is_named_in_every_row() {
    for format in FORMATS {
        for (table, sheet) in sheets().iter().enumerate() {
            for (at, (column, kind)) in sheet.columns.iter().enumerate() {
                for row in 0..sheet.rows.len() {
                    let mut wrong = vec![("", "a value is missing")];
                    if *column == "tied_place" {
                        wrong.clear();
                    }
                    if *kind == Kind::Real {
                        wrong.extend(["NaN", "inf", "-inf"].map(|value| (value, "a finite number expected")));
                    }
                    for (value, says) in wrong {
                        let mut sheets = sheets();
                        value.clone_into(&mut sheets[table].rows[row][at]);
                        let error = read_sheets(&sheets, format).unwrap_err().to_string();
                        let file = format!("{}.{}", sheet.name, format.ending());
                        let spot = format!("{file}, {}, column {column}: ", row_said(format, row));
                        assert!(error.starts_with(&spot) && error.ends_with(says), "{spot}: {error}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_stands_twice_is_named_with_where_it_stands_first() {
    for format in FORMATS {
        for (table, keys) in [(CASES, 1), (PLACES, 1), (VALUES, 2), (CAPACITIES, 2), (NEEDS, 2)] {
            for row in 0..sheets()[table].rows.len() {
                let mut sheets = sheets();
                let again = sheets[table].rows[row].clone();
                let last = sheets[table].rows.len();
                sheets[table].rows.push(again.clone());
                let error = read_sheets(&sheets, format).unwrap_err().to_string();
                let file = format!("{}.{}", sheets[table].name, format.ending());
                assert!(
                    error.starts_with(&format!("{file}, {}, column ", row_said(format, last))),
                    "{error}"
                );
                let value = format!("{:?}", again[..keys].join(", "));
                let says = match table {
                    VALUES => "the pair has a value already".to_owned(),
                    _ => format!("the same stands in {}", row_said(format, row)),
                };
                assert!(error.ends_with(&format!("{value}: {says}")), "{error}");
            }
        }
    }
}

#[test]
fn a_column_that_is_missing_or_of_another_make_is_named() {
    for format in FORMATS {
        for (table, sheet) in sheets().iter().enumerate() {
            for (at, (column, kind)) in sheet.columns.iter().enumerate() {
                let file = format!("{}.{}", sheet.name, format.ending());
                let mut without = sheets();
                without[table].columns[at].0 = "other";
                let error = read_sheets(&without, format).unwrap_err().to_string();
                let says = format!("{file}, column {column}: the column is missing; found ");
                assert!(error.starts_with(&says), "{error}");
                if matches!(format, Format::Parquet) && *kind != Kind::Key {
                    let mut texts = sheets();
                    texts[table].columns[at].1 = Kind::Key;
                    let error = read_sheets(&texts, format).unwrap_err().to_string();
                    let says = format!("{file}, column {column}: the column should hold {kind}; it holds ");
                    assert!(error.starts_with(&says), "{error}");
                }
            }
        }
    }
}

#[test]
fn parquet_with_any_bit_turned_is_read_or_refused_by_name() {
    let sheets = sheets();
    let whole: Vec<Vec<u8>> = sheets.iter().map(|sheet| bytes(sheet, Format::Parquet)).collect();
    // What the library says of its own bytes is not for the test's output.
    std::panic::set_hook(Box::new(|_| {}));
    for table in 0..whole.len() {
        for at in (0..whole[table].len()).step_by(3) {
            let mut files = whole.clone();
            files[table][at] ^= 1 << (at % 8);
            if let Err(error) = read_bytes(&files, &sheets, Format::Parquet) {
                assert!(error.to_string().contains(".parquet"), "{error}");
            }
            let mut short = whole.clone();
            short[table].truncate(at);
            let refused = read_bytes(&short, &sheets, Format::Parquet).unwrap_err().to_string();
            assert!(refused.starts_with(&format!("{}.parquet", sheets[table].name)), "{refused}");
        }
    }
    let _ = std::panic::take_hook();
}
