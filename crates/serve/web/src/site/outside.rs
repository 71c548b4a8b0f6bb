//! A year as those outside the agency see it: its ministry, and who takes part.

use super::{Site, Visitor, YearRow, year_row};
use crate::problem::Problem;
use styrbord_app::Date;
use styrbord_app::access::{self, Sight, Target, UseCase};
use styrbord_app::follow::events::sharing::OutsideView;
use styrbord_app::follow::events::{Basis, Book, OrganisationId, Stream};
use styrbord_app::follow::seen_from_outside;

/// A year as it is seen from outside.
#[derive(Debug, Clone)]
pub(crate) struct Outside {
    /// The name of the agency.
    pub(crate) agency: String,
    /// The budget year.
    pub(crate) year: i16,
    /// The organisation for which it is seen.
    pub(crate) viewer: OrganisationId,
    /// Whether that is the ministry.
    pub(crate) steers: bool,
    /// What is seen.
    pub(crate) view: OutsideView,
    /// The number of the last record.
    pub(crate) seq: u64,
    /// The texts that were erased.
    pub(crate) erased: std::collections::BTreeSet<styrbord_app::follow::events::TextRef>,
}

impl Site {
    /// Returns a year as a visitor outside the agency sees it; none when the visitor sees the inside.
    ///
    /// # Errors
    /// When there is no such year, the visitor sees nothing of it, or the journal cannot be read.
    pub(crate) fn outside(
        &self,
        visitor: &Visitor,
        stream: Stream,
        as_of: Option<Date>,
    ) -> Result<Option<Outside>, Problem> {
        self.with_books(as_of, |present, then| {
            let target = Target::Year(stream);
            match access::may(present, &visitor.asks, UseCase::SeeYear, target, self.today()) {
                Some(Sight::Inside) => return Ok(None),
                Some(Sight::AsShown) => {}
                None => return Err(Problem::NotFound),
            }
            let viewer =
                access::viewer(present, &visitor.asks, stream, self.today()).ok_or(Problem::NotFound)?;
            let view = seen_from_outside(present, then, stream, viewer).ok_or(Problem::NotFound)?;
            let year = then.unwrap_or(present).years.get(&stream).ok_or(Problem::NotFound)?;
            let name = |id| present.directory.organisations.get(&id).map(|one| one.name.clone());
            Ok(Some(Outside {
                agency: name(year.agency).unwrap_or_default(),
                year: year.year,
                steers: year.ministry == viewer,
                viewer,
                view,
                seq: present.seq,
                erased: present.erased.clone(),
            }))
        })?
    }

    /// Returns the years that a visitor sees from outside.
    pub(crate) fn years_shown(&self, visitor: &Visitor) -> Result<Vec<YearRow>, Problem> {
        self.with_books(None, |book, _| {
            let shown = |stream: Stream| {
                let target = Target::Year(stream);
                access::may(book, &visitor.asks, UseCase::SeeYear, target, self.today())
                    == Some(Sight::AsShown)
            };
            let mut rows: Vec<YearRow> = book
                .years
                .values()
                .filter(|year| shown(year.stream))
                .map(|year| year_row(book, year))
                .collect();
            rows.sort_by(|one, other| (other.year, &one.agency).cmp(&(one.year, &other.agency)));
            rows
        })
    }

    /// Looks at the book of today, and at the one of another day when it is named.
    fn with_books<R>(
        &self,
        as_of: Option<Date>,
        look: impl FnOnce(&Book, Option<&Book>) -> R,
    ) -> Result<R, Problem> {
        let then = as_of.map(|day| self.site.as_of(Basis::InForce, day)).transpose()?;
        Ok(look(&self.site.book(), then.as_deref()))
    }
}
