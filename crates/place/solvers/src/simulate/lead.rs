//! An even intake: what a place that is ahead of it, or behind, pays for that.

use super::Year;
use styrbord_settlement::{Gains, Instance};

/// Cases of the pool that the spread is read from.
const CASES_MAX: usize = 500;

/// A price on a lead over an even intake.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    /// The price of a person in a place that is full before anybody else has anybody, units per person.
    pub price: i64,
    /// So many persons are added to the capacity that a lead is measured against. A small place is ahead or behind
    /// by the size of a family whatever is done, and is not to pay for that.
    pub damping: i64,
    /// How far it looks ahead, in thousandths: counts the batch and each family too, and costs more as the year
    /// begins than as it ends.
    pub foresight: i64,
}

/// The whole of a foresight.
const WHOLE: i64 = 1000;
/// A year with room for so many persons is small: a family more or less is what most of its unevenness is, and looking
/// ahead costs more value than it evens out.
const SMALL: i64 = 1_000;
/// A year with room for so many more is large: families even out.
const LARGE_MORE: i64 = 4_000;
/// Of a small year: the price in hundredths of the spread of the gains, and the damping in persons.
const OF_SMALL: (i64, i64) = (150, 30);
/// Of a large one.
const OF_LARGE: (i64, i64) = (120, 10);
/// The price of a lead is divided by so many hundredths, and so many more times the part of the year that is placed.
/// Of the first ones a few who live in the wrong place are a large part, and the rest of the year can make up for
/// what it costs to put them elsewhere.
const PART_FIRST: i64 = 20;
const PART_MORE: i64 = 160;

impl Lead {
    /// Returns what is steady for a year with room for so many persons, where gains are a spread apart.
    pub(super) fn steady(room: i64, spread: i64) -> Self {
        let foresight = (room - SMALL).clamp(0, LARGE_MORE) * WHOLE / LARGE_MORE;
        let between = |small: i64, large: i64| small + (large - small) * foresight / WHOLE;
        let price = between(OF_SMALL.0, OF_LARGE.0) * spread / 100;
        Lead { price, damping: between(OF_SMALL.1, OF_LARGE.1), foresight }
    }

    /// Returns the price on a lead in a week.
    pub(super) fn of_week(self, year: &Year<'_>) -> Self {
        if self.foresight == 0 {
            return self;
        }
        let all = room(&year.capacity);
        let part = all * PART_FIRST + self.upto(year) * PART_MORE;
        let foreseen = self.price * all * 100 / part.max(1);
        Lead { price: self.price + (foreseen - self.price) * self.foresight / WHOLE, ..self }
    }

    /// Returns how many persons an even intake is counted for: those who are placed, and of the batch as many as the
    /// foresight says.
    fn upto(self, year: &Year<'_>) -> i64 {
        let persons = |case: &u32| i64::from(year.instance.cases[*case as usize].persons);
        year.placed as i64 + year.waiting.iter().map(persons).sum::<i64>() * self.foresight / WHOLE
    }

    /// Raises the prices of places that are ahead, and lowers those of places that are behind.
    pub(super) fn add_to(self, prices: &mut [i32], year: &Year<'_>) {
        let all = i128::from(room(&year.capacity));
        if self.price == 0 || all == 0 {
            return;
        }
        let upto = i128::from(self.upto(year));
        for (place, price) in prices.iter_mut().enumerate() {
            let capacity = i128::from(year.capacity[place]);
            if capacity > 0 {
                let ahead = i128::from(year.living(place)) * all - upto * capacity;
                let lead = ahead * i128::from(self.price) / (all * (capacity + i128::from(self.damping)));
                *price =
                    (i128::from(*price) + lead).clamp(i128::from(-Gains::MAX), i128::from(Gains::MAX)) as i32;
            }
        }
    }

    /// Returns what a person of a family pays besides for the lead that the family itself makes, half of it in the
    /// mean of its persons: a large family goes where more are lacking. Units per person.
    pub(super) fn of_family(self, persons: u32, capacity: u32) -> i64 {
        let full = 2 * (i64::from(capacity) + self.damping);
        if full == 0 {
            return 0;
        }
        self.price * i64::from(persons) / full * self.foresight / WHOLE
    }
}

/// Returns how many persons there is room for in all places together.
pub(super) fn room(capacity: &[u32]) -> i64 {
    capacity.iter().map(|capacity| i64::from(*capacity)).sum()
}

/// Returns how far apart places are for a person: the mean distance of a gain from the mean of its case, in units.
///
/// What a lead or a rule costs is counted in it, so that one setting does where places differ much and where little.
pub(super) fn spread(cases: &Instance) -> i64 {
    let (mut sum, mut count) = (0, 0);
    for case in 0..cases.cases.len().min(CASES_MAX) {
        let row = cases.gains.row(case).iter().zip(&cases.places);
        let open = row.filter(|(gain, place)| **gain > Gains::NONE && place.capacity > 0);
        let gains: Vec<i64> = open.map(|(gain, _)| i64::from(*gain)).collect();
        let mean = gains.iter().sum::<i64>() / (gains.len() as i64).max(1);
        sum += gains.iter().map(|gain| (gain - mean).abs()).sum::<i64>();
        count += gains.len() as i64;
    }
    sum / count.max(1)
}
