//! One month as a table of weeks.

use super::asked::{Asked, kind_of};
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::written;
use styrbord_app::follow::CalendarDay;
use styrbord_app::{Date, Weekday, holidays, is_working_day, month_name};

/// A month with its weeks.
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) weekdays: Vec<&'static str>,
    pub(super) weeks: Vec<(u8, Vec<Option<Cell>>)>,
    /// The months before and after: the address and the name.
    pub(super) before: Option<(String, String)>,
    pub(super) after: Option<(String, String)>,
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
    /// Shows the month that is asked for, or the one of the day on which the year is looked at.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, asked: &Asked, days: &[CalendarDay]) -> Self {
        let (year, language) = (looked.year.year, written::of_calendar(frame.language));
        let current = if looked.day.year() == year { looked.day.month() } else { 1 };
        let month = asked.month.unwrap_or(current);
        let first = Date::nearest(year, month, 1);
        let name = |month: u8| format!("{} {year}", month_name(month, language));
        let link = |month: u8| (asked.address(month), name(month));
        let monday = first.add_days(-(first.weekday() as i32));
        let weeks = (0..6).map(|week| monday.add_days(7 * week));
        let weeks = weeks.filter(|start| *start <= first.end_of_month()).map(|start| {
            let days = (0..7).map(|day| {
                let date = start.add_days(day);
                (date.month() == month).then(|| cell(looked, frame, date, days))
            });
            (start.iso_week().1, days.collect())
        });
        Self {
            name: name(month),
            weekdays: Weekday::ALL.iter().map(|day| day.name(language)).collect(),
            weeks: weeks.collect(),
            before: (month > 1).then(|| link(month - 1)),
            after: (month < 12).then(|| link(month + 1)),
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
