//! Years week by week: what others published, what our policy adds, and what goes wrong in a year.

use crate::instances::{SCALE, alike, instance, solved};
use crate::years::year_and_pool;
use styrbord_settlement::{Floors, GroupFloor, Instance, Opening, Plan, RegionFloor, verify};
use styrbord_solvers::simulate::{Outcome, Policy, Setting, best_gain, simulate};
use styrbord_solvers::{Effort, Order};
use styrbord_synthetic::Wish;

/// A year, the year before it, and the bound on any plan of it.
struct Year {
    instance: Instance,
    pool: Instance,
    bound: i64,
}

impl Year {
    fn invent(persons: u32, seed: u64, strength: f64) -> Self {
        let (instance, pool) = year_and_pool(Wish { persons, seed, strength });
        let bound = solved(&instance, &Order { effort: Effort::Quick, ..Order::default() }).bound;
        Year { instance, pool, bound }
    }

    fn run(&self, setting: &Setting) -> Outcome {
        let outcome = simulate(&self.instance, &self.pool, setting, &mut |_| true);
        assert_eq!(verify::check(&self.instance, &outcome.plan), Ok(outcome.value));
        assert_eq!(outcome.plan.placed_persons(&self.instance), outcome.placed_persons);
        outcome
    }

    /// Returns the value as a part of the bound, in hundredths of a percent.
    fn share(&self, setting: &Setting) -> i64 {
        self.run(setting).value * 10_000 / self.bound
    }
}

/// Returns years of both strengths.
fn years(persons: u32, seeds: std::ops::Range<u64>) -> Vec<Year> {
    let strengths = [1.0, 0.35];
    seeds.flat_map(|seed| strengths.map(|strength| Year::invent(persons, seed, strength))).collect()
}

fn of(policy: Policy) -> Setting {
    Setting { policy, futures: 1, ..Setting::default() }
}

fn mean(figures: impl Iterator<Item = i64>) -> i64 {
    let figures: Vec<i64> = figures.collect();
    figures.iter().sum::<i64>() / figures.len() as i64
}

#[test]
fn greedy_and_potentials_are_worth_what_was_published() {
    let years = years(1_000, 1..3);
    let mut means = Vec::new();
    for (policy, within) in [(Policy::Greedy, 8_600..=9_400), (Policy::Pot2, 9_450..=9_800)] {
        let shares: Vec<i64> = years.iter().map(|year| year.share(&of(policy))).collect();
        assert!(shares.iter().all(|share| within.contains(share)), "{policy:?}: {shares:?}");
        means.push(mean(shares.into_iter()));
    }
    let steady = mean(years.iter().map(|year| year.share(&of(Policy::Steady))));
    assert!(means[0] < 9_200 && steady > means[1], "{means:?} {steady}");
}

#[test]
fn a_wrong_forecast_costs_half_a_point_at_most() {
    let years = years(800, 1..3);
    let believed = |percent: usize| {
        let share = |year: &Year| {
            let total = year.instance.cases.len() * percent / 100;
            year.share(&Setting { believed_total: Some(total), ..of(Policy::Steady) })
        };
        mean(years.iter().map(share))
    };
    let right = believed(100);
    for wrong in [believed(80), believed(125)] {
        assert!(right - wrong <= 50, "{right} {wrong}");
    }
}

/// Moves cases so that six times as many come each week of the second half.
fn with_wave(year: &mut Year) {
    let count = year.instance.cases.len();
    for (at, case) in year.instance.cases.iter_mut().enumerate() {
        let place = at * 26 * 7 / count;
        case.week = if place < 26 { place } else { 26 + (place - 26) / 6 } as u32;
    }
}

#[test]
fn six_times_as_many_in_mid_year_are_placed_nearly_as_well() {
    let mut years = years(800, 1..3);
    years.iter_mut().for_each(with_wave);
    let run = |policy, knows: bool| {
        let share = |year: &Year| {
            let believed = year.instance.cases.len() * 2 / 7;
            year.share(&Setting { believed_total: Some(believed).filter(|_| !knows), ..of(policy) })
        };
        mean(years.iter().map(share))
    };
    let (surprised, foresaw, published) =
        (run(Policy::Steady, false), run(Policy::Pot2, true), run(Policy::Pot2, false));
    assert!(surprised + 150 >= foresaw && surprised >= published + 150, "{surprised} {foresaw} {published}");
    for year in &years {
        let outcome = year.run(&of(Policy::Steady));
        assert!(
            outcome.placed_persons * 1_000 >= year.instance.persons() * 960,
            "{}",
            outcome.placed_persons
        );
    }
}

#[test]
fn the_same_year_is_placed_alike_twice() {
    let year = Year::invent(300, 5, 1.0);
    let [one, two] = [(), ()].map(|()| year.run(&Setting::default()));
    assert_eq!((one.plan, one.value, one.imbalance_ppm), (two.plan, two.value, two.imbalance_ppm));
}

/// Returns a year in which room for two opens each week in one place, and two single persons come each week; a
/// family of six came in the first one.
fn crowded(weeks: u32) -> (Instance, Vec<Opening>) {
    let singles = (weeks * 2) as usize;
    let persons: Vec<u32> = [6].into_iter().chain(std::iter::repeat_n(1, singles)).collect();
    let mut year = alike(&persons, &[0], SCALE / 2);
    for (at, case) in year.cases.iter_mut().enumerate().skip(1) {
        case.week = (at as u32 - 1) / 2;
    }
    let opening = |week| Opening { place: 0, week, capacity: 2 };
    (year, (1..weeks).map(opening).collect())
}

#[test]
fn a_family_that_waits_long_gets_its_room() {
    let (year, openings) = crowded(40);
    let waited = |policy| {
        let setting = Setting { openings: openings.clone(), ..of(policy) };
        simulate(&year, &year, &setting, &mut |_| true).waited_weeks
    };
    let steady = waited(Policy::Steady);
    assert!(steady[0].is_some_and(|weeks| (13..=16).contains(&weeks)), "{:?}", steady[0]);
    assert!(steady.iter().flatten().all(|weeks| *weeks <= 26), "{steady:?}");
    assert_eq!(waited(Policy::Greedy)[0], None);
}

#[test]
fn who_waited_longest_comes_first() {
    // Room for one opens in the last week. The newer cases are worth more there.
    let mut year = instance(&[1, 1, 1], &[0], &[Some(100), Some(300), Some(500)]);
    for (case, week) in year.cases.iter_mut().zip([0, 20, 30]) {
        case.week = week;
    }
    let setting =
        Setting { openings: vec![Opening { place: 0, week: 30, capacity: 1 }], ..of(Policy::Steady) };
    let waited = simulate(&year, &year, &setting, &mut |_| true).waited_weeks;
    assert_eq!(waited, [Some(30), None, None]);
}

/// Returns which part of the persons settled lives in a region, in millionths.
fn share_of_region(year: &Year, plan: &Plan, region: u32) -> u64 {
    let lives_there =
        |home: &Option<u32>| home.is_some_and(|place| year.instance.places[place as usize].region == region);
    let homes = plan.homes.iter().zip(&year.instance.cases);
    let living: u64 =
        homes.filter(|(home, _)| lives_there(home)).map(|(_, case)| u64::from(case.persons)).sum();
    living * 1_000_000 / plan.placed_persons(&year.instance)
}

/// Returns what a group's placements are worth, in millionths of what they would be where each case is best.
fn share_of_group(year: &Year, plan: &Plan, group: u32) -> i64 {
    let (mut value, mut best) = (0, 0);
    for (case, _) in year.instance.cases.iter().enumerate().filter(|(_, case)| case.origin_group == group) {
        value += plan.homes[case].and_then(|place| year.instance.gain(case, place as usize)).unwrap_or(0);
        best += best_gain(&year.instance, case);
    }
    value * 1_000_000 / best
}

#[test]
fn floors_and_ceilings_of_regions_are_kept() {
    const ASKED: u32 = 6_000;
    // A family of three.
    const MISSED: u32 = 2_000;
    let mut year = Year::invent(1_500, 3, 1.0);
    for (at, place) in year.instance.places.iter_mut().enumerate() {
        place.region = at as u32 % 3;
    }
    let free = year.run(&of(Policy::Steady));
    let mut kept = 0;
    for region in 0..3 {
        let without = share_of_region(&year, &free.plan, region) as u32;
        let (min, max) = (without + ASKED, without - ASKED);
        let run = |rule: RegionFloor| {
            let floors = Floors { regions: vec![rule], ..Floors::default() };
            let held = year.run(&Setting { floors, ..of(Policy::Steady) });
            assert!(held.value * 100 >= free.value * 98, "{rule:?} costs {} of {}", held.value, free.value);
            (share_of_region(&year, &held.plan, region) as u32, held.region_prices[0])
        };
        let (share, price) = run(RegionFloor { region, min_ppm: Some(min), max_ppm: None });
        assert!(share >= without + MISSED && price < 0, "{region}: {share} {min} {price}");
        kept += u32::from(share + MISSED >= min);
        let (share, price) = run(RegionFloor { region, min_ppm: None, max_ppm: Some(max) });
        assert!(share <= without - MISSED && price > 0, "{region}: {share} {max} {price}");
        kept += u32::from(share <= max + MISSED);
    }
    // In a small year what is left at the end suits few.
    assert!(kept >= 5, "{kept}");
}

#[test]
fn floors_of_groups_are_held_and_cost_little() {
    let year = Year::invent(1_500, 3, 1.0);
    let free = year.run(&of(Policy::Steady));
    let mut kept = 0;
    for origin_group in 0..6 {
        let without = share_of_group(&year, &free.plan, origin_group);
        let rule = GroupFloor { origin_group, min_ppm: without as u32 + 10_000 };
        let floors = Floors { groups: vec![rule], ..Floors::default() };
        let held = year.run(&Setting { floors, ..of(Policy::Steady) });
        let share = share_of_group(&year, &held.plan, origin_group);
        assert!(held.group_weights[0] > 0 && held.value * 100 >= free.value * 98, "{rule:?} {held:?}");
        kept += u32::from(share >= i64::from(rule.min_ppm) - 2_000);
    }
    assert!(kept >= 4, "{kept}");
}

#[test]
fn a_rule_that_is_kept_anyway_changes_nothing() {
    let year = Year::invent(300, 3, 1.0);
    let region = year.instance.places[0].region;
    let floors = Floors {
        regions: vec![RegionFloor { region, min_ppm: Some(0), max_ppm: Some(1_000_000) }],
        groups: vec![GroupFloor { origin_group: 0, min_ppm: 0 }],
    };
    let held = year.run(&Setting { floors, ..of(Policy::Steady) });
    assert_eq!(held.plan, year.run(&of(Policy::Steady)).plan);
    assert_eq!((held.region_prices, held.group_weights), (vec![0], vec![0]));
}
