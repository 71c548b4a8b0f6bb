//! A year as somebody looks at it.

use super::{Site, Visitor};
use crate::problem::Problem;
use std::sync::Arc;
use styrbord_app::Date;
use styrbord_app::access::{self, Extract, Sight, Target, UseCase};
use styrbord_app::follow::events::{Basis, Book, ObjectId, Stream, Year};
use styrbord_app::follow::{CalendarDay, Names, calendar, days_that_hold};
use styrbord_app::search::{Gathered, gather};

/// A year as it is looked at, as far as who looks may read it.
pub(crate) struct Looked<'a> {
    /// Everything that holds.
    pub(crate) book: &'a Book,
    /// The year.
    pub(crate) year: &'a Year,
    /// The year with the work alone that who looks may read: how far things are is counted in it.
    pub(crate) followed: &'a Year,
    /// The names of people.
    pub(crate) names: &'a Names,
    /// The day on which it is looked at.
    pub(crate) day: Date,
    /// Who looks.
    pub(crate) visitor: &'a Visitor,
    /// The book of today and today, by which it is decided what somebody may.
    pub(crate) present: (&'a Book, Date),
    /// What nobody may be shown before it was asked what they may see of it.
    pub(super) whole: &'a Book,
}

impl Looked<'_> {
    /// Tells whether who looks may do something to an object, or without one to the year as a whole.
    pub(crate) fn may(&self, use_case: UseCase, object: Option<ObjectId>) -> bool {
        let (book, today) = self.present;
        let stream = self.year.stream;
        let target = object.map_or(Target::Year(stream), |object| Target::Object(stream, object));
        access::may(book, &self.visitor.asks, use_case, target, today).is_some()
    }

    /// Returns from where who looks sees a year; none when it is not seen at all.
    pub(crate) fn sight(&self, stream: Stream) -> Option<Sight> {
        sight(self.present, self.visitor, stream)
    }

    /// Returns the days that who looks may see.
    pub(crate) fn calendar(&self) -> Vec<CalendarDay> {
        calendar(self.whole, self.year.stream, &self.visitor.asks, self.present)
    }

    /// Returns those of them that hold, for pages: calendars that take days over ask how often each changed, too.
    pub(crate) fn days(&self) -> Vec<CalendarDay> {
        days_that_hold(self.book, self.year.stream, &self.visitor.asks, self.present)
    }

    /// Gathers all that is found in the year, each with what one must be allowed to do to see it.
    pub(crate) fn gather(&self) -> Option<Gathered> {
        gather(self.whole, self.year.stream)
    }
}

fn sight((book, today): (&Book, Date), visitor: &Visitor, stream: Stream) -> Option<Sight> {
    access::may(book, &visitor.asks, UseCase::SeeYear, Target::Year(stream), today)
}

impl Site {
    /// Shows a year as it is, or as of a day, to who sees the inside of it.
    ///
    /// # Errors
    /// When there is no such year, or the journal cannot be read.
    pub(crate) fn look<R>(
        &self,
        visitor: &Visitor,
        stream: Stream,
        as_of: Option<Date>,
        show: impl FnOnce(&Looked<'_>) -> R,
    ) -> Result<R, Problem> {
        self.look_as(visitor, (stream, as_of), |seen| seen == Sight::Inside, show)
    }

    /// The same for whoever sees any of it, from inside or outside: for pages that ask the matrix object by object, and
    /// show those outside no more than what was shown.
    ///
    /// # Errors
    /// When there is no such year, the visitor sees nothing of it, or the journal cannot be read.
    pub(crate) fn look_by_object<R>(
        &self,
        visitor: &Visitor,
        stream: Stream,
        as_of: Option<Date>,
        show: impl FnOnce(&Looked<'_>) -> R,
    ) -> Result<R, Problem> {
        self.look_as(visitor, (stream, as_of), |_| true, show)
    }

    fn look_as<R>(
        &self,
        visitor: &Visitor,
        (stream, as_of): (Stream, Option<Date>),
        does: impl FnOnce(Sight) -> bool,
        show: impl FnOnce(&Looked<'_>) -> R,
    ) -> Result<R, Problem> {
        let (present, today) = (self.site.book(), self.today());
        let seen = sight((&present, today), visitor, stream).ok_or(Problem::NotFound)?;
        if !does(seen) {
            return Err(Problem::NotFound);
        }
        let names = self.site.names()?;
        let then = as_of.map(|day| self.site.as_of(Basis::InForce, day)).transpose()?;
        let whole = then.unwrap_or_else(|| Arc::clone(&present));
        let present = (&*present, today);
        let read = match seen {
            Sight::Inside => self.site.extract(&visitor.asks, stream, (&whole, as_of), present),
            // Of what was shown it is asked object by object.
            Sight::AsShown => Extract { book: Arc::clone(&whole), followed: None },
        };
        let (whole, book) = (&*whole, &*read.book);
        let year = book.years.get(&stream).ok_or(Problem::NotFound)?;
        let followed = read.followed.as_deref().unwrap_or(year);
        let day = as_of.unwrap_or(today);
        Ok(show(&Looked { book, year, followed, names: &names, day, visitor, present, whole }))
    }
}
