//! The calls of `styrbord place`.

use super::{TextOrJson, one};
use clap::{ArgMatches, ValueEnum};
use std::path::PathBuf;

/// `styrbord place`.
pub(crate) enum Place {
    Generate(Generate),
    Solve(Box<Solve>),
    Verify(Verify),
    Simulate(Simulate),
    Explain(Explain),
}

/// `styrbord place generate`.
pub(crate) struct Generate {
    pub(crate) folder: PathBuf,
    pub(crate) persons: u32,
    pub(crate) seed: u64,
    pub(crate) strength: f64,
    pub(crate) format: CsvOrParquet,
}

/// `styrbord place solve`.
pub(crate) struct Solve {
    pub(crate) folder: PathBuf,
    pub(crate) must_settle: bool,
    pub(crate) out: Option<PathBuf>,
    pub(crate) prices: Option<PathBuf>,
    pub(crate) kind_prices: Option<PathBuf>,
    pub(crate) certificate: Option<PathBuf>,
    pub(crate) decided: Decided,
    pub(crate) warm: Vec<PathBuf>,
    pub(crate) time_limit: Option<u64>,
    pub(crate) seed: u64,
    pub(crate) format: TextOrJson,
}

/// What people decided, as files.
pub(crate) struct Decided {
    pub(crate) lock: Option<PathBuf>,
    pub(crate) forbid: Option<PathBuf>,
}

/// `styrbord place verify`.
pub(crate) struct Verify {
    pub(crate) folder: PathBuf,
    pub(crate) plan: PathBuf,
    /// Prices or a certificate: either proves a bound.
    pub(crate) proof: Option<PathBuf>,
    /// Prices of further kinds that belong to prices.
    pub(crate) kind_prices: Option<PathBuf>,
    pub(crate) decided: Decided,
    pub(crate) must_settle: bool,
    pub(crate) format: TextOrJson,
}

/// `styrbord place simulate`.
pub(crate) struct Simulate {
    pub(crate) folder: PathBuf,
    pub(crate) pool: Option<PathBuf>,
    pub(crate) policy: PolicyName,
    pub(crate) believed_total: Option<u64>,
    pub(crate) futures: Option<u32>,
    pub(crate) seed: Option<u64>,
    pub(crate) floors: Option<PathBuf>,
    pub(crate) group_floors: Option<PathBuf>,
    pub(crate) openings: Option<PathBuf>,
    pub(crate) chart: Option<PathBuf>,
    pub(crate) format: TextOrJson,
}

/// `styrbord place explain`.
pub(crate) struct Explain {
    pub(crate) folder: PathBuf,
    pub(crate) case: String,
    pub(crate) most: usize,
    pub(crate) format: TextOrJson,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CsvOrParquet {
    Csv,
    Parquet,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PolicyName {
    Steady,
    Greedy,
    Pot1,
    Pot2,
    Balanced,
}

/// Returns the call in the matches of `styrbord place`; none when it names no command.
pub(super) fn of_matches(matches: &ArgMatches) -> Option<Place> {
    let (name, matches) = matches.subcommand()?;
    let folder = one(matches, "DIR").unwrap_or_default();
    let decided = || Decided { lock: one(matches, "lock"), forbid: one(matches, "forbid") };
    let format = || one(matches, "format").unwrap_or(TextOrJson::Text);
    Some(match name {
        "generate" => Place::Generate(Generate {
            folder,
            persons: one(matches, "persons").unwrap_or_default(),
            seed: one(matches, "seed").unwrap_or(1),
            strength: one(matches, "strength").unwrap_or(1.0),
            format: one(matches, "format").unwrap_or(CsvOrParquet::Csv),
        }),
        "solve" => Place::Solve(Box::new(Solve {
            folder,
            must_settle: matches.get_flag("must-settle"),
            out: one(matches, "out"),
            prices: one(matches, "prices"),
            kind_prices: one(matches, "kind-prices"),
            certificate: one(matches, "certificate"),
            decided: decided(),
            warm: matches.get_many("warm").into_iter().flatten().cloned().collect(),
            time_limit: one(matches, "time-limit"),
            seed: one(matches, "seed").unwrap_or(1),
            format: format(),
        })),
        "verify" => Place::Verify(Verify {
            folder,
            plan: one(matches, "PLAN").unwrap_or_default(),
            proof: one(matches, "prices").or_else(|| one(matches, "certificate")),
            kind_prices: one(matches, "kind-prices"),
            decided: decided(),
            must_settle: matches.get_flag("must-settle"),
            format: format(),
        }),
        "simulate" => Place::Simulate(Simulate {
            folder,
            pool: one(matches, "pool"),
            policy: one(matches, "policy").unwrap_or(PolicyName::Steady),
            believed_total: one(matches, "believed-total"),
            futures: one(matches, "futures"),
            seed: one(matches, "seed"),
            floors: one(matches, "floors"),
            group_floors: one(matches, "group-floors"),
            openings: one(matches, "openings"),
            chart: one(matches, "chart"),
            format: format(),
        }),
        _ => Place::Explain(Explain {
            folder,
            case: one(matches, "CASE").unwrap_or_default(),
            most: one(matches, "top").unwrap_or(10),
            format: format(),
        }),
    })
}
