//! Commands, options and their help, as clap knows them.

mod account;
mod journal;
mod place;
mod year;

use super::{
    CheckFormat, ColorWhen, DiffEmit, DiffFormat, Emit, ExportFormat, FailOn, Shell, SurveyFormat,
    TextOrJson, TextOrMarkdown,
};
use crate::texts::{Text, help};
use clap::builder::{EnumValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, ValueEnum, ValueHint};
use clap_complete::Shell as Target;
use std::path::PathBuf;
use styrbord_app::Language;

/// Options that every command has stand after its own.
const LAST: usize = 100;

/// Returns the program's command with its help in one language.
pub(crate) fn command(language: Language) -> Command {
    let words = Words { language };
    Command::new("styrbord")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help::ABOUT.get(language))
        .after_help(help::ABOUT_EXAMPLES.get(language))
        .help_template(words.template())
        .override_usage(format!("styrbord {}", help::COMMAND.get(language)))
        .subcommand_help_heading(help::COMMANDS.get(language))
        .subcommand_required(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(
            words
                .option("lang", help::LANG, "nb|nn|en")
                .value_parser(PossibleValuesParser::new(["nb", "nn", "en"]))
                .global(true)
                .display_order(LAST),
        )
        .arg(
            words
                .choice::<ColorWhen>("color", help::COLOR, "auto|always|never")
                .global(true)
                .display_order(LAST),
        )
        .arg(
            words
                .flag("help", help::HELP)
                .short('h')
                .action(ArgAction::Help)
                .global(true)
                .display_order(LAST),
        )
        .arg(words.flag("version", help::VERSION).short('V').action(ArgAction::Version))
        .subcommands([
            words.check(),
            words.compile(),
            words.diff(),
            words.survey(),
            words.export(),
            words.explain(),
            words.journal(),
            words.place(),
            words.serve(),
            words.account(),
            words.year(),
            words.completions(),
        ])
}

/// Returns the script that completes calls in a shell.
pub(crate) fn completions(mut command: Command, shell: Shell) -> String {
    let target = match shell {
        Shell::Bash => Target::Bash,
        Shell::Zsh => Target::Zsh,
        Shell::Fish => Target::Fish,
        Shell::Powershell => Target::PowerShell,
    };
    let mut script = Vec::new();
    clap_complete::generate(target, &mut command, "styrbord", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

struct Words {
    language: Language,
}

impl Words {
    fn check(&self) -> Command {
        self.subcommand("check", help::CHECK_ABOUT, help::CHECK_EXAMPLES, "check LETTER")
            .arg(self.letter())
            .arg(self.choice::<CheckFormat>("format", help::CHECK_FORMAT, "text|json|sarif|md|csv"))
            .arg(self.choice::<FailOn>("fail-on", help::FAIL_ON, "error|warning|info|never"))
            .arg(
                self.option("accept", help::ACCEPT, "FILE")
                    .value_parser(clap::value_parser!(PathBuf))
                    .value_hint(ValueHint::FilePath),
            )
            .arg(self.flag("all", help::ALL).action(ArgAction::SetTrue))
            .arg(self.flag("excel", help::EXCEL).action(ArgAction::SetTrue))
    }

    fn compile(&self) -> Command {
        self.subcommand("compile", help::COMPILE_ABOUT, help::COMPILE_EXAMPLES, "compile LETTER")
            .arg(self.letter())
            .arg(self.choice::<Emit>("emit", help::EMIT, "source|tree|plan|findings"))
            .arg(self.choice::<TextOrJson>("format", help::COMPILE_FORMAT, "text|json"))
    }

    fn diff(&self) -> Command {
        let letter = |name, text| {
            self.positional(name, text)
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
        };
        self.subcommand("diff", help::DIFF_ABOUT, help::DIFF_EXAMPLES, "diff OLD NEW...")
            .arg(letter("OLD", help::OLD))
            .arg(letter("NEW", help::NEW).num_args(1..))
            .arg(self.choice::<DiffEmit>("emit", help::DIFF_EMIT, "changes|consolidated"))
            .arg(self.choice::<DiffFormat>("format", help::DIFF_FORMAT, "text|json|md"))
            .arg(self.output())
    }

    fn survey(&self) -> Command {
        let folder = self
            .positional("DIR", help::DIR)
            .required(true)
            .value_parser(clap::value_parser!(PathBuf))
            .value_hint(ValueHint::DirPath);
        self.subcommand("survey", help::SURVEY_ABOUT, help::SURVEY_EXAMPLES, "survey DIR")
            .arg(folder)
            .arg(self.choice::<SurveyFormat>("format", help::SURVEY_FORMAT, "table|csv|json"))
            .arg(self.flag("excel", help::EXCEL).action(ArgAction::SetTrue))
            .arg(self.flag("quiet", help::QUIET).short('q').action(ArgAction::SetTrue))
            .arg(self.output())
    }

    fn export(&self) -> Command {
        let plan = self
            .subcommand("plan", help::EXPORT_PLAN_ABOUT, help::EXPORT_EXAMPLES, "export plan LETTER")
            .arg(self.letter())
            .arg(self.choice::<ExportFormat>("format", help::EXPORT_FORMAT, "json|csv|md"))
            .arg(self.flag("excel", help::EXCEL).action(ArgAction::SetTrue))
            .arg(self.output());
        let schema = self
            .subcommand("schema", help::EXPORT_SCHEMA_ABOUT, help::EXPORT_EXAMPLES, "export schema")
            .arg(self.output());
        self.subcommand("export", help::EXPORT_ABOUT, help::EXPORT_EXAMPLES, "export plan|schema")
            .subcommand_help_heading(help::COMMANDS.get(self.language))
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommands([plan, schema])
    }

    fn explain(&self) -> Command {
        self.subcommand("explain", help::EXPLAIN_ABOUT, help::EXPLAIN_EXAMPLES, "explain [CODE]")
            .arg(self.positional("CODE", help::CODE))
            .arg(self.choice::<TextOrMarkdown>("format", help::EXPLAIN_FORMAT, "text|md"))
    }

    fn serve(&self) -> Command {
        let path = |name, text, value| {
            self.option(name, text, value)
                .value_parser(clap::value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
        };
        self.subcommand("serve", help::SERVE_ABOUT, help::SERVE_EXAMPLES, "serve")
            .arg(self.option("db", help::SERVE_DB, "DB"))
            .arg(
                self.option("listen", help::LISTEN, "ADDRESS:PORT")
                    .value_parser(clap::value_parser!(std::net::SocketAddr)),
            )
            .arg(path("pack", help::PACK, "PACK"))
            .arg(self.flag("https", help::HTTPS).action(ArgAction::SetTrue))
            .arg(self.now())
    }

    fn completions(&self) -> Command {
        let shell = self
            .positional("SHELL", help::SHELL)
            .required(true)
            .value_parser(EnumValueParser::<Shell>::new())
            .hide_possible_values(true);
        self.subcommand(
            "completions",
            help::COMPLETIONS_ABOUT,
            help::COMPLETIONS_EXAMPLES,
            "completions SHELL",
        )
        .arg(shell)
    }

    fn subcommand(&self, name: &'static str, about: Text, examples: Text, usage: &str) -> Command {
        Command::new(name)
            .about(about.get(self.language))
            .after_help(examples.get(self.language))
            .help_template(self.template())
            .override_usage(format!("styrbord {usage} [{}]", help::OPTIONS.get(self.language).to_uppercase()))
            .disable_help_flag(true)
            .disable_version_flag(true)
    }

    fn letter(&self) -> Arg {
        self.positional("LETTER", help::LETTER)
            .required(true)
            .value_parser(clap::value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
    }

    fn output(&self) -> Arg {
        self.option("output", help::OUTPUT, "FILE")
            .short('o')
            .value_parser(clap::value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
    }

    fn positional(&self, name: &'static str, text: Text) -> Arg {
        Arg::new(name)
            .value_name(name)
            .help(text.get(self.language))
            .help_heading(help::ARGUMENTS.get(self.language))
    }

    fn choice<T: ValueEnum + Clone + Send + Sync + 'static>(
        &self,
        name: &'static str,
        text: Text,
        values: &'static str,
    ) -> Arg {
        self.option(name, text, values).value_parser(EnumValueParser::<T>::new())
    }

    fn option(&self, name: &'static str, text: Text, values: &'static str) -> Arg {
        self.flag(name, text).value_name(values).hide_possible_values(true)
    }

    fn flag(&self, name: &'static str, text: Text) -> Arg {
        Arg::new(name).long(name).help(text.get(self.language)).help_heading(help::OPTIONS.get(self.language))
    }

    /// Returns clap's own layout with the heading of the usage in the language.
    fn template(&self) -> String {
        format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", help::USAGE.get(self.language))
    }
}
