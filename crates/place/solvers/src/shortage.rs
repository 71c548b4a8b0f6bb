//! Why not everybody can be settled.
//!
//! First families may be split: when even then some are left, the prices of that relaxation name the places that
//! are full and the cases that can go nowhere else. Otherwise it is the wholeness of families, and prices on cases
//! may prove it.

use crate::kinds::{self, Kinds};
use crate::knapsack::{Descent, Offers, descend, evaluate};
use crate::order::Shortage;
use crate::prices;
use crate::transport::{self, Transport};
use styrbord_settlement::{Gains, Instance};

/// How many steps the prices of cases go down.
const ROUNDS: u32 = 400;
/// Units that a person counts. The instance's own scale may be larger than a gain can be.
const PERSON: i32 = 1_000_000;

/// Returns why no plan settles everybody; `placed` is how many persons a plan settles.
pub(crate) fn explain(
    instance: &Instance,
    kinds: &Kinds,
    placed: u64,
    see: &mut dyn FnMut() -> bool,
) -> Shortage {
    let persons: Vec<u32> = instance.cases.iter().map(|case| case.persons).collect();
    let capacity: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    // What persons alone show is the simplest to say, then what a single kind shows.
    let gains = counted(instance, &kinds::NONE);
    let problem = Transport { persons: &persons, capacity: &capacity, gains: &gains };
    let room = |(cases, places)| Shortage::Room { cases, places };
    let mut smallest = full(problem);
    if let Some(shortage) = crowded(problem, &smallest).map(room) {
        return shortage;
    }
    let gains = counted(instance, kinds);
    let problem = Transport { persons: &persons, capacity: &capacity, gains: &gains };
    if !kinds.is_empty() {
        smallest = full(problem);
        if let Some(shortage) = of_a_kind(instance, &gains).or_else(|| crowded(problem, &smallest).map(room))
        {
            return shortage;
        }
    }
    whole_families(problem, kinds, (instance.persons(), placed), &smallest, see)
}

/// Returns prices of the relaxation that counts persons: places with a price are full.
fn full(problem: Transport<'_>) -> Vec<i32> {
    prices::smallest(&mut transport::solve(problem))
}

/// Returns gains that count persons: one for each that is placed.
fn counted(instance: &Instance, kinds: &Kinds) -> Gains {
    let mut gains = instance.gains.clone();
    gains.set_scale(PERSON);
    kinds.exclude(&mut gains);
    for case in 0..instance.cases.len() {
        for gain in gains.row_mut(case) {
            if *gain > Gains::NONE {
                *gain = PERSON;
            }
        }
    }
    gains
}

/// Returns places that are full and the cases that can go nowhere else, when those need more room than there is.
fn crowded(problem: Transport<'_>, prices: &[i32]) -> Option<(Vec<usize>, Vec<usize>)> {
    let places: Vec<usize> = (0..prices.len()).filter(|place| prices[*place] > 0).collect();
    let stuck = |case: &usize| {
        let row = problem.gains.row(*case).iter().zip(prices);
        row.into_iter().all(|(gain, price)| *gain == Gains::NONE || *price > 0)
    };
    let cases: Vec<usize> = (0..problem.persons.len()).filter(stuck).collect();
    let need: u64 = cases.iter().map(|case| u64::from(problem.persons[*case])).sum();
    let room: u64 = places.iter().map(|place| u64::from(problem.capacity[*place])).sum();
    (need > room).then_some((cases, places))
}

/// Seeks a further kind of which some cases need more than the places that they can go to have: the same question,
/// with the need in place of the persons.
fn of_a_kind(instance: &Instance, gains: &Gains) -> Option<Shortage> {
    let one = |(kind, about): (usize, &styrbord_settlement::Kind)| {
        let problem = Transport { persons: &about.need, capacity: &about.capacity, gains };
        let (mut cases, places) = crowded(problem, &full(problem))?;
        cases.retain(|case| about.need[*case] > 0);
        Some(Shortage::Kind { kind, cases, places })
    };
    instance.kinds.iter().enumerate().find_map(one)
}

/// Seeks prices that prove that whole families do not all fit.
fn whole_families(
    problem: Transport<'_>,
    kinds: &Kinds,
    (all, placed): (u64, u64),
    prices: &[i32],
    see: &mut dyn FnMut() -> bool,
) -> Shortage {
    let scale = i64::from(problem.gains.scale());
    let offers = Offers::all(problem);
    if !offers.are_small(problem) {
        return Shortage::Unproved;
    }
    let of_cases = (0..problem.persons.len()).map(|case| {
        let after = problem.gains.row(case).iter().zip(prices).map(|(gain, price)| gain - price).max();
        i64::from(after.unwrap_or(0).max(0)) * i64::from(problem.persons[case])
    });
    let begin: Vec<i64> = of_cases.chain(std::iter::repeat_n(0, kinds.len())).collect();
    let descent = Descent::new(begin.len(), 1024);
    let known = placed as i64 * scale;
    // Once it is proved that somebody is left, there is no more to find out.
    let enough = |bound: i64| (bound / scale) as u64 <= placed;
    let go_on = |bound| !enough(bound) && see();
    let found = descend(problem, kinds, &offers, (begin, descent), ROUNDS, known, go_on);
    let bound = evaluate(problem, kinds, &offers, &found).bound;
    let persons_max = (bound / scale) as u64;
    if persons_max < all {
        let (prices, of_kinds) = found.split_at(problem.persons.len());
        let kind_prices = kinds.by_kind(of_kinds);
        Shortage::WholeFamilies { persons_max, prices: prices.to_vec(), kind_prices, scale }
    } else {
        Shortage::Unproved
    }
}
