//! One year or one batch, known: relaxation, whole families, prices on cases, search; the stages in order.

use crate::decided::Around;
use crate::dive::{dive, fill, kept};
use crate::improve::Search;
use crate::kinds::Kinds;
use crate::knapsack::{Descent, Offers, descend, evaluate};
use crate::order::{Begin, Effort, Order, Progress, Solution};
use crate::relax::{Priced, Relaxed, relax};
use crate::round::{Homes, largest_first_within, value};
use crate::transport::Transport;
use crate::{exact, prices, shortage};
use styrbord_settlement::{Case, Certificate, Gains, Instance, KindPrices, Plan};

/// Up to so many cases prices on cases are sought: the bound is closer there, and families weigh more.
const CASES_MAX: usize = 6_000;
/// The same where further kinds of room are needed: few of a kind leave more to gain.
const CASES_WITH_KINDS_MAX: usize = 12_000;
/// How many of its best places are offered to each case while prices are sought.
const OFFERED: usize = 20;
/// How many steps the prices of cases go down.
const ROUNDS: u32 = 400;
/// How many dives a problem gets: small ones have more to gain and cost less.
const DIVES_MAX: u64 = 40;
/// Dives times the square of the cases: what all dives of a problem cost is about as much at any size.
const DIVED_MAX: u64 = 9_000_000;
/// Up to so many cases all plans are tried, as far as they can still be better.
const TRIED_CASES_MAX: usize = 24;
/// How much a search moves.
#[derive(Debug, Clone, Copy)]
struct Heat {
    /// Moves for each case.
    moves: u64,
    /// It begins with a chance for losses of about 3 in so many of what a person may be worth.
    hot: i64,
}

/// A search for a plan from the ground.
const WIDE: Heat = Heat { moves: 200, hot: 1000 };
/// A search around a plan that was good before something changed.
const NEARBY: Heat = Heat { moves: 60, hot: 3_000 };
/// How many steps the prices of cases go down from known ones, and how long the first is, in 1024ths of the gap.
const ROUNDS_FROM_KNOWN: u32 = 300;
const STRIDE_FROM_KNOWN: i64 = 64;
/// Tries to settle those who are left, for each case and at most.
const TRIES: u64 = 200;
const TRIES_MAX: u64 = 400_000;
/// A plan so near its bound, in thousandths of a per mille, is not searched on.
const NEAR_ENOUGH: i64 = 100;

/// Solves an instance. `see` gets the progress and says whether to go on; what is best so far is the answer.
pub fn solve(instance: &Instance, order: &Order, see: &mut dyn FnMut(Progress) -> bool) -> Solution {
    if order.decisions.is_empty() {
        return solve_free(instance, order, see);
    }
    let around = Around::of(instance, order);
    let order = around.order(order);
    around.whole(solve_free(&around.rest, &order, &mut |progress| see(around.progress(progress))))
}

/// Solves an instance on which nothing is decided.
fn solve_free(instance: &Instance, order: &Order, see: &mut dyn FnMut(Progress) -> bool) -> Solution {
    let persons: Vec<u32> = instance.cases.iter().map(|case| case.persons).collect();
    let capacity: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
    let kinds = Kinds::of(instance);
    let duty = Duty::asked(instance, order);
    let changed = changed_gains(instance, &kinds, duty);
    let gains = changed.as_ref().unwrap_or(&instance.gains);
    let problem = Transport { persons: &persons, capacity: &capacity, gains };
    let all = instance.persons();
    let see_own = &mut |progress| see(duty.progress(progress, all));
    let begin = duty.begin(&order.begin, &persons);
    let mut relaxed = relax(problem, &kinds, &begin, see_own);
    let smallest = prices::smallest(&mut relaxed.flow);
    let Relaxed { flow, bound, kind_prices, after } = relaxed;
    let flow_prices = flow.prices().to_vec();
    drop(flow);
    let after = Transport { gains: after.as_ref().unwrap_or(gains), ..problem };
    let priced = Priced { problem, after, kinds: &kinds, kind_prices: &kind_prices };
    let mut work = Work::begin(priced, &begin, &flow_prices, &smallest, bound);
    if see_own(work.progress()) && order.effort == Effort::Thorough {
        work.improve(priced, &begin, &flow_prices, order.seed, see_own);
    }
    if order.must_settle && work.homes.contains(&None) && see_own(work.progress()) {
        work.settle_rest(priced, &smallest, order.seed);
    }
    let own = Own { instance, duty, kinds: &kinds };
    if order.must_settle && work.homes.contains(&None) {
        return own.short(work, see);
    }
    own.solution(work, smallest, &kind_prices)
}

/// Returns the gains with the duty to settle everybody, and without what further kinds exclude, when there is any.
fn changed_gains(instance: &Instance, kinds: &Kinds, duty: Duty) -> Option<Gains> {
    if duty.worth == 0 && kinds.is_empty() {
        return None;
    }
    let mut gains = instance.gains.clone();
    kinds.exclude(&mut gains);
    if duty.worth > 0 {
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

    /// Returns the duty that an order asks for; without one, being placed is worth nothing of its own.
    fn asked(instance: &Instance, order: &Order) -> Self {
        if order.must_settle { Duty::of(instance) } else { Duty { worth: 0, coarse: 1 } }
    }

    /// Returns progress in an instance's own units, without the worth of placing so many persons.
    fn progress(self, progress: Progress, persons: u64) -> Progress {
        let own = |units: i64| (units - i64::from(self.worth) * persons as i64) * i64::from(self.coarse);
        Progress { value: own(progress.value), bound: own(progress.bound) }
    }

    /// Returns what is known of an earlier problem in coarse units, with the worth of being placed.
    fn begin(self, begin: &Begin, persons: &[u32]) -> Begin {
        let (coarse, worth) = (i64::from(self.coarse), i64::from(self.worth));
        let kinds = begin.kinds.iter().map(|prices| prices.iter().map(|price| price / coarse).collect());
        let own = |(price, persons): (&i64, &u32)| (price / coarse + worth * i64::from(*persons)).max(0);
        let places = begin.places.as_ref();
        let cases = begin.cases.as_ref().filter(|prices| prices.len() == persons.len());
        Begin {
            places: places.map(|prices| prices.iter().map(|price| price / self.coarse).collect()),
            kinds: kinds.collect(),
            cases: cases.map(|prices| prices.iter().zip(persons).map(own).collect()),
            plan: begin.plan.clone().filter(|plan| plan.homes.len() == persons.len()),
        }
    }

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
    /// The prices of further kinds that belong to the certificate.
    certificate_kinds: Vec<i64>,
}

impl Work {
    fn begin(priced: Priced<'_>, begin: &Begin, prices: &[i32], smallest: &[i32], bound: i64) -> Self {
        let homes = match &begin.plan {
            Some(plan) => kept(priced.problem, priced.kinds, &plan.homes),
            None => largest_first_within(priced.after, priced.kinds, prices),
        };
        Work {
            value: value(priced.problem, &homes),
            bound,
            certificate: Certificate::PlacePrices(smallest.iter().copied().map(i64::from).collect()),
            certificate_kinds: priced.kind_prices.to_vec(),
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
        priced: Priced<'_>,
        begin: &Begin,
        prices: &[i32],
        seed: u64,
        see: &mut dyn FnMut(Progress) -> bool,
    ) {
        let Priced { problem, after, kinds, .. } = priced;
        if problem.persons.len() <= TRIED_CASES_MAX
            && let Some(homes) = exact::better(priced, prices, self.value)
        {
            self.offer(&homes, value(problem, &homes));
        }
        let effort = if begin.plan.is_some() { NEARBY } else { WIDE };
        self.search(priced, prices, &self.homes.clone(), (effort, seed), see);
        let cases_max = if kinds.is_empty() { CASES_MAX } else { CASES_WITH_KINDS_MAX };
        if !see(self.progress()) || problem.persons.len() > cases_max {
            return;
        }
        let offers = Offers::chosen(problem, after, prices, OFFERED);
        if !offers.are_small(problem) {
            return;
        }
        let case_prices = self.close_in(priced, begin, &offers, prices, see);
        if begin.plan.is_some() {
            return;
        }
        let cases = problem.persons.len().max(1) as u64;
        let dives = (DIVED_MAX / (cases * cases)).clamp(1, DIVES_MAX);
        for at in 0..dives {
            if self.is_near_enough() || !see(self.progress()) {
                return;
            }
            let mut homes = dive(problem, kinds, &offers, &case_prices, self.value, seed + at);
            fill(problem, kinds, &mut homes);
            self.offer(&homes, value(problem, &homes));
            self.search(priced, prices, &homes, (WIDE, seed + at), see);
        }
    }

    /// Seeks prices on cases; keeps the bound that they prove when it is lower.
    fn close_in(
        &mut self,
        priced: Priced<'_>,
        begin: &Begin,
        offers: &Offers,
        prices: &[i32],
        see: &mut dyn FnMut(Progress) -> bool,
    ) -> Vec<i64> {
        let Priced { problem, after, kinds, kind_prices } = priced;
        let progress = self.progress();
        let cases = problem.persons.len();
        let (of_cases, rounds, stride): (Vec<i64>, u32, i64) = match &begin.cases {
            Some(known) => (known.clone(), ROUNDS_FROM_KNOWN, STRIDE_FROM_KNOWN),
            None => ((0..cases).map(|case| left_after(after, prices, case)).collect(), ROUNDS, 1024),
        };
        let from = of_cases.into_iter().chain(kind_prices.iter().copied()).collect();
        let descent = Descent::new(cases + kinds.len(), stride);
        let found = descend(problem, kinds, offers, (from, descent), rounds, self.value, |_| see(progress));
        let bound = evaluate(problem, kinds, &Offers::all(problem), &found).bound;
        if bound < self.bound {
            self.bound = bound;
            let (of_cases, of_kinds) = found.split_at(cases);
            self.certificate = Certificate::CasePrices(of_cases.to_vec());
            self.certificate_kinds = of_kinds.to_vec();
        }
        found
    }

    /// Tries to settle those who are left.
    fn settle_rest(&mut self, priced: Priced<'_>, prices: &[i32], seed: u64) {
        let mut search = Search::within(priced, prices, &self.homes, seed);
        search.settle_rest((TRIES * self.homes.len() as u64).min(TRIES_MAX));
        let (homes, value) = search.best();
        let homes = homes.clone();
        self.offer(&homes, value);
    }

    /// Searches around a plan.
    fn search(
        &mut self,
        priced: Priced<'_>,
        prices: &[i32],
        homes: &Homes,
        (effort, seed): (Heat, u64),
        see: &mut dyn FnMut(Progress) -> bool,
    ) {
        let scale = i64::from(priced.problem.gains.scale());
        let mut search = Search::within(priced, prices, homes, seed);
        let Progress { value, bound } = self.progress();
        let see = &mut |best: i64| see(Progress { value: value.max(best), bound });
        let moves = effort.moves * homes.len() as u64;
        search.run_while(moves, scale * 3 / effort.hot, scale * 3 / 100_000, see);
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

/// Answers in an instance's own units, without the worth of being placed.
struct Own<'a> {
    instance: &'a Instance,
    duty: Duty,
    kinds: &'a Kinds,
}

impl Own<'_> {
    fn solution(&self, work: Work, prices: Vec<i32>, kind_prices: &[i64]) -> Solution {
        let coarse = self.duty.coarse;
        let worth = i64::from(self.duty.worth);
        let own = |price: i64| price * i64::from(coarse);
        let certificate = match work.certificate {
            // A case pays its price less the worth of being placed, which every plan that settles all of them has.
            Certificate::CasePrices(prices) => {
                let less = |(price, case): (&i64, &Case)| own(price - worth * i64::from(case.persons));
                Certificate::CasePrices(prices.iter().zip(&self.instance.cases).map(less).collect())
            }
            Certificate::PlacePrices(prices) => {
                Certificate::PlacePrices(prices.into_iter().map(own).collect())
            }
        };
        let plan = Plan { homes: work.homes };
        Solution {
            value: self.value(&plan),
            plan,
            bound: own(work.bound - worth * self.instance.persons() as i64),
            certificate,
            certificate_kinds: self.kind_prices(&work.certificate_kinds),
            prices: prices.into_iter().map(|price| price.saturating_mul(coarse)).collect(),
            kind_prices: self.kind_prices(kind_prices),
            shortage: None,
        }
    }

    /// Returns the plan that settles most, with the bound of the relaxation without the duty to settle everybody.
    fn short(&self, work: Work, see: &mut dyn FnMut(Progress) -> bool) -> Solution {
        let instance = self.instance;
        let plan = Plan { homes: work.homes };
        let persons: Vec<u32> = instance.cases.iter().map(|case| case.persons).collect();
        let capacity: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
        let gains = changed_gains(instance, self.kinds, Duty { worth: 0, coarse: 1 });
        let gains = gains.as_ref().unwrap_or(&instance.gains);
        let problem = Transport { persons: &persons, capacity: &capacity, gains };
        let mut relaxed = relax(problem, self.kinds, &Begin::default(), see);
        let prices = prices::smallest(&mut relaxed.flow);
        let kind_prices = self.kind_prices(&relaxed.kind_prices);
        let placed = plan.placed_persons(instance);
        let progress = Progress { value: self.value(&plan), bound: relaxed.bound };
        Solution {
            value: progress.value,
            plan,
            bound: progress.bound,
            certificate: Certificate::PlacePrices(prices.iter().copied().map(i64::from).collect()),
            certificate_kinds: kind_prices.clone(),
            prices,
            kind_prices,
            shortage: Some(shortage::explain(instance, self.kinds, placed, &mut || see(progress))),
        }
    }

    fn value(&self, plan: &Plan) -> i64 {
        let homes = plan.homes.iter().enumerate();
        homes.filter_map(|(case, home)| self.instance.gain(case, (*home)? as usize)).sum()
    }

    /// Returns prices of further kinds by kind and place, in the instance's own units.
    fn kind_prices(&self, prices: &[i64]) -> KindPrices {
        let own: Vec<i64> = prices.iter().map(|price| price * i64::from(self.duty.coarse)).collect();
        self.kinds.by_kind(&own)
    }
}
