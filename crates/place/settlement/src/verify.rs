//! An independent check of plans and bounds, in exact integers.
//!
//! Nothing here is shared with a solver: a plan is counted place by place, and a bound is computed anew from the
//! prices that are said to prove it.

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

/// What proves that no plan is worth more than a bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certificate {
    /// A price per person for each place, in units: a case pays for the room it takes.
    PlacePrices(Vec<i64>),
    /// A price for each case, in units: a place pays for the cases it takes.
    CasePrices(Vec<i64>),
}

/// Why prices prove nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoProof {
    /// There are more or fewer prices than places or cases.
    #[error("{expected} prices expected, {found} found")]
    WrongLength {
        /// Places or cases.
        expected: usize,
        /// Prices.
        found: usize,
    },
    /// A price is negative; the index of its place or case.
    #[error("price {0} is negative")]
    Negative(usize),
    /// The sums do not fit the integers used.
    #[error("the prices are too large to add up")]
    TooLarge,
}

/// Which plans a bound is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// All plans.
    All,
    /// Plans that settle everybody.
    Complete,
}

/// Returns the bound that a certificate proves, in units: no such plan of the instance is worth more.
///
/// Place prices `p`: whatever a case does, it gains at most `max(0, max over places of its gain - persons * p)`
/// after it has paid, and all room together takes in at most `sum of capacity * p`.
/// Case prices `u`: whatever a place does, it gains at most its best knapsack of cases worth more than their `u`,
/// and all cases together take in at most the sum of `u`.
/// Among complete plans each case has a place: it cannot choose to gain nothing, and its price may be negative.
pub fn bound(instance: &Instance, certificate: &Certificate, among: Among) -> Result<i64, NoProof> {
    let (prices, expected) = match certificate {
        Certificate::PlacePrices(prices) => (prices, instance.places.len()),
        Certificate::CasePrices(prices) => (prices, instance.cases.len()),
    };
    if prices.len() != expected {
        return Err(NoProof::WrongLength { expected, found: prices.len() });
    }
    let may_be_negative = matches!((certificate, among), (Certificate::CasePrices(_), Among::Complete));
    match prices.iter().position(|price| *price < 0) {
        Some(at) if !may_be_negative => return Err(NoProof::Negative(at)),
        _ => {}
    }
    match certificate {
        Certificate::PlacePrices(prices) => bound_by_places(instance, prices, among),
        Certificate::CasePrices(prices) => bound_by_cases(instance, prices),
    }
}

fn bound_by_places(instance: &Instance, prices: &[i64], among: Among) -> Result<i64, NoProof> {
    let mut bound = 0_i128;
    for (place, price) in instance.places.iter().zip(prices) {
        bound += i128::from(place.capacity) * i128::from(*price);
    }
    for (case, about) in instance.cases.iter().enumerate() {
        let persons = i128::from(about.persons);
        let after = |(place, price): (usize, &i64)| {
            instance.gain(case, place).map(|gain| i128::from(gain) - persons * i128::from(*price))
        };
        let best = prices.iter().enumerate().filter_map(after).max().unwrap_or(0);
        bound += if among == Among::All { best.max(0) } else { best };
    }
    i64::try_from(bound).map_err(|_| NoProof::TooLarge)
}

fn bound_by_cases(instance: &Instance, prices: &[i64]) -> Result<i64, NoProof> {
    let mut bound: i128 = prices.iter().map(|price| i128::from(*price)).sum();
    for (place, about) in instance.places.iter().enumerate() {
        let room = about.capacity as usize;
        // The most that can be gained with so much room, cases taken up one by one.
        let mut best = vec![0_i128; room + 1];
        for (case, family) in instance.cases.iter().enumerate() {
            let persons = family.persons as usize;
            let Some(gain) = instance.gain(case, place) else { continue };
            let worth = i128::from(gain) - i128::from(prices[case]);
            if worth <= 0 || persons > room {
                continue;
            }
            for used in (persons..=room).rev() {
                best[used] = best[used].max(best[used - persons] + worth);
            }
        }
        bound += best[room];
    }
    i64::try_from(bound).map_err(|_| NoProof::TooLarge)
}
