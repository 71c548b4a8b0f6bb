//! A thousand simulated years: replay gives the live book, and every invariant holds after each step.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use std::path::PathBuf;
use styrbord_events::Command;
use styrbord_store::{Journal, Open, Sqlite};
use styrbord_years::{Settings, Tally, in_memory, simulate};

const SETTINGS: Settings = Settings { steps: 120, stop: 120, every: 40 };

/// Simulates the seeds whose rest by `shares` is `share`.
fn share(share: u64, shares: u64) -> Tally {
    let mut all = Tally::default();
    for seed in (1..=1000).filter(|seed| seed % shares == share) {
        all.add(&in_memory(seed, SETTINGS).unwrap_or_else(|failure| panic!("{failure}")));
    }
    all
}

#[test]
fn every_step_of_a_thousand_simulated_years_holds() {
    let shares = std::thread::available_parallelism().map_or(1, |number| number.get() as u64);
    let mut all = Tally::default();
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..shares).map(|number| scope.spawn(move || share(number, shares))).collect();
        for one in running {
            all.add(&one.join().unwrap());
        }
    });
    let silent: Vec<_> = Command::KINDS.iter().filter(|kind| !all.accepted.contains_key(**kind)).collect();
    assert!(silent.is_empty(), "never done: {silent:?}; the generator has to know what they need");
    let silent: Vec<_> = Command::KINDS.iter().filter(|kind| !all.refused.contains_key(**kind)).collect();
    assert!(silent.is_empty(), "never refused: {silent:?}; the generator has to be wrong now and then");
    assert!(all.crashes > 5000 && all.repeats > 5000, "{} crashes, {} repeats", all.crashes, all.repeats);
}

/// A folder that goes away again.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_simulated_year_holds_in_sqlite() {
    for seed in 1..=4 {
        let name = format!("styrbord-years-{}-{seed}", std::process::id());
        let folder = Folder(std::env::temp_dir().join(name));
        std::fs::create_dir_all(&folder.0).unwrap();
        let file = folder.0.join("journal.db");
        let connect = || Ok(Box::new(Sqlite::open(&file, Open::OrCreate)?) as Box<dyn Journal>);
        let tally = simulate(seed, SETTINGS, &connect).unwrap_or_else(|failure| panic!("{failure}"));
        let same = in_memory(seed, SETTINGS).unwrap();
        assert_eq!((tally.records, &tally.refused), (same.records, &same.refused));
    }
}
