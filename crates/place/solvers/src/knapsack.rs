//! Prices on cases: a bound that knows that families are whole.
//!
//! When each case has a price that it costs to take it, the places no longer compete: each fills its room with the
//! cases worth most above their price, a knapsack. The sum of what the places gain and of all prices bounds every
//! plan, and never more loosely than the relaxation does, because a knapsack takes whole families only. The best
//! such prices are sought by steps along the difference between taking a case once and how often it is taken.

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
        Offers::chosen(problem, &vec![0; problem.capacity.len()], usize::MAX)
    }

    /// Returns for each case the `count` places that suit it best after prices in units per person.
    pub fn chosen(problem: Transport<'_>, prices: &[i32], count: usize) -> Self {
        let mut by_place = vec![Vec::new(); problem.capacity.len()];
        for case in 0..problem.persons.len() {
            for place in best_places(problem, prices, case, count) {
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
    pub fn retain(&mut self, persons: &[u32], room: &[u32]) {
        for (offers, room) in self.by_place.iter_mut().zip(room) {
            offers.retain(|(case, _)| (1..=*room).contains(&persons[*case as usize]));
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

/// Returns what the places take when case `i` costs `prices[i]` units.
pub fn evaluate(problem: Transport<'_>, offers: &Offers, prices: &[i64]) -> Evaluation {
    let mut evaluation = Evaluation { bound: prices.iter().sum(), taken: Vec::new() };
    let mut fill = Fill::default();
    for (offers, room) in offers.by_place.iter().zip(problem.capacity) {
        let mut taken = Vec::new();
        evaluation.bound += fill.best(problem, offers, prices, *room as usize, &mut taken);
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
}

impl Fill {
    /// Returns the most that a place can gain, and adds the cases that give it.
    fn best(
        &mut self,
        problem: Transport<'_>,
        offers: &[(u32, i32)],
        prices: &[i64],
        room: usize,
        taken: &mut Vec<u32>,
    ) -> i64 {
        self.collect(problem, offers, prices, room);
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
        let mut used = room;
        for (counts, size) in self.counts.chunks_exact(width).zip(&self.sizes).rev() {
            let count = counts[used] as usize;
            taken.extend(self.by_size[*size].iter().take(count).map(|(_, case)| *case));
            used -= count * (size + 1);
        }
        self.best[room]
    }

    /// Returns how much room all the cases take that were collected.
    fn used_at_most(&self) -> usize {
        self.sizes.iter().map(|size| (size + 1) * self.by_size[*size].len()).sum()
    }

    /// Collects the cases that are worth more than their price, the best of each size first.
    fn collect(&mut self, problem: Transport<'_>, offers: &[(u32, i32)], prices: &[i64], room: usize) {
        for size in self.sizes.drain(..) {
            self.by_size[size].clear();
        }
        for (case, gain) in offers {
            let size = problem.persons[*case as usize] as usize;
            let worth = i64::from(*gain) * size as i64 - prices[*case as usize];
            if worth > 0 && (1..=room).contains(&size) {
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
    /// taken; `known` is what the best plan known is worth. Tells whether there was a step to take.
    pub fn step(
        &mut self,
        problem: Transport<'_>,
        evaluation: &Evaluation,
        known: i64,
        prices: &mut [i64],
    ) -> bool {
        let mut times = vec![-1_i64; prices.len()];
        for case in evaluation.taken.iter().flatten() {
            times[*case as usize] += 1;
        }
        for (case, times) in times.iter_mut().enumerate() {
            if problem.persons[case] == 0 || *times < 0 && prices[case] == 0 {
                *times = 0;
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

/// Returns prices with a low bound, from those of the relaxation, after `rounds` steps at most.
///
/// `known` is what the best plan known is worth. `see` gets the bound after each step and says whether to go on.
pub fn descend(
    problem: Transport<'_>,
    offers: &Offers,
    begin: Vec<i64>,
    rounds: u32,
    known: i64,
    mut see: impl FnMut(i64) -> bool,
) -> Vec<i64> {
    const PATIENCE: u32 = 12;
    let mut prices = begin.clone();
    let mut best = (i64::MAX, begin);
    let mut descent = Descent::new(prices.len(), 1024);
    let mut waited = 0;
    for _ in 0..rounds {
        let evaluation = evaluate(problem, offers, &prices);
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
        if !see(best.0) || !descent.step(problem, &evaluation, known, &mut prices) {
            break;
        }
    }
    best.1
}
