//! The calls of `styrbord year` about money.

use crate::args::one;
use clap::{ArgMatches, ValueEnum};
use std::path::PathBuf;
use styrbord_app::Nok;
use styrbord_app::follow::events::ObjectId;

/// What is done with the money.
pub(crate) enum Money {
    Tree,
    Commit(Commit),
    Carry { commitment: ObjectId, post: Option<String>, portion: Option<String>, over: Option<String> },
    Release { commitment: ObjectId, amount: Nok },
    Actuals(Actuals),
    Forecast { post: String, amount: Nok, explain: Option<String> },
    Portfolio { post: Option<String> },
}

/// Money that is to be bound.
pub(crate) struct Commit {
    /// As `671.60` or `post-3`.
    pub(crate) post: String,
    /// Of this year.
    pub(crate) amount: Nok,
    pub(crate) title: String,
    pub(crate) later: Vec<(i16, Nok)>,
    pub(crate) to: Option<String>,
    pub(crate) assignment: Option<ObjectId>,
    pub(crate) project: Option<ObjectId>,
    pub(crate) portion: Option<String>,
    pub(crate) over: Option<String>,
}

/// A file of actuals.
pub(crate) struct Actuals {
    pub(crate) file: PathBuf,
    pub(crate) source: SourceName,
    /// The agency in the state accounts.
    pub(crate) of: Option<String>,
    pub(crate) leave_out: Vec<(u32, Option<u32>)>,
    pub(crate) whole_months: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SourceName {
    State,
    Ledger,
}

/// Returns what a command asks; none when it is of something else or lacks what it needs.
pub(super) fn work(name: &str, matches: &ArgMatches) -> Option<Money> {
    let text = |name: &str| one::<String>(matches, name);
    let commitment = || one::<ObjectId>(matches, "OBJECT");
    Some(match name {
        "money" => Money::Tree,
        "commit" => Money::Commit(Commit {
            post: text("POST")?,
            amount: one(matches, "AMOUNT")?,
            title: text("title")?,
            later: many(matches, "later"),
            to: text("to"),
            assignment: one(matches, "assignment"),
            project: one(matches, "project"),
            portion: text("portion"),
            over: text("over"),
        }),
        "carry" => Money::Carry {
            commitment: commitment()?,
            post: text("post"),
            portion: text("portion"),
            over: text("over"),
        },
        "release" => Money::Release { commitment: commitment()?, amount: one(matches, "AMOUNT")? },
        "actuals" => Money::Actuals(Actuals {
            file: one(matches, "FILE")?,
            source: one(matches, "source").unwrap_or(SourceName::Ledger),
            of: text("of"),
            leave_out: many(matches, "leave-out"),
            whole_months: matches.get_flag("whole-months"),
        }),
        "forecast" => {
            Money::Forecast { post: text("POST")?, amount: one(matches, "AMOUNT")?, explain: text("explain") }
        }
        "portfolio" => Money::Portfolio { post: text("POST") },
        _ => return None,
    })
}

fn many<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Vec<T> {
    matches.get_many::<T>(name).into_iter().flatten().cloned().collect()
}
