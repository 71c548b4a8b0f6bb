//! Prices on cases: a bound that knows that families are whole.
//!
//! When each case has a price that it costs to take it, the places no longer compete: each fills its room with the
//! cases worth most above their price, a knapsack. The sum of what the places gain and of all prices bounds every
//! plan, and never more loosely than the relaxation does, because a knapsack takes whole families only. The best
//! such prices are sought by steps along the difference between taking a case once and how often it is taken.
//!
//! Lists of prices hold those of the cases and then those of further kinds of room: a case that a place takes also
//! pays for what it needs of them, and their prices follow the difference between what is used and what there is.
//! In small places the knapsack counts them too, and then hardly needs their prices.

use crate::kinds::Kinds;
use crate::table::{Needy, Table};
use crate::transport::Transport;
use styrbord_settlement::Gains;

/// Which cases each place may take, and what a person of the case gains there.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    by_place: Vec<Vec<(u32, i32)>>,
}

impl Offers {
    /// Returns every compatible pair; a bound that is to prove something needs them all.
    pub fn all(problem: Transport<'_>) -> Self {
        Offers::chosen(problem, problem, &vec![0; problem.capacity.len()], usize::MAX)
    }

    /// Returns for each case the `count` places that suit it best after prices in units per person; `after` has the
    /// gains after the prices of further kinds.
    pub fn chosen(problem: Transport<'_>, after: Transport<'_>, prices: &[i32], count: usize) -> Self {
        let mut by_place = vec![Vec::new(); problem.capacity.len()];
        for case in 0..problem.persons.len() {
            for place in best_places(after, prices, case, count) {
                by_place[place as usize].push((case as u32, problem.gains.row(case)[place as usize]));
            }
        }
        Offers { by_place }
    }

    /// Tells whether the knapsacks of all places are small enough to be filled again and again.
    pub fn are_small(&self, problem: Transport<'_>) -> bool {
        const STEPS_MAX: u64 = 50_000_000;
        let steps = self.by_place.iter().zip(problem.capacity).map(|(offers, room)| {
            let need: u64 = offers.iter().map(|(case, _)| u64::from(problem.persons[*case as usize])).sum();
            let room = need.min((*room).into());
            // Of each size no more are looked at than there is room for.
            room * room.saturating_mul(4).min(offers.len() as u64)
        });
        steps.sum::<u64>() <= STEPS_MAX
    }

    /// Leaves out cases that are gone and places that are full.
    pub fn retain(&mut self, persons: &[u32], room: &[u32], kinds: &Kinds) {
        for (place, (offers, room)) in self.by_place.iter_mut().zip(room).enumerate() {
            let fits = |case: usize| (1..=*room).contains(&persons[case]) && kinds.fits(case, place);
            offers.retain(|(case, _)| fits(*case as usize));
        }
    }
}

/// Returns the places that suit a case best after prices, the best first; only those that could hold it.
pub fn best_places(problem: Transport<'_>, prices: &[i32], case: usize, count: usize) -> Vec<u32> {
    let row = problem.gains.row(case);
    let persons = problem.persons[case];
    let mut places: Vec<u32> = (0..row.len() as u32)
        .filter(|place| row[*place as usize] > Gains::NONE && problem.capacity[*place as usize] >= persons)
        .collect();
    let key = |place: &u32| (std::cmp::Reverse(row[*place as usize] - prices[*place as usize]), *place);
    if places.len() > count {
        places.select_nth_unstable_by_key(count, key);
        places.truncate(count);
    }
    places.sort_unstable_by_key(key);
    places
}

/// What the places take at given prices of the cases.
#[derive(Debug, Clone, Default)]
pub struct Evaluation {
    /// No plan of the offered pairs is worth more, in units.
    pub bound: i64,
    /// For each place the cases that it takes.
    pub taken: Vec<Vec<u32>>,
}

/// Returns what the places take when case `i` costs `prices[i]` units, and further kinds what comes after.
pub fn evaluate(problem: Transport<'_>, kinds: &Kinds, offers: &Offers, prices: &[i64]) -> Evaluation {
    let (prices, kind_prices) = prices.split_at(problem.persons.len().min(prices.len()));
    let bound = prices.iter().sum::<i64>() + kinds.rent(kind_prices);
    let mut evaluation = Evaluation { bound, taken: Vec::new() };
    let mut fill = Fill::default();
    for (place, (offers, room)) in offers.by_place.iter().zip(problem.capacity).enumerate() {
        let mut taken = Vec::new();
        let cost = |case: u32| prices[case as usize] + kinds.paid(kind_prices, case as usize, place);
        fill.collect((problem, kinds), offers, &cost, (place, *room as usize));
        evaluation.bound += fill.best(kinds, *room as usize, &mut taken);
        evaluation.taken.push(taken);
    }
    evaluation
}

/// Fills one place after another; keeps its memory.
#[derive(Default)]
struct Fill {
    /// By size: what each case is worth above its price, and the case.
    by_size: Vec<Vec<(i64, u32)>>,
    /// The sizes that there are, less one: few, also where one family is giant.
    sizes: Vec<usize>,
    /// The most worth by room used, of the sizes taken up so far.
    best: Vec<i64>,
    next: Vec<i64>,
    /// How many of each size are taken, by the place in `sizes` and room used.
    counts: Vec<u32>,
    /// Cases that need further kinds of room that are counted, which come last.
    needy: Vec<Needy>,
    table: Table,
}

impl Fill {
    /// Returns the most that a place can gain with the cases that were collected, and adds those that give it.
    fn best(&mut self, kinds: &Kinds, room: usize, taken: &mut Vec<u32>) -> i64 {
        let room = self.used_at_most().min(room);
        let width = room + 1;
        self.best.clear();
        self.best.resize(width, 0);
        self.counts.clear();
        self.counts.resize(width * self.sizes.len(), 0);
        for (counts, size) in self.counts.chunks_exact_mut(width).zip(&self.sizes) {
            let (size, items) = (*size, &self.by_size[*size]);
            self.next.clone_from(&self.best);
            let mut sum = 0;
            for (count, (worth, _)) in items.iter().enumerate() {
                let used = (count + 1) * (size + 1);
                sum += worth;
                let states = self.next[used..].iter_mut().zip(&mut counts[used..]);
                for ((next, taken), below) in states.zip(&self.best) {
                    if below + sum > *next {
                        *next = below + sum;
                        *taken = count as u32 + 1;
                    }
                }
            }
            std::mem::swap(&mut self.best, &mut self.next);
        }
        let (most, mut used) = if self.needy.is_empty() {
            (self.best[room], room)
        } else {
            self.table.fill(kinds, &self.best, &self.needy, taken)
        };
        for (counts, size) in self.counts.chunks_exact(width).zip(&self.sizes).rev() {
            let count = counts[used] as usize;
            taken.extend(self.by_size[*size].iter().take(count).map(|(_, case)| *case));
            used -= count * (size + 1);
        }
        most
    }

    /// Returns how much room all the cases take that were collected.
    fn used_at_most(&self) -> usize {
        let free: usize = self.sizes.iter().map(|size| (size + 1) * self.by_size[*size].len()).sum();
        free + self.needy.iter().map(|case| case.persons).sum::<usize>()
    }

    /// Collects the cases that are worth more than their price, the best of each size first; those that need further
    /// kinds apart.
    fn collect(
        &mut self,
        (problem, kinds): (Transport<'_>, &Kinds),
        offers: &[(u32, i32)],
        cost: &impl Fn(u32) -> i64,
        (place, room): (usize, usize),
    ) {
        self.table.choose(kinds, place, room);
        self.needy.clear();
        for size in self.sizes.drain(..) {
            self.by_size[size].clear();
        }
        for (case, gain) in offers {
            let size = problem.persons[*case as usize] as usize;
            let worth = i64::from(*gain) * size as i64 - cost(*case);
            if worth > 0 && (1..=room).contains(&size) {
                if self.table.counts(kinds, *case) {
                    self.needy.push(Needy { case: *case, persons: size, worth });
                    continue;
                }
                if self.by_size.len() < size {
                    self.by_size.resize(size, Vec::new());
                }
                if self.by_size[size - 1].is_empty() {
                    self.sizes.push(size - 1);
                }
                self.by_size[size - 1].push((worth, *case));
            }
        }
        self.sizes.sort_unstable();
        for size in &self.sizes {
            let (size, items) = (*size, &mut self.by_size[*size]);
            let most = room / (size + 1);
            let key = |item: &(i64, u32)| (std::cmp::Reverse(item.0), item.1);
            if items.len() > most && most > 0 {
                items.select_nth_unstable_by_key(most - 1, key);
            }
            items.truncate(most);
            items.sort_unstable_by_key(key);
        }
    }
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
    /// taken, and between what is used of further kinds and what there is; `known` is what the best plan known is
    /// worth. Tells whether there was a step to take.
    pub fn step(
        &mut self,
        problem: Transport<'_>,
        kinds: &Kinds,
        evaluation: &Evaluation,
        known: i64,
        prices: &mut [i64],
    ) -> bool {
        let cases = problem.persons.len();
        let mut slopes = vec![-1024_i64; cases];
        let mut used = vec![0_i64; kinds.len()];
        for (place, taken) in evaluation.taken.iter().enumerate() {
            for case in taken {
                slopes[*case as usize] += 1024;
                for (first, need) in kinds.needs(*case as usize) {
                    used[first + place] += i64::from(*need) * 1024;
                }
            }
        }
        for (case, slope) in slopes.iter_mut().enumerate() {
            if problem.persons[case] == 0 || *slope < 0 && prices[case] == 0 {
                *slope = 0;
            }
        }
        slopes.extend(kinds.slopes(&used, prices.get(cases..).unwrap_or_default()));
        self.walk(kinds, cases, &slopes, evaluation.bound - known, prices)
    }

    /// Changes prices along slopes, in 1024ths; `gap` is how far the bound may be from the best one. From `first` on
    /// they are those of further kinds. Tells whether there was a step to take.
    pub fn walk(
        &mut self,
        kinds: &Kinds,
        first: usize,
        slopes: &[i64],
        gap: i64,
        prices: &mut [i64],
    ) -> bool {
        for (direction, slope) in self.direction.iter_mut().zip(slopes) {
            *direction = *direction * 7 / 10 + slope;
        }
        let norm: i128 = self.direction.iter().map(|d| i128::from(*d) * i128::from(*d)).sum();
        let gap = i128::from(gap).max(0);
        if norm == 0 || self.stride == 0 || gap == 0 {
            return false;
        }
        for (at, (price, direction)) in prices.iter_mut().zip(&self.direction).enumerate() {
            let change = (gap * i128::from(self.stride) * i128::from(*direction) / norm) as i64;
            let unit = if at < first { 1 } else { kinds.usual(at - first) };
            *price = (*price + change / unit).max(0);
        }
        true
    }

    /// Shortens the steps and forgets where they went.
    pub fn calm(&mut self) {
        self.stride = self.stride * 2 / 3;
        self.direction.fill(0);
    }
}

/// Returns prices with a low bound, from given ones, after `rounds` steps at most.
///
/// `known` is what the best plan known is worth. `see` gets the bound after each step and says whether to go on.
pub fn descend(
    problem: Transport<'_>,
    kinds: &Kinds,
    offers: &Offers,
    (begin, mut descent): (Vec<i64>, Descent),
    rounds: u32,
    known: i64,
    mut see: impl FnMut(i64) -> bool,
) -> Vec<i64> {
    const PATIENCE: u32 = 12;
    let mut prices = begin.clone();
    let mut best = (i64::MAX, begin);
    let mut waited = 0;
    for _ in 0..rounds {
        let evaluation = evaluate(problem, kinds, offers, &prices);
        if evaluation.bound < best.0 {
            best = (evaluation.bound, prices.clone());
            waited = 0;
        } else {
            waited += 1;
            if waited == PATIENCE {
                waited = 0;
                prices.clone_from(&best.1);
                descent.calm();
            }
        }
        if !see(best.0) || !descent.step(problem, kinds, &evaluation, known, &mut prices) {
            break;
        }
    }
    best.1
}
