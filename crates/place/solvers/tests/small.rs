//! Small instances, on which every plan can be tried.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

use proptest::prelude::*;
use styrbord_settlement::{Among, Case, Decisions, Gains, Instance, Kind, Place, Plan, verify};
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

/// Returns the best value of all plans that keep the decisions, and of those that settle everybody besides.
fn by_trying(instance: &Instance, decisions: &Decisions) -> (Option<i64>, Option<i64>) {
    fn go(
        instance: &Instance,
        decisions: &Decisions,
        plan: &mut Plan,
        best: &mut (Option<i64>, Option<i64>),
    ) {
        if plan.homes.len() < instance.cases.len() {
            for home in (0..instance.places.len()).map(|place| Some(place as u32)).chain([None]) {
                plan.homes.push(home);
                go(instance, decisions, plan, best);
                plan.homes.pop();
            }
            return;
        }
        if let Some(value) = worth(instance, plan).filter(|_| verify::broken(plan, decisions).is_empty()) {
            best.0 = best.0.max(Some(value));
            if plan.unplaced_cases() == 0 {
                best.1 = best.1.max(Some(value));
            }
        }
    }
    let mut best = (None, None);
    go(instance, decisions, &mut Plan::default(), &mut best);
    best
}

/// Returns what a plan is worth when everybody fits.
fn worth(instance: &Instance, plan: &Plan) -> Option<i64> {
    let mut room: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    let mut kinds = instance.kinds.clone();
    let mut value = 0;
    for (case, home) in plan.homes.iter().enumerate() {
        let Some(place) = home.map(|place| place as usize) else { continue };
        value += instance.gain(case, place)?;
        room[place] = room[place].checked_sub(instance.cases[case].persons)?;
        for kind in &mut kinds {
            kind.capacity[place] = kind.capacity[place].checked_sub(kind.need[case])?;
        }
    }
    Some(value)
}

fn solved(instance: &Instance, must_settle: bool) -> Solution {
    solve(instance, &Order { must_settle, ..Order::default() }, &mut |_| true)
}

fn proved(instance: &Instance, solution: &Solution, among: Among) -> i64 {
    verify::bound_with(instance, &solution.certificate, &solution.certificate_kinds, among).unwrap()
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
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn the_plan_is_the_best_there_is_and_the_bound_holds(instance in any_instance()) {
        is_best(&instance)?;
    }

    #[test]
    fn further_kinds_are_kept_and_the_bound_holds(instance in any_instance_with_kinds()) {
        is_best(&instance)?;
    }

    #[test]
    fn kinds_too_large_to_be_counted_have_their_price(instance in any_instance_with_kinds()) {
        is_best(&larger(instance, 60))?;
    }

    #[test]
    fn decisions_are_kept_and_the_bound_holds((instance, decisions) in any_decided_instance(), duty: bool) {
        let order = Order { must_settle: duty, decisions, ..Order::default() };
        let solution = solve(&instance, &order, &mut |_| true);
        prop_assert_eq!(verify::check(&instance, &solution.plan), Ok(solution.value));
        let (best, complete) = by_trying(&instance, &order.decisions);
        let (best, among) = if duty { (complete, Among::Complete) } else { (best, Among::All) };
        // Where the decisions cannot be kept, or not everybody settled, there is nothing to compare with.
        let Some(best) = best else { return Ok(()) };
        prop_assert_eq!(verify::broken(&solution.plan, &order.decisions), vec![]);
        let (certificate, kinds) = (&solution.certificate, &solution.certificate_kinds);
        let proved = verify::bound_around(&instance, &order.decisions, certificate, kinds, among);
        prop_assert!(solution.value <= best);
        prop_assert!(proved.is_ok_and(|bound| bound <= solution.bound && bound >= best));
        if !duty {
            prop_assert_eq!(solution.value, best);
        }
    }

    #[test]
    fn everybody_is_settled_or_it_is_said_why_not(instance in any_instance()) {
        settles_or_says_why(&instance)?;
    }

    #[test]
    fn with_further_kinds_too(instance in any_instance_with_kinds()) {
        settles_or_says_why(&instance)?;
    }
}

fn is_best(instance: &Instance) -> Result<(), TestCaseError> {
    let best = by_trying(instance, &Decisions::default()).0.unwrap();
    let solution = solved(instance, false);
    prop_assert_eq!(verify::check(instance, &solution.plan), Ok(solution.value));
    prop_assert!(solution.value <= best && best <= solution.bound);
    let proved = proved(instance, &solution, Among::All);
    prop_assert!(proved <= solution.bound && proved >= best, "{proved} {best} {}", solution.bound);
    prop_assert_eq!(solution.value, best);
    Ok(())
}

fn settles_or_says_why(instance: &Instance) -> Result<(), TestCaseError> {
    let complete = by_trying(instance, &Decisions::default()).1;
    let solution = solved(instance, true);
    prop_assert_eq!(verify::check(instance, &solution.plan), Ok(solution.value));
    // A case that needs more of some kind than a place has cannot go there.
    let can_go = |case: usize, place: usize| {
        let fits = |kind: &Kind| kind.need[case] <= kind.capacity[place];
        instance.gain(case, place).is_some() && instance.kinds.iter().all(fits)
    };
    match (&solution.shortage, complete) {
        (None, Some(best)) => {
            prop_assert!(solution.value <= best && best <= solution.bound);
            let proved = proved(instance, &solution, Among::Complete);
            prop_assert!(proved <= solution.bound && proved >= best, "{proved} {best} {}", solution.bound);
        }
        (Some(Shortage::Room { cases, places }), None) => {
            let need: u32 = cases.iter().map(|case| instance.cases[*case].persons).sum();
            let room: u32 = places.iter().map(|place| instance.places[*place].capacity).sum();
            prop_assert!(need > room);
            for case in cases {
                for place in 0..instance.places.len() {
                    prop_assert!(places.contains(&place) || !can_go(*case, place));
                }
            }
        }
        (Some(Shortage::Kind { kind, cases, places }), None) => {
            let kind = &instance.kinds[*kind];
            let need: u32 = cases.iter().map(|case| kind.need[*case]).sum();
            let room: u32 = places.iter().map(|place| kind.capacity[*place]).sum();
            prop_assert!(need > room);
            for case in cases {
                for place in 0..instance.places.len() {
                    prop_assert!(places.contains(&place) || !can_go(*case, place));
                }
            }
        }
        (Some(Shortage::WholeFamilies { persons_max, .. }), None) => {
            prop_assert!(*persons_max < instance.persons());
            prop_assert!(solution.plan.placed_persons(instance) <= *persons_max);
        }
        (Some(Shortage::Unproved), None) => {}
        (shortage, complete) => prop_assert!(false, "{shortage:?} {complete:?}"),
    }
    Ok(())
}
/// Instances with up to two further kinds of room.
fn any_instance_with_kinds() -> impl Strategy<Value = Instance> {
    any_instance().prop_flat_map(|instance| {
        let (cases, places) = (instance.cases.len(), instance.places.len());
        let kind = (
            prop::collection::vec(0..5_u32, places),
            prop::collection::vec(prop_oneof![2 => Just(0), 3 => 1..4_u32], cases),
        );
        prop::collection::vec(kind, 1..3).prop_map(move |kinds| {
            let kind = |(capacity, need)| Kind { capacity, need, ..Kind::default() };
            Instance { kinds: kinds.into_iter().map(kind).collect(), ..instance.clone() }
        })
    })
}

/// Returns an instance with so many times the persons, the room and the needs.
fn larger(mut instance: Instance, times: u32) -> Instance {
    instance.cases.iter_mut().for_each(|case| case.persons *= times);
    instance.places.iter_mut().for_each(|place| place.capacity *= times);
    for kind in &mut instance.kinds {
        kind.capacity.iter_mut().chain(&mut kind.need).for_each(|amount| *amount *= times);
    }
    instance
}

/// Instances with decisions on up to three pairs.
fn any_decided_instance() -> impl Strategy<Value = (Instance, Decisions)> {
    any_instance_with_kinds().prop_flat_map(|instance| {
        let pair = (0..instance.cases.len(), 0..instance.places.len());
        let pairs = |most| prop::collection::vec(pair.clone(), 0..most);
        let decisions = (pairs(3), pairs(4)).prop_map(|(locked, forbidden)| Decisions { locked, forbidden });
        (Just(instance), decisions)
    })
}

#[test]
fn nothing_to_do_is_done() {
    for instance in [instance(&[], &[], &[]), instance(&[2], &[], &[]), instance(&[], &[3], &[])] {
        let solution = solved(&instance, false);
        assert_eq!((solution.value, solution.bound), (0, 0));
        assert_eq!(solution.plan, Plan::empty(&instance));
    }
}
