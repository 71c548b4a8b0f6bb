//! The calls of `styrbord journal`.

use super::{TextOrJson, one};
use clap::ArgMatches;
use std::path::PathBuf;

/// `styrbord journal`.
pub(crate) struct Journal {
    /// A path, or `postgres://…`.
    pub(crate) db: String,
    pub(crate) quiet: bool,
    pub(crate) work: Work,
}

/// What is done with the journal.
pub(crate) enum Work {
    Verify { format: TextOrJson },
    Export { output: Option<PathBuf> },
    Import { file: PathBuf },
    Backup { file: PathBuf, force: bool },
    Restore { file: PathBuf, force: bool },
    Replay { format: TextOrJson },
}

/// Returns the call in the matches of `styrbord journal`; none when it names no command.
pub(super) fn of_matches(matches: &ArgMatches) -> Option<Journal> {
    let (name, matches) = matches.subcommand()?;
    let file = || one(matches, "FILE").unwrap_or_default();
    let format = || one(matches, "format").unwrap_or(TextOrJson::Text);
    let work = match name {
        "verify" => Work::Verify { format: format() },
        "export" => Work::Export { output: one(matches, "output") },
        "import" => Work::Import { file: file() },
        "backup" => Work::Backup { file: file(), force: matches.get_flag("force") },
        "restore" => Work::Restore { file: file(), force: matches.get_flag("force") },
        _ => Work::Replay { format: format() },
    };
    Some(Journal { db: one(matches, "db").unwrap_or_default(), quiet: matches.get_flag("quiet"), work })
}
