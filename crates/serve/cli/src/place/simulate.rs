//! `styrbord place simulate`: a year week by week.

use super::progress::Watch;
use super::{files, json, refusal, set_aside, usage};
use crate::args::TextOrJson;
use crate::args::place::{PolicyName, Simulate};
use crate::output::{Outcome, Screen};
use crate::render::settlement as render;
use crate::texts::place as words;
use anyhow::{Error, Result};
use std::path::Path;
use std::time::Instant;
use styrbord_app::Language;
use styrbord_app::place::{
    Floors, Instance, Policy, ReadError, Setting, Table, group_floors, openings, region_floors,
};

/// The price on a lead that did best as published, in hundredths of the worth of a person.
const BALANCE: u32 = 5;

pub(super) fn run(call: &Simulate, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let pool = call.pool.clone().unwrap_or_else(|| call.folder.join("pool"));
    if !pool.is_dir() {
        return Err(Error::msg(words::NO_POOL.with(language, &[&call.folder.display()])));
    }
    let tables = files::tables(&call.folder, Some(&pool), language)?;
    let reading = styrbord_app::place::read(&tables)
        .map_err(|error| Error::msg(refusal::sentence(&error, language)))?;
    let mut warnings: Vec<String> = reading.notes.iter().map(|note| set_aside(note, language)).collect();
    let instance = reading.instance;
    warnings.extend(super::unheeded(&instance, language));
    let setting = setting(call, &instance, language)?;
    let mut watch = Watch::begin(None, instance.gains.scale(), screen);
    let mut seconds = Vec::new();
    let mut began = Instant::now();
    let pool = reading.pool.unwrap_or_default();
    let busy_before = usage::so_far().cpu_seconds;
    let mut busy = busy_before;
    let mut simulated = styrbord_app::place::simulate(&instance, &pool, &setting, &mut |week| {
        seconds.push(began.elapsed().as_secs_f64());
        began = Instant::now();
        busy = usage::so_far().cpu_seconds;
        watch.see_week(week)
    });
    if watch.end() {
        warnings.push(words::STOPPED.get(language).to_owned());
    }
    let report = &mut simulated.report;
    seconds.sort_by(f64::total_cmp);
    report.week_seconds_p50 = seconds.get(seconds.len() / 2).copied();
    (report.week_seconds_mean, report.week_seconds_max) = mean_and_most(&seconds);
    report.week_cpu_seconds_mean = each(busy_before, busy, seconds.len());
    let usage = usage::so_far();
    (report.cpu_seconds, report.peak_mb) = (usage.cpu_seconds, usage.peak_mb);
    if let Some(path) = &call.chart {
        files::write(path, &render::chart(&simulated, language), language)?;
    }
    let text = match call.format {
        TextOrJson::Text => render::simulated(&simulated, screen),
        TextOrJson::Json => json(&simulated.report)?,
    };
    Ok(Outcome { text, warnings, file: None, code: 0 })
}

fn setting(call: &Simulate, instance: &Instance, language: Language) -> Result<Setting> {
    let usual = Setting::default();
    // What is believed of persons is believed of cases, at the year's mean size.
    let cases = |persons: u64| {
        let cases = persons.saturating_mul(instance.cases.len() as u64);
        usize::try_from(cases.div_ceil(instance.persons().max(1))).unwrap_or(usize::MAX)
    };
    let floors = Floors {
        regions: rules(call.floors.as_deref(), instance, region_floors, language)?,
        groups: rules(call.group_floors.as_deref(), instance, group_floors, language)?,
    };
    Ok(Setting {
        policy: match call.policy {
            PolicyName::Steady => Policy::Steady,
            PolicyName::Greedy => Policy::Greedy,
            PolicyName::Pot1 => Policy::Pot1,
            PolicyName::Pot2 => Policy::Pot2,
            PolicyName::Balanced => Policy::Balanced(BALANCE),
        },
        futures: call.futures.unwrap_or(usual.futures),
        believed_total: call.believed_total.map(cases),
        seed: call.seed.unwrap_or(usual.seed),
        floors,
        openings: rules(call.openings.as_deref(), instance, openings, language)?,
        ..usual
    })
}

/// Reads the rules of a file; none when there is no file.
fn rules<T>(
    path: Option<&Path>,
    instance: &Instance,
    read: impl Fn(&Table, &Instance) -> Result<Vec<T>, ReadError>,
    language: Language,
) -> Result<Vec<T>> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let table = files::table(path, language)?;
    read(&table, instance).map_err(|error| Error::msg(refusal::sentence(&error, language)))
}

/// Returns how long a processor was busy with each of so many weeks.
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "seconds are shown")]
fn each(before: Option<f64>, after: Option<f64>, weeks: usize) -> Option<f64> {
    Some((after? - before?) / weeks.max(1) as f64)
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "seconds are shown")]
fn mean_and_most(seconds: &[f64]) -> (Option<f64>, Option<f64>) {
    let most = seconds.iter().copied().reduce(f64::max);
    (most.map(|_| seconds.iter().sum::<f64>() / seconds.len() as f64), most)
}
