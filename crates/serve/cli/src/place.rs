//! `styrbord place`: settlement, from files to files.

mod files;
mod progress;
mod refusal;
mod simulate;
mod usage;

use crate::args::TextOrJson;
use crate::args::place::{CsvOrParquet, Decided, Explain, Generate, Place, Solve, Verify};
use crate::output::{Outcome, Screen};
use crate::render::settlement as render;
use crate::texts::place as words;
use anyhow::{Error, Result};
use progress::Watch;
use serde::Serialize;
use std::path::{Path, PathBuf};
use styrbord_app::Language;
use styrbord_app::place::{
    Asked, Begin, Certificate, Decisions, Effort, Format, Instance, KindPrices, Note, Order, PriceFile,
    Proof, ReadError, Request, Table, Wish, Wrong, WrongTable,
};

/// The exit code when a plan is not in order.
const NOT_IN_ORDER: u8 = 1;

pub(crate) fn run(call: &Place, screen: Screen) -> Result<Outcome> {
    match call {
        Place::Generate(call) => generate(call, screen),
        Place::Solve(call) => solve(call, screen),
        Place::Verify(call) => verify(call, screen),
        Place::Simulate(call) => simulate::run(call, screen),
        Place::Explain(call) => explain(call, screen),
    }
}

fn generate(call: &Generate, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    files::make_folder(&call.folder, language)?;
    files::make_folder(&call.folder.join("pool"), language)?;
    let format = match call.format {
        CsvOrParquet::Csv => Format::Csv,
        CsvOrParquet::Parquet => Format::Parquet,
    };
    let wish = Wish { persons: call.persons, seed: call.seed, strength: call.strength };
    let year = styrbord_app::place::generate(wish, format, |name| files::create(&call.folder.join(name)))
        .map_err(|error| files::not_written(&call.folder, error, language))?;
    Ok(Outcome::of(render::generated(&call.folder.display().to_string(), &year, language)))
}

fn solve(call: &Solve, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let (instance, mut warnings) = read(&call.folder, language)?;
    let order = Order {
        must_settle: call.must_settle,
        decisions: decisions(&call.decided, &instance, language)?,
        begin: begin(&call.warm, &instance, language)?,
        seed: call.seed,
        ..Order::default()
    };
    let mut watch = Watch::begin(call.time_limit, instance.gains.scale(), screen);
    let mut solved =
        styrbord_app::place::solve(&Request { instance: &instance, order: &order }, &mut |progress| {
            watch.see(progress)
        });
    if watch.end() {
        warnings.push(words::STOPPED.get(language).to_owned());
    }
    for (case, place) in &solved.unkept_locks {
        warnings.push(words::UNFIT_LOCK.with(language, &[case, &render::name(place)]));
    }
    let written = [
        (&call.out, &solved.plan_csv),
        (&call.prices, &solved.prices_csv),
        (&call.kind_prices, &solved.kind_prices_csv),
        (&call.certificate, &solved.certificate_csv),
    ];
    for (path, text) in written {
        if let Some(path) = path {
            files::write(path, text, language)?;
        }
    }
    let usage = usage::so_far();
    solved.report.cpu_seconds = usage.cpu_seconds;
    solved.report.peak_mb = usage.peak_mb;
    let text = match call.format {
        TextOrJson::Text => render::solved(&solved, &instance, screen),
        TextOrJson::Json => json(&solved.report)?,
    };
    Ok(Outcome { text, warnings, file: None, code: 0 })
}

fn verify(call: &Verify, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let (instance, warnings) = read(&call.folder, language)?;
    let table = files::table(&call.plan, language)?;
    let plan = understood(styrbord_app::place::plan(&table, &instance), language)?;
    let proof = match &call.proof {
        Some(path) => Some(proof(path, call.kind_prices.as_deref(), &instance, language)?),
        None => None,
    };
    let decisions = decisions(&call.decided, &instance, language)?;
    let asked = Asked { must_settle: call.must_settle, decisions };
    let judged = styrbord_app::place::verify(&instance, plan, &asked, proof.as_ref());
    let text = match call.format {
        TextOrJson::Text => render::judged(&judged, screen, &|error| refusal::sentence(error, language)),
        TextOrJson::Json => json(&judged)?,
    };
    Ok(Outcome { text, warnings, file: None, code: if judged.valid { 0 } else { NOT_IN_ORDER } })
}

/// Reads what is said to prove a bound: prices or a certificate, and prices of further kinds when they are apart.
fn proof(path: &Path, kinds: Option<&Path>, instance: &Instance, language: Language) -> Result<Proof> {
    let PriceFile { certificate, kinds: told } = prices(path, instance, language)?;
    let kinds: KindPrices = match kinds {
        Some(path) => {
            let table = files::table(path, language)?;
            understood(styrbord_app::place::kind_prices(&table, instance), language)?
        }
        None => told,
    };
    Ok(Proof { certificate, kinds })
}

/// Reads what an earlier run found, to begin with: plans and prices in any order.
fn begin(paths: &[PathBuf], instance: &Instance, language: Language) -> Result<Begin> {
    let mut begin = Begin::default();
    for path in paths {
        let table = files::table(path, language)?;
        let PriceFile { certificate, kinds } = match styrbord_app::place::prices(&table, instance) {
            Err(error) if is_without_prices(&error) => {
                begin.plan = Some(understood(styrbord_app::place::plan(&table, instance), language)?.plan);
                continue;
            }
            prices => understood(prices, language)?,
        };
        if kinds.iter().flatten().any(|price| *price != 0) {
            begin.kinds = kinds;
        }
        match certificate {
            // A price beyond what any gain can be is no better to begin with than the largest.
            Certificate::PlacePrices(prices) => {
                let fitting = |price| i32::try_from(price).unwrap_or(i32::MAX / 8).max(0);
                begin.places = Some(prices.into_iter().map(fitting).collect());
            }
            Certificate::CasePrices(prices) => begin.cases = Some(prices),
        }
    }
    Ok(begin)
}

/// Tells whether a table was refused because it has no prices at all.
fn is_without_prices(error: &ReadError) -> bool {
    let is_lacking = matches!(error.wrong, Wrong::Table(WrongTable::ColumnMissing { .. }));
    is_lacking && error.spot.column.as_deref() == Some("price")
}

fn prices(path: &Path, instance: &Instance, language: Language) -> Result<PriceFile> {
    understood(styrbord_app::place::prices(&files::table(path, language)?, instance), language)
}

fn explain(call: &Explain, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let (instance, warnings) = read(&call.folder, language)?;
    let order = Order { effort: Effort::Quick, ..Order::default() };
    let mut watch = Watch::begin(None, instance.gains.scale(), screen);
    let solved =
        styrbord_app::place::solve(&Request { instance: &instance, order: &order }, &mut |progress| {
            watch.see(progress)
        });
    watch.end();
    let explained = styrbord_app::place::explain(&instance, &solved.solution, &call.case, call.most)
        .ok_or_else(|| Error::msg(words::NO_CASE.with(language, &[&call.case, &call.folder.display()])))?;
    let text = match call.format {
        TextOrJson::Text => render::explained(&explained, screen),
        TextOrJson::Json => json(&explained)?,
    };
    Ok(Outcome { text, warnings, file: None, code: 0 })
}

/// Reads a folder; returns the instance and what was set aside.
fn read(folder: &Path, language: Language) -> Result<(Instance, Vec<String>)> {
    let tables = files::tables(folder, None, language)?;
    let reading = understood(styrbord_app::place::read(&tables), language)?;
    Ok((reading.instance, reading.notes.iter().map(|note| set_aside(note, language)).collect()))
}

/// Returns a warning when the instance has kinds of room that a solver does not heed.
fn unheeded(instance: &Instance, language: Language) -> Option<String> {
    let names: Vec<&str> = instance.kinds.iter().map(|kind| kind.name.as_str()).collect();
    (!names.is_empty()).then(|| words::KINDS_UNUSED.with(language, &[&names.join(", ")]))
}

fn set_aside(note: &Note, language: Language) -> String {
    match note {
        Note::UnusedColumn { file, column } => words::NOTE_COLUMN.with(language, &[file, column]),
        Note::TiedElsewhere { file, values } => words::NOTE_TIED.with(language, &[file, values]),
    }
}

/// Reads what people decided.
fn decisions(files: &Decided, instance: &Instance, language: Language) -> Result<Decisions> {
    let pairs = |path: &Option<PathBuf>| match path {
        Some(path) => {
            let table: Table = files::table(path, language)?;
            understood(styrbord_app::place::pairs(&table, instance), language)
        }
        None => Ok(Vec::new()),
    };
    Ok(Decisions { locked: pairs(&files.lock)?, forbidden: pairs(&files.forbid)? })
}

/// Returns what was read, or why it was not as a sentence.
fn understood<T>(read: Result<T, ReadError>, language: Language) -> Result<T> {
    read.map_err(|error| Error::msg(refusal::sentence(&error, language)))
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
