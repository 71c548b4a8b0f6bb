//! Settlement: what `styrbord place` finds and how fast, beside other programs, on invented years.
//!
//! The years and most of the peers come from a folder `shared` beside the checkout; without it the program's own
//! years are taken, and only the flow can be a peer. What slow peers answered is kept, with machine and versions.

mod gap;
mod lp;
mod numbers;
mod online;
mod ours;
mod peers;
mod same;
mod years;

use super::Scratch;
use anyhow::{Context, Result, bail};
use ours::Programs;
use peers::Peers;
use std::time::Instant;
use years::Year;

type Report = fn(&Bench) -> Result<String>;

/// What is measured: a part's name, which is also that of its marker in the document after `place-`.
const PARTS: [(&str, Report); 4] =
    [("lp", lp::report), ("gap", gap::report), ("online", online::report), ("determinism", same::report)];
const USAGE: &str = "usage: cargo xtask bench place [--only lp|gap|online|determinism]… [--sizes 1000,5000] \
                     [--kappas 1,0.35] [--seeds 3] [--rounds 3] [--peers] [--profile release] [--write]";
/// The first seed of the years; the others follow it.
const SEED: u64 = 20_240_113;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Options {
    only: Vec<String>,
    sizes: Vec<u32>,
    /// How much it matters who goes where, as the years' generator takes it.
    kappas: Vec<String>,
    seeds: u64,
    rounds: u32,
    /// Peers whose answer is not kept yet are run.
    run_peers: bool,
    profile: String,
    write: bool,
}

/// What each part needs.
struct Bench {
    options: Options,
    programs: Programs,
    peers: Peers,
    /// A folder that is gone when all is over.
    scratch: Scratch,
}

impl Bench {
    /// Says on what was measured, and which build.
    fn measured_on(&self) -> String {
        let origin = match years::tools() {
            Some(_) => "",
            None => "The folder `shared` is missing: the years are those of `styrbord place generate`.\n",
        };
        format!("{origin}Measured on: {}, profile {}.\n", super::machine(), self.options.profile)
    }

    /// Makes the years that are asked for, of the sizes that a part takes, with so many seeds.
    fn years(&self, seeds: u64) -> Result<Vec<Year>> {
        self.years_if(seeds, |_| true)
    }

    /// Makes the years that are asked for; further ones of a kind only where a peer's answer is kept or peers are run.
    fn years_beside(&self, peer: &str) -> Result<Vec<Year>> {
        self.years_if(self.options.seeds, |year| self.options.run_peers || self.peers.knows(year, peer))
    }

    fn years_if(&self, seeds: u64, further: impl Fn(&str) -> bool) -> Result<Vec<Year>> {
        let mut years = Vec::new();
        for kappa in &self.options.kappas {
            for persons in &self.options.sizes {
                for seed in (SEED..).take(seeds as usize) {
                    if seed == SEED || further(&years::name(kappa, *persons, seed)) {
                        years.push(years::make(&self.programs, kappa, *persons, seed)?);
                    }
                }
            }
        }
        Ok(years)
    }
}

/// Measures the parts that are asked for, or all, and prints their tables; with `--write` also into the document.
pub(super) fn run(args: &[&str]) -> Result<()> {
    let options = options(args)?;
    let scratch = Scratch::new()?;
    let programs = Programs::build(&options.profile, &scratch.0)?;
    let bench = Bench { peers: Peers::open(options.run_peers)?, options, programs, scratch };
    for (name, report) in PARTS {
        if !bench.options.only.is_empty() && !bench.options.only.iter().any(|only| only == name) {
            continue;
        }
        let begun = Instant::now();
        let report = report(&bench).with_context(|| format!("measuring {name}"))?;
        println!("== place-{name}, {} s ==\n{report}", begun.elapsed().as_secs());
        if bench.options.write {
            super::write_into_document(&format!("place-{name}"), &report)?;
        }
    }
    Ok(())
}

fn options(args: &[&str]) -> Result<Options> {
    let mut options = Options {
        only: Vec::new(),
        sizes: vec![1000, 5000, 20_000, 50_000],
        kappas: vec!["1".to_owned(), "0.35".to_owned()],
        seeds: 3,
        rounds: 3,
        run_peers: false,
        profile: "release".to_owned(),
        write: false,
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().copied().with_context(|| format!("{arg} lacks its value\n{USAGE}"));
        match *arg {
            "--only" => options.only.push(value()?.to_owned()),
            "--sizes" => options.sizes = list(value()?)?,
            "--kappas" => options.kappas = value()?.split(',').map(str::to_owned).collect(),
            "--seeds" => options.seeds = value()?.parse().context("--seeds")?,
            "--rounds" => options.rounds = value()?.parse().context("--rounds")?,
            "--profile" => value()?.clone_into(&mut options.profile),
            "--peers" => options.run_peers = true,
            "--write" => options.write = true,
            _ => bail!("{USAGE}; found `{arg}`"),
        }
    }
    if let Some(unknown) = options.only.iter().find(|only| PARTS.iter().all(|(part, _)| part != only)) {
        bail!("{USAGE}; found `{unknown}`");
    }
    Ok(options)
}

fn list(text: &str) -> Result<Vec<u32>> {
    text.split(',').map(|size| size.parse().with_context(|| format!("the size {size}"))).collect()
}

/// Returns a table in Markdown, the first column of words and the others of figures.
fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut lines = vec![format!("| {} |", head.join(" | "))];
    lines.push(format!("|---|{}", "---:|".repeat(head.len().saturating_sub(1))));
    lines.extend(rows.iter().map(|row| format!("| {} |", row.join(" | "))));
    lines.join("\n") + "\n"
}

/// Returns a line that says whether a target is met; `figure` says what was measured.
fn verdict(target: &str, figure: &str, met: bool) -> String {
    format!("- {target}: {figure}, {}.", if met { "met" } else { "**not met**" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_understood() {
        let asked = options(&["--only", "lp", "--sizes", "1000,5000", "--seeds", "2", "--write"]).unwrap();
        assert_eq!((asked.only, asked.sizes), (vec!["lp".to_owned()], vec![1000, 5000]));
        assert_eq!((asked.seeds, asked.write, asked.run_peers), (2, true, false));
        for wrong in [["--only", "lpp"], ["--sizes", "many"], ["--kappa", "1"]] {
            assert!(options(&wrong).is_err(), "{wrong:?}");
        }
        assert!(options(&["--seeds"]).is_err());
    }

    #[test]
    fn the_document_has_a_place_for_each_part() {
        let page = std::fs::read_to_string(crate::process::root().join(super::super::DOCUMENT)).unwrap();
        for (name, _) in PARTS {
            assert!(page.contains(&format!("<!-- bench:place-{name} -->\n")), "{name}");
        }
    }
}
