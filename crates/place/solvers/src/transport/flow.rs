//! Who lives where, at which prices.

use super::{Home, Transport};
use styrbord_settlement::Gains;

/// More than any loss that matters; a sum of two still fits an `i32`.
pub(super) const FAR: i32 = 1_000_000_000;

/// No case.
const NOBODY: u32 = u32::MAX;
/// After so many cases have moved out the losses of a place are computed anew as a whole.
const GONE_MAX: usize = 4;

/// A flow of persons from cases to places, and the prices of the places.
#[derive(Debug, Clone)]
pub struct Flow {
    /// The persons of each case.
    persons: Vec<u32>,
    /// The gains, row by row, with one column more for "not placed", which gains nothing.
    pub(super) rows: Vec<i32>,
    /// Columns of a row: the places and one more.
    pub(super) width: usize,
    /// For each place who lives there and how many of them; the last one is "not placed".
    pub(super) residents: Vec<Vec<(u32, u32)>>,
    /// The room that is left in each place.
    pub(super) spare: Vec<u32>,
    /// The price of each place, units per person; "not placed" is free.
    pub(super) prices: Vec<i32>,
    /// The least loss of a move from each place to each other, units per person.
    loss: Vec<i32>,
    /// The case that loses so little, for each entry of `loss`.
    loser: Vec<u32>,
    /// Whether a row of `loss` must be computed anew.
    stale: Vec<bool>,
    /// For each place cases that moved out since its row was right; what they lost must be computed anew.
    gone: Vec<Vec<u32>>,
    /// Cases that have no home yet, with how many persons.
    pub(super) waiting: Vec<(u32, u32)>,
}

impl Flow {
    /// Puts each case where it gains most at the given prices, as far as there is room: where it lived before when
    /// that is such a place.
    pub(super) fn begin(problem: Transport<'_>, prices: &[i32], homes: &[Home]) -> Self {
        let places = problem.capacity.len();
        let width = places + 1;
        let mut rows = Vec::with_capacity(problem.persons.len() * width);
        for case in 0..problem.persons.len() {
            rows.extend_from_slice(problem.gains.row(case));
            rows.push(0);
        }
        let mut flow = Flow {
            persons: problem.persons.to_vec(),
            rows,
            width,
            residents: vec![Vec::new(); width],
            spare: problem.capacity.to_vec(),
            prices: prices.iter().copied().map(|price| price.max(0)).chain([0]).collect(),
            loss: vec![FAR; width * width],
            loser: vec![NOBODY; width * width],
            stale: vec![true; width],
            gone: vec![Vec::new(); width],
            waiting: Vec::new(),
        };
        flow.spare.push(u32::MAX);
        let mut left = problem.persons.to_vec();
        for home in homes {
            flow.keep(*home, &mut left);
        }
        for (case, persons) in left.into_iter().enumerate().filter(|(_, persons)| *persons > 0) {
            flow.settle(case, persons);
        }
        flow
    }

    /// Leaves persons where they lived when they gain most there and there is room.
    fn keep(&mut self, home: Home, left: &mut [u32]) {
        let (case, place) = (home.case as usize, home.place as usize);
        if case >= left.len() || place + 1 >= self.width {
            return;
        }
        let persons = home.persons.min(left[case]).min(self.spare[place]);
        if persons > 0 && self.row(case)[place] - self.prices[place] == self.best(case).1 {
            left[case] -= persons;
            self.move_in(home.case, place, persons);
        }
    }

    /// Puts persons of a case into its best place, as far as there is room; the rest waits.
    fn settle(&mut self, case: usize, persons: u32) {
        let (place, _) = self.best(case);
        let fits = persons.min(self.spare[place]);
        if fits > 0 {
            self.move_in(case as u32, place, fits);
        }
        if fits < persons {
            self.waiting.push((case as u32, persons - fits));
        }
    }

    /// Returns the gains of a case, "not placed" last.
    pub(super) fn row(&self, case: usize) -> &[i32] {
        &self.rows[case * self.width..(case + 1) * self.width]
    }

    /// Returns the place where a person of the case gains most after its price, and how much.
    pub(super) fn best(&self, case: usize) -> (usize, i32) {
        let after = || self.row(case).iter().zip(&self.prices).map(|(gain, price)| gain - price);
        // Two plain passes: the compiler takes many places at once.
        let most = after().fold(0, i32::max);
        let place = if most > 0 { after().position(|gain| gain == most) } else { None };
        (place.unwrap_or(self.width - 1), most)
    }

    /// Computes the losses of moves from a place anew when its residents changed: all, or those of who is gone.
    pub(crate) fn freshen(&mut self, place: usize) {
        let Flow { loss, loser, rows, residents, width, stale, gone, .. } = self;
        let range = place * *width..(place + 1) * *width;
        let (losses, losers, gone) = (&mut loss[range.clone()], &mut loser[range], &mut gone[place]);
        let row_of = |case: u32| &rows[case as usize * *width..(case as usize + 1) * *width];
        if std::mem::take(&mut stale[place]) || gone.len() > GONE_MAX {
            losses.fill(FAR);
            losers.fill(NOBODY);
            for (case, _) in &residents[place] {
                let row = row_of(*case);
                lower(losses, losers, row, row[place], *case);
            }
        } else if !gone.is_empty() {
            let columns: Vec<usize> = (0..*width).filter(|to| gone.contains(&losers[*to])).collect();
            for to in &columns {
                (losses[*to], losers[*to]) = (FAR, NOBODY);
            }
            for (case, _) in &residents[place] {
                let row = row_of(*case);
                for to in &columns {
                    let loss = row[place] - row[*to];
                    if loss < losses[*to] {
                        (losses[*to], losers[*to]) = (loss, *case);
                    }
                }
            }
        }
        gone.clear();
    }

    /// Returns the losses of moves from a place; they must be fresh.
    pub(crate) fn losses(&self, place: usize) -> &[i32] {
        &self.loss[place * self.width..(place + 1) * self.width]
    }

    /// Returns who loses least by moving from one place to another, as an index into the residents; the losses of
    /// moves from there must be fresh.
    pub(super) fn mover(&self, from: usize, to: usize) -> Option<usize> {
        let loser = self.loser[from * self.width + to];
        self.residents[from].iter().position(|(case, _)| *case == loser)
    }

    /// Lets persons of a case live in a place.
    pub(super) fn move_in(&mut self, case: u32, place: usize, persons: u32) {
        if place + 1 < self.width {
            self.spare[place] -= persons;
        }
        if let Some(known) = self.residents[place].iter_mut().find(|known| known.0 == case) {
            known.1 += persons;
            return;
        }
        self.residents[place].push((case, persons));
        if !self.stale[place] {
            let Flow { loss, loser, rows, width, .. } = self;
            let row = &rows[case as usize * *width..(case as usize + 1) * *width];
            let range = place * *width..(place + 1) * *width;
            lower(&mut loss[range.clone()], &mut loser[range], row, row[place], case);
        }
    }

    /// Takes persons out of a place; `at` is an index into its residents. Returns their case.
    pub(super) fn move_out(&mut self, place: usize, at: usize, persons: u32) -> u32 {
        if place + 1 < self.width {
            self.spare[place] += persons;
        }
        let (case, living) = self.residents[place][at];
        if living == persons {
            self.residents[place].swap_remove(at);
            if !self.stale[place] {
                self.gone[place].push(case);
            }
        } else {
            self.residents[place][at].1 -= persons;
        }
        case
    }

    /// Returns the number of places.
    pub fn places(&self) -> usize {
        self.width - 1
    }

    /// Returns the room that is left in a place.
    pub fn spare(&self, place: usize) -> u32 {
        self.spare.get(place).copied().unwrap_or(0)
    }

    /// Returns the prices of the places, units per person.
    pub fn prices(&self) -> &[i32] {
        &self.prices[..self.width - 1]
    }

    /// Returns who lives in a place: cases, and how many persons of each.
    pub fn residents(&self, place: usize) -> &[(u32, u32)] {
        self.residents.get(place).map_or(&[], Vec::as_slice)
    }

    /// Returns who lives where, place by place.
    pub fn homes(&self) -> Vec<Home> {
        let places = self.residents.iter().zip(0..).take(self.width - 1);
        let homes = places.flat_map(|(residents, place)| {
            residents.iter().map(move |(case, persons)| Home { case: *case, place, persons: *persons })
        });
        homes.collect()
    }

    /// Returns who is not placed: cases, and how many persons of each.
    pub fn unplaced(&self) -> &[(u32, u32)] {
        self.residents(self.width - 1)
    }

    /// Returns where each case lives when no family is split; none when one is.
    pub fn whole(&self) -> Option<Vec<Option<u32>>> {
        let mut homes = vec![None; self.persons.len()];
        for (place, residents) in self.residents.iter().enumerate().take(self.width - 1) {
            for (case, persons) in residents {
                if self.persons[*case as usize] != *persons {
                    return None;
                }
                homes[*case as usize] = Some(place as u32);
            }
        }
        Some(homes)
    }

    /// Returns what the flow is worth, in units.
    pub fn value(&self) -> i64 {
        let mut value = 0;
        for place in 0..self.width - 1 {
            for (case, persons) in &self.residents[place] {
                value += i64::from(*persons) * i64::from(self.row(*case as usize)[place]);
            }
        }
        value
    }

    /// Returns the bound that the prices prove: what everybody gains after prices, and the price of all room.
    pub fn bound(&self, capacity: &[u32]) -> i64 {
        let gains =
            (0..self.persons.len()).map(|case| i64::from(self.best(case).1) * i64::from(self.persons[case]));
        let room =
            capacity.iter().zip(&self.prices).map(|(room, price)| i64::from(*room) * i64::from(*price));
        gains.sum::<i64>() + room.sum::<i64>()
    }
}

/// Lowers losses to those of one resident, who gains `here` where they live.
fn lower(losses: &mut [i32], losers: &mut [u32], row: &[i32], here: i32, case: u32) {
    debug_assert!(here > Gains::NONE);
    for ((loss, loser), gain) in losses.iter_mut().zip(losers).zip(row) {
        // Without branches the compiler takes many places at once.
        let less = here - gain < *loss;
        *loss = if less { here - gain } else { *loss };
        *loser = if less { case } else { *loser };
    }
}
