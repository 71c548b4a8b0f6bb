//! Further kinds of room beside that for persons: what cases need of them, what is left, and what they pay.

use crate::transport::Transport;
use styrbord_settlement::{Gains, Instance, KindPrices};

/// What cases need of further kinds of room, and how much of it there is.
///
/// Room and prices are lists over kinds and, within a kind, over places.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    places: usize,
    /// For each case where the room of a kind that it needs begins, and how much it needs; no cases when nobody
    /// needs anything.
    needs: Vec<Vec<(usize, u32)>>,
    room: Vec<u32>,
    /// For each kind what a case that needs it needs in the mean.
    usual: Vec<i64>,
}

/// Nobody needs anything.
pub static NONE: Kinds = Kinds { places: 0, needs: Vec::new(), room: Vec::new(), usual: Vec::new() };

impl Kinds {
    /// Returns the further kinds of an instance; nothing when nobody needs them.
    pub fn of(instance: &Instance) -> Self {
        let places = instance.places.len();
        let mut kinds = Kinds { places, ..Kinds::default() };
        if instance.kinds.iter().all(|kind| kind.need.iter().all(|need| *need == 0)) {
            return kinds;
        }
        kinds.needs = vec![Vec::new(); instance.cases.len()];
        for (at, kind) in instance.kinds.iter().enumerate() {
            kinds.room.extend((0..places).map(|place| kind.capacity.get(place).copied().unwrap_or(0)));
            let mut sum = (0_i64, 0_i64);
            for (needs, need) in kinds.needs.iter_mut().zip(&kind.need).filter(|(_, need)| **need > 0) {
                needs.push((at * places, *need));
                sum = (sum.0 + i64::from(*need), sum.1 + 1);
            }
            kinds.usual.push((sum.0 / sum.1.max(1)).max(1));
        }
        kinds
    }

    /// Tells whether nobody needs anything.
    pub fn is_empty(&self) -> bool {
        self.needs.is_empty()
    }

    /// Returns the number of prices: one for each kind and place.
    pub fn len(&self) -> usize {
        self.room.len()
    }

    /// Returns where the room of each kind begins, and how much of it is left in a place.
    pub fn rooms(&self, place: usize) -> impl Iterator<Item = (usize, u32)> + '_ {
        let firsts = (0..self.room.len()).step_by(self.places.max(1));
        firsts.map(move |first| (first, self.room[first + place]))
    }

    /// Returns where the room of each kind that a case needs begins, and how much it needs.
    pub fn needs(&self, case: usize) -> &[(usize, u32)] {
        self.needs.get(case).map_or(&[], Vec::as_slice)
    }

    /// Tells whether a place has what a case needs.
    pub fn fits(&self, case: usize, place: usize) -> bool {
        self.needs(case).iter().all(|(first, need)| self.room[first + place] >= *need)
    }

    /// Returns where the room of a kind begins of which a place has less than a case needs.
    pub fn lacking(&self, case: usize, place: usize) -> Option<usize> {
        let lacking = self.needs(case).iter().find(|(first, need)| self.room[first + place] < *need);
        lacking.map(|(first, _)| *first)
    }

    /// Takes what a case needs out of the room of a place.
    pub fn take(&mut self, case: usize, place: usize) {
        let Kinds { needs, room, .. } = self;
        for (first, need) in needs.get(case).into_iter().flatten() {
            room[first + place] -= need;
        }
    }

    /// Gives back what a case took.
    pub fn give_back(&mut self, case: usize, place: usize) {
        let Kinds { needs, room, .. } = self;
        for (first, need) in needs.get(case).into_iter().flatten() {
            room[first + place] += need;
        }
    }

    /// Returns what a case pays in a place, in units.
    pub fn paid(&self, prices: &[i64], case: usize, place: usize) -> i64 {
        self.needs(case).iter().map(|(first, need)| i64::from(*need) * prices[first + place]).sum()
    }

    /// Returns what all room costs together, in units.
    pub fn rent(&self, prices: &[i64]) -> i64 {
        self.room.iter().zip(prices).map(|(room, price)| i64::from(*room) * price).sum()
    }

    /// Takes out the pairs of cases and places that lack what the case needs.
    pub fn exclude(&self, gains: &mut Gains) {
        for case in 0..self.needs.len() {
            for (first, need) in self.needs(case) {
                let rooms = &self.room[*first..*first + self.places];
                let pairs = gains.row_mut(case).iter_mut().zip(rooms);
                pairs.filter(|(_, room)| *room < need).for_each(|(gain, _)| *gain = Gains::NONE);
            }
        }
    }

    /// Lowers gains by what cases pay; a fraction of a unit per person stays with the case, so bounds stay bounds.
    pub fn charge(&self, problem: Transport<'_>, prices: &[i64], after: &mut Gains) {
        for case in (0..self.needs.len()).filter(|case| !self.needs(*case).is_empty()) {
            let persons = i64::from(problem.persons[case].max(1));
            let row = after.row_mut(case).iter_mut().zip(problem.gains.row(case)).enumerate();
            for (place, (after, gain)) in row.filter(|(_, (_, gain))| **gain > Gains::NONE) {
                let left = i64::from(*gain) - self.paid(prices, case, place) / persons;
                *after = left.max(-i64::from(Gains::MAX)) as i32;
            }
        }
    }

    /// Returns by how much more room is used than there is, in 1024ths of what a case usually needs; `used` is in
    /// 1024ths. Where room that is free is not used up, there is nothing to change.
    pub fn slopes(&self, used: &[i64], prices: &[i64]) -> Vec<i64> {
        let rooms = self.room.iter().zip(used).zip(prices).enumerate();
        rooms
            .map(|(at, ((room, used), price))| {
                let over = used - i64::from(*room) * 1024;
                if over < 0 && *price == 0 { 0 } else { over / self.usual(at) }
            })
            .collect()
    }

    /// Returns what a case that needs the kind of a price needs in the mean.
    pub fn usual(&self, at: usize) -> i64 {
        self.usual.get(at / self.places.max(1)).copied().unwrap_or(1)
    }

    /// Returns prices by kind and place.
    pub fn by_kind(&self, prices: &[i64]) -> KindPrices {
        prices.chunks(self.places.max(1)).map(<[i64]>::to_vec).collect()
    }
}
