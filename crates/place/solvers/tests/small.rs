//! Small instances, on which every plan can be tried.

use proptest::prelude::*;
use styrbord_settlement::{Among, Case, Gains, Instance, Place, Plan, verify};
use styrbord_solvers::{Order, Shortage, Solution, solve};

/// Units per 1 in these tests.
const SCALE: i32 = 1000;

fn instance(persons: &[u32], capacity: &[u32], gains: &[Option<i32>]) -> Instance {
    let mut table = Gains::new(persons.len(), capacity.len(), SCALE);
    for case in 0..persons.len() {
        for (place, gain) in table.row_mut(case).iter_mut().enumerate() {
            *gain = gains[case * capacity.len() + place].unwrap_or(Gains::NONE);
        }
    }
    let case = |persons: &u32| Case { persons: *persons, ..Case::default() };
    let place = |capacity: &u32| Place { capacity: *capacity, ..Place::default() };
    Instance {
        cases: persons.iter().map(case).collect(),
        places: capacity.iter().map(place).collect(),
        gains: table,
        ..Instance::default()
    }
}

/// Returns the best value of all plans, and of those that settle everybody.
fn by_trying(instance: &Instance) -> (i64, Option<i64>) {
    fn go(
        instance: &Instance,
        case: usize,
        room: &mut [u32],
        value: i64,
        whole: bool,
        best: &mut (i64, Option<i64>),
    ) {
        let Some(about) = instance.cases.get(case) else {
            best.0 = best.0.max(value);
            if whole {
                best.1 = Some(best.1.map_or(value, |known| known.max(value)));
            }
            return;
        };
        go(instance, case + 1, room, value, false, best);
        for place in 0..room.len() {
            if let Some(gain) = instance.gain(case, place)
                && room[place] >= about.persons
            {
                room[place] -= about.persons;
                go(instance, case + 1, room, value + gain, whole, best);
                room[place] += about.persons;
            }
        }
    }
    let mut room: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    let mut best = (0, None);
    go(instance, 0, &mut room, 0, true, &mut best);
    best
}

fn solved(instance: &Instance, must_settle: bool) -> Solution {
    solve(instance, &Order { must_settle, ..Order::default() }, &mut |_| true)
}

fn any_instance() -> impl Strategy<Value = Instance> {
    (1..7_usize, 1..4_usize).prop_flat_map(|(cases, places)| {
        (
            prop::collection::vec(1..5_u32, cases),
            prop::collection::vec(0..8_u32, places),
            prop::collection::vec(prop::option::weighted(0.8, 0..SCALE), cases * places),
        )
            .prop_map(|(persons, capacity, gains)| instance(&persons, &capacity, &gains))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_plan_is_the_best_there_is_and_the_bound_holds(instance in any_instance()) {
        let (best, _) = by_trying(&instance);
        let solution = solved(&instance, false);
        prop_assert_eq!(verify::check(&instance, &solution.plan), Ok(solution.value));
        prop_assert!(solution.value <= best && best <= solution.bound);
        let proved = verify::bound(&instance, &solution.certificate, Among::All);
        prop_assert!(proved.is_ok_and(|bound| bound <= solution.bound && bound >= best));
        prop_assert_eq!(solution.value, best);
    }

    #[test]
    fn everybody_is_settled_or_it_is_said_why_not(instance in any_instance()) {
        let (_, complete) = by_trying(&instance);
        let solution = solved(&instance, true);
        prop_assert_eq!(verify::check(&instance, &solution.plan), Ok(solution.value));
        match (&solution.shortage, complete) {
            (None, Some(best)) => {
                prop_assert!(solution.value <= best && best <= solution.bound);
                let proved = verify::bound(&instance, &solution.certificate, Among::Complete);
                prop_assert!(proved.is_ok_and(|bound| bound <= solution.bound && bound >= best));
            }
            (Some(Shortage::Room { cases, places }), None) => {
                let need: u32 = cases.iter().map(|case| instance.cases[*case].persons).sum();
                let room: u32 = places.iter().map(|place| instance.places[*place].capacity).sum();
                prop_assert!(need > room);
                for case in cases {
                    for place in 0..instance.places.len() {
                        prop_assert!(places.contains(&place) || instance.gain(*case, place).is_none());
                    }
                }
            }
            (Some(Shortage::WholeFamilies { persons_max, .. }), None) => {
                prop_assert!(*persons_max < instance.persons());
                prop_assert!(solution.plan.placed_persons(&instance) <= *persons_max);
            }
            (Some(Shortage::Unproved), None) => {}
            (shortage, complete) => prop_assert!(false, "{shortage:?} {complete:?}"),
        }
    }
}

#[test]
fn nothing_to_do_is_done() {
    for instance in [instance(&[], &[], &[]), instance(&[2], &[], &[]), instance(&[], &[3], &[])] {
        let solution = solved(&instance, false);
        assert_eq!((solution.value, solution.bound), (0, 0));
        assert_eq!(solution.plan, Plan::empty(&instance));
    }
}
