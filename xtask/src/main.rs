//! The project's own tasks: `cargo xtask TASK`.
//!
//! From the working tree to a verdict on it (`ci`, `layers`, `tidy`), to the pages and expectations made from it
//! (`bless`), and to measurements of it (`bench`, `fuzz`). Each task is one file, in the order of the usage text.
//! No crate of the product depends on this one, and it uses none of theirs: it drives `cargo` and the binary.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task reads the tree, starts cargo, keeps time and talks to the developer"
)]

mod ci;

mod bless;
mod generated;
mod layers;
mod tidy;

mod bench;
mod demo;
mod formats;
mod fuzz;
mod simulate;
mod web_assets;

mod markers;
mod process;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
The project's own tasks.

Usage: cargo xtask TASK

  ci                       everything that can fail: tools, fmt, clippy, tests, doctests, docs, layers, tidy, generated
  bless                    accept new golden files and write the generated pages anew
  layers                   who may depend on whom, the only homes of heavy crates, the default tree
  tidy                     lengths of files and functions, unfinished code, and what the documents name
  generated                are the generated pages as the program prints them?
  web-assets               fetch the style sheets of the pages from npm (without them the pages are plain)
  demo [--no-serve] [--fresh]
                           build styrbord, check the example letter, serve its simulated year
  bench [NAME…] [--write]  what it costs: check, documents, survey, journal, pages (default: each); --write: docs/benchmarks.md
  bench place [--only PART] [--sizes N,N] [--seeds N] [--peers] [--write]
                           what settlement costs and finds beside other programs: lp, gap, online, determinism
  formats [--write]        the plan of each example in each format against its truth; --write: docs/benchmarks.md
  simulate SEEDS [--from N] [--steps N] [--stop N]
                           simulated years, each step checked (default: 300 steps); the first failure with its seed
  fuzz [TARGET] [SECONDS]  fuzz TARGET (default: each of them) for SECONDS (default: 60)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[&str]) -> Result<()> {
    match args {
        ["ci"] => ci::run(),
        ["bless"] => bless::run(),
        ["layers"] => layers::run(),
        ["tidy"] => tidy::run(),
        ["generated"] => generated::run(),
        ["web-assets"] => web_assets::run(),
        ["demo", args @ ..] => demo::run(args),
        ["bench", rest @ ..] => bench::run(rest),
        [bench::MEASURE_TASK, rest @ ..] => bench::measure_here(rest),
        ["formats", rest @ ..] => formats::run(rest),
        ["fuzz", rest @ ..] => fuzz::run(rest),
        ["simulate", rest @ ..] => simulate::run(rest),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such task: {}\n\n{USAGE}", args.join(" ")),
    }
}
