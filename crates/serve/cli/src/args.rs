//! The call: what the user asks for, as a value.

pub(crate) mod account;
mod command;
pub(crate) mod journal;
pub(crate) mod place;
mod serve;
mod wrong;
pub(crate) mod year;

use crate::language;
use clap::{ArgMatches, ValueEnum};
pub(crate) use serve::Serve;
use std::ffi::OsString;
use std::path::PathBuf;
use styrbord_app::{Language, Severity};

/// What to do.
pub(crate) enum Call {
    Account(account::Account),
    Check(Check),
    Compile(Compile),
    Diff(Diff),
    Explain(Explain),
    Journal(journal::Journal),
    Place(place::Place),
    Survey(Survey),
    Export(Export),
    Serve(Serve),
    Year(Box<year::Year>),
    /// The completion script, made.
    Completions(String),
}

/// `styrbord check`.
pub(crate) struct Check {
    pub(crate) letter: PathBuf,
    pub(crate) format: CheckFormat,
    pub(crate) fail_on: FailOn,
    pub(crate) accept: Option<PathBuf>,
    pub(crate) all: bool,
    pub(crate) excel: bool,
}

/// `styrbord compile`.
pub(crate) struct Compile {
    pub(crate) letter: PathBuf,
    pub(crate) emit: Emit,
    pub(crate) format: TextOrJson,
}

/// `styrbord diff`.
pub(crate) struct Diff {
    /// The letters, the earliest first; at least two.
    pub(crate) letters: Vec<PathBuf>,
    pub(crate) emit: DiffEmit,
    pub(crate) format: DiffFormat,
    pub(crate) output: Option<PathBuf>,
}

/// `styrbord explain`.
pub(crate) struct Explain {
    pub(crate) code: Option<String>,
    pub(crate) format: TextOrMarkdown,
}

/// `styrbord survey`.
pub(crate) struct Survey {
    pub(crate) folder: PathBuf,
    pub(crate) format: SurveyFormat,
    pub(crate) excel: bool,
    pub(crate) quiet: bool,
    pub(crate) output: Option<PathBuf>,
}

/// `styrbord export`.
pub(crate) struct Export {
    pub(crate) what: Exported,
    pub(crate) output: Option<PathBuf>,
}

/// What is exported.
pub(crate) enum Exported {
    Plan { letter: PathBuf, format: ExportFormat, excel: bool },
    Schema,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SurveyFormat {
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    Json,
    Csv,
    Md,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Sarif,
    Md,
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    Text,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrMarkdown {
    Text,
    Md,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    Source,
    Tree,
    Plan,
    Findings,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffEmit {
    Changes,
    Consolidated,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Text,
    Json,
    Md,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    /// Returns the least severity that fails; none when nothing does.
    pub(crate) fn least(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Never => None,
        }
    }
}

/// When to colour.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

/// A call, understood or not.
pub(crate) enum Parsed {
    /// Something to do.
    Call { call: Call, language: Language, color: ColorWhen },
    /// Help or version, to be printed.
    Print(String),
    /// A wrong call, and what is wrong with it.
    Wrong(String),
}

/// Reads the call in `args`, the program's name first; says what is wrong in `language`.
pub(crate) fn parse(args: &[OsString], language: Language) -> Parsed {
    let command = command::command(language);
    match command.clone().try_get_matches_from(args) {
        Ok(matches) => of_matches(&matches, language, command),
        Err(error) if !error.use_stderr() => Parsed::Print(error.render().to_string()),
        Err(error) => Parsed::Wrong(wrong::sentence(&error, args, language)),
    }
}

fn of_matches(matches: &ArgMatches, language: Language, mut command: clap::Command) -> Parsed {
    let Some((name, matches)) = matches.subcommand() else {
        return Parsed::Print(command.render_help().to_string());
    };
    let call = match name {
        "account" => match account::of_matches(matches) {
            Some(account) => Call::Account(account),
            None => return Parsed::Print(command.render_help().to_string()),
        },
        "check" => Call::Check(check(matches)),
        "compile" => Call::Compile(Compile {
            letter: one(matches, "LETTER").unwrap_or_default(),
            emit: one(matches, "emit").unwrap_or(Emit::Plan),
            format: one(matches, "format").unwrap_or(TextOrJson::Text),
        }),
        "diff" => Call::Diff(diff(matches)),
        "explain" => Call::Explain(Explain {
            code: one(matches, "CODE"),
            format: one(matches, "format").unwrap_or(TextOrMarkdown::Text),
        }),
        "journal" => match journal::of_matches(matches) {
            Some(journal) => Call::Journal(journal),
            None => return Parsed::Print(command.render_help().to_string()),
        },
        "place" => match place::of_matches(matches) {
            Some(place) => Call::Place(place),
            None => return Parsed::Print(command.render_help().to_string()),
        },
        "survey" => Call::Survey(survey(matches)),
        "export" => Call::Export(export(matches)),
        "serve" => Call::Serve(serve::of_matches(matches)),
        "year" => match year::of_matches(matches) {
            Some(year) => Call::Year(Box::new(year)),
            None => return Parsed::Print(command.render_help().to_string()),
        },
        _ => Call::Completions(command::completions(command, one(matches, "SHELL").unwrap_or(Shell::Bash))),
    };
    // The options of all commands may stand behind the last one.
    let mut matches = matches;
    while let Some((_, inner)) = matches.subcommand() {
        matches = inner;
    }
    let asked = one::<String>(matches, "lang").and_then(|code| language::named(&code));
    Parsed::Call {
        call,
        language: asked.unwrap_or(language),
        color: one(matches, "color").unwrap_or(ColorWhen::Auto),
    }
}

fn check(matches: &ArgMatches) -> Check {
    let excel = matches.get_flag("excel");
    Check {
        letter: one(matches, "LETTER").unwrap_or_default(),
        format: one(matches, "format").unwrap_or(if excel { CheckFormat::Csv } else { CheckFormat::Text }),
        fail_on: one(matches, "fail-on").unwrap_or(FailOn::Error),
        accept: one(matches, "accept"),
        all: matches.get_flag("all"),
        excel,
    }
}

fn diff(matches: &ArgMatches) -> Diff {
    let later = matches.get_many::<PathBuf>("NEW").into_iter().flatten().cloned();
    let earlier: PathBuf = one(matches, "OLD").unwrap_or_default();
    Diff {
        letters: std::iter::once(earlier).chain(later).collect(),
        emit: one(matches, "emit").unwrap_or(DiffEmit::Changes),
        format: one(matches, "format").unwrap_or(DiffFormat::Text),
        output: one(matches, "output"),
    }
}

fn survey(matches: &ArgMatches) -> Survey {
    let excel = matches.get_flag("excel");
    Survey {
        folder: one(matches, "DIR").unwrap_or_default(),
        format: one(matches, "format").unwrap_or(if excel { SurveyFormat::Csv } else { SurveyFormat::Table }),
        excel,
        quiet: matches.get_flag("quiet"),
        output: one(matches, "output"),
    }
}

fn export(matches: &ArgMatches) -> Export {
    let Some(("plan", matches)) = matches.subcommand() else {
        let output = matches.subcommand().and_then(|(_, matches)| one(matches, "output"));
        return Export { what: Exported::Schema, output };
    };
    let excel = matches.get_flag("excel");
    let what = Exported::Plan {
        letter: one(matches, "LETTER").unwrap_or_default(),
        format: one(matches, "format").unwrap_or(if excel { ExportFormat::Csv } else { ExportFormat::Json }),
        excel,
    };
    Export { what, output: one(matches, "output") }
}

fn one<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Option<T> {
    matches.get_one::<T>(name).cloned()
}
