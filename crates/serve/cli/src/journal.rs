//! `styrbord journal`: whether it is in order, and how it is copied, moved and brought back.

mod progress;

use crate::args::TextOrJson;
use crate::args::journal::{Journal, Work};
use crate::output::{self, Outcome, Screen};
use crate::render::journal as render;
use crate::texts::errors;
use anyhow::{Context, Error, Result};
use progress::Watch;
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::time::Instant;
use styrbord_app::Language;
use styrbord_app::journal::{self as app, Open, Overwrite, StoreError};

/// The exit code when the journal is not in order.
const NOT_IN_ORDER: u8 = 1;

pub(crate) fn run(call: &Journal, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let mut watch = Watch::begin(call.quiet, language);
    let tell = &mut |progress| watch.see(progress);
    let db = call.db.as_str();
    let copied = |file: &Path, counts: &app::Counts| {
        Outcome::of(render::copied(&file.display().to_string(), counts, language))
    };
    match &call.work {
        Work::Verify { format } => verify(db, *format, tell, screen),
        Work::Export { output } => export(db, output.as_deref(), tell, language),
        Work::Import { file } => {
            let counts = import(db, file, tell, language)?;
            Ok(copied(Path::new(db), &counts))
        }
        Work::Backup { file, force } => {
            let counts = told(app::backup(db, file, overwrite(*force), tell), language)?;
            Ok(copied(file, &counts))
        }
        Work::Restore { file, force } => {
            let counts = told(app::restore(file, db, overwrite(*force), tell), language)?;
            Ok(copied(Path::new(db), &counts))
        }
        Work::Replay { format } => replay(db, *format, tell, language),
    }
}

fn overwrite(force: bool) -> Overwrite {
    if force { Overwrite::Yes } else { Overwrite::Never }
}

fn verify(db: &str, format: TextOrJson, tell: app::Tell<'_>, screen: Screen) -> Result<Outcome> {
    let mut journal = told(app::open(db, Open::ToRead), screen.language)?;
    let verified = app::verify(&mut journal, tell);
    let text = match format {
        TextOrJson::Text => render::verified(&verified, screen),
        TextOrJson::Json => json(&render::VerifiedAsJson::of(&verified))?,
    };
    let code = if verified.faults.is_empty() { 0 } else { NOT_IN_ORDER };
    Ok(Outcome { code, ..Outcome::of(text) })
}

fn export(db: &str, file: Option<&Path>, tell: app::Tell<'_>, language: Language) -> Result<Outcome> {
    let mut journal = told(app::open(db, Open::ToRead), language)?;
    let exported = output::stream(file, |out| app::export(&mut journal, out, tell));
    let exported = match file {
        Some(path) => exported.with_context(|| errors::WRITING_FILE.with(language, &[&path.display()]))?,
        None => exported.with_context(|| errors::WRITING.get(language))?,
    };
    told(exported.map_or(Ok(()), |exported| exported.map(drop)), language)?;
    Ok(Outcome::of(String::new()))
}

fn import(db: &str, file: &Path, tell: app::Tell<'_>, language: Language) -> Result<app::Counts> {
    let mut input: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let name = file.display();
        let opened = File::open(file).with_context(|| errors::UNREADABLE.with(language, &[&name]))?;
        Box::new(BufReader::new(opened))
    };
    told(app::import(db, &mut input, tell), language)
}

fn replay(db: &str, format: TextOrJson, tell: app::Tell<'_>, language: Language) -> Result<Outcome> {
    let begun = Instant::now();
    let replayed = told(app::replay(db, tell), language)?;
    let text = match format {
        TextOrJson::Text => render::replayed(&replayed, begun.elapsed(), language),
        TextOrJson::Json => json(&replayed)?,
    };
    Ok(Outcome::of(text))
}

/// Turns an error of the journal into what is wrong and what to do.
fn told<T>(result: Result<T, StoreError>, language: Language) -> Result<T> {
    result.map_err(|error| Error::msg(render::error(&error, language)))
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
