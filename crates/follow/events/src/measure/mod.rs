//! Steering parameters: method cards, targets, measurements and assessments, each with full history.

use crate::book::{Context, Outcome, Stamp};
use crate::event;
use crate::ids::{ObjectId, ObjectKind};
use crate::refusal::Refusal;
use crate::refusals;
use crate::year::Year;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks something about a steering parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Gives a steering parameter a new series.
    DefineSeries {
        /// The steering parameter.
        parameter: ObjectId,
        /// What is measured.
        definition: String,
    },
}

/// Something that happened to a steering parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A series was defined.
    SeriesDefined {
        /// Its id.
        series: ObjectId,
        /// The steering parameter.
        parameter: ObjectId,
        /// What is measured.
        definition: String,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::SeriesDefined { .. } => "series_defined",
        }
    }

    /// Returns the objects that it changes, the main one first.
    pub fn objects(&self) -> Vec<ObjectId> {
        match self {
            Event::SeriesDefined { series, parameter, .. } => vec![*series, *parameter],
        }
    }
}

/// A series of measurements by one definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Series {
    /// The steering parameter.
    pub parameter: ObjectId,
    /// What is measured.
    pub definition: String,
    /// When and by whom it was defined.
    pub stamp: Stamp,
}

/// The series of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// Each series by its id.
    pub series: BTreeMap<ObjectId, Series>,
}

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.year()?;
    let Command::DefineSeries { parameter, definition } = command;
    if !year.letters.parts.contains_key(parameter) {
        return Err(refusals::no_such_object(*parameter));
    }
    let series = year.numbers.clone().take(ObjectKind::Series);
    let event = Event::SeriesDefined { series, parameter: *parameter, definition: definition.clone() };
    out.events.push(event::Event::Measure(event));
    Ok(())
}

/// Takes an event in.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let Event::SeriesDefined { series, parameter, definition } = event;
    let defined = Series { parameter: *parameter, definition: definition.clone(), stamp: *stamp };
    year.measure.series.insert(*series, defined);
}

/// Returns what holds now of an object, for those to whom it is shown: no history, no reasons, no actors.
pub(crate) fn object_view(year: &Year, object: ObjectId) -> Option<impl Serialize> {
    year.measure.series.get(&object).map(|series| series.definition.as_str())
}
