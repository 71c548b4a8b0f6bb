//! A year week by week, held against what could have been done had everything been known.

mod floors;
mod waits;

pub use floors::{HeldFloors, HeldGroup, HeldRegion};
pub use waits::Waits;

use super::{gap, worth};
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_settlement::{Instance, Plan};
use styrbord_solvers::simulate::{Outcome, Setting, best_gain, simulate as run};
use styrbord_solvers::{Effort, Order, Solution};

/// A year that was run.
#[derive(Debug, Clone)]
pub struct Simulated {
    /// The year in figures.
    pub report: SimulateReport,
    /// How many persons had come and had been placed by the end of each week.
    pub weeks: Vec<Week>,
}

/// The sums up to a week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Week {
    /// Persons who had come.
    pub arrived: u64,
    /// Persons who had been placed.
    pub placed: u64,
}

/// A year in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimulateReport {
    /// Persons to be settled.
    pub persons: u64,
    /// Cases to be settled.
    pub cases: usize,
    /// Persons with a place at the year's end.
    pub placed_persons: u64,
    /// Cases without a place at the year's end.
    pub unplaced_cases: usize,
    /// What the placements are worth.
    pub value: f64,
    /// What a plan that knew the whole year is worth.
    pub hindsight_value: f64,
    /// No plan of the whole year is worth more.
    pub hindsight_bound: f64,
    /// The value as a part of that bound.
    pub share_of_bound: f64,
    /// The part of the intake that stood elsewhere than an even one would have put it, mean over the weeks.
    pub imbalance: f64,
    /// How long those waited who were placed: from the week in which they came to the one in which they got a place.
    pub waited: Waits,
    /// How long those have waited who have no place at the year's end: from the week in which they came to that end.
    pub waiting: Waits,
    /// The longest of both, in weeks.
    pub longest_wait_weeks: u32,
    /// Each group of origin.
    pub groups: Vec<Group>,
    /// What floors and ceilings came to; none when there were none.
    pub floors: Option<HeldFloors>,
    /// Weeks of the year.
    pub weeks: u32,
    /// How long a week took in the middle: half of them took less.
    pub week_seconds_p50: Option<f64>,
    /// How long a week took in the mean, as far as the caller knows.
    pub week_seconds_mean: Option<f64>,
    /// How long a processor was busy with a week in the mean.
    pub week_cpu_seconds_mean: Option<f64>,
    /// How long the slowest week took.
    pub week_seconds_max: Option<f64>,
    /// How long a processor was busy.
    pub cpu_seconds: Option<f64>,
    /// The most memory used.
    pub peak_mb: Option<f64>,
}

/// A group of origin in a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Its number in the files.
    pub origin_group: u32,
    /// Its persons.
    pub persons: u64,
    /// Those who were placed.
    pub placed_persons: u64,
    /// What their placements are worth.
    pub value: f64,
    /// What they are worth in the plan that knew the whole year.
    pub hindsight_value: f64,
    /// What they are worth as a part of what they would be if each case had the place that is best for it.
    pub value_share: f64,
}

/// Runs a year; `see` gets each week that is done and says whether to go on.
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "what is shown of exact units")]
pub fn simulate(
    instance: &Instance,
    pool: &Instance,
    setting: &Setting,
    see: &mut dyn FnMut(u32) -> bool,
) -> Simulated {
    let mut going = true;
    let outcome = run(instance, pool, setting, &mut |week| {
        going = see(week);
        going
    });
    let hindsight = hindsight(instance, setting, outcome.weeks);
    let scale = instance.gains.scale();
    let (waited, waiting) = waits::of(instance, &outcome);
    let report = SimulateReport {
        persons: instance.persons(),
        cases: instance.cases.len(),
        placed_persons: outcome.placed_persons,
        unplaced_cases: outcome.plan.unplaced_cases(),
        value: worth(outcome.value, scale),
        hindsight_value: worth(hindsight.value, scale),
        hindsight_bound: worth(hindsight.bound, scale),
        share_of_bound: 1.0 - gap(outcome.value, hindsight.bound),
        imbalance: outcome.imbalance_ppm as f64 / 1e6,
        longest_wait_weeks: waited.weeks_max.max(waiting.weeks_max),
        waited,
        waiting,
        groups: groups(instance, &outcome.plan, &hindsight.plan),
        floors: floors::held(instance, pool, setting, &outcome, going),
        weeks: outcome.weeks,
        week_seconds_p50: None,
        week_seconds_mean: None,
        week_cpu_seconds_mean: None,
        week_seconds_max: None,
        cpu_seconds: None,
        peak_mb: None,
    };
    Simulated { report, weeks: weeks(instance, &outcome) }
}

/// Returns the plan of one who knows the whole year, and for whom all its room is there from the first week.
fn hindsight(instance: &Instance, setting: &Setting, weeks: u32) -> Solution {
    let quick = Order { effort: Effort::Quick, ..Order::default() };
    if setting.openings.is_empty() {
        return styrbord_solvers::solve(instance, &quick, &mut |_| true);
    }
    let mut whole = instance.clone();
    for opening in setting.openings.iter().filter(|opening| opening.week < weeks) {
        if let Some(place) = whole.places.get_mut(opening.place as usize) {
            place.capacity += opening.capacity;
        }
    }
    styrbord_solvers::solve(&whole, &quick, &mut |_| true)
}

/// Persons, those placed, and what is worth: the plan, that in hindsight, and the best place of each case.
type Sums = (u64, u64, [i64; 3]);

fn groups(instance: &Instance, plan: &Plan, hindsight: &Plan) -> Vec<Group> {
    let mut sums: BTreeMap<u32, Sums> = BTreeMap::new();
    for (index, case) in instance.cases.iter().enumerate() {
        let gain = |plan: &Plan| {
            let home = plan.homes.get(index).copied().flatten();
            home.map(|place| instance.gain(index, place as usize).unwrap_or(0))
        };
        let sum = sums.entry(case.origin_group).or_default();
        let persons = u64::from(case.persons);
        sum.0 += persons;
        sum.1 += if gain(plan).is_some() { persons } else { 0 };
        let gains = [gain(plan).unwrap_or(0), gain(hindsight).unwrap_or(0), best_gain(instance, index)];
        for (sum, gain) in sum.2.iter_mut().zip(gains) {
            *sum += gain;
        }
    }
    let scale = instance.gains.scale();
    let group = |(origin_group, (persons, placed_persons, [value, hindsight, best])): (u32, Sums)| Group {
        origin_group,
        persons,
        placed_persons,
        value: worth(value, scale),
        hindsight_value: worth(hindsight, scale),
        value_share: floors::of_parts((value, best)),
    };
    sums.into_iter().map(group).collect()
}

fn weeks(instance: &Instance, outcome: &Outcome) -> Vec<Week> {
    let mut weeks = vec![Week::default(); outcome.weeks as usize];
    for (case, waited) in instance.cases.iter().zip(&outcome.waited_weeks) {
        let persons = u64::from(case.persons);
        if let Some(week) = weeks.get_mut(case.week as usize) {
            week.arrived += persons;
        }
        let placed = waited.and_then(|waited| weeks.get_mut((case.week + waited) as usize));
        if let Some(week) = placed {
            week.placed += persons;
        }
    }
    let mut sum = Week::default();
    for week in &mut weeks {
        sum = Week { arrived: sum.arrived + week.arrived, placed: sum.placed + week.placed };
        *week = sum;
    }
    weeks
}
