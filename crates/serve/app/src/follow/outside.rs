//! What the ministry sees of a year.

use super::money::Said;
use super::office::{Failure, Office, YearError};
use super::overview::{PartRow, row};
use serde::Serialize;
use styrbord_events::Stream;
use styrbord_events::sharing::{OutsideView, ministry_view};
use styrbord_store::Journal;

/// What the ministry sees: its own letters and plan, and of each object what was shared or submitted, as it was then.
#[derive(Debug, Clone, Serialize)]
pub struct AsMinistry {
    /// The name of the agency.
    pub agency: String,
    /// The name of the ministry.
    pub ministry: String,
    /// The budget year.
    pub year: i16,
    /// What it sees.
    #[serde(flatten)]
    pub view: OutsideView,
    /// Number and title of each object that was shown, in the order of their ids.
    pub rows: Vec<PartRow>,
    /// What the texts say that it may read.
    pub words: Said,
}

impl<J: Journal> Office<J> {
    /// Returns what the ministry sees of a year.
    ///
    /// # Errors
    /// When the journal does not have the year, or cannot be read.
    pub fn as_ministry(&mut self, stream: Stream) -> Result<AsMinistry, Failure> {
        let book = self.book();
        let year = book.years.get(&stream).ok_or(YearError::Unknown)?;
        let name = |id| book.directory.organisations.get(&id).map(|one| one.name.clone()).unwrap_or_default();
        let (agency, ministry, number) = (name(year.agency), name(year.ministry), year.year);
        let view = ministry_view(book, stream).ok_or(YearError::Unknown)?;
        let rows = view.shown.keys().map(|id| row(year, *id)).collect();
        let words = self.words(view.may_read.clone())?;
        Ok(AsMinistry { agency, ministry, year: number, view, rows, words })
    }
}
