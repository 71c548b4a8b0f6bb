//! Week by week: the default policy beside Pot2 of the peer, wrong forecasts, and how long a week takes.

use super::numbers::{least, less, mean, number, percent, points, ratio, shown};
use super::years::Year;
use super::{Bench, table, verdict};
use anyhow::{Context, Result};
use serde_json::Value;

/// What the peer's answers are kept as.
const PEER: &str = "pot2";
/// How many futures both draw each week, and from how many cases on they thin them out.
const FUTURES: &str = "1";
const THINNED: &str = "4000";
/// Beliefs about the year's total: right, a fifth low, a quarter high.
const BELIEFS: [(&str, u64, u64); 2] = [("20 % low", 4, 5), ("25 % high", 5, 4)];
const POINTS_MORE: f64 = 0.5;
const IMBALANCE_MAX: f64 = 0.5;
const VALUE_LOST_MAX: f64 = 0.005;
const FORECAST_POINTS_MAX: f64 = 0.5;
const LATENCY_MAX: f64 = 0.02;
/// The size and the strength at which a share of the best in hindsight is asked for.
const NATIONAL: (u32, &str, f64) = (50_000, "0.35", 0.985);

struct Row {
    year: Year,
    ours: Value,
    /// The peer's year; not there when it was not run.
    peer: Value,
    /// The year with each of the wrong beliefs.
    wrong: Vec<Value>,
}

pub(super) fn report(bench: &Bench) -> Result<String> {
    let mut rows = Vec::new();
    for year in bench.years_beside(PEER)? {
        let name = year.name.clone();
        rows.push(row(bench, year).context(name)?);
    }
    let head = [
        "year",
        "ours",
        "Pot2",
        "points",
        "placed",
        "Pot2",
        "imbalance",
        "Pot2",
        "20 % low",
        "25 % high",
        "longest wait, weeks",
        "week, CPU s",
        "of Pot2's",
    ];
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let mut text = table(&head, &lines) + "\n" + &by_size(bench, &rows) + "\n";
    for verdict in verdicts(bench, &rows) {
        text += &(verdict + "\n");
    }
    let about = format!(
        "\nOurs and Pot2: the value as a part of the bound that is proved for the best plan in hindsight. Both draw \
         {FUTURES} future a week and thin it out above {THINNED} cases. Wrong forecasts: points lost against the \
         right one. A week: the mean, CPU time.\n"
    );
    text += &about;
    text.extend([bench.peers.origin(), bench.measured_on()]);
    Ok(text)
}

fn row(bench: &Bench, year: Year) -> Result<Row> {
    println!("simulating {}", year.name);
    let simulate = |more: &[&str]| {
        let words = ["simulate", "--futures", FUTURES];
        bench.programs.place(&[&words, more].concat(), &[&year.folder])
    };
    let ours = simulate(&[])?;
    let cases = ours["cases"].as_u64().context("the program does not say how many cases there are")?;
    let mut wrong = Vec::new();
    for (_, times, of) in BELIEFS {
        wrong.push(simulate(&["--believed-total", &(cases * times / of).to_string()])?);
    }
    let args = [FUTURES, THINNED, "1", "pot"];
    let peer = bench.peers.answer(&year, PEER, "online.py", &args)?.unwrap_or_default();
    Ok(Row { year, ours, peer, wrong })
}

impl Row {
    fn ours_share(&self) -> f64 {
        number(&self.ours, "share_of_bound")
    }

    fn peer_share(&self) -> f64 {
        ratio(number(&self.peer, "obj"), number(&self.ours, "hindsight_bound"))
    }

    fn points_more(&self) -> f64 {
        points(self.ours_share(), self.peer_share())
    }

    /// Returns the points that a wrong belief costs; the first one is low, the second one high.
    fn lost(&self, belief: usize) -> f64 {
        self.wrong
            .get(belief)
            .map_or(f64::NAN, |wrong| points(self.ours_share(), number(wrong, "share_of_bound")))
    }

    fn imbalance(&self) -> f64 {
        ratio(number(&self.ours, "imbalance"), number(&self.peer, "imbalance"))
    }

    fn latency(&self) -> f64 {
        let weeks = number(&self.ours, "weeks");
        ratio(number(&self.ours, "week_cpu_seconds_mean"), ratio(number(&self.peer, "cpu_s"), weeks))
    }
}

fn line(row: &Row) -> Vec<String> {
    vec![
        row.year.name.clone(),
        shown(row.ours_share(), 4),
        shown(row.peer_share(), 4),
        shown(row.points_more(), 2),
        row.ours["placed_persons"].to_string(),
        row.peer["placed"].as_u64().map_or_else(|| "–".to_owned(), |placed| placed.to_string()),
        shown(number(&row.ours, "imbalance"), 3),
        shown(number(&row.peer, "imbalance"), 3),
        shown(row.lost(0), 2),
        shown(row.lost(1), 2),
        row.ours["longest_wait_weeks"].to_string(),
        shown(number(&row.ours, "week_cpu_seconds_mean"), 4),
        shown(row.latency(), 3),
    ]
}

/// What is told of all years of a size.
struct Means {
    persons: u32,
    years: usize,
    points: f64,
    imbalance: f64,
    lost: f64,
    latency: f64,
}

fn means(bench: &Bench, rows: &[Row]) -> Vec<Means> {
    let of_size = |size: &u32| {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.year.persons == *size).collect();
        let of = |figure: &dyn Fn(&Row) -> f64| mean(&rows.iter().map(|row| figure(row)).collect::<Vec<_>>());
        Means {
            persons: *size,
            years: rows.len(),
            points: of(&Row::points_more),
            imbalance: of(&Row::imbalance),
            lost: of(&|row| less(row.ours_share(), row.peer_share())),
            latency: of(&Row::latency),
        }
    };
    bench.options.sizes.iter().map(of_size).filter(|size| size.years > 0).collect()
}

fn by_size(bench: &Bench, rows: &[Row]) -> String {
    let head = ["mean at", "years", "points above Pot2", "imbalance of Pot2's", "a week of Pot2's"];
    let lines = means(bench, rows).into_iter().map(|size| {
        vec![
            size.persons.to_string(),
            size.years.to_string(),
            shown(size.points, 2),
            shown(size.imbalance, 3),
            shown(size.latency, 3),
        ]
    });
    table(&head, &lines.collect::<Vec<_>>())
}

fn verdicts(bench: &Bench, rows: &[Row]) -> Vec<String> {
    let mut said = Vec::new();
    let all = |of: &dyn Fn(&Row) -> f64| rows.iter().map(of).collect::<Vec<f64>>();
    let sizes = means(bench, rows);
    let more = mean(&all(&Row::points_more));
    if more.is_finite() {
        let worst = least(&sizes.iter().map(|size| size.points).collect::<Vec<_>>());
        let figure = format!("{} points in the mean, {} at the worst size", shown(more, 2), shown(worst, 2));
        let met = more >= POINTS_MORE && worst >= 0.0;
        said.push(verdict("At least 0.5 points above Pot2 in the mean, at no size below", &figure, met));
    }
    for size in sizes.iter().filter(|size| size.imbalance.is_finite()) {
        let figure = format!("{} × at {} of the value", shown(size.imbalance, 3), percent(size.lost, 2));
        let met = size.imbalance <= IMBALANCE_MAX && size.lost <= VALUE_LOST_MAX;
        let target = "Imbalance at most 0.5 × Pot2's at no more than 0.5 % of the value";
        said.push(verdict(&format!("{target}, {}", size.persons), &figure, met));
    }
    for (at, (name, ..)) in BELIEFS.iter().enumerate() {
        let lost = mean(&all(&|row| row.lost(at)));
        let figure = format!("{} points in the mean", shown(lost, 2));
        said.push(verdict(
            &format!("A forecast {name} costs at most 0.5 points"),
            &figure,
            lost <= FORECAST_POINTS_MAX,
        ));
    }
    let (persons, kappa, share_min) = NATIONAL;
    let national: Vec<&Row> =
        rows.iter().filter(|row| row.year.persons == persons && row.year.kappa == kappa).collect();
    if !national.is_empty() {
        let share = least(&national.iter().map(|row| row.ours_share()).collect::<Vec<_>>());
        let target = "At least 0.985 of the bound in hindsight at 50 000, κ 0.35";
        said.push(verdict(target, &format!("at least {}", shown(share, 4)), share >= share_min));
    }
    let latency = sizes.iter().find(|size| size.persons == persons).map_or(f64::NAN, |size| size.latency);
    if latency.is_finite() {
        let figure = format!("{} × in the mean", shown(latency, 3));
        said.push(verdict("A week at 50 000 takes at most 0.02 × Pot2's", &figure, latency <= LATENCY_MAX));
    }
    said
}
