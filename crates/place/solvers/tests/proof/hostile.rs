//! Instances that are made to go wrong: ties, no room, a giant family, gains at the limit, nobody at all.

use crate::instances::{SCALE, alike, bound_at, instance, relaxed, solved};
use crate::tried::{is_crowded, persons_at_most};
use styrbord_settlement::{Among, Gains, Instance, verify};
use styrbord_solvers::{Order, Shortage, Solution, prices};

const DUTY: fn() -> Order = || Order { must_settle: true, ..Order::default() };

/// Solves and has the answer verified.
fn verified(instance: &Instance, order: &Order) -> Solution {
    let solution = solved(instance, order);
    assert_eq!(verify::check(instance, &solution.plan), Ok(solution.value));
    let is_complete = order.must_settle && solution.shortage.is_none();
    let among = if is_complete { Among::Complete } else { Among::All };
    let proved = verify::bound(instance, &solution.certificate, among).unwrap();
    assert!(solution.value <= proved && proved <= solution.bound, "{solution:?}");
    solution
}

#[test]
fn nobody_nowhere_and_one_of_each() {
    for order in [Order::default(), DUTY()] {
        assert_eq!(verified(&alike(&[], &[], 1), &order).bound, 0);
        assert_eq!(verified(&alike(&[], &[3, 0], 1), &order).bound, 0);
        assert_eq!(verified(&alike(&[2], &[2], 7), &order).value, 14);
    }
    assert_eq!(verified(&alike(&[2, 1], &[], 1), &Order::default()).plan.unplaced_cases(), 2);
    let one_place = verified(&alike(&[3, 3, 2, 1, 1], &[7], 5), &Order::default());
    assert_eq!((one_place.value, one_place.bound), (35, 35));
    let one_case = instance(&[2], &[1, 2, 9], &[Some(90), Some(5), Some(6)]);
    assert_eq!(verified(&one_case, &DUTY()).plan.homes, [Some(2)]);
}

#[test]
fn all_ties_fill_all_room() {
    let persons = [1, 2, 3, 4].repeat(30);
    let instance = alike(&persons, &[10; 30], SCALE);
    let solution = verified(&instance, &Order::default());
    assert_eq!((solution.value, solution.bound), (300 * i64::from(SCALE), 300 * i64::from(SCALE)));
    assert_eq!(verified(&instance, &DUTY()).shortage, None);
}

#[test]
fn many_alike_with_too_little_room_have_one_price() {
    let solution = verified(&alike(&[1; 400], &[7; 20], 50), &Order::default());
    assert_eq!((solution.value, solution.bound), (7000, 7000));
    assert_eq!(solution.prices, [50; 20]);
}

#[test]
fn gains_of_nothing_settle_everybody_who_must() {
    let instance = alike(&[2, 2, 1], &[3, 2], 0);
    assert_eq!(verified(&instance, &Order::default()).value, 0);
    assert_eq!(verified(&instance, &DUTY()).plan.unplaced_cases(), 0);
}

#[test]
fn no_room_anywhere_settles_nobody_and_says_why() {
    let instance = alike(&[1, 4], &[0, 0, 0], 9);
    assert_eq!(verified(&instance, &Order::default()).bound, 0);
    let solution = verified(&instance, &DUTY());
    let Some(Shortage::Room { cases, places }) = solution.shortage else { panic!("{solution:?}") };
    assert!(is_crowded(&instance, &cases, &places));
}

#[test]
fn a_case_that_no_place_suits_is_why() {
    let instance = instance(&[1, 2], &[5, 5], &[Some(1), Some(2), None, None]);
    let solution = verified(&instance, &DUTY());
    let Some(Shortage::Room { cases, places }) = solution.shortage else { panic!("{solution:?}") };
    assert!(is_crowded(&instance, &cases, &places) && cases == [1], "{cases:?} {places:?}");
    assert_eq!(solution.plan.homes[0], Some(1));
}

#[test]
fn too_many_for_the_room_are_proved_to_be() {
    let instance = alike(&[3, 3, 3, 2], &[6, 4], 5);
    let solution = verified(&instance, &DUTY());
    let Some(Shortage::Room { cases, places }) = solution.shortage else { panic!("{solution:?}") };
    assert!(is_crowded(&instance, &cases, &places));
}

#[test]
fn families_that_fit_only_in_parts_are_proved_not_to() {
    // Room for nine and nine persons, but no place holds two families.
    let instance = alike(&[3, 3, 3], &[5, 4], 5);
    let solution = verified(&instance, &DUTY());
    let Some(Shortage::WholeFamilies { persons_max, prices, scale, .. }) = solution.shortage else {
        panic!("{solution:?}")
    };
    assert_eq!((persons_max, persons_at_most(&instance, &prices, scale)), (6, Some(6)));
    assert_eq!(solution.plan.placed_persons(&instance), 6);
}

#[test]
fn one_giant_family_takes_its_place_or_none() {
    let room = [10_000, 1_000_000, 9_999];
    let giant = instance(&[10_000, 1], &room, &[Some(5), Some(4), None, Some(1), Some(2), Some(3)]);
    assert_eq!(verified(&giant, &DUTY()).plan.homes, [Some(0), Some(2)]);
    let too_large = instance(&[10_000, 1], &[9_999, 1], &[Some(5), None, Some(4), Some(3)]);
    let solution = verified(&too_large, &Order::default());
    assert_eq!(solution.plan.homes, [None, Some(0)]);
    let solution = verified(&too_large, &DUTY());
    let proof = solution.shortage.unwrap();
    assert!(!matches!(proof, Shortage::Unproved), "{proof:?}");
}

#[test]
fn giant_families_in_giant_places_cost_no_more_memory_than_there_is() {
    let persons: Vec<u32> = (1..=60).map(|size| size * 166).collect();
    let room = [1_000_000, 150_000, 77_777, 31_000];
    let gains: Vec<Option<i32>> = (0..persons.len() * 4).map(|at| Some((at * 37 % 101) as i32)).collect();
    let instance = instance(&persons, &room, &gains);
    let solution = verified(&instance, &DUTY());
    assert_eq!(solution.shortage, None);
}

#[test]
fn gains_at_the_limit_do_not_overflow() {
    let gains: Vec<Option<i32>> = (0..40).map(|at| Some(Gains::MAX - at % 3)).collect();
    let full = instance(&[10_000; 10], &[30_000, 20_000, 25_000, 1], &gains);
    let mut flow = relaxed(&full);
    let smallest = prices::smallest(&mut flow);
    assert_eq!(bound_at(&full, &smallest), flow.value());
    let solution = verified(&full, &Order::default());
    assert!(solution.value > 7 * 10_000 * i64::from(Gains::MAX - 3));
    let solution = verified(&full, &DUTY());
    let Some(Shortage::Room { cases, places }) = solution.shortage else { panic!("{solution:?}") };
    assert!(is_crowded(&full, &cases, &places));
    let all_fit = instance(&[10_000; 10], &[30_000, 20_000, 25_000, 30_000], &gains);
    assert_eq!(verified(&all_fit, &DUTY()).shortage, None);
}

#[test]
fn small_gains_at_a_large_scale_are_counted_as_persons() {
    for persons in [&[3, 2][..], &[3, 3, 3]] {
        let mut instance = alike(persons, &[4, 0], 7);
        instance.gains.set_scale(1_000_000_000);
        let solution = verified(&instance, &DUTY());
        assert!(matches!(solution.shortage, Some(Shortage::Room { .. })), "{solution:?}");
        let mut instance = alike(persons, &[4, 4, 2], 7);
        instance.gains.set_scale(1_000_000_000);
        let shortage = verified(&instance, &DUTY()).shortage;
        assert_eq!(
            matches!(shortage, Some(Shortage::WholeFamilies { .. })),
            persons.len() == 3,
            "{shortage:?}"
        );
    }
}

#[test]
fn a_chain_of_moves_through_all_places_is_found() {
    // Each case would rather live where the next one does; the last place alone has room.
    let places = 40;
    let persons = vec![1; places];
    let gain = |case: usize, place: usize| match place.checked_sub(case) {
        Some(0) => Some(10),
        Some(1) => Some(9),
        _ => None,
    };
    let mut gains: Vec<Option<i32>> =
        (0..places).flat_map(|case| (0..places).map(move |place| gain(case, place))).collect();
    gains[(places - 1) * places] = Some(100);
    let chain = instance(&persons, &vec![1; places], &gains);
    let solution = verified(&chain, &DUTY());
    assert_eq!(solution.value, 100 + 9 * (places as i64 - 1));
}
