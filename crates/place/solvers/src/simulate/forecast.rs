//! How many are still to come, and who they may be.

use super::Year;
use crate::random::Random;
use styrbord_settlement::{Gains, Instance};

/// How many cases a year is believed to have.
pub(super) struct Forecast {
    total: usize,
    weeks: u32,
    /// Learns from who came; else the belief stands.
    learns: bool,
    /// Cases seen by the end of each week.
    seen: Vec<usize>,
}

/// The belief counts as much as so many weeks of arrivals.
const BELIEF_WEEKS: u64 = 3;
/// The weeks whose arrivals tell the pace of the coming ones.
const RECENT_WEEKS: usize = 12;

impl Forecast {
    pub(super) fn new(total: usize, weeks: u32, learns: bool) -> Self {
        Forecast { total, weeks, learns, seen: Vec::new() }
    }

    /// Returns how many cases are still to come after a week, when so many have come.
    pub(super) fn coming(&mut self, seen: usize, week: u32) -> usize {
        self.seen.push(seen);
        if !self.learns || self.weeks == 0 {
            return self.total.saturating_sub(seen);
        }
        let left = u64::from(self.weeks.saturating_sub(week + 1));
        let count = self.seen.len().min(RECENT_WEEKS);
        let before = self.seen.len().checked_sub(count + 1).map_or(0, |at| self.seen[at]);
        let recent = (seen - before) as u64;
        // The pace of the belief and the pace of the recent weeks, each with its weight in weeks.
        let believed = self.total as u64 * BELIEF_WEEKS / u64::from(self.weeks);
        ((believed + recent) * left / (BELIEF_WEEKS + count as u64)) as usize
    }
}

/// One future: cases that may come, with the batch, in the room that is left.
pub(super) struct Sample {
    pub persons: Vec<u32>,
    pub capacity: Vec<u32>,
    pub gains: Gains,
}

impl Sample {
    /// Draws so many cases from the pool, with replacement; thins cases and room alike when they are too many.
    pub(super) fn draw(
        pool: &Instance,
        year: &Year<'_>,
        batch: &[u32],
        coming: usize,
        cases_max: usize,
        random: &mut Random,
    ) -> Self {
        let all = coming + batch.len();
        let (part, whole) = if all <= cases_max { (1, 1) } else { (cases_max as u64, all as u64) };
        let share = |count: usize| (count as u64 * part).div_ceil(whole) as usize;
        let drawn = if pool.cases.is_empty() { 0 } else { share(coming) };
        let kept = batch.iter().copied().filter(|_| part == whole || random.next() % whole < part);
        let kept: Vec<u32> = kept.collect();
        let places = year.room.len();
        let mut gains = Gains::new(drawn + kept.len(), places, year.instance.gains.scale());
        let mut persons = Vec::with_capacity(drawn + kept.len());
        for at in 0..drawn {
            let case = random.below(pool.cases.len() as u32) as usize;
            gains.row_mut(at).copy_from_slice(pool.gains.row(case));
            persons.push(pool.cases[case].persons);
        }
        for (at, case) in kept.iter().enumerate() {
            let case = *case as usize;
            gains.row_mut(drawn + at).copy_from_slice(year.instance.gains.row(case));
            persons.push(year.instance.cases[case].persons);
        }
        // A part of the room, rounded up or down by chance so that its mean is right.
        let thinned = |room: &u32| {
            if part == whole {
                *room
            } else {
                ((u64::from(*room) * part + random.next() % whole) / whole) as u32
            }
        };
        let capacity = year.room.iter().map(thinned).collect();
        Sample { persons, capacity, gains }
    }
}
