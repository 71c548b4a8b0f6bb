//! The month that an amount is booked in.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use styrbord_calendar::Date;

/// A month of the accounts, as `202503`. Month 13 is the closing period that ledgers keep for entries of the year end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i16,
    month: u8,
}

/// Text that is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAMonth;

impl fmt::Display for NotAMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a month such as 202503")
    }
}

impl std::error::Error for NotAMonth {}

impl Month {
    /// Returns the month of a year; none outside the years 1900 to 2200 and the months 1 to 13.
    pub fn new(year: i16, month: u8) -> Option<Self> {
        ((1900..=2200).contains(&year) && (1..=13).contains(&month)).then_some(Self { year, month })
    }

    /// Returns the month that a day lies in.
    pub fn of(date: Date) -> Option<Self> {
        Self::new(date.year(), date.month())
    }

    /// Returns its year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Returns its number, 1 to 13.
    pub const fn month(self) -> u8 {
        self.month
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let plain = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        let (year, month) = if plain { text.split_at(4) } else { return Err(NotAMonth) };
        let year = year.parse().map_err(|_| NotAMonth)?;
        Self::new(year, month.parse().map_err(|_| NotAMonth)?).ok_or(NotAMonth)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
