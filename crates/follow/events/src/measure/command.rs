//! What people ask about steering parameters and their series.

use super::{Card, Measurement, Period, Target};
use crate::ids::ObjectId;
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// Asks something about a series, or about what is reported on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Starts a series by a method card.
    DefineSeries {
        /// The steering parameter, requirement, goal, assignment or direction that it tells of; none for an own indicator.
        under: Option<ObjectId>,
        /// The series that it takes over from, by another definition.
        follows: Option<ObjectId>,
        /// The method card.
        card: Box<Card<String>>,
    },
    /// Writes a new version of a method card.
    ReviseCard {
        /// The series.
        series: ObjectId,
        /// All of the new card.
        card: Box<Card<String>>,
        /// Why the definition is the same although its words differ. A changed definition is a new series.
        same_definition: Option<String>,
    },
    /// Marks that figures from a day on are not comparable with those before.
    MarkBreak {
        /// The series.
        series: ObjectId,
        /// The first day of what is new.
        from: Date,
        /// Why.
        why: String,
    },
    /// Ends a series. Needs a reason.
    CloseSeries {
        /// The series.
        series: ObjectId,
    },
    /// Sets a target for a period that has none.
    SetTarget {
        /// The series.
        series: ObjectId,
        /// The target.
        target: Target,
    },
    /// Sets another target for the period. Needs a reason; the old one stays in the history.
    ReviseTarget {
        /// The series.
        series: ObjectId,
        /// The target.
        target: Target,
    },
    /// Gives up the target of a period. Needs a reason.
    DropTarget {
        /// The series.
        series: ObjectId,
        /// The period.
        period: Period,
    },
    /// Records the figure of a period that has none.
    RecordMeasurement {
        /// The series.
        series: ObjectId,
        /// The figure.
        measurement: Box<Measurement<String>>,
    },
    /// Records another figure for the period, final or corrected. Needs a reason; the old one stays in the history.
    ReviseMeasurement {
        /// The series.
        series: ObjectId,
        /// The figure.
        measurement: Box<Measurement<String>>,
    },
    /// Withdraws the figure of a period. Needs a reason; it stays in the history.
    WithdrawMeasurement {
        /// The series.
        series: ObjectId,
        /// The period.
        period: Period,
    },
    /// Writes what is reported on a series or a part of the plan. What is left out stays as it is.
    WriteEntry {
        /// The series or part.
        object: ObjectId,
        /// The period.
        period: Period,
        /// What the figures are.
        data: Option<String>,
        /// What they come from.
        analysis: Option<String>,
        /// What they mean for the goal.
        assessment: Option<String>,
    },
    /// Marks an entry as complete: data, analysis and assessment are there.
    CompleteEntry {
        /// The series or part.
        object: ObjectId,
        /// The period.
        period: Period,
    },
    /// Opens a complete entry again. Needs a reason.
    ReopenEntry {
        /// The series or part.
        object: ObjectId,
        /// The period.
        period: Period,
    },
}
