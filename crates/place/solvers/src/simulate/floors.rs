//! Floors and ceilings of regions, floors of groups: what is asked, and how a year is steered towards it.
//!
//! Each rule is held by a price that is raised while the rule is not kept and lowered again while it is kept with
//! something to spare. It looks at the sums so far, so that a rule holds in the course of the year and not only at
//! its end. A rule never keeps anybody out who has nowhere else to go.

use super::Year;
use styrbord_settlement::{Floors, Gains, Instance};

/// Returns what the best place of a case is worth, in units.
pub fn best_gain(instance: &Instance, case: usize) -> i64 {
    let gain = instance.gains.row(case).iter().copied().max().unwrap_or(0).max(0);
    i64::from(gain) * instance.cases.get(case).map_or(0, |case| i64::from(case.persons))
}

/// One in millionths.
const ONE: i64 = 1_000_000;
/// A rule is steered to be kept by so much more than is asked, in millionths of what is asked.
const MARGIN: i64 = 8_000;
/// And a group by so much more while the year is young: the best places fill up, and what a group has so far is more
/// than it will have.
const MARGIN_EARLY: i64 = 50_000;
/// How much of a price answers what is lacking now, and what has been lacking week for week.
const NOW: i64 = 40;
const LASTING: i64 = 10;
/// What is lacking counts for so many times as much at most when few are still to come who could make up for it.
const LATE_MAX: i64 = 12;
/// No price on a region is more spreads of the gains.
const SPREADS_MAX: i64 = 8;
/// Gains of a group count so much more at most, in millionths.
const WEIGHT_MAX: i64 = 3 * ONE;

/// Holds the rules week by week.
pub(super) struct Steering<'a> {
    floors: &'a Floors,
    spread: i64,
    weeks: i64,
    /// For each rule on a region what keeps its floor, and what keeps its ceiling.
    regions: Vec<[Control; 2]>,
    groups: Vec<Control>,
    /// The sums over the weeks of prices and weights.
    region_sums: Vec<i64>,
    group_sums: Vec<i64>,
    /// For each rule on a group the weight of its gains besides 1, in thousandths.
    weights: Vec<(u32, i64)>,
}

/// What keeps one rule: what has been lacking, in millionths of what is asked.
#[derive(Debug, Clone, Copy, Default)]
struct Control {
    lacked: i64,
    force: i64,
}

impl Control {
    /// Learns what is lacking now; what is more than enough lets go again.
    fn learn(&mut self, lacks: i64, most: i64) {
        self.lacked = (self.lacked + lacks).clamp(0, most / LASTING);
        self.force = (lacks * NOW + self.lacked * LASTING).clamp(0, most);
    }
}

impl<'a> Steering<'a> {
    pub(super) fn new(floors: &'a Floors, spread: i64) -> Self {
        Steering {
            floors,
            spread,
            weeks: 0,
            regions: vec![<[Control; 2]>::default(); floors.regions.len()],
            groups: vec![Control::default(); floors.groups.len()],
            region_sums: vec![0; floors.regions.len()],
            group_sums: vec![0; floors.groups.len()],
            weights: Vec::new(),
        }
    }

    /// Looks at the sums so far.
    pub(super) fn learn(&mut self, year: &Year<'_>) {
        self.weeks += 1;
        let all: u64 = year.capacity.iter().map(|capacity| u64::from(*capacity)).sum();
        let coming = all.saturating_sub(year.placed).max(1);
        let late = ((year.placed / coming) as i64).clamp(1, LATE_MAX);
        self.learn_regions(year, late);
        self.learn_groups(year, late, MARGIN + MARGIN_EARLY * coming as i64 / all.max(1) as i64);
    }

    fn learn_regions(&mut self, year: &Year<'_>, late: i64) {
        if year.placed == 0 {
            return;
        }
        for (rule, [floor, ceiling]) in self.floors.regions.iter().zip(&mut self.regions) {
            let places = year.instance.places.iter().enumerate();
            let within = places.filter(|(_, place)| place.region == rule.region);
            let living: i64 = within.map(|(place, _)| i64::from(year.living(place))).sum();
            let share = living * ONE / year.placed as i64;
            let most = SPREADS_MAX * ONE;
            if let Some(min) = rule.min_ppm.map(i64::from) {
                floor.learn(part(min + min * MARGIN / ONE - share, min) * late, most);
            }
            if let Some(max) = rule.max_ppm.map(i64::from) {
                ceiling.learn(part(share - max + max * MARGIN / ONE, max) * late, most);
            }
        }
    }

    fn learn_groups(&mut self, year: &Year<'_>, late: i64, margin: i64) {
        self.weights.clear();
        for (at, (rule, control)) in self.floors.groups.iter().zip(&mut self.groups).enumerate() {
            let (value, best) = group_sums(year, rule.origin_group);
            let min = i64::from(rule.min_ppm);
            if best > 0 {
                let share = (i128::from(value) * i128::from(ONE) / i128::from(best)) as i64;
                control.learn(part(min + min * margin / ONE - share, min) * late, WEIGHT_MAX);
            }
            let weight = control.force / 1000;
            self.weights.push((rule.origin_group, weight));
            self.group_sums[at] += weight;
        }
    }

    /// Adds the prices of the rules on regions.
    pub(super) fn add_to(&mut self, prices: &mut [i32], instance: &Instance) {
        for (at, (rule, [floor, ceiling])) in self.floors.regions.iter().zip(&self.regions).enumerate() {
            let price = (ceiling.force - floor.force) * self.spread / ONE;
            self.region_sums[at] += price;
            for (of_place, place) in prices.iter_mut().zip(&instance.places) {
                if place.region == rule.region {
                    let sum = i64::from(*of_place) + price;
                    *of_place = sum.clamp(i64::from(-Gains::MAX), i64::from(Gains::MAX)) as i32;
                }
            }
        }
    }

    /// Returns for each group with a rule how much more its gains count, in thousandths.
    pub(super) fn weights(&self) -> &[(u32, i64)] {
        &self.weights
    }

    /// Returns the prices of regions and the weights of groups, mean over the weeks.
    pub(super) fn means(self) -> (Vec<i64>, Vec<i64>) {
        let weeks = self.weeks.max(1);
        let mean = |sums: Vec<i64>| sums.into_iter().map(|sum| sum / weeks).collect();
        (mean(self.region_sums), mean(self.group_sums))
    }
}

/// Returns a difference as a part of what is asked, in millionths; of one in a hundred when less is asked.
fn part(difference: i64, asked: i64) -> i64 {
    difference * ONE / asked.max(ONE / 100)
}

/// Returns what the placements of a group are worth so far, and what its cases would be worth where each is best.
/// Whoever has waited a week counts as not placed; whoever comes now is not judged yet.
fn group_sums(year: &Year<'_>, group: u32) -> (i64, i64) {
    let mut sums = (0, 0);
    let judged = year.instance.cases.iter().enumerate().filter(|(_, case)| case.week < year.week);
    for (index, _) in judged.filter(|(_, case)| case.origin_group == group) {
        let home = year.plan.homes[index];
        sums.0 += home.and_then(|home| year.instance.gain(index, home as usize)).unwrap_or(0);
        sums.1 += best_gain(year.instance, index);
    }
    sums
}
