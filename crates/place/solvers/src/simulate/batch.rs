//! One week's batch, placed at given prices.

use super::{Policy, Setting, Year};
use crate::improve::Search;
use crate::round::{Homes, largest_first};
use crate::transport::{Transport, solve};
use styrbord_settlement::Gains;

/// Cases to be placed now.
pub(super) struct Batch<'a> {
    /// The cases.
    pub cases: Vec<u32>,
    /// Prices of the places, units per person.
    pub prices: &'a [i32],
    /// How.
    pub setting: &'a Setting,
}

/// Moves of the search for each case of a batch.
const MOVES: u64 = 60;

impl Batch<'_> {
    /// Returns where each case goes: the best of the batch after prices; who is left out by that takes the best room
    /// that is left.
    pub(super) fn place(&self, year: &Year<'_>) -> Vec<(u32, Option<u32>)> {
        let places = year.room.len();
        let scale = year.instance.gains.scale();
        let mut gains = Gains::new(self.cases.len(), places, scale);
        let steady = self.setting.policy == Policy::Steady;
        for (at, case) in self.cases.iter().enumerate() {
            let persons = year.instance.cases[*case as usize].persons;
            let row = year.instance.gains.row(*case as usize).iter().zip(self.prices).zip(&year.room);
            for (to, ((gain, price), room)) in gains.row_mut(at).iter_mut().zip(row) {
                if *gain > Gains::NONE && persons <= *room {
                    // Everybody who is here is to have a place.
                    *to = gain - price + if steady { scale } else { 0 };
                }
            }
        }
        let persons: Vec<u32> =
            self.cases.iter().map(|case| year.instance.cases[*case as usize].persons).collect();
        let problem = Transport { persons: &persons, capacity: &year.room, gains: &gains };
        let flow = solve(problem);
        let homes = largest_first(problem, flow.prices());
        let mut search = Search::new(problem, flow.prices(), &homes, self.setting.seed);
        search.run(MOVES * homes.len() as u64, i64::from(scale) / 300, i64::from(scale) / 30_000);
        let mut homes: Homes = search.best().0.clone();
        self.place_rest(year, &mut homes);
        self.cases.iter().copied().zip(homes).collect()
    }

    /// Gives those who are left out the best room that is left, in order.
    fn place_rest(&self, year: &Year<'_>, homes: &mut Homes) {
        let mut room = year.room.clone();
        for (case, home) in self.cases.iter().zip(homes.iter()) {
            if let Some(place) = home {
                room[*place as usize] -= year.instance.cases[*case as usize].persons;
            }
        }
        for (case, home) in self.cases.iter().zip(homes) {
            if home.is_some() {
                continue;
            }
            let persons = year.instance.cases[*case as usize].persons;
            let row = year.instance.gains.row(*case as usize);
            let best = (0..row.len())
                .filter(|place| row[*place] > Gains::NONE && room[*place] >= persons)
                .max_by_key(|place| (row[*place] - self.prices[*place], std::cmp::Reverse(*place)));
            if let Some(place) = best {
                room[place] -= persons;
                *home = Some(place as u32);
            }
        }
    }
}
