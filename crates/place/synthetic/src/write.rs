//! A year to the files of the exchange format.

use crate::cases::Family;
use crate::{Wish, Year};
use std::io::{self, Write};
use styrbord_tables::{Batch, Cells, Column, Format, Keys, Kind, Values, Writer};

/// What the file beside the tables says.
pub const README: &str = "\
SYNTETISKE DATA

Alle saker, plasser og verdier i denne mappen er oppdiktet av programmet styrbord.
Kommunene, fylkene og folketallene (1.1.2024, SSB) er virkelige. Ingenting her sier noe om en
virkelig person, om hvor mange en kommune har bosatt, eller om hva som lykkes hvor.

SYNTHETIC DATA

All cases, rooms and values in this folder were invented by the program styrbord.
The municipalities, counties and populations (1 January 2024, Statistics Norway) are real.
Nothing here tells of a real person, of how many a municipality has settled, or of what succeeds where.
";

/// How many rows are written at a time.
const ROWS: usize = 100_000;

const CASES: [Column; 5] = [
    Column::new("case", Kind::Key),
    Column::new("persons", Kind::Integer),
    Column::new("week", Kind::Integer),
    Column::new("origin_group", Kind::Integer),
    Column::new("tied_place", Kind::Key).or_empty(),
];
const PLACES: [Column; 5] = [
    Column::new("place", Kind::Key),
    Column::new("capacity", Kind::Integer),
    Column::new("population", Kind::Integer),
    Column::new("region", Kind::Integer),
    Column::new("name", Kind::Key),
];
const VALUES: [Column; 3] =
    [Column::new("case", Kind::Key), Column::new("place", Kind::Key), Column::new("value", Kind::Real)];
/// Columns that hold texts.
const TEXTS: [&str; 3] = ["place", "tied_place", "name"];

/// Invents a year and writes its files; `open` begins a file of a name in the folder, `pool/` before those of the
/// year before.
pub fn write<W: Write + Send>(
    wish: Wish,
    format: Format,
    mut open: impl FnMut(&str) -> io::Result<W>,
) -> io::Result<Year> {
    let year = Year::invent(wish);
    open("README.txt")?.write_all(README.as_bytes())?;
    let mut table = |name: &str, columns: &[Column]| {
        Writer::new(format, columns, &TEXTS, open(&format!("{name}.{}", format.ending()))?)
    };
    let mut places = table("places", &PLACES)?;
    places.write(&of_places(&year))?;
    places.finish()?;
    for (folder, families) in [("", &year.families), ("pool/", &year.pool)] {
        let mut cases = table(&format!("{folder}cases"), &CASES)?;
        cases.write(&of_cases(&year, families))?;
        cases.finish()?;
        let mut values = table(&format!("{folder}values"), &VALUES)?;
        write_values(&year, families, &mut values)?;
        values.finish()?;
    }
    Ok(year)
}

fn of_places(year: &Year) -> Batch {
    let integers = |of: &dyn Fn(&crate::Host) -> u32| {
        Cells::full(Values::Integers(year.hosts.iter().map(|host| of(host).into()).collect()))
    };
    Batch::of(vec![
        Cells::full(Values::Keys(texts(year.hosts.iter().map(|host| host.municipality.number)))),
        integers(&|host| host.capacity),
        integers(&|host| host.municipality.population),
        integers(&|host| host.municipality.county),
        Cells::full(Values::Keys(texts(year.hosts.iter().map(|host| host.municipality.name)))),
    ])
}

fn of_cases(year: &Year, families: &[Family]) -> Batch {
    let integers = |of: &dyn Fn(&Family) -> u32| {
        Cells::full(Values::Integers(families.iter().map(|family| of(family).into()).collect()))
    };
    Batch::of(vec![
        Cells::full(Values::Keys(Keys::Integers((1..=families.len() as i64).collect()))),
        integers(&|family| family.persons),
        integers(&|family| family.week),
        integers(&|family| family.origin_group),
        Cells {
            values: Values::Keys(texts(families.iter().map(|family| number(year, family.tied_place)))),
            missing: families.iter().map(|family| family.tied_place.is_none()).collect(),
        },
    ])
}

/// Returns the number of a municipality; nothing without one.
fn number(year: &Year, place: Option<usize>) -> &'static str {
    place.and_then(|place| year.hosts.get(place)).map_or("", |host| host.municipality.number)
}

fn texts<'a>(all: impl Iterator<Item = &'a str>) -> Keys {
    let mut keys = Keys::texts();
    all.for_each(|text| keys.push(text));
    keys
}

fn write_values<W: Write + Send>(year: &Year, families: &[Family], out: &mut Writer<W>) -> io::Result<()> {
    let values = year.values();
    let mut rows = Rows::default();
    for (key, family) in (1..).zip(families) {
        for (place, value) in values.of(family) {
            rows.cases.push(key);
            rows.places.push(place);
            rows.values.push(value);
        }
        if rows.values.len() >= ROWS {
            out.write(&std::mem::take(&mut rows).batch(year))?;
        }
    }
    if !rows.values.is_empty() {
        out.write(&rows.batch(year))?;
    }
    Ok(())
}

#[derive(Default)]
struct Rows {
    cases: Vec<i64>,
    places: Vec<usize>,
    values: Vec<f64>,
}

impl Rows {
    fn batch(self, year: &Year) -> Batch {
        Batch::of(vec![
            Cells::full(Values::Keys(Keys::Integers(self.cases))),
            Cells::full(Values::Keys(texts(self.places.iter().map(|place| number(year, Some(*place)))))),
            Cells::full(Values::Reals(self.values)),
        ])
    }
}
