//! `styrbord check`: what the letter holds, what is wrong in it, and what agrees.

use crate::args::{Check, CheckFormat};
use crate::input::{self, Input};
use crate::output::{Outcome, Screen};
use crate::render::{Letter, csv, findings, report, sarif, summary};
use crate::texts::{Text, errors, join};
use anyhow::{Error, Result};
use std::path::Path;
use styrbord_app::{Accept, AcceptError, Checked, Expected, Language};

pub(crate) fn run(call: &Check, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let input = input::letter(&call.letter, language)?;
    let accepts = match &call.accept {
        Some(path) => accepts(path, language)?,
        None => Vec::new(),
    };
    let checked = styrbord_app::check(&input.bytes, &accepts)
        .map_err(|error| Error::msg(input.refusal(&error, language)))?;
    let warnings = checked.unused.iter().map(|accept| unused(call, accept, language)).collect();
    let open = call.fail_on.least().is_some_and(|least| checked.has_open(least));
    Ok(Outcome { warnings, code: u8::from(open), ..Outcome::of(printed(call, &checked, &input, screen)?) })
}

fn printed(call: &Check, checked: &Checked, input: &Input, screen: Screen) -> Result<String> {
    let letter = Letter { name: &input.name, source: &checked.compiled.source };
    let language = screen.language;
    Ok(match call.format {
        CheckFormat::Text => {
            let drawn = findings::draw(&letter, &checked.compiled.findings, call.all, screen);
            join([summary::draw(&checked.summary, screen), drawn], "\n")
        }
        CheckFormat::Json => serde_json::to_string_pretty(&checked.report())? + "\n",
        CheckFormat::Sarif => serde_json::to_string_pretty(&sarif::log(&letter, checked, language))? + "\n",
        CheckFormat::Md => report::write(&letter, checked, language),
        CheckFormat::Csv => {
            csv::findings::write(letter.source, &checked.compiled.findings.findings, call.excel, language)
        }
    })
}

fn accepts(path: &Path, language: Language) -> Result<Vec<Accept>> {
    let file = input::file(path, language)?;
    styrbord_app::parse_accepts(file.text(language)?)
        .map_err(|error| Error::msg(refusal(&file.name, &error, language)))
}

/// Returns what is wrong in a file of acceptances, with its line.
fn refusal(name: &str, error: &AcceptError, language: Language) -> String {
    match error {
        AcceptError::Syntax { line, reason } => {
            let reason = reason.lines().collect::<Vec<_>>().join(" ");
            errors::ACCEPT_SYNTAX.with(language, &[&name, line, &reason])
        }
        AcceptError::Unknown { line, name: found } => {
            errors::ACCEPT_UNKNOWN.with(language, &[&name, line, found])
        }
        AcceptError::Missing { line, field } => errors::ACCEPT_MISSING.with(language, &[&name, line, field]),
        AcceptError::Wrong { line, field, expected: kind } => {
            errors::ACCEPT_WRONG.with(language, &[&name, line, field, &expected(*kind).get(language)])
        }
    }
}

fn expected(kind: Expected) -> Text {
    match kind {
        Expected::Text => errors::EXPECTED_TEXT,
        Expected::LineNumber => errors::EXPECTED_LINE,
        Expected::Date => errors::EXPECTED_DATE,
        Expected::Entries => errors::EXPECTED_ENTRIES,
    }
}

fn unused(call: &Check, accept: &Accept, language: Language) -> String {
    let file = call.accept.as_deref().unwrap_or(Path::new("")).display();
    errors::ACCEPT_UNUSED.with(language, &[&file, &accept.file_line, &accept.code])
}
