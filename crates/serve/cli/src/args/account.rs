//! The calls of `styrbord account`.

use super::one;
use clap::ArgMatches;

/// `styrbord account`.
pub(crate) struct Account {
    /// A path, or `postgres://…`.
    pub(crate) db: String,
    pub(crate) work: Work,
}

/// What is done with the accounts.
pub(crate) enum Work {
    List,
    Add { person: String, login: String, operator: bool, password: bool },
    Reset { login: String },
    Close { login: String },
}

/// Returns the call in the matches of `styrbord account`; none when it names no command.
pub(super) fn of_matches(matches: &ArgMatches) -> Option<Account> {
    let (name, matches) = matches.subcommand()?;
    let text = |name| one::<String>(matches, name).unwrap_or_default();
    let work = match name {
        "add" => Work::Add {
            person: text("PERSON"),
            login: text("LOGIN"),
            operator: matches.get_flag("operator"),
            password: matches.get_flag("password-stdin"),
        },
        "reset" => Work::Reset { login: text("LOGIN") },
        "close" => Work::Close { login: text("LOGIN") },
        _ => Work::List,
    };
    Some(Account { db: one(matches, "db").unwrap_or_default(), work })
}
