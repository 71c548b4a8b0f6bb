//! One agency's year: what its letters hold and what became of it.

use crate::ids::{Numbers, ObjectId, OrganisationId, Stream};
use crate::{letters, measure, money, sharing, work};
use serde::Serialize;
use std::collections::BTreeMap;

/// The state of one agency's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Year {
    /// The line of history that it is folded from.
    pub stream: Stream,
    /// The agency.
    pub agency: OrganisationId,
    /// Its ministry.
    pub ministry: OrganisationId,
    /// The budget year.
    pub year: i16,
    /// Whether the data are simulated, and must say so wherever they show.
    pub simulated: bool,
    /// The letters and what they hold.
    pub letters: letters::State,
    /// What became of assignments, duties, reports and meetings.
    pub work: work::State,
    /// The series of the steering parameters.
    pub measure: measure::State,
    /// The money that was used, bound and expected.
    pub money: money::State,
    /// Who sees what.
    pub sharing: sharing::State,
    /// The ids that are in use.
    pub numbers: Numbers,
    /// The record that changed each object last.
    pub touched: BTreeMap<ObjectId, u64>,
}

impl Year {
    /// Returns the empty year that a start gives.
    pub fn new(stream: Stream, start: &letters::YearStarted) -> Self {
        Self {
            stream,
            agency: start.agency,
            ministry: start.ministry,
            year: start.year,
            simulated: start.simulated,
            letters: letters::State::default(),
            work: work::State::default(),
            measure: measure::State::default(),
            money: money::State::default(),
            sharing: sharing::State::default(),
            numbers: Numbers::default(),
            touched: BTreeMap::new(),
        }
    }
}
