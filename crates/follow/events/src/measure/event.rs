//! What happened to steering parameters and their series.

use super::{Card, Carried, EntryTexts, Measurement, Period, Target};
use crate::ids::ObjectId;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// Something that happened to a series, or to what is reported on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A series was defined.
    SeriesDefined {
        /// Its id.
        series: ObjectId,
        /// What it tells of.
        under: Option<ObjectId>,
        /// The series that it takes over from.
        follows: Option<ObjectId>,
        /// The method card.
        card: Box<Card>,
    },
    /// A series of the year before goes on.
    SeriesCarried {
        /// Its id in this year.
        series: ObjectId,
        /// What it tells of in this year.
        under: Option<ObjectId>,
        /// The series in the year before.
        from: Carried,
        /// The method card, as it was then.
        card: Box<Card>,
    },
    /// A method card was revised.
    CardRevised {
        /// The series.
        series: ObjectId,
        /// The new card.
        card: Box<Card>,
        /// Why the definition is the same although its words differ.
        same_definition: Option<TextRef>,
    },
    /// Figures from a day on are not comparable with those before.
    BreakMarked {
        /// The series.
        series: ObjectId,
        /// The first day of what is new.
        from: Date,
        /// Why.
        why: TextRef,
    },
    /// A series was ended.
    SeriesClosed {
        /// The series.
        series: ObjectId,
    },
    /// A target was set.
    TargetSet {
        /// The series.
        series: ObjectId,
        /// The target.
        target: Target,
    },
    /// A target took the place of another.
    TargetRevised {
        /// The series.
        series: ObjectId,
        /// The target.
        target: Target,
        /// The record that the old one came with.
        supersedes: u64,
    },
    /// A target was given up.
    TargetDropped {
        /// The series.
        series: ObjectId,
        /// The period.
        period: Period,
    },
    /// A figure was recorded.
    MeasurementRecorded {
        /// The series.
        series: ObjectId,
        /// The figure.
        measurement: Box<Measurement>,
    },
    /// A figure took the place of another.
    MeasurementRevised {
        /// The series.
        series: ObjectId,
        /// The figure.
        measurement: Box<Measurement>,
        /// The record that the old one came with.
        supersedes: u64,
    },
    /// A figure was withdrawn.
    MeasurementWithdrawn {
        /// The series.
        series: ObjectId,
        /// The period.
        period: Period,
    },
    /// An entry was written; its texts as they are from now on.
    EntryWritten {
        /// The series or part.
        object: ObjectId,
        /// The period.
        period: Period,
        /// The texts.
        texts: EntryTexts,
    },
    /// An entry was marked as complete.
    EntryCompleted {
        /// The series or part.
        object: ObjectId,
        /// The period.
        period: Period,
    },
    /// A complete entry was opened again.
    EntryReopened {
        /// The series or part.
        object: ObjectId,
        /// The period.
        period: Period,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::SeriesDefined { .. } => "series_defined",
            Event::SeriesCarried { .. } => "series_carried",
            Event::CardRevised { .. } => "card_revised",
            Event::BreakMarked { .. } => "break_marked",
            Event::SeriesClosed { .. } => "series_closed",
            Event::TargetSet { .. } => "target_set",
            Event::TargetRevised { .. } => "target_revised",
            Event::TargetDropped { .. } => "target_dropped",
            Event::MeasurementRecorded { .. } => "measurement_recorded",
            Event::MeasurementRevised { .. } => "measurement_revised",
            Event::MeasurementWithdrawn { .. } => "measurement_withdrawn",
            Event::EntryWritten { .. } => "entry_written",
            Event::EntryCompleted { .. } => "entry_completed",
            Event::EntryReopened { .. } => "entry_reopened",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::SeriesDefined { series, under, follows, .. } => {
                [Some(*series), *under, *follows].into_iter().flatten().collect()
            }
            Event::SeriesCarried { series, .. }
            | Event::CardRevised { series, .. }
            | Event::BreakMarked { series, .. }
            | Event::SeriesClosed { series }
            | Event::TargetSet { series, .. }
            | Event::TargetRevised { series, .. }
            | Event::TargetDropped { series, .. }
            | Event::MeasurementRecorded { series, .. }
            | Event::MeasurementRevised { series, .. }
            | Event::MeasurementWithdrawn { series, .. } => vec![*series],
            Event::EntryWritten { object, .. }
            | Event::EntryCompleted { object, .. }
            | Event::EntryReopened { object, .. } => vec![*object],
        }
    }
}
