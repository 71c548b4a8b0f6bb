//! The call: what the user asks for, as a value.

mod command;
pub(crate) mod place;
mod wrong;

use crate::language;
use clap::{ArgMatches, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;
use styrbord_app::{Language, Severity};

/// What to do.
pub(crate) enum Call {
    Check(Check),
    Compile(Compile),
    Explain(Explain),
    Place(place::Place),
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

/// `styrbord explain`.
pub(crate) struct Explain {
    pub(crate) code: Option<String>,
    pub(crate) format: TextOrMarkdown,
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
        "check" => Call::Check(check(matches)),
        "compile" => Call::Compile(Compile {
            letter: one(matches, "LETTER").unwrap_or_default(),
            emit: one(matches, "emit").unwrap_or(Emit::Plan),
            format: one(matches, "format").unwrap_or(TextOrJson::Text),
        }),
        "explain" => Call::Explain(Explain {
            code: one(matches, "CODE"),
            format: one(matches, "format").unwrap_or(TextOrMarkdown::Text),
        }),
        "place" => match place::of_matches(matches) {
            Some(place) => Call::Place(place),
            None => return Parsed::Print(command.render_help().to_string()),
        },
        _ => Call::Completions(command::completions(command, one(matches, "SHELL").unwrap_or(Shell::Bash))),
    };
    // The options of all commands may stand behind the last one.
    let matches = matches.subcommand().map_or(matches, |(_, inner)| inner);
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

fn one<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Option<T> {
    matches.get_one::<T>(name).cloned()
}
