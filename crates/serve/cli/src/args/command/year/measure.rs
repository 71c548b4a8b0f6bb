//! The commands of `styrbord year` about series and about what the ministry sees, as clap knows them.

use super::{day, id, path_of};
use crate::args::command::Words;
use crate::args::year::measure::AimName;
use crate::texts::year_more as words;
use clap::{Arg, ArgAction, Command};
use styrbord_app::follow;

impl Words {
    pub(super) fn measure_commands(&self) -> Vec<Command> {
        vec![
            self.under_year("series", words::SERIES, "series [CARD]", |one| {
                one.arg(path_of(self.positional("CARD", words::CARD)))
                    .arg(id(self.option("under", words::UNDER, "ID")).requires("CARD"))
                    .arg(id(self.option("follows", words::FOLLOWS, "SERIES")).requires("CARD"))
            }),
            self.under_year("target", words::TARGET, "target SERIES VALUE PERIOD", |one| {
                one.arg(self.object(words::OF_SERIES))
                    .arg(self.positional("VALUE", words::TARGET_VALUE).required(true))
                    .arg(self.period())
                    .arg(self.choice::<AimName>("aim", words::AIM, "at-least|at-most|exactly"))
                    .arg(id(self.option("letter", words::TARGET_LETTER, "LETTER-ID")))
            }),
            self.record(),
            self.under_year("parameter", words::PARAMETER, "parameter ID", |one| {
                one.arg(self.object(words::PARAMETER_ID))
            }),
            self.under_year("share", words::SHARE, "share OBJECT...", |one| one.arg(self.objects())),
            self.under_year("submit", words::SUBMIT, "submit OBJECT...", |one| one.arg(self.objects())),
        ]
    }

    fn record(&self) -> Command {
        self.under_year("measure", words::MEASURE, "measure SERIES VALUE PERIOD", |one| {
            one.arg(self.object(words::OF_SERIES))
                .arg(self.positional("VALUE", words::VALUE).required(true))
                .arg(self.period())
                .arg(self.option("source", words::FIGURE_SOURCE, "TEXT"))
                .arg(day(self.option("counted", words::COUNTED, super::DATE)))
                .arg(self.flag("preliminary", words::PRELIMINARY).action(ArgAction::SetTrue))
                .arg(self.option("evidence", words::EVIDENCE, "TEXT"))
        })
    }

    fn period(&self) -> Arg {
        self.positional("PERIOD", words::PERIOD)
            .required(true)
            .value_parser(|text: &str| follow::period(text).ok_or("no period"))
    }

    fn objects(&self) -> Arg {
        self.object(words::OBJECTS).num_args(1..)
    }
}
