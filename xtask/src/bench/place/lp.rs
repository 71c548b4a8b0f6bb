//! The relaxation: its value beside the flow's and that of HiGHS, its time, and the memory of the whole process.

use super::numbers::{apart, memory_allowed_mb, mib_as_mb, most, number, percent, ratio, shown};
use super::years::Year;
use super::{Bench, peers, table, verdict};
use anyhow::{Context, Result};
use serde_json::Value;

/// From this size on the targets of time and memory hold.
const LARGE: u32 = 20_000;
const COLD_MAX: f64 = 0.5;
const WARM_MAX: f64 = 0.05;
const APART_MAX: f64 = 1e-6;
/// HiGHS is given so many seconds, and is not asked about years of more persons.
const HIGHS_SECONDS: &str = "300";
const HIGHS_PERSONS_MAX: u32 = 20_000;

/// A year's figures; those of a peer that was not run are not numbers.
struct Row {
    year: String,
    is_large: bool,
    ours: Value,
    flow: Value,
    highs_apart: f64,
    process_s: f64,
    peak_mb: f64,
    allowed_mb: f64,
}

pub(super) fn report(bench: &Bench) -> Result<String> {
    let mut rows = Vec::new();
    for year in bench.years(1)? {
        rows.push(row(bench, &year).with_context(|| year.name.clone())?);
    }
    let head = [
        "year",
        "cases",
        "value in units",
        "flow's value less ours",
        "HiGHS apart",
        "flow CPU s",
        "cold CPU s",
        "ratio",
        "warm CPU s",
        "ratio",
        "process CPU s",
        "peak MB",
        "allowed MB",
    ];
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let mut text = table(&head, &lines) + "\n";
    for verdict in verdicts(&rows) {
        text += &(verdict + "\n");
    }
    text += "\nSeconds are of a processor, the least of the rounds. Cold and the flow: from arrays in memory to the \
             optimum, the model's building counted in; the flow on gains of six digits, where that is faster for it. \
             Warm: from the prices and the flow of the year before its last week came. Process: \
             `styrbord place explain`, which reads the files, relaxes and rounds, start to exit.\n";
    text.extend([bench.peers.origin(), bench.measured_on()]);
    Ok(text)
}

fn row(bench: &Bench, year: &Year) -> Result<Row> {
    let rounds = bench.options.rounds;
    let ours = bench.programs.relaxation(&year.folder, rounds)?;
    let flow = peers::flow(year, &ours["scale"].to_string(), rounds).unwrap_or_default();
    let highs = if year.persons <= HIGHS_PERSONS_MAX {
        bench.peers.answer(year, "highs_lp", "bench.py", &["highs_lp", HIGHS_SECONDS])?
    } else {
        None
    };
    let highs = highs.filter(|answer| answer["status"] == "Optimal").unwrap_or_default();
    let value = ratio(number(&ours, "value"), number(&ours, "scale"));
    let first = if year.peers_file.is_some() { "0" } else { "1" };
    let (process_s, peak_mib) = bench.programs.explain_cost(&year.folder, first)?;
    Ok(Row {
        year: format!("{} persons, κ {}", year.persons, year.kappa),
        is_large: year.persons >= LARGE,
        highs_apart: apart(value, number(&highs, "obj")),
        process_s,
        peak_mb: mib_as_mb(peak_mib),
        allowed_mb: memory_allowed_mb(number(&ours, "cases"), number(&ours, "places")),
        ours,
        flow,
    })
}

impl Row {
    fn flow_s(&self) -> f64 {
        number(&self.flow, "exact_s").min(number(&self.flow, "coarse_s"))
    }

    fn cold(&self) -> f64 {
        ratio(number(&self.ours, "cold_s"), self.flow_s())
    }

    fn warm(&self) -> f64 {
        ratio(number(&self.ours, "warm_s"), self.flow_s())
    }

    /// Returns how many units the flow's value is larger than ours, when the flow was run.
    fn flow_less_ours(&self) -> Option<i64> {
        Some(self.flow["value"].as_i64()? - self.ours["value"].as_i64()?)
    }
}

fn line(row: &Row) -> Vec<String> {
    let highs =
        if row.highs_apart.is_finite() { format!("{:.1e}", row.highs_apart) } else { "–".to_owned() };
    vec![
        row.year.clone(),
        row.ours["cases"].to_string(),
        row.ours["value"].to_string(),
        row.flow_less_ours().map_or_else(|| "–".to_owned(), |units| units.to_string()),
        highs,
        shown(row.flow_s(), 3),
        shown(number(&row.ours, "cold_s"), 3),
        shown(row.cold(), 2),
        shown(number(&row.ours, "warm_s"), 4),
        shown(row.warm(), 3),
        shown(row.process_s, 2),
        shown(row.peak_mb, 0),
        shown(row.allowed_mb, 0),
    ]
}

fn verdicts(rows: &[Row]) -> Vec<String> {
    let mut said = Vec::new();
    let flows: Vec<i64> = rows.iter().filter_map(Row::flow_less_ours).collect();
    if !flows.is_empty() {
        let equal = flows.iter().filter(|units| **units == 0).count();
        let figure = format!("{equal} of {} years equal", flows.len());
        said.push(verdict("Value equal to the flow's on the same gains", &figure, equal == flows.len()));
    }
    let highs = most(&rows.iter().map(|row| row.highs_apart).collect::<Vec<_>>());
    if highs.is_finite() {
        said.push(verdict("HiGHS within 1e-6", &format!("at most {highs:.1e} apart"), highs <= APART_MAX));
    }
    let large: Vec<&Row> = rows.iter().filter(|row| row.is_large).collect();
    let worst = |of: &dyn Fn(&Row) -> f64| most(&large.iter().map(|row| of(row)).collect::<Vec<_>>());
    let (cold, warm) = (worst(&Row::cold), worst(&Row::warm));
    let memory = worst(&|row| ratio(row.peak_mb, row.allowed_mb));
    if cold.is_finite() {
        let figure = format!("at most {} ×", shown(cold, 2));
        said.push(verdict("Cold at most 0.5 × the flow, 20 000 and up", &figure, cold <= COLD_MAX));
        let figure = format!("at most {} ×", shown(warm, 3));
        said.push(verdict("Warm at most 0.05 × the flow, 20 000 and up", &figure, warm <= WARM_MAX));
    }
    if memory.is_finite() {
        let figure = format!("at most {} of it", percent(memory, 0));
        let target = "Memory at most 4 × the matrix of values and 64 MB, 20 000 and up";
        said.push(verdict(target, &figure, memory <= 1.0));
    }
    said
}
