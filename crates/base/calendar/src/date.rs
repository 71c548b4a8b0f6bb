//! One civil day and its arithmetic, after the proleptic Gregorian calendar.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::name::{Language, Weekday, month_name};

/// Days from 0000-03-01, where the arithmetic starts, to 1970-01-01.
const EPOCH: i32 = 719_468;

/// Days in 400 years.
const ERA: i32 = 146_097;

/// A day that exists, from 0001-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day that can be held.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };

    /// The last day that can be held.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// Makes a date, or `None` when there is no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Makes the date, or the nearest one that exists within that year's and month's bounds.
    pub fn nearest(year: i16, month: u8, day: u8) -> Self {
        let (year, month) = (year.clamp(1, 9999), month.clamp(1, 12));
        Self { year, month, day: day.clamp(1, days_in_month(year, month)) }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| {
            bytes[from..to]
                .iter()
                .try_fold(0_i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
        };
        let part = |from, to| number(from, to).and_then(|part| u8::try_from(part).ok());
        Self::new(number(0, 4)?, part(5, 7)?, part(8, 10)?)
    }

    /// Returns the year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Returns the day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[(self.days() + 3).rem_euclid(7) as usize]
    }

    /// Returns the first day of the month.
    #[must_use]
    pub const fn start_of_month(self) -> Self {
        Self { day: 1, ..self }
    }

    /// Returns the last day of the month.
    #[must_use]
    pub fn end_of_month(self) -> Self {
        Self { day: days_in_month(self.year, self.month), ..self }
    }

    /// Returns 1 January of the year.
    #[must_use]
    pub const fn start_of_year(self) -> Self {
        Self { month: 1, day: 1, ..self }
    }

    /// Returns 31 December of the year.
    #[must_use]
    pub const fn end_of_year(self) -> Self {
        Self { month: 12, day: 31, ..self }
    }

    /// Goes forward by days, or back when negative; stops at the first and the last date.
    #[must_use]
    pub fn add_days(self, days: i32) -> Self {
        Self::from_days(self.days().saturating_add(days))
    }

    /// Goes forward by months, or back when negative; a day that the month lacks becomes its last.
    #[must_use]
    pub fn add_months(self, months: i32) -> Self {
        let count = (i32::from(self.year) * 12 + i32::from(self.month) - 1).saturating_add(months);
        match i16::try_from(count.div_euclid(12)) {
            Ok(year) if year > 9999 => Self::MAX,
            Ok(year) if year < 1 => Self::MIN,
            Ok(year) => Self::nearest(year, count.rem_euclid(12) as u8 + 1, self.day),
            Err(_) if months > 0 => Self::MAX,
            Err(_) => Self::MIN,
        }
    }

    /// Returns the number of days from this date to another, negative when the other is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.days() - self.days()
    }

    /// Returns the year and number of the ISO week that the day lies in.
    pub fn iso_week(self) -> (i16, u8) {
        let thursday = self.add_days(3 - self.weekday() as i32);
        let week = thursday.start_of_year().days_until(thursday) / 7 + 1;
        (thursday.year, week as u8)
    }

    /// Returns the Monday of an ISO week, or `None` when the year has no such week.
    pub fn from_iso_week(year: i16, week: u8) -> Option<Self> {
        let fourth = Self::new(year, 1, 4)?;
        let monday = fourth.add_days(7 * (i32::from(week) - 1) - fourth.weekday() as i32);
        (monday.iso_week() == (year, week)).then_some(monday)
    }

    /// Writes the date in words: `31. desember 2024`, `31 December 2024`.
    pub fn written(self, language: Language) -> String {
        let stop = if language == Language::En { "" } else { "." };
        format!("{}{stop} {} {}", self.day, month_name(self.month, language), self.year)
    }

    /// Counts the days since 1970-01-01.
    fn days(self) -> i32 {
        // The year begins in March here, so that the leap day is its last.
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - EPOCH
    }

    fn from_days(days: i32) -> Self {
        let since = days.clamp(Self::MIN.days(), Self::MAX.days()) + EPOCH;
        let (era, day_of_era) = (since.div_euclid(ERA), since.rem_euclid(ERA));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = (shifted + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        Self { year: year as i16, month: month as u8, day: day as u8 }
    }
}

/// Returns the number of days in a month, or 0 when there is no such month.
pub const fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Writes `YYYY-MM-DD`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day that exists, as YYYY-MM-DD.",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        })
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DateVisitor)
    }
}

struct DateVisitor;

impl Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date as YYYY-MM-DD")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        Date::parse_iso(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}
