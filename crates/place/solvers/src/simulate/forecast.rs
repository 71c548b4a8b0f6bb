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

/// The pool counts as much as so large a part of a year of arrivals.
const POOL_PART: u64 = 6;

/// Where cases that may come are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    /// Last year's cases.
    pub pool: &'a Instance,
    /// Cases that came this year count too, the more the longer the year: last year may have been another.
    pub learns: bool,
}

impl<'a> Sources<'a> {
    /// Draws a case; none when there is nobody to draw from.
    fn draw(self, year: &Year<'a>, coming: usize, random: &mut Random) -> Option<(&'a Instance, usize)> {
        let pool = (year.arrived.len() + coming) as u64 / POOL_PART + 1;
        let seen = if self.learns { year.arrived.len() as u64 } else { 0 };
        let of_year = self.pool.cases.is_empty() || seen > 0 && random.next() % (pool + seen) >= pool;
        if !of_year {
            return Some((self.pool, random.below(self.pool.cases.len() as u32) as usize));
        }
        // Cases are not in the order in which they come in every file.
        let arrived = self.learns.then(|| year.arrived.get(random.below(year.arrived.len() as u32) as usize));
        arrived.flatten().map(|case| (year.instance, *case as usize))
    }
}

/// One future: cases that may come, with the batch, in the room that is left.
pub(super) struct Sample {
    pub persons: Vec<u32>,
    pub capacity: Vec<u32>,
    pub gains: Gains,
}

impl Sample {
    /// Draws so many cases, with replacement; thins cases and room alike when they are too many.
    pub(super) fn draw<'a>(
        sources: Sources<'a>,
        year: &Year<'a>,
        batch: &[u32],
        coming: usize,
        cases_max: usize,
        random: &mut Random,
    ) -> Self {
        let all = coming + batch.len();
        let (part, whole) = if all <= cases_max { (1, 1) } else { (cases_max as u64, all as u64) };
        let share = |count: usize| (count as u64 * part).div_ceil(whole) as usize;
        let drawn: Vec<_> = (0..share(coming)).filter_map(|_| sources.draw(year, coming, random)).collect();
        let kept: Vec<&u32> =
            batch.iter().filter(|_| part == whole || random.next() % whole < part).collect();
        let cases = drawn.into_iter().chain(kept.into_iter().map(|case| (year.instance, *case as usize)));
        let cases: Vec<(&Instance, usize)> = cases.collect();
        let mut gains = Gains::new(cases.len(), year.room.len(), year.instance.gains.scale());
        for (at, (instance, case)) in cases.iter().enumerate() {
            gains.row_mut(at).copy_from_slice(instance.gains.row(*case));
        }
        let persons = cases.iter().map(|(instance, case)| instance.cases[*case].persons).collect();
        // A part of the room, rounded up or down by chance so that its mean is right.
        let thinned = |room: u32| {
            if part == whole {
                room
            } else {
                ((u64::from(room) * part + random.next() % whole) / whole) as u32
            }
        };
        let capacity =
            year.room.iter().zip(&year.later).map(|(room, later)| room + later).map(thinned).collect();
        Sample { persons, capacity, gains }
    }
}
