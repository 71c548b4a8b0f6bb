//! The calls of `styrbord year`.

pub(crate) mod measure;
pub(crate) mod money;

use super::{TextOrJson, one};
use clap::{ArgMatches, ValueEnum};
use std::path::PathBuf;
use styrbord_app::Date;
use styrbord_app::follow::events::work::{DelayReason, DueKey, Status};
use styrbord_app::follow::events::{Instant, ObjectId};

/// `styrbord year`.
pub(crate) struct Year {
    /// A path, or `postgres://…`.
    pub(crate) db: Option<String>,
    pub(crate) agency: Option<String>,
    /// The budget year.
    pub(crate) of: Option<i16>,
    pub(crate) format: TextOrJson,
    pub(crate) on: Option<Date>,
    pub(crate) person: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) now: Option<Instant>,
    pub(crate) dry_run: bool,
    pub(crate) work: Work,
}

/// What is done with the year.
pub(crate) enum Work {
    Start { letter: Reception, ministry: Option<String>, planned: bool, simulated: bool },
    Import(Reception),
    Amend(Reception),
    Show { as_ministry: bool },
    AsOf { day: Date, basis: BasisName },
    Changes { letter: ObjectId },
    History { object: ObjectId },
    Due { days: u16 },
    OpenNext,
    Stage { stage: StageName },
    Met { announcement: ObjectId, letter: ObjectId },
    Status(Report),
    TakeBack { object: ObjectId, due: Option<DueKey> },
    Owner { object: ObjectId, owner: String, due: Option<DueKey> },
    MoveDeadline(Move),
    AddPerson { name: String, ministry: bool },
    Do { file: PathBuf },
    Money(money::Money),
    Measure(measure::Measure),
    Showing(measure::Showing),
}

/// A document to be taken in.
pub(crate) struct Reception {
    pub(crate) letter: PathBuf,
    pub(crate) kind: Option<KindName>,
    pub(crate) number: Option<String>,
    pub(crate) answers: Vec<String>,
    pub(crate) answers_file: Option<PathBuf>,
    pub(crate) meets: Vec<ObjectId>,
}

/// How far something is.
pub(crate) struct Report {
    pub(crate) object: ObjectId,
    pub(crate) status: StatusName,
    pub(crate) due: Option<DueKey>,
    pub(crate) comment: Option<String>,
    pub(crate) delay: Option<DelayName>,
    pub(crate) letter: Option<ObjectId>,
}

/// A deadline that is moved.
pub(crate) struct Move {
    pub(crate) object: ObjectId,
    pub(crate) to: Date,
    pub(crate) due: Option<DueKey>,
    pub(crate) letter: Option<ObjectId>,
    pub(crate) writing: Option<String>,
    pub(crate) dated: Option<Date>,
    pub(crate) comment: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BasisName {
    Known,
    InForce,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StageName {
    Running,
    Closed,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindName {
    Supplement,
    Circular,
    Order,
    Commission,
    Instruction,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatusName {
    NotStarted,
    OnTrack,
    AtRisk,
    Delayed,
    Delivered,
    Accepted,
    Cancelled,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DelayName {
    Capacity,
    Money,
    Dependency,
    Partner,
    Ministry,
    Procurement,
    Data,
    Scope,
    Other,
}

impl StatusName {
    /// Returns the status that it names.
    pub(crate) fn status(self) -> Status {
        match self {
            StatusName::NotStarted => Status::NotStarted,
            StatusName::OnTrack => Status::OnTrack,
            StatusName::AtRisk => Status::AtRisk,
            StatusName::Delayed => Status::Delayed,
            StatusName::Delivered => Status::Delivered,
            StatusName::Accepted => Status::Accepted,
            StatusName::Cancelled => Status::Cancelled,
        }
    }
}

impl DelayName {
    /// Returns the reason that it names.
    pub(crate) fn reason(self) -> DelayReason {
        match self {
            DelayName::Capacity => DelayReason::Capacity,
            DelayName::Money => DelayReason::Money,
            DelayName::Dependency => DelayReason::Dependency,
            DelayName::Partner => DelayReason::Partner,
            DelayName::Ministry => DelayReason::Ministry,
            DelayName::Procurement => DelayReason::Procurement,
            DelayName::Data => DelayReason::Data,
            DelayName::Scope => DelayReason::Scope,
            DelayName::Other => DelayReason::Other,
        }
    }
}

/// Returns the call in the matches of `styrbord year`; none when it names no command or lacks what it needs.
pub(super) fn of_matches(matches: &ArgMatches) -> Option<Year> {
    let (name, mut matches) = matches.subcommand()?;
    if name == "person" {
        (_, matches) = matches.subcommand()?;
    }
    Some(Year {
        db: one(matches, "db"),
        agency: one(matches, "agency"),
        of: one(matches, "year"),
        format: one(matches, "format").unwrap_or(TextOrJson::Text),
        on: one(matches, "on"),
        person: one(matches, "as"),
        reason: one(matches, "reason"),
        now: one(matches, "now"),
        dry_run: matches.get_flag("dry-run"),
        work: work(name, matches)?,
    })
}

fn work(name: &str, matches: &ArgMatches) -> Option<Work> {
    let object = || one::<ObjectId>(matches, "OBJECT");
    Some(match name {
        "start" => Work::Start {
            letter: answered(matches)?,
            ministry: one(matches, "ministry"),
            planned: matches.get_flag("planned"),
            simulated: matches.get_flag("simulated"),
        },
        "import" => Work::Import(reception(matches, None)?),
        "amend" => Work::Amend(reception(matches, one(matches, "kind"))?),
        "show" => Work::Show { as_ministry: matches.get_flag("as-ministry") },
        "as-of" => Work::AsOf {
            day: one(matches, "DATE")?,
            basis: one(matches, "basis").unwrap_or(BasisName::Known),
        },
        "changes" => Work::Changes { letter: object()? },
        "history" => Work::History { object: object()? },
        "due" => Work::Due { days: one(matches, "days").unwrap_or(30) },
        "open-next" => Work::OpenNext,
        "stage" => Work::Stage { stage: one(matches, "STAGE")? },
        "met" => Work::Met { announcement: object()?, letter: one(matches, "LETTER-ID")? },
        "status" => Work::Status(Report {
            object: object()?,
            status: one(matches, "STATUS")?,
            due: one(matches, "due"),
            comment: one(matches, "comment"),
            delay: one(matches, "delay"),
            letter: one(matches, "letter"),
        }),
        "take-back" => Work::TakeBack { object: object()?, due: one(matches, "due") },
        "owner" => {
            Work::Owner { object: object()?, owner: one(matches, "PERSON")?, due: one(matches, "due") }
        }
        "move-deadline" => Work::MoveDeadline(Move {
            object: object()?,
            to: one(matches, "DATE")?,
            due: one(matches, "due"),
            letter: one(matches, "letter"),
            writing: one(matches, "writing"),
            dated: one(matches, "dated"),
            comment: one(matches, "comment"),
        }),
        "person" => Work::AddPerson { name: one(matches, "NAME")?, ministry: matches.get_flag("ministry") },
        "do" => Work::Do { file: one(matches, "FILE")? },
        "share" | "submit" => Work::Showing(measure::showing(name, matches)),
        _ => match money::work(name, matches) {
            Some(work) => Work::Money(work),
            None => Work::Measure(measure::work(name, matches)?),
        },
    })
}

/// Returns a document with the answers to what is asked of it.
fn answered(matches: &ArgMatches) -> Option<Reception> {
    Some(Reception {
        letter: one(matches, "LETTER")?,
        kind: None,
        number: None,
        answers: matches.get_many::<String>("answer").into_iter().flatten().cloned().collect(),
        answers_file: one(matches, "answers"),
        meets: Vec::new(),
    })
}

fn reception(matches: &ArgMatches, kind: Option<KindName>) -> Option<Reception> {
    let document = answered(matches)?;
    Some(Reception {
        kind,
        number: one(matches, "number"),
        meets: matches.get_many::<ObjectId>("meets").into_iter().flatten().copied().collect(),
        ..document
    })
}
