//! Which prices a policy takes.

use super::Year;
use super::forecast::{Forecast, Sample};
use crate::prices;
use crate::random::Random;
use crate::transport::{Flow, Transport, solve, solve_from};
use styrbord_settlement::Instance;

/// How the weeks of a year are placed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Policy {
    /// Best for the batch; the future is worth nothing.
    Greedy,
    /// Potentials of Ahani and others (2024): the largest prices of the cases to come.
    Pot1,
    /// Potentials of the same: the smallest prices of the batch and the cases to come.
    Pot2,
    /// Pot2 with a price on a lead over an even intake, in hundredths of the worth of a person.
    Balanced(u32),
    /// Potentials that remember, with a price on a lead, room kept for families, and a forecast that learns.
    #[default]
    Steady,
}

/// What a simulation is run with.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The policy.
    pub policy: Policy,
    /// How many futures are drawn each week.
    pub futures: u32,
    /// The most cases of a future; more are thinned out and the room with them.
    pub cases_max: usize,
    /// How many cases are believed to come in the whole year; none is the true number.
    pub believed_total: Option<usize>,
    /// Where the drawing begins.
    pub seed: u64,
}

impl Default for Setting {
    fn default() -> Self {
        Setting { policy: Policy::Steady, futures: 5, cases_max: 4_000, believed_total: None, seed: 7 }
    }
}

/// The share of a week's own prices in the remembered ones, in 1/16.
const FRESH: i64 = 5;
/// The price on a lead over an even intake, in hundredths of the worth of a person.
const LEAD: i64 = 6;

/// Prices from week to week.
pub(super) struct Prices<'a> {
    pool: &'a Instance,
    setting: &'a Setting,
    forecast: Forecast,
    random: Random,
    remembered: Option<Vec<i32>>,
}

impl<'a> Prices<'a> {
    pub(super) fn new(instance: &Instance, pool: &'a Instance, setting: &'a Setting, weeks: u32) -> Self {
        let total = setting.believed_total.unwrap_or(instance.cases.len());
        Prices {
            pool,
            setting,
            forecast: Forecast::new(total, weeks, setting.policy == Policy::Steady),
            random: Random::new(setting.seed),
            remembered: None,
        }
    }

    /// Returns the prices for a week's batch, units per person.
    pub(super) fn of_week(&mut self, year: &Year<'_>, week: u32) -> Vec<i32> {
        let places = year.room.len();
        if self.setting.policy == Policy::Greedy {
            return vec![0; places];
        }
        let coming = self.forecast.coming(year.seen, week);
        let mut sums = vec![0_i64; places];
        for _ in 0..self.setting.futures.max(1) {
            let prices = self.of_future(year, coming);
            for (sum, price) in sums.iter_mut().zip(prices) {
                *sum += i64::from(price);
            }
        }
        let futures = i64::from(self.setting.futures.max(1));
        let mut prices: Vec<i32> = sums.into_iter().map(|sum| (sum / futures) as i32).collect();
        if self.setting.policy == Policy::Steady {
            self.remember(&mut prices);
        }
        let lead = match self.setting.policy {
            Policy::Balanced(hundredths) => i64::from(hundredths),
            Policy::Steady => LEAD,
            Policy::Greedy | Policy::Pot1 | Policy::Pot2 => 0,
        };
        add_lead(year, &mut prices, lead * i64::from(year.instance.gains.scale()) / 100);
        prices
    }

    /// Returns the prices of one future.
    fn of_future(&mut self, year: &Year<'_>, coming: usize) -> Vec<i32> {
        let with_batch = self.setting.policy != Policy::Pot1;
        let batch = if with_batch { year.waiting.as_slice() } else { &[] };
        let sample = Sample::draw(self.pool, year, batch, coming, self.setting.cases_max, &mut self.random);
        let problem =
            Transport { persons: &sample.persons, capacity: &sample.capacity, gains: &sample.gains };
        let mut flow: Flow = match &self.remembered {
            Some(begin) => solve_from(problem, begin),
            None => solve(problem),
        };
        match self.setting.policy {
            Policy::Pot1 => {
                // A place whose room nobody in the future needs less of has no largest price.
                let limit = year.instance.gains.scale().saturating_mul(2);
                let largest = prices::largest(&mut flow);
                largest
                    .into_iter()
                    .zip(&year.room)
                    .map(|(p, room)| if *room == 0 { 0 } else { p.min(limit) })
                    .collect()
            }
            _ => prices::smallest(&mut flow),
        }
    }

    /// Mixes a week's prices with those of the weeks before: a drawn future is one of many.
    fn remember(&mut self, prices: &mut [i32]) {
        if let Some(before) = &self.remembered {
            for (price, before) in prices.iter_mut().zip(before) {
                *price = ((i64::from(*price) * FRESH + i64::from(*before) * (16 - FRESH)) / 16) as i32;
            }
        }
        self.remembered = Some(prices.to_vec());
    }
}

/// Raises the prices of places that are ahead of an even intake, and lowers those that are behind.
fn add_lead(year: &Year<'_>, prices: &mut [i32], per_person: i64) {
    let all: i64 = year.instance.places.iter().map(|place| i64::from(place.capacity)).sum();
    if per_person == 0 || all == 0 {
        return;
    }
    for ((price, place), room) in prices.iter_mut().zip(&year.instance.places).zip(&year.room) {
        let capacity = i64::from(place.capacity);
        if capacity > 0 {
            let done = capacity - i64::from(*room);
            let ahead = done * per_person / capacity - year.placed as i64 * per_person / all;
            *price += ahead as i32;
        }
    }
}
