//! What floors and ceilings came to, and what each cost.
#![expect(clippy::float_arithmetic, reason = "what is shown of exact units")]

use super::super::{gap, living, worth};
use serde::Serialize;
use styrbord_settlement::{Floors, GroupFloor, Instance, Plan, RegionFloor};
use styrbord_solvers::simulate::{Outcome, Setting, best_gain, simulate as run};

/// What the rules came to. What they cost is known when the year was run to its end.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldFloors {
    /// What the same year is worth without any rule.
    pub value_without: Option<f64>,
    /// How much less it is worth with all of them; below 0 when it is worth more.
    pub cost: Option<f64>,
    /// Rules on regions.
    pub regions: Vec<HeldRegion>,
    /// Rules on groups.
    pub groups: Vec<HeldGroup>,
}

/// What a rule on a region came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldRegion {
    /// The region.
    pub region: u32,
    /// The least part of the persons settled that is to live there.
    pub min_share: Option<f64>,
    /// The largest part.
    pub max_share: Option<f64>,
    /// The part that lives there at the year's end.
    pub share: f64,
    /// The part without any rule.
    pub share_without: Option<f64>,
    /// Whether the rule is kept.
    pub kept: bool,
    /// The price that steered towards it, for a person, mean over the weeks; below 0 it drew persons in.
    pub price: f64,
    /// How much more the year is worth when this rule alone is dropped.
    pub cost: Option<f64>,
}

/// What a rule on a group came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldGroup {
    /// The group of origin.
    pub origin_group: u32,
    /// The least part of what the group could have had.
    pub min_value_share: f64,
    /// The part that it has at the year's end.
    pub value_share: f64,
    /// The part without any rule.
    pub value_share_without: Option<f64>,
    /// Whether the rule is kept.
    pub kept: bool,
    /// How much more its values counted, as a part of them, mean over the weeks.
    pub weight: f64,
    /// How much more the year is worth when this rule alone is dropped.
    pub cost: Option<f64>,
}

/// Returns what the rules came to; none when there are none. The year is run without them, and without each of them,
/// when costs are to be known.
pub(super) fn held(
    instance: &Instance,
    pool: &Instance,
    setting: &Setting,
    outcome: &Outcome,
    with_costs: bool,
) -> Option<HeldFloors> {
    let floors = &setting.floors;
    if floors.regions.is_empty() && floors.groups.is_empty() {
        return None;
    }
    let under = |floors: Floors| {
        with_costs.then(|| run(instance, pool, &Setting { floors, ..setting.clone() }, &mut |_| true))
    };
    let cost = |other: &Outcome| worth(other.value - outcome.value, instance.gains.scale());
    let without = under(Floors::default());
    let is_only = floors.regions.len() + floors.groups.len() == 1;
    let cost_of = |rest: Floors| {
        let other = if is_only { without.clone() } else { under(rest) };
        other.as_ref().map(cost)
    };
    let region = |(at, rule): (usize, &RegionFloor)| {
        let mut rest = floors.clone();
        rest.regions.remove(at);
        let share = |outcome: &Outcome| part_in(instance, &outcome.plan, rule.region);
        HeldRegion {
            region: rule.region,
            min_share: rule.min_ppm.map(of_ppm),
            max_share: rule.max_ppm.map(of_ppm),
            share: of_parts(share(outcome)),
            share_without: without.as_ref().map(share).map(of_parts),
            kept: is_kept(share(outcome), rule.min_ppm, rule.max_ppm),
            price: worth(outcome.region_prices.get(at).copied().unwrap_or(0), instance.gains.scale()),
            cost: cost_of(rest),
        }
    };
    let group = |(at, rule): (usize, &GroupFloor)| {
        let mut rest = floors.clone();
        rest.groups.remove(at);
        let share = |outcome: &Outcome| part_had(instance, &outcome.plan, rule.origin_group);
        HeldGroup {
            origin_group: rule.origin_group,
            min_value_share: of_ppm(rule.min_ppm),
            value_share: of_parts(share(outcome)),
            value_share_without: without.as_ref().map(share).map(of_parts),
            kept: is_kept(share(outcome), Some(rule.min_ppm), None),
            weight: worth(outcome.group_weights.get(at).copied().unwrap_or(0), 1000),
            cost: cost_of(rest),
        }
    };
    Some(HeldFloors {
        value_without: without.as_ref().map(|other| worth(other.value, instance.gains.scale())),
        cost: without.as_ref().map(cost),
        regions: floors.regions.iter().enumerate().map(region).collect(),
        groups: floors.groups.iter().enumerate().map(group).collect(),
    })
}

/// Returns how many of the persons settled live in a region, and how many are settled.
fn part_in(instance: &Instance, plan: &Plan, region: u32) -> (i64, i64) {
    let persons = living(instance, plan);
    let within = instance.places.iter().zip(&persons).filter(|(place, _)| place.region == region);
    (within.map(|(_, persons)| *persons as i64).sum(), persons.iter().sum::<u64>() as i64)
}

/// Returns what the placements of a group are worth, and what they would be where each of its cases is best.
fn part_had(instance: &Instance, plan: &Plan, group: u32) -> (i64, i64) {
    let cases = instance.cases.iter().zip(&plan.homes).enumerate();
    cases.filter(|(_, (case, _))| case.origin_group == group).fold((0, 0), |sums, (at, (_, home))| {
        let gain = home.and_then(|place| instance.gain(at, place as usize)).unwrap_or(0);
        (sums.0 + gain, sums.1 + best_gain(instance, at))
    })
}

/// Tells whether a part of a whole lies within limits in millionths.
fn is_kept((part, whole): (i64, i64), min: Option<u32>, max: Option<u32>) -> bool {
    let part = i128::from(part) * 1_000_000;
    let limit = |ppm: u32| i128::from(whole) * i128::from(ppm);
    min.is_none_or(|min| part >= limit(min)) && max.is_none_or(|max| part <= limit(max))
}

/// Returns a part of a whole; nothing of nothing.
pub(super) fn of_parts((part, whole): (i64, i64)) -> f64 {
    if whole > 0 { 1.0 - gap(part, whole) } else { 0.0 }
}

fn of_ppm(ppm: u32) -> f64 {
    f64::from(ppm) / 1e6
}
