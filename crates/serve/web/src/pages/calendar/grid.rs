//! One month as a table of weeks.

use super::asked::kind_of;
use super::span;
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use styrbord_app::follow::CalendarDay;
use styrbord_app::{Date, Weekday, holidays, is_working_day};

/// A month with its weeks.
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) weekdays: Vec<&'static str>,
    pub(super) weeks: Vec<(u8, Vec<Option<Cell>>)>,
}

/// A day of the table.
pub(super) struct Cell {
    pub(super) day: u8,
    /// Whether nobody works.
    pub(super) is_off: bool,
    pub(super) is_today: bool,
    /// The name of the holiday.
    pub(super) holiday: &'static str,
    /// What falls on it: the address, its name, and its title.
    pub(super) entries: Vec<(String, String, String)>,
}

impl Grid {
    /// Shows the month that begins on a day.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, first: Date, days: &[CalendarDay]) -> Self {
        let language = written::of_calendar(frame.language);
        let monday = first.add_days(-(first.weekday() as i32));
        let weeks = (0..6).map(|week| monday.add_days(7 * week));
        let weeks = weeks.filter(|start| *start <= first.end_of_month()).map(|start| {
            let days = (0..7).map(|day| {
                let date = start.add_days(day);
                (date.month() == first.month()).then(|| cell(looked, frame, date, days))
            });
            (start.iso_week().1, days.collect())
        });
        Self {
            name: span::month(first, frame),
            weekdays: Weekday::ALL.iter().map(|day| day.name(language)).collect(),
            weeks: weeks.collect(),
        }
    }
}

fn cell(looked: &Looked<'_>, frame: &Frame, date: Date, days: &[CalendarDay]) -> Cell {
    let language = written::of_calendar(frame.language);
    let holiday = holidays(date.year()).into_iter().find(|(day, _)| *day == date);
    let base = year_base(looked.year.stream);
    let entries = days.iter().filter(|day| day.date == date).map(|day| {
        let address = format!("{base}/objects/{}{}", day.object, frame.day_end());
        let name = day.label.clone().unwrap_or_else(|| frame.t(kind_of(day)).to_owned());
        (address, name, names::title(&day.title, frame.language))
    });
    Cell {
        day: date.day(),
        is_off: !is_working_day(date),
        is_today: date == looked.day,
        holiday: holiday.map(|(_, holiday)| holiday.name(language)).unwrap_or_default(),
        entries: entries.collect(),
    }
}

impl Cell {
    /// Returns the classes of the cell.
    pub(super) fn class(&self) -> &'static str {
        match (self.is_off, self.is_today) {
            (false, false) => "",
            (true, false) => "off",
            (false, true) => "today",
            (true, true) => "off today",
        }
    }
}
