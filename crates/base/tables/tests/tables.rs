//! Tables read and written: what comes in is what went out, and what is wrong is named with its place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use parquet::basic::{Compression, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{DoubleType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use proptest::prelude::*;
use std::sync::Arc;
use styrbord_tables::{Batch, Cells, Column, Format, Keys, Kind, Read, Table, TableError, Values, Writer};

const COLUMNS: [Column; 4] = [
    Column::new("case", Kind::Key),
    Column::new("persons", Kind::Integer),
    Column::new("tied_place", Kind::Key).or_empty(),
    Column::new("value", Kind::Real),
];

/// Reads a file whole: a line of text for each row, with the place of the row.
fn rows(bytes: &[u8], wanted: &[Column]) -> Result<(Vec<String>, Read), TableError> {
    let table = Table::open("t", Arc::new(bytes.to_vec()))?;
    let mut rows = Vec::new();
    let read = table.read(wanted, |batch| {
        for row in 0..batch.len() {
            let cell = |cells: &Cells| match &cells.values {
                _ if cells.is_missing(row) => "-".to_owned(),
                Values::Integers(numbers) => numbers[row].to_string(),
                Values::Reals(numbers) => numbers[row].to_string(),
                Values::Keys(keys) => keys.get(row).to_string(),
            };
            let cells: Vec<String> = batch.columns.iter().map(cell).collect();
            rows.push(format!("{}: {}", batch.row(row), cells.join(" ")));
        }
        Ok::<(), TableError>(())
    })?;
    Ok((rows, read))
}

fn check(csv: &str, expected: &[&str]) {
    match rows(csv.as_bytes(), &COLUMNS) {
        Ok((rows, _)) => assert_eq!(rows, expected, "{csv}"),
        Err(error) => assert_eq!([error.to_string()].as_slice(), expected, "{csv}"),
    }
}

#[test]
fn csv_gives_values_with_their_lines() {
    check(
        "case,persons,tied_place,value\na,2,,0.5\n\n0301, 3 ,0301,1e-3\n",
        &["line 2: a 2 - 0.5", "line 4: 0301 3 0301 0.001"],
    );
    let rest = ["line 3: a\nb 2 - 0.5", "line 5: c 1 x 2", "line 6: d 1 - 0"];
    check("case,persons,tied_place,value\n\n\"a\nb\",2,,0.5\nc,1,x,2\nd,1,,0", &rest);
    let csv = "case,persons,tied_place,value\r\n\r\n\"a\nb\",2,,0.5\r\nc,1,x,2\r\nd,1,,0\r\n";
    check(csv, &rest);
}

#[test]
fn csv_of_norwegian_spreadsheets_is_read() {
    check("\u{feff}Case;persons;tied_place;value\r\n\"å;b\";2,0;;0,5\r\n", &["line 2: å;b 2 - 0.5"]);
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let head = "case,persons,tied_place,value\n";
    let cases = [
        ("a,2.5,,1", "t, line 2, column persons: \"2.5\": a whole number expected"),
        ("a,,,1", "t, line 2, column persons: a value is missing"),
        (",1,,1", "t, line 2, column case: a value is missing"),
        ("a,1,,x", "t, line 2, column value: \"x\": a number expected"),
        ("a,1,,NaN", "t, line 2, column value: \"NaN\": a finite number expected"),
        ("a,1,,inf", "t, line 2, column value: \"inf\": a finite number expected"),
        ("a,1,1", "t, line 2: 4 values expected, 3 found"),
        ("a,1,,1\nb,1,,1,9", "t, line 3: 4 values expected, 5 found"),
        (
            "a,99999999999999999999,,1",
            "t, line 2, column persons: \"99999999999999999999\": a whole number expected",
        ),
    ];
    for (line, expected) in cases {
        check(&format!("{head}{line}\n"), &[expected]);
    }
    check("", &["t: the file is empty; the names of the columns stand in its first line"]);
    check("case,value\n", &["t, column persons: the column is missing; found case, value"]);
    check("case,case,persons,tied_place,value\n", &["t, column case: the column stands there twice"]);
}

#[test]
fn columns_that_nobody_wants_are_told() {
    let (rows, read) = rows(b"note,case\nx,1\n", &COLUMNS[..1]).unwrap();
    assert_eq!((rows, read.unused, read.rows), (vec!["line 2: 1".to_owned()], vec!["note".to_owned()], 1));
}

#[test]
fn a_column_may_be_lacking() {
    let wanted = [COLUMNS[0], Column::new("week", Kind::Integer).if_there()];
    assert_eq!(rows(b"case\n1\n", &wanted).unwrap().0, ["line 2: 1 -"]);
}

fn batch(keys: Vec<i64>, values: Vec<f64>, tied: &[Option<i64>]) -> Batch {
    let persons = keys.iter().map(|key| key.rem_euclid(8) + 1).collect();
    Batch::of(vec![
        Cells::full(Values::Keys(Keys::Integers(keys))),
        Cells::full(Values::Integers(persons)),
        Cells {
            values: Values::Keys(Keys::Integers(tied.iter().map(|place| place.unwrap_or(0)).collect())),
            missing: tied.iter().map(Option::is_none).collect(),
        },
        Cells::full(Values::Reals(values)),
    ])
}

fn written(format: Format, batches: &[Batch]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(format, &COLUMNS, &[], &mut bytes).unwrap();
    for batch in batches {
        writer.write(batch).unwrap();
    }
    writer.finish().unwrap();
    bytes
}

#[test]
fn parquet_names_rows_over_all_row_groups() {
    let first = batch((0..40_000).collect(), vec![0.5; 40_000], &vec![None; 40_000]);
    let second = batch(vec![7, 8], vec![1.0, f64::INFINITY], &[Some(3), None]);
    let error = rows(&written(Format::Parquet, &[first.clone(), second]), &COLUMNS).unwrap_err();
    assert_eq!(error.to_string(), "t, row 40002, column value: \"inf\": a finite number expected");
    let second = batch(vec![7], vec![1.0], &[Some(3)]);
    let (rows, _) = rows(&written(Format::Parquet, &[first, second]), &COLUMNS).unwrap();
    assert_eq!((rows.len(), rows[0].as_str()), (40_001, "row 1: 0 1 - 0.5"));
    assert_eq!(rows[40_000], "row 40001: 7 8 3 1");
}

#[test]
fn parquet_says_which_column_holds_something_else() {
    let bytes = written(Format::Parquet, &[batch(vec![1], vec![0.5], &[None])]);
    let found = |column| rows(&bytes, &[column]).map(|(rows, _)| rows).map_err(|error| error.to_string());
    assert_eq!(
        found(Column::new("value", Kind::Integer)),
        Err("t, row 1, column value: \"0.5\": a whole number expected".to_owned())
    );
    assert_eq!(
        found(Column::new("tied_place", Kind::Integer)),
        Err("t, row 1, column tied_place: a value is missing".to_owned())
    );
    assert_eq!(found(Column::new("persons", Kind::Real)), Ok(vec!["row 1: 2".to_owned()]));
}

#[test]
fn texts_in_parquet_keep_their_zeros() {
    let mut keys = Keys::texts();
    keys.push("0301");
    keys.push("blå");
    let mut bytes = Vec::new();
    let mut writer = Writer::new(Format::Parquet, &COLUMNS[..1], &["case"], &mut bytes).unwrap();
    writer.write(&Batch::of(vec![Cells::full(Values::Keys(keys))])).unwrap();
    writer.finish().unwrap();
    assert_eq!(rows(&bytes, &COLUMNS[..1]).unwrap().0, ["row 1: 0301", "row 2: blå"]);
    let error = rows(&bytes, &[Column::new("case", Kind::Integer)]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "t, column case: the column should hold a whole number; it holds BYTE_ARRAY"
    );
}

/// Returns a Parquet file of the columns `case` and `value`, compressed as other programs do.
fn compressed(compression: Compression, values: &[f64]) -> Vec<u8> {
    let column = |name, physical| {
        let column = Type::primitive_type_builder(name, physical).with_repetition(Repetition::REQUIRED);
        Arc::new(column.build().unwrap())
    };
    let fields = vec![column("case", Physical::INT64), column("value", Physical::DOUBLE)];
    let schema = Arc::new(Type::group_type_builder("schema").with_fields(fields).build().unwrap());
    let properties = Arc::new(WriterProperties::builder().set_compression(compression).build());
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, properties).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let keys: Vec<i64> = (1..=values.len() as i64).collect();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<Int64Type>().write_batch(&keys, None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<DoubleType>().write_batch(values, None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
    bytes
}

#[test]
fn parquet_is_read_whichever_way_it_is_compressed() {
    const WANTED: [Column; 2] = [Column::new("case", Kind::Key), Column::new("value", Kind::Real)];
    let values: Vec<f64> = (0..30_000_u32).map(|row| f64::from(row % 7)).collect();
    let plain = compressed(Compression::UNCOMPRESSED, &values);
    let zstd = compressed(Compression::ZSTD(ZstdLevel::default()), &values);
    assert!(zstd.len() * 2 < plain.len(), "{} {}", zstd.len(), plain.len());
    for bytes in [&zstd, &compressed(Compression::SNAPPY, &values)] {
        assert_eq!(rows(bytes, &WANTED).unwrap().0, rows(&plain, &WANTED).unwrap().0);
    }
    let mut damaged = zstd.clone();
    damaged.iter_mut().skip(40).step_by(97).for_each(|byte| *byte ^= 0x5a);
    let error = rows(&damaged, &WANTED).unwrap_err().to_string();
    assert!(error.starts_with("t: the Parquet file could not be read ("), "{error}");
    assert!(error.ends_with("write it anew with Snappy or Zstandard compression, or none"), "{error}");
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        table in proptest::collection::vec((any::<i64>(), -1e12..1e12, proptest::option::of(any::<i64>())), 0..50)
    ) {
        let (keys, values): (Vec<i64>, Vec<f64>) = table.iter().map(|(key, value, _)| (*key, *value)).unzip();
        let tied: Vec<Option<i64>> = table.iter().map(|(_, _, tied)| *tied).collect();
        let batch = batch(keys, values, &tied);
        let of = |format| {
            let (rows, _) = rows(&written(format, std::slice::from_ref(&batch)), &COLUMNS).unwrap();
            rows.into_iter().map(|row| row.split_once(": ").unwrap().1.to_owned()).collect::<Vec<_>>()
        };
        let csv = of(Format::Csv);
        prop_assert_eq!(csv.len(), table.len());
        prop_assert_eq!(csv, of(Format::Parquet));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = rows(&bytes, &COLUMNS);
        let text = [b"case,persons,tied_place,value\n".as_slice(), &bytes].concat();
        let _ = rows(&text, &COLUMNS);
    }

    #[test]
    fn damaged_parquet_is_read_or_refused(at in 0_usize..1500, to in any::<u8>(), cut in 0_usize..1500) {
        let mut bytes = written(Format::Parquet, &[batch((0..30).collect(), vec![0.25; 30], &[None; 30])]);
        let length = bytes.len();
        bytes[at % length] = to;
        let _ = rows(&bytes, &COLUMNS);
        bytes.truncate(cut % length);
        let _ = rows(&bytes, &COLUMNS);
        let mut bytes = compressed(Compression::ZSTD(ZstdLevel::default()), &[0.25; 30]);
        let length = bytes.len();
        bytes[at % length] = to;
        let _ = rows(&bytes, &COLUMNS[..1]);
    }
}
