//! Whether the data will be there: what is due without a figure, and what no one measures.

use super::{Card, Period, lineage};
use crate::book::Book;
use crate::ids::{ObjectId, ObjectKind, Stream};
use serde::Serialize;
use styrbord_calendar::{Date, occurrences};

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// A steering parameter that no series tells of.
    NoSeries,
    /// A series for which nobody answers.
    NoOwner,
    /// A series from whose beginning no change can be counted.
    NoBaseline,
    /// A series without any target.
    NoTarget,
    /// A figure that is due.
    NoFigure {
        /// The period.
        period: Period,
        /// The day on which it was due.
        due: Date,
    },
    /// A figure without a complete entry of data, analysis and assessment.
    NoEntry {
        /// The period.
        period: Period,
    },
}

/// What is missing of which object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The parameter or series.
    pub object: ObjectId,
    /// What is missing.
    pub gap: Gap,
}

/// Returns what is missing on a day, by object. Ask for a day to come, as a count date, to know in time.
pub fn readiness(book: &Book, stream: Stream, day: Date) -> Vec<Missing> {
    let Some(year) = book.years.get(&stream) else { return Vec::new() };
    let measure = &year.measure;
    let mut missing = Vec::new();
    for (part, _) in year.letters.in_force().filter(|(id, _)| id.kind == ObjectKind::Parameter) {
        if measure.under(part).next().is_none() {
            missing.push(Missing { object: part, gap: Gap::NoSeries });
        }
    }
    for (id, series) in measure.series.iter().filter(|(_, series)| series.closed.is_none()) {
        let mut say = |gap: Gap| missing.push(Missing { object: *id, gap });
        if series.card.owner.is_none_or(|owner| !book.directory.is_active(owner)) {
            say(Gap::NoOwner);
        }
        if series.card.baseline.is_none() {
            say(Gap::NoBaseline);
        }
        if series.current_targets().next().is_none() {
            say(Gap::NoTarget);
        }
        let all = lineage(book, stream, *id);
        for (period, due) in due(&series.card, day) {
            if all.iter().all(|(_, _, series)| series.point(period).is_none()) {
                say(Gap::NoFigure { period, due });
            }
        }
        let complete = |period| measure.entry(*id, period).is_some_and(super::Entry::is_complete);
        for point in series.current_points().filter(|point| !complete(point.period)) {
            say(Gap::NoEntry { period: point.period });
        }
    }
    missing
}

/// Returns the periods whose figures are due by a day, each with the day on which it is due.
fn due(card: &Card, day: Date) -> Vec<(Period, Date)> {
    let Some(frequency) = card.frequency else { return Vec::new() };
    // One period more: the last one ends where the next begins.
    let until = day.add_days(400);
    let starts = occurrences(frequency, card.first, until);
    let periods = starts.windows(2).filter_map(|pair| match pair {
        [from, next] => Period::new(*from, next.add_days(-1)),
        _ => None,
    });
    let dated = periods.map(|period| (period, period.to().add_days(i32::from(card.lag_days))));
    dated.filter(|(_, due)| *due <= day).collect()
}
