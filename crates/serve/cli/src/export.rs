//! `styrbord export`: the plan of a letter for other programs and for people.

use crate::args::{Export, ExportFormat, Exported};
use crate::input;
use crate::output::{Outcome, Screen};
use crate::render::{csv, plan};
use anyhow::{Error, Result};
use std::path::Path;

pub(crate) fn run(call: &Export, screen: Screen) -> Result<Outcome> {
    let text = match &call.what {
        Exported::Plan { letter, format, excel } => plan_of(letter, *format, *excel, screen)?,
        Exported::Schema => serde_json::to_string_pretty(&styrbord_app::plan_schema())? + "\n",
    };
    Ok(Outcome::of(text).into_file(call.output.clone()))
}

fn plan_of(letter: &Path, format: ExportFormat, excel: bool, screen: Screen) -> Result<String> {
    let language = screen.language;
    let input = input::letter(letter, language)?;
    let compiled =
        styrbord_app::compile(&input.bytes).map_err(|error| Error::msg(input.refusal(&error, language)))?;
    Ok(match format {
        ExportFormat::Json => serde_json::to_string_pretty(&compiled.plan)? + "\n",
        ExportFormat::Csv => csv::parts::write(&styrbord_app::parts(&compiled.plan), excel),
        ExportFormat::Md => plan::write(&compiled.plan, language),
    })
}
