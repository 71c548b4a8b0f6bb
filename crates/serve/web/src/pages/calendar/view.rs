//! What is shown of the days of a year.

use super::asked::{Asked, kind_of};
use super::grid::Grid;
use super::meetings::{MeetingRow, meetings};
use super::round;
use super::span::{self, Span};
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
use styrbord_app::follow::events::sharing::OutsideView;
use styrbord_app::follow::events::work::Status;
use styrbord_app::follow::events::{ObjectId, ObjectKind, Stream};
use styrbord_app::{Date, find_periods, holidays, month_name};

/// As much of what is late stands above the days that are shown.
const LATE_MAX: usize = 5;

/// The calendar of a year.
pub(super) struct Seen {
    pub(super) filters: Vec<Choice>,
    /// What has passed and is not done, as far as it is shown, and how much it is in all.
    pub(super) overdue: Vec<Entry>,
    pub(super) late: usize,
    /// The address of all that is late.
    pub(super) all_late: String,
    /// Where else to go: the days to come, the months with how much falls in each, the whole year.
    pub(super) spans: Vec<SpanLink>,
    /// The name of the days that are shown.
    pub(super) span: String,
    /// The same many days before and after: the address and the name.
    pub(super) beside: Option<[(String, String); 2]>,
    /// The months among them in which something falls.
    pub(super) months: Vec<Month>,
    /// Whether anything falls on any other day.
    pub(super) has_more: bool,
    /// What is announced for no day or month that can be read: its words, when, and its address.
    pub(super) announced: Vec<(String, String, String)>,
    /// The drawing of the year, and its heading.
    pub(super) wheel: String,
    pub(super) wheel_title: String,
    /// What falls in each month of the year, as the wheel has it.
    pub(super) counts: Vec<MonthCount>,
    /// The month that is shown as a table, too.
    pub(super) grid: Option<Grid>,
    /// The meetings that the letters ask for; none for those outside.
    pub(super) meetings: Option<Vec<MeetingRow>>,
    /// The years before and after: the address and the year.
    pub(super) years: Vec<(String, i16)>,
}

/// A link to other days.
pub(super) struct SpanLink {
    pub(super) address: String,
    pub(super) name: String,
    /// How much falls on them; none where it is not counted.
    pub(super) count: Option<usize>,
    pub(super) is_shown: bool,
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
    /// The address of the month; empty when nothing falls in it.
    pub(super) address: String,
    pub(super) name: String,
    /// Deadlines, reports, meetings.
    pub(super) counts: [usize; 3],
}

impl Seen {
    /// Shows the days that are asked for; to those outside those of the view, which is theirs.
    pub(super) fn of(
        looked: &Looked<'_>,
        frame: &Frame,
        asked: &Asked,
        outside: Option<&OutsideView>,
    ) -> Self {
        let mut days = looked.days();
        let filters = asked.choices(looked, frame, &days);
        days.retain(|day| asked.takes(looked, day));
        let span = asked.span.unwrap_or_else(|| Span::usual(looked, &days));
        let base = year_base(looked.year.stream);
        let told = |day: &CalendarDay| entry(looked, frame, &base, day);
        let late: Vec<&CalendarDay> = days.iter().filter(|day| day.is_overdue(looked.day)).collect();
        let shown = days.iter().filter(|day| span.takes(day, looked.day));
        let mut shown: Vec<(Date, Entry)> = shown.map(|day| (day.date, told(day))).collect();
        let (dated, announced) = announced(looked, frame, asked, outside);
        let all = || days.iter().map(|day| day.date).chain(dated.iter().map(|(date, _)| *date));
        let spans = spans(looked, frame, asked, (span, &all().collect::<Vec<_>>()));
        let total = all().count();
        if span != Span::Late {
            shown.extend(dated.into_iter().filter(|(date, _)| span.has(*date)));
        }
        let link = |span: Span| (asked.address(Some(span)), span.name(frame, looked.year.year));
        Self {
            filters,
            overdue: late
                .iter()
                .take(if span == Span::Late { 0 } else { LATE_MAX })
                .map(|day| told(day))
                .collect(),
            late: late.len(),
            all_late: asked.address(Some(Span::Late)),
            spans,
            span: span.name(frame, looked.year.year),
            beside: span.beside().map(|beside| beside.map(link)),
            has_more: total > shown.len(),
            months: months(frame, shown),
            announced,
            wheel: round::draw(looked, frame, &days),
            wheel_title: frame.with(words::WHEEL, looked.year.year),
            counts: counts(looked, frame, asked, &days),
            grid: span.month().map(|first| Grid::of(looked, frame, first, &days)),
            meetings: outside.is_none().then(|| meetings(looked, frame)),
            years: years(looked, frame),
        }
    }
}

/// Something announced: its words, when it is expected, and its address.
type Announced = (String, String, String);

/// Returns what is announced: with the end of the month in which it is expected, or without a day.
fn announced(
    looked: &Looked<'_>,
    frame: &Frame,
    asked: &Asked,
    outside: Option<&OutsideView>,
) -> (Vec<(Date, Entry)>, Vec<Announced>) {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    if !asked.takes_announcements() {
        return (dated, undated);
    }
    let base = year_base(looked.year.stream);
    for (object, value) in parts(looked, outside) {
        let PartValue::Announcement(announced) = value else { continue };
        let is_met = looked.year.letters.met.contains_key(&object);
        if is_met || !looked.may(UseCase::ReadPlan, Some(object)) {
            continue;
        }
        let said = announced.expected.clone().unwrap_or_default();
        let address = format!("{base}/objects/{object}{}", frame.day_end());
        let period = find_periods(&said, looked.year.year).into_iter().next();
        let Some(period) = period.filter(|period| period.last.year() == looked.year.year) else {
            undated.push((announced.text.clone(), said, address));
            continue;
        };
        let entry = Entry {
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
        };
        dated.push((period.last, entry));
    }
    (dated, undated)
}

/// Returns the parts that are in force; for those outside as the ministry's letters have them.
fn parts<'a>(looked: &'a Looked<'_>, outside: Option<&'a OutsideView>) -> Vec<(ObjectId, &'a PartValue)> {
    match outside {
        None => looked.year.letters.in_force().map(|(id, part)| (id, &part.value)).collect(),
        Some(view) => {
            let held = view.plan.iter().filter(|(_, part)| part.repealed.is_none());
            held.map(|(id, part)| (*id, &part.value)).collect()
        }
    }
}

/// Returns where to go: the days to come, each month of the year and others in which something falls, the whole year.
fn spans(
    looked: &Looked<'_>,
    frame: &Frame,
    asked: &Asked,
    (shown, dates): (Span, &[Date]),
) -> Vec<SpanLink> {
    let year = looked.year.year;
    let mut months: BTreeMap<Date, usize> =
        (1..=12).map(|month| (Date::nearest(year, month, 1), 0)).collect();
    for date in dates {
        *months.entry(date.start_of_month()).or_default() += 1;
    }
    let link = |span: Span, name: String, count| SpanLink {
        address: asked.address(Some(span)),
        name,
        count,
        is_shown: span == shown,
    };
    let ahead = SpanLink {
        address: asked.address(None),
        is_shown: asked.span.is_none(),
        ..link(shown, frame.t(words::AHEAD).to_owned(), None)
    };
    let month = |(first, count): (Date, usize)| {
        let span = Span::Month(first);
        let name = month_name(first.month(), written::of_calendar(frame.language));
        let name = if first.year() == year { capital(name) } else { span.name(frame, year) };
        link(span, name, Some(count))
    };
    let whole = link(Span::Year, frame.t(words::WHOLE_YEAR).to_owned(), Some(dates.len()));
    std::iter::once(ahead).chain(months.into_iter().map(month)).chain([whole]).collect()
}

fn months(frame: &Frame, mut entries: Vec<(Date, Entry)>) -> Vec<Month> {
    // What is announced for a month comes after its days.
    entries.sort_by_key(|(date, entry)| (date.start_of_month(), entry.file.is_empty()));
    let mut by_month: BTreeMap<Date, Vec<Entry>> = BTreeMap::new();
    for (date, entry) in entries {
        by_month.entry(date.start_of_month()).or_default().push(entry);
    }
    by_month.into_iter().map(|(first, entries)| month(frame, first, entries)).collect()
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
    let off = off.map(|(date, holiday)| match holiday.name(language) {
        // The name of 1 and 17 May is their day.
        name if name.starts_with(|first: char| first.is_ascii_digit()) => name.to_owned(),
        name => format!("{name} ({})", date.day()),
    });
    Month { id: month_id(first), name: span::month(first, frame), off: off.collect(), entries }
}

/// Returns a name as it stands first in a heading.
pub(super) fn capital(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}

fn counts(looked: &Looked<'_>, frame: &Frame, asked: &Asked, days: &[CalendarDay]) -> Vec<MonthCount> {
    let rings = round::rings(days);
    let falls = |first: Date| move |date: &&Date| date.start_of_month() == first;
    let count = |month: u8| {
        let first = Date::nearest(looked.year.year, month, 1);
        let counts: Vec<usize> =
            rings.iter().map(|ring| ring.iter().map(|day| &day.date).filter(falls(first)).count()).collect();
        let counts: [usize; 3] = counts.try_into().unwrap_or_default();
        let is_empty = counts.iter().all(|count| *count == 0);
        let name = capital(month_name(month, written::of_calendar(frame.language)));
        let address = if is_empty { String::new() } else { asked.address(Some(Span::Month(first))) };
        MonthCount { address, name, counts }
    };
    (1..=12).map(count).collect()
}

fn years(looked: &Looked<'_>, frame: &Frame) -> Vec<(String, i16)> {
    let this = looked.year;
    let beside: BTreeSet<i16> = [this.year.saturating_sub(1), this.year.saturating_add(1)].into();
    let known = beside.into_iter().filter_map(|year| {
        let stream = Stream::Year(this.agency, year);
        looked.book.years.get(&stream).and(looked.sight(stream))?;
        Some((format!("{}/calendar{}", year_base(stream), frame.day_end()), year))
    });
    known.collect()
}
