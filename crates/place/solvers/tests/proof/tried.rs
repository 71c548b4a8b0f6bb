//! All plans of thousands of small instances are tried, around people's decisions too.

use crate::instances::{small, solved};
use proptest::prelude::*;
use proptest::sample::Index;
use styrbord_settlement::{Among, Certificate, Decisions, Gains, Instance, verify};
use styrbord_solvers::{Order, Shortage, Solution};

/// What the best plans of an instance are.
#[derive(Debug, Default, PartialEq, Eq)]
struct Best {
    /// The most that any plan is worth.
    value: i64,
    /// The most that a plan is worth that settles everybody.
    complete: Option<i64>,
    /// The most persons that any plan settles.
    persons: u64,
}

/// Tries all plans.
fn tried(instance: &Instance) -> Best {
    struct Trial<'a> {
        instance: &'a Instance,
        room: Vec<u32>,
        best: Best,
    }
    impl Trial<'_> {
        fn go(&mut self, case: usize, value: i64, persons: u64) {
            let Some(about) = self.instance.cases.get(case) else {
                self.best.value = self.best.value.max(value);
                self.best.persons = self.best.persons.max(persons);
                if persons == self.instance.persons() {
                    self.best.complete = self.best.complete.max(Some(value));
                }
                return;
            };
            self.go(case + 1, value, persons);
            for place in 0..self.room.len() {
                if let Some(gain) = self.instance.gain(case, place)
                    && self.room[place] >= about.persons
                {
                    self.room[place] -= about.persons;
                    self.go(case + 1, value + gain, persons + u64::from(about.persons));
                    self.room[place] += about.persons;
                }
            }
        }
    }
    let room = instance.places.iter().map(|place| place.capacity).collect();
    let mut trial = Trial { instance, room, best: Best::default() };
    trial.go(0, 0, 0);
    trial.best
}

/// Returns the instance without the pairs that people's decisions exclude.
fn decided(instance: &Instance, order: &Order) -> Instance {
    let mut instance = instance.clone();
    for case in 0..instance.cases.len() {
        for (place, gain) in instance.gains.row_mut(case).iter_mut().enumerate() {
            let elsewhere = order.decisions.locked.iter().any(|lock| lock.0 == case && lock.1 != place);
            if elsewhere || order.decisions.forbidden.contains(&(case, place)) {
                *gain = Gains::NONE;
            }
        }
    }
    instance
}

/// Checks what must hold of every answer; `instance` has only the pairs that may be chosen.
fn judge(instance: &Instance, order: &Order, solution: &Solution) -> Result<(), TestCaseError> {
    let best = tried(instance);
    prop_assert_eq!(verify::check(instance, &solution.plan), Ok(solution.value));
    if !order.must_settle {
        prop_assert_eq!(solution.value, best.value);
        let proved = verify::bound(instance, &solution.certificate, Among::All);
        prop_assert!(proved.as_ref().is_ok_and(|proved| (best.value..=solution.bound).contains(proved)));
        return Ok(());
    }
    match (&solution.shortage, best.complete) {
        (None, Some(complete)) => {
            prop_assert_eq!(solution.plan.unplaced_cases(), 0);
            prop_assert!(solution.value <= complete && complete <= solution.bound);
            let proved = verify::bound(instance, &solution.certificate, Among::Complete);
            prop_assert!(proved.as_ref().is_ok_and(|proved| (complete..=solution.bound).contains(proved)));
        }
        (Some(Shortage::Room { cases, places }), None) => prop_assert!(is_crowded(instance, cases, places)),
        (Some(Shortage::WholeFamilies { persons_max, prices, scale, .. }), None) => {
            prop_assert!(*persons_max < instance.persons());
            prop_assert!(best.persons <= *persons_max);
            prop_assert_eq!(persons_at_most(instance, prices, *scale), Some(*persons_max));
        }
        (Some(Shortage::Unproved), None) => {}
        (shortage, complete) => prop_assert!(false, "{shortage:?} {complete:?}"),
    }
    Ok(())
}

/// Tells whether the cases can go to the places only and need more room than there is.
pub(crate) fn is_crowded(instance: &Instance, cases: &[usize], places: &[usize]) -> bool {
    let need: u64 = cases.iter().map(|case| u64::from(instance.cases[*case].persons)).sum();
    let room: u64 = places.iter().map(|place| u64::from(instance.places[*place].capacity)).sum();
    let elsewhere = |case: &usize| {
        (0..instance.places.len())
            .any(|place| !places.contains(&place) && instance.gain(*case, place).is_some())
    };
    need > room && !cases.iter().any(elsewhere)
}

/// Returns the most persons that a plan can settle, as the verifier proves it from prices of cases: in an instance
/// where each person who is placed is worth `scale`.
pub(crate) fn persons_at_most(instance: &Instance, prices: &[i64], scale: i64) -> Option<u64> {
    let mut counted = instance.clone();
    for case in 0..counted.cases.len() {
        for gain in counted.gains.row_mut(case).iter_mut().filter(|gain| **gain != Gains::NONE) {
            *gain = i32::try_from(scale).ok()?;
        }
    }
    let bound = verify::bound(&counted, &Certificate::CasePrices(prices.to_vec()), Among::All).ok()?;
    u64::try_from(bound / scale).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_best_plan_is_found(instance in small()) {
        let order = Order::default();
        judge(&instance, &order, &solved(&instance, &order))?;
    }

    #[test]
    fn everybody_is_settled_or_it_is_proved_why_not(instance in small()) {
        let order = Order { must_settle: true, ..Order::default() };
        judge(&instance, &order, &solved(&instance, &order))?;
    }

    #[test]
    fn around_what_is_forbidden_the_best_plan_is_found(
        instance in small(),
        pairs in prop::collection::vec(any::<(Index, Index)>(), 0..6),
        must_settle in any::<bool>(),
    ) {
        prop_assume!(!instance.cases.is_empty());
        let (cases, places) = (instance.cases.len(), instance.places.len());
        let forbidden = pairs.iter().map(|(case, place)| (case.index(cases), place.index(places))).collect();
        let decisions = Decisions { forbidden, ..Decisions::default() };
        let order = Order { must_settle, decisions, ..Order::default() };
        let solution = solved(&instance, &order);
        for (case, place) in &order.decisions.forbidden {
            prop_assert_ne!(solution.plan.homes[*case], Some(*place as u32));
        }
        judge(&decided(&instance, &order), &order, &solution)?;
    }

    #[test]
    fn a_locked_case_goes_nowhere_else(
        instance in small(),
        locks in prop::collection::vec(any::<(Index, Index)>(), 0..4),
    ) {
        let mut order = Order::default();
        for (case, place) in locks {
            if instance.cases.is_empty() {
                break;
            }
            let (case, place) = (case.index(instance.cases.len()), place.index(instance.places.len()));
            let is_new = order.decisions.locked.iter().all(|lock| lock.0 != case);
            if is_new && instance.gain(case, place).is_some() {
                order.decisions.locked.push((case, place));
            }
        }
        let solution = solved(&instance, &order);
        for (case, place) in &order.decisions.locked {
            prop_assert!(solution.plan.homes[*case].is_none_or(|home| home as usize == *place));
        }
        let decided = decided(&instance, &order);
        prop_assert_eq!(verify::check(&decided, &solution.plan), Ok(solution.value));
        prop_assert!(solution.value <= solution.bound);
    }

    #[test]
    fn stopped_at_any_time_it_gives_a_plan_and_a_bound(instance in small(), looks in 0..6_u32) {
        let mut left = looks;
        let solution = styrbord_solvers::solve(&instance, &Order::default(), &mut |progress| {
            assert!(progress.value <= progress.bound);
            left = left.saturating_sub(1);
            left > 0
        });
        prop_assert_eq!(verify::check(&instance, &solution.plan), Ok(solution.value));
        let best = tried(&instance).value;
        prop_assert!(solution.value <= best && best <= solution.bound);
    }
}

#[test]
fn what_is_tried_is_all_there_is() {
    let instance = crate::instances::instance(&[2, 1], &[2, 1], &[Some(5), None, Some(9), Some(1)]);
    assert_eq!(tried(&instance), Best { value: 11, complete: Some(11), persons: 3 });
    let tight = crate::instances::instance(&[2, 1], &[2], &[Some(5), Some(9)]);
    assert_eq!(tried(&tight), Best { value: 10, complete: None, persons: 2 });
}
