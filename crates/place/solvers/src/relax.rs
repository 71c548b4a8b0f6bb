//! The relaxation with further kinds of room: prices on them make it a transportation problem again.
//!
//! Whatever the kinds cost, what cases gain after they paid and the price of all room bound every plan. The prices
//! go up where more is used than there is, and down where room is left, by steps along that difference; for each
//! the transportation problem is solved exactly, from the prices of places of the step before.

use crate::kinds::{self, Kinds};
use crate::knapsack::Descent;
use crate::order::{Begin, Progress};
use crate::round::{largest_first_within, value};
use crate::transport::{Flow, Home, Transport, solve, solve_again, solve_from};
use styrbord_settlement::Gains;

/// The most steps, and the most cases times steps.
const STEPS_MAX: usize = 240;
const CASE_STEPS_MAX: usize = 1_200_000;
/// At least so many steps are taken.
const STEPS_MIN: usize = 60;
/// So many steps without a better bound, and the steps become shorter.
const PATIENCE: usize = 8;

/// A problem with the prices of further kinds.
#[derive(Debug, Clone, Copy)]
pub struct Priced<'a> {
    /// What cases gain.
    pub problem: Transport<'a>,
    /// The same after they paid for further kinds.
    pub after: Transport<'a>,
    /// Further kinds of room.
    pub kinds: &'a Kinds,
    /// Their prices.
    pub kind_prices: &'a [i64],
}

impl<'a> Priced<'a> {
    /// Returns a problem without further kinds.
    pub fn without_kinds(problem: Transport<'a>) -> Self {
        Priced { problem, after: problem, kinds: &kinds::NONE, kind_prices: &[] }
    }
}

/// The relaxation, solved.
pub struct Relaxed {
    /// Who lives where; a family may be split.
    pub flow: Flow,
    /// No plan is worth more, in units.
    pub bound: i64,
    /// Prices of further kinds.
    pub kind_prices: Vec<i64>,
    /// What cases gain after they paid for them; none when nobody needs any.
    pub after: Option<Gains>,
}

/// Solves the relaxation; `see` gets the progress and says whether to go on.
pub fn relax(
    problem: Transport<'_>,
    kinds: &Kinds,
    begin: &Begin,
    see: &mut dyn FnMut(Progress) -> bool,
) -> Relaxed {
    let flow = match &begin.places {
        Some(prices) if prices.len() == problem.capacity.len() => {
            solve_again(problem, prices, &homes(problem, begin))
        }
        _ => solve(problem),
    };
    if kinds.is_empty() {
        return Relaxed { bound: flow.value(), flow, kind_prices: Vec::new(), after: None };
    }
    let begun: Vec<i64> = begin.kinds.iter().flatten().map(|price| (*price).max(0)).collect();
    let begun = if begun.len() == kinds.len() { begun } else { vec![0; kinds.len()] };
    let places = flow.prices().to_vec();
    drop(flow);
    Steps::begin(problem, kinds, begun, places).go(see)
}

/// Returns who lived where in the plan that is known.
fn homes(problem: Transport<'_>, begin: &Begin) -> Vec<Home> {
    let known = begin.plan.iter().flat_map(|plan| &plan.homes).zip(problem.persons).zip(0..);
    known
        .filter_map(|((home, persons), case)| Some(Home { case, place: (*home)?, persons: *persons }))
        .collect()
}

/// Steps towards prices of further kinds with a low bound.
struct Steps<'a> {
    problem: Transport<'a>,
    kinds: &'a Kinds,
    after: Gains,
    kind_prices: Vec<i64>,
    places: Vec<i32>,
    /// The lowest bound, and the prices that gave it.
    best: (i64, Vec<i64>, Vec<i32>),
    /// What the best plan known is worth.
    known: i64,
}

impl<'a> Steps<'a> {
    fn begin(problem: Transport<'a>, kinds: &'a Kinds, kind_prices: Vec<i64>, places: Vec<i32>) -> Self {
        Steps {
            problem,
            kinds,
            after: problem.gains.clone(),
            best: (i64::MAX, kind_prices.clone(), places.clone()),
            kind_prices,
            places,
            known: 0,
        }
    }

    fn go(mut self, see: &mut dyn FnMut(Progress) -> bool) -> Relaxed {
        let cases = self.problem.persons.len().max(1);
        let steps = (CASE_STEPS_MAX / cases).clamp(STEPS_MIN, STEPS_MAX);
        let mut descent = Descent::new(self.kinds.len(), 1024);
        let mut waited = 0;
        for step in 0..steps {
            let flow = self.solve();
            let bound = flow.value() + self.kinds.rent(&self.kind_prices);
            if bound < self.best.0 {
                self.best = (bound, self.kind_prices.clone(), flow.prices().to_vec());
                waited = 0;
            } else {
                waited += 1;
            }
            // A plan to aim at: at first any, later one from prices that are nearly right.
            if step == 0 || step == steps / 3 {
                self.round(&flow);
            }
            let progress = Progress { value: self.known, bound: self.best.0 };
            if waited == PATIENCE {
                waited = 0;
                self.kind_prices.clone_from(&self.best.1);
                self.places.clone_from(&self.best.2);
                descent.calm();
            }
            let slopes = self.kinds.slopes(&self.used(&flow), &self.kind_prices);
            let gap = bound - self.known;
            if !see(progress) || !descent.walk(self.kinds, 0, &slopes, gap, &mut self.kind_prices) {
                break;
            }
        }
        self.end()
    }

    /// Solves the transportation problem at the present prices.
    fn solve(&mut self) -> Flow {
        self.kinds.charge(self.problem, &self.kind_prices, &mut self.after);
        let flow = solve_from(Transport { gains: &self.after, ..self.problem }, &self.places);
        self.places.clear();
        self.places.extend_from_slice(flow.prices());
        flow
    }

    fn round(&mut self, flow: &Flow) {
        let after = Transport { gains: &self.after, ..self.problem };
        let homes = largest_first_within(after, self.kinds, flow.prices());
        self.known = self.known.max(value(self.problem, &homes));
    }

    /// Returns how much of further kinds is used, in 1024ths; a part of a family uses a part.
    fn used(&self, flow: &Flow) -> Vec<i64> {
        let mut used = vec![0; self.kinds.len()];
        for place in 0..flow.places() {
            for (case, persons) in flow.residents(place) {
                let all = i64::from(self.problem.persons[*case as usize].max(1));
                for (first, need) in self.kinds.needs(*case as usize) {
                    used[first + place] += i64::from(*need) * 1024 * i64::from(*persons) / all;
                }
            }
        }
        used
    }

    fn end(mut self) -> Relaxed {
        self.kind_prices.clone_from(&self.best.1);
        self.places.clone_from(&self.best.2);
        let flow = self.solve();
        Relaxed { flow, bound: self.best.0, kind_prices: self.kind_prices, after: Some(self.after) }
    }
}
