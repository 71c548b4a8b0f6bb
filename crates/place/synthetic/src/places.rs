//! Municipalities as hosts: how much room they have, and what they offer.

use crate::municipalities::{Municipality, municipalities};
use crate::numbers::{Chance, ln, logistic, power};

/// How many kinds of services there are.
pub(crate) const SERVICES: usize = 5;
/// How many sectors work is found in.
pub(crate) const SECTORS: usize = 10;
/// How the room grows with the population.
const BY_POPULATION: f64 = 0.7;
/// Nobody is asked to settle fewer.
const ROOM_MIN: f64 = 5.0;

/// A municipality and what is invented about it.
#[derive(Debug, Clone)]
pub struct Host {
    /// The municipality.
    pub municipality: Municipality,
    /// How many persons it has room for.
    pub capacity: u32,
    /// Which services it has: hospital, large dwellings, care for minors alone, dwellings without steps, adult
    /// education.
    pub(crate) services: [bool; SERVICES],
    /// How much of its work each sector gives, 1 the country's mean.
    pub(crate) sectors: [f64; SECTORS],
    /// How easy work is found.
    pub(crate) labour: f64,
    /// It has schools for those who studied before.
    pub(crate) schools: bool,
}

/// Invents room for some persons, and services and work in each municipality.
pub(crate) fn invent(chance: Chance, persons: u32) -> Vec<Host> {
    let all = municipalities();
    let weights: Vec<f64> = all
        .iter()
        .zip(0..)
        .map(|(one, at)| {
            let spread = 1.0 + 0.18 * chance.part(1).part(at).normal();
            power(f64::from(one.population), BY_POPULATION) * spread.clamp(0.5, 1.6)
        })
        .collect();
    let rooms = share_out(&weights, persons + persons.div_ceil(20));
    let host = |((municipality, capacity), at): ((Municipality, u32), u64)| {
        let own = chance.part(2).part(at);
        // From about -2 in the smallest to about 2 in the largest.
        let size = (ln(f64::from(municipality.population)) - 8.6) / 1.15;
        let central = f64::from(4_u32.saturating_sub(municipality.centrality));
        let offers = |service: usize| {
            let common = [0.6, 0.8, 1.1, 1.5, 1.9].get(service).copied().unwrap_or(1.0);
            own.part(10).part(service as u64).happens(logistic(common + 0.7 * size + 0.3 * central))
        };
        let region = chance.part(3).part(u64::from(municipality.labour_market_region));
        Host {
            municipality,
            capacity,
            services: std::array::from_fn(offers),
            sectors: sectors(own.part(11), region.part(1)),
            labour: 0.3 * own.part(12).normal() + 0.35 * region.part(2).normal() + 0.12 * size,
            schools: own.part(13).happens(logistic(0.3 + 1.2 * size)),
        }
    };
    all.into_iter().zip(rooms).zip(0..).map(host).collect()
}

/// Shares room out by weight. Whoever would get less than the least is not asked; the lightest are left out first.
fn share_out(weights: &[f64], room: u32) -> Vec<u32> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]).then(a.cmp(b)));
    let total = f64::from(room);
    while order.len() > 1 {
        let sum: f64 = order.iter().map(|index| weights[*index]).sum();
        let least = order.last().map_or(0.0, |index| weights[*index]);
        if total * least / sum >= ROOM_MIN {
            break;
        }
        order.pop();
    }
    let sum: f64 = order.iter().map(|index| weights[*index]).sum();
    let mut rooms = vec![0; weights.len()];
    let mut parts = Vec::new();
    for index in order {
        let share = total * weights[index] / sum;
        rooms[index] = share as u32;
        parts.push((share - share.floor(), index));
    }
    parts.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let left = room.saturating_sub(rooms.iter().sum());
    for (_, index) in parts.into_iter().take(left as usize) {
        rooms[index] += 1;
    }
    rooms
}

/// Returns how much work each sector gives: by the region and by the place itself.
fn sectors(own: Chance, region: Chance) -> [f64; SECTORS] {
    let draw = |sector: usize| {
        let spread = 0.85 * own.part(sector as u64).normal() + 0.75 * region.part(sector as u64).normal();
        crate::numbers::exp(spread)
    };
    let drawn: [f64; SECTORS] = std::array::from_fn(draw);
    let mean = drawn.iter().sum::<f64>() / SECTORS as f64;
    drawn.map(|weight| weight / mean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_shared_out_whole_and_nobody_is_asked_for_few() {
        for (persons, least, most) in [(1_000, 60, 130), (5_000, 230, 330), (50_000, 357, 357)] {
            let hosts = invent(Chance::of(1), persons);
            let rooms: Vec<u32> = hosts.iter().map(|host| host.capacity).filter(|room| *room > 0).collect();
            assert_eq!(rooms.iter().sum::<u32>(), persons + persons / 20);
            assert!((least..=most).contains(&rooms.len()), "{persons}: {}", rooms.len());
            assert!(rooms.iter().all(|room| *room >= 5));
        }
    }
}
