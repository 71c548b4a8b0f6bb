//! Which figures are missing, and when the next one is due.

use super::texts as words;
use crate::frame::Frame;
use crate::site::Looked;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::Date;
use styrbord_app::follow::events::ObjectId;
use styrbord_app::follow::events::measure::{Gap, readiness};

/// How far ahead the next figure is looked for, in days: a year and what may come after it.
const AHEAD: i32 = 460;

/// The figures of a series that are due, and not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Expected {
    /// How many should have been there by now.
    pub(crate) late: usize,
    /// The day on which the first of those was due.
    since: Option<Date>,
    /// The first day to come on which one is due.
    next: Option<Date>,
}

/// Returns what is expected of each series of a year that goes on; nothing of those without a rhythm.
pub(crate) fn expected(looked: &Looked<'_>) -> BTreeMap<ObjectId, Expected> {
    let mut all: BTreeMap<ObjectId, Expected> = BTreeMap::new();
    for missing in readiness(looked.book, looked.year.stream, looked.day.add_days(AHEAD)) {
        if let Gap::NoFigure { due, .. } = missing.gap {
            all.entry(missing.object).or_default().add(due, looked.day);
        }
    }
    all
}

impl Expected {
    fn add(&mut self, due: Date, today: Date) {
        if due < today {
            self.late += 1;
            self.since = Some(self.since.map_or(due, |since| since.min(due)));
        } else {
            self.next = Some(self.next.map_or(due, |next| next.min(due)));
        }
    }

    /// Returns the day to come on which the next figure is due, in words; nothing without one.
    pub(crate) fn next(self, frame: &Frame) -> String {
        self.next.map(|day| written::date(day, frame.language)).unwrap_or_default()
    }

    /// Says how many figures are missing, and since when; nothing when none is.
    pub(crate) fn late(self, frame: &Frame) -> String {
        let Some(since) = self.since else { return String::new() };
        let day = written::date(since, frame.language);
        match self.late {
            1 => frame.with(words::MISSING, day),
            many => words::MISSING_MANY.with(frame.language, &[&many, &day]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_has_passed_is_never_the_next() {
        let day = |day| Date::nearest(2025, 5, day);
        let mut expected = Expected::default();
        for due in [day(3), day(1), day(11), day(10), day(30)] {
            expected.add(due, day(10));
        }
        assert_eq!(expected, Expected { late: 2, since: Some(day(1)), next: Some(day(10)) });
    }
}
