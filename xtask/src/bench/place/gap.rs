//! Whole families: how near to its bound a plan is, what others find, and whether everybody is settled.

use super::numbers::{less, most, number, percent, ratio, shown};
use super::years::Year;
use super::{Bench, peers, table, verdict};
use anyhow::{Context, Result};
use serde_json::Value;
use std::time::Instant;

/// The gap that is asked for at a size and below, and how many times the flow's time it may take.
const TARGETS: [(u32, f64); 4] = [(1000, 0.0010), (5000, 0.0025), (20_000, 0.0010), (50_000, 0.0005)];
const FLOW_TIMES_MAX: f64 = 10.0;
/// At the smallest size the time is that of HiGHS instead.
const SMALL: u32 = 1000;
const SMALL_SECONDS_MAX: f64 = 120.0;
/// General solvers get so many seconds, and are not asked about years of more persons.
const PEER_SECONDS: &str = "120";
const PEER_PERSONS_MAX: u32 = 5000;
const PEERS: [(&str, &str); 3] = [("highs_mip", "HiGHS MIP"), ("scip", "SCIP"), ("cpsat", "CP-SAT")];

struct Row {
    year: Year,
    ours: Value,
    /// What the verifier says of the plan and the certificate.
    judged: Value,
    verify_s: f64,
    flow_s: f64,
    /// The year with the duty to settle everybody, and what the verifier says of it.
    duty: Value,
    duty_judged: Value,
    peers: Vec<(&'static str, Option<Value>)>,
}

pub(super) fn report(bench: &Bench) -> Result<String> {
    let mut rows = Vec::new();
    for year in bench.years(bench.options.seeds)? {
        let name = year.name.clone();
        rows.push(row(bench, year).context(name)?);
    }
    let head = ["year", "value", "bound", "gap", "CPU s", "× flow", "checked", "verify s", "peak MB"];
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let mut text = table(&head, &lines) + "\n";
    text += &duty_table(&rows);
    text += &peers_table(&rows);
    for verdict in verdicts(&rows) {
        text += &(verdict + "\n");
    }
    text += "\nSeconds are of a processor, of the whole process, files and all. Checked: `styrbord place verify` \
             counts the value anew and finds the bound from the certificate alone.\n";
    text.extend([bench.peers.origin(), bench.measured_on()]);
    Ok(text)
}

fn row(bench: &Bench, year: Year) -> Result<Row> {
    println!("solving {}", year.name);
    let (plan, proof) = (bench.scratch.0.join("plan.csv"), bench.scratch.0.join("proof.csv"));
    let (plan_path, proof_path) = (plan.display().to_string(), proof.display().to_string());
    let solve = |more: &[&str]| {
        let words = ["solve", "--out", &plan_path, "--certificate", &proof_path];
        bench.programs.place(&[&words, more].concat(), &[&year.folder])
    };
    let verify = |more: &[&str]| {
        let words = ["verify", "--certificate", &proof_path];
        bench.programs.place(&[&words, more].concat(), &[&year.folder, &plan])
    };
    let ours = solve(&[])?;
    let begun = Instant::now();
    let judged = verify(&[])?;
    let verify_s = begun.elapsed().as_secs_f64();
    let duty = solve(&["--must-settle"])?;
    let all = duty["unplaced_cases"] == 0;
    let duty_judged = verify(if all { &["--must-settle"] } else { &[] })?;
    let flow = peers::flow(&year, "1000000", bench.options.rounds).unwrap_or_default();
    let mut peers = Vec::new();
    if year.persons <= PEER_PERSONS_MAX && year.name.ends_with(&super::SEED.to_string()) {
        for (solver, name) in PEERS {
            peers.push((name, bench.peers.answer(&year, solver, "bench.py", &[solver, PEER_SECONDS])?));
        }
    }
    Ok(Row { flow_s: number(&flow, "coarse_s"), year, ours, judged, verify_s, duty, duty_judged, peers })
}

impl Row {
    fn gap(&self) -> f64 {
        number(&self.ours, "gap")
    }

    /// Tells whether the verifier finds the plan in order, and value and bound as they were said.
    fn is_checked(&self) -> bool {
        let same = |name: &str| self.judged[name] == self.ours[name];
        self.judged["valid"] == true && same("value") && same("bound")
    }

    fn flow_times(&self) -> f64 {
        ratio(number(&self.ours, "cpu_seconds"), self.flow_s)
    }

    fn is_in_time(&self) -> bool {
        if self.year.persons <= SMALL {
            return number(&self.ours, "cpu_seconds") <= SMALL_SECONDS_MAX;
        }
        self.flow_times() <= FLOW_TIMES_MAX
    }
}

fn line(row: &Row) -> Vec<String> {
    vec![
        row.year.name.clone(),
        shown(number(&row.ours, "value"), 4),
        shown(number(&row.ours, "bound"), 4),
        percent(row.gap(), 3),
        shown(number(&row.ours, "cpu_seconds"), 2),
        shown(row.flow_times(), 1),
        if row.is_checked() { "yes".to_owned() } else { "**no**".to_owned() },
        shown(row.verify_s, 2),
        shown(number(&row.ours, "peak_mb"), 0),
    ]
}

fn duty_table(rows: &[Row]) -> String {
    let line = |row: &Row| {
        vec![
            row.year.name.clone(),
            row.duty["unplaced_cases"].to_string(),
            percent(number(&row.duty, "gap"), 3),
            percent(less(number(&row.duty, "value"), number(&row.ours, "value")), 2),
            shown(number(&row.duty, "cpu_seconds"), 2),
            if row.duty_judged["valid"] == true { "yes".to_owned() } else { "**no**".to_owned() },
        ]
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let head = ["everybody is to be settled", "cases left", "gap", "less value", "CPU s", "checked"];
    table(&head, &lines) + "\n"
}

/// Returns what general solvers found, as parts of our bound.
fn peers_table(rows: &[Row]) -> String {
    let mut lines = Vec::new();
    for row in rows {
        let bound = number(&row.ours, "bound");
        for (name, answer) in &row.peers {
            let Some(answer) = answer else { continue };
            // A solver that placed nobody has a value of nothing.
            let value = number(answer, "obj");
            lines.push(vec![
                format!("{}, {name}", row.year.name),
                percent(ratio(value, bound), 3),
                percent(ratio(number(answer, "bound"), bound), 3),
                shown(number(answer, "cpu_s"), 0),
                shown(number(answer, "peak_mb"), 0),
            ]);
        }
        if !row.peers.is_empty() {
            lines.push(vec![
                format!("{}, ours", row.year.name),
                percent(ratio(number(&row.ours, "value"), bound), 3),
                percent(1.0, 3),
                shown(number(&row.ours, "cpu_seconds"), 1),
                shown(number(&row.ours, "peak_mb"), 0),
            ]);
        }
    }
    if lines.is_empty() {
        return String::new();
    }
    table(&["solver, 120 s", "value in our bound", "its bound in ours", "CPU s", "peak MB"], &lines) + "\n"
}

fn verdicts(rows: &[Row]) -> Vec<String> {
    let mut said = Vec::new();
    let mut above = 0;
    for (size, gap_max) in TARGETS {
        let of_size: Vec<&Row> =
            rows.iter().filter(|row| (above + 1..=size).contains(&row.year.persons)).collect();
        above = size;
        if of_size.is_empty() {
            continue;
        }
        let worst = most(&of_size.iter().map(|row| row.gap()).collect::<Vec<_>>());
        let checked = of_size.iter().all(|row| row.is_checked());
        let in_time = of_size.iter().all(|row| row.is_in_time());
        let slowest = most(&of_size.iter().map(|row| row.flow_times()).collect::<Vec<_>>());
        let seconds = most(&of_size.iter().map(|row| number(&row.ours, "cpu_seconds")).collect::<Vec<_>>());
        let figure = format!("at most {} in {} years", percent(worst, 3), of_size.len());
        let target = format!("Gap at most {} at {size}, checked", percent(gap_max, 2));
        said.push(verdict(&target, &figure, worst <= gap_max && checked));
        let (target, figure) = if size <= SMALL {
            (format!("Time at most 120 s at {size}"), format!("at most {} s", shown(seconds, 1)))
        } else {
            (format!("Time at most 10 × the flow at {size}"), format!("at most {} ×", shown(slowest, 1)))
        };
        said.push(verdict(&target, &figure, in_time));
    }
    let left: u64 = rows.iter().filter_map(|row| row.duty["unplaced_cases"].as_u64()).sum();
    let checked = rows.iter().all(|row| row.duty_judged["valid"] == true);
    let figure = format!("{left} cases left in {} years", rows.len());
    said.push(verdict("Nobody is left when everybody is to be settled", &figure, left == 0 && checked));
    said
}
