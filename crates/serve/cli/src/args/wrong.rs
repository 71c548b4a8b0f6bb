//! A wrong call, said in one sentence.

use crate::texts::{errors, join};
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use styrbord_app::Language;

const OF_PLACE: [&str; 5] = ["generate", "solve", "verify", "simulate", "explain"];
const OF_JOURNAL: [&str; 6] = ["verify", "export", "import", "backup", "restore", "replay"];
const OF_YEAR: [&str; 16] = [
    "start",
    "import",
    "amend",
    "show",
    "as-of",
    "changes",
    "history",
    "due",
    "open-next",
    "stage",
    "met",
    "status",
    "owner",
    "move-deadline",
    "person",
    "do",
];
const COMMANDS: [&str; 11] = [
    "check",
    "compile",
    "diff",
    "survey",
    "export",
    "explain",
    "journal",
    "place",
    "serve",
    "year",
    "completions",
];

/// Returns what is wrong with a call, what was probably meant, and where to read on.
pub(crate) fn sentence(error: &Error, args: &[OsString], language: Language) -> String {
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .iter()
            .find_map(|kind| context(error, *kind))
            .map(|meant| errors::DID_YOU_MEAN.with(language, &[&quoted(&meant)]));
    let mut given = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    let command = given.find(|arg| COMMANDS.contains(&arg.as_ref()));
    let further: &[&str] = match command.as_deref() {
        Some("journal") => &OF_JOURNAL,
        Some("place") => &OF_PLACE,
        Some("year") => &OF_YEAR,
        _ => &[],
    };
    let further = given.find(|arg| further.contains(&arg.as_ref()));
    let commands =
        join([command.as_deref().unwrap_or_default(), further.as_deref().unwrap_or_default()], " ");
    let help = format!("`{}`", join(["styrbord", &commands, "--help"], " "));
    let see = errors::SEE_HELP.with(language, &[&help]);
    join([defect(error, language), join([suggested.unwrap_or_default(), see], " ")], "; ")
}

fn defect(error: &Error, language: Language) -> String {
    let arg = || quoted(&first_words(&context(error, ContextKind::InvalidArg).unwrap_or_default()));
    match error.kind() {
        ErrorKind::InvalidValue => match context(error, ContextKind::InvalidValue) {
            Some(value) if !value.is_empty() => {
                let valid = context(error, ContextKind::ValidValue).unwrap_or_default();
                errors::CALL_VALUE.with(language, &[&arg(), &valid, &quoted(&value)])
            }
            _ => errors::CALL_NO_VALUE.with(language, &[&arg()]),
        },
        ErrorKind::ValueValidation => {
            let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
            errors::CALL_NOT_VALUE.with(language, &[&arg(), &quoted(&value)])
        }
        ErrorKind::UnknownArgument => errors::CALL_UNKNOWN.with(language, &[&arg()]),
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            errors::CALL_COMMAND.with(language, &[&quoted(&name)])
        }
        ErrorKind::MissingRequiredArgument => errors::CALL_MISSING.with(language, &[&arg()]),
        ErrorKind::MissingSubcommand => {
            let known = context(error, ContextKind::ValidSubcommand).unwrap_or_default();
            errors::CALL_MISSING.with(language, &[&known.replace(", ", "|")])
        }
        ErrorKind::ArgumentConflict => errors::CALL_REPEATED.with(language, &[&arg()]),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            errors::CALL_TOGETHER.with(language, &[&arg()])
        }
        _ => errors::CALL_OTHER.get(language).to_owned(),
    }
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}

/// Returns an option without the name of its value: `--format <…>` is `--format`.
fn first_words(arg: &str) -> String {
    let name = arg.split(" <").next().unwrap_or_default();
    name.trim_matches(['<', '>']).to_owned()
}

fn quoted(word: &str) -> String {
    format!("`{word}`")
}
