//! Tables to an instance: what they say, and what is refused with its place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use std::sync::Arc;
use styrbord_settlement::Gains;
use styrbord_settlement::read::{Note, PoolTables, ReadError, Reading, Tables, read};
use styrbord_tables::Table;

const CASES: &str = "case,persons,week,origin_group,tied_place\na,1,0,2,\nb,4,51,0,0301\n";
const PLACES: &str = "place,capacity,population,region\n0301,5,699999.6,3\n1101,0,15000,11\n";
const VALUES: &str = "case,place,value\na,0301,0.5\na,1101,0\nb,0301,2\nb,1101,1\n";

fn table(name: &str, text: &str) -> Table {
    Table::open(name, Arc::new(text.as_bytes().to_vec())).unwrap()
}

fn of(cases: &str, places: &str, values: &str) -> Tables {
    Tables {
        cases: table("cases.csv", cases),
        places: table("places.csv", places),
        values: table("values.csv", values),
        capacities: None,
        needs: None,
        pool: None,
    }
}

fn read_texts(cases: &str, places: &str, values: &str) -> Result<Reading, ReadError> {
    read(&of(cases, places, values))
}

#[test]
fn a_year_is_what_the_tables_say() {
    let Reading { instance, pool, notes } = read_texts(CASES, PLACES, VALUES).unwrap();
    let [a, b] = instance.cases.as_slice() else { panic!() };
    assert_eq!((a.key.as_str(), a.persons, a.week, a.origin_group, a.tied_place), ("a", 1, 0, 2, None));
    assert_eq!((b.key.as_str(), b.persons, b.week, b.tied_place), ("b", 4, 51, Some(0)));
    let oslo = &instance.places[0];
    assert_eq!((oslo.key.as_str(), oslo.capacity, oslo.population, oslo.region), ("0301", 5, 700_000, 3));
    assert_eq!(instance.gains.scale(), 100_000_000);
    assert_eq!(instance.gains.row(0), [50_010_000, 10_000]);
    assert_eq!(instance.gains.row(1), [50_010_000, Gains::NONE]);
    assert!(pool.is_none());
    assert_eq!(notes, [Note::TiedElsewhere { file: "values.csv".to_owned(), values: 1 }]);
}

#[test]
fn the_scale_is_the_largest_that_fits() {
    for (value, scale) in [("0.5", 100_000_000), ("2", 10_000_000), ("0.01", 1_000_000_000), ("30000", 1000)]
    {
        let values = format!("case,place,value\na,0301,{value}\nb,0301,0\n");
        assert_eq!(read_texts(CASES, PLACES, &values).unwrap().instance.gains.scale(), scale, "{value}");
    }
}

#[test]
fn a_pool_has_the_units_of_the_year() {
    let pool = PoolTables {
        cases: table("pool/cases.csv", "case,persons\nx,2\n"),
        values: table("pool/values.csv", "case,place,value\nx,1101,8\n"),
    };
    let reading = read(&Tables { pool: Some(pool), ..of(CASES, PLACES, VALUES) }).unwrap();
    let pool = reading.pool.unwrap();
    assert_eq!((pool.gains.scale(), reading.instance.gains.scale()), (10_000_000, 10_000_000));
    assert_eq!(pool.gains.row(0), [Gains::NONE, 40_001_000]);
}

#[test]
fn further_kinds_have_room_and_needs() {
    let capacities = table("capacities.csv", "place,kind,capacity\n1101,minors,2\n0301,adapted,1\n");
    let needs = |text| Some(table("needs.csv", text));
    let with = |needs| Tables { needs, ..of(CASES, PLACES, VALUES) };
    let tables = Tables { capacities: Some(capacities), ..with(needs("case,kind,amount\nb,minors,3\n")) };
    let kinds = read(&tables).unwrap().instance.kinds;
    assert_eq!(kinds.len(), 2);
    assert_eq!(
        (kinds[1].name.as_str(), &kinds[1].capacity, &kinds[1].need),
        ("minors", &vec![0, 2], &vec![0, 3])
    );
    let error = read(&with(needs("case,kind,amount\nb,minors,3\n"))).unwrap_err().to_string();
    assert_eq!(error, "needs.csv, line 2, column kind: \"minors\": capacities has no such kind");
    let error = read(&with(needs("case,kind,amount\nb,m,3\nb,m,3\n"))).unwrap_err().to_string();
    assert_eq!(error, "needs.csv, line 3, column case, kind: \"b, m\": the same stands in line 2");
}

#[test]
fn what_the_format_does_not_know_is_told() {
    let places = "place,mayor,name,capacity,population,region\n0301,x,Oslo,5,1,3\n";
    let reading =
        read_texts("case,persons,week,origin_group,tied_place\n", places, "case,place,value\n").unwrap();
    assert_eq!(reading.instance.places[0].name, "Oslo");
    assert_eq!(
        reading.notes,
        [Note::UnusedColumn { file: "places.csv".to_owned(), column: "mayor".to_owned() }]
    );
}

/// Tells what is wrong when one line is put behind a file.
fn refused(file: &str, line: &str) -> String {
    let with =
        |name: &str, text: &str| if name == file { format!("{text}{line}\n") } else { text.to_owned() };
    let found = read_texts(&with("cases", CASES), &with("places", PLACES), &with("values", VALUES));
    found.map_or_else(|error| error.to_string(), |_| "nothing".to_owned())
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let cases = [
        ("cases", "a,1,0,0,", "cases.csv, line 4, column case: \"a\": the same stands in line 2"),
        ("cases", "c,0,0,0,", "cases.csv, line 4, column persons: \"0\": at least 1 expected"),
        ("cases", "c,-2,0,0,", "cases.csv, line 4, column persons: \"-2\": at least 1 expected"),
        ("cases", "c,1,-1,0,", "cases.csv, line 4, column week: \"-1\": at least 0 expected"),
        ("cases", "c,1,0,0,9", "cases.csv, line 4, column tied_place: \"9\": places.csv has no such place"),
        (
            "cases",
            "c,1,0,0,1101",
            "cases.csv, line 4, column tied_place: \"c\": the case is tied to this place, but values.csv has no value \
             for the two",
        ),
        ("places", "0301,1,1,1", "places.csv, line 4, column place: \"0301\": the same stands in line 2"),
        ("places", "2,1,-7,1", "places.csv, line 4, column population: \"-7\": at least 0 expected"),
        ("places", "2,-1,1,1", "places.csv, line 4, column capacity: \"-1\": at least 0 expected"),
        (
            "places",
            "2,1000001,1,1",
            "places.csv, line 4, column capacity: \"1000001\": at most 1000000 expected",
        ),
        ("values", "c,0301,1", "values.csv, line 6, column case: \"c\": cases.csv has no such case"),
        ("values", "a,301,1", "values.csv, line 6, column place: \"301\": places.csv has no such place"),
        ("values", "a,0301,-0.1", "values.csv, line 6, column value: \"-0.1\": at least 0 expected"),
        (
            "values",
            "a,0301,1",
            "values.csv, line 6, column case, place: \"a, 0301\": the pair has a value already",
        ),
        (
            "values",
            "b,1101,1",
            "values.csv, line 6, column case, place: \"b, 1101\": the pair has a value already",
        ),
        ("values", "a,0301,inf", "values.csv, line 6, column value: \"inf\": a finite number expected"),
    ];
    for (file, line, expected) in cases {
        assert_eq!(refused(file, line), expected);
    }
}
