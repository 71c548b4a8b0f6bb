//! From one day to another.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use styrbord_calendar::Date;

/// The days that a figure tells of, both ends included; as text `2025-01-01/2025-12-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    from: Date,
    to: Date,
}

impl Period {
    /// Makes a period; `None` when it would end before it begins.
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// Returns a calendar year.
    pub fn year(year: i16) -> Self {
        Self { from: Date::nearest(year, 1, 1), to: Date::nearest(year, 12, 31) }
    }

    /// Reads `2025-01-01/2025-12-31`.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('/')?;
        Self::new(Date::parse_iso(from)?, Date::parse_iso(to)?)
    }

    /// Returns the first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// Returns the last day.
    pub fn to(self) -> Date {
        self.to
    }

    /// Tells whether all of another period lies in this one.
    pub fn contains(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from, self.to)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a period such as 2025-01-01/2025-12-31"))
    }
}
