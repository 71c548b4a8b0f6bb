//! The best use of a place's room when some of the cases also need further kinds of it.
//!
//! The others come as what they gain by room. Cases that need further kinds are taken up one by one beside a table
//! over what is used of the kinds and of the room.

use crate::kinds::Kinds;

/// A table has no more entries; kinds that would make it larger have their price alone.
const ENTRIES_MAX: usize = 1024;

/// A case that needs further kinds.
#[derive(Debug, Clone, Copy)]
pub struct Needy {
    /// The case.
    pub case: u32,
    /// Its persons.
    pub persons: usize,
    /// What it is worth above what it costs.
    pub worth: i64,
}

/// A kind that is in the table.
#[derive(Debug, Clone, Copy)]
struct Counted {
    /// Where its room begins.
    first: usize,
    /// How much there is.
    room: usize,
    /// How far states lie apart that differ by 1 of it.
    apart: usize,
}

/// The table of one place after another; keeps its memory.
#[derive(Debug, Default)]
pub struct Table {
    counted: Vec<Counted>,
    states: usize,
    best: Vec<i64>,
    /// For each case that was taken up, and each entry, whether it is in the best use.
    took: Vec<bool>,
}

impl Table {
    /// Chooses the kinds of a place that are counted: in their order, as far as the table stays small.
    pub fn choose(&mut self, kinds: &Kinds, place: usize, room: usize) {
        self.counted.clear();
        self.states = 1;
        for (first, amount) in kinds.rooms(place) {
            let states = (amount as usize + 1).saturating_mul(self.states);
            if states.saturating_mul(room + 1) <= ENTRIES_MAX {
                self.counted.push(Counted { first, room: amount as usize, apart: self.states });
                self.states = states;
            }
        }
    }

    /// Tells whether a case needs a kind that is counted.
    pub fn counts(&self, kinds: &Kinds, case: u32) -> bool {
        let needs = kinds.needs(case as usize);
        needs.iter().any(|(first, _)| self.counted.iter().any(|counted| counted.first == *first))
    }

    /// Returns the most that a place gains; `free` is what those gain who need nothing that is counted, by the room
    /// that they may use. Adds the cases that are taken, and returns the room that is left to the others.
    pub fn fill(
        &mut self,
        kinds: &Kinds,
        free: &[i64],
        needy: &[Needy],
        taken: &mut Vec<u32>,
    ) -> (i64, usize) {
        let width = free.len();
        self.best.clear();
        (0..self.states).for_each(|_| self.best.extend_from_slice(free));
        self.took.clear();
        self.took.resize(needy.len() * self.states * width, false);
        for (at, case) in needy.iter().enumerate() {
            self.take_up(kinds, *case, at, width);
        }
        let (mut state, mut room) = (self.states - 1, width - 1);
        let most = self.best[state * width + room];
        for (at, case) in needy.iter().enumerate().rev() {
            if self.took[(at * self.states + state) * width + room] {
                taken.push(case.case);
                state -= self.offset(kinds, *case);
                room -= case.persons;
            }
        }
        (most, room)
    }

    fn take_up(&mut self, kinds: &Kinds, case: Needy, at: usize, width: usize) {
        let offset = self.offset(kinds, case);
        for state in (offset..self.states).rev() {
            if case.persons >= width || !self.has(kinds, case, state) {
                continue;
            }
            let (below, here) = self.best.split_at_mut(state * width);
            let below = &below[(state - offset) * width..];
            let took = &mut self.took[(at * self.states + state) * width..][..width];
            let entries = here[case.persons..width].iter_mut().zip(&mut took[case.persons..]);
            for ((best, took), below) in entries.zip(below) {
                if below + case.worth > *best {
                    *best = below + case.worth;
                    *took = true;
                }
            }
        }
    }

    /// Returns how many states a case moves on.
    fn offset(&self, kinds: &Kinds, case: Needy) -> usize {
        self.needs(kinds, case).map(|(counted, need)| counted.apart * need).sum()
    }

    /// Tells whether a state has as much of each kind as a case needs.
    fn has(&self, kinds: &Kinds, case: Needy, state: usize) -> bool {
        self.needs(kinds, case).all(|(counted, need)| state / counted.apart % (counted.room + 1) >= need)
    }

    fn needs<'a>(&'a self, kinds: &'a Kinds, case: Needy) -> impl Iterator<Item = (Counted, usize)> + 'a {
        let needs = kinds.needs(case.case as usize).iter();
        needs.filter_map(|(first, need)| {
            let counted = self.counted.iter().find(|counted| counted.first == *first)?;
            Some((*counted, *need as usize))
        })
    }
}
