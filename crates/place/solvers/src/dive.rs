//! From prices of cases to a plan: what the places take again and again is fixed, and the rest priced anew.

use crate::kinds::Kinds;
use crate::knapsack::{Descent, Offers, evaluate};
use crate::random::Random;
use crate::round::Homes;
use crate::transport::Transport;
use std::collections::BTreeMap;
use styrbord_settlement::Gains;

/// How many steps are watched before the next cases are fixed.
const WATCHED: u32 = 24;

/// Returns a plan near what the places take of the offers at the prices; `goal` is what it should at least be worth.
pub fn dive(
    problem: Transport<'_>,
    kinds: &Kinds,
    offers: &Offers,
    prices: &[i64],
    goal: i64,
    seed: u64,
) -> Homes {
    let mut offers = offers.clone();
    let mut kinds = kinds.clone();
    let mut random = Random::new(seed);
    let mut persons = problem.persons.to_vec();
    let mut room = problem.capacity.to_vec();
    let mut prices = prices.to_vec();
    let mut homes: Homes = vec![None; persons.len()];
    let mut won = 0;
    loop {
        let rest = Transport { persons: &persons, capacity: &room, gains: problem.gains };
        let seen = watch(rest, &kinds, &offers, &mut prices, goal - won);
        let fixed = choose(rest, kinds.clone(), seen, &mut random);
        if fixed.is_empty() {
            break;
        }
        for (case, place) in fixed {
            let (at, to) = (case as usize, place as usize);
            homes[at] = Some(place);
            won += i64::from(problem.gains.row(at)[to]) * i64::from(persons[at]);
            room[to] -= persons[at];
            kinds.take(at, to);
            persons[at] = 0;
            prices[at] = 0;
        }
        offers.retain(&persons, &room, &kinds);
    }
    homes
}

/// Returns how often each case was taken by each place while the prices went some steps down.
fn watch(
    rest: Transport<'_>,
    kinds: &Kinds,
    offers: &Offers,
    prices: &mut [i64],
    goal: i64,
) -> BTreeMap<(u32, u32), u32> {
    let mut seen = BTreeMap::new();
    let mut descent = Descent::new(prices.len(), 160);
    for _ in 0..WATCHED {
        let evaluation = evaluate(rest, kinds, offers, prices);
        for (place, taken) in evaluation.taken.iter().enumerate() {
            for case in taken {
                *seen.entry((*case, place as u32)).or_insert(0) += 1;
            }
        }
        if !descent.step(rest, kinds, &evaluation, goal, prices) {
            break;
        }
    }
    seen
}

/// Returns the pairs to fix: the surest, as far as there is room.
fn choose(
    rest: Transport<'_>,
    mut kinds: Kinds,
    seen: BTreeMap<(u32, u32), u32>,
    random: &mut Random,
) -> Vec<(u32, u32)> {
    let left = rest.persons.iter().filter(|persons| **persons > 0).count();
    let mut pairs: Vec<(u32, u32, (u32, u32))> =
        seen.into_iter().map(|(pair, times)| (times, random.below(1 << 20), pair)).collect();
    pairs.sort_unstable_by_key(|pair| std::cmp::Reverse(*pair));
    let at_least = (left / 20).max(1);
    let mut room = rest.capacity.to_vec();
    let mut taken = vec![false; rest.persons.len()];
    let mut fixed = Vec::new();
    for (times, _, (case, place)) in pairs {
        if fixed.len() >= at_least && times * 10 < WATCHED * 9 || fixed.len() >= at_least * 3 {
            break;
        }
        let persons = rest.persons[case as usize];
        let fits = room[place as usize] >= persons && kinds.fits(case as usize, place as usize);
        if !taken[case as usize] && fits {
            taken[case as usize] = true;
            kinds.take(case as usize, place as usize);
            room[place as usize] -= persons;
            fixed.push((case, place));
        }
    }
    fixed
}

/// Returns an earlier plan as far as it still fits; who has no home then gets the best room that is left.
pub fn kept(problem: Transport<'_>, kinds: &Kinds, earlier: &[Option<u32>]) -> Homes {
    let mut room = problem.capacity.to_vec();
    let mut left = kinds.clone();
    let mut homes: Homes = vec![None; problem.persons.len()];
    for (case, home) in earlier.iter().enumerate() {
        let Some(place) = home.map(|place| place as usize) else { continue };
        let suits = problem.gains.get(case, place).is_some();
        if suits && room[place] >= problem.persons[case] && left.fits(case, place) {
            room[place] -= problem.persons[case];
            left.take(case, place);
            homes[case] = Some(place as u32);
        }
    }
    fill(problem, kinds, &mut homes);
    homes
}

/// Gives cases without a home the best room that is left, the largest first.
pub fn fill(problem: Transport<'_>, kinds: &Kinds, homes: &mut Homes) {
    let mut room = problem.capacity.to_vec();
    let mut kinds = kinds.clone();
    for (case, home) in homes.iter().enumerate() {
        if let Some(place) = home {
            room[*place as usize] -= problem.persons[case];
            kinds.take(case, *place as usize);
        }
    }
    let mut left: Vec<usize> = (0..homes.len()).filter(|case| homes[*case].is_none()).collect();
    left.sort_by_key(|case| (std::cmp::Reverse(problem.persons[*case]), *case));
    for case in left {
        let row = problem.gains.row(case);
        let persons = problem.persons[case];
        let best = (0..room.len())
            .filter(|place| room[*place] >= persons && row[*place] > Gains::NONE && kinds.fits(case, *place))
            .max_by_key(|place| (row[*place], std::cmp::Reverse(*place)));
        if let Some(place) = best {
            homes[case] = Some(place as u32);
            room[place] -= persons;
            kinds.take(case, place);
        }
    }
}
