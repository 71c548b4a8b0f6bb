//! Which days of the calendar are shown.

use super::view::capital;
use crate::frame::Frame;
use crate::site::Looked;
use crate::visit::Values;
use crate::written;
use styrbord_app::follow::CalendarDay;
use styrbord_app::{Date, month_name};

/// As many days are shown from a day on.
const DAYS: i32 = 90;
/// The years in which somebody may look.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;
/// The words in the address for the whole year, and for what is past its deadline.
const YEAR: &str = "year";
const LATE: &str = "late";

/// Days that are shown together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// The next days, from one on.
    From(Date),
    /// A month, by its first day.
    Month(Date),
    /// Everything.
    Year,
    /// What has passed and is not done.
    Late,
}

impl Span {
    /// Reads what the address asks for: `from=2025-05-12`, `month=2025-05` or in the calendar's own year `month=5`,
    /// `show=year` or `show=late`. None when it says nothing that there is.
    pub(super) fn read(query: &Values, year: i16) -> Option<Self> {
        let month = query.get("month").and_then(|text| match text.split_once('-') {
            Some(_) => Date::parse_iso(&format!("{text}-01")),
            None => Date::new(year, text.parse().ok()?, 1),
        });
        let whole = match query.get("show") {
            Some(YEAR) => Some(Span::Year),
            Some(LATE) => Some(Span::Late),
            _ => None,
        };
        let from = || query.get("from").and_then(written::read_date);
        let sane = |day: &Date| YEARS.contains(&day.year());
        let span = whole.or_else(|| month.filter(sane).map(Span::Month));
        span.or_else(|| from().filter(sane).map(Span::From))
    }

    /// Returns what is shown when nothing is asked for: the days to come, or the first of a year that is past or still
    /// far away.
    pub(super) fn usual(looked: &Looked<'_>, days: &[CalendarDay]) -> Self {
        let ahead = Span::From(looked.day);
        let is_here = looked.day.year() == looked.year.year || days.iter().any(|day| ahead.has(day.date));
        if is_here { ahead } else { Span::From(Date::nearest(looked.year.year, 1, 1)) }
    }

    /// Returns how it stands in the address.
    pub(super) fn pair(self) -> (&'static str, String) {
        match self {
            Span::From(day) => ("from", day.to_string()),
            Span::Month(first) => ("month", format!("{:04}-{:02}", first.year(), first.month())),
            Span::Year => ("show", YEAR.to_owned()),
            Span::Late => ("show", LATE.to_owned()),
        }
    }

    /// Returns the first and the last day; none when it has no such ends.
    pub(super) fn ends(self) -> Option<(Date, Date)> {
        match self {
            Span::From(day) => Some((day, day.add_days(DAYS - 1))),
            Span::Month(first) => Some((first, first.end_of_month())),
            Span::Year | Span::Late => None,
        }
    }

    /// Tells whether a day is among them, whatever falls on it.
    pub(super) fn has(self, day: Date) -> bool {
        self.ends().is_none_or(|(first, last)| first <= day && day <= last)
    }

    /// Tells whether what falls on a day is shown.
    pub(super) fn takes(self, day: &CalendarDay, today: Date) -> bool {
        if self == Span::Late { day.is_overdue(today) } else { self.has(day.date) }
    }

    /// Returns as many days before, and after.
    pub(super) fn beside(self) -> Option<[Self; 2]> {
        match self {
            Span::From(day) => Some([day.add_days(-DAYS), day.add_days(DAYS)].map(Span::From)),
            Span::Month(first) => {
                let around = [first.add_days(-1), first.end_of_month().add_days(1)];
                Some(around.map(|day| Span::Month(day.start_of_month())))
            }
            Span::Year | Span::Late => None,
        }
    }

    /// Returns the month that is shown as a table, when it is one.
    pub(super) fn month(self) -> Option<Date> {
        if let Span::Month(first) = self { Some(first) } else { None }
    }

    /// Returns a name for it that stands in a heading or a link.
    pub(super) fn name(self, frame: &Frame, year: i16) -> String {
        let date = |day| written::date(day, frame.language);
        match self {
            Span::From(day) => format!("{} – {}", date(day), date(day.add_days(DAYS - 1))),
            Span::Month(first) => month(first, frame),
            Span::Year => frame.with(super::words::WHOLE, year),
            Span::Late => frame.t(super::words::OVERDUE).to_owned(),
        }
    }
}

/// Returns the name of a month with its year.
pub(super) fn month(first: Date, frame: &Frame) -> String {
    let name = month_name(first.month(), written::of_calendar(frame.language));
    format!("{} {}", capital(name), first.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_as_it_stands_in_the_address() {
        let day = |text| Date::parse_iso(text).unwrap_or(Date::nearest(1900, 1, 1));
        for (text, expected) in [
            ("from=2025-05-12", Some(Span::From(day("2025-05-12")))),
            ("month=2026-03", Some(Span::Month(day("2026-03-01")))),
            ("month=5", Some(Span::Month(day("2025-05-01")))),
            ("show=year&month=5", Some(Span::Year)),
            ("show=late", Some(Span::Late)),
            ("month=13", None),
            ("month=2025-13&from=nonsense&show=all", None),
        ] {
            let read = Span::read(&Values::read(text), 2025);
            assert_eq!(read, expected, "{text}");
            if let Some(span) = read {
                let (name, value) = span.pair();
                assert_eq!(Span::read(&Values::read(&format!("{name}={value}")), 2025), read);
            }
        }
    }

    #[test]
    fn what_comes_before_and_after_leaves_no_day_out() {
        for span in [Span::From(Date::nearest(2025, 1, 1)), Span::Month(Date::nearest(2024, 2, 1))] {
            let [before, after] = span.beside().unwrap_or([Span::Year, Span::Year]);
            let ends = [before, span, after].map(Span::ends);
            let whole = ends.windows(2).all(|pair| match pair {
                [Some((_, last)), Some((first, _))] => last.add_days(1) == *first,
                _ => false,
            });
            assert!(whole, "{ends:?}");
        }
    }
}
