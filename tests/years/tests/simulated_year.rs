//! A thousand simulated years: replay gives the live book, and every invariant holds after each step.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use std::path::PathBuf;
use styrbord_store::{Journal, Open, Sqlite};
use styrbord_years::{KINDS, Settings, Tally, in_memory, simulate};

const SETTINGS: Settings = Settings { steps: 120, stop: 120, every: 40 };

/// Simulates one of the eight shares of a thousand seeds.
fn share(number: u64) {
    let mut all = Tally::default();
    for seed in (1..=1000).filter(|seed| seed % 8 == number) {
        all.add(&in_memory(seed, SETTINGS).unwrap_or_else(|failure| panic!("{failure}")));
    }
    let silent: Vec<_> = KINDS.iter().filter(|kind| !all.accepted.contains_key(**kind)).collect();
    // What is rare may be missing in one share.
    assert!(silent.len() <= 2, "never done: {silent:?}; the generator has to know what they need");
    let silent: Vec<_> = KINDS.iter().filter(|kind| !all.refused.contains_key(**kind)).collect();
    assert!(silent.len() <= 2, "never refused: {silent:?}; the generator has to be wrong now and then");
    assert!(all.crashes > 500 && all.repeats > 500, "{} crashes, {} repeats", all.crashes, all.repeats);
}

#[test]
fn every_step_of_a_simulated_year_holds_1() {
    share(0);
}

#[test]
fn every_step_of_a_simulated_year_holds_2() {
    share(1);
}

#[test]
fn every_step_of_a_simulated_year_holds_3() {
    share(2);
}

#[test]
fn every_step_of_a_simulated_year_holds_4() {
    share(3);
}

#[test]
fn every_step_of_a_simulated_year_holds_5() {
    share(4);
}

#[test]
fn every_step_of_a_simulated_year_holds_6() {
    share(5);
}

#[test]
fn every_step_of_a_simulated_year_holds_7() {
    share(6);
}

#[test]
fn every_step_of_a_simulated_year_holds_8() {
    share(7);
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
