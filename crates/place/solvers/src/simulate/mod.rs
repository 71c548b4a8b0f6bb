//! A year week by week: nobody knows who comes next.
//!
//! Each week the batch is placed for good. A price per place stands for what its room will be worth to those who are
//! still to come; it is read from relaxed problems over cases drawn from last year's pool. Policies differ in which
//! prices they take and in what they do with them ([`Policy`]).

mod batch;
mod forecast;
mod policy;

pub use policy::{Policy, Setting};

use batch::Batch;
use policy::Prices;
use styrbord_settlement::{Instance, Plan};

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
}

/// A year that is under way.
pub(crate) struct Year<'a> {
    /// The year as it turns out.
    pub instance: &'a Instance,
    /// The room that is left.
    pub room: Vec<u32>,
    /// Who lives where so far.
    pub plan: Plan,
    /// Cases that came and have no place yet.
    pub waiting: Vec<u32>,
    /// How many cases have come.
    pub seen: usize,
    /// How many persons live somewhere.
    pub placed: u64,
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
    let mut year = Year {
        instance,
        room: instance.places.iter().map(|place| place.capacity).collect(),
        plan: Plan::empty(instance),
        waiting: Vec::new(),
        seen: 0,
        placed: 0,
    };
    let mut outcome = Outcome { weeks, waited_weeks: vec![None; instance.cases.len()], ..Outcome::default() };
    let mut prices = Prices::new(instance, pool, setting, weeks);
    let mut drift = Vec::new();
    for week in 0..weeks {
        let arrived: Vec<u32> = (0..instance.cases.len() as u32)
            .filter(|case| instance.cases[*case as usize].week == week)
            .collect();
        year.seen += arrived.len();
        year.waiting.extend(arrived);
        if !year.waiting.is_empty() {
            let price = prices.of_week(&year, week);
            let batch = Batch { cases: std::mem::take(&mut year.waiting), prices: &price, setting };
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
    outcome.plan = year.plan;
    outcome
}

impl Year<'_> {
    /// Gives a case its home, or lets it wait on.
    fn settle(&mut self, case: u32, home: Option<u32>) {
        let Some(place) = home else {
            self.waiting.push(case);
            return;
        };
        let persons = self.instance.cases[case as usize].persons;
        self.room[place as usize] -= persons;
        self.placed += u64::from(persons);
        self.plan.homes[case as usize] = Some(place);
    }

    /// Returns how far the intake so far is from an even one, in millionths; none before anybody is placed.
    fn imbalance_ppm(&self) -> Option<i64> {
        let all: i128 = self.instance.places.iter().map(|place| i128::from(place.capacity)).sum();
        let placed = i128::from(self.placed);
        if placed == 0 || all == 0 {
            return None;
        }
        let apart = self.instance.places.iter().zip(&self.room).map(|(place, room)| {
            let capacity = i128::from(place.capacity);
            ((capacity - i128::from(*room)) * all - capacity * placed).abs()
        });
        i64::try_from(apart.sum::<i128>() * 500_000 / (placed * all)).ok()
    }
}

fn mean(figures: &[i64]) -> i64 {
    figures.iter().sum::<i64>() / (figures.len() as i64).max(1)
}
