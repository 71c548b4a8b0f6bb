//! What must follow when an instance is changed: added to, put in another order, scaled, split.

use crate::instances::{SCALE, bound_at, relaxed, small, solved};
use proptest::prelude::*;
use proptest::sample::Index;
use styrbord_settlement::{Case, Decisions, Gains, Instance, Place};
use styrbord_solvers::transport::Transport;
use styrbord_solvers::{Begin, Order, prices, transport};

/// Returns the instance of chosen cases and places, in the order in which they are named.
fn chosen(instance: &Instance, cases: &[usize], places: &[usize]) -> Instance {
    let mut gains = Gains::new(cases.len(), places.len(), instance.gains.scale());
    for (at, case) in cases.iter().enumerate() {
        for (to, place) in gains.row_mut(at).iter_mut().zip(places) {
            *to = instance.gains.row(*case)[*place];
        }
    }
    Instance {
        cases: cases.iter().map(|case| Case { tied_place: None, ..instance.cases[*case].clone() }).collect(),
        places: places.iter().map(|place| instance.places[*place].clone()).collect(),
        gains,
        ..Instance::default()
    }
}

fn all(count: usize) -> Vec<usize> {
    (0..count).collect()
}

fn value(instance: &Instance) -> i64 {
    solved(instance, &Order::default()).value
}

fn scaled(instance: &Instance, times: i32) -> Instance {
    let mut scaled = instance.clone();
    for case in 0..scaled.cases.len() {
        for gain in scaled.gains.row_mut(case).iter_mut().filter(|gain| **gain != Gains::NONE) {
            *gain *= times;
        }
    }
    scaled
}

/// Returns the instance with another room in a place, when there can be such a room.
fn with_room(instance: &Instance, place: usize, more: i64) -> Option<Instance> {
    let mut changed = instance.clone();
    let capacity = &mut changed.places[place].capacity;
    *capacity = u32::try_from(i64::from(*capacity) + more).ok()?;
    Some(changed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn prices_prove_the_relaxation_to_the_last_unit(instance in small()) {
        let mut flow = relaxed(&instance);
        let (smallest, largest) = (prices::smallest(&mut flow), prices::largest(&mut flow));
        prop_assert_eq!(bound_at(&instance, &smallest), flow.value());
        prop_assert_eq!(bound_at(&instance, &largest), flow.value());
        prop_assert!(smallest.iter().zip(&largest).all(|(least, most)| least <= most));
    }

    #[test]
    fn a_price_is_what_one_room_more_or_less_is_worth(instance in small(), place in any::<Index>()) {
        let place = place.index(instance.places.len());
        let mut flow = relaxed(&instance);
        let known = flow.value();
        let (smallest, largest) = (prices::smallest(&mut flow), prices::largest(&mut flow));
        if let Some(more) = with_room(&instance, place, 1) {
            prop_assert_eq!(relaxed(&more).value() - known, i64::from(smallest[place]));
        }
        if let Some(less) = with_room(&instance, place, -1) {
            prop_assert_eq!(known - relaxed(&less).value(), i64::from(largest[place]));
        }
    }

    #[test]
    fn a_place_or_a_case_more_is_no_loss(instance in small()) {
        let (cases, places) = (all(instance.cases.len()), all(instance.places.len()));
        let fewer = chosen(&instance, &cases, &places[1..]);
        prop_assert!(value(&fewer) <= value(&instance));
        prop_assert!(relaxed(&fewer).value() <= relaxed(&instance).value());
        if let [_, rest @ ..] = cases.as_slice() {
            let fewer = chosen(&instance, rest, &places);
            prop_assert!(value(&fewer) <= value(&instance));
            prop_assert!(relaxed(&fewer).value() <= relaxed(&instance).value());
        }
    }

    #[test]
    fn the_order_of_cases_and_places_changes_no_value(
        (instance, cases, places) in small().prop_flat_map(|instance| {
            let (cases, places) = (all(instance.cases.len()), all(instance.places.len()));
            (Just(instance), Just(cases).prop_shuffle(), Just(places).prop_shuffle())
        }),
    ) {
        let other = chosen(&instance, &cases, &places);
        prop_assert_eq!(value(&instance), value(&other));
        let (mut flow, mut flow_other) = (relaxed(&instance), relaxed(&other));
        prop_assert_eq!(flow.value(), flow_other.value());
        let (smallest, smallest_other) = (prices::smallest(&mut flow), prices::smallest(&mut flow_other));
        let (largest, largest_other) = (prices::largest(&mut flow), prices::largest(&mut flow_other));
        for (at, place) in places.iter().enumerate() {
            prop_assert_eq!(smallest[*place], smallest_other[at]);
            prop_assert_eq!(largest[*place], largest_other[at]);
        }
    }

    #[test]
    fn gains_times_a_number_are_worth_so_many_times(instance in small(), times in 2..1000_i32) {
        let other = scaled(&instance, times);
        prop_assert_eq!(value(&instance) * i64::from(times), value(&other));
        let (mut flow, mut flow_other) = (relaxed(&instance), relaxed(&other));
        prop_assert_eq!(flow.value() * i64::from(times), flow_other.value());
        let smallest: Vec<i32> = prices::smallest(&mut flow).iter().map(|price| price * times).collect();
        prop_assert_eq!(smallest, prices::smallest(&mut flow_other));
    }

    #[test]
    fn two_halves_of_a_place_are_the_place_to_those_who_may_be_split(
        instance in small(), place in any::<Index>(), part in any::<Index>(),
    ) {
        let place = place.index(instance.places.len());
        let room = instance.places[place].capacity;
        let mut places = all(instance.places.len());
        places.push(place);
        let mut halves = chosen(&instance, &all(instance.cases.len()), &places);
        let first = part.index(room as usize + 1) as u32;
        halves.places[place].capacity = first;
        halves.places[instance.places.len()] = Place { capacity: room - first, ..Place::default() };
        prop_assert_eq!(relaxed(&instance).value(), relaxed(&halves).value());
        // A family that needs more than either half has lost its place.
        prop_assert!(value(&halves) <= value(&instance));
    }

    #[test]
    fn a_family_that_may_be_split_is_so_many_single_persons(instance in small()) {
        let single: Vec<usize> = (0..instance.cases.len())
            .flat_map(|case| vec![case; instance.cases[case].persons as usize])
            .collect();
        let mut persons = chosen(&instance, &single, &all(instance.places.len()));
        persons.cases.iter_mut().for_each(|case| case.persons = 1);
        prop_assert_eq!(relaxed(&instance).value(), relaxed(&persons).value());
        if single.len() <= 12 {
            // Single persons are never split, so their best plan is the relaxation's.
            prop_assert_eq!(value(&persons), relaxed(&persons).value());
        }
    }

    #[test]
    fn to_forbid_what_was_not_chosen_and_to_lock_what_was_changes_nothing(
        instance in small(), case in any::<Index>(), place in any::<Index>(),
    ) {
        prop_assume!(!instance.cases.is_empty());
        let free = solved(&instance, &Order::default());
        let (case, place) = (case.index(instance.cases.len()), place.index(instance.places.len()));
        let pair = vec![(case, place)];
        let decisions = match free.plan.homes[case] {
            Some(home) if home as usize == place => Decisions { locked: pair, ..Decisions::default() },
            _ => Decisions { forbidden: pair, ..Decisions::default() },
        };
        let order = Order { decisions, ..Order::default() };
        prop_assert_eq!(solved(&instance, &order).value, free.value);
    }

    #[test]
    fn from_any_prices_the_relaxation_ends_at_the_same_value(
        instance in small(), begin in prop::collection::vec(0..SCALE * 2, 4),
    ) {
        let begin = &begin[..instance.places.len()];
        let begin = Begin { places: Some(begin.to_vec()), ..Begin::default() };
        let order = Order { begin, ..Order::default() };
        let (cold, warm) = (solved(&instance, &Order::default()), solved(&instance, &order));
        prop_assert_eq!((cold.value, &cold.prices), (warm.value, &warm.prices));
    }
    #[test]
    fn an_earlier_flow_changes_nothing_but_the_time(
        instance in small(), place in any::<Index>(), more in -4..5_i64, stays in any::<Index>(), price in 0..SCALE,
    ) {
        let (cases, places) = (all(instance.cases.len()), all(instance.places.len()));
        // A week more of cases, other room, and a price that nobody found.
        let cases_before = &cases[..stays.index(cases.len() + 1)];
        let before = relaxed(&chosen(&instance, cases_before, &places));
        let place = place.index(places.len());
        let changed = with_room(&instance, place, more).unwrap_or(instance);
        let mut prices = before.prices().to_vec();
        let persons: Vec<u32> = changed.cases.iter().map(|case| case.persons).collect();
        let capacity: Vec<u32> = changed.places.iter().map(|place| place.capacity).collect();
        let problem = Transport { persons: &persons, capacity: &capacity, gains: &changed.gains };
        for wrong in [false, true] {
            if wrong {
                prices[place] = price;
            }
            let mut again = transport::solve_again(problem, &prices, &before.homes());
            prop_assert_eq!(again.value(), relaxed(&changed).value());
            prop_assert_eq!(bound_at(&changed, &prices::smallest(&mut again)), again.value());
            let placed = again.homes().iter().map(|home| home.persons).sum::<u32>();
            let left = again.unplaced().iter().map(|(_, persons)| persons).sum::<u32>();
            prop_assert_eq!(placed + left, persons.iter().sum::<u32>());
            for (at, room) in capacity.iter().enumerate() {
                let living = again.residents(at).iter().map(|(_, persons)| persons).sum::<u32>();
                prop_assert_eq!(living + again.spare(at), *room);
            }
        }
    }
}
