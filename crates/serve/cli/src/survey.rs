//! `styrbord survey`: all letters of a folder, a row each.

use crate::args::{Survey, SurveyFormat};
use crate::input::{self, Found};
use crate::output::{Outcome, Screen};
use crate::parallel;
use crate::progress::{self, Progress};
use crate::render::{csv, survey as table};
use crate::texts::errors;
use anyhow::{Context, Result, bail};
use serde::Serialize;
use styrbord_app::{Language, SurveyTotals, Surveyed, SurveyedLetter};

/// What lies in a folder.
#[derive(Serialize)]
pub(crate) struct Letters {
    /// A row for each file, by path.
    pub(crate) files: Vec<Row>,
    /// All letters together.
    pub(crate) totals: SurveyTotals,
    /// How many files have a reason in place of a letter.
    pub(crate) failed: usize,
    /// How many files are data that lies beside letters; they have no row.
    pub(crate) data_files: usize,
}

/// One file: its letter, or why there is none.
#[derive(Serialize)]
pub(crate) struct Row {
    /// Its path, from the folder on.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) letter: Option<Box<SurveyedLetter>>,
    /// Why it is not read.
    pub(crate) reason: Option<String>,
}

pub(crate) fn run(call: &Survey, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let found = input::folder(&call.folder, language)?;
    if found.is_empty() {
        bail!(errors::FOLDER_EMPTY.with(language, &[&call.folder.display()]));
    }
    let stop = progress::stop_on_interrupt();
    let progress = Progress::new(found.len(), call.quiet);
    let rows = parallel::map(&found, &stop, |file| {
        progress.begin(&file.name);
        let row = row(file, language);
        progress.done();
        row
    });
    let done = progress.count();
    drop(progress);
    let Some(rows) = rows.with_context(|| errors::THREADS.get(language))? else {
        let told = errors::INTERRUPTED.with(language, &[&done, &found.len()]);
        return Ok(Outcome {
            warnings: vec![told],
            code: progress::INTERRUPTED,
            ..Outcome::of(String::new())
        });
    };
    let letters = Letters::of(rows);
    let text = printed(call, &letters, screen.or_file(call.output.as_ref()))?;
    let outcome = Outcome { code: u8::from(letters.failed > 0), ..Outcome::of(text) };
    Ok(outcome.into_file(call.output.clone()))
}

fn printed(call: &Survey, letters: &Letters, screen: Screen) -> Result<String> {
    Ok(match call.format {
        SurveyFormat::Table => table::draw(letters, screen),
        SurveyFormat::Csv => csv::survey::write(&letters.files, call.excel),
        SurveyFormat::Json => serde_json::to_string_pretty(letters)? + "\n",
    })
}

/// Returns the row of a file; none for data.
fn row(found: &Found, language: Language) -> Option<Row> {
    let path = found.name.display().to_string();
    match read(found, language) {
        Ok(Surveyed::Data) => None,
        Ok(Surveyed::Letter(letter)) => Some(Row { path, letter: Some(letter), reason: None }),
        Ok(Surveyed::NoLetter) => {
            let reason = errors::NO_LETTER.with(language, &[&found.path.display()]);
            Some(Row { path, letter: None, reason: Some(reason) })
        }
        Err(error) => Some(Row { path, letter: None, reason: Some(format!("{error:#}")) }),
    }
}

fn read(found: &Found, language: Language) -> Result<Surveyed> {
    if found.is_closed_folder {
        bail!(errors::FOLDER_UNREADABLE.with(language, &[&found.path.display()]));
    }
    let input = input::file(&found.path, language)?;
    styrbord_app::survey(&input.bytes).map_err(|error| anyhow::Error::msg(input.refusal(&error, language)))
}

impl Letters {
    fn of(rows: Vec<Option<Row>>) -> Self {
        let data_files = rows.iter().filter(|row| row.is_none()).count();
        let files: Vec<Row> = rows.into_iter().flatten().collect();
        let totals = SurveyTotals::of(files.iter().filter_map(|row| row.letter.as_deref()));
        let failed = files.iter().filter(|row| row.letter.is_none()).count();
        Letters { files, totals, failed, data_files }
    }
}
