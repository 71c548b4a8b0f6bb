//! Invented years: the same bytes everywhere, and the properties that they were made for.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use styrbord_synthetic::{Wish, Year, write};
use styrbord_tables::Format;

const WISH: Wish = Wish { persons: 1_000, seed: 1, strength: 1.0 };

/// Files in memory.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

struct File(Memory, String);

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.0.lock().unwrap().entry(self.1.clone()).or_default().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns a number that tells files apart (FNV-1a).
fn digest(files: &BTreeMap<String, Vec<u8>>) -> u64 {
    let bytes = files.iter().flat_map(|(name, bytes)| name.bytes().chain(bytes.iter().copied()));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn files(wish: Wish, format: Format) -> BTreeMap<String, Vec<u8>> {
    let memory = Memory::default();
    write(wish, format, |name| Ok(File(memory.clone(), name.to_owned()))).unwrap();
    let files = memory.0.lock().unwrap();
    files.clone()
}

#[test]
fn a_year_is_the_same_on_every_machine() {
    let year = files(WISH, Format::Csv);
    let names: Vec<&str> = year.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["README.txt", "cases.csv", "places.csv", "pool/cases.csv", "pool/values.csv", "values.csv"]
    );
    assert_eq!(digest(&year), DIGEST, "a change to the model changes every published figure");
    assert_ne!(digest(&files(Wish { seed: 2, ..WISH }, Format::Csv)), DIGEST);
    assert_eq!(files(WISH, Format::Parquet), files(WISH, Format::Parquet));
}

/// Of the files of the year with 1 000 persons and seed 1.
const DIGEST: u64 = 2_850_476_739_468_238_122;

#[test]
fn places_matter_as_much_as_is_wished() {
    let spread = |strength| {
        let year = Year::invent(Wish { strength, ..WISH });
        let values = year.values();
        let of_family = |family| {
            let all: Vec<f64> = values.of(family).into_iter().map(|(_, value)| value).collect();
            let (least, most) = all.iter().fold((f64::MAX, 0.0_f64), |(a, b), v| (a.min(*v), b.max(*v)));
            (most - least).max(0.0)
        };
        year.families.iter().filter(|family| family.tied_place.is_none()).map(of_family).sum::<f64>()
    };
    let [none, some, much] = [0.0, 0.35, 1.0].map(spread);
    assert!(none.abs() < 1e-9 && none < some && some < 0.7 * much, "{none} {some} {much}");
}

#[test]
fn families_live_only_where_they_can() {
    let year = Year::invent(WISH);
    let values = year.values();
    let (mut pairs, mut asked) = (0, 0);
    for family in &year.families {
        let places = values.of(family);
        assert!(places.iter().all(|(place, _)| year.hosts[*place].capacity >= family.persons));
        assert!(places.iter().all(|(_, value)| (0.0..=3.0).contains(value)));
        if let Some(tied) = family.tied_place {
            assert_eq!(places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [tied]);
            continue;
        }
        pairs += places.len();
        asked += year.hosts.iter().filter(|host| host.capacity > 0).count();
    }
    let lacking = 1000 - pairs * 1000 / asked;
    assert!((30..110).contains(&lacking), "{lacking} of 1000 pairs are not compatible");
}
