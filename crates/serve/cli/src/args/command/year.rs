//! The commands of `styrbord year`, as clap knows them.

mod measure;
mod money;

use super::Words;
use crate::args::TextOrJson;
use crate::args::year::{BasisName, DelayName, KindName, StageName, StatusName};
use crate::texts::{Text, help, year_help as words, year_more};
use clap::builder::EnumValueParser;
use clap::{Arg, ArgAction, Command, ValueEnum, ValueHint};
use std::path::PathBuf;
use styrbord_app::Date;
use styrbord_app::follow::events::work::DueKey;
use styrbord_app::follow::events::{Instant, ObjectId};

const DATE: &str = "YYYY-MM-DD";

impl Words {
    pub(super) fn year(&self) -> Command {
        self.subcommand("year", words::ABOUT, words::EXAMPLES, "year")
            .override_usage(format!("styrbord year {}", help::COMMAND.get(self.language)))
            .subcommand_help_heading(help::COMMANDS.get(self.language))
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommands([
                self.start_year(),
                self.under_year("import", words::IMPORT, "import LETTER", |one| self.reception(one)),
                self.under_year("amend", words::AMEND, "amend LETTER", |one| {
                    let kinds = "supplement|circular|order|commission|instruction";
                    self.reception(one).arg(self.choice::<KindName>("kind", words::KIND, kinds))
                }),
                self.under_year("show", words::SHOW, "show", |one| {
                    one.arg(self.flag("as-ministry", year_more::AS_MINISTRY).action(ArgAction::SetTrue))
                }),
                self.under_year("as-of", words::AS_OF, "as-of DATE", |one| {
                    one.arg(day(self.positional("DATE", words::DATE).required(true)))
                        .arg(self.choice::<BasisName>("basis", words::BASIS, "known|in-force"))
                }),
                self.under_year("changes", words::CHANGES, "changes LETTER-ID", |one| {
                    one.arg(self.object(words::LETTER_ID))
                }),
                self.under_year("history", words::HISTORY, "history OBJECT", |one| {
                    one.arg(self.object(words::OBJECT))
                }),
                self.under_year("due", words::DUE, "due", |one| {
                    let days = self.option("days", words::DAYS, "N");
                    one.arg(days.value_parser(clap::value_parser!(u16)))
                }),
                self.under_year("open-next", words::OPEN_NEXT, "open-next", |one| one),
                self.under_year("stage", words::STAGE, "stage running|closed", |one| {
                    one.arg(self.named::<StageName>("STAGE", words::STAGE_NAME))
                }),
                self.under_year("met", words::MET, "met ANNOUNCEMENT LETTER-ID", |one| {
                    let letter = self.positional("LETTER-ID", words::LETTER_ID).required(true);
                    one.arg(self.object(words::ANNOUNCEMENT)).arg(id(letter))
                }),
                self.report_status(),
                self.under_year("owner", words::OWNER, "owner OBJECT PERSON", |one| {
                    one.arg(self.object(words::OBJECT))
                        .arg(self.positional("PERSON", words::PERSON).required(true))
                        .arg(self.due())
                }),
                self.under_year("take-back", words::TAKE_BACK, "take-back OBJECT", |one| {
                    one.arg(self.object(words::OBJECT)).arg(self.due())
                }),
                self.move_deadline(),
                self.person(),
                self.under_year("do", words::DO, "do FILE", |one| {
                    one.arg(path_of(self.positional("FILE", words::COMMAND_FILE).required(true)))
                }),
            ])
            .subcommands(self.money_commands())
            .subcommands(self.measure_commands())
    }

    fn start_year(&self) -> Command {
        self.under_year("start", words::START, "start LETTER", |one| {
            self.answered(one.arg(self.letter()))
                .arg(self.option("ministry", words::MINISTRY, "NAME"))
                .arg(self.flag("planned", words::PLANNED).action(ArgAction::SetTrue))
                .arg(self.flag("simulated", words::SIMULATED).action(ArgAction::SetTrue))
        })
    }

    fn report_status(&self) -> Command {
        let delays = "capacity|money|dependency|partner|ministry|procurement|data|scope|other";
        self.under_year("status", words::STATUS, "status OBJECT STATUS", |one| {
            one.arg(self.object(words::OBJECT))
                .arg(self.named::<StatusName>("STATUS", words::STATUS_NAME))
                .arg(self.due())
                .arg(self.option("comment", words::COMMENT, "TEXT"))
                .arg(self.choice::<DelayName>("delay", words::DELAY, delays))
                .arg(id(self.option("letter", words::ACCEPTED_BY, "LETTER-ID")))
        })
    }

    fn move_deadline(&self) -> Command {
        self.under_year("move-deadline", words::MOVE, "move-deadline OBJECT DATE", |one| {
            one.arg(self.object(words::OBJECT))
                .arg(day(self.positional("DATE", words::NEW_DATE).required(true)))
                .arg(self.due())
                .arg(id(self.option("letter", words::AGREED_LETTER, "LETTER-ID")))
                .arg(self.option("writing", words::AGREED_WRITING, "TEXT").conflicts_with("letter"))
                .arg(day(self.option("dated", words::DATED, DATE)).requires("writing"))
                .arg(self.option("comment", words::COMMENT, "TEXT"))
        })
    }

    fn person(&self) -> Command {
        let add = self.under_year("add", words::ADD_PERSON, "person add NAME", |one| {
            one.arg(self.positional("NAME", words::NAME).required(true))
                .arg(self.flag("ministry", words::OF_MINISTRY).action(ArgAction::SetTrue))
        });
        self.subcommand("person", words::ADD_PERSON, words::KEPT, "year person add")
            .subcommand_help_heading(help::COMMANDS.get(self.language))
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommand(add)
    }

    /// Returns a command with the options that all of them have behind its own.
    fn under_year(
        &self,
        name: &'static str,
        about: Text,
        usage: &str,
        own: impl FnOnce(Command) -> Command,
    ) -> Command {
        let command = self.subcommand(name, about, words::KEPT, &format!("year {usage}"));
        own(command)
            .arg(self.option("db", words::DB, "PATH|postgres://...").value_hint(ValueHint::FilePath))
            .arg(self.option("agency", words::AGENCY, "NAME"))
            .arg(
                self.option("year", words::YEAR, "YYYY")
                    .value_parser(clap::value_parser!(i16).range(1900..=2200)),
            )
            .arg(self.option("as", words::AS, "PERSON"))
            .arg(day(self.option("on", words::ON, DATE)))
            .arg(self.option("reason", words::REASON, "TEXT"))
            .arg(self.choice::<TextOrJson>("format", help::COMPILE_FORMAT, "text|json"))
            .arg(self.flag("dry-run", words::DRY_RUN).action(ArgAction::SetTrue))
            .arg(self.now())
    }

    pub(super) fn now(&self) -> Arg {
        self.option("now", words::NOW, "TIME")
            .value_parser(|text: &str| Instant::parse(text).ok_or("no time"))
    }

    fn reception(&self, command: Command) -> Command {
        self.answered(command.arg(self.letter()))
            .arg(self.option("number", words::NUMBER, "TEXT"))
            .arg(id(self.option("meets", words::MEETS, "ID")).action(ArgAction::Append))
    }

    fn answered(&self, command: Command) -> Command {
        command
            .arg(self.option("answer", words::ANSWER, "N=ID|new|drop").action(ArgAction::Append))
            .arg(path_of(self.option("answers", words::ANSWERS, "FILE")))
    }

    fn object(&self, text: Text) -> Arg {
        id(self.positional("OBJECT", text).required(true))
    }

    fn due(&self) -> Arg {
        self.option("due", words::DUE_KEY, "KEY")
            .value_parser(|text: &str| text.parse::<DueKey>().map_err(|error| error.to_string()))
    }

    fn named<T: ValueEnum + Clone + Send + Sync + 'static>(&self, name: &'static str, text: Text) -> Arg {
        self.positional(name, text)
            .required(true)
            .value_parser(EnumValueParser::<T>::new())
            .hide_possible_values(true)
    }
}

fn id(arg: Arg) -> Arg {
    arg.value_parser(|text: &str| text.parse::<ObjectId>().map_err(|error| error.to_string()))
}

fn day(arg: Arg) -> Arg {
    arg.value_parser(|text: &str| Date::parse_iso(text).ok_or("no day"))
}

fn path_of(arg: Arg) -> Arg {
    arg.value_parser(clap::value_parser!(PathBuf)).value_hint(ValueHint::FilePath)
}
