//! The commands of `styrbord place`, as clap knows them.

use super::Words;
use crate::args::TextOrJson;
use crate::args::place::{CsvOrParquet, PolicyName};
use crate::texts::{Text, help, place_help};
use clap::builder::{RangedU64ValueParser, ValueParser};
use clap::{Arg, ArgAction, Command, ValueHint};
use std::path::PathBuf;

/// No generated year has more persons: a hundred times what a country settles.
const PERSONS_MAX: u64 = 1_000_000;

impl Words {
    pub(super) fn place(&self) -> Command {
        self.subcommand("place", place_help::ABOUT, place_help::EXAMPLES, "place")
            .override_usage(format!("styrbord place {}", help::COMMAND.get(self.language)))
            .subcommand_help_heading(help::COMMANDS.get(self.language))
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommands([self.generate(), self.solve(), self.verify(), self.simulate(), self.explain_case()])
    }

    fn generate(&self) -> Command {
        self.under_place("generate", place_help::GENERATE, "generate --persons N DIR")
            .arg(self.folder(place_help::NEW_FOLDER))
            .arg(
                self.option("persons", place_help::PERSONS, "N")
                    .required(true)
                    .value_parser(RangedU64ValueParser::<u32>::new().range(1..=PERSONS_MAX)),
            )
            .arg(self.seed(place_help::GENERATE_SEED))
            .arg(self.option("strength", place_help::STRENGTH, "0-1").value_parser(strength as fn(&str) -> _))
            .arg(self.choice::<CsvOrParquet>("format", place_help::FILE_FORMAT, "csv|parquet"))
    }

    fn solve(&self) -> Command {
        self.under_place("solve", place_help::SOLVE, "solve DIR")
            .arg(self.folder(place_help::FOLDER))
            .arg(self.flag("must-settle", place_help::MUST_SETTLE).action(ArgAction::SetTrue))
            .arg(self.file("out", place_help::OUT))
            .arg(self.file("prices", place_help::PRICES))
            .arg(self.file("kind-prices", place_help::KIND_PRICES))
            .arg(self.file("certificate", place_help::CERTIFICATE))
            .arg(self.file("lock", place_help::LOCK))
            .arg(self.file("forbid", place_help::FORBID))
            .arg(self.file("warm", place_help::WARM).action(ArgAction::Append))
            .arg(
                self.option("time-limit", place_help::TIME_LIMIT, "S")
                    .value_parser(clap::value_parser!(u64).range(1..)),
            )
            .arg(self.seed(place_help::SOLVE_SEED))
            .arg(self.choice::<TextOrJson>("format", help::COMPILE_FORMAT, "text|json"))
    }

    fn verify(&self) -> Command {
        self.under_place("verify", place_help::VERIFY, "verify DIR PLAN")
            .arg(self.folder(place_help::FOLDER))
            .arg(self.path(self.positional("PLAN", place_help::PLAN).required(true), ValueHint::FilePath))
            .arg(self.file("prices", place_help::WITH_PRICES))
            .arg(self.file("kind-prices", place_help::WITH_KIND_PRICES).requires("prices"))
            .arg(self.file("certificate", place_help::WITH_CERTIFICATE).conflicts_with("prices"))
            .arg(self.file("lock", place_help::LOCK))
            .arg(self.file("forbid", place_help::FORBID))
            .arg(self.flag("must-settle", place_help::VERIFY_MUST_SETTLE).action(ArgAction::SetTrue))
            .arg(self.choice::<TextOrJson>("format", help::COMPILE_FORMAT, "text|json"))
    }

    fn simulate(&self) -> Command {
        self.under_place("simulate", place_help::SIMULATE, "simulate DIR")
            .arg(self.folder(place_help::FOLDER))
            .arg(self.path(self.option("pool", place_help::POOL, "DIR"), ValueHint::DirPath))
            .arg(self.choice::<PolicyName>("policy", place_help::POLICY, "steady|greedy|pot1|pot2|balanced"))
            .arg(
                self.option("believed-total", place_help::BELIEVED, "N")
                    .value_parser(RangedU64ValueParser::<u64>::new().range(1..=100 * PERSONS_MAX)),
            )
            .arg(
                self.option("futures", place_help::FUTURES, "K")
                    .value_parser(RangedU64ValueParser::<u32>::new().range(1..=100)),
            )
            .arg(self.seed(place_help::SOLVE_SEED))
            .arg(self.file("floors", place_help::FLOORS))
            .arg(self.file("group-floors", place_help::GROUP_FLOORS))
            .arg(self.file("openings", place_help::OPENINGS))
            .arg(self.file("chart", place_help::CHART))
            .arg(self.choice::<TextOrJson>("format", help::COMPILE_FORMAT, "text|json"))
    }

    fn explain_case(&self) -> Command {
        self.under_place("explain", place_help::EXPLAIN, "explain DIR CASE")
            .arg(self.folder(place_help::FOLDER))
            .arg(self.positional("CASE", place_help::CASE).required(true))
            .arg(self.option("top", place_help::TOP, "N").value_parser(clap::value_parser!(usize)))
            .arg(self.choice::<TextOrJson>("format", help::COMPILE_FORMAT, "text|json"))
    }

    fn under_place(&self, name: &'static str, about: Text, usage: &str) -> Command {
        self.subcommand(name, about, place_help::PROPOSAL, &format!("place {usage}"))
    }

    fn folder(&self, text: Text) -> Arg {
        self.path(self.positional("DIR", text).required(true), ValueHint::DirPath)
    }

    fn file(&self, name: &'static str, text: Text) -> Arg {
        self.path(self.option(name, text, "FILE"), ValueHint::FilePath)
    }

    #[expect(clippy::unused_self, reason = "it reads like its neighbours")]
    fn path(&self, arg: Arg, hint: ValueHint) -> Arg {
        arg.value_parser(clap::value_parser!(PathBuf)).value_hint(hint)
    }

    fn seed(&self, text: Text) -> Arg {
        self.option("seed", text, "S").value_parser(ValueParser::from(clap::value_parser!(u64)))
    }
}

/// Returns a number from 0 to 1.
fn strength(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| text.to_owned())?;
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err(text.to_owned()) }
}
