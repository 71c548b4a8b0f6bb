//! What the room of each place will be worth to those who are still to come.

use super::forecast::{Forecast, Sample, Sources};
use super::lead::{Lead, spread};
use super::{Policy, Setting, Year};
use crate::prices;
use crate::random::Random;
use crate::transport::{Flow, Transport, solve, solve_roughly};
use styrbord_settlement::{Gains, Instance};

/// The share of a week's own prices in the remembered ones, in 1/16.
const FRESH: i64 = 6;

/// Prices from week to week.
pub(super) struct Potentials<'a> {
    pool: &'a Instance,
    setting: &'a Setting,
    forecast: Forecast,
    random: Random,
    remembered: Option<Vec<i32>>,
    lead: Lead,
    spread: i64,
    largest: i64,
}

impl<'a> Potentials<'a> {
    pub(super) fn new(instance: &Instance, pool: &'a Instance, setting: &'a Setting, weeks: u32) -> Self {
        let total = setting.believed_total.unwrap_or(instance.cases.len());
        let spread = spread(pool);
        let lead = match setting.policy {
            Policy::Balanced(hundredths) => {
                let price = i64::from(hundredths) * i64::from(instance.gains.scale()) / 100;
                Lead { price, damping: 0, foresight: 0 }
            }
            Policy::Steady => {
                Lead::steady(instance.places.iter().map(|place| i64::from(place.capacity)).sum(), spread)
            }
            Policy::Greedy | Policy::Pot1 | Policy::Pot2 => Lead { price: 0, damping: 0, foresight: 0 },
        };
        let most = |of: &Instance| (0..of.cases.len()).flat_map(|case| of.gains.row(case)).copied().max();
        Potentials {
            pool,
            setting,
            forecast: Forecast::new(total, weeks, setting.policy == Policy::Steady),
            random: Random::new(setting.seed),
            remembered: None,
            lead,
            spread,
            largest: i64::from(most(instance).max(most(pool)).unwrap_or(0).max(1)),
        }
    }

    /// Returns what a lead over an even intake costs this week.
    pub(super) fn lead(&self, year: &Year<'_>) -> Lead {
        self.lead.of_week(year)
    }

    /// Returns how far apart places are for a person, in units.
    pub(super) fn spread(&self) -> i64 {
        self.spread
    }

    /// Returns the largest gain of a person, in units.
    pub(super) fn largest(&self) -> i64 {
        self.largest
    }

    /// Returns the prices for a week's batch, units per person.
    pub(super) fn of_week(&mut self, year: &Year<'_>) -> Vec<i32> {
        let places = year.room.len();
        if self.setting.policy == Policy::Greedy {
            return vec![0; places];
        }
        let coming = self.forecast.coming(year.arrived.len(), year.week);
        let mut sums = vec![0_i64; places];
        for _ in 0..self.setting.futures.max(1) {
            for (sum, price) in sums.iter_mut().zip(self.of_future(year, coming)) {
                *sum += i64::from(price);
            }
        }
        let futures = i64::from(self.setting.futures.max(1));
        let mut prices: Vec<i32> = sums.into_iter().map(|sum| (sum / futures) as i32).collect();
        if self.setting.policy == Policy::Steady {
            self.remember(&mut prices);
        }
        self.lead.of_week(year).add_to(&mut prices, year);
        prices
    }

    /// Returns the prices of one future.
    fn of_future(&mut self, year: &Year<'_>, coming: usize) -> Vec<i32> {
        let with_batch = self.setting.policy != Policy::Pot1;
        let batch = if with_batch { year.waiting.as_slice() } else { &[] };
        let sources = Sources { pool: self.pool, learns: self.setting.policy == Policy::Steady };
        let sample = Sample::draw(sources, year, batch, coming, self.setting.cases_max, &mut self.random);
        let problem =
            Transport { persons: &sample.persons, capacity: &sample.capacity, gains: &sample.gains };
        let mut flow: Flow = match &self.remembered {
            Some(before) => solve_roughly(problem, &lowered(before)),
            None => solve(problem),
        };
        match self.setting.policy {
            Policy::Pot1 => {
                // A place whose room nobody in the future needs less of has no largest price.
                let limit = year.instance.gains.scale().saturating_mul(2).min(Gains::MAX);
                let largest = prices::largest(&mut flow).into_iter().zip(&year.room);
                largest.map(|(price, room)| if *room == 0 { 0 } else { price.min(limit) }).collect()
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

/// Returns prices a little below those of the weeks before. Raising a price that is too low is cheaper than lowering
/// one that is too high, and leaves no room behind.
fn lowered(prices: &[i32]) -> Vec<i32> {
    prices.iter().map(|price| price - price / 8).collect()
}
