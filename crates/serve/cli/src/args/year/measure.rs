//! The calls of `styrbord year` about series and about what the ministry sees.

use crate::args::one;
use clap::{ArgMatches, ValueEnum};
use std::path::PathBuf;
use styrbord_app::Date;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::measure::{Aim, Period};

/// What is done with series.
pub(crate) enum Measure {
    List,
    Define { card: PathBuf, under: Option<ObjectId>, follows: Option<ObjectId> },
    Target { series: ObjectId, value: String, period: Period, aim: AimName, letter: Option<ObjectId> },
    Record(Record),
    Parameter { object: ObjectId },
}

/// A figure.
pub(crate) struct Record {
    pub(crate) series: ObjectId,
    pub(crate) value: String,
    pub(crate) period: Period,
    pub(crate) source: Option<String>,
    pub(crate) counted: Option<Date>,
    pub(crate) preliminary: bool,
    pub(crate) evidence: Option<String>,
}

/// Who is shown an object.
pub(crate) struct Showing {
    pub(crate) objects: Vec<ObjectId>,
    /// Formally, and never taken back.
    pub(crate) submits: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AimName {
    AtLeast,
    AtMost,
    Exactly,
}

impl AimName {
    /// Returns the aim that it names.
    pub(crate) fn aim(self) -> Aim {
        match self {
            AimName::AtLeast => Aim::AtLeast,
            AimName::AtMost => Aim::AtMost,
            AimName::Exactly => Aim::Exactly,
        }
    }
}

/// Returns what a command asks; none when it is of something else or lacks what it needs.
pub(super) fn work(name: &str, matches: &ArgMatches) -> Option<Measure> {
    let object = || one::<ObjectId>(matches, "OBJECT");
    Some(match name {
        "series" => match one(matches, "CARD") {
            None => Measure::List,
            Some(card) => {
                Measure::Define { card, under: one(matches, "under"), follows: one(matches, "follows") }
            }
        },
        "target" => Measure::Target {
            series: object()?,
            value: one(matches, "VALUE")?,
            period: one(matches, "PERIOD")?,
            aim: one(matches, "aim").unwrap_or(AimName::AtLeast),
            letter: one(matches, "letter"),
        },
        "measure" => Measure::Record(Record {
            series: object()?,
            value: one(matches, "VALUE")?,
            period: one(matches, "PERIOD")?,
            source: one(matches, "source"),
            counted: one(matches, "counted"),
            preliminary: matches.get_flag("preliminary"),
            evidence: one(matches, "evidence"),
        }),
        "parameter" => Measure::Parameter { object: object()? },
        _ => return None,
    })
}

/// Returns what is to be shown.
pub(super) fn showing(name: &str, matches: &ArgMatches) -> Showing {
    let objects = matches.get_many::<ObjectId>("OBJECT").into_iter().flatten().copied().collect();
    Showing { objects, submits: name == "submit" }
}
