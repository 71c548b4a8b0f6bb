//! The commands of `styrbord year` about money, as clap knows them.

use super::{id, path_of};
use crate::args::command::Words;
use crate::args::year::money::SourceName;
use crate::texts::{Text, year_more as words};
use clap::{Arg, ArgAction, Command};
use styrbord_app::follow;

impl Words {
    pub(super) fn money_commands(&self) -> Vec<Command> {
        vec![
            self.under_year("money", words::MONEY, "money", |one| one),
            self.commit(),
            self.under_year("carry", words::CARRY, "carry COMMITMENT", |one| {
                one.arg(self.object(words::COMMITMENT_BEFORE))
                    .arg(self.option("post", words::PAYS_NOW, "POST"))
                    .arg(self.option("portion", words::PORTION, "TEXT"))
                    .arg(self.option("over", words::OVER, "TEXT"))
            }),
            self.under_year("release", words::RELEASE, "release COMMITMENT AMOUNT", |one| {
                one.arg(self.object(words::COMMITMENT)).arg(self.amount(words::AMOUNT))
            }),
            self.actuals(),
            self.under_year("forecast", words::FORECAST, "forecast POST AMOUNT", |one| {
                one.arg(self.post()).arg(self.amount(words::FORECAST_AMOUNT)).arg(self.option(
                    "explain",
                    words::EXPLAIN,
                    "TEXT",
                ))
            }),
            self.under_year("portfolio", words::PORTFOLIO, "portfolio [POST]", |one| {
                one.arg(self.positional("POST", words::POST))
            }),
        ]
    }

    fn commit(&self) -> Command {
        self.under_year("commit", words::COMMIT, "commit POST AMOUNT --title TEXT", |one| {
            let later = self.option("later", words::LATER, "YYYY=AMOUNT").action(ArgAction::Append);
            one.arg(self.post())
                .arg(self.amount(words::AMOUNT))
                .arg(self.option("title", words::TITLE, "TEXT").required(true))
                .arg(later.value_parser(|text: &str| of_year(text).ok_or("no amount of a year")))
                .arg(self.option("to", words::TO, "NAME"))
                .arg(id(self.option("assignment", words::ASSIGNMENT, "ID")))
                .arg(id(self.option("project", words::PROJECT, "ID")))
                .arg(self.option("portion", words::PORTION, "TEXT"))
                .arg(self.option("over", words::OVER, "TEXT"))
        })
    }

    fn actuals(&self) -> Command {
        self.under_year("actuals", words::ACTUALS, "actuals FILE", |one| {
            let leave_out = self.option("leave-out", words::LEAVE_OUT, "CHAPTER[.POST]");
            one.arg(path_of(self.positional("FILE", words::LEDGER).required(true)))
                .arg(self.choice::<SourceName>("source", words::SOURCE, "state|ledger"))
                .arg(self.option("of", words::OF, "NAME"))
                .arg(
                    leave_out
                        .action(ArgAction::Append)
                        .value_parser(|text: &str| number(text).ok_or("no chapter or post")),
                )
                .arg(self.flag("whole-months", words::WHOLE_MONTHS).action(ArgAction::SetTrue))
        })
    }

    fn post(&self) -> Arg {
        self.positional("POST", words::POST).required(true)
    }

    fn amount(&self, text: Text) -> Arg {
        self.positional("AMOUNT", text)
            .required(true)
            .value_parser(|text: &str| follow::kroner(text).ok_or("no amount"))
    }
}

fn of_year(text: &str) -> Option<(i16, styrbord_app::Nok)> {
    let (year, amount) = text.split_once('=')?;
    Some((year.trim().parse().ok()?, follow::kroner(amount)?))
}

fn number(text: &str) -> Option<(u32, Option<u32>)> {
    match text.split_once('.') {
        None => Some((text.parse().ok()?, None)),
        Some((chapter, post)) => Some((chapter.parse().ok()?, Some(post.parse().ok()?))),
    }
}
