//! Why not everybody can be settled.
//!
//! First families may be split: when even then some are left, the prices of that relaxation name the places that
//! are full and the cases that can go nowhere else. Otherwise it is the wholeness of families, and prices on cases
//! may prove it.

use crate::knapsack::{Offers, descend, evaluate};
use crate::order::{Order, Shortage};
use crate::prices;
use crate::solve::decide;
use crate::transport::{self, Transport};
use styrbord_settlement::{Gains, Instance};

/// How many steps the prices of cases go down.
const ROUNDS: u32 = 400;
/// Units that a person counts. The instance's own scale may be larger than a gain can be.
const PERSON: i32 = 1_000_000;

/// Returns why no plan settles everybody; `placed` is how many persons a plan settles.
pub(crate) fn explain(instance: &Instance, order: &Order, placed: u64) -> Shortage {
    let persons: Vec<u32> = instance.cases.iter().map(|case| case.persons).collect();
    let capacity: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    let gains = counted(instance, order);
    let problem = Transport { persons: &persons, capacity: &capacity, gains: &gains };
    let mut flow = transport::solve(problem);
    let smallest = prices::smallest(&mut flow);
    crowded(problem, &smallest)
        .unwrap_or_else(|| whole_families(problem, instance.persons(), placed, &smallest))
}

/// Returns gains that count persons: one for each that is placed.
fn counted(instance: &Instance, order: &Order) -> Gains {
    let mut gains = instance.gains.clone();
    gains.set_scale(PERSON);
    decide(&mut gains, order);
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
fn crowded(problem: Transport<'_>, prices: &[i32]) -> Option<Shortage> {
    let places: Vec<usize> = (0..prices.len()).filter(|place| prices[*place] > 0).collect();
    let stuck = |case: &usize| {
        let row = problem.gains.row(*case).iter().zip(prices);
        row.into_iter().all(|(gain, price)| *gain == Gains::NONE || *price > 0)
    };
    let cases: Vec<usize> = (0..problem.persons.len()).filter(stuck).collect();
    let need: u64 = cases.iter().map(|case| u64::from(problem.persons[*case])).sum();
    let room: u64 = places.iter().map(|place| u64::from(problem.capacity[*place])).sum();
    (need > room).then_some(Shortage::Room { cases, places })
}

/// Seeks prices that prove that whole families do not all fit.
fn whole_families(problem: Transport<'_>, all: u64, placed: u64, prices: &[i32]) -> Shortage {
    let scale = i64::from(problem.gains.scale());
    let offers = Offers::all(problem);
    if !offers.are_small(problem) {
        return Shortage::Unproved;
    }
    let begin = (0..problem.persons.len())
        .map(|case| {
            let after = problem.gains.row(case).iter().zip(prices).map(|(gain, price)| gain - price).max();
            i64::from(after.unwrap_or(0).max(0)) * i64::from(problem.persons[case])
        })
        .collect();
    let found = descend(problem, &offers, begin, ROUNDS, placed as i64 * scale, |_| true);
    let bound = evaluate(problem, &offers, &found).bound;
    let persons_max = (bound / scale) as u64;
    if persons_max < all {
        Shortage::WholeFamilies { persons_max, prices: found, scale }
    } else {
        Shortage::Unproved
    }
}
