//! A flow to a plan that keeps families whole: largest families first.
//!
//! The relaxation of those who are left is solved for each family size, the largest first. Families of that size
//! that it keeps whole stay where they are; those it splits take the best place with room at its prices. What the
//! rounding wastes is then known to the next, smaller size; single persons, who come last, are never split.

use crate::kinds::{self, Kinds};
use crate::transport::{Flow, Transport, solve_from};
use styrbord_settlement::Gains;

/// Where each case lives; none is not placed.
pub type Homes = Vec<Option<u32>>;

/// Returns a plan of whole families, from prices of the relaxation.
pub fn largest_first(problem: Transport<'_>, prices: &[i32]) -> Homes {
    largest_first_within(problem, &kinds::NONE, prices)
}

/// Does the same within the room of further kinds; gains are those after their prices.
pub fn largest_first_within(problem: Transport<'_>, kinds: &Kinds, prices: &[i32]) -> Homes {
    let mut kinds = kinds.clone();
    let mut homes: Homes = vec![None; problem.persons.len()];
    let mut room = problem.capacity.to_vec();
    let mut prices = prices.to_vec();
    let largest = problem.persons.iter().copied().max().unwrap_or(0);
    for size in (1..=largest).rev() {
        let left: Vec<usize> = (0..homes.len()).filter(|case| problem.persons[*case] <= size).collect();
        if !left.iter().any(|case| problem.persons[*case] == size) {
            continue;
        }
        let flow = relax(problem, &kinds, &left, &room, &prices);
        prices = flow.prices().to_vec();
        fix(problem, &flow, (&left, size), (&mut room, &mut kinds), &mut homes);
    }
    homes
}

/// Solves the relaxation of some cases in the room that is left.
fn relax(problem: Transport<'_>, kinds: &Kinds, cases: &[usize], room: &[u32], prices: &[i32]) -> Flow {
    let persons: Vec<u32> = cases.iter().map(|case| problem.persons[*case]).collect();
    let mut gains = Gains::new(cases.len(), room.len(), problem.gains.scale());
    for (at, case) in cases.iter().enumerate() {
        let persons = problem.persons[*case];
        let row = gains.row_mut(at).iter_mut().zip(problem.gains.row(*case)).zip(room).enumerate();
        for (place, ((gain, known), room)) in row {
            if persons <= *room && kinds.fits(*case, place) {
                *gain = *known;
            }
        }
    }
    solve_from(Transport { persons: &persons, capacity: room, gains: &gains }, prices)
}

/// Gives the cases of one size their homes.
fn fix(
    problem: Transport<'_>,
    flow: &Flow,
    (cases, size): (&[usize], u32),
    (room, kinds): (&mut [u32], &mut Kinds),
    homes: &mut Homes,
) {
    let mut split: Vec<usize> = Vec::new();
    for (place, room) in room.iter_mut().enumerate() {
        for (at, persons) in flow.residents(place) {
            let case = cases[*at as usize];
            if problem.persons[case] != size {
                continue;
            }
            if *persons == size && kinds.fits(case, place) {
                homes[case] = Some(place as u32);
                *room -= size;
                kinds.take(case, place);
            } else {
                split.push(case);
            }
        }
    }
    split.sort_unstable();
    split.dedup();
    for case in split {
        let row = problem.gains.row(case);
        let best = (0..room.len())
            .filter(|place| room[*place] >= size && row[*place] > Gains::NONE && kinds.fits(case, *place))
            .max_by_key(|place| (row[*place] - flow.prices()[*place], std::cmp::Reverse(*place)));
        if let Some(place) = best {
            homes[case] = Some(place as u32);
            room[place] -= size;
            kinds.take(case, place);
        }
    }
}

/// Returns what a plan is worth, in units.
pub fn value(problem: Transport<'_>, homes: &Homes) -> i64 {
    let one = |(case, home): (usize, &Option<u32>)| {
        let gain = home.and_then(|place| problem.gains.get(case, place as usize)).unwrap_or(0);
        i64::from(gain) * i64::from(problem.persons[case])
    };
    homes.iter().enumerate().map(one).sum()
}
