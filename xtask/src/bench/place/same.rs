//! The same input gives the same plan: again and again, two at once, and by a build without optimisation.

use super::ours::{Programs, place};
use super::{Bench, table, verdict};
use anyhow::{Context, Result};
use std::path::Path;

const RUNS: usize = 20;
/// Larger years take the build without optimisation too long.
const PERSONS_MAX: u32 = 5000;

pub(super) fn report(bench: &Bench) -> Result<String> {
    let debug = Programs::styrbord_of("dev", &bench.scratch.0)?;
    let release = bench.programs.styrbord();
    let mut lines = Vec::new();
    let mut all_same = true;
    for year in bench.years(1)?.iter().filter(|year| year.persons <= PERSONS_MAX) {
        println!("solving {} again and again", year.name);
        let hash = |program: &Path, words: &[&str]| -> Result<String> {
            let said = place(program, words, &[&year.folder])?;
            Ok(said["plan_sha256"].as_str().context("the program gives no hash")?.to_owned())
        };
        for words in [["solve"].as_slice(), &["solve", "--must-settle"]] {
            let first = hash(release, words)?;
            let again = (1..RUNS).map(|_| hash(release, words)).collect::<Result<Vec<_>>>()?;
            let at_once = std::thread::scope(|scope| {
                let two = [0, 1].map(|_| scope.spawn(|| hash(release, words)));
                two.map(|one| one.join().unwrap_or_else(|_| Ok(String::new())))
            });
            let at_once = at_once.into_iter().collect::<Result<Vec<_>>>()?;
            let unoptimised = hash(&debug, words)?;
            let same = again.iter().chain(&at_once).chain([&unoptimised]).all(|other| *other == first);
            all_same &= same;
            lines.push(vec![
                format!("{}, `{}`", year.name, words.join(" ")),
                first.chars().take(16).collect(),
                if same { "yes".to_owned() } else { "**no**".to_owned() },
            ]);
        }
    }
    let mut text = table(&["year", "hash of the plan", "the same"], &lines) + "\n";
    let figure = if all_same { "the same hash in each" } else { "another hash" };
    let target = format!("{RUNS} runs, two at once, with and without optimisation");
    text += &(verdict(&target, figure, all_same) + "\n");
    text.extend(["\n".to_owned(), bench.measured_on()]);
    Ok(text)
}
