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
    pub damping: u32,
}

impl Lead {
    /// Raises the prices of places that are ahead, and lowers those of places that are behind.
    pub(super) fn add_to(self, prices: &mut [i32], year: &Year<'_>) {
        let all: i128 = year.capacity.iter().map(|capacity| i128::from(*capacity)).sum();
        if self.price == 0 || all == 0 {
            return;
        }
        for (place, price) in prices.iter_mut().enumerate() {
            let capacity = i128::from(year.capacity[place]);
            if capacity > 0 {
                let ahead = i128::from(year.living(place)) * all - i128::from(year.placed) * capacity;
                let lead = ahead * i128::from(self.price) / (all * (capacity + i128::from(self.damping)));
                *price =
                    (i128::from(*price) + lead).clamp(i128::from(-Gains::MAX), i128::from(Gains::MAX)) as i32;
            }
        }
    }
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
