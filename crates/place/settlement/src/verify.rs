//! An independent check of plans and bounds, in exact integers.
//!
//! Nothing here is shared with a solver: a plan is counted place by place, and a bound is computed anew from the
//! prices that are said to prove it.

mod bound;
mod decided;

pub use bound::{Among, Certificate, KindPrices, NoProof, bound, bound_with};
pub use decided::{bound_around, broken};

use crate::{Instance, Plan};

/// Why a plan is not one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// The plan has homes for another number of cases than there are.
    WrongLength {
        /// Cases of the instance.
        expected: usize,
        /// Homes of the plan.
        found: usize,
    },
    /// A case has a home that is no place of the instance.
    UnknownPlace {
        /// The case.
        case: usize,
    },
    /// A case has a place that it cannot have.
    NotCompatible {
        /// The case.
        case: usize,
        /// The place.
        place: usize,
    },
    /// A place has more persons than room.
    OverCapacity {
        /// The place.
        place: usize,
        /// Its room.
        capacity: u64,
        /// How many persons the plan puts there.
        persons: u64,
    },
    /// The cases of a place need more of a further kind of room than there is.
    OverKind {
        /// The place.
        place: usize,
        /// The kind, an index into [`Instance::kinds`].
        kind: usize,
        /// How much there is.
        capacity: u64,
        /// How much the cases there need.
        amount: u64,
    },
    /// A case is not where people decided that it goes.
    NotAsLocked {
        /// The case.
        case: usize,
        /// The place that it is to have.
        place: usize,
    },
    /// A case is where people decided that it does not go.
    Forbidden {
        /// The case.
        case: usize,
        /// The place.
        place: usize,
    },
}

/// Returns what a plan is worth, in units, or everything that is wrong with it.
pub fn check(instance: &Instance, plan: &Plan) -> Result<i64, Vec<Violation>> {
    let mut wrong = Vec::new();
    if plan.homes.len() != instance.cases.len() {
        wrong.push(Violation::WrongLength { expected: instance.cases.len(), found: plan.homes.len() });
        return Err(wrong);
    }
    let mut living = vec![0_u64; instance.places.len()];
    let mut value = 0;
    for (case, home) in plan.homes.iter().enumerate() {
        let Some(place) = home.map(|place| place as usize) else { continue };
        let Some(persons) = living.get_mut(place) else {
            wrong.push(Violation::UnknownPlace { case });
            continue;
        };
        *persons += u64::from(instance.cases[case].persons);
        let is_tied_elsewhere = instance.cases[case].tied_place.is_some_and(|tied| tied as usize != place);
        match instance.gain(case, place) {
            Some(gain) if !is_tied_elsewhere => value += gain,
            _ => wrong.push(Violation::NotCompatible { case, place }),
        }
    }
    for (place, persons) in living.into_iter().enumerate() {
        let capacity = u64::from(instance.places[place].capacity);
        if persons > capacity {
            wrong.push(Violation::OverCapacity { place, capacity, persons });
        }
    }
    for kind in 0..instance.kinds.len() {
        check_kind(instance, plan, kind, &mut wrong);
    }
    if wrong.is_empty() { Ok(value) } else { Err(wrong) }
}

/// Adds the places whose cases need more of a kind than there is.
fn check_kind(instance: &Instance, plan: &Plan, kind: usize, wrong: &mut Vec<Violation>) {
    let about = &instance.kinds[kind];
    let mut needed = vec![0_u64; instance.places.len()];
    for (home, need) in plan.homes.iter().zip(&about.need) {
        if let Some(needed) = home.and_then(|place| needed.get_mut(place as usize)) {
            *needed += u64::from(*need);
        }
    }
    for (place, amount) in needed.into_iter().enumerate() {
        let capacity = about.capacity.get(place).copied().unwrap_or(0).into();
        if amount > capacity {
            wrong.push(Violation::OverKind { place, kind, capacity, amount });
        }
    }
}
