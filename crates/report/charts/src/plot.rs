//! Where on the paper a day and a value lie.

use crate::axis::Axis;
use crate::chart::{HEIGHT, LETTERS, Point, WIDTH};
use styrbord_calendar::Date;

/// The space above and right of what is drawn.
const EDGE: i64 = 120;

/// The paper between the axes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plot {
    /// The edges.
    pub(crate) left: i64,
    pub(crate) right: i64,
    pub(crate) top: i64,
    pub(crate) bottom: i64,
    first: Date,
    /// How many days lie between the edges.
    days: i64,
    low: i64,
    high: i64,
}

impl Plot {
    /// Lays the paper out for the days from first to last and the values of an axis.
    pub(crate) fn of(days: Option<(Date, Date)>, axis: &Axis) -> Self {
        let letters = axis.ticks.iter().map(|(_, label)| label.chars().count()).max().unwrap_or_default();
        let left = EDGE + letters as i64 * LETTERS * 3 / 5;
        let paper = (left, WIDTH - EDGE, EDGE, HEIGHT - 2 * LETTERS);
        Self::within(paper, days, (axis.low, axis.high))
    }

    /// The same between given edges: left, right, top, bottom.
    pub(crate) fn within(
        (left, right, top, bottom): (i64, i64, i64, i64),
        days: Option<(Date, Date)>,
        (low, high): (i64, i64),
    ) -> Self {
        let first = days.map_or_else(|| Date::nearest(2000, 1, 1), |(first, _)| first);
        let days = days.map_or(1, |(first, last)| i64::from(first.days_until(last)) + 1);
        Self { left, right, top, bottom, first, days: days.max(1), low, high }
    }

    /// Returns where a day begins.
    pub(crate) fn day(&self, day: Date) -> i64 {
        let gone = i64::from(self.first.days_until(day)).clamp(0, self.days);
        self.left + (self.right - self.left) * gone / self.days
    }

    /// Returns the middle of a period.
    pub(crate) fn middle(&self, point: &Point) -> i64 {
        let (from, to) = self.ends(point);
        i64::midpoint(from, to)
    }

    /// Returns the two ends of a period.
    pub(crate) fn ends(&self, point: &Point) -> (i64, i64) {
        (self.day(point.from), self.day(point.to.add_days(1)))
    }

    /// Returns the height at which a value lies.
    pub(crate) fn value(&self, value: i64) -> i64 {
        let (low, high, value) = (i128::from(self.low), i128::from(self.high), i128::from(value));
        let room = i128::from(self.bottom - self.top);
        let above = room * (value.clamp(low, high) - low) / (high - low).max(1);
        self.bottom - above as i64
    }
}
