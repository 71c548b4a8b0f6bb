//! The commands of `styrbord journal`, as clap knows them.

use super::Words;
use crate::args::TextOrJson;
use crate::texts::{Text, help, journal as words};
use clap::{Arg, ArgAction, Command, ValueHint};
use std::path::PathBuf;

impl Words {
    pub(super) fn journal(&self) -> Command {
        self.subcommand("journal", words::ABOUT, words::EXAMPLES, "journal")
            .override_usage(format!("styrbord journal {}", help::COMMAND.get(self.language)))
            .subcommand_help_heading(help::COMMANDS.get(self.language))
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommands([
                self.under_journal("verify", words::VERIFY, "verify --db DB").arg(self.text_or_json()),
                self.under_journal("export", words::EXPORT, "export --db DB").arg(self.output()),
                self.under_journal("import", words::IMPORT, "import --db DB FILE")
                    .arg(self.journal_file(words::LINES_FILE)),
                self.under_journal("backup", words::BACKUP, "backup --db DB FILE")
                    .arg(self.journal_file(words::BACKUP_FILE))
                    .arg(self.flag("force", words::BACKUP_FORCE).action(ArgAction::SetTrue)),
                self.under_journal("restore", words::RESTORE, "restore --db DB FILE")
                    .arg(self.journal_file(words::RESTORE_FILE))
                    .arg(self.flag("force", words::RESTORE_FORCE).action(ArgAction::SetTrue)),
                self.under_journal("replay", words::REPLAY, "replay --db DB").arg(self.text_or_json()),
            ])
    }

    fn under_journal(&self, name: &'static str, about: Text, usage: &str) -> Command {
        self.subcommand(name, about, words::KEPT, &format!("journal {usage}"))
            .arg(
                self.option("db", words::DB, "PATH|postgres://...")
                    .required(true)
                    .value_hint(ValueHint::FilePath),
            )
            .arg(self.flag("quiet", help::QUIET).short('q').action(ArgAction::SetTrue))
    }

    fn journal_file(&self, text: Text) -> Arg {
        self.positional("FILE", text)
            .required(true)
            .value_parser(clap::value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
    }

    fn text_or_json(&self) -> Arg {
        self.choice::<TextOrJson>("format", help::COMPILE_FORMAT, "text|json")
    }
}
