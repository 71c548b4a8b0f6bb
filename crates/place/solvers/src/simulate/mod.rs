//! A year week by week: nobody knows who comes next.
//!
//! Each week the batch is placed for good. A price per place stands for what its room will be worth to those who are
//! still to come; it is read from relaxed problems over cases drawn from last year's pool. Policies differ in which
//! prices they take and in what they do with them ([`Policy`]).

mod batch;
mod floors;
mod forecast;
mod lead;
mod policy;
mod potentials;
mod year;

pub use floors::best_gain;
pub use policy::{Policy, Setting};

use batch::Batch;
use floors::Steering;
use potentials::Potentials;
use styrbord_settlement::{Instance, Plan};
use year::Year;

/// What a year came to.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Who lives where at the year's end.
    pub plan: Plan,
    /// What the plan is worth, in units.
    pub value: i64,
    /// How many persons were placed.
    pub placed_persons: u64,
    /// How far the intake was from an even one: the share of the intake so far that stood in another place than an
    /// even intake would have put it, mean over the weeks from the fifth to the fifth last, in millionths.
    pub imbalance_ppm: i64,
    /// For each case how many weeks it waited; none was not placed.
    pub waited_weeks: Vec<Option<u32>>,
    /// Weeks of the year.
    pub weeks: u32,
    /// For each rule on a region the price that kept it, units per person, mean over the weeks; above 0 it kept
    /// persons out, below 0 it drew them in.
    pub region_prices: Vec<i64>,
    /// For each rule on a group how much more its gains counted, in thousandths, mean over the weeks.
    pub group_weights: Vec<i64>,
}

/// Runs a year under a policy. `pool` has last year's cases and the same places. `see` gets each week that is done
/// and says whether to go on.
pub fn simulate(
    instance: &Instance,
    pool: &Instance,
    setting: &Setting,
    see: &mut dyn FnMut(u32) -> bool,
) -> Outcome {
    let weeks = instance.cases.iter().map(|case| case.week + 1).max().unwrap_or(0);
    let mut year = Year::begin(instance, &setting.openings);
    let mut outcome = Outcome { weeks, waited_weeks: vec![None; instance.cases.len()], ..Outcome::default() };
    let mut potentials = Potentials::new(instance, pool, setting, weeks);
    let mut steering = Steering::new(&setting.floors, potentials.spread());
    let mut drift = Vec::new();
    for week in 0..weeks {
        if year.begin_week(week) {
            steering.learn(&year);
            let mut prices = potentials.of_week(&year);
            steering.add_to(&mut prices, instance);
            let lead = potentials.lead(&year);
            let batch = Batch {
                cases: std::mem::take(&mut year.waiting),
                lead,
                prices: &prices,
                weights: steering.weights(),
                largest: potentials.largest(),
                setting,
            };
            for (case, home) in batch.place(&year) {
                year.settle(case, home);
                outcome.waited_weeks[case as usize] = home.map(|_| week - instance.cases[case as usize].week);
            }
        }
        drift.extend(year.imbalance_ppm());
        if !see(week) {
            break;
        }
    }
    outcome.imbalance_ppm = mean(drift.get(4..drift.len().saturating_sub(4)).unwrap_or(&drift));
    outcome.placed_persons = year.placed;
    let homes = year.plan.homes.iter().enumerate();
    outcome.value = homes.filter_map(|(case, home)| instance.gain(case, (*home)? as usize)).sum();
    (outcome.region_prices, outcome.group_weights) = steering.means();
    outcome.plan = year.plan;
    outcome
}

fn mean(figures: &[i64]) -> i64 {
    figures.iter().sum::<i64>() / (figures.len() as i64).max(1)
}
