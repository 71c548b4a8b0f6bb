//! What is due of one object, and when: the letters' deadlines with what people agreed and set.

use super::slots::{Printed, Slot, slots};
use super::state::{DueState, Item, Schedule};
use super::{DueKey, DutyVerdict, Event, Status, StatusReport};
use crate::history::Version;
use crate::ids::{ObjectId, ObjectKind};
use crate::letters::Part;
use crate::year::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_calendar::{Date, Frequency, occurrences};
use styrbord_plan::DeadlineKind;
use styrbord_source::Spot;

/// Says why a day holds. Of a move and a letter that changes the same deadline, the one recorded later holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holding {
    /// A letter prints it.
    Letter(ObjectId),
    /// It is reckoned from the rhythm and day that a letter prints.
    Reckoned(ObjectId),
    /// It was moved, by the record with this number.
    Moved(u64),
    /// A person set it, by the record with this number.
    Set(u64),
    /// It is the day of a report.
    Report(ObjectId),
    /// There is no day.
    Open,
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// Its name.
    pub key: DueKey,
    /// The day that holds.
    pub date: Option<Date>,
    /// Why it holds.
    pub holding: Holding,
    /// The nature of the deadline as printed.
    pub kind: DeadlineKind,
    /// The words as printed.
    pub printed: String,
    /// The party that leads the part, as printed.
    pub lead: Option<String>,
    /// The letter that has it.
    pub letter: ObjectId,
    /// Where it stands there.
    pub span: Option<Spot>,
    /// How far it is: by itself, or as the whole.
    pub status: Status,
}

/// Tells whether something is work that is followed up: an assignment, duty, report or meeting.
pub const fn is_work(kind: ObjectKind) -> bool {
    matches!(kind, ObjectKind::Assignment | ObjectKind::Duty | ObjectKind::Report | ObjectKind::Meeting)
}

/// Tells whether something counts: it is in force, and a duty in running text was confirmed by a person.
pub fn counts(year: &Year, object: ObjectId) -> bool {
    let in_force = year.letters.parts.get(&object).is_some_and(|part| part.repealed.is_none());
    let verdict = year.work.items.get(&object).and_then(|item| item.verdict.as_ref());
    let confirmed = matches!(verdict.map(|verdict| verdict.value), Some(DutyVerdict::Confirmed { .. }));
    in_force && is_work(object.kind) && (object.kind != ObjectKind::Duty || confirmed)
}

/// Returns all that is due of an object that the letters have, in the order of the letter; of one that is repealed
/// what was due.
pub fn dues(year: &Year, object: ObjectId) -> Vec<Due> {
    let Some(part) = year.letters.parts.get(&object) else { return Vec::new() };
    let reader = Reader { year, object, part, item: year.work.items.get(&object) };
    if object.kind == ObjectKind::Meeting {
        return reader.meetings();
    }
    let mut all: Vec<Due> = Vec::new();
    for slot in slots(part).iter().filter(|slot| slot.in_force) {
        let found = reader.expand(slot);
        // A list and a description may print two days of one rhythm: a day is due once.
        let known = |due: &Due| {
            due.key.day.is_some()
                && all.iter().any(|other| (&other.key.part, other.key.day) == (&due.key.part, due.key.day))
        };
        let new: Vec<Due> = found.into_iter().filter(|due| !known(due)).collect();
        all.extend(new);
    }
    all
}

/// Returns one of the things that are due.
pub fn due_of(year: &Year, object: ObjectId, key: &DueKey) -> Option<Due> {
    dues(year, object).into_iter().find(|due| due.key == *key)
}

struct Reader<'a> {
    year: &'a Year,
    object: ObjectId,
    part: &'a Part,
    item: Option<&'a Item>,
}

impl Reader<'_> {
    fn state(&self, key: &DueKey) -> Option<&DueState> {
        self.item?.dues.get(key)
    }

    /// Returns a slot's days, one by one when it recurs.
    fn expand(&self, slot: &Slot) -> Vec<Due> {
        let Some(printed) = slot.last() else { return Vec::new() };
        let schedule = self.state(&slot.key).and_then(|state| state.schedule.as_ref());
        let (days, holding) = match schedule {
            Some(set) if printed.deadline.date.is_none() => {
                (scheduled(set.value, self.year.year), Holding::Set(set.stamp.seq))
            }
            _ => (reckoned(printed, self.year.year), Holding::Reckoned(printed.letter)),
        };
        if days.is_empty() {
            return vec![self.due(
                slot.key.clone(),
                printed,
                printed.deadline.date,
                Holding::Letter(printed.letter),
            )];
        }
        let one = |day: Date| {
            let stands = printed.deadline.date == Some(day);
            let holding = if stands { Holding::Letter(printed.letter) } else { holding };
            self.due(slot.key.on(day), printed, Some(day), holding)
        };
        days.into_iter().map(one).collect()
    }

    fn due(&self, key: DueKey, printed: &Printed, base: Option<Date>, holding: Holding) -> Due {
        let (date, holding) = self.holding(&key, printed.seq, base, holding);
        Due {
            date,
            holding,
            kind: printed.deadline.kind,
            printed: printed.deadline.printed.clone(),
            lead: printed.deadline.lead.clone(),
            letter: printed.letter,
            span: printed.spans.first().copied().or(self.part.value.span()),
            status: self.status(&key),
            key,
        }
    }

    /// Of a move and a letter, the one recorded later holds; a report's day only where there is neither.
    fn holding(&self, key: &DueKey, seq: u64, base: Option<Date>, by: Holding) -> (Option<Date>, Holding) {
        let state = self.state(key);
        if let Some(last) = state.and_then(|state| state.moves.last())
            && last.stamp.seq > seq
        {
            return (Some(last.to), Holding::Moved(last.stamp.seq));
        }
        if base.is_some() {
            return (base, by);
        }
        if let Some(Version { value: DutyVerdict::Confirmed { due: Some(day) }, stamp }) =
            self.item.and_then(|item| item.verdict.as_ref())
        {
            return (Some(*day), Holding::Set(stamp.seq));
        }
        let report = state.and_then(|state| state.report).filter(|report| report.kind == ObjectKind::Report);
        // A report is never tied to another one, so this ends.
        match report.filter(|_| self.object.kind != ObjectKind::Report) {
            Some(report) => {
                let days = dues(self.year, report);
                let day = days.iter().filter(|due| !due.status.is_settled()).find_map(|due| due.date);
                (day.or_else(|| days.iter().find_map(|due| due.date)), Holding::Report(report))
            }
            None => (None, Holding::Open),
        }
    }

    fn status(&self, key: &DueKey) -> Status {
        let said = |report: &StatusReport| report.status;
        let own = self.state(key).and_then(|state| state.status.as_ref()).map(said);
        let slot = self.state(&key.slot()).and_then(|state| state.status.as_ref()).map(said);
        let whole = self.year.work.status(self.object);
        if whole.is_settled() {
            return own.filter(|own| own.is_settled()).unwrap_or(whole);
        }
        own.or(slot).unwrap_or(whole)
    }

    /// Returns the meetings that the letter gives a day or that were called.
    fn meetings(&self) -> Vec<Due> {
        let slots = slots(self.part);
        let dated = slots.iter().find(|slot| slot.in_force).and_then(Slot::last);
        let none = BTreeMap::new();
        let sittings = self.item.map_or(&none, |item| &item.sittings);
        let mut numbers: Vec<u32> = sittings.keys().copied().collect();
        if dated.is_some() && !sittings.contains_key(&1) {
            numbers.insert(0, 1);
        }
        let one = |number: u32| {
            let sitting = sittings.get(&number).copied().unwrap_or_default();
            let printed = dated.filter(|_| number == 1).and_then(|printed| printed.deadline.date);
            let holding = if sitting.called.is_some() {
                Holding::Set(self.called(number))
            } else {
                Holding::Letter(self.part.letter)
            };
            let status = match (sitting.held, sitting.cancelled) {
                (Some(_), _) => Status::Delivered,
                (None, true) => Status::Cancelled,
                _ => Status::NotStarted,
            };
            let date = sitting.held.or(sitting.called).or(printed);
            let kind = if printed.is_some() { DeadlineKind::Date } else { DeadlineKind::None };
            Due {
                key: DueKey::whole(number),
                date,
                holding: if date.is_some() { holding } else { Holding::Open },
                kind,
                printed: String::new(),
                lead: None,
                letter: self.part.letter,
                span: self.part.value.span(),
                status,
            }
        };
        numbers.into_iter().map(one).collect()
    }

    fn called(&self, number: u32) -> u64 {
        let log = self.item.map(|item| item.log.as_slice()).unwrap_or_default();
        let of =
            |event: &Event| matches!(event, Event::MeetingRecorded { sitting, .. } if *sitting == number);
        log.iter().rev().find(|logged| of(&logged.value)).map(|logged| logged.stamp.seq).unwrap_or_default()
    }
}

/// Returns the days of a recurring deadline within the year; none when it does not recur or has no day to reckon from.
fn reckoned(printed: &Printed, year: i16) -> Vec<Date> {
    let deadline = &printed.deadline;
    match (deadline.kind, deadline.frequency, deadline.date) {
        (DeadlineKind::Recurring, Some(frequency), Some(day)) if !printed.listed => {
            let (first, last) = bounds(year);
            let from =
                if day > last && !says_from(&deadline.printed) { back(frequency, day, first) } else { day };
            within(frequency, from, first, last)
        }
        _ => Vec::new(),
    }
}

/// Returns the days of a schedule within the year.
pub(super) fn scheduled(schedule: Schedule, year: i16) -> Vec<Date> {
    let (first, last) = bounds(year);
    within(schedule.frequency, schedule.first, first, last)
}

fn bounds(year: i16) -> (Date, Date) {
    (Date::nearest(year, 1, 1), Date::nearest(year, 12, 31))
}

fn within(frequency: Frequency, from: Date, first: Date, last: Date) -> Vec<Date> {
    occurrences(frequency, from, last).into_iter().filter(|day| *day >= first).collect()
}

/// Goes back from a day by whole steps to the first one that is not before `first`.
fn back(frequency: Frequency, day: Date, first: Date) -> Date {
    let at_end = day == day.end_of_month();
    let nth = |count: i32| match frequency.months() {
        Some(months) if at_end => day.add_months(-months * count).end_of_month(),
        Some(months) => day.add_months(-months * count),
        None => day.add_days(-7 * count),
    };
    (0..BACK_MAX).map(nth).take_while(|earlier| *earlier >= first).last().unwrap_or(day)
}

/// The most steps back: twenty years of weeks.
const BACK_MAX: i32 = 1_100;

/// Tells whether the printed day is the first one.
fn says_from(printed: &str) -> bool {
    let printed = printed.to_lowercase();
    ["f.o.m", "fom.", "fra og med", "frå og med", "første gang", "fyrste gong", "første gong"]
        .iter()
        .any(|words| printed.contains(words))
}
