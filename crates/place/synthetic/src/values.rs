//! What a family is worth in a place: how many of its adults are expected to find work.

use crate::cases::{Adult, Family};
use crate::numbers::{Chance, ln, logistic};
use crate::places::Host;

/// What each group of origin adds to the odds everywhere.
const BY_GROUP: [f64; 6] = [0.40, 0.05, -0.15, -0.25, -0.40, 0.15];

/// Values of families in the places of a year.
#[derive(Debug, Clone)]
pub struct Values<'a> {
    hosts: &'a [Host],
    strength: f64,
    /// Logarithm of how much work each sector gives, by place.
    sectors: Vec<Vec<f64>>,
    /// What those who live there already add, by group and place.
    networks: Vec<Vec<f64>>,
}

impl<'a> Values<'a> {
    pub(crate) fn new(chance: Chance, strength: f64, hosts: &'a [Host]) -> Self {
        let sectors =
            hosts.iter().map(|host| host.sectors.iter().map(|weight| ln(weight + 0.08)).collect()).collect();
        let network = |group: u64, host: &Host| {
            let region = u64::from(host.municipality.labour_market_region);
            let place = u64::from(host.municipality.population);
            let own = chance.part(20 + group);
            0.2 * own.part(1).part(region).normal() + 0.2 * own.part(2).part(place).normal()
        };
        let networks = (0..BY_GROUP.len() as u64)
            .map(|group| hosts.iter().map(|host| network(group, host)).collect())
            .collect();
        Values { hosts, strength, sectors, networks }
    }

    /// Returns the index of each place that can take a family, with its value there; a tied family has its own only.
    pub fn of(&self, family: &Family) -> Vec<(usize, f64)> {
        let places = match family.tied_place {
            Some(place) => place..place + 1,
            None => 0..self.hosts.len(),
        };
        let fits = |place: &usize| self.hosts.get(*place).is_some_and(|host| family.can_live_in(host));
        places.filter(fits).map(|place| (place, self.value(family, place))).collect()
    }

    fn value(&self, family: &Family, place: usize) -> f64 {
        let in_work = |(at, adult): (usize, &Adult)| self.chance_of_work(family, adult, at as u64, place);
        let value: f64 = family.adults.iter().enumerate().map(in_work).sum();
        (value * 1e6).round() / 1e6
    }

    fn chance_of_work(&self, family: &Family, adult: &Adult, at: u64, place: usize) -> f64 {
        let group = family.origin_group as usize;
        let host = &self.hosts[place];
        let children = family.persons as usize - family.adults.len();
        let years = f64::from(adult.age) - 34.0;
        let anywhere =
            -1.45 + 0.27 * f64::from(adult.education) - 0.0006 * years * years - 0.06 * children as f64
                + BY_GROUP[group];
        let studied = if adult.education >= 2 && host.schools { 0.3 } else { 0.0 };
        let chance = family.chance.part(at).part(place as u64);
        let here = host.labour
            + 0.6 * self.sectors[place][adult.sector]
            + studied
            + self.networks[group][place]
            + 0.2 * chance.normal();
        // The mean over places stays where it is when the places matter less.
        let work = logistic(anywhere + self.strength * here - 0.2 * (1.0 - self.strength));
        if adult.age >= 62 { work * 0.3 } else { work }
    }
}
