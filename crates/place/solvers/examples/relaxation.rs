//! How long the relaxation of a year takes, from arrays in memory to the exact optimum; for `cargo xtask bench place`.
//!
//! `relaxation DIR ROUNDS` reads the exchange folder DIR and prints one line of JSON. Cold is from nothing; warm is
//! from the prices and the flow of the year before its last week came.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::print_stdout,
    reason = "a program that measures reads files, keeps time and prints"
)]

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use styrbord_settlement::read::{Tables, read};
use styrbord_settlement::{Among, Certificate, Gains, Instance, verify};
use styrbord_solvers::prices;
use styrbord_solvers::transport::{Flow, Home, Transport, solve, solve_again};
use styrbord_tables::Table;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, folder, rounds] = args.as_slice() else { return Err("usage: relaxation DIR ROUNDS".into()) };
    let rounds: u32 = rounds.parse()?;
    let instance = instance(Path::new(folder))?;
    let year = Arrays::of(&instance, |_| true);
    let last = instance.cases.iter().map(|case| case.week).max().unwrap_or(0);
    let before = Arrays::of(&instance, |week| week < last);
    let known = solve(before.problem());
    let homes = before.homes_in_year(&known);
    let (mut cold, mut warm) = (f64::MAX, f64::MAX);
    let mut value = 0;
    for _ in 0..rounds.max(1) {
        let (mut flow, seconds) = timed(|| solve(year.problem()));
        cold = cold.min(seconds);
        value = flow.value();
        let smallest = prices::smallest(&mut flow);
        let (again, seconds): (Flow, f64) = timed(|| solve_again(year.problem(), known.prices(), &homes));
        warm = warm.min(seconds);
        let proved = Certificate::PlacePrices(smallest.into_iter().map(i64::from).collect());
        if verify::bound(&instance, &proved, Among::All) != Ok(value) || again.value() != value {
            return Err("the relaxation is not exact".into());
        }
    }
    let (cases, persons, scale) = (instance.cases.len(), instance.persons(), instance.gains.scale());
    println!(
        "{{\"cases\":{cases},\"persons\":{persons},\"places\":{},\"scale\":{scale},\"value\":{value},\
         \"cold_s\":{cold:.6},\"warm_s\":{warm:.6}}}",
        instance.places.len()
    );
    Ok(())
}

fn instance(folder: &Path) -> Result<Instance, Box<dyn Error>> {
    let table = |name: &str| -> Result<Table, Box<dyn Error>> {
        let bytes = ["parquet", "csv"].map(|ending| std::fs::read(folder.join(format!("{name}.{ending}"))));
        let [parquet, csv] = bytes;
        Ok(Table::open(name, Arc::new(parquet.or(csv)?))?)
    };
    let tables = Tables {
        cases: table("cases")?,
        places: table("places")?,
        values: table("values")?,
        capacities: None,
        needs: None,
        pool: None,
    };
    Ok(read(&tables)?.instance)
}

/// A problem in memory.
struct Arrays {
    /// The cases, as they are numbered in the year.
    cases: Vec<u32>,
    persons: Vec<u32>,
    capacity: Vec<u32>,
    gains: Gains,
}

impl Arrays {
    /// Returns the cases whose week is wanted.
    fn of(instance: &Instance, wanted: impl Fn(u32) -> bool) -> Self {
        let cases: Vec<usize> =
            (0..instance.cases.len()).filter(|case| wanted(instance.cases[*case].week)).collect();
        let mut gains = Gains::new(cases.len(), instance.places.len(), instance.gains.scale());
        for (at, case) in cases.iter().enumerate() {
            gains.row_mut(at).copy_from_slice(instance.gains.row(*case));
        }
        Arrays {
            persons: cases.iter().map(|case| instance.cases[*case].persons).collect(),
            capacity: instance.places.iter().map(|place| place.capacity).collect(),
            gains,
            cases: cases.into_iter().map(|case| case as u32).collect(),
        }
    }

    /// Returns who lives where, with the cases as they are numbered in the year.
    fn homes_in_year(&self, flow: &Flow) -> Vec<Home> {
        let homes = flow.homes().into_iter();
        homes.map(|home| Home { case: self.cases[home.case as usize], ..home }).collect()
    }

    fn problem(&self) -> Transport<'_> {
        Transport { persons: &self.persons, capacity: &self.capacity, gains: &self.gains }
    }
}

/// The system counts in steps of some milliseconds: what is shorter is done again until so much time is over.
const LEAST: Duration = Duration::from_millis(250);

/// Does something, over and over when it is short, and returns how many seconds a processor was busy with it once.
fn timed<T>(mut work: impl FnMut() -> T) -> (T, f64) {
    let (clock, before) = (Instant::now(), busy_ns());
    let mut done = work();
    let mut times = 1;
    while clock.elapsed() < LEAST {
        done = work();
        times += 1;
    }
    let busy = match before.zip(busy_ns()) {
        Some((before, after)) => Duration::from_nanos(after.saturating_sub(before)),
        None => clock.elapsed(),
    };
    (done, busy.as_secs_f64() / f64::from(times))
}

/// Returns how long this thread was on a processor, where the system tells.
fn busy_ns() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}
