//! Instances of every make, each with a plan that is in order.

use proptest::prelude::*;
use styrbord_settlement::{Case, Gains, Instance, Kind, Place, Plan};

/// Returns the key of a case.
pub(crate) fn case_key(case: usize) -> String {
    format!("c{case}")
}

/// Returns the key of a place; like a municipality's number, with a zero that counts.
pub(crate) fn place_key(place: usize) -> String {
    format!("0{place}")
}

/// Instances with further kinds of room and tied cases.
pub(crate) fn any_instance() -> impl Strategy<Value = Instance> {
    (1..7_usize, 1..5_usize).prop_flat_map(|(cases, places)| {
        let kind = (prop::collection::vec(0..4_u32, places), prop::collection::vec(0..3_u32, cases));
        (
            prop::collection::vec((1..5_u32, prop::option::weighted(0.2, 0..places)), cases),
            prop::collection::vec(0..9_u32, places),
            prop::collection::vec(prop::option::weighted(0.75, 0..1000), cases * places),
            prop::collection::vec(kind, 0..3),
        )
            .prop_map(|(cases, rooms, gains, kinds)| made(&cases, &rooms, &gains, kinds))
    })
}

fn made(
    cases: &[(u32, Option<usize>)],
    rooms: &[u32],
    gains: &[Option<i32>],
    kinds: Vec<(Vec<u32>, Vec<u32>)>,
) -> Instance {
    let mut table = Gains::new(cases.len(), rooms.len(), 1000);
    for (case, (_, tied)) in cases.iter().enumerate() {
        for (place, gain) in table.row_mut(case).iter_mut().enumerate() {
            if tied.is_none_or(|tied| tied == place) {
                *gain = gains[case * rooms.len() + place].unwrap_or(Gains::NONE);
            }
        }
    }
    let case = |(at, (persons, tied)): (usize, &(u32, Option<usize>))| Case {
        key: case_key(at),
        persons: *persons,
        tied_place: tied.map(|place| place as u32),
        ..Case::default()
    };
    let place =
        |(at, capacity): (usize, &u32)| Place { key: place_key(at), capacity: *capacity, ..Place::default() };
    let kind = |(at, (capacity, need)): (usize, (Vec<u32>, Vec<u32>))| Kind {
        name: format!("k{at}"),
        capacity,
        need,
    };
    Instance {
        cases: cases.iter().enumerate().map(case).collect(),
        places: rooms.iter().enumerate().map(place).collect(),
        gains: table,
        kinds: kinds.into_iter().enumerate().map(kind).collect(),
    }
}

/// Returns a plan that is in order: each case in the first place from `wishes` on that can still take it.
pub(crate) fn placed(instance: &Instance, wishes: &[usize]) -> Plan {
    let mut plan = Plan::empty(instance);
    for (case, wish) in (0..instance.cases.len()).zip(wishes.iter().cycle()) {
        let places = instance.places.len();
        for place in (0..places).map(|step| (wish + step) % places) {
            plan.homes[case] = Some(place as u32);
            if is_in_order(instance, &plan) {
                break;
            }
            plan.homes[case] = None;
        }
    }
    plan
}

/// Tells whether a plan is in order, pair by pair and place by place, in as many words as it takes.
pub(crate) fn is_in_order(instance: &Instance, plan: &Plan) -> bool {
    let lives = |case: usize, place: usize| plan.homes[case] == Some(place as u32);
    let sum = |place: usize, of: &dyn Fn(usize) -> u32| -> u32 {
        (0..instance.cases.len()).filter(|case| lives(*case, place)).map(of).sum()
    };
    (0..instance.places.len()).all(|place| {
        sum(place, &|case| instance.cases[case].persons) <= instance.places[place].capacity
            && instance.kinds.iter().all(|kind| sum(place, &|case| kind.need[case]) <= kind.capacity[place])
            && (0..instance.cases.len())
                .all(|case| !lives(case, place) || instance.gains.row(case)[place] != Gains::NONE)
    })
}

/// Returns what a case gains in a place; none when no plan can have the two.
pub(crate) fn gain(instance: &Instance, case: usize, place: usize) -> Option<i64> {
    let has_enough = instance.kinds.iter().all(|kind| kind.need[case] <= kind.capacity[place]);
    instance.gain(case, place).filter(|_| has_enough)
}

/// Returns the most that a plan is worth, and the most that one is worth that settles everybody, by trying them all.
pub(crate) fn best(instance: &Instance) -> (i64, Option<i64>) {
    fn go(left: &mut Instance, case: usize, value: i64, all: bool) -> (i64, Option<i64>) {
        if case == left.cases.len() {
            return (value, all.then_some(value));
        }
        let persons = left.cases[case].persons;
        let mut best = go(left, case + 1, value, false);
        for place in 0..left.places.len() {
            if let Some(gain) = gain(left, case, place)
                && left.places[place].capacity >= persons
            {
                left.places[place].capacity -= persons;
                left.kinds.iter_mut().for_each(|kind| kind.capacity[place] -= kind.need[case]);
                let other = go(left, case + 1, value + gain, all);
                best = (best.0.max(other.0), best.1.max(other.1));
                left.places[place].capacity += persons;
                left.kinds.iter_mut().for_each(|kind| kind.capacity[place] += kind.need[case]);
            }
        }
        best
    }
    go(&mut instance.clone(), 0, 0, true)
}
