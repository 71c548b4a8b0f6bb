//! A point in time, as the journal writes it.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use styrbord_calendar::Date;

const DAY: i64 = 86_400_000;

/// Whole milliseconds since 1970-01-01T00:00:00Z; as text `2025-03-01T09:30:00.000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Instant(i64);

impl Instant {
    /// Makes an instant of milliseconds since 1970 (UTC).
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Returns the milliseconds since 1970 (UTC).
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Returns the first instant of a day (UTC).
    pub fn start_of(date: Date) -> Self {
        Self(i64::from(epoch().days_until(date)) * DAY)
    }

    /// Returns the day that the instant lies in (UTC).
    pub fn date(self) -> Date {
        epoch().add_days(i32::try_from(self.0.div_euclid(DAY)).unwrap_or(i32::MAX))
    }

    /// Reads `2025-03-01T09:30:00.000Z`; seconds' fraction may be left out.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "000"));
        let figures = |text: &str, length: usize| {
            (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse::<i64>().ok())
                .flatten()
        };
        let mut parts = clock.split(':');
        let mut next = |below: i64| figures(parts.next()?, 2).filter(|part| *part < below);
        let (hours, minutes, seconds) = (next(24)?, next(60)?, next(60)?);
        if parts.next().is_some() {
            return None;
        }
        let millis = ((hours * 60 + minutes) * 60 + seconds) * 1000 + figures(fraction, 3)?;
        Some(Self(Self::start_of(Date::parse_iso(day)?).0 + millis))
    }
}

fn epoch() -> Date {
    Date::nearest(1970, 1, 1)
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = self.0.rem_euclid(DAY);
        let (seconds, millis) = (within / 1000, within % 1000);
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{}T{hours:02}:{minutes:02}:{seconds:02}.{millis:03}Z", self.date())
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a time such as 2025-03-01T09:30:00.000Z"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for text in ["1970-01-01T00:00:00.000Z", "2025-03-01T09:30:59.007Z", "1969-12-31T23:59:59.999Z"] {
            assert_eq!(Instant::parse(text).map(|instant| instant.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Instant::parse("2025-03-01T09:30:59Z").map(Instant::millis), Some(1_740_821_459_000));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in
            ["", "2025-03-01", "2025-02-30T00:00:00.000Z", "2025-03-01T24:00:00.000Z", "2025-03-01T1:2:3Z"]
        {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }
}
