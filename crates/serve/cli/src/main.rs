//! The binary `styrbord`: reads files, calls the use cases, prints.
//!
//! Each command is a function from a call to an [`Outcome`]; only `input` reads and only this file prints.
//! What a letter means and what is wrong in it is not decided here (`app` and the crates before it).
#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "the command line is where files, arguments and the environment come in"
)]

#[macro_use(texts)]
extern crate styrbord_app;

mod account;
mod args;
mod check;
mod clock;
mod compile;
mod diff;
mod explain;
mod export;
mod input;
mod journal;
mod language;
mod output;
mod parallel;
mod place;
mod progress;
mod render;
mod serve;
mod survey;
mod texts;
mod year;

use anyhow::Context;
use args::{Call, Parsed};
use output::{Outcome, Screen};
use std::env;
use std::ffi::OsString;
use std::process::ExitCode;
use styrbord_app::Language;
use texts::errors;

/// The exit code when the letter could not be read or the call was wrong.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let args: Vec<OsString> = env::args_os().collect();
    let language = language::of(&args, |name| env::var(name).ok());
    let (call, language, color) = match args::parse(&args, language) {
        Parsed::Call { call, language, color } => (call, language, color),
        Parsed::Print(text) => return finish(Ok(Outcome::of(text)), language),
        Parsed::Wrong(sentence) => return finish(Err(anyhow::Error::msg(sentence)), language),
    };
    let screen = Screen::new(color, language, |name| env::var(name).ok());
    finish(run(call, screen), language)
}

fn run(call: Call, screen: Screen) -> anyhow::Result<Outcome> {
    match call {
        Call::Account(call) => account::run(&call, screen),
        Call::Check(call) => check::run(&call, screen),
        Call::Compile(call) => compile::run(&call, screen),
        Call::Diff(call) => diff::run(&call, screen),
        Call::Explain(call) => explain::run(&call, screen),
        Call::Journal(call) => journal::run(&call, screen),
        Call::Place(call) => place::run(&call, screen),
        Call::Survey(call) => survey::run(&call, screen),
        Call::Export(call) => export::run(&call, screen),
        Call::Serve(call) => serve::run(&call, screen),
        Call::Year(call) => year::run(&call, screen),
        Call::Completions(script) => Ok(Outcome::of(script)),
    }
}

/// Prints what a command gave, and returns the exit code.
fn finish(result: anyhow::Result<Outcome>, language: Language) -> ExitCode {
    let printed = result.and_then(|outcome| {
        output::complain(&outcome.warnings, errors::WARNING_PREFIX, language);
        match &outcome.file {
            Some(path) => output::save(path, &outcome.text)
                .with_context(|| errors::WRITING_FILE.with(language, &[&path.display()]))?,
            None => output::print(&outcome.text).with_context(|| errors::WRITING.get(language))?,
        }
        Ok(outcome.code)
    });
    match printed {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            output::complain(&[format!("{error:#}")], errors::PREFIX, language);
            ExitCode::from(FAILED)
        }
    }
}
