//! Instances of every make, and the shortest way to ask about them.

use proptest::prelude::*;
use styrbord_settlement::{Among, Case, Certificate, Gains, Instance, Place, verify};
use styrbord_solvers::transport::{Flow, Transport};
use styrbord_solvers::{Order, Solution, solve, transport};

/// Units per 1 in instances made here.
pub(crate) const SCALE: i32 = 1000;

/// Returns an instance; `gains` holds a row of places for each case, none where the two are not compatible.
pub(crate) fn instance(persons: &[u32], capacity: &[u32], gains: &[Option<i32>]) -> Instance {
    let mut table = Gains::new(persons.len(), capacity.len(), SCALE);
    for case in 0..persons.len() {
        for (place, gain) in table.row_mut(case).iter_mut().enumerate() {
            *gain = gains[case * capacity.len() + place].unwrap_or(Gains::NONE);
        }
    }
    let case =
        |(at, persons): (usize, &u32)| Case { key: at.to_string(), persons: *persons, ..Case::default() };
    let place = |(at, capacity): (usize, &u32)| Place {
        key: at.to_string(),
        capacity: *capacity,
        ..Place::default()
    };
    Instance {
        cases: persons.iter().enumerate().map(case).collect(),
        places: capacity.iter().enumerate().map(place).collect(),
        gains: table,
        ..Instance::default()
    }
}

/// Returns an instance in which each pair is worth the same.
pub(crate) fn alike(persons: &[u32], capacity: &[u32], gain: i32) -> Instance {
    instance(persons, capacity, &vec![Some(gain); persons.len() * capacity.len()])
}

/// Small instances: gains that repeat, pairs that are not compatible, places without room, and cases with one place.
pub(crate) fn small() -> impl Strategy<Value = Instance> {
    (0..7_usize, 1..5_usize, prop::bool::ANY).prop_flat_map(|(cases, places, coarse)| {
        let gain = (0..SCALE).prop_map(move |gain| if coarse { gain / 400 * 400 } else { gain });
        let room = prop_oneof![1 => Just(0_u32), 5 => 1..9_u32];
        (
            prop::collection::vec(1..5_u32, cases),
            prop::collection::vec(room, places),
            prop::collection::vec(prop::option::weighted(0.8, gain), cases * places),
            prop::collection::vec(prop::option::weighted(0.15, 0..places), cases),
        )
            .prop_map(|(persons, capacity, gains, tied)| {
                let mut instance = instance(&persons, &capacity, &gains);
                for (case, tied) in tied.into_iter().enumerate() {
                    if let Some(place) = tied {
                        tie(&mut instance, case, place);
                    }
                }
                instance
            })
    })
}

/// Ties a case to a place, as reading does: its values elsewhere are set aside.
fn tie(instance: &mut Instance, case: usize, place: usize) {
    if instance.gains.get(case, place).is_some() {
        instance.cases[case].tied_place = Some(place as u32);
        for (at, gain) in instance.gains.row_mut(case).iter_mut().enumerate() {
            if at != place {
                *gain = Gains::NONE;
            }
        }
    }
}

pub(crate) fn solved(instance: &Instance, order: &Order) -> Solution {
    solve(instance, order, &mut |_| true)
}

/// Returns the exact solution of the relaxation, in which families may be split.
pub(crate) fn relaxed(instance: &Instance) -> Flow {
    let persons: Vec<u32> = instance.cases.iter().map(|case| case.persons).collect();
    let capacity: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    transport::solve(Transport { persons: &persons, capacity: &capacity, gains: &instance.gains })
}

/// Returns the bound that prices of places prove, as the verifier reckons it.
pub(crate) fn bound_at(instance: &Instance, prices: &[i32]) -> i64 {
    let prices = prices.iter().copied().map(i64::from).collect();
    verify::bound(instance, &Certificate::PlacePrices(prices), Among::All).unwrap()
}
