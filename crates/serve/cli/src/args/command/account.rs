//! The commands of `styrbord account`, as clap knows them.

use super::Words;
use crate::texts::{Text, account as words, help, journal};
use clap::{Arg, ArgAction, Command, ValueHint};

impl Words {
    pub(super) fn account(&self) -> Command {
        self.subcommand("account", words::ABOUT, words::EXAMPLES, "account")
            .override_usage(format!("styrbord account {}", help::COMMAND.get(self.language)))
            .subcommand_help_heading(help::COMMANDS.get(self.language))
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommands([
                self.under_account("list", words::LIST, "list --db DB"),
                self.under_account("add", words::ADD, "add --db DB PERSON LOGIN")
                    .arg(self.name("PERSON", words::PERSON))
                    .arg(self.name("LOGIN", words::LOGIN))
                    .arg(self.flag("operator", words::OPERATOR).action(ArgAction::SetTrue))
                    .arg(self.flag("password-stdin", words::PASSWORD_STDIN).action(ArgAction::SetTrue)),
                self.under_account("reset", words::RESET, "reset --db DB LOGIN")
                    .arg(self.name("LOGIN", words::LOGIN)),
                self.under_account("close", words::CLOSE, "close --db DB LOGIN")
                    .arg(self.name("LOGIN", words::LOGIN)),
            ])
    }

    fn under_account(&self, name: &'static str, about: Text, usage: &str) -> Command {
        self.subcommand(name, about, words::IN_HAND, &format!("account {usage}")).arg(
            self.option("db", journal::DB, "PATH|postgres://...")
                .required(true)
                .value_hint(ValueHint::FilePath),
        )
    }

    fn name(&self, name: &'static str, text: Text) -> Arg {
        self.positional(name, text).required(true)
    }
}
