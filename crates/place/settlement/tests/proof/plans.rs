//! Plans with a planted violation, in memory and in files: each is caught and named.

use crate::made::{any_instance, case_key, is_in_order, place_key, placed};
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::Arc;
use styrbord_settlement::read::{PlanFile, plan};
use styrbord_settlement::verify::check;
use styrbord_settlement::{Gains, Instance, Plan, Violation};
use styrbord_tables::Table;

fn any_plan() -> impl Strategy<Value = (Instance, Plan)> {
    (any_instance(), prop::collection::vec(0..5_usize, 1..7)).prop_map(|(instance, wishes)| {
        let plan = placed(&instance, &wishes);
        (instance, plan)
    })
}

/// Returns the violations that are found.
fn found(instance: &Instance, plan: &Plan) -> Vec<Violation> {
    check(instance, plan).err().unwrap_or_default()
}

/// Returns one of the cases that have a home, with the home.
fn settled(plan: &Plan, index: Index) -> Option<(usize, usize)> {
    let settled: Vec<(usize, usize)> =
        plan.homes.iter().enumerate().filter_map(|(case, home)| Some((case, (*home)? as usize))).collect();
    (!settled.is_empty()).then(|| *index.get(&settled))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_plan_in_order_is_worth_the_sum_of_its_pairs((instance, plan) in any_plan()) {
        let mut sum = 0_i64;
        for (case, home) in plan.homes.iter().enumerate() {
            if let Some(place) = home {
                let persons = i64::from(instance.cases[case].persons);
                sum += persons * i64::from(instance.gains.row(case)[*place as usize]);
            }
        }
        prop_assert_eq!(check(&instance, &plan), Ok(sum));
    }

    #[test]
    fn a_plan_is_accepted_when_it_is_in_order_and_only_then(
        instance in any_instance(), homes in prop::collection::vec(prop::option::of(0..4_u32), 6),
    ) {
        let places = instance.places.len() as u32;
        let home = |home: &Option<u32>| home.map(|place| place % places);
        let plan = Plan { homes: homes.iter().map(home).take(instance.cases.len()).collect() };
        prop_assume!(plan.homes.len() == instance.cases.len());
        prop_assert_eq!(check(&instance, &plan).is_ok(), is_in_order(&instance, &plan));
    }

    #[test]
    fn a_place_with_too_little_room_is_caught((instance, plan) in any_plan(), index in any::<Index>()) {
        let Some((_, place)) = settled(&plan, index) else { return Ok(()) };
        let mut less = instance.clone();
        let persons: u32 = (0..less.cases.len())
            .filter(|case| plan.homes[*case] == Some(place as u32))
            .map(|case| less.cases[case].persons)
            .sum();
        less.places[place].capacity = persons - 1;
        let (capacity, persons) = (u64::from(persons) - 1, u64::from(persons));
        prop_assert_eq!(found(&less, &plan), [Violation::OverCapacity { place, capacity, persons }]);
    }

    #[test]
    fn a_place_that_does_not_suit_is_caught((instance, plan) in any_plan(), index in any::<Index>()) {
        let Some((case, place)) = settled(&plan, index) else { return Ok(()) };
        let mut other = instance.clone();
        other.gains.row_mut(case)[place] = Gains::NONE;
        prop_assert_eq!(found(&other, &plan), [Violation::NotCompatible { case, place }]);
    }

    #[test]
    fn a_tied_case_elsewhere_is_caught(
        (instance, plan) in any_plan(), index in any::<Index>(), elsewhere in any::<Index>(),
    ) {
        let Some((case, place)) = settled(&plan, index) else { return Ok(()) };
        // The gains are left as they are: the tie alone says no.
        let mut tied = instance.clone();
        let other = elsewhere.index(instance.places.len());
        tied.cases[case].tied_place = Some(other as u32);
        let expected =
            if other == place { vec![] } else { vec![Violation::NotCompatible { case, place }] };
        prop_assert_eq!(found(&tied, &plan), expected);
    }

    #[test]
    fn too_little_of_a_further_kind_is_caught((instance, plan) in any_plan(), index in any::<Index>()) {
        let Some((case, place)) = settled(&plan, index) else { return Ok(()) };
        let mut less = instance.clone();
        for (kind, about) in less.kinds.iter_mut().enumerate() {
            about.need[case] += about.capacity[place] + 1;
            let caught = found(&Instance { kinds: vec![about.clone()], ..instance.clone() }, &plan);
            let capacity = u64::from(about.capacity[place]);
            let is_it = |found: &Violation| matches!(found, Violation::OverKind { place: at, kind: 0, capacity: there, .. }
                if *at == place && *there == capacity);
            prop_assert!(caught.len() == 1 && is_it(&caught[0]), "{} {:?}", kind, caught);
        }
    }

    #[test]
    fn a_place_that_is_none_is_caught((instance, plan) in any_plan(), case in any::<Index>(), far in 0..9_u32) {
        let case = case.index(instance.cases.len());
        let mut plan = plan;
        plan.homes[case] = Some(instance.places.len() as u32 + far * 400_000_000);
        prop_assert_eq!(found(&instance, &plan), [Violation::UnknownPlace { case }]);
    }

    #[test]
    fn homes_for_more_or_fewer_cases_are_caught((instance, plan) in any_plan(), more in any::<bool>()) {
        let mut plan = plan;
        if more {
            plan.homes.push(None);
        } else {
            plan.homes.pop();
        }
        let (expected, found_length) = (instance.cases.len(), plan.homes.len());
        let wrong = Violation::WrongLength { expected, found: found_length };
        prop_assert_eq!(found(&instance, &plan), [wrong]);
    }
}

/// Returns a plan as its file.
fn text(plan: &Plan) -> String {
    let line = |(case, home): (usize, &Option<u32>)| {
        format!("{},{}\n", case_key(case), home.map(|place| place_key(place as usize)).unwrap_or_default())
    };
    "case,place\n".to_owned() + &plan.homes.iter().enumerate().map(line).collect::<String>()
}

fn read(instance: &Instance, text: &str) -> PlanFile {
    plan(&Table::open("plan.csv", Arc::new(text.as_bytes().to_vec())).unwrap(), instance).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_plan_comes_back_from_its_file((instance, plan) in any_plan()) {
        let file = read(&instance, &text(&plan));
        prop_assert_eq!((file.plan, file.wrong), (plan, vec![]));
    }

    #[test]
    fn what_a_file_tells_wrongly_is_named((instance, plan) in any_plan(), case in any::<Index>()) {
        let case = case.index(instance.cases.len());
        let (text, key) = (text(&plan), case_key(case));
        let lines: Vec<&str> = text.lines().collect();
        let last = lines.len();
        let says = |text: &str| -> Vec<String> {
            read(&instance, text).wrong.iter().map(ToString::to_string).collect()
        };
        let twice = format!("{text}{key},\n");
        let expected =
            format!("plan.csv, line {}, column case: {key:?}: the same stands in line {}", last + 1, case + 2);
        prop_assert_eq!(says(&twice), [expected]);
        let stranger = format!("{text}x,{}\n", place_key(0));
        let expected = format!("plan.csv, line {}, column case: \"x\": cases has no such case", last + 1);
        prop_assert_eq!(says(&stranger), [expected]);
        let mut without = lines.clone();
        without.remove(case + 1);
        let without = without.join("\n") + "\n";
        let expected = format!("plan.csv, column case: {key:?}: the case stands nowhere in the file");
        prop_assert_eq!(says(&without), [expected]);
        let mut nowhere = lines.clone();
        let line = format!("{key},0");
        nowhere[case + 1] = &line;
        let expected = format!("plan.csv, line {}, column place: \"0\": places has no such place", case + 2);
        prop_assert_eq!(says(&(nowhere.join("\n") + "\n")), [expected]);
    }
}
