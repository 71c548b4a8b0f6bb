//! Prices on cases: a bound that knows that families are whole.
//!
//! When each case has a price that it costs to take it, the places no longer compete: each fills its room with the
//! cases worth most above their price, a knapsack. The sum of what the places gain and of all prices bounds every
//! plan, and never more loosely than the relaxation does, because a knapsack takes whole families only. The best
//! such prices are sought by steps along the difference between taking a case once and how often it is taken.

use crate::transport::Transport;
use styrbord_settlement::Gains;

/// What the places take at given prices of the cases.
#[derive(Debug, Clone, Default)]
pub struct Evaluation {
    /// No plan is worth more, in units.
    pub bound: i64,
    /// For each place the cases that it takes.
    pub taken: Vec<Vec<u32>>,
}

/// Returns what the places take when case `i` costs `prices[i]` units.
pub fn evaluate(problem: Transport<'_>, prices: &[i64]) -> Evaluation {
    let mut evaluation = Evaluation { bound: prices.iter().sum(), taken: Vec::new() };
    let mut fill = Fill::default();
    for (place, room) in problem.capacity.iter().enumerate() {
        let (gain, taken) = fill.best(problem, prices, place, *room);
        evaluation.bound += gain;
        evaluation.taken.push(taken);
    }
    evaluation
}

/// Fills one place after another; keeps its memory.
#[derive(Default)]
struct Fill {
    /// By size: what each case is worth above its price, and the case.
    by_size: Vec<Vec<(i64, u32)>>,
    /// Best worth by room used, one row more for each size.
    rows: Vec<Vec<i64>>,
    /// How many of the size the row takes, by room used.
    counts: Vec<Vec<u32>>,
}

impl Fill {
    /// Returns the best gain of a place and the cases that give it.
    fn best(&mut self, problem: Transport<'_>, prices: &[i64], place: usize, room: u32) -> (i64, Vec<u32>) {
        self.collect(problem, prices, place, room);
        let room = room as usize;
        self.rows.clear();
        self.counts.clear();
        self.rows.push(vec![0; room + 1]);
        for (size, items) in self.by_size.iter().enumerate() {
            let below = &self.rows[size];
            let mut row = below.clone();
            let mut counts = vec![0; room + 1];
            let mut sum = 0;
            for (count, (worth, _)) in items.iter().enumerate() {
                let taken = (count + 1) * (size + 1);
                sum += worth;
                for used in taken..=room {
                    let with = below[used - taken] + sum;
                    if with > row[used] {
                        row[used] = with;
                        counts[used] = count as u32 + 1;
                    }
                }
            }
            self.rows.push(row);
            self.counts.push(counts);
        }
        let mut used = room;
        let mut taken = Vec::new();
        for (size, counts) in self.counts.iter().enumerate().rev() {
            let count = counts[used] as usize;
            taken.extend(self.by_size[size].iter().take(count).map(|(_, case)| *case));
            used -= count * (size + 1);
        }
        (self.rows.last().map_or(0, |row| row[room]), taken)
    }

    /// Collects the cases that are worth more than their price, the best of each size first.
    fn collect(&mut self, problem: Transport<'_>, prices: &[i64], place: usize, room: u32) {
        for items in &mut self.by_size {
            items.clear();
        }
        for (case, persons) in problem.persons.iter().enumerate() {
            let gain = problem.gains.row(case)[place];
            if gain == Gains::NONE || *persons > room || *persons == 0 {
                continue;
            }
            let worth = i64::from(gain) * i64::from(*persons) - prices[case];
            if worth > 0 {
                let size = *persons as usize;
                if self.by_size.len() < size {
                    self.by_size.resize(size, Vec::new());
                }
                self.by_size[size - 1].push((worth, case as u32));
            }
        }
        for (size, items) in self.by_size.iter_mut().enumerate() {
            let most = room as usize / (size + 1);
            let key = |item: &(i64, u32)| (std::cmp::Reverse(item.0), item.1);
            if items.len() > most {
                if most > 0 {
                    items.select_nth_unstable_by_key(most - 1, key);
                }
                items.truncate(most);
            }
            items.sort_unstable_by_key(key);
        }
    }
}

/// Prices of cases, and the bound that they prove.
#[derive(Debug, Clone)]
pub struct CasePrices {
    /// The price of each case, in units.
    pub prices: Vec<i64>,
    /// No plan is worth more, in units.
    pub bound: i64,
}

/// Steps down towards prices with a low bound.
#[derive(Debug)]
pub struct Descent {
    /// A part of all steps so far, in 1/1024.
    direction: Vec<i64>,
    /// The length of a step as a part of the gap, in 1/1024.
    stride: i64,
}

impl Descent {
    /// Returns a descent for so many cases, whose first step is `stride` 1024ths of the gap.
    pub fn new(cases: usize, stride: i64) -> Self {
        Descent { direction: vec![0; cases], stride }
    }

    /// Changes the prices by one step, along the difference between taking each case once and how often it was
    /// taken; `known` is what the best plan known is worth. Tells whether there was a step to take.
    pub fn step(&mut self, problem: Transport<'_>, evaluation: &Evaluation, known: i64, prices: &mut [i64]) -> bool {
        let mut times = vec![-1_i64; prices.len()];
        for case in evaluation.taken.iter().flatten() {
            times[*case as usize] += 1;
        }
        for (case, persons) in problem.persons.iter().enumerate() {
            if *persons == 0 || times[case] < 0 && prices[case] == 0 {
                times[case] = 0;
            }
        }
        for (direction, times) in self.direction.iter_mut().zip(&times) {
            *direction = *direction * 7 / 10 + times * 1024;
        }
        let norm: i128 = self.direction.iter().map(|d| i128::from(*d) * i128::from(*d)).sum();
        let gap = i128::from(evaluation.bound - known).max(0);
        if norm == 0 || self.stride == 0 || gap == 0 {
            return false;
        }
        for (price, direction) in prices.iter_mut().zip(&self.direction) {
            let change = gap * i128::from(self.stride) * i128::from(*direction) / norm;
            *price = (*price + change as i64).max(0);
        }
        true
    }

    /// Shortens the steps and forgets where they went.
    fn calm(&mut self) {
        self.stride = self.stride * 2 / 3;
        self.direction.fill(0);
    }
}

/// Seeks prices with a low bound, from those of the relaxation.
///
/// After each step `see` gets what the places take; it returns what the best plan known is worth by then, or none
/// to stop.
pub fn lower_bound(
    problem: Transport<'_>,
    begin: Vec<i64>,
    rounds: u32,
    mut see: impl FnMut(&Evaluation, &[i64]) -> Option<i64>,
) -> CasePrices {
    const PATIENCE: u32 = 12;
    let mut prices = begin;
    let mut best = CasePrices { prices: prices.clone(), bound: i64::MAX };
    let mut descent = Descent::new(prices.len(), 1024);
    let mut waited = 0;
    for _ in 0..rounds {
        let evaluation = evaluate(problem, &prices);
        if evaluation.bound < best.bound {
            best = CasePrices { prices: prices.clone(), bound: evaluation.bound };
            waited = 0;
        } else {
            waited += 1;
            if waited == PATIENCE {
                waited = 0;
                prices.clone_from(&best.prices);
                descent.calm();
            }
        }
        let Some(known) = see(&evaluation, &prices) else { break };
        if !descent.step(problem, &evaluation, known, &mut prices) {
            break;
        }
    }
    best
}
