//! What the ministry sees of a year.

use super::money::Said;
use super::office::{Failure, Office, YearError};
use super::overview::{PartRow, row};
use serde::Serialize;
use styrbord_events::sharing::{Act, OutsideView, Visibility, is_seen_outside, ministry_view, outside_view};
use styrbord_events::{Book, OrganisationId, Stream, TextRef};
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

/// Returns what an organisation outside the agency sees of a year, as of an earlier state when one is given. It sees
/// no more of the past than it may today: what was taken back since, and what it has no part in any longer, is gone.
pub fn seen_from_outside(
    present: &Book,
    then: Option<&Book>,
    stream: Stream,
    viewer: OrganisationId,
) -> Option<OutsideView> {
    let now = outside_view(present, stream, viewer)?;
    let Some(then) = then else { return Some(now) };
    let mut view = outside_view(then, stream, viewer)?;
    let year = present.years.get(&stream)?;
    view.letters.retain(|id, _| now.letters.contains_key(id));
    view.plan.retain(|id, _| is_seen_outside(present, stream, viewer, *id));
    for (id, all) in &mut view.shown {
        let log = year.sharing.showings.get(id).map(|showing| showing.log.as_slice()).unwrap_or_default();
        let taken_back = log.iter().filter(|act| act.value == Act::TakenBack).map(|act| act.stamp.at).max();
        let still = is_seen_outside(present, stream, viewer, *id);
        let stays = |at| taken_back.is_none_or(|taken_back| taken_back < at);
        all.retain(|shown| still && (shown.visibility == Visibility::Submitted || stays(shown.at)));
    }
    view.shown.retain(|_, all| !all.is_empty());
    view.may_read =
        view.shown.values().flatten().flat_map(|shown| TextRef::named_in(&shown.content)).collect();
    Some(view)
}
