//! A plan to a better one: families move, others make room, by annealing with a seed.
//!
//! One move: a case goes to one of the places that suit it best after prices. When there is no room, residents are
//! put out until there is, and each goes to its own best place that has room, or is not placed. A move that loses
//! is taken with a chance that shrinks with its loss and with the work done, so the search leaves the first hill it
//! stands on. The best plan seen is kept. Same seed, same plan.

use crate::kinds::Kinds;
use crate::knapsack::best_places;
use crate::random::Random;
use crate::relax::Priced;
use crate::round::Homes;
use crate::transport::Transport;
use styrbord_settlement::Gains;

/// How many places of each case the search looks at.
const CHOICES: usize = 16;
/// The most residents that one case puts out.
const PUT_OUT_MAX: usize = 4;
/// The most cases that push others in one move, besides the first.
const CHAIN_MAX: u32 = 3;

/// A plan that is being improved.
pub struct Search<'a> {
    problem: Transport<'a>,
    choices: Vec<Vec<u32>>,
    homes: Homes,
    residents: Vec<Vec<u32>>,
    /// Those who are not placed.
    unplaced: Vec<u32>,
    /// Where a case stands among the residents of its home, or among those who are not placed.
    seat: Vec<u32>,
    room: Vec<u32>,
    kinds: Kinds,
    value: i64,
    best: Homes,
    best_value: i64,
    random: Random,
    /// Moves of the present proposal: case, and the home it had.
    moved: Vec<(u32, Option<u32>)>,
    /// Cases that are put out and have no home yet.
    out: Vec<u32>,
}

impl<'a> Search<'a> {
    /// Returns a search that begins at a plan; prices, in units per person, tell which places suit a case.
    pub fn new(problem: Transport<'a>, prices: &[i32], homes: &Homes, seed: u64) -> Self {
        Search::within(Priced::without_kinds(problem), prices, homes, seed)
    }

    /// Returns the same within the room of further kinds.
    pub fn within(priced: Priced<'a>, prices: &[i32], homes: &Homes, seed: u64) -> Self {
        let Priced { problem, after, kinds, .. } = priced;
        let places = problem.capacity.len();
        let mut search = Search {
            problem,
            choices: (0..homes.len()).map(|case| best_places(after, prices, case, CHOICES)).collect(),
            homes: vec![None; homes.len()],
            residents: vec![Vec::new(); places],
            unplaced: (0..homes.len() as u32).collect(),
            seat: (0..homes.len() as u32).collect(),
            room: problem.capacity.to_vec(),
            kinds: kinds.clone(),
            value: 0,
            best: homes.clone(),
            best_value: 0,
            random: Random::new(seed),
            moved: Vec::new(),
            out: Vec::new(),
        };
        for (case, home) in homes.iter().enumerate() {
            if let Some(place) = home {
                search.put(case as u32, Some(*place));
            }
        }
        search.moved.clear();
        search.best_value = search.value;
        search
    }

    /// Tries so many moves, from a chance for losses of about `hot` units down to `cold`.
    pub fn run(&mut self, moves: u64, hot: i64, cold: i64) {
        self.run_while(moves, hot, cold, &mut |_| true);
    }

    /// Does the same as long as `see` says so; it gets what the best plan so far is worth, in units.
    pub fn run_while(&mut self, moves: u64, hot: i64, cold: i64, see: &mut dyn FnMut(i64) -> bool) {
        const STEPS: u64 = 400;
        if self.homes.is_empty() {
            return;
        }
        let each = (moves / STEPS).max(1);
        for step in 0..STEPS {
            let heat = cooled(hot, cold, step, STEPS);
            for _ in 0..each {
                self.propose(heat);
            }
            if !see(self.best_value) {
                return;
            }
        }
    }

    /// Tries so many times to settle those who are left, from the best plan seen: one of them goes to any place that
    /// suits it, and those it puts out go wherever there is room. A move is taken when it loses nothing.
    pub fn settle_rest(&mut self, tries: u64) {
        self.return_to_best();
        let mut waiting = self.waiting();
        for _ in 0..tries {
            if waiting.is_empty() {
                break;
            }
            let case = waiting[self.random.below(waiting.len() as u32) as usize];
            let Some(target) = self.any_place(case) else { continue };
            let before = self.value;
            self.moved.clear();
            if self.force_in(case, target) && self.value >= before {
                self.keep_best();
                waiting = self.waiting();
            } else {
                self.undo();
            }
        }
        self.keep_best();
    }

    fn waiting(&self) -> Vec<u32> {
        (0..self.homes.len() as u32).filter(|case| self.homes[*case as usize].is_none()).collect()
    }

    fn return_to_best(&mut self) {
        self.moved.clear();
        let best = self.best.clone();
        for case in 0..best.len() as u32 {
            self.put(case, None);
        }
        for (case, home) in best.into_iter().enumerate() {
            self.put(case as u32, home);
        }
    }

    /// Returns some place that could hold a case.
    fn any_place(&mut self, case: u32) -> Option<u32> {
        let row = self.problem.gains.row(case as usize);
        let persons = self.problem.persons[case as usize];
        let suits = |place: &usize| row[*place] > Gains::NONE && self.problem.capacity[*place] >= persons;
        let count = (0..row.len()).filter(suits).count() as u32;
        let at = self.random.below(count) as usize;
        (0..row.len()).filter(suits).nth(at).map(|place| place as u32)
    }

    /// Moves a case into a place; those it puts out go wherever there is room, or push on in their turn.
    fn force_in(&mut self, case: u32, target: u32) -> bool {
        let mut out = std::mem::take(&mut self.out);
        out.clear();
        let mut fits = self.push_in(case, target, &mut out);
        let mut pushes = self.random.below(CHAIN_MAX + 1);
        while let Some(other) = out.pop().filter(|_| fits) {
            let home = self.any_room(other);
            if home.is_none() && pushes > 0 {
                pushes -= 1;
                let Some(next) = self.any_place(other) else { continue };
                fits = self.push_in(other, next, &mut out);
            } else {
                self.put(other, home);
            }
        }
        self.out = out;
        fits
    }

    /// Returns the place with room where a case gains most, among all places.
    fn any_room(&self, case: u32) -> Option<u32> {
        let persons = self.problem.persons[case as usize];
        let row = self.problem.gains.row(case as usize);
        let places = (0..row.len()).filter(|place| self.room[*place] >= persons && row[*place] > Gains::NONE);
        let places = places.filter(|place| self.kinds.fits(case as usize, *place));
        places.max_by_key(|place| row[*place]).map(|place| place as u32)
    }

    fn keep_best(&mut self) {
        if self.value > self.best_value {
            self.best_value = self.value;
            self.best.clone_from(&self.homes);
        }
    }

    /// Returns the best plan seen and what it is worth, in units.
    pub fn best(&self) -> (&Homes, i64) {
        (&self.best, self.best_value)
    }

    /// Tries one move.
    fn propose(&mut self, heat: i64) {
        let case = self.random.below(self.homes.len() as u32);
        let choices = &self.choices[case as usize];
        if choices.is_empty() {
            return;
        }
        let target = choices[self.random.below(choices.len() as u32) as usize];
        if self.homes[case as usize] == Some(target) {
            return;
        }
        let before = self.value;
        self.moved.clear();
        if self.carry_out(case, target) && self.accepts(before - self.value, heat) {
            self.keep_best();
            return;
        }
        self.undo();
    }

    /// Moves a case and whoever is in its way; tells whether everything fits.
    fn carry_out(&mut self, case: u32, target: u32) -> bool {
        let from = self.homes[case as usize];
        let mut out = std::mem::take(&mut self.out);
        out.clear();
        let mut fits = self.push_in(case, target, &mut out);
        let mut pushes = self.random.below(CHAIN_MAX + 1);
        while let Some(other) = out.pop() {
            if !fits {
                break;
            }
            if pushes > 0 && !self.has_good_room(other) {
                pushes -= 1;
                let choices = &self.choices[other as usize];
                let target = choices[self.random.below(choices.len() as u32) as usize];
                fits = self.push_in(other, target, &mut out);
                continue;
            }
            let home = self.best_with_room(other, from);
            self.put(other, home);
        }
        self.out = out;
        fits
    }

    /// Puts a case into a place and as many residents out as that takes; tells whether it fits.
    fn push_in(&mut self, case: u32, target: u32, out: &mut Vec<u32>) -> bool {
        let persons = self.problem.persons[case as usize];
        if self.homes[case as usize].is_some() {
            self.put(case, None);
        }
        let before = out.len();
        while self.room[target as usize] < persons {
            let living = &self.residents[target as usize];
            if out.len() - before == PUT_OUT_MAX || living.is_empty() {
                return false;
            }
            let other = living[self.random.below(living.len() as u32) as usize];
            self.put(other, None);
            out.push(other);
        }
        while !self.kinds.fits(case as usize, target as usize) {
            let Some(other) = self.in_the_way(case, target).filter(|_| out.len() - before < PUT_OUT_MAX)
            else {
                return false;
            };
            self.put(other, None);
            out.push(other);
        }
        self.put(case, Some(target));
        true
    }

    /// Returns some resident who uses a further kind of room that a case lacks in a place.
    fn in_the_way(&mut self, case: u32, target: u32) -> Option<u32> {
        let lacking = self.kinds.lacking(case as usize, target as usize)?;
        let uses =
            |other: &&u32| self.kinds.needs(**other as usize).iter().any(|(first, _)| *first == lacking);
        let living = &self.residents[target as usize];
        let count = living.iter().filter(uses).count();
        let at = self.random.below(count as u32) as usize;
        living.iter().filter(uses).nth(at).copied()
    }

    /// Tells whether the place that suits a case best has room.
    fn has_good_room(&self, case: u32) -> bool {
        let persons = self.problem.persons[case as usize];
        self.choices[case as usize].first().is_none_or(|place| {
            self.room[*place as usize] >= persons && self.kinds.fits(case as usize, *place as usize)
        })
    }

    /// Returns the place with room where a case gains most, among those that suit it and one more.
    fn best_with_room(&self, case: u32, more: Option<u32>) -> Option<u32> {
        let persons = self.problem.persons[case as usize];
        let row = self.problem.gains.row(case as usize);
        let choices = self.choices[case as usize].iter().copied().chain(more);
        choices
            .filter(|place| self.room[*place as usize] >= persons && row[*place as usize] > Gains::NONE)
            .filter(|place| self.kinds.fits(case as usize, *place as usize))
            .max_by_key(|place| row[*place as usize])
    }

    fn accepts(&mut self, loss: i64, heat: i64) -> bool {
        loss <= 0 || loss < self.random.exponential(heat)
    }

    /// Gives a case a home, or takes it away.
    fn put(&mut self, case: u32, home: Option<u32>) {
        let persons = self.problem.persons[case as usize];
        let old = self.homes[case as usize];
        self.moved.push((case, old));
        let seat = self.seat[case as usize] as usize;
        let seats = match old {
            Some(place) => {
                self.room[place as usize] += persons;
                self.kinds.give_back(case as usize, place as usize);
                self.value -= self.gain(case, place);
                &mut self.residents[place as usize]
            }
            None => &mut self.unplaced,
        };
        seats.swap_remove(seat);
        if let Some(other) = seats.get(seat) {
            self.seat[*other as usize] = seat as u32;
        }
        let seats = match home {
            Some(place) => {
                self.room[place as usize] -= persons;
                self.kinds.take(case as usize, place as usize);
                self.value += self.gain(case, place);
                &mut self.residents[place as usize]
            }
            None => &mut self.unplaced,
        };
        self.seat[case as usize] = seats.len() as u32;
        seats.push(case);
        self.homes[case as usize] = home;
    }

    fn undo(&mut self) {
        let moved = std::mem::take(&mut self.moved);
        for (case, old) in moved.iter().rev() {
            self.put(*case, *old);
        }
        self.moved = moved;
    }

    fn gain(&self, case: u32, place: u32) -> i64 {
        let gain = self.problem.gains.row(case as usize)[place as usize];
        i64::from(gain) * i64::from(self.problem.persons[case as usize])
    }
}

/// Returns the heat of a step: from hot to cold by equal ratios.
fn cooled(hot: i64, cold: i64, step: u64, steps: u64) -> i64 {
    let (mut heat, mut low) = (hot.max(1), cold.max(1));
    // Halving by halving, with a straight line within one halving: no logarithm is needed.
    let mut halvings = 0;
    while low * 2 <= heat {
        low *= 2;
        halvings += 1;
    }
    let place = step * (halvings + 1) * 1000 / steps.max(1);
    heat >>= place / 1000;
    heat - heat * (place % 1000) as i64 / 2000
}
