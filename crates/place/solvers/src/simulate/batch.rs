//! One week's batch, placed at given prices.

use super::lead::Lead;
use super::year::Year;
use super::{Policy, Setting};
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
    /// Groups whose gains count more, by how much, in thousandths.
    pub weights: &'a [(u32, i64)],
    /// The largest gain of a person, in units.
    pub largest: i64,
    /// What a family pays for the lead that it makes.
    pub lead: Lead,
    /// How.
    pub setting: &'a Setting,
}

/// Moves of the search for each case of a batch.
const MOVES: u64 = 60;
/// Whoever waits so many weeks, three months, goes before whoever comes now, whatever the gain.
const LONG_WAIT: u32 = 13;
/// After so many weeks a wait does not count for more.
const LONGEST_WAIT: u32 = 3 * LONG_WAIT;

impl Batch<'_> {
    /// Returns where each case goes: the best of the batch after prices; who is left out by that takes the best room
    /// that is left.
    pub(super) fn place(&self, year: &Year<'_>) -> Vec<(u32, Option<u32>)> {
        let kept = self.kept(year);
        let gains = self.gains(year, &kept);
        let persons: Vec<u32> = self.cases.iter().map(|case| persons(year, *case)).collect();
        let problem = Transport { persons: &persons, capacity: &year.room, gains: &gains };
        let flow = solve(problem);
        let mut homes = flow.whole().unwrap_or_else(|| {
            let homes = largest_first(problem, flow.prices());
            let mut search = Search::new(problem, flow.prices(), &homes, self.setting.seed);
            let scale = i64::from(gains.scale());
            search.run(MOVES * homes.len() as u64, scale / 300, scale / 30_000);
            search.best().0.clone()
        });
        self.place_rest(year, &kept, &mut homes);
        self.cases.iter().copied().zip(homes).collect()
    }

    /// Returns what each case gains in each place after prices.
    fn gains(&self, year: &Year<'_>, kept: &[bool]) -> Gains {
        let places = year.room.len();
        let most_weight = self.weights.iter().map(|(_, more)| *more).max().unwrap_or(0);
        let lowest = i64::from(self.prices.iter().copied().min().unwrap_or(0)).min(0);
        let most = self.largest * (1000 + most_weight) / 1000 - lowest + self.worth_of_a_place(LONGEST_WAIT);
        // Larger units where the sums would not fit.
        let unit = u64::try_from(most).unwrap_or(0).div_ceil(Gains::MAX as u64).max(1) as i64;
        let scale = i64::from(year.instance.gains.scale()) / unit;
        let mut gains = Gains::new(self.cases.len(), places, scale.max(1) as i32);
        for (at, case) in self.cases.iter().enumerate() {
            let about = &year.instance.cases[*case as usize];
            let waited = year.week - about.week;
            let placed = self.worth_of_a_place(waited);
            let weight = self.weights.iter().find(|(group, _)| *group == about.origin_group);
            let weight = 1000 + weight.map_or(0, |(_, more)| *more);
            let row = year.instance.gains.row(*case as usize).iter().zip(self.prices);
            for (place, ((gain, price), to)) in row.zip(gains.row_mut(at)).enumerate() {
                let open = waited >= LONG_WAIT || !kept[place];
                if *gain > Gains::NONE && about.persons <= year.room[place] && open {
                    let own = self.lead.of_family(about.persons, year.capacity[place]);
                    let gain = i64::from(*gain) * weight / 1000 - i64::from(*price) - own + placed;
                    *to = gain.div_euclid(unit) as i32;
                }
            }
        }
        gains
    }

    /// Returns what it is worth that a person who waited so long has a place at all, in units. Everybody who is here
    /// is to have one, and each three months count as much as the largest gain.
    fn worth_of_a_place(&self, waited: u32) -> i64 {
        match self.setting.policy {
            Policy::Steady => {
                self.largest * i64::from(LONG_WAIT + waited.min(LONGEST_WAIT)) / i64::from(LONG_WAIT)
            }
            Policy::Greedy | Policy::Pot1 | Policy::Pot2 | Policy::Balanced(_) => 0,
        }
    }

    /// Returns the places that are kept for families who waited long: a family for which no place has room now gets
    /// the one with the most room among those where more room opens, or single persons would take it week by week.
    fn kept(&self, year: &Year<'_>) -> Vec<bool> {
        let mut kept = vec![false; year.room.len()];
        let is_long = |case: &&u32| year.week - year.instance.cases[**case as usize].week >= LONG_WAIT;
        if self.setting.policy != Policy::Steady {
            return kept;
        }
        for case in self.cases.iter().filter(is_long) {
            let persons = persons(year, *case);
            let row = year.instance.gains.row(*case as usize);
            let suits = |place: &usize| row[*place] > Gains::NONE && !kept[*place];
            if (0..row.len()).filter(suits).any(|place| year.room[place] >= persons) {
                continue;
            }
            let grows =
                |place: &usize| year.later[*place] > 0 && year.room[*place] + year.later[*place] >= persons;
            let most = (0..row.len()).filter(suits).filter(grows).max_by_key(|place| year.room[*place]);
            if let Some(place) = most {
                kept[place] = true;
            }
        }
        kept
    }

    /// Gives those who are left out the best room that is left, whoever waited longest first.
    fn place_rest(&self, year: &Year<'_>, kept: &[bool], homes: &mut Homes) {
        let mut room = year.room.clone();
        for (case, home) in self.cases.iter().zip(homes.iter()) {
            if let Some(place) = home {
                room[*place as usize] -= persons(year, *case);
            }
        }
        let mut rest: Vec<usize> = (0..homes.len()).filter(|at| homes[*at].is_none()).collect();
        rest.sort_by_key(|at| year.instance.cases[self.cases[*at] as usize].week);
        for at in rest {
            let case = self.cases[at];
            let persons = persons(year, case);
            let row = year.instance.gains.row(case as usize);
            let is_long = year.week - year.instance.cases[case as usize].week >= LONG_WAIT;
            let best = (0..row.len())
                .filter(|place| {
                    row[*place] > Gains::NONE && room[*place] >= persons && (is_long || !kept[*place])
                })
                .max_by_key(|place| (row[*place] - self.prices[*place], std::cmp::Reverse(*place)));
            if let Some(place) = best {
                room[place] -= persons;
                homes[at] = Some(place as u32);
            }
        }
    }
}

fn persons(year: &Year<'_>, case: u32) -> u32 {
    year.instance.cases[case as usize].persons
}
