//! What is shown of the days of a year.

use super::asked::{Asked, kind_of};
use super::grid::Grid;
use super::meetings::{MeetingRow, meetings};
use super::round;
use super::texts as words;
use crate::fields::Choice;
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::visit::encoded;
use crate::written;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_app::access::UseCase;
use styrbord_app::follow::CalendarDay;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::work::Status;
use styrbord_app::follow::events::{ObjectKind, Stream};
use styrbord_app::{Date, find_periods, holidays, month_name};

/// The calendar of a year.
pub(super) struct Seen {
    pub(super) base: String,
    pub(super) filters: Vec<Choice>,
    /// What has passed and is not done.
    pub(super) overdue: Vec<Entry>,
    /// The months in which something falls.
    pub(super) months: Vec<Month>,
    /// What is announced for no day or month that can be read: its words, when, and its address.
    pub(super) announced: Vec<(String, String, String)>,
    /// The drawing of the year, and its heading.
    pub(super) wheel: String,
    pub(super) wheel_title: String,
    /// What falls in each month of the year, as the wheel has it.
    pub(super) counts: Vec<MonthCount>,
    pub(super) grid: Grid,
    pub(super) meetings: Vec<MeetingRow>,
    /// The years before and after: the address and the year.
    pub(super) years: Vec<(String, i16)>,
}

/// Something on a day.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) address: String,
    /// The day in words, with its weekday.
    pub(super) day: String,
    pub(super) kind: &'static str,
    pub(super) label: String,
    pub(super) title: String,
    /// The name of the part; empty for the whole.
    pub(super) part: String,
    /// The status and its colour.
    pub(super) status: Option<(&'static str, &'static str)>,
    pub(super) who: String,
    /// The working day that is suggested.
    pub(super) note: String,
    /// The address of its file for calendars; empty for what is only announced.
    pub(super) file: String,
    pub(super) is_late: bool,
}

/// A month with what falls in it.
pub(super) struct Month {
    pub(super) id: String,
    pub(super) name: String,
    /// Its public holidays.
    pub(super) off: Vec<String>,
    pub(super) entries: Vec<Entry>,
}

/// How much falls in a month.
pub(super) struct MonthCount {
    /// The id of the month on the page; empty when nothing falls in it.
    pub(super) id: String,
    pub(super) name: String,
    /// Deadlines, reports, meetings.
    pub(super) counts: [usize; 3],
}

impl Seen {
    /// Shows the days that are asked for.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, asked: &Asked) -> Self {
        let mut days = looked.calendar();
        days.retain(|day| !day.withdrawn);
        let filters = asked.choices(looked, frame, &days);
        days.retain(|day| asked.takes(looked, day));
        let base = year_base(looked.year.stream);
        let entries: Vec<(Date, Entry)> =
            days.iter().map(|day| (day.date, entry(looked, frame, &base, day))).collect();
        let overdue = entries.iter().filter(|(_, entry)| entry.is_late);
        let overdue = overdue.map(|(_, entry)| entry.clone()).collect();
        let (mut by_month, announced) = (BTreeMap::new(), Vec::new());
        for (date, entry) in entries {
            by_month.entry(date.start_of_month()).or_insert_with(Vec::new).push(entry);
        }
        let mut seen = Self {
            filters,
            overdue,
            months: Vec::new(),
            announced,
            wheel: round::draw(looked, frame, &days),
            wheel_title: frame.with(words::WHEEL, looked.year.year),
            counts: Vec::new(),
            grid: Grid::of(looked, frame, asked, &days),
            meetings: meetings(looked, frame),
            years: years(looked, frame),
            base,
        };
        if asked.takes_announcements() {
            seen.announce(looked, frame, &mut by_month);
        }
        seen.months = by_month.into_iter().map(|(first, entries)| month(frame, first, entries)).collect();
        seen.counts = counts(looked, frame, &days);
        seen
    }

    /// Puts what is announced into the month in which it is expected.
    fn announce(&mut self, looked: &Looked<'_>, frame: &Frame, by_month: &mut BTreeMap<Date, Vec<Entry>>) {
        for (object, part) in looked.year.letters.in_force() {
            let PartValue::Announcement(announced) = &part.value else { continue };
            if looked.year.letters.met.contains_key(&object) || !looked.may(UseCase::ReadPlan, Some(object)) {
                continue;
            }
            let said = announced.expected.clone().unwrap_or_default();
            let address = format!("{}/objects/{object}{}", self.base, frame.day_end());
            let period = find_periods(&said, looked.year.year).into_iter().next();
            let Some(period) = period.filter(|period| period.last.year() == looked.year.year) else {
                self.announced.push((announced.text.clone(), said, address));
                continue;
            };
            by_month.entry(period.last.start_of_month()).or_default().push(Entry {
                address,
                day: frame.with(words::EXPECTED, said),
                kind: frame.t(names::kind(ObjectKind::Announcement)),
                label: String::new(),
                title: announced.text.clone(),
                part: String::new(),
                status: None,
                who: String::new(),
                note: String::new(),
                file: String::new(),
                is_late: false,
            });
        }
    }
}

/// Returns a day in words with its weekday, as `søndag 1. juni 2025`.
fn with_weekday(date: Date, frame: &Frame) -> String {
    let weekday = date.weekday().name(written::of_calendar(frame.language));
    format!("{weekday} {}", written::date(date, frame.language))
}

/// Says why a day is none to work on, and which one comes after; nothing when it is one.
pub(super) fn suggestion(day: &CalendarDay, frame: &Frame) -> String {
    let Some(working) = day.suggested else { return String::new() };
    let language = written::of_calendar(frame.language);
    let all = holidays(day.date.year());
    let holiday = all.iter().find(|(date, _)| *date == day.date).map(|(_, holiday)| holiday.name(language));
    let why = holiday.unwrap_or_else(|| day.date.weekday().name(language));
    words::NOT_A_WORKING_DAY.with(frame.language, &[&why, &written::date(working, frame.language)])
}

fn entry(looked: &Looked<'_>, frame: &Frame, base: &str, day: &CalendarDay) -> Entry {
    let owner = day.responsible.owner.and_then(|owner| looked.names.get(&owner).cloned().flatten());
    let unit = day.responsible.unit.and_then(|unit| looked.book.directory.units.get(&unit));
    let who: Vec<String> = owner.into_iter().chain(unit.map(|unit| unit.name.clone())).collect();
    let key = day.key.as_ref().map(ToString::to_string).unwrap_or_default();
    let told = |status: Status| (frame.t(names::status(status)), names::status_color(status));
    Entry {
        address: format!("{base}/objects/{}{}", day.object, frame.day_end()),
        day: with_weekday(day.date, frame),
        kind: frame.t(kind_of(day)),
        label: day.label.clone().unwrap_or_default(),
        title: names::title(&day.title, frame.language),
        part: day.key.as_ref().and_then(|key| key.part.clone()).unwrap_or_default(),
        status: day.status.filter(|status| *status != Status::NotStarted).map(told),
        who: who.join(", "),
        note: suggestion(day, frame),
        file: format!("{base}/calendar/{}.ics?due={}", day.object, encoded(&key)),
        is_late: day.is_overdue(looked.day),
    }
}

fn month_id(first: Date) -> String {
    format!("month-{:04}-{:02}", first.year(), first.month())
}

fn month(frame: &Frame, first: Date, entries: Vec<Entry>) -> Month {
    let language = written::of_calendar(frame.language);
    let off = holidays(first.year()).into_iter().filter(|(date, _)| date.month() == first.month());
    let off = off.map(|(date, holiday)| format!("{}. {}", date.day(), holiday.name(language)));
    Month {
        id: month_id(first),
        name: format!("{} {}", capital(month_name(first.month(), language)), first.year()),
        off: off.collect(),
        entries,
    }
}

/// Returns a name as it stands first in a heading.
pub(super) fn capital(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}

fn counts(looked: &Looked<'_>, frame: &Frame, days: &[CalendarDay]) -> Vec<MonthCount> {
    let rings = round::rings(days);
    let falls = |first: Date| move |date: &&Date| date.start_of_month() == first;
    let count = |month: u8| {
        let first = Date::nearest(looked.year.year, month, 1);
        let counts: Vec<usize> =
            rings.iter().map(|ring| ring.iter().map(|day| &day.date).filter(falls(first)).count()).collect();
        let counts: [usize; 3] = counts.try_into().unwrap_or_default();
        let is_empty = counts.iter().all(|count| *count == 0);
        let name = capital(month_name(month, written::of_calendar(frame.language)));
        MonthCount { id: if is_empty { String::new() } else { month_id(first) }, name, counts }
    };
    (1..=12).map(count).collect()
}

fn years(looked: &Looked<'_>, frame: &Frame) -> Vec<(String, i16)> {
    let this = looked.year;
    let beside: BTreeSet<i16> = [this.year.saturating_sub(1), this.year.saturating_add(1)].into();
    let known = beside.into_iter().filter_map(|year| {
        let stream = Stream::Year(this.agency, year);
        looked.book.years.get(&stream)?;
        Some((format!("{}/calendar{}", year_base(stream), frame.day_end()), year))
    });
    known.collect()
}
