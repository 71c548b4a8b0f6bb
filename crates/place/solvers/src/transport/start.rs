//! Prices to begin with, from a sample.

use super::{Transport, solve};
use crate::random::mixed;
use styrbord_settlement::Gains;

/// A problem with fewer cases needs no sample.
const SMALL: usize = 256;
/// One case in so many is in the sample.
const SHARE: usize = 6;

/// Returns prices near the best ones.
pub(super) fn prices(problem: Transport<'_>) -> Vec<i32> {
    if problem.persons.len() <= SMALL {
        return vec![0; problem.capacity.len()];
    }
    let chosen: Vec<usize> =
        (0..problem.persons.len()).filter(|case| scattered(*case).is_multiple_of(SHARE)).collect();
    let persons: Vec<u32> = chosen.iter().map(|case| problem.persons[*case]).collect();
    let mut gains = Gains::new(chosen.len(), problem.capacity.len(), problem.gains.scale());
    for (at, case) in chosen.iter().enumerate() {
        gains.row_mut(at).copy_from_slice(problem.gains.row(*case));
    }
    let all: u64 = problem.persons.iter().map(|persons| u64::from(*persons)).sum();
    let some: u64 = persons.iter().map(|persons| u64::from(*persons)).sum();
    let capacity = shared(problem.capacity, some, all.max(1));
    solve(Transport { persons: &persons, capacity: &capacity, gains: &gains }).prices().to_vec()
}

/// Returns a share of each capacity, rounded so that the sums keep their share too.
fn shared(capacity: &[u32], some: u64, all: u64) -> Vec<u32> {
    let mut before = 0;
    let mut sum = 0;
    capacity
        .iter()
        .map(|room| {
            sum += u64::from(*room);
            let upto = sum * some / all;
            let share = upto - before;
            before = upto;
            share as u32
        })
        .collect()
}

/// Returns a number that looks random for each case, so that a sample follows no order of the file.
fn scattered(case: usize) -> usize {
    mixed((case as u64).wrapping_add(0x9e37_79b9_7f4a_7c15)) as usize >> 1
}
