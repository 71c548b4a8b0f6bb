//! One year or one batch, known: relaxation, whole families, prices on cases, search; the stages in order.

use crate::dive::{dive, fill};
use crate::improve::Search;
use crate::knapsack::{Offers, descend, evaluate};
use crate::order::{Effort, Order, Progress, Solution};
use crate::round::{Homes, largest_first, value};
use crate::transport::{self, Flow, Transport};
use crate::{exact, prices, shortage};
use styrbord_settlement::{Case, Certificate, Gains, Instance, Plan};

/// Up to so many cases prices on cases are sought: the bound is closer there, and families weigh more.
const CASES_MAX: usize = 6_000;
/// How many of its best places are offered to each case while prices are sought.
const OFFERED: usize = 20;
/// How many steps the prices of cases go down.
const ROUNDS: u32 = 400;
/// How many dives a problem gets: small ones have more to gain and cost less.
const DIVES_MAX: u64 = 12;
/// Cases times dives.
const DIVED_CASES_MAX: u64 = 4_000;
/// Up to so many cases all plans are tried, as far as they can still be better.
const TRIED_CASES_MAX: usize = 24;
/// Moves of the search for each case.
const MOVES: u64 = 200;
/// Tries to settle those who are left, for each case and at most.
const TRIES: u64 = 200;
const TRIES_MAX: u64 = 400_000;
/// A plan so near its bound, in thousandths of a per mille, is not searched on.
const NEAR_ENOUGH: i64 = 100;

/// Solves an instance. `see` gets the progress and says whether to go on; what is best so far is the answer.
pub fn solve(instance: &Instance, order: &Order, see: &mut dyn FnMut(Progress) -> bool) -> Solution {
    let persons: Vec<u32> = instance.cases.iter().map(|case| case.persons).collect();
    let capacity: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    let changed = changed_gains(instance, order);
    let gains = changed.as_ref().unwrap_or(&instance.gains);
    let problem = Transport { persons: &persons, capacity: &capacity, gains };
    let mut flow = match &order.begin {
        Some(prices) if prices.len() == capacity.len() => transport::solve_from(problem, prices),
        _ => transport::solve(problem),
    };
    let smallest = prices::smallest(&mut flow);
    let mut work = Work::begin(problem, &flow, smallest.clone());
    if see(work.progress()) && order.effort == Effort::Thorough {
        work.improve(problem, flow, order.seed, see);
    }
    if order.must_settle && work.homes.contains(&None) && see(work.progress()) {
        work.settle_rest(problem, &smallest, order.seed);
    }
    solution(instance, order, work, smallest)
}

/// Returns the gains with people's decisions and the duty to settle everybody, when there are any.
fn changed_gains(instance: &Instance, order: &Order) -> Option<Gains> {
    if !order.must_settle && order.locked.is_empty() && order.forbidden.is_empty() {
        return None;
    }
    let mut gains = instance.gains.clone();
    decide(&mut gains, order);
    if order.must_settle {
        let duty = Duty::of(instance);
        gains.set_scale(gains.scale() / duty.coarse);
        for case in 0..instance.cases.len() {
            for gain in gains.row_mut(case).iter_mut().filter(|gain| **gain > Gains::NONE) {
                *gain =
                    gain.div_euclid(duty.coarse) + i32::from(gain.rem_euclid(duty.coarse) > 0) + duty.worth;
            }
        }
    }
    Some(gains)
}

/// Takes out the pairs that people's decisions exclude.
pub(crate) fn decide(gains: &mut Gains, order: &Order) {
    for (case, place) in &order.forbidden {
        if let Some(gain) = gains.row_mut(*case).get_mut(*place) {
            *gain = Gains::NONE;
        }
    }
    for (case, place) in &order.locked {
        for (at, gain) in gains.row_mut(*case).iter_mut().enumerate() {
            if at != *place {
                *gain = Gains::NONE;
            }
        }
    }
}

/// What being placed at all is worth when everybody is to be settled.
///
/// It is so much more than any gain that no exchange of a few families pays for leaving somebody out. Gains make
/// room for it by a coarser unit, rounded up, so that bounds stay bounds.
#[derive(Debug, Clone, Copy)]
struct Duty {
    /// In coarse units per person.
    worth: i32,
    /// How many units are a coarse one.
    coarse: i32,
}

impl Duty {
    /// How many times the largest gain being placed is worth.
    const TIMES: i32 = 8;

    fn of(instance: &Instance) -> Self {
        let gains = (0..instance.cases.len()).filter_map(|case| instance.gains.row(case).iter().max());
        let largest = gains.copied().max().unwrap_or(0).max(1);
        let mut coarse = 1;
        while largest / coarse > Gains::MAX / (Self::TIMES + 1) - 1 {
            coarse *= 10;
        }
        Duty { worth: (largest / coarse + 1) * Self::TIMES, coarse }
    }
}

/// The best plan and the best bound so far.
struct Work {
    homes: Homes,
    value: i64,
    bound: i64,
    certificate: Certificate,
}

impl Work {
    fn begin(problem: Transport<'_>, flow: &Flow, smallest: Vec<i32>) -> Self {
        let homes = largest_first(problem, flow.prices());
        let prices = smallest.into_iter().map(i64::from).collect();
        Work {
            value: value(problem, &homes),
            bound: flow.value(),
            certificate: Certificate::PlacePrices(prices),
            homes,
        }
    }

    fn progress(&self) -> Progress {
        Progress { value: self.value, bound: self.bound }
    }

    fn is_near_enough(&self) -> bool {
        (self.bound - self.value).saturating_mul(1_000_000) <= self.bound.saturating_mul(NEAR_ENOUGH)
    }

    /// Keeps a plan that is better than the best so far.
    fn offer(&mut self, homes: &Homes, value: i64) {
        if value > self.value {
            self.value = value;
            self.homes.clone_from(homes);
        }
    }

    fn improve(
        &mut self,
        problem: Transport<'_>,
        flow: Flow,
        seed: u64,
        see: &mut dyn FnMut(Progress) -> bool,
    ) {
        let prices = flow.prices().to_vec();
        drop(flow);
        if problem.persons.len() <= TRIED_CASES_MAX
            && let Some(homes) = exact::better(problem, &prices, self.value)
        {
            self.offer(&homes, value(problem, &homes));
        }
        self.search(problem, &prices, &self.homes.clone(), seed, see);
        if !see(self.progress()) || problem.persons.len() > CASES_MAX {
            return;
        }
        let offers = Offers::chosen(problem, &prices, OFFERED);
        if !offers.are_small(problem) {
            return;
        }
        let case_prices = self.close_in(problem, &offers, &prices, see);
        let dives = (DIVED_CASES_MAX / problem.persons.len().max(1) as u64).clamp(1, DIVES_MAX);
        for at in 0..dives {
            if self.is_near_enough() || !see(self.progress()) {
                return;
            }
            let mut homes = dive(problem, &offers, &case_prices, self.value, seed + at);
            fill(problem, &mut homes);
            self.offer(&homes, value(problem, &homes));
            self.search(problem, &prices, &homes, seed + at, see);
        }
    }

    /// Seeks prices on cases; keeps the bound that they prove when it is lower.
    fn close_in(
        &mut self,
        problem: Transport<'_>,
        offers: &Offers,
        prices: &[i32],
        see: &mut dyn FnMut(Progress) -> bool,
    ) -> Vec<i64> {
        let progress = self.progress();
        let begin = (0..problem.persons.len()).map(|case| left_after(problem, prices, case)).collect();
        let found = descend(problem, offers, begin, ROUNDS, self.value, |_| see(progress));
        let bound = evaluate(problem, &Offers::all(problem), &found).bound;
        if bound < self.bound {
            self.bound = bound;
            self.certificate = Certificate::CasePrices(found.clone());
        }
        found
    }

    /// Tries to settle those who are left.
    fn settle_rest(&mut self, problem: Transport<'_>, prices: &[i32], seed: u64) {
        let mut search = Search::new(problem, prices, &self.homes, seed);
        search.settle_rest((TRIES * self.homes.len() as u64).min(TRIES_MAX));
        let (homes, value) = search.best();
        let homes = homes.clone();
        self.offer(&homes, value);
    }

    /// Searches around a plan.
    fn search(
        &mut self,
        problem: Transport<'_>,
        prices: &[i32],
        homes: &Homes,
        seed: u64,
        see: &mut dyn FnMut(Progress) -> bool,
    ) {
        let scale = i64::from(problem.gains.scale());
        let mut search = Search::new(problem, prices, homes, seed);
        let Progress { value, bound } = self.progress();
        let see = &mut |best: i64| see(Progress { value: value.max(best), bound });
        search.run_while(MOVES * homes.len() as u64, scale * 3 / 1000, scale * 3 / 100_000, see);
        let (homes, value) = search.best();
        let homes = homes.clone();
        self.offer(&homes, value);
    }
}

/// Returns what a case gains in its best place after the price, in units; nothing when that is less.
fn left_after(problem: Transport<'_>, prices: &[i32], case: usize) -> i64 {
    let after = problem.gains.row(case).iter().zip(prices).map(|(gain, price)| gain - price);
    i64::from(after.max().unwrap_or(0).max(0)) * i64::from(problem.persons[case])
}

/// Returns the work as an answer: in the instance's own units, without the worth of being placed.
fn solution(instance: &Instance, order: &Order, work: Work, prices: Vec<i32>) -> Solution {
    let plan = Plan { homes: work.homes };
    let none = Duty { worth: 0, coarse: 1 };
    let duty = if order.must_settle { Duty::of(instance) } else { none };
    let coarse = i64::from(duty.coarse);
    let prices: Vec<i32> = prices.into_iter().map(|price| price.saturating_mul(duty.coarse)).collect();
    let placed = plan.placed_persons(instance);
    let all = instance.persons();
    let value = plan.homes.iter().enumerate();
    let value = value.filter_map(|(case, home)| instance.gain(case, (*home)? as usize)).sum();
    if order.must_settle && placed < all {
        let (bound, prices) = relaxed(instance, order);
        let certificate = Certificate::PlacePrices(prices.iter().copied().map(i64::from).collect());
        let shortage = Some(shortage::explain(instance, order, placed));
        return Solution { plan, value, bound, certificate, prices, shortage };
    }
    let worth = i64::from(duty.worth);
    let certificate = match work.certificate {
        // A case pays its price less the worth of being placed, which every plan that settles all of them has.
        Certificate::CasePrices(prices) => {
            let own = |(price, case): (&i64, &Case)| (price - worth * i64::from(case.persons)) * coarse;
            Certificate::CasePrices(prices.iter().zip(&instance.cases).map(own).collect())
        }
        Certificate::PlacePrices(prices) => {
            Certificate::PlacePrices(prices.into_iter().map(|price| price * coarse).collect())
        }
    };
    let bound = (work.bound - worth * all as i64) * coarse;
    Solution { plan, value, bound, certificate, prices, shortage: None }
}

/// Returns the bound of the relaxation without the duty to settle everybody, and its smallest prices.
fn relaxed(instance: &Instance, order: &Order) -> (i64, Vec<i32>) {
    let free = Order { must_settle: false, ..order.clone() };
    let changed = changed_gains(instance, &free);
    let gains = changed.as_ref().unwrap_or(&instance.gains);
    let persons: Vec<u32> = instance.cases.iter().map(|case| case.persons).collect();
    let capacity: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    let mut flow = transport::solve(Transport { persons: &persons, capacity: &capacity, gains });
    (flow.value(), prices::smallest(&mut flow))
}
